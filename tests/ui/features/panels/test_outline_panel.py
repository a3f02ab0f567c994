from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.core import operations
from annotator.core.document import Stamp
from annotator.ui.features.panels.outline_panel import OutlinePanel
from annotator.ui.widgets.row_list import RowList
from tests.ui.looking import model_of, rows_of


@pytest.fixture
def panel(qtbot: QtBot, desk) -> OutlinePanel:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.set_codebook(desk.codebook, "en")
    panel.show()
    desk.section("Afghanistan", 2)
    panel.show_letter(desk.letter)
    return panel


def titles(panel: OutlinePanel) -> list[str]:
    return [line.heading for line in model_of(panel).items()]


def test_a_section_is_called_by_its_heading(panel):
    assert titles(panel)[1] == "Afghanistan"


def test_a_section_without_tag_and_heading_is_called_by_its_first_words(panel):
    assert titles(panel)[0].startswith("(no heading) Aan de Voorzitter")


def test_a_section_without_heading_is_called_by_its_tag(panel, desk):
    first = desk.letter.placed_sections()[0].section.uid
    desk.do(
        operations.change_section(
            desk.letter, first, Stamp("mv", "2026-01-01T10:00:00.000Z"), tag="introduction"
        )
    )
    panel.show_letter(desk.letter)
    assert titles(panel)[0] == "(introduction)"


def test_enter_asks_for_the_section(panel, desk, qtbot):
    lines = panel.findChild(RowList)
    lines.set_current_row(0)
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.section_wanted) as asked:
        qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert asked.args == [desk.letter.placed_sections()[1].section.uid]


def test_the_section_of_the_caret_is_marked(panel, desk):
    panel.set_caret(desk.span("bod, zei").start)
    assert panel.current() == desk.letter.placed_sections()[1].section.uid


def test_the_mark_moves_with_the_caret(panel, desk):
    panel.set_caret(desk.span("bod, zei").start)
    panel.set_caret(0)
    assert panel.current() == desk.letter.placed_sections()[0].section.uid


def test_a_proposed_section_has_a_question_mark_instead_of_a_key(panel, desk):
    uid = desk.letter.placed_sections()[1].section.uid
    proposed = replace(desk.letter.sections[uid], state="proposed")
    panel.show_letter(replace(desk.letter, sections={**desk.letter.sections, uid: proposed}))
    row = rows_of(panel).itemDelegate().row(model_of(panel).index(1))
    assert (row.aside, row.key, row.proposed) == ("?", "", True)


def test_escape_gives_the_keys_back(panel, qtbot):
    with qtbot.waitSignal(panel.done):
        qtbot.keyClick(panel.findChild(RowList), Qt.Key.Key_Escape)


def test_no_letter_shows_nothing(panel):
    panel.show_letter(None)
    assert titles(panel) == []


def test_a_hidden_panel_is_up_to_date_once_it_is_shown(panel, desk):
    panel.hide()
    desk.section("bod, zei", 1)
    panel.show_letter(desk.letter)
    assert len(titles(panel)) == 2
    panel.show()
    assert len(titles(panel)) == 3


def test_two_untitled_sections_of_a_tag_are_told_apart_by_their_words(panel, desk):
    first = desk.letter.placed_sections()[0].section.uid
    stamp = Stamp("mv", "2026-01-01T10:00:00.000Z")
    desk.do(operations.change_section(desk.letter, first, stamp, tag="topic"))
    desk.section("bod, zei")
    panel.show_letter(desk.letter)
    assert [titles(panel)[0][:11], titles(panel)[2][:11]] == ["(topic) Aan", "(topic) bod"]
