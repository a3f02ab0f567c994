"""Export, and copies of the project: asked for in a dialog, written in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.session import Session
from annotator.session.project.backups import kept_message
from annotator.session.transfer.exporting import Wish, export_letters
from annotator.ui.context import Context
from annotator.ui.features.transfer.export_dialog import ExportDialog
from annotator.ui.features.transfer.imports import Imports
from annotator.ui.tasks import Tasks


class TransferController(QObject):
    """What comes into a project and goes out of it."""

    def __init__(self, session: Session, context: Context, edits: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context = session, context
        self.imports = Imports(session, context, edits, self)

    def export_dialog(self) -> None:
        """Ask what to export and where, and write it in the background."""
        session, settings, dialogs = self._session, self._context.settings, self._context.dialogs
        self._context.navigator.finish_typing()
        folder = settings.text("last_export_folder") or str(Path.home())
        dialog = ExportDialog(dialogs.parent, folder, has_letter=session.letter_id is not None)
        if not dialog.exec():
            return
        settings.set("last_export_folder", str(dialog.folder))
        ids = None if dialog.all_letters or session.letter_id is None else [session.letter_id]
        progress = dialogs.progress(self.tr("Exporting…"))
        store = session.store
        format_id, out, force = dialog.format_id, dialog.out, dialog.overwrite

        def work(tell: Callable[[int, str], None], cancelled: Callable[[], bool]) -> list[Path]:
            store.flush()
            wish = Wish(format_id, ids)
            return export_letters(
                store, wish, out, force=force, progress=lambda n: tell(n, ""), cancelled=cancelled
            )

        def done(paths: list[Path]) -> None:
            progress.close()
            text = QT_TRANSLATE_NOOP("Files", "Written to {folder}. Files: {count}.")
            self._context.say(Message("Files", text, {"count": len(paths), "folder": str(out)}))

        self._context.tasks.run(work, done, dialogs.failed(progress), progress)

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
