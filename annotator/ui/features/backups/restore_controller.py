"""Restoring a backup: which, what that would do, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project import backups
from annotator.ui.context import Context, Projects
from annotator.ui.translate import filled, translated
from annotator.ui.widgets.parting import part_with

if TYPE_CHECKING:
    from annotator.storage.backups.comparing import Comparison, Made
    from annotator.storage.backups.folder import Backup
    from annotator.storage.backups.restoring import Restored
    from annotator.ui.features.backups.restore_dialog import BackupLine, RestoreDialog


class RestoreController(QObject):
    """Restores backups: of the open project (`project` returns it), or where none is open."""

    def __init__(
        self,
        context: Context,
        projects: Projects,
        project: Callable[[], Session | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._projects, self._project = context, projects, project

    def restore(self) -> None:
        """Ask which backup to restore, tell what that does, and do it."""
        session = self._project()
        if session is None:
            self._restore_without_project()
        else:
            self._restore_here(session)

    def _restore_here(self, session: Session) -> None:
        from annotator.ui.features.backups.restore_dialog import RestoreDialog

        if session.read_only:
            text = QT_TRANSLATE_NOOP(
                "Backups",
                "A backup cannot be restored here: the project is open for reading only. "
                "Close the window that works in it, and open it again.",
            )
            self._context.dialogs.tell(Message("Backups", text))
            return
        session.end_typing()
        dialog = RestoreDialog(session.store.path.name, self._context.dialogs.parent)
        wanted: list[str] = []
        dialog.chosen.connect(lambda key: self._compare(dialog, session, Path(key)))
        dialog.restore_wanted.connect(wanted.append)
        dialog.other_wanted.connect(lambda: self._choose_other(dialog, session))
        self._fill(dialog, session)
        dialog.exec()
        part_with(dialog)
        if wanted:
            self._restore(session, Path(wanted[0]))

    def _fill(self, dialog: RestoreDialog, session: Session) -> None:
        def done(found: list[Backup]) -> None:
            if not session.closed:
                dialog.set_backups([self._line(backup) for backup in found])

        self._context.tasks.run(lambda *_: backups.all_of(session), done, _ignored)

    def _choose_other(self, dialog: RestoreDialog, session: Session) -> None:
        path = self._ask_for_backup(session.store.backup_folder)
        if path is None:
            return
        backup = backups.about(path)
        if backup is None:
            text = QT_TRANSLATE_NOOP("Backups", "{name} is damaged or no backup. Choose another one.")
            self._context.dialogs.tell(Message("Backups", text, {"name": path.name}))
            return
        dialog.set_backups([self._line(backup)])

    def _ask_for_backup(self, folder: Path) -> Path | None:
        start = folder if folder.is_dir() else folder.parent
        kinds = self.tr("Backups (*.kantbackup)")
        name, _ = QFileDialog.getOpenFileName(
            self._context.dialogs.parent, self.tr("Choose a backup"), str(start), kinds
        )
        return Path(name) if name else None

    def _line(self, backup: Backup) -> BackupLine:
        from annotator.ui.features.backups.restore_dialog import BackupLine

        detail = filled(
            self.tr("{letters:letter|letters} · {changes:change|changes} · {analyst}"),
            letters=backup.letters,
            changes=backup.changes,
            analyst=backup.analyst or "?",
        )
        size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        return BackupLine(str(backup.path), _long(backup), detail, size)

    def _compare(self, dialog: RestoreDialog, session: Session, backup: Path) -> None:
        present = session.store.path

        def tell(effect: str) -> None:
            if isValid(dialog):  # it may have been closed meanwhile
                dialog.show_effect(str(backup), effect, possible=True)

        def done(found: Comparison) -> None:
            tell(self._effect(found))

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            # A present project that cannot be read is a reason to restore, not against it.
            tell(translated(error.message))

        self._context.tasks.run(lambda *_: backups.compare(backup, present), done, failed)

    def _effect(self, found: Comparison) -> str:
        lines = []
        if found.back:
            lines.append(self.tr("%Ln letter(s) come back: {titles}", "", found.back))
            lines[-1] = lines[-1].format(titles=_titles(found.back, found.back_titles))
        if found.gone:
            lines.append(self.tr("%Ln letter(s) go: {titles}", "", found.gone))
            lines[-1] = lines[-1].format(titles=_titles(found.gone, found.gone_titles))
        if found.changes_gone:
            said = self.tr("%Ln step(s) made since then go", "", found.changes_gone)
            lines.append(self._with_what(said, found.made_gone))
        if found.changes_back:
            said = self.tr("%Ln step(s) undone since then come back", "", found.changes_back)
            lines.append(self._with_what(said, found.made_back))
        if found.differ:
            lines.append(self.tr("%Ln letter(s) are as they were then.", "", found.differ))
        return "\n\n".join(lines) or self.tr("The project is as it was then: nothing would change.")

    def _with_what(self, said: str, made: Made) -> str:
        """Say of steps, too, how much was made by them: one may correct thousands of places."""
        parts = (
            self.tr("%Ln correction(s)", "", made.corrections) if made.corrections else "",
            self.tr("%Ln passage(s)", "", made.passages) if made.passages else "",
            self.tr("%Ln value(s)", "", made.values) if made.values else "",
        )
        what = ", ".join(filter(None, parts))
        return f"{said}: {what}." if what else f"{said}."

    def _restore(self, session: Session, backup: Path) -> None:
        path = session.store.path
        try:
            self._projects.close_session(back_up=False)
        except UserError as problem:
            self._context.dialogs.tell(problem.message)
            return
        self._run_restore(backup, path)

    def _run_restore(self, backup: Path, path: Path) -> None:
        dialog = self._context.dialogs.holding(self.tr("Restoring the backup…"))
        dialog.setCancelButton(None)

        def done(restored: Restored) -> None:
            dialog.close()
            self._projects.open_path(path)
            self._tell_restored(restored)

        def failed(error: Exception) -> None:
            dialog.close()
            if path.exists():
                self._projects.open_path(path)
            if not isinstance(error, UserError):
                raise error
            self._context.dialogs.tell(error.message)

        self._context.tasks.run(lambda *_: backups.restore(backup, path), done, failed, dialog)

    def _tell_restored(self, restored: Restored) -> None:
        for note in restored.notes:
            self._context.dialogs.tell(note)
        if restored.sources_missing or restored.sources_damaged:
            text = QT_TRANSLATE_NOOP(
                "Backups",
                "The backup was restored, but {missing:source file is|source files are} missing and "
                "{damaged:source file is|source files are} damaged. The texts are all there.",
            )
            counts: dict[str, object] = {
                "missing": restored.sources_missing,
                "damaged": restored.sources_damaged,
            }
            self._context.dialogs.tell(Message("Backups", text, counts))
        if (said := backups.kept_message(restored.path, restored.logs_kept)) is not None:
            self._context.dialogs.tell(said)
        if restored.kept is None:
            text = QT_TRANSLATE_NOOP("Backups", "The backup was restored.")
            self._context.say(Message("Backups", text))
            return
        text = QT_TRANSLATE_NOOP("Backups", "The backup was restored. What was there before is in {name}.")
        self._context.say(Message("Backups", text, {"name": restored.kept.name}))

    def _restore_without_project(self) -> None:
        """Restore where no project is open: it may be lost."""
        start = Path(self._context.settings.text("last_folder") or Path.home())
        backup = self._ask_for_backup(start)
        if backup is None:
            return
        about = backups.about(backup)
        beside = backup.parent.parent / (Path(about.project).name if about else "letters.kant")
        name, _ = QFileDialog.getSaveFileName(
            self._context.dialogs.parent,
            self.tr("Restore as"),
            str(beside),
            self.tr("Kanttekening projects (*.kant)"),
        )
        if name:
            self._run_restore(backup, Path(name) if name.endswith(".kant") else Path(f"{name}.kant"))


def _ignored(error: Exception) -> None:
    """A list that cannot be read is empty: making a backup says what is wrong."""


def _long(backup: Backup) -> str:
    moment = backup.moment
    date = QDate(moment.year, moment.month, moment.day)
    return f"{QLocale().toString(date, 'dddd d MMMM yyyy')}, {moment:%H:%M}"


def _titles(count: int, titles: tuple[str, ...]) -> str:
    return "; ".join(titles) + (" …" if count > len(titles) else "")
