"""Automatic backups of a project while it is worked in and at its close."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, QTimer, Signal

from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project import backups
from annotator.ui.context import Context
from annotator.ui.translate import translated

if TYPE_CHECKING:
    from annotator.storage.backups.folder import Backup
    from annotator.storage.backups.making import Outcome

_HOUR = timedelta(hours=1)
_FIRST_LOOK, _LOOK = 60_000, 5 * 60_000  # milliseconds
_AT_CLOSE = 60.0  # seconds: what is not taken over by then is taken over the next time


class BackupsController(QObject):
    """Has backups made of a project, and tells when the last was made.

    `told` gives what is said of it in the status strip, what more there is to say, and whether it failed.
    """

    told = Signal(str, str, bool)

    def __init__(self, session: Session, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context = session, context
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

    def watch(self) -> None:
        """Look after the project: say when its last backup was made, and make others."""
        session = self._session
        self._told = ""
        self.told.emit("", "", False)
        session.store.backup_folder = self._folder(session.store.path)
        if session.read_only:
            self._timer.stop()
            self._soon.stop()
            return
        self._timer.start()
        self._soon.start()
        folder = session.store.backup_folder

        self._context.tasks.run(lambda *_: backups.newest(folder), self._show_newest, _ignored)

    def _folder(self, project: Path) -> Path:
        return backups.folder_of(project, self._context.settings.text("backup_folder"))

    def look(self, at_least: timedelta = _HOUR) -> None:
        """Have a backup made if the last is an hour old and something changed since; nobody waits for it."""
        session = self._session
        if session.read_only or self._busy:
            return
        if not self._context.settings.flag("backup_automatic"):
            return
        self._busy = True
        path, analyst = session.store.path, session.analyst
        folder = session.store.backup_folder = self._folder(path)

        def work(progress: object, cancelled: Callable[[], bool]) -> Outcome:
            from annotator.jobs.giving_way import give_way

            give_way()
            return backups.make(path, folder, analyst, at_least=at_least, cancelled=cancelled)

        def done(outcome: Outcome) -> None:
            self._busy = False
            self._told = ""
            self._show_newest(outcome.newest)
            self._tell_notes(outcome)

        def failed(error: Exception) -> None:
            self._busy = False
            self._tell_once(error)

        self._context.tasks.run(work, done, failed)

    def _show_newest(self, newest: Backup | None) -> None:
        if not self._session.closed:
            self.told.emit(self.tr("backup {when}").format(when=_short(newest)) if newest else "", "", False)

    def _tell_notes(self, outcome: Outcome) -> None:
        """Say what was found among the backups, once each: damage, and files that are none of ours."""
        if self._session.closed:
            return
        new = [note for note in outcome.notes if str(note) not in self._noted]
        self._noted.update(str(note) for note in new)
        for note in new:
            self._context.say(note)

    def _tell_once(self, error: Exception) -> None:
        """Say that no backup can be made: once in passing, and in the strip until one is made again."""
        if self._session.closed:
            return
        if not isinstance(error, UserError):
            raise error
        sentence = translated(error.message)
        self.told.emit(self.tr("⚠ no backup"), sentence, True)
        if sentence != self._told:
            self._told = sentence
            self._context.say(error.message)

    def closed(self) -> None:
        """Have a last backup made of the project, which was closed; closing does not wait for it.

        The program's process stays until that is done, its window does not.
        """
        self._timer.stop()
        self._soon.stop()
        self.told.emit("", "", False)
        session = self._session
        if session.read_only or not self._context.settings.flag("backup_automatic"):
            return
        path, analyst = session.store.path, session.analyst
        folder = self._folder(path)
        threading.Thread(target=_back_up_last, args=(path, folder, analyst), name="last backup").start()


def _back_up_last(path: Path, folder: Path, analyst: str) -> None:
    import time

    end = time.monotonic() + _AT_CLOSE
    try:
        backups.make(path, folder, analyst, cancelled=lambda: time.monotonic() > end)
    except UserError:
        return  # the window that could say it is gone; the next one says when the last backup was made


def _ignored(error: Exception) -> None:
    """A list that cannot be read is empty: making a backup says what is wrong."""


def _short(backup: Backup) -> str:
    from datetime import datetime

    moment = backup.moment
    if moment.date() == datetime.now().date():
        return f"{moment:%H:%M}"
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMM")
