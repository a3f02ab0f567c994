"""What was recognised is kept until its letter is in the project, and for nobody else."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from annotator.importers.layout.words import PageWord, RawPage
from annotator.recognition.keeping import KeptPages, forget, forget_old

PAGE = RawPage(
    300.0, 400.0, (PageWord("visserij", 1.5, 2, 30, 14, 12.0, 0, True, False, 71.5, ("visserlj",)),)
)
FLAGS = ("recognised", "turned_90")


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    KeptPages(str(tmp_path), "ab12", "nld").put(3, (PAGE, FLAGS))
    again = KeptPages(str(tmp_path), "ab12", "nld")
    assert again.get(3) == (PAGE, FLAGS)
    assert again.get(4) is None


def test_other_sources_and_other_models_know_nothing_of_it(tmp_path: Path) -> None:
    KeptPages(str(tmp_path), "ab12", "nld").put(3, (PAGE, FLAGS))
    assert KeptPages(str(tmp_path), "cd34", "nld").get(3) is None
    assert KeptPages(str(tmp_path), "ab12", "eng").get(3) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"words": [1]}', b'{"width": 1, "height": 1}'])
def test_a_damaged_page_is_read_anew(tmp_path: Path, content: bytes) -> None:
    kept = KeptPages(str(tmp_path), "ab12", "nld")
    kept.put(0, (PAGE, FLAGS))
    (file,) = (tmp_path / "ab12").iterdir()
    file.write_bytes(content)
    assert kept.get(0) is None


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept = KeptPages("", "ab12", "nld")
    kept.put(0, (PAGE, FLAGS))
    assert kept.get(0) is None
    assert not list(tmp_path.iterdir())


def test_it_is_forgotten_with_its_letter_or_after_a_week(tmp_path: Path) -> None:
    for name in ("ab12", "cd34", "ef56"):
        KeptPages(str(tmp_path), name, "nld").put(0, (PAGE, FLAGS))
    forget(str(tmp_path), "ab12")
    old = time.time() - 8 * 86_400
    os.utime(tmp_path / "cd34", (old, old))
    forget_old(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["ef56"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes of files")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    KeptPages(str(tmp_path / "cache"), "ab12", "nld").put(0, (PAGE, FLAGS))
    assert stat.S_IMODE((tmp_path / "cache" / "ab12").stat().st_mode) == 0o700
