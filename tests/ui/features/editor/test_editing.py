from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

OpenDesk = Callable[..., Any]
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
SMILE = "\U0001f600"


def press(desk: Any, key: Qt.Key | int, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(desk.view, QKeyEvent(kind, int(key), modifiers, text))


def typed(desk: Any, text: str) -> None:
    for character in text:
        press(desk, ord(character[0].upper()), character)


def paste(desk: Any, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    press(desk, Qt.Key.Key_V, "\x16", CTRL)


def commit(desk: Any, text: str, preedit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(desk.view, event)


def test_letters_come_where_the_caret_is(open_desk: OpenDesk) -> None:
    desk = open_desk("een twee", at=3)
    typed(desk, "!é")
    assert desk.shows() == "een!é twee"


def test_each_key_tells_its_edit(open_desk: OpenDesk) -> None:
    desk = open_desk("een", at=3)
    typed(desk, "ab")
    assert desk.edits == [(3, 3, "a"), (4, 4, "b")]


def test_no_break_spaces_stay_through_typing_beside_them(open_desk: OpenDesk) -> None:
    desk = open_desk("28\u00a0676", at=3)
    typed(desk, "x")
    assert desk.view.text() == "28\u00a0x676"
    assert desk.shows() == desk.view.text()


def test_selection_is_typed_over_in_one_edit(open_desk: OpenDesk) -> None:
    desk = open_desk("in Belgié is")
    desk.view.select(3, 9)
    typed(desk, "B")
    assert desk.edits == [(3, 9, "B")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("modifiers", [NONE, SHIFT, Qt.KeyboardModifier.KeypadModifier])
def test_enter_breaks_the_line(open_desk: OpenDesk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    desk = open_desk("eentwee", at=3)
    press(desk, key, "\r", modifiers)
    assert desk.shows() == "een\ntwee"


def test_backspace_takes_a_whole_astral_character(open_desk: OpenDesk) -> None:
    desk = open_desk(f"a{SMILE}b", at=2)
    press(desk, Qt.Key.Key_Backspace)
    assert desk.shows() == "ab"


def test_backspace_takes_only_the_accent_of_a_composed_letter(open_desk: OpenDesk) -> None:
    desk = open_desk("co\u0308rd", at=3)
    press(desk, Qt.Key.Key_Backspace)
    assert desk.shows() == "cord"


def test_delete_takes_a_letter_with_its_accents(open_desk: OpenDesk) -> None:
    desk = open_desk("co\u0308rd", at=1)
    press(desk, Qt.Key.Key_Delete)
    assert desk.shows() == "crd"


def test_backspace_at_a_lines_start_joins_the_lines(open_desk: OpenDesk) -> None:
    desk = open_desk("verplich-\ntingen", at=10)
    press(desk, Qt.Key.Key_Backspace)
    assert desk.shows() == "verplich-tingen"


def test_backspace_at_the_start_does_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk("een", at=0)
    press(desk, Qt.Key.Key_Backspace)
    assert desk.edits == []


def test_ctrl_backspace_takes_the_word_before(open_desk: OpenDesk) -> None:
    desk = open_desk(f"{SMILE} een twee", at=9)
    press(desk, Qt.Key.Key_Backspace, "", CTRL)
    assert desk.shows() == f"{SMILE} een e"


def test_ctrl_delete_takes_the_word_after(open_desk: OpenDesk) -> None:
    desk = open_desk("een twee drie", at=4)
    press(desk, Qt.Key.Key_Delete, "", CTRL)
    assert desk.shows() == "een drie"


def test_pasted_line_breaks_of_windows_become_one(open_desk: OpenDesk) -> None:
    desk = open_desk("ab", at=1)
    paste(desk, "x\r\ny")
    assert desk.shows() == "ax\nyb"
    press(desk, Qt.Key.Key_Left)
    press(desk, Qt.Key.Key_Backspace)
    assert desk.shows() == "axyb"


def test_pasted_line_separator_is_normalised(open_desk: OpenDesk) -> None:
    desk = open_desk("ab", at=1)
    paste(desk, "x\u2028y")
    assert desk.shows() == "ax\nyb"


def test_a_pasted_soft_line_break_of_a_word_processor_ends_a_line(open_desk: OpenDesk) -> None:
    desk = open_desk("ab", at=1)
    paste(desk, "commissie\x0bstelt")
    assert desk.shows() == "acommissie\nstelt" + "b"
    commit(desk, "x\x0by")
    assert desk.shows() == "acommissie\nsteltx\nyb"


def test_pasted_no_break_space_stays(open_desk: OpenDesk) -> None:
    desk = open_desk("", at=0)
    paste(desk, "28\u00a0676")
    assert desk.view.text() == "28\u00a0676"


def test_pasted_markup_is_text(open_desk: OpenDesk) -> None:
    desk = open_desk("")
    data = QMimeData()
    data.setHtml("<b>vet</b>")
    data.setText("<b>vet</b>")
    QGuiApplication.clipboard().setMimeData(data)
    press(desk, Qt.Key.Key_V, "\x16", CTRL)
    assert desk.shows() == "<b>vet</b>"


def test_cut_takes_the_selection_and_copies_it_unchanged(open_desk: OpenDesk) -> None:
    desk = open_desk("nr. 28\u00a0676 x")
    desk.view.select(4, 10)
    press(desk, Qt.Key.Key_X, "\x18", CTRL)
    assert desk.shows() == "nr.  x"
    assert QGuiApplication.clipboard().text() == "28\u00a0676"


def test_undo_keys_are_left_to_the_window(open_desk: OpenDesk) -> None:
    desk = open_desk("een", at=3)
    typed(desk, "x")
    press(desk, Qt.Key.Key_Z, "\x1a", CTRL)
    assert desk.shows() == "eenx"


def test_dead_key_commits_its_letter(open_desk: OpenDesk) -> None:
    desk = open_desk("Belgi", at=5)
    commit(desk, "ë")
    assert desk.shows() == "België"


def test_composed_text_is_no_edit_until_it_is_committed(open_desk: OpenDesk) -> None:
    desk = open_desk("ab", at=1)
    QApplication.sendEvent(desk.view, QInputMethodEvent("´", []))
    assert desk.edits == []
    commit(desk, "é")
    assert desk.shows() == "aéb"


def test_composing_over_a_selection_tells_that_it_is_gone(open_desk: OpenDesk) -> None:
    desk = open_desk("een twee")
    desk.view.select(0, 3)
    QApplication.sendEvent(desk.view, QInputMethodEvent("n", []))
    assert desk.edits == [(0, 3, "")]
    commit(desk, "に")
    assert desk.shows() == "に twee"


def test_input_method_may_replace_what_stands_before(open_desk: OpenDesk) -> None:
    desk = open_desk(f"{SMILE}cafe", at=5)
    event = QInputMethodEvent("", [])
    event.setCommitString("é", -1, 1)
    QApplication.sendEvent(desk.view, event)
    assert desk.shows() == f"{SMILE}café"


def test_dropped_text_comes_where_it_is_dropped(open_desk: OpenDesk) -> None:
    desk = open_desk("een twee")
    data = QMimeData()
    data.setText("x\r\n")
    place = QPointF(desk.view.place_rect(4, 4).center())
    copy = Qt.DropAction.CopyAction
    drop = QDropEvent(place, copy, data, Qt.MouseButton.LeftButton, NONE)
    desk.view.dropEvent(drop)
    assert desk.shows() == "een x\ntwee"


def test_the_caret_stands_behind_what_was_pasted(open_desk: OpenDesk) -> None:
    desk = open_desk("ab", at=1)
    paste(desk, f"{SMILE}\n{SMILE}")
    assert desk.view.caret() == 4


def test_control_characters_type_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk("een")
    press(desk, Qt.Key.Key_B, "\x02", CTRL)
    press(desk, Qt.Key.Key_Escape, "\x1b")
    assert desk.edits == []


def test_typing_tells_the_window_that_the_key_is_taken(open_desk: OpenDesk) -> None:
    desk = open_desk("een")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_N, NONE, "n")
    QApplication.sendEvent(desk.view, event)
    assert event.isAccepted()


def test_function_keys_stay_the_windows(open_desk: OpenDesk) -> None:
    desk = open_desk("een")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F2, NONE, "")
    QApplication.sendEvent(desk.view, event)
    assert not event.isAccepted()


KEYS = st.sampled_from(
    [
        (Qt.Key.Key_A, "a", NONE),
        (Qt.Key.Key_Return, "\r", NONE),
        (Qt.Key.Key_Backspace, "", NONE),
        (Qt.Key.Key_Delete, "", NONE),
        (Qt.Key.Key_Backspace, "", CTRL),
        (Qt.Key.Key_Left, "", NONE),
        (Qt.Key.Key_Right, "", SHIFT),
        (Qt.Key.Key_Up, "", SHIFT),
        (Qt.Key.Key_End, "", NONE),
        (0, SMILE, NONE),
        (0, "\u0301", NONE),
        (0, "\u00a0", NONE),
    ]
)


@given(
    st.text("ab \n\u00a0é\u0301\u2028" + SMILE, max_size=12), st.lists(KEYS, max_size=12), st.integers(0, 12)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_text_document_and_signals_never_part(
    open_desk: OpenDesk, text: str, keys: list[tuple[int, str, Qt.KeyboardModifier]], at: int
) -> None:
    desk = open_desk(text, at=min(at, len(text)))
    for key, typed_text, modifiers in keys:
        press(desk, key, typed_text, modifiers)
        desk.shows()
    desk.view.close()


def test_selection_follows_the_mouse_between_lines(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk("een twee\ndrie vier")
    rect = desk.view.place_rect(13, 13)
    between = rect.topLeft()
    between.setY(rect.top() - 2)
    qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, NONE, between)
    assert desk.view.caret() == 13


def test_what_an_input_method_gives_is_normalised(open_desk: OpenDesk) -> None:
    desk = open_desk("een", at=3)
    commit(desk, "a\u2028b")
    assert desk.shows() == "eena\nb"
