"""What a feature says or asks in a dialog of its own: one sentence, progress with a way to cancel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressDialog, QWidget

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.ui.translate import translated


class Dialogs:
    """Makes the dialogs that every feature needs; `parent` is the widget that they lie over."""

    def __init__(self, parent: QWidget) -> None:
        self.parent = parent

    def tell(self, message: Message) -> None:
        """Show a problem: one sentence."""
        box = QMessageBox(
            QMessageBox.Icon.Warning, "Kanttekening", "", QMessageBox.StandardButton.Ok, self.parent
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(translated(message))
        box.exec()

    def progress(self, text: str) -> QProgressDialog:
        """Return a dialog that appears when the work takes long, with a way to cancel it."""
        cancel = QCoreApplication.translate("Dialogs", "Cancel")
        dialog = QProgressDialog(text, cancel, 0, 0, self.parent)
        label = QLabel(text, dialog)
        label.setTextFormat(Qt.TextFormat.PlainText)  # it shows the names of files
        dialog.setLabel(label)
        dialog.setWindowTitle("Kanttekening")
        dialog.setMinimumDuration(400)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        return dialog

    def failed(self, dialog: QProgressDialog) -> Callable[[Exception], None]:
        """Return what closes a progress dialog and says what went wrong."""

        def failed(error: Exception) -> None:
            dialog.close()
            if not isinstance(error, UserError):
                raise error
            self.tell(error.message)

        return failed
