"""Docks around the text: a panel in one, whose own header is its handle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from annotator.ui.widgets.panel_header import PanelHeader

LAYOUT_VERSION = 2  # of the docks: kept layouts of another one are left alone


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
