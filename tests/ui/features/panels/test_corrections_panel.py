from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.features.panels.corrections_panel import CorrectionsPanel
from annotator.ui.widgets.row_list import RowList
from tests.ui.looking import detail_of, model_of


@pytest.fixture
def panel(qtbot: QtBot, desk) -> CorrectionsPanel:
    desk.correct("Belgié", "België")
    desk.correct("aan\n\nbod", "aan\nbod", "break")
    panel = CorrectionsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_letter(desk.letter)
    return panel


def rows(panel: CorrectionsPanel) -> RowList:
    return panel.findChild(RowList)


def readings(panel: CorrectionsPanel) -> list[tuple[str, str]]:
    return [panel.readings(line) for line in model_of(panel).items()]


def test_a_row_has_both_readings(panel):
    assert readings(panel)[0] == ("Belgié", "België")


def test_a_line_break_is_shown_among_its_words(panel):
    assert readings(panel)[1] == ("aan⏎⏎bod,", "aan⏎bod,")


def test_a_row_has_its_line(panel):
    assert panel.line_text(model_of(panel).items()[0]) == "line 3"


def test_the_header_counts_them(panel):
    rows(panel).clearFocus()
    assert detail_of(panel) == "2 · Ctrl+Z undoes"


def test_enter_goes_to_the_place(panel, desk, qtbot):
    rows(panel).set_current_row(0)
    with qtbot.waitSignal(panel.place_wanted) as asked:
        qtbot.keyClick(rows(panel), Qt.Key.Key_Return)
    assert tuple(asked.args) == desk.span("België")


def test_a_double_click_goes_to_the_place(panel, desk, qtbot):
    where = rows(panel).visualRect(model_of(panel).index(0)).center()
    with qtbot.waitSignal(panel.place_wanted) as asked:
        qtbot.mouseClick(rows(panel).viewport(), Qt.MouseButton.LeftButton, pos=where)
        qtbot.mouseDClick(rows(panel).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert tuple(asked.args) == desk.span("België")


def test_r_asks_for_the_ocr_reading(panel, qtbot):
    rows(panel).set_current_row(1)
    with qtbot.waitSignal(panel.restore_wanted) as asked:
        qtbot.keyClick(rows(panel), Qt.Key.Key_R)
    assert asked.args == [1]


def test_without_a_row_r_does_nothing(panel, qtbot):
    panel.show_letter(None)
    with qtbot.assertNotEmitted(panel.restore_wanted):
        qtbot.keyClick(rows(panel), Qt.Key.Key_R)


def test_offsets_are_code_points(panel, make_desk, qtbot):
    desk = make_desk("Een 😀 en Belgié.\n")
    desk.correct("Belgié", "België")
    panel.show_letter(desk.letter)
    rows(panel).set_current_row(0)
    with qtbot.waitSignal(panel.place_wanted) as asked:
        qtbot.keyClick(rows(panel), Qt.Key.Key_Enter)
    assert desk.letter.text[asked.args[0] : asked.args[1]] == "België"
