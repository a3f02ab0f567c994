"""What the File menu does: projects, import, export, copies. Slow work runs in threads of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QProgressDialog

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.session.exporting import export_letters
from annotator.storage.naming import kept_message
from annotator.storage.store import Store
from annotator.ui.features.transfer.export_dialog import ExportDialog
from annotator.ui.features.transfer.imports import Imports
from annotator.ui.settings import Settings
from annotator.ui.tasks import Background
from annotator.ui.translate import translated

if TYPE_CHECKING:
    from annotator.session.importing import ImportedFile


class Files(QObject):
    """The File menu's work on behalf of the window."""

    def __init__(
        self,
        window: Any,
        settings: Settings,
        background: Background,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.background = background
        self._imports = Imports(self, window)

    def new_project(self) -> bool:
        """Ask where a new project goes, make it and open it."""
        start = str(Path(self._settings.text("last_folder") or Path.home()) / self.tr("letters.kant"))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("New project"), start, self._filter())
        if not name:
            return False
        path = Path(name) if name.endswith(".kant") else Path(name + ".kant")
        self._settings.set("last_folder", str(path.parent))
        if path.exists():
            text = QT_TRANSLATE_NOOP("Files", "{name} is there already. Choose another name, or open it.")
            self.tell(Message("Files", text, {"name": path.name}))
            return False
        return bool(self._window.opening.make_project(path))

    def open_project(self) -> None:
        """Ask which project to open."""
        folder = self._settings.text("last_folder") or str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), folder, self._filter())
        if name:
            self._settings.set("last_folder", str(Path(name).parent))
            self._window.opening.open_path(Path(name))

    def open_sample(self) -> None:
        """Open the project with the sample letters, made anew where there is none yet."""
        self._window.opening.open_sample()

    def _filter(self) -> str:
        return self.tr("Kanttekening projects (*.kant)")

    def tell(self, message: Message) -> None:
        """Show a problem: one sentence."""
        box = QMessageBox(
            QMessageBox.Icon.Warning, self.tr("Kanttekening"), "", QMessageBox.StandardButton.Ok, self._window
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(translated(message))
        box.exec()

    # --- import -------------------------------------------------------------------------------------

    def import_dialog(self) -> None:
        """Ask which files to import."""
        self._import_asked(self._imports.ask_files)

    def import_folder_dialog(self) -> None:
        """Ask which folder to import."""
        self._import_asked(self._imports.ask_folder)

    def _import_asked(self, ask: Callable[[str], list[Path]]) -> None:
        paths = ask(self._settings.text("last_folder") or str(Path.home()))
        if paths:
            self._settings.set("last_folder", str(paths[0].parent))
            self.import_paths(paths)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped: a project is opened, letters are imported."""
        projects = [path for path in paths if path.suffix == ".kant"]
        if projects:
            self._window.opening.open_path(projects[0])
        elif paths:
            self.import_paths(paths)

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Import files and folders in the background, with progress and a report."""
        wanted = list(paths)
        if self._window.session is not None or self.new_project():
            self._imports.begin(wanted)

    def _report(self, report: Sequence[ImportedFile]) -> None:
        self._imports.report(report)

    # --- export -------------------------------------------------------------------------------------

    def export_dialog(self) -> None:
        """Ask what to export and where, and write it in the background."""
        session = self._window.session
        if session is None:
            return
        session.end_typing()
        folder = self._settings.text("last_export_folder") or str(Path.home())
        dialog = ExportDialog(self._window, folder, has_letter=session.letter_id is not None)
        if not dialog.exec():
            return
        self._settings.set("last_export_folder", str(dialog.folder))
        ids = None if dialog.all_letters or session.letter_id is None else [session.letter_id]
        progress = self.progress(self.tr("Exporting…"))
        store: Store = session.store
        format_id, out, force = dialog.format_id, dialog.folder, dialog.overwrite

        def work(tell: Callable[[int, str], None], cancelled: Callable[[], bool]) -> list[Path]:
            store.flush()
            return export_letters(
                store, ids, format_id, out, force=force, progress=lambda n: tell(n, ""), cancelled=cancelled
            )

        def done(paths: list[Path]) -> None:
            progress.close()
            text = QT_TRANSLATE_NOOP("Files", "Written to {folder}. Files: {count}.")
            self._window.say(Message("Files", text, {"count": len(paths), "folder": str(out)}))

        self.background.run(work, done, self.failed(progress), progress)

    def backup_dialog(self) -> None:
        """Ask where a verified copy of the project goes, and make it in the background."""
        session = self._window.session
        if session is None:
            return
        session.end_typing()
        start = session.store.path.with_name(self.tr("{name}-copy.kant").format(name=session.store.path.stem))
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save a copy"), str(start), self._filter()
        )
        if not name:
            return
        progress = self.progress(self.tr("Copying the project…"))
        dest = Path(name)
        store: Store = session.store

        def work(tell: Callable[[int, str], None], cancelled: Callable[[], bool]) -> tuple[Path, ...]:
            store.flush()
            return store.save_copy(dest, replace=True)

        def done(logs: tuple[Path, ...]) -> None:
            progress.close()
            text = QT_TRANSLATE_NOOP("Files", "A verified copy is in {name}.")
            self._window.say(Message("Files", text, {"name": str(dest)}))
            self.tell_kept(dest, logs)

        self.background.run(work, done, self.failed(progress), progress)

    def tell_kept(self, path: Path, logs: tuple[Path, ...]) -> None:
        """Say which logs of a lost file were kept, where there were any."""
        if (said := kept_message(path, logs)) is not None:
            self.tell(said)

    def progress(self, text: str) -> QProgressDialog:
        """Return a dialog that appears when the work takes long, with a way to cancel it."""
        dialog = QProgressDialog(text, self.tr("Cancel"), 0, 0, self._window)
        label = QLabel(text, dialog)
        label.setTextFormat(Qt.TextFormat.PlainText)  # it shows the names of files
        dialog.setLabel(label)
        dialog.setWindowTitle(self.tr("Kanttekening"))
        dialog.setMinimumDuration(400)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        return dialog

    def failed(self, dialog: QProgressDialog) -> Callable[[Exception], None]:
        """Return what closes the dialog and says what went wrong."""

        def failed(error: Exception) -> None:
            dialog.close()
            if not isinstance(error, Problem):
                raise error
            self.tell(error.message)

        return failed
