"""Export, and copies of the project: asked for in a dialog, written in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.session import Session
from annotator.session.project.backups import kept_message
from annotator.ui.context import Context
from annotator.ui.features.transfer.exports import Exports, LetterChoice
from annotator.ui.features.transfer.imports import Imports
from annotator.ui.tasks import Tasks


class TransferController(QObject):
    """What comes into a project and goes out of it."""

    def __init__(
        self, session: Session, context: Context, edits: Tasks, letters: LetterChoice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._context = session, context
        self.imports = Imports(session, context, edits, self)
        self._exports = Exports(session, context, letters, self)

    def export_dialog(self) -> None:
        """Ask what to export and where, and write it in the background."""
        self._exports.ask()

    def open_export_folder(self) -> None:
        """Show the folder of the last export."""
        self._exports.open_folder()

    def copy_dialog(self) -> None:
        """Ask where a verified copy of the project goes, and make it in the background."""
        store, dialogs = self._session.store, self._context.dialogs
        self._context.navigator.finish_typing()
        start = store.path.with_name(self.tr("{name}-copy.kant").format(name=store.path.stem))
        kinds = self.tr("Kanttekening projects (*.kant)")
        name, _ = QFileDialog.getSaveFileName(dialogs.parent, self.tr("Save a copy"), str(start), kinds)
        if not name:
            return
        progress = dialogs.progress(self.tr("Copying the project…"))
        dest = Path(name)

        def work(tell: Callable[[int, str], None], cancelled: Callable[[], bool]) -> tuple[Path, ...]:
            store.flush()
            return store.save_copy(dest, replace=True)

        def done(logs: tuple[Path, ...]) -> None:
            progress.close()
            text = QT_TRANSLATE_NOOP("Files", "A verified copy is in {name}.")
            self._context.say(Message("Files", text, {"name": str(dest)}))
            if (said := kept_message(dest, logs)) is not None:
                dialogs.tell(said)

        self._context.tasks.run(work, done, dialogs.failed(progress), progress)
