"""The mouse of an analyst on the text of the real window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget

from annotator.ui.widgets.key_hint import KeyHint
from tests.ui.shell.making import Bench, settle

LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def point(bench: Bench, offset: int, by: int = 2) -> QPoint:
    """Return a point on a character of the text, so many pixels behind its left edge."""
    rect = bench.window.views.text.place_rect(offset, offset + 1)
    return QPoint(rect.left() + by, rect.center().y())


def click(bench: Bench, words: str, nth: int = 0, button: Qt.MouseButton = LEFT) -> None:
    """Click into words of the text."""
    start = bench.span(words, nth).start + 1
    QTest.mouseClick(bench.window.views.text.viewport(), button, _NONE, point(bench, start))
    settle()


def sweep(bench: Bench, words: str, nth: int = 0) -> None:
    """Select words with the mouse."""
    span = bench.span(words, nth)
    drag(bench, span.start, span.end)


def drag(bench: Bench, start: int, end: int) -> None:
    """Press at an offset, move to another and release."""
    over = bench.window.views.text.viewport()
    first, last = point(bench, start, 0), point(bench, end, 0)
    QTest.mousePress(over, LEFT, _NONE, first)
    QTest.mouseMove(over, (first + last) / 2)
    QTest.mouseMove(over, last)
    QTest.mouseRelease(over, LEFT, _NONE, last)
    settle()


def list_of(bench: Bench, panel: str) -> QListView:
    """Bring a panel into view and return its list."""
    bench.window.composition.show_panel(panel)
    settle()
    (found,) = getattr(bench.window.views.side, panel).findChildren(QListView)
    assert isinstance(found, QListView)
    return found


def press(widget: QWidget) -> None:
    """Click in the middle of a widget, as far as it is seen."""
    assert widget.isVisible()
    QTest.mouseClick(widget, LEFT)
    settle()


def button(within: QWidget, words: str) -> KeyHint:
    """Return the button with these words."""
    (found,) = [hint for hint in within.findChildren(KeyHint) if hint.hint()[1] == words and hint.isVisible()]
    return found
