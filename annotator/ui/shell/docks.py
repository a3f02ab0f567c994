"""The panes around the text: which docks there are, where they stand, and how focus goes round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget


class FocusRing:
    """The panes that F6 goes through, in reading order."""

    def __init__(self, panes: Sequence[QWidget]) -> None:
        self._panes = tuple(panes)

    def go(self, by: int) -> None:
        """Give the focus to the next pane that is shown (or the one before, with -1)."""
        shown = [pane for pane in self._panes if pane.isVisible() and not pane.visibleRegion().isEmpty()]
        if not shown:
            return
        focused = QApplication.focusWidget()
        at = next(
            (
                i
                for i, pane in enumerate(shown)
                if focused and (pane is focused or pane.isAncestorOf(focused))
            ),
            -by,
        )
        target = shown[(at + by) % len(shown)]
        inner = target.focusProxy() or target
        if inner.focusPolicy() == Qt.FocusPolicy.NoFocus:
            inner = next((w for w in target.findChildren(QWidget) if _takes_focus(w)), inner)
        inner.setFocus(Qt.FocusReason.TabFocusReason)


def tab_on(window: QWidget, panes: Sequence[QWidget], by: int) -> bool:
    """Give the focus to what Tab comes to next (or before, with -1): pane after pane, as F6 does.

    Qt's own order is that in which widgets were made, and it passes over what stands beside the one that
    a pane gives its focus to. Returns False where nothing else takes the focus.
    """
    stops = tab_stops(window, panes)
    focused = QApplication.focusWidget()
    if focused not in stops or len(stops) < 2:
        return False
    reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
    stops[(stops.index(focused) + by) % len(stops)].setFocus(reason)
    return True


def tab_stops(window: QWidget, panes: Sequence[QWidget]) -> list[QWidget]:
    """Return all that Tab comes to in a window, in order; what is in no pane comes last."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if (
            _takes_focus(widget)
            and widget.focusProxy() is None
            and widget.window() is window
            and not _behind(widget)
        ):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return sorted(found, key=lambda stop: _pane_of(stop, panes))


def _pane_of(widget: QWidget, panes: Sequence[QWidget]) -> int:
    inside = (at for at, pane in enumerate(panes) if pane is widget or pane.isAncestorOf(widget))
    return next(inside, len(panes))


def _behind(widget: QWidget) -> bool:
    """Tell whether a widget is in a dock that lies behind another's tab: Qt calls that visible."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QDockWidget):
        above = above.parentWidget()
    return above is not None and above.visibleRegion().isEmpty()


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
