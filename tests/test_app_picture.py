"""The picture of the window in a file: whole, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from annotator.app import _written


@pytest.fixture
def picture(qapp: QApplication) -> QPixmap:
    made = QPixmap(20, 10)
    made.fill("white")
    return made


def test_a_picture_is_written(picture: QPixmap, tmp_path: Path) -> None:
    assert _written(picture, tmp_path / "a.png")
    assert QPixmap(str(tmp_path / "a.png")).width() == 20


def test_a_picture_that_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    class Failing:
        def save(self, file: Any, kind: str) -> bool:
            file.write(b"half")
            return False

    (tmp_path / "a.png").write_bytes(b"before")
    assert not _written(Failing(), tmp_path / "a.png")  # type: ignore[arg-type]
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("a.png", b"before")]
