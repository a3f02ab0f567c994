"""The panes around the text: which docks there are, where they stand, and how focus goes round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


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


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
