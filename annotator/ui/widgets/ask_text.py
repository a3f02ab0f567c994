"""Ask for one line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from annotator.ui.widgets.field_keys import FieldKeys


def ask_text(parent: QWidget, title: str, question: str, text: str = "") -> str | None:
    """Return the line that is given to a question, None when it is cancelled; `text` stands there first."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    for field in dialog.findChildren(QLineEdit):
        field.setAcceptDrops(False)  # it would say that it moved a file
        FieldKeys(field)
        field.selectAll()
    given = dialog.textValue() if dialog.exec() else None
    dialog.deleteLater()
    return given
