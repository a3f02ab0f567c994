"""Recognising anew in the window: pages, a letter, many letters; asked, read in the background, undone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
)

from annotator.core.history import Change
from annotator.jobs.worker import Worker
from annotator.recognition.models import Recognition
from annotator.session.transfer.importing import import_paths
from annotator.ui.features.rereading.preview_dialog import PreviewDialog
from annotator.ui.features.rereading.scope_dialog import (
    CHOSEN,
    LETTER,
    PAGES,
    POOR,
    PROJECT,
    Offer,
    ScopeDialog,
)
from annotator.ui.widgets.password_dialog import PasswordDialog
from annotator.ui.widgets.progress_strip import Progress
from tests.pdf_making import lines_at, page, pdf_of
from tests.recognition.drawing import drawn, needs_engine, pdf_of_pictures
from tests.ui.features.rereading.test_rereading import answer, press
from tests.ui.shell.making import Bench, nothing_runs

FIRST_PAGE = ("Geachte voorzitter,", "Hierbij het verslag.")
SECOND_PAGE = ("De minister van Landbouw", "komt in het voorjaar.")


def scan(bench: Bench, path: Path, *pages: tuple[str, ...]) -> int:
    """Import a scan without text; return its letter's id."""
    path.write_bytes(pdf_of_pictures([drawn(lines, size=(300, 120)) for lines in pages]))
    store = bench.window.session.store
    (file,) = import_paths(store, [path], "jan", recognition=Recognition("never"), workers=1)
    assert file.letter_id is not None
    return file.letter_id


def choose(scope: str, pages: str = "") -> Callable[[QDialog], None]:
    """Take a scope in the dialog, by its keys."""

    def do(dialog: QDialog) -> None:
        dialog.findChild(QRadioButton, scope).setFocus()
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
        if pages:
            field = dialog.findChild(QLineEdit)
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, pages)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    return do


def text_of(bench: Bench, letter_id: int) -> str:
    session = bench.window.session
    session.store.flush()
    return session.store.reader.letter(letter_id).text.strip()


def asked(bench: Bench, scope: str, pages: str = "", *, previewed: bool = False) -> None:
    """Ask for a scope by the dialog; where a preview follows it is taken."""
    if previewed:
        answer(bench, PreviewDialog, press("Return"))
    answer(bench, ScopeDialog, choose(scope, pages))
    bench.window.composition.workspace.rereading.recognising.ask()


@needs_engine
def test_a_letter_without_text_gets_its_text_and_undo_takes_it_back(bench: Bench, tmp_path: Path) -> None:
    bench.window.composition.open_letter(scan(bench, tmp_path / "scan.pdf", FIRST_PAGE))
    notes = bench.window.views.side.notes.findChild(QLabel, "said_at_import")
    assert bench.text.strip() == "" and "no text on 1" in notes.text()
    asked(bench, LETTER, previewed=True)
    bench.qtbot.waitUntil(lambda: "Hierbij het verslag" in bench.text)
    bench.qtbot.waitUntil(lambda: not notes.text())  # the panel goes along, without opening the letter again
    bench.window.session.undo()
    bench.qtbot.waitUntil(lambda: bench.text.strip() == "")
    bench.qtbot.waitUntil(lambda: "no text on 1" in notes.text())


@needs_engine
def test_a_page_alone_is_recognised(bench: Bench, tmp_path: Path) -> None:
    bench.window.composition.open_letter(scan(bench, tmp_path / "scan.pdf", FIRST_PAGE, SECOND_PAGE))
    asked(bench, PAGES, "2", previewed=True)
    bench.qtbot.waitUntil(lambda: "minister van Landbouw" in bench.text)
    assert "Geachte" not in bench.text
    asked(bench, PAGES, "1-2", previewed=True)
    bench.qtbot.waitUntil(lambda: "Geachte voorzitter" in bench.text)
    assert "minister van Landbouw" in bench.text


@needs_engine
def test_all_that_have_no_text_are_read_while_somebody_types_each_is_one_change(
    bench: Bench, tmp_path: Path
) -> None:
    first, second = scan(bench, tmp_path / "1.pdf", FIRST_PAGE), scan(bench, tmp_path / "2.pdf", SECOND_PAGE)
    before = bench.text
    asked(bench, POOR)
    bench.window.activateWindow()
    bench.qtbot.waitUntil(bench.window.isActiveWindow)
    bench.window.composition.workspace.navigation.set_editing(True)
    bench.window.views.text.setFocus()
    bench.type("abc")
    bench.qtbot.waitUntil(lambda: any("2 letters recognised anew" in said for said in bench.said))
    assert "Hierbij het verslag" in text_of(bench, first)
    assert "minister van Landbouw" in text_of(bench, second)
    assert "abc" in bench.text
    session, left = bench.window.session, []
    for _ in range(3):
        if not isinstance(session.undo(), Change):
            session.undo()  # it lies elsewhere: asked again it is done
        left.append(bool(text_of(bench, first)) + bool(text_of(bench, second)) + (bench.text != before))
    assert left == [2, 1, 0]


