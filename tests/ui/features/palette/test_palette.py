"""The palette by keys, and what is found first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.features.palette import Item, Palette, PaletteButton
from annotator.ui.features.palette.items import Found, ranked
from annotator.ui.features.palette.rows import pieces
from tests.ui.looking import field_of, model_of

ITEMS = (
    Item("command:undo", "Ongedaan maken", "Bewerken", "Ctrl+Z", ("Undo",)),
    Item("command:next", "Volgende brief", "Brief", "Ctrl+PgDown", ("Next letter",)),
    Item("command:export", "Exporteren", "Bestand", "", ("Export",), why_not="no project is open"),
    Item("command:status", "Status: klaar", "Brief", "Ctrl+3", ("Status: done",)),
)


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    made = Palette(lambda text: ranked(ITEMS, text), "Find something")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def ids(palette: Palette) -> list[str]:
    return [found.item.id.partition(":")[2] for found in model_of(palette).items()]


def type_in(palette: Palette, text: str) -> None:
    QTest.keyClicks(field_of(palette), text)
    QApplication.processEvents()


@pytest.mark.parametrize("text", ["ongedaan", "undo", "bewerken", "om"])
def test_is_found_by_the_screens_name_the_english_one_the_menu_and_initials(text: str) -> None:
    assert ranked(ITEMS, text)[0].item.id == "command:undo"


def test_a_title_goes_before_a_menu() -> None:
    assert [found.item.id for found in ranked(ITEMS, "brief")] == ["command:next", "command:status"]


def test_what_was_chosen_lately_comes_first() -> None:
    recent = ("command:status", "command:next")
    assert [found.item.id for found in ranked(ITEMS, "", recent)][:2] == list(recent)


def test_enter_chooses_and_closes(palette: Palette) -> None:
    type_in(palette, "volg")
    QTest.keyClick(field_of(palette), Qt.Key.Key_Return)
    assert palette.chosen == ITEMS[1] and not palette.isVisible()


def test_arrows_go_round(palette: Palette) -> None:
    QTest.keyClick(field_of(palette), Qt.Key.Key_Up)
    QTest.keyClick(field_of(palette), Qt.Key.Key_Return)
    assert palette.chosen == ITEMS[3]


def test_what_cannot_be_done_now_says_why_and_stays(palette: Palette) -> None:
    type_in(palette, "export")
    QTest.keyClick(field_of(palette), Qt.Key.Key_Return)
    assert palette.isVisible() and palette.chosen is None
    assert palette.findChild(QLabel, "why_not").text() == "no project is open"


def test_esc_closes_and_chooses_nothing(palette: Palette) -> None:
    QTest.keyClick(field_of(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible() and palette.chosen is None


def test_what_is_typed_is_asked_elsewhere_and_the_answer_added_behind(palette: Palette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.wanted, check_params_cb=lambda text: text == "volg"):
        type_in(palette, "volg")
    palette.add("volg", [Found(Item("letter:1", "Volgens de brief"))])
    assert ids(palette) == ["next", "1"]


def test_a_stale_answer_is_dropped(palette: Palette) -> None:
    type_in(palette, "volg")
    palette.add("vol", [Found(Item("letter:1", "Volle zee"))])
    assert ids(palette) == ["next"]


def test_a_screen_reader_hears_what_is_chosen(palette: Palette) -> None:
    type_in(palette, "volg")
    assert field_of(palette).accessibleDescription() == "Volgende brief, Brief, Ctrl+PgDn"


def test_what_was_found_is_told_apart() -> None:
    assert pieces("Volgende brief", ((0, 4), (9, 14))) == [("Volg", True), ("ende ", False), ("brief", True)]


def test_the_button_names_its_key(qtbot: QtBot) -> None:
    button = PaletteButton("Find…", "Ctrl+Shift+P")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Find… (Ctrl+Shift+P)"
