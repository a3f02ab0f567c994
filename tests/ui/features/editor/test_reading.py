from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.features.editor import text_view
from annotator.ui.features.editor.marks import DeskMarks, SuspectMark

OpenDesk = Callable[..., Any]
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def words_opened(desk: Any) -> list[str]:
    opened: list[str] = []
    desk.view.word_activated.connect(lambda start, end: opened.append(desk.view.text()[start:end]))
    return opened


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (Qt.Key.Key_N, "n"),
        (Qt.Key.Key_Space, " "),
        (Qt.Key.Key_Delete, ""),
        (Qt.Key.Key_Backspace, ""),
        (Qt.Key.Key_BracketLeft, "["),
    ],
)
def test_single_keys_are_left_to_the_window(open_desk: OpenDesk, key: Qt.Key, text: str) -> None:
    desk = open_desk("een twee", editing=False)
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text)
    QApplication.sendEvent(desk.view, event)
    assert not event.isAccepted()
    assert desk.shows() == "een twee"


def test_a_letter_reaches_the_windows_action(open_desk: OpenDesk) -> None:
    desk = open_desk("een twee", editing=False)
    done: list[bool] = []
    action = QAction(desk.view)
    action.setShortcut(QKeySequence("N"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: done.append(True))
    desk.view.addAction(action)
    QTest.keyClick(desk.view, Qt.Key.Key_N)
    assert len(done) == 1
    desk.view.set_editing(True)
    QTest.keyClick(desk.view, Qt.Key.Key_N)
    assert len(done) == 1
    assert desk.shows() == "neen twee"


@pytest.mark.parametrize("action", ["paste", "cut"])
def test_clipboard_changes_nothing_while_reading(open_desk: OpenDesk, action: str) -> None:
    desk = open_desk("een twee", editing=False)
    QGuiApplication.clipboard().setText("x")
    desk.view.select(0, 3)
    getattr(desk.view, action)()
    assert desk.shows() == "een twee"


def test_input_method_changes_nothing_while_reading(open_desk: OpenDesk) -> None:
    desk = open_desk("een", editing=False)
    event = QInputMethodEvent("", [])
    event.setCommitString("é")
    QApplication.sendEvent(desk.view, event)
    assert desk.shows() == "een"


def test_caret_moves_by_the_keys(open_desk: OpenDesk) -> None:
    desk = open_desk("\U0001f600een\ntwee", editing=False)
    places: list[int] = []
    desk.view.caret_moved.connect(places.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(desk.view, key)
    assert places == [1, 2, 4, 9, 5]


def test_shift_and_arrows_select(open_desk: OpenDesk) -> None:
    desk = open_desk("\U0001f600een", editing=False)
    QTest.keyClick(desk.view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(desk.view, Qt.Key.Key_Right, SHIFT)
    assert desk.view.selection() == (0, 2)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_word_at_the_caret(open_desk: OpenDesk, key: Qt.Key) -> None:
    desk = open_desk("in Belgié is", editing=False, at=5)
    opened = words_opened(desk)
    QTest.keyClick(desk.view, key)
    assert opened == ["Belgié"]


def test_enter_opens_the_selection(open_desk: OpenDesk) -> None:
    desk = open_desk("in Belgié is", editing=False)
    opened = words_opened(desk)
    desk.view.select(0, 9)
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert opened == ["in Belgié"]


def test_enter_held_down_opens_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk("in Belgié is", editing=False, at=5)
    opened = words_opened(desk)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", True)
    QApplication.sendEvent(desk.view, event)
    assert opened == []


def test_enter_on_a_suspect_opens_all_of_it(open_desk: OpenDesk) -> None:
    marks = DeskMarks(suspects=(SuspectMark(0, 7, "two words"),))
    desk = open_desk("gecoor dineerd", marks, editing=False, at=2)
    opened = words_opened(desk)
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert opened == ["gecoor "]


def test_double_click_opens_the_word(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk("\U0001f600 een\nin Belgié is", editing=False)
    opened = words_opened(desk)
    place = desk.view.place_rect(10, 12).center()
    qtbot.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert opened == ["Belgié"]


def test_copy_takes_the_letters_own_characters(open_desk: OpenDesk) -> None:
    desk = open_desk("28\u00a0676", editing=False)
    desk.view.select(0, 6)
    QTest.keyClick(desk.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "28\u00a0676"


def test_nothing_can_be_dropped_while_reading(open_desk: OpenDesk) -> None:
    desk = open_desk("een", editing=False)
    data = QMimeData()
    data.setText("x")
    desk.view.insertFromMimeData(data)
    assert desk.shows() == "een"
    assert not desk.view.acceptDrops()


def test_ctrl_and_the_wheel_ask_for_another_text_size(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk("een", editing=False)
    place, still = QPointF(20, 20), QPoint()
    wheel = QWheelEvent(
        place, place, still, QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    font = desk.view.font()
    with qtbot.waitSignal(desk.view.zoom_wanted) as asked:
        QApplication.sendEvent(desk.view.viewport(), wheel)
    assert asked.args == [1]
    assert desk.view.font() == font


class Reader:
    """Stands in for a screen reader."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def isActive(self) -> bool:
        return True

    def updateAccessibility(self, event: Any) -> None:
        self.heard.append(event.message())


def test_screen_reader_hears_what_the_caret_meets(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader()
    monkeypatch.setattr(text_view, "QAccessible", reader)
    marks = DeskMarks(suspects=(SuspectMark(1, 3, "no such word"),))
    desk = open_desk("een twee", marks, editing=False)
    for _ in range(4):
        QTest.keyClick(desk.view, Qt.Key.Key_Right)
    assert reader.heard == ["no such word"]
