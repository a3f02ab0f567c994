from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.ui.features.panels.notes_panel import NotesPanel


def with_note(letter, note: str, status: str = "todo"):
    return replace(letter, about=replace(letter.about, note=note, status=status))


@pytest.fixture
def panel(qtbot: QtBot, desk) -> NotesPanel:
    panel = NotesPanel()
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    panel.show_letter(with_note(desk.letter, "first", "busy"))
    return panel


def note(panel: NotesPanel) -> QPlainTextEdit:
    return panel.findChild(QPlainTextEdit)


def status_on(panel: NotesPanel) -> str:
    return next(button.text() for button in panel.findChildren(QAbstractButton) if button.isChecked())


def test_note_and_status_of_the_letter_are_shown(panel):
    assert (note(panel).toPlainText(), status_on(panel)) == ("first", "In progress")


def test_a_note_is_told_when_it_is_left(panel, qtbot):
    note(panel).setFocus()
    qtbot.keyClicks(note(panel), "my ")
    with qtbot.waitSignal(panel.note_edited) as told:
        note(panel).clearFocus()
    assert told.args == ["my first"]


def test_a_note_is_told_after_a_pause(panel, qtbot):
    note(panel).settling.findChild(QTimer).setInterval(1)  # type: ignore[attr-defined]
    with qtbot.waitSignal(panel.note_edited) as told:
        qtbot.keyClicks(note(panel), "x")
    assert told.args == ["xfirst"]


def test_a_no_break_space_survives(panel, desk, qtbot):
    panel.show_letter(with_note(desk.letter, "28\u00a0676"))
    qtbot.keyClicks(note(panel), "x")
    with qtbot.waitSignal(panel.note_edited) as told:
        panel.flush()
    assert told.args == ["x28\u00a0676"]


def test_what_is_being_typed_is_not_disturbed(panel, desk, qtbot):
    qtbot.keyClicks(note(panel), "new ")
    shown = with_note(desk.letter, "first", "done")
    panel.show_letter(shown)
    assert note(panel).toPlainText() == "new first"


def test_another_letter_takes_the_place(panel, make_desk, qtbot):
    qtbot.keyClicks(note(panel), "new ")
    panel.show_letter(with_note(make_desk("Een brief.\n").letter, "other"))
    assert note(panel).toPlainText() == "other"


def test_undo_in_an_untouched_note_goes_to_the_application(panel, qtbot):
    with qtbot.waitSignal(panel.undo_wanted):
        qtbot.keyClick(note(panel), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_undo_in_a_touched_note_is_its_own(panel, qtbot):
    qtbot.keyClicks(note(panel), "x")
    with qtbot.assertNotEmitted(panel.undo_wanted):
        qtbot.keyClick(note(panel), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note(panel).toPlainText() == "first"


def test_a_status_is_asked_for_with_the_keys(panel, qtbot):
    on = next(button for button in panel.findChildren(QAbstractButton) if button.isChecked())
    on.setFocus()
    with qtbot.waitSignal(panel.status_wanted) as asked:
        qtbot.keyClick(on, Qt.Key.Key_Right)
    assert asked.args == ["done"]


def test_showing_a_status_asks_for_nothing(panel, desk, qtbot):
    with qtbot.assertNotEmitted(panel.status_wanted):
        panel.show_letter(with_note(desk.letter, "", "second_look"))


def test_escape_gives_the_keys_back(panel, qtbot):
    with qtbot.waitSignal(panel.done):
        qtbot.keyClick(note(panel), Qt.Key.Key_Escape)


def said_at_import(panel: NotesPanel) -> str:
    label = next(one for one in panel.findChildren(QLabel) if one.accessibleName().startswith("What import"))
    return label.text() if label.isVisible() else ""


def test_what_import_had_to_say_is_shown_with_its_letter(panel, desk):
    assert said_at_import(panel) == ""
    panel.said_at_import = lambda: ["a.txt was read as CP850.", "b.txt has the same content."]
    panel.show_letter(None)
    panel.show_letter(desk.letter)
    assert (
        said_at_import(panel) == "At import: a.txt was read as CP850.\nAt import: b.txt has the same content."
    )
    panel.show_letter(None)
    assert said_at_import(panel) == ""
