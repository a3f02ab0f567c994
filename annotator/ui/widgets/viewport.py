"""A viewport that Python made, for a view that is in the first picture."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> None:
    """Give a view a viewport that Python made, set as Qt sets its own, but for the shape of the pointer.

    Asked for a viewport that Qt made, PySide looks for its class, and makes all classes of widgets for that,
    with their enums: 17 ms of a start.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
