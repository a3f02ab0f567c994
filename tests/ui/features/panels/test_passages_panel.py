from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from annotator.ui.features.panels.passages_panel import PassagesPanel
from annotator.ui.widgets.row_list import RowList
from tests.ui.looking import detail_of, model_of


@pytest.fixture
def panel(qtbot: QtBot, desk) -> PassagesPanel:
    desk.tag("Irak", "country")
    desk.tag("Nederland", "country", "an ally")
    desk.tag("Voorzitter", "person")
    panel = PassagesPanel()
    qtbot.addWidget(panel)
    panel.set_codebook(desk.codebook, "en")
    panel.show()
    panel.show_letter(desk.letter)
    return panel


def quotes(panel: PassagesPanel) -> list[str]:
    return [panel.quote(line) for line in model_of(panel).items()]


def detail(panel: PassagesPanel) -> str:
    return detail_of(panel)


def rows(panel: PassagesPanel) -> RowList:
    return panel.findChild(RowList)


def test_passages_stand_in_reading_order(panel):
    assert quotes(panel) == ["Voorzitter", "Irak", "Nederland"]


def test_the_header_counts_them(panel):
    assert detail(panel) == "3"


def test_enter_goes_to_the_passage(panel, desk, qtbot):
    rows(panel).set_current_row(1)
    with qtbot.waitSignal(panel.passage_wanted) as asked:
        qtbot.keyClick(rows(panel), Qt.Key.Key_Return)
    assert desk.letter.quote(asked.args[0]) == "Irak"


def test_delete_asks_to_remove_it(panel, desk, qtbot):
    rows(panel).set_current_row(0)
    with qtbot.waitSignal(panel.passage_removal_wanted) as asked:
        qtbot.keyClick(rows(panel), Qt.Key.Key_Delete)
    assert desk.letter.quote(asked.args[0]) == "Voorzitter"


def test_a_passage_whose_text_was_deleted_says_so(panel, desk):
    desk.correct("Irak", "", "other")
    panel.show_letter(desk.letter)
    row = rows(panel).itemDelegate().row(model_of(panel).index(1))  # type: ignore[attr-defined]
    assert row.aside == "text deleted"


def test_a_row_has_its_line_number(panel):
    row = rows(panel).itemDelegate().row(model_of(panel).index(1))  # type: ignore[attr-defined]
    assert row.aside == "3"


def test_a_tag_of_the_menu_filters(panel, qtbot):
    button = panel.findChild(QToolButton)
    menu: QMenu = button.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith("Country")).trigger()
    assert quotes(panel) == ["Irak", "Nederland"]
    assert detail(panel) == "2 of 3"


def test_f2_edits_the_note(panel, desk, qtbot):
    rows(panel).set_current_row(1)
    rows(panel).setFocus()
    qtbot.keyClick(rows(panel), Qt.Key.Key_F2)
    note = panel.findChild(QLineEdit)
    qtbot.keyClicks(note, "in the Middle East")
    with qtbot.waitSignal(panel.note_edited) as told:
        qtbot.keyClick(note, Qt.Key.Key_Return)
    assert desk.letter.quote(told.args[0]) == "Irak"
    assert told.args[1] == "in the Middle East"


def test_the_note_of_the_chosen_passage_is_shown(panel):
    rows(panel).set_current_row(2)
    assert panel.findChild(QLineEdit).text() == "an ally"


def test_a_note_being_typed_goes_to_its_own_passage(panel, desk, qtbot):
    rows(panel).set_current_row(1)
    note = panel.findChild(QLineEdit)
    qtbot.keyClicks(note, "x")
    with qtbot.waitSignal(panel.note_edited) as told:
        rows(panel).set_current_row(0)
    assert desk.letter.quote(told.args[0]) == "Irak"


def test_the_cursor_stays_on_its_passage(panel, desk):
    rows(panel).set_current_row(2)
    desk.tag("Op 22", "person")
    panel.show_letter(desk.letter)
    assert quotes(panel)[rows(panel).current_row()] == "Nederland"


def test_markup_in_a_letter_stays_text(panel, make_desk):
    desk = make_desk("Zie <img src='x'> hier.\n")
    desk.tag("<img src='x'>", "person")
    panel.show_letter(desk.letter)
    told = model_of(panel).index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in told and "&lt;img" in told


def test_very_many_passages_are_worked_out_in_a_pause(panel, desk, qtbot, monkeypatch):
    monkeypatch.setattr("annotator.ui.features.panels.passages_panel._MANY", 2)
    desk.tag("Op 22", "person")
    panel.show_letter(desk.letter)
    assert len(quotes(panel)) == 3
    qtbot.waitUntil(lambda: len(quotes(panel)) == 4)


def test_another_letter_does_not_wait(panel, make_desk, monkeypatch):
    monkeypatch.setattr("annotator.ui.features.panels.passages_panel._MANY", 0)
    desk = make_desk("Zie Irak.\n")
    desk.tag("Irak", "country")
    panel.show_letter(desk.letter)
    assert quotes(panel) == ["Irak"]
