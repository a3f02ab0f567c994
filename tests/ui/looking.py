"""What a test sees of a view from outside: its rows, its field, what its head says."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPushButton, QWidget

from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.panel_header import PanelHeader


def rows_of(view: QWidget) -> Any:
    """Return the list or table that a view shows."""
    found = view.findChildren(QAbstractItemView)
    return next(rows for rows in found if not isinstance(rows.parent().parent(), QComboBox))


def model_of(view: QWidget) -> Any:
    """Return the model of the rows that a view shows."""
    return rows_of(view).model()


def field_of(view: QWidget) -> QLineEdit:
    """Return the field of a view that is typed into."""
    field: QLineEdit = view.findChild(QLineEdit)
    return field


def label_of(view: QWidget, name: str) -> ElidedLabel:
    """Return a line of text of a view by its name."""
    label: ElidedLabel | None = view.findChild(ElidedLabel, name)
    assert label is not None, f"no line is named {name}"
    return label


def detail_of(view: QWidget) -> str:
    """Return what a panel's head says on the right."""
    head = view if isinstance(view, PanelHeader) else view.findChild(PanelHeader)
    _title, detail = head.findChildren(ElidedLabel)
    return str(detail.text())


def button_of(view: QWidget, text: str) -> QPushButton:
    """Return the button of a view that shows this text."""
    return next(button for button in view.findChildren(QPushButton) if button.text() == text)


def lines_of(view: QWidget) -> str:
    """Return what the rows of a view say, a line each."""
    model = model_of(view)
    return "\n".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))
