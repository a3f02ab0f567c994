from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.shell.mode_badge import Mode, ModeBadge
from annotator.ui.shell.status_strip import HintRow, StatusStrip
from annotator.ui.widgets.elided_label import ElidedLabel

HINTS = [("F2", "type"), ("F3", "next suspect"), ("", "letters tag the passage or section"), ("F1", "keys")]


@pytest.fixture
def strip(qtbot: QtBot) -> StatusStrip:
    widget = StatusStrip()
    qtbot.addWidget(widget)
    widget.set_mode("reading")
    widget.set_hints(HINTS, "F3")
    widget.resize(1200, 30)
    widget.show()
    QApplication.processEvents()
    return widget


def words(strip: StatusStrip) -> list[str]:
    return [label.text() for label in strip.findChildren(ElidedLabel) if label.isVisible()]


def hints(strip: StatusStrip) -> HintRow:
    return strip.findChildren(HintRow)[0]


def test_says_no_mode_at_first(qtbot: QtBot) -> None:
    widget = StatusStrip()
    qtbot.addWidget(widget)
    widget.show()
    assert not widget.findChildren(ModeBadge)[0].isVisible()


@pytest.mark.parametrize(("mode", "said"), [("reading", "READING"), ("editing", "EDITING")])
def test_shows_the_mode(strip: StatusStrip, mode: Mode, said: str) -> None:
    strip.set_mode(mode)
    badge = strip.findChildren(ModeBadge)[0]
    assert badge.isVisible() and badge.text() == said


def test_a_mode_goes_with_the_project(strip: StatusStrip) -> None:
    strip.clear()
    assert not strip.findChildren(ModeBadge)[0].isVisible()


def test_the_badge_keeps_its_width(strip: StatusStrip) -> None:
    badge = strip.findChildren(ModeBadge)[0]
    before = badge.sizeHint()
    strip.set_mode("editing")
    assert badge.sizeHint() == before


def test_shows_the_keys_it_is_given(strip: StatusStrip) -> None:
    assert hints(strip).shown_keys() == ["F2", "F3", "F1"]


def test_leaves_out_the_hints_that_there_is_no_room_for(strip: StatusStrip) -> None:
    strip.resize(300, 30)
    QApplication.processEvents()
    assert hints(strip).shown_keys() == ["F2", "F1"]


def test_a_click_on_a_hint_tells_its_keys(strip: StatusStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.hint_clicked) as clicked:
        QTest.mouseClick(hints(strip), Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert clicked.args == ["F2"]


@pytest.mark.parametrize(
    ("left", "said"), [(None, "keys"), (5, "5 left"), (0, "✓ no suspects left"), (1, "1 left")]
)
def test_says_how_many_suspects_are_left(strip: StatusStrip, left: int | None, said: str) -> None:
    strip.set_suspects_left(left)
    assert hints(strip).accessibleName().endswith(said)


def test_names_the_suspects_when_f3_is_not_there(strip: StatusStrip) -> None:
    strip.set_hints([("Esc", "back to reading")])
    strip.set_suspects_left(3)
    assert hints(strip).accessibleName() == "Esc back to reading; 3 suspects left"


def test_a_message_has_its_whole_text_in_the_tooltip(strip: StatusStrip) -> None:
    strip.set_message("No suspects left in <this> letter.")
    assert "&lt;this&gt; letter." in hints(strip).toolTip()


def test_hints_have_no_tooltip(strip: StatusStrip) -> None:
    assert hints(strip).toolTip() == ""


def test_says_since_when_all_is_saved(strip: StatusStrip) -> None:
    strip.set_saved("saved", datetime(2026, 3, 2, 14, 32, 7))
    assert words(strip) == ["✓ all saved, 14:32:07"]


def test_says_that_it_is_saving(strip: StatusStrip) -> None:
    strip.set_saved("saving")
    assert words(strip) == ["saving…"]


def test_says_why_it_is_not_saved(strip: StatusStrip) -> None:
    strip.set_saved("not saved", detail="the disk is full")
    assert words(strip) == ["not saved: the disk is full"]


def test_its_parts_stand_still_while_saving(strip: StatusStrip) -> None:
    strip.set_analyst("mv")
    strip.set_saved("saved", datetime(2026, 3, 2, 14, 32, 7))
    QApplication.processEvents()
    before = [label.x() for label in strip.findChildren(ElidedLabel)]
    strip.set_saved("saving")
    QApplication.processEvents()
    assert [label.x() for label in strip.findChildren(ElidedLabel)] == before


def test_shows_who_and_where(strip: StatusStrip) -> None:
    strip.set_analyst("mv")
    strip.set_place(126, 14)
    assert words(strip) == ["analyst: mv", "line 126, character 14"]


def test_shows_no_place_when_there_is_none(strip: StatusStrip) -> None:
    strip.set_place(126, 14)
    strip.set_place(None)
    assert words(strip) == []


def test_hints_stand_behind_a_message_where_there_is_room(strip: StatusStrip) -> None:
    strip.set_message("All is there.")
    strip.grab()
    assert "F3" in hints(strip).shown_keys()
    strip.set_message("A long message " * 60)
    strip.grab()
    assert hints(strip).shown_keys() == []
    assert {keys for keys, _ in hints(strip).rest()} >= {"F3"}  # the dots lead to them
    assert not hints(strip).dots().isEmpty()
