"""What is done to letters as a whole, on behalf of the window: titles, the status of several, removal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.statuses import STATUSES
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project.letter_actions import rename, set_status_of
from annotator.session.project.letters import Letters
from annotator.ui.context import Context
from annotator.ui.features.letters.panel import LettersList
from annotator.ui.features.letters.removal_dialog import RemovalDialog
from annotator.ui.widgets.ask_text import ask_text
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.namesakes import full_name
from annotator.ui.widgets.parting import part_with
from annotator.ui.widgets.status import status_name

_TITLES = 8
_QUIET = 200  # letters that go in a moment, without a dialog that shows progress


class LetterActions(QObject):
    """Renames, removes and sets statuses; of the letters chosen in the list, else of the open one."""

    removed = Signal(list)  # of ids

    def __init__(self, session: Session, context: Context, letters: LettersList, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context, self._letters = session, context, letters
        self._all = Letters(session)

    def meant(self) -> list[int]:
        """Return the letters that a command is meant for: those chosen while the list has the keys."""
        chosen = self._letters.chosen() if self._letters.has_keys() else []
        if chosen or self._session.letter_id is None:
            return chosen
        return [self._session.letter_id]

    def _settled(self) -> Session:
        """Return the session with all that was typed in the file. Raises UserError where it cannot be."""
        session = self._session
        session.store.require_write()
        self._context.navigator.finish_typing()
        session.settle()
        return session

    # --- titles and statuses ------------------------------------------------------------------------

    def rename(self, letter_id: int | None = None) -> None:
        """Ask for another title of a letter."""
        wanted = [letter_id] if letter_id is not None else self.meant()[:1]
        if not wanted:
            return
        session = self._settled()
        about = self._all.abouts(wanted).get(wanted[0])
        if about is None:
            return
        parent = self._context.dialogs.parent
        title = ask_text(parent, self.tr("Rename the letter"), self.tr("Title"), about.title)
        about = self._all.abouts(wanted).get(wanted[0])  # as it is by now
        if title is not None and about is not None and rename(session, wanted[0], about, title):
            self._letters.refresh_later(wanted[0])

    def set_status(self, ids: Sequence[int], status: str) -> None:
        """Give letters a status, as one undoable change."""
        session = self._settled()
        changed = set_status_of(session, self._all.abouts(ids), status)
        if len(ids) > 1:
            text = QT_TRANSLATE_NOOP("Window", "Status of {count:letter|letters}: {status}.")
            params = {"count": changed, "status": status_name(status)}
            self._context.say(Message("Window", text, params))
        elif not changed:
            text = QT_TRANSLATE_NOOP("Window", "The letter has that status already.")
            self._context.say(Message("Window", text))

    # --- removal ------------------------------------------------------------------------------------

    def remove(self, ids: Sequence[int] = ()) -> None:
        """Ask whether letters are to be removed, and remove them."""
        wanted = list(ids) or self.meant()
        if not wanted:
            return
        session = self._settled()
        titles = [full_name(line.title, line.apart) for line in self._all.lines(wanted[:_TITLES])]
        dialog = RemovalDialog(titles, self._all.made_of(wanted), self._context.dialogs.parent)
        if dialog.exec():
            self._remove(session, wanted, from_backups=dialog.from_backups)
        part_with(dialog)

    def _remove(self, session: Session, ids: Sequence[int], *, from_backups: bool) -> None:
        session.require_taking()  # before anything is shown of it
        gone, on_desk = set(ids), session.letter_id
        if on_desk in gone:
            session.open_letter(self._left_over(session, gone))
        progress = self._context.dialogs.progress(self.tr("Removing letters…"))
        progress.forbid_stopping()  # it is one step: all of them or none
        if len(ids) < _QUIET and not from_backups:
            progress.wait_for(3_000)

        def ended() -> bool:
            progress.close()
            return not session.closed

        def done() -> None:
            if ended():
                self._forget(ids)
                session.tell_saved()
                text = QT_TRANSLATE_NOOP("Window", "{count:letter|letters} removed.")
                self._context.say(Message("Window", text, {"count": len(ids)}))

        def failed(error: Exception) -> None:
            if ended():
                # Where only the backups or the index failed, the project has them no more.
                left = self._all.abouts(ids)
                if len(left) < len(ids):
                    self._forget([one for one in ids if one not in left])
                elif on_desk in left:
                    session.open_letter(on_desk)
            if not isinstance(error, UserError):
                raise error
            self._context.dialogs.tell(error.message)

        session.remove_letters(ids, from_backups=from_backups, done=done, failed=failed)

    def _forget(self, ids: Sequence[int]) -> None:
        """Take letters out of the list that the file has no more."""
        self._letters.reload()
        self.removed.emit(list(ids))

    def _left_over(self, session: Session, gone: set[int]) -> int | None:
        """Return the letter to show when the open one goes: the next that stays, else one before."""
        ids = self._all.letter_ids(self._letters.wanted())
        at = ids.index(session.letter_id) if session.letter_id in ids else 0
        behind = (one for one in ids[at:] if one not in gone)
        before = (one for one in reversed(ids[:at]) if one not in gone)
        return next(behind, None) or next(before, None)

    def show_statuses(self, letter_id: int, place: QPoint) -> None:
        """Offer the statuses of a letter whose mark was clicked; of all that are chosen, if it is one."""
        if (refusal := self._session.refusal()) is not None:
            self._context.say(refusal)
            return
        line, chosen = self._all.letter_line(letter_id), self._letters.chosen()
        ids = chosen if letter_id in chosen else [letter_id]
        menu = QMenu(self._context.dialogs.parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, status in enumerate(STATUSES, 1):
            keys = self._context.keys_of(f"status_{status}")
            action = menu.addAction(
                f"&{number}  {status_name(status)}" + (f"\t{key_text(keys)}" if keys else "")
            )
            action.setCheckable(True)
            action.setChecked(line is not None and line.status == status)
            change = partial(self._context.attempt, partial(self.set_status, ids, status))
            action.triggered.connect(lambda _=False, change=change: change())
        menu.popup(place)

    # --- the list's menu ----------------------------------------------------------------------------

    def show_menu(self, place: QPoint) -> None:
        """Show what can be done with the letters that are chosen in the list."""
        ids = self._letters.chosen()
        if not ids:
            return
        menu, writable = QMenu(self._context.dialogs.parent), not self._session.read_only
        menu.addAction(self.tr("Open"), lambda: self._context.navigator.open_letter(ids[0])).setEnabled(
            len(ids) == 1
        )
        rename_it = menu.addAction(
            self.tr("Rename…"), lambda: self._context.attempt(lambda: self.rename(ids[0]))
        )
        rename_it.setEnabled(writable and len(ids) == 1)
        statuses = menu.addMenu(self.tr("Status"))
        statuses.setEnabled(writable)
        for status in STATUSES:
            statuses.addAction(
                status_name(status), partial(self._context.attempt, partial(self.set_status, ids, status))
            )
        menu.addSeparator()
        removes = menu.addAction(self.tr("Remove…"), lambda: self._context.attempt(lambda: self.remove(ids)))
        removes.setEnabled(writable)
        menu.exec(place)
