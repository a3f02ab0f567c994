"""Looking for letters that are alike, on behalf of the window: in the background, then shown in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.likeness import LikePair, groups_of
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project.duplicates import Side, compare, find_duplicates, keep_apart, still_there
from annotator.session.project.letters import Letters
from annotator.session.project.operations import Answer, Query
from annotator.ui.context import Context
from annotator.ui.tasks import Tasks
from annotator.ui.widgets.parting import part_with
from annotator.ui.widgets.progress_strip import Progress

if TYPE_CHECKING:
    from annotator.ui.features.duplicates.dialog import DuplicateLine, DuplicatesDialog


class DuplicatesController(QObject):
    """Finds and shows letters that are alike."""

    removal_wanted = Signal(list)  # of ids

    def __init__(self, session: Session, context: Context, edits: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._pairs: list[LikePair] = []
        self._open: DuplicatesDialog | None = None

    def start(self) -> None:
        """Look through all letters, with progress, and show what was found."""
        session = self._session
        self._context.navigator.finish_typing()
        progress = self._context.dialogs.progress(
            self.tr("Comparing the letters…"), Letters(session).letters_count()
        )
        tasks = self._edits

        def done(answer: Answer[list[LikePair]]) -> None:
            was_cancelled = progress.wasCanceled()
            progress.close()
            self._pairs = answer.value
            if self._pairs or not was_cancelled:
                self._show(session)

        def stopped() -> None:
            progress.close()

        query = Query(lambda at: find_duplicates(at.store, at.progress, at.cancelled), partial=True)
        tasks.show(tasks.operations.query(query, done, self._failed(progress), stopped), progress)

    def _show(self, session: Session) -> None:
        if not self._pairs:
            text = QT_TRANSLATE_NOOP("Window", "No two letters of the project are alike.")
            self._context.say(Message("Window", text))
            return
        dialog = self.dialog(session)
        dialog.exec()
        self._open = None
        part_with(dialog)

    def dialog(self, session: Session) -> DuplicatesDialog:
        """Return the dialog with the groups that were found, wired."""
        from annotator.ui.features.duplicates.dialog import DuplicatesDialog

        dialog = DuplicatesDialog(self._context.dialogs.parent)
        self._open = dialog
        dialog.pair_wanted.connect(lambda one, other: self._compare(session, dialog, one, other))
        dialog.removal_wanted.connect(self.removal_wanted)
        dialog.keep_wanted.connect(lambda one, others: self._keep(session, one, others))
        dialog.open_wanted.connect(lambda letter_id: self._leave_for(dialog, letter_id))
        dialog.set_lines(self._lines(session))
        return dialog

    def _leave_for(self, dialog: DuplicatesDialog, letter_id: int) -> None:
        dialog.accept()
        self._context.attempt(lambda: self._context.navigator.open_letter(letter_id))

    def _lines(self, session: Session) -> list[DuplicateLine]:
        from annotator.ui.features.duplicates.dialog import DuplicateLine

        groups = groups_of(self._pairs)
        ids = sorted(letter_id for group in groups for letter_id in group.ids)
        lines = {line.id: line for line in Letters(session).lines(ids)}
        found = []
        for group in groups:
            if not all(letter_id in lines for letter_id in group.ids):
                continue
            for letter_id, likeness in ((group.first, 1.0), *group.others):
                line = lines[letter_id]
                title, file, size = line.title, line.apart or line.source_name, len(group.ids)
                second = group.others[0][0]
                found.append(DuplicateLine(group.first, second, letter_id, title, file, likeness, size))
        return found

    def _compare(self, session: Session, dialog: DuplicatesDialog, one: int, other: int) -> None:
        tasks = self._edits

        def done(answer: Answer[tuple[Side, Side]]) -> None:
            if self._open is dialog:
                dialog.show_sides(*answer.value)

        tasks.operations.query(Query(lambda at: compare(at.store, one, other)), done, lambda error: None)

    def _keep(self, session: Session, one: int, others: Sequence[int]) -> None:
        uids = Letters(session).uids([one, *others])
        self._context.attempt(
            lambda: keep_apart(session.store, [(uids[one], uids[other]) for other in others])
        )
        self._pairs = still_there(self._pairs, {one})
        self._refresh(session)

    def letters_gone(self, ids: Sequence[int]) -> None:
        """Take letters that were removed out of the pairs."""
        self._pairs = still_there(self._pairs, set(ids))
        self._refresh(self._session)

    def _refresh(self, session: Session) -> None:
        if self._open is not None:
            self._open.set_lines(self._lines(session))

    def _failed(self, progress: Progress) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            progress.close()
            if not isinstance(error, UserError):
                raise error
            self._context.dialogs.tell(error.message)

        return failed
