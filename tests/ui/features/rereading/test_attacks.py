"""While pages are recognised nothing is lost by a full disk, a file that is moved, typing and undo."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox

from annotator.storage.check import check
from annotator.ui.features.rereading.preview_dialog import PreviewDialog
from tests.recognition.drawing import needs_engine
from tests.ui.features.rereading.test_recognising_anew import FIRST_PAGE, SECOND_PAGE, scan, text_of
from tests.ui.features.rereading.test_rereading import NEW, answer, press, read
from tests.ui.shell.making import Bench, nothing_runs


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """A disk that is full for changes as long as it is said to be."""
    import annotator.storage.changes as module

    state, real = {"full": False}, module.save_change

    def save(connection: Any, *arguments: Any) -> None:
        if state["full"]:
            raise OSError(28, "No space left on device")
        real(connection, *arguments)

    monkeypatch.setattr(module, "save_change", save)
    monkeypatch.setattr("annotator.storage.store.PAUSES", (3600.0,))
    return state


def closed(box: Any, heard: list[str]) -> None:
    """Close a message, and keep what it said."""
    heard.append(box.text())
    QTest.keyClick(box, Qt.Key.Key_Return)


@needs_engine
def test_on_a_full_disk_what_was_read_waits_and_the_rest_is_taken_up_again(
    bench: Bench, tmp_path: Path, full: dict[str, bool]
) -> None:
    first, second = scan(bench, tmp_path / "1.pdf", FIRST_PAGE), scan(bench, tmp_path / "2.pdf", SECOND_PAGE)
    recognising = bench.window.composition.workspace.rereading.recognising
    heard: list[str] = []
    full["full"] = True
    answer(bench, QMessageBox, lambda box: closed(box, heard))
    recognising.many(lambda: [first, second])
    bench.qtbot.waitUntil(bench.window.views.trouble.isVisible)
    bench.qtbot.waitUntil(lambda: bool(heard))
    full["full"] = False
    bench.window.views.trouble.try_again.emit()
    bench.qtbot.waitUntil(lambda: not bench.window.views.trouble.isVisible())
    assert "verslag" in text_of(bench, first) and not text_of(bench, second)
    recognising.many(lambda: [second])
    bench.qtbot.waitUntil(lambda: "Landbouw" in text_of(bench, second))
    bench.qtbot.waitUntil(nothing_runs)
    assert not check(bench.path)


@needs_engine
def test_a_project_that_is_moved_away_and_back_loses_nothing(bench: Bench, tmp_path: Path) -> None:
    letter_id = scan(bench, tmp_path / "1.pdf", FIRST_PAGE)
    recognising, elsewhere = bench.window.composition.workspace.rereading.recognising, tmp_path / "away"
    elsewhere.mkdir()
    beside = [bench.path, *bench.path.parent.glob(f"{bench.path.name}-*")]
    heard: list[str] = []
    answer(bench, QMessageBox, lambda box: closed(box, heard))
    recognising.many(lambda: [letter_id])
    for file in beside:
        file.rename(elsewhere / file.name)
    bench.qtbot.waitUntil(lambda: bool(heard))
    for file in beside:
        if not file.exists():
            (elsewhere / file.name).rename(file)
    if bench.window.views.trouble.isVisible():
        bench.window.views.trouble.try_again.emit()
    bench.qtbot.waitUntil(lambda: not bench.window.views.trouble.isVisible())
    bench.qtbot.waitUntil(nothing_runs)
    recognising.many(lambda: [letter_id])
    bench.qtbot.waitUntil(lambda: "verslag" in text_of(bench, letter_id))
    bench.qtbot.waitUntil(nothing_runs)
    assert not check(bench.path)


@needs_engine
def test_what_is_typed_and_undone_while_a_letter_is_read_stays_so(bench: Bench, tmp_path: Path) -> None:
    bench.window.composition.open_letter(scan(bench, tmp_path / "1.pdf", FIRST_PAGE))
    workspace = bench.window.composition.workspace
    answer(bench, PreviewDialog, press("Return"))
    workspace.rereading.recognising.one()
    workspace.navigation.set_editing(True)
    bench.window.views.text.setFocus()
    bench.type("abc")
    bench.window.session.end_typing()
    bench.type("weg")
    bench.window.session.end_typing()
    bench.window.session.undo()
    bench.qtbot.waitUntil(lambda: "verslag" in bench.text)
    assert "abc" in bench.text and "weg" not in bench.text
    bench.window.session.undo()
    assert bench.text.strip() == "abc"
    bench.window.session.undo()
    assert bench.text.strip() == ""


def kept_texts(path: Path) -> list[str]:
    """Return the OCR texts that the project file has."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as conn:
        return [text for (text,) in conn.execute("SELECT text FROM letter_ocr ORDER BY letter_id")]


def test_on_a_full_disk_a_letter_that_is_read_anew_waits_with_its_reading(
    bench: Bench, tmp_path: Path, full: dict[str, bool]
) -> None:
    better, before = tmp_path / "better.txt", kept_texts(bench.path)
    better.write_text(NEW, encoding="utf-8")
    full["full"] = True
    read(bench, better, press("Return"))
    bench.qtbot.waitUntil(bench.window.views.trouble.isVisible)
    assert "substantiëlere" in bench.text and kept_texts(bench.path) == before
    full["full"] = False
    bench.window.views.trouble.try_again.emit()
    bench.qtbot.waitUntil(lambda: not bench.window.views.trouble.isVisible())
    bench.qtbot.waitUntil(nothing_runs)
    assert kept_texts(bench.path)[0] == NEW
    assert [kept.source_name for kept in bench.window.session.store.reader.kept_readings(1)][1:] == [
        "better.txt"
    ]
    assert not check(bench.path)


def test_a_file_that_goes_while_its_reading_is_previewed_is_read_all_the_same(
    bench: Bench, tmp_path: Path
) -> None:
    better = tmp_path / "better.txt"
    better.write_text(NEW, encoding="utf-8")

    def take(dialog: QDialog) -> None:
        better.unlink()
        press("Return")(dialog)

    read(bench, better, take)
    bench.qtbot.waitUntil(lambda: "substantiëlere" in bench.text)
    bench.qtbot.waitUntil(nothing_runs)
    bench.window.session.store.flush()
    assert bench.window.session.store.reader.source_bytes(1) == NEW.encode()
    assert not check(bench.path)
