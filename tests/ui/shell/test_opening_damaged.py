"""Damaged projects in the window: said in one sentence, and the window goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.storage import letter_list
from annotator.ui.dialogs import Dialogs
from tests.ui.shell.making import FIRST, SECOND, make_project
from tests.ui.window_fixtures import OpenBench


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_project(tmp_path, (FIRST, SECOND))


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(statement)


def test_a_damaged_first_letter_leaves_the_others(open_bench: OpenBench, path: Path) -> None:
    spoil(path, "UPDATE section SET start = 999999 WHERE letter_id = 1")
    bench = open_bench(path, wait=False)
    assert bench.window.session.letter_id is None
    bench.window.composition.open_letter(2)
    assert bench.window.views.text.text() == SECOND
    bench.window.close()
    assert bench.window.session is None


def test_a_list_that_cannot_be_read_is_no_project(
    open_bench: OpenBench, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Dialogs, "tell", lambda dialogs, message: told.append(str(message)))
    good = tmp_path / "good"
    good.mkdir()
    bench = open_bench(make_project(good, (FIRST,)))
    monkeypatch.setattr(letter_list, "count", lambda *_: int("many"))
    assert not bench.window.composition.opening.open_path(path)
    assert "is damaged" in told[0]
    assert bench.window.session is None
    monkeypatch.undo()
    bench.window.composition.opening.open_path(bench.path)
    assert bench.window.session is not None