@needs_engine
def test_the_window_does_not_wait_until_the_processes_are_gone(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter_id, waited, close = scan(bench, tmp_path / "1.pdf", FIRST_PAGE), list[bool](), Worker.close

    def watched(worker: Worker, timeout: float = 3.0) -> None:
        waited.append(threading.current_thread() is threading.main_thread())
        close(worker, timeout)

    monkeypatch.setattr(Worker, "close", watched)
    bench.window.composition.workspace.rereading.recognising.many(lambda: [letter_id])
    bench.qtbot.waitUntil(lambda: bool(waited))
    bench.qtbot.waitUntil(nothing_runs)
    assert not any(waited) and "verslag" in text_of(bench, letter_id)


@needs_engine
def test_after_a_cancel_what_was_read_stays_and_the_rest_is_taken_up_again(
    bench: Bench, tmp_path: Path
) -> None:
    first, second = scan(bench, tmp_path / "1.pdf", FIRST_PAGE), scan(bench, tmp_path / "2.pdf", SECOND_PAGE)
    session = bench.window.session
    stopped: list[int] = []

    def stop(letter_id: int) -> None:
        if not stopped:
            bench.window.findChildren(Progress)[-1].findChild(QPushButton).click()
            stopped.append(letter_id)

    session.letter_changed.connect(stop)
    asked(bench, PROJECT)
    bench.qtbot.waitUntil(lambda: bool(stopped))
    bench.qtbot.waitUntil(nothing_runs)
    assert "verslag" in text_of(bench, first) and not text_of(bench, second)
    bench.said.clear()
    asked(bench, PROJECT)
    bench.qtbot.waitUntil(lambda: any("1 letter recognised anew" in said for said in bench.said))
    assert "Landbouw" in text_of(bench, second)


def test_what_is_asked_for_is_what_there_is(bench: Bench, tmp_path: Path) -> None:
    offer = bench.window.composition.workspace.rereading.recognising.offer()
    dialog = ScopeDialog("t", "w", "g", offer, (PAGES, LETTER, CHOSEN, POOR, PROJECT))
    bench.qtbot.addWidget(dialog)
    assert [button.objectName() for button in dialog.findChildren(QRadioButton)] == [LETTER, POOR, PROJECT]
    several = ScopeDialog("t", "w", "g", Offer(2, 3, 4, 9), (PAGES, LETTER, CHOSEN, POOR, PROJECT))
    bench.qtbot.addWidget(several)
    assert several.scope == CHOSEN
    choices = {button.objectName(): button for button in several.findChildren(QRadioButton)}
    go = next(b for b in several.findChildren(QPushButton) if b.text() == "g")
    for said, numbers in (("2", [2]), ("4", []), ("1-3", [1, 2, 3])):
        QTest.keyClick(several.findChild(QLineEdit), Qt.Key.Key_End)
        several.findChild(QLineEdit).selectAll()
        QTest.keyClicks(several.findChild(QLineEdit), said)
        assert (several.scope, several.numbers) == (PAGES, numbers)
        assert go.isEnabled() == bool(numbers)
    choices[LETTER].setChecked(True)
    assert several.scope == LETTER


def test_a_file_that_is_locked_is_read_anew_with_its_password(bench: Bench, tmp_path: Path) -> None:
    path, other = tmp_path / "better.pdf", bench.text.replace("gesproken", "overlegd")
    other = bench.text.replace("gesproken", "overlegd")
    path.write_bytes(pdf_of(page(*lines_at(72, 72, other)), user="geheim"))
    tried: list[str] = []

    def fill_in(password: str) -> Callable[[QDialog], None]:
        def do(dialog: QDialog) -> None:
            tried.append(password)
            if len(tried) == 1:
                answer(bench, PasswordDialog, fill_in("geheim"))
            QTest.keyClicks(dialog.findChild(QLineEdit), password)
            QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)

        return do

    answer(bench, PasswordDialog, fill_in("verkeerd"))
    answer(bench, PreviewDialog, press("Return"))
    bench.window.composition.workspace.rereading.read(path)
    bench.qtbot.waitUntil(lambda: any("Read anew" in said for said in bench.said))
    assert tried == ["verkeerd", "geheim"]
