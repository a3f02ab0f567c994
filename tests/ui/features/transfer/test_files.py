"""Import, export, closing and opening, reading only, and a save that fails."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox

from annotator.core.user_errors import UserError
from annotator.storage.check import check
from annotator.storage.store import Store
from annotator.ui.features.transfer.export_dialog import ExportDialog
from tests.ui.looking import model_of
from tests.ui.shell.making import FIRST, SECOND, Bench, OpenBench, make_project, rows, settle


def press_in_message(heard: list[str], button: str = "") -> None:
    """Answer the message that is about to come, and keep what it says."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        heard.append(box.text())
        chosen = [b for b in box.buttons() if button in b.text()] if button else box.buttons()[:1]
        chosen[0].click()

    QTimer.singleShot(0, press)


def drop(bench: Bench, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, action, button = QPoint(200, 200), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(place, action, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(bench.window, entering)
    assert entering.isAccepted()
    event = QDropEvent(QPointF(place), action, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(bench.window, event)


def letters(bench: Bench) -> int:
    return int(bench.one("SELECT count(*) FROM letters"))


# --- import -----------------------------------------------------------------------------------------------


def test_dropped_files_are_imported(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "nieuw.txt").write_text("Een nieuwe brief.\n", encoding="utf-8")
    drop(bench, tmp_path / "nieuw.txt")
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said)
    assert model_of(bench.window.views.letters).rowCount() == 4
    assert bench.one("SELECT text FROM letters WHERE id = 4") == "Een nieuwe brief.\n"


def test_a_file_that_is_there_already_is_noticed(bench: Bench, tmp_path: Path) -> None:
    heard: list[Any] = []
    bench.window.composition.workspace.transfer.imports.report = heard.append  # type: ignore[assignment]
    drop(bench, tmp_path / "brief-1.txt")
    bench.qtbot.waitUntil(lambda: bool(heard))
    assert [r.outcome for r in heard[0]] == ["known"]
    assert letters(bench) == 3


def test_the_first_letter_imported_into_an_empty_project_goes_on_the_desk(
    open_bench: OpenBench, tmp_path: Path
) -> None:
    path = make_project(tmp_path, ())
    bench = open_bench(path)
    (tmp_path / "nieuw.txt").write_text("Een nieuwe brief.\n", encoding="utf-8")
    drop(bench, tmp_path / "nieuw.txt")
    bench.qtbot.waitUntil(lambda: bench.text == "Een nieuwe brief.\n")
    assert bench.window.views.text.hasFocus()


def test_a_dropped_project_is_opened(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    other = make_project(tmp_path / "ander", ("Een ander project.\n",))
    drop(bench, other)
    settle()
    assert bench.text == "Een ander project.\n"


# --- another project in the same window -------------------------------------------------------------------


@pytest.fixture
def moved(bench: Bench, tmp_path: Path) -> Bench:
    """A window that had another project open before."""
    (tmp_path / "ander").mkdir()
    path = make_project(tmp_path / "ander", (SECOND,))
    bench.window.composition.opening.open_path(path)
    bench.path = path
    bench.suspects_ready()
    return bench


def test_typing_goes_to_the_project_that_is_open(moved: Bench) -> None:
    moved.keys("F2")
    moved.type("x")
    assert moved.file_text() == "x" + SECOND


def test_the_box_works_in_the_project_that_is_open(moved: Bench) -> None:
    moved.keys("F3", "Return", "Esc")
    assert moved.one("SELECT count(*) FROM changes") == 1


def test_tag_keys_work_in_the_project_that_is_open(moved: Bench) -> None:
    moved.select("Irak")
    moved.keys("L")
    assert moved.passages() == [("country", "Irak")]


def test_a_project_that_cannot_be_opened_leaves_what_is_open(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "geen.kant").write_text("geen project", encoding="utf-8")
    heard: list[str] = []
    press_in_message(heard)
    assert not bench.window.composition.opening.open_path(tmp_path / "geen.kant")
    assert "geen.kant" in heard[0]
    assert bench.text == FIRST
    bench.select("Irak")
    bench.keys("L")
    assert bench.passages() == [("country", "Irak")]


def test_the_open_project_opened_again_stays_open_for_writing(bench: Bench) -> None:
    assert bench.window.composition.opening.open_path(bench.path)
    assert not bench.window.session.read_only


# --- across a restart -------------------------------------------------------------------------------------


def test_undo_and_redo_of_every_kind_across_a_restart(bench: Bench, open_bench: OpenBench) -> None:
    bench.keys("F3", "Return", "Esc")
    bench.select("Irak")
    bench.keys("L")
    bench.select("Lastenverdeling")
    bench.keys("O")
    bench.select("22 oktober 2020")
    bench.keys(".", "V", "Ctrl+4", "Ctrl+M")
    bench.type("nakijken")
    bench.keys("Esc", "F2")
    bench.caret("volgt", by=0)
    bench.type("er ")
    bench.keys("Esc")
    tables = ("letters", "passages", "sections", "form_values", "corrections", "verdicts")
    columns = {"letters": "id, title, status, ocr_text, text"}
    before = {t: bench.rows(f"SELECT {columns.get(t, '*')} FROM {t}") for t in tables}
    assert bench.one("SELECT count(*) FROM changes") == 7
    bench.window.close()
    again = open_bench(bench.path)
    again.keys(*["Ctrl+Z"] * 7)
    assert again.text == again.file_text() == FIRST
    for table in ("passages", "form_values", "corrections", "verdicts"):
        assert again.rows(f"SELECT * FROM {table}") == []
    assert again.one("SELECT status FROM letters WHERE id = 1") == "todo"
    again.window.close()
    third = open_bench(bench.path)
    third.keys(*["Ctrl+Y"] * 7)
    assert {t: third.rows(f"SELECT {columns.get(t, '*')} FROM {t}") for t in tables} == before
    assert check(bench.path) == []


def test_the_size_of_the_text_is_remembered(bench: Bench, open_bench: OpenBench) -> None:
    bench.keys("Ctrl++")
    bench.window.close()
    assert open_bench(bench.path).window.views.text.text_size() == 110


# --- reading only -----------------------------------------------------------------------------------------


@pytest.fixture
def reader(bench: Bench, open_bench: OpenBench) -> Bench:
    """A second window on the project."""
    return open_bench(bench.path)


def test_a_second_window_says_who_has_the_project(reader: Bench) -> None:
    assert reader.window.session.read_only
    labels = [label.text() for label in reader.window.findChildren(QLabel) if label.isVisible()]
    assert any("open with jan" in text for text in [*labels, *reader.said])


@pytest.mark.parametrize("key", ["L", "S", "V", "O", "Ctrl+3", "F2", "F9", "Ctrl+Z", "C", "M"])
def test_a_second_window_changes_nothing(reader: Bench, key: str) -> None:
    reader.select("Irak")
    reader.keys(key)
    assert rows(reader.path, "SELECT * FROM changes") == []
    assert not reader.window.views.text.editing


def test_a_second_window_shows_suspects_but_accepts_none(reader: Bench) -> None:
    reader.keys("F3", "Return")
    assert rows(reader.path, "SELECT * FROM changes") == []
    assert reader.text == FIRST


# --- a save that fails ------------------------------------------------------------------------------------


class Disk:
    """A disk that is full as long as it is said to be."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import annotator.storage.changes as module

        self.full, real = False, module.save_change

        def save(connection: Any, *arguments: Any) -> None:
            if self.full:
                raise OSError(28, "No space left on device")
            real(connection, *arguments)

        monkeypatch.setattr(module, "save_change", save)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setattr("annotator.storage.store.PAUSES", (3600.0,))
    return Disk(monkeypatch)


def test_a_failed_save_is_said_and_recovers(disk: Disk, bench: Bench) -> None:
    disk.full = True
    bench.select("Irak")
    bench.keys("L")
    bench.qtbot.waitUntil(bench.window.views.trouble.isVisible)
    bench.select("Lastenverdeling")
    bench.keys("T")
    assert bench.window.session.save_state.state == "failed"
    disk.full = False
    bench.window.views.trouble.try_again.emit()
    bench.qtbot.waitUntil(lambda: not bench.window.views.trouble.isVisible())
    assert sorted(bench.passages()) == [("commitment", "Lastenverdeling"), ("country", "Irak")]


def test_closing_with_something_unsaved_asks(disk: Disk, bench: Bench, monkeypatch: Any) -> None:
    monkeypatch.setattr(Store.close, "__defaults__", (0.1,))
    disk.full = True
    bench.select("Irak")
    bench.keys("L")
    bench.qtbot.waitUntil(bench.window.views.trouble.isVisible)
    heard: list[str] = []
    press_in_message(heard, "Stay")
    bench.window.close()
    assert bench.window.isVisible()
    assert "not saved" in heard[0]
    disk.full = False
    bench.window.views.trouble.try_again.emit()
    assert bench.passages() == [("country", "Irak")]


def test_undo_works_while_nothing_can_be_saved(disk: Disk, bench: Bench) -> None:
    disk.full = True
    bench.select("Irak")
    bench.keys("L")
    bench.qtbot.waitUntil(bench.window.views.trouble.isVisible)
    bench.keys("Ctrl+Z")
    assert bench.drawn() == []
    disk.full = False
    bench.window.views.trouble.try_again.emit()
    assert bench.passages() == []


# --- export -----------------------------------------------------------------------------------------------


def ask_for_export(bench: Bench, folder: Path, format_id: str, *, every: bool = False) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        dialog.choose_format(format_id)
        dialog.findChild(QLineEdit, "place").setText(str(folder))
        dialog.choose_scope("all" if every else "one")
        dialog.accept()

    QTimer.singleShot(0, answer)
    bench.keys("Ctrl+Shift+S")


def export(bench: Bench, folder: Path, format_id: str, *, every: bool = False) -> None:
    before = len(bench.said)
    ask_for_export(bench, folder, format_id, every=every)
    bench.qtbot.waitUntil(lambda: any("written to" in said for said in bench.said[before:]))


def test_the_corrected_text_is_exported(bench: Bench, tmp_path: Path) -> None:
    bench.keys("F3", "Ctrl+Return", "Esc")
    export(bench, tmp_path / "uit", "txt")
    [file] = list((tmp_path / "uit").iterdir())
    assert file.read_text(encoding="utf-8") == bench.text
    assert "België" in bench.text


def test_what_was_typed_just_now_is_exported(bench: Bench, tmp_path: Path) -> None:
    bench.keys("F2")
    bench.type("x")
    export(bench, tmp_path / "uit", "txt")
    [file] = list((tmp_path / "uit").iterdir())
    assert file.read_text(encoding="utf-8") == "x" + FIRST


def test_all_letters_are_exported_as_json(bench: Bench, tmp_path: Path) -> None:
    bench.select("Irak")
    bench.keys("L")
    export(bench, tmp_path / "uit", "json", every=True)
    files = sorted((tmp_path / "uit").iterdir())
    assert len(files) == 3
    assert json.loads(files[0].read_text(encoding="utf-8"))["passages"][0]["quote"] == "Irak"


def test_files_that_are_there_are_not_replaced(bench: Bench, tmp_path: Path) -> None:
    export(bench, tmp_path / "uit", "txt")
    heard: list[str] = []
    bench.keys("F2")
    bench.type("x")

    def hear() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ExportDialog) and dialog.problem:
            heard.append(dialog.problem)
            looking.stop()
            dialog.reject()

    looking = QTimer()
    looking.timeout.connect(hear)
    looking.start()
    ask_for_export(bench, tmp_path / "uit", "txt")
    [file] = list((tmp_path / "uit").iterdir())
    assert file.read_text(encoding="utf-8") == FIRST
    assert file.name in heard[0]


def test_a_damaged_project_leaves_the_open_one_and_no_lock(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.kant"
    bench.window.session.store.save_copy(bad)
    with closing(sqlite3.connect(bad, isolation_level=None)) as conn:
        conn.execute("DROP TABLE change")
    before, told = bench.window.session, list[object]()
    monkeypatch.setattr(bench.window.composition.context.dialogs, "tell", told.append)
    assert not bench.window.composition.opening.open_path(bad)
    assert (len(told), bench.window.session) == (1, before)
    with pytest.raises(UserError, match="damaged"), Store.open(bad, must_write=True) as store:
        store.reader.last_change_id()
