"""What a feature says or asks in a dialog of its own: one sentence, progress with a way to cancel."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressDialog, QWidget

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.ui.translate import translated

if TYPE_CHECKING:
    from annotator.ui.widgets.progress_strip import Progress, ProgressStrips


class Dialogs:
    """Makes the dialogs that every feature needs; `parent` is the widget that they lie over.

    `place` is given what shows how far work is, once there is some.
    """

    def __init__(self, parent: QWidget, place: Callable[[QWidget], None]) -> None:
        self.parent, self._place = parent, place

    def tell(self, message: Message) -> None:
        """Show a problem: one sentence."""
        box = QMessageBox(
            QMessageBox.Icon.Warning, "Kanttekening", "", QMessageBox.StandardButton.Ok, self.parent
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(translated(message))
        box.exec()

    def progress(self, text: str, total: int = 0) -> Progress:
        """Return a strip for work of `total` steps: it appears when that takes long, with a stop."""
        return self._strips.begin(text, total)

    def stop(self) -> bool:
        """Stop the work that began last, of that which shows how far it is; tell whether there is any."""
        running = self._strips.running() if "_strips" in self.__dict__ else []
        return any(strip.cancel() for strip in reversed(running))

    @cached_property
    def _strips(self) -> ProgressStrips:
        from annotator.ui.widgets.progress_strip import ProgressStrips  # not on the way to the first paint

        strips = ProgressStrips(self.parent)
        self._place(strips)
        return strips

    def holding(self, text: str) -> QProgressDialog:
        """Return a dialog for work that must keep the keys from the window until it is done."""
        cancel = QCoreApplication.translate("Dialogs", "Cancel")
        dialog = QProgressDialog(text, cancel, 0, 0, self.parent)
        label = QLabel(text, dialog)
        label.setTextFormat(Qt.TextFormat.PlainText)  # it shows the names of files
        dialog.setLabel(label)
        dialog.setWindowTitle("Kanttekening")
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.setMinimumDuration(400)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        return dialog

    def failed(self, dialog: Progress | QProgressDialog) -> Callable[[Exception], None]:
        """Return what closes what shows progress and says what went wrong."""

        def failed(error: Exception) -> None:
            dialog.close()
            if not isinstance(error, UserError):
                raise error
            self.tell(error.message)

        return failed
