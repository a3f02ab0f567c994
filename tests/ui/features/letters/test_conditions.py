"""The conditions of the list: set by the menu, shown as chips, taken away by a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from annotator.core.codebook import Codebook
from annotator.storage.letter_list import LetterFilter
from annotator.ui.features.letters.conditions import Conditions
from annotator.ui.widgets.chip import Chip


@pytest.fixture
def conditions(qtbot: QtBot, codebook: Codebook) -> Conditions:
    made = Conditions()
    made.set_codebook(codebook, "en")
    qtbot.addWidget(made)
    return made


def choose(conditions: Conditions, *names: str) -> None:
    menu = conditions.menu()
    for name in names[:-1]:
        menu = next(m for m in menu.findChildren(QMenu) if m.title() == name)
    action = next(a for a in menu.actions() if isinstance(a, QAction) and a.text() == names[-1])
    action.trigger()


def chips(conditions: Conditions) -> list[str]:
    return [chip.text() for chip in conditions.findChildren(Chip) if not chip.isHidden()]


def test_a_tag(conditions: Conditions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(conditions.changed):
        choose(conditions, "With the tag", "Country")
    assert conditions.wanted("x", "todo") == LetterFilter("x", "todo", tag="country")
    assert chips(conditions) == ["Country  ×"]


def test_a_field_and_what_it_holds(conditions: Conditions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.widgets.ask_text.ask_text", lambda *_: "Irak")
    choose(conditions, "With the field", "Subject…")
    assert conditions.wanted("", None) == LetterFilter(field="subject", value="Irak")
    assert chips(conditions) == ["Subject: Irak  ×"]


def test_what_is_left(conditions: Conditions) -> None:
    choose(conditions, "suspects left")
    assert conditions.wanted("", None) == LetterFilter(left="suspects")


def test_a_chip_takes_its_condition_away(conditions: Conditions) -> None:
    conditions.show()
    choose(conditions, "suspects left")
    choose(conditions, "With the tag", "Country")
    QTest.mouseClick(
        next(chip for chip in conditions.findChildren(Chip) if chip.isVisible()), Qt.MouseButton.LeftButton
    )
    assert conditions.wanted("", None) == LetterFilter(left="suspects")
    choose(conditions, "All again")
    assert conditions.wanted("", None) == LetterFilter()
    assert chips(conditions) == []
