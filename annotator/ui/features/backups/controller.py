"""Automatic backups while working and at close, and restoring one: what the window does about them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from heapq import merge
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, QTimer
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.session import Session
from annotator.storage.backup_names import folder_of
from annotator.ui.translate import translated
from annotator.ui.widgets.parting import part_with

if TYPE_CHECKING:
    from annotator.storage.backups.comparing import Comparison
    from annotator.storage.backups.folder import Backup
    from annotator.storage.backups.making import Outcome
    from annotator.storage.backups.restoring import Restored
    from annotator.ui.features.backups.restore_dialog import BackupLine, RestoreDialog
    from annotator.ui.shell.main_window import MainWindow

_HOUR = timedelta(hours=1)
_FIRST_LOOK, _LOOK = 60_000, 5 * 60_000  # milliseconds
_AT_CLOSE = 60.0  # seconds: what is not taken over by then is taken over the next time


class Safekeeping(QObject):
    """Has backups made of the open project, shows when the last was made, and restores one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told = ""
        self._noted: set[str] = set()
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_FIRST_LOOK)
        self._soon.timeout.connect(self.look)

    # --- making -------------------------------------------------------------------------------------

    def watch(self, session: Session) -> None:
        """Look after a project that was opened: say when its last backup was made, and make others."""
        self._told = ""
        self._window.strip.set_backup("")
        session.store.backup_folder = self._folder(session.store.path)
        if session.read_only:
            self._timer.stop()
            self._soon.stop()
            return
        self._timer.start()
        self._soon.start()
        folder = session.store.backup_folder

        def newest(progress: object, cancelled: object) -> Backup | None:
            from annotator.storage.backups.folder import list_backups

            return next(iter(list_backups(folder)), None)

        self._window.background.run(newest, lambda found: self._show_newest(session, found), _ignored)

    def _folder(self, project: Path) -> Path:
        return folder_of(project, self._window.settings.text("backup_folder"))

    def look(self, at_least: timedelta = _HOUR) -> None:
        """Have a backup made if the last is an hour old and something changed since; nobody waits for it."""
        session = self._window.session
        if session is None or session.read_only or self._busy:
            return
        if not self._window.settings.flag("backup_automatic"):
            return
        self._busy = True
        path, analyst = session.store.path, session.analyst
        folder = session.store.backup_folder = self._folder(path)

        def work(progress: object, cancelled: Callable[[], bool]) -> Outcome:
            from annotator.jobs.giving_way import give_way
            from annotator.storage.backups.making import back_up

            give_way()
            return back_up(path, folder, analyst, at_least=at_least, cancelled=cancelled)

        def done(outcome: Outcome) -> None:
            self._busy = False
            self._told = ""
            self._show_newest(session, outcome.newest)
            self._tell_notes(session, outcome)

        def failed(error: Exception) -> None:
            self._busy = False
            self._tell_once(session, error)

        self._window.background.run(work, done, failed)

    def _show_newest(self, session: Session, newest: Backup | None) -> None:
        if session is self._window.session:
            self._window.strip.set_backup(
                self.tr("backup {when}").format(when=_short(newest)) if newest else ""
            )

    def _tell_notes(self, session: Session, outcome: Outcome) -> None:
        """Say what was found among the backups, once each: damage, and files that are none of ours."""
        if session is self._window.session:
            new = [note for note in outcome.notes if str(note) not in self._noted]
            self._noted.update(str(note) for note in new)
            for note in new:
                self._window.say(note)

    def _tell_once(self, session: Session, error: Exception) -> None:
        """Say that no backup can be made: once in passing, and in the strip until one is made again."""
        if session is not self._window.session:
            return
        if not isinstance(error, Problem):
            raise error
        sentence = translated(error.message)
        self._window.strip.set_backup(self.tr("⚠ no backup"), sentence, failed=True)
        if sentence != self._told:
            self._told = sentence
            self._window.say(error.message)

    def closed(self, session: Session) -> None:
        """Have a last backup made of a project that was closed; closing does not wait for it.

        The program's process stays until that is done, its window does not.
        """
        self._timer.stop()
        self._soon.stop()
        self._window.strip.set_backup("")
        if session.read_only or not self._window.settings.flag("backup_automatic"):
            return
        path, analyst = session.store.path, session.analyst
        folder = self._folder(path)
        threading.Thread(target=_back_up_last, args=(path, folder, analyst), name="last backup").start()

    # --- restoring ----------------------------------------------------------------------------------

    def restore(self) -> None:
        """Ask which backup to restore, tell what that does, and do it."""
        from annotator.ui.features.backups.restore_dialog import RestoreDialog

        window = self._window
        session = window.session
        if session is None:
            self._restore_without_project()
            return
        if session.read_only:
            text = QT_TRANSLATE_NOOP(
                "Backups",
                "A backup cannot be restored here: the project is open for reading only. "
                "Close the window that works in it, and open it again.",
            )
            window.files.tell(Message("Backups", text))
            return
        session.end_typing()
        dialog = RestoreDialog(session.store.path.name, window)
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
        store = session.store

        def work(progress: object, cancelled: object) -> list[Backup]:
            from annotator.storage.backups.folder import list_backups

            store.flush()
            folders = dict.fromkeys((store.backup_folder, folder_of(store.path)))
            # Each folder's in the order in which they were made, even where a clock was set back.
            each = (list_backups(folder) for folder in folders)
            return list(merge(*each, key=lambda backup: backup.made_at, reverse=True))

        def done(found: list[Backup]) -> None:
            if not session.closed:
                dialog.set_backups([self._line(backup) for backup in found])

        self._window.background.run(work, done, _ignored)

    def _choose_other(self, dialog: RestoreDialog, session: Session) -> None:
        path = self._ask_for_backup(session.store.backup_folder)
        if path is None:
            return
        from annotator.storage.backups.folder import read_about

        backup = read_about(path)
        if backup is None:
            text = QT_TRANSLATE_NOOP("Backups", "{name} is damaged or no backup. Choose another one.")
            self._window.files.tell(Message("Backups", text, {"name": path.name}))
            return
        dialog.set_backups([self._line(backup)])

    def _ask_for_backup(self, folder: Path) -> Path | None:
        start = folder if folder.is_dir() else folder.parent
        kinds = self.tr("Backups (*.kantbackup)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Choose a backup"), str(start), kinds)
        return Path(name) if name else None

    def _line(self, backup: Backup) -> BackupLine:
        from annotator.ui.features.backups.restore_dialog import BackupLine

        detail = self.tr("letters: {letters} · changes: {changes} · {analyst}").format(
            letters=backup.letters, changes=backup.changes, analyst=backup.analyst or "?"
        )
        size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        return BackupLine(str(backup.path), _long(backup), detail, size)

    def _compare(self, dialog: RestoreDialog, session: Session, backup: Path) -> None:
        present = session.store.path

        def tell(effect: str) -> None:
            if isValid(dialog):  # it may have been closed meanwhile
                dialog.show_effect(str(backup), effect, possible=True)

        def work(progress: object, cancelled: object) -> Comparison:
            from annotator.storage.backups.comparing import compare

            return compare(backup, present)

        def done(found: Comparison) -> None:
            tell(self._effect(found))

        def failed(error: Exception) -> None:
            if not isinstance(error, Problem):
                raise error
            # A present project that cannot be read is a reason to restore, not against it.
            tell(translated(error.message))

        self._window.background.run(work, done, failed)

    def _effect(self, found: Comparison) -> str:
        lines = []
        if found.back:
            lines.append(self.tr("%n letter(s) come back: {titles}", "", found.back))
            lines[-1] = lines[-1].format(titles=_titles(found.back, found.back_titles))
        if found.gone:
            lines.append(self.tr("%n letter(s) go: {titles}", "", found.gone))
            lines[-1] = lines[-1].format(titles=_titles(found.gone, found.gone_titles))
        if found.changes_gone:
            lines.append(self.tr("%n change(s) made since then go.", "", found.changes_gone))
        if found.changes_back:
            lines.append(self.tr("%n change(s) undone since then come back.", "", found.changes_back))
        if found.differ:
            lines.append(self.tr("%n letter(s) are as they were then.", "", found.differ))
        return "\n\n".join(lines) or self.tr("The project is as it was then: nothing would change.")

    def _restore(self, session: Session, backup: Path) -> None:
        window, path = self._window, session.store.path
        try:
            window.opening.close_session(back_up=False)
        except Problem as problem:
            window.files.tell(problem.message)
            return
        self._run_restore(backup, path)

    def _run_restore(self, backup: Path, path: Path) -> None:
        window = self._window
        dialog = window.files.progress(self.tr("Restoring the backup…"))
        dialog.setCancelButton(None)

        def work(progress: object, cancelled: object) -> Restored:
            from annotator.storage.backups.restoring import restore

            return restore(backup, path)

        def done(restored: Restored) -> None:
            dialog.close()
            window.opening.open_path(path)
            self._tell_restored(restored)

        def failed(error: Exception) -> None:
            dialog.close()
            if path.exists():
                window.opening.open_path(path)
            if not isinstance(error, Problem):
                raise error
            window.files.tell(error.message)

        window.background.run(work, done, failed, dialog)

    def _tell_restored(self, restored: Restored) -> None:
        for note in restored.notes:
            self._window.files.tell(note)
        if restored.sources_missing or restored.sources_damaged:
            text = QT_TRANSLATE_NOOP(
                "Backups",
                "The backup was restored, but {missing} source files are missing and {damaged} are damaged. "
                "The texts are all there.",
            )
            counts: dict[str, object] = {
                "missing": restored.sources_missing,
                "damaged": restored.sources_damaged,
            }
            self._window.files.tell(Message("Backups", text, counts))
        self._window.files.tell_kept(restored.path, restored.logs_kept)
        if restored.kept is None:
            text = QT_TRANSLATE_NOOP("Backups", "The backup was restored.")
            self._window.say(Message("Backups", text))
            return
        text = QT_TRANSLATE_NOOP("Backups", "The backup was restored. What was there before is in {name}.")
        self._window.say(Message("Backups", text, {"name": restored.kept.name}))

    def _restore_without_project(self) -> None:
        """Restore where no project is open: it may be lost."""
        start = Path(self._window.settings.text("last_folder") or Path.home())
        backup = self._ask_for_backup(start)
        if backup is None:
            return
        from annotator.storage.backups.folder import read_about

        about = read_about(backup)
        beside = backup.parent.parent / (Path(about.project).name if about else "letters.kant")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Restore as"), str(beside), self.tr("Kanttekening projects (*.kant)")
        )
        if name:
            self._run_restore(backup, Path(name) if name.endswith(".kant") else Path(f"{name}.kant"))


def _back_up_last(path: Path, folder: Path, analyst: str) -> None:
    import time

    from annotator.storage.backups.making import back_up

    end = time.monotonic() + _AT_CLOSE
    try:
        back_up(path, folder, analyst, cancelled=lambda: time.monotonic() > end)
    except Problem:
        return  # the window that could say it is gone; the next one says when the last backup was made


def _ignored(error: Exception) -> None:
    """A list that cannot be read is empty: making a backup says what is wrong."""


def _short(backup: Backup) -> str:
    from datetime import datetime

    moment = backup.moment
    if moment.date() == datetime.now().date():
        return f"{moment:%H:%M}"
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMM")


def _long(backup: Backup) -> str:
    moment = backup.moment
    date = QDate(moment.year, moment.month, moment.day)
    return f"{QLocale().toString(date, 'dddd d MMMM yyyy')}, {moment:%H:%M}"


def _titles(count: int, titles: tuple[str, ...]) -> str:
    return "; ".join(titles) + (" …" if count > len(titles) else "")
