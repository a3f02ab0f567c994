"""Edits and queries on behalf of the window: shown with their progress, cancelled by their dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressDialog

from annotator.session.operations import Operations, Running
from annotator.ui.tasks import Background, show_progress

if TYPE_CHECKING:
    from annotator.session import Session
    from annotator.ui.shell.main_window import MainWindow


class Tasks(QObject):
    """The operations of one open project, as its window shows them."""

    def __init__(self, window: MainWindow, session: Session, background: Background) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._modal: QProgressDialog | None = None
        self.operations = Operations(session, background)
        self.operations.held.connect(self._held)
        self.operations.changed.connect(lambda _: self._let_go())

    def show(self, running: Running, dialog: QProgressDialog) -> None:
        """Show how far an operation is on a dialog, whose button cancels it."""
        post = self._background.post
        dialog.canceled.connect(lambda: running.cancel())  # noqa: PLW0108
        running.progressed = lambda count, name: post(lambda: show_progress(dialog, count, name))

    def _held(self, running: Running) -> None:
        """Keep the keys from the window: others' changes came twice while it was worked out."""
        dialog = self._modal = self._window.files.progress(self.tr("Changing letters…"))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.show(running, dialog)
        dialog.show()

    def _let_go(self) -> None:
        dialog, self._modal = self._modal, None
        if dialog is not None:
            dialog.close()
