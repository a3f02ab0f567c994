"""The panes around the reading desk: which docks there are, where they stand, and how focus goes round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from annotator.ui.widgets.panel_header import PanelHeader

LAYOUT_VERSION = 1


def add_pane(
    window: QMainWindow, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea
) -> QDockWidget:
    """Put a panel in a dock of its own; the panel's own header is the dock's handle."""
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setFeatures(
        QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable
    )
    put_in_pane(dock, panel)
    window.addDockWidget(area, dock)
    return dock


def put_in_pane(dock: QDockWidget, panel: QWidget) -> None:
    """Put a panel in a dock, in place of what stands there."""
    old, old_header = dock.widget(), dock.titleBarWidget()
    dock.setWidget(panel)
    header = panel.findChild(PanelHeader)
    if header is not None:
        dock.setTitleBarWidget(header)
    for widget in (old, old_header):
        if widget is not None:
            widget.hide()
            widget.deleteLater()


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
