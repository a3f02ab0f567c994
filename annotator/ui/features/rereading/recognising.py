"""Recognising pages and letters anew, on behalf of the window: in the background, letter after letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project.letters import Letters
from annotator.ui.context import Context
from annotator.ui.features.rereading.letter_choice import LetterChoice
from annotator.ui.features.rereading.locked import ask_password, is_locked
from annotator.ui.features.rereading.scope_dialog import (
    CHOSEN,
    LETTER,
    PAGES,
    POOR,
    PROJECT,
    Offer,
    ScopeDialog,
)
from annotator.ui.tasks import Tasks
from annotator.ui.translate import filled
from annotator.ui.widgets.parting import part_with
from annotator.ui.widgets.progress_strip import Progress

if TYPE_CHECKING:
    from annotator.session.project.operations import Outcome, Running
    from annotator.session.transfer.recognising_again import RecognisesAgain
    from annotator.session.transfer.rereading import Preview
    from annotator.storage.kept_readings import ReadSource

Wanted = Callable[[], list[int]]  # the letters, asked in the background
_DONE = QT_TRANSLATE_NOOP(
    "Recognition",
    "{count:letter|letters} recognised anew, {disputed:correction|corrections} disputed. "
    "{keys} undoes the last of them.",
)
_NOTHING = QT_TRANSLATE_NOOP("Recognition", "There was nothing to recognise anew.")
_FAILED = QT_TRANSLATE_NOOP(
    "Recognition",
    "{count:letter|letters} recognised anew. {failed:,} could not be recognised; of the first: {reason}",
)


@dataclass(slots=True)
class _Batch:
    """Letters that are recognised one after the other."""

    again: RecognisesAgain
    dialog: Progress
    waiting: list[int] = field(default_factory=list)
    total: int = 0
    changed: int = 0
    disputed: int = 0
    failed: list[Message] = field(default_factory=list)
    locked: list[int] = field(default_factory=list)
    running: Running | None = None
    is_stopped: bool = False

    def stop(self) -> None:
        """End it: the letters that were changed stay so."""
        self.is_stopped = True
        if self.running is not None:
            self.running.cancel()


class Recognising(QObject):
    """Asks what is to be recognised anew; pages and one letter are previewed, many letters are just done.

    Each letter is one change. What was recognised before a cancel is kept, and taken up the next time.
    """

    def __init__(
        self,
        session: Session,
        context: Context,
        edits: Tasks,
        letters: LetterChoice,
        parent: QObject,
        preview: Callable[[int, ReadSource, str], None],
    ) -> None:
        """`preview` shows what another reading of a letter changes, and has it made."""
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._letters, self._preview = letters, preview

    def ask(self) -> None:
        """Ask which pages or letters, and recognise them."""
        self._context.navigator.finish_typing()
        dialog = ScopeDialog(
            self.tr("Recognise anew"),
            self.tr(
                "The program reads the pages itself, which takes a few seconds each. What you corrected,"
                " tagged and filled in stays."
            ),
            self.tr("&Recognise"),
            self.offer(),
            (PAGES, LETTER, CHOSEN, POOR, PROJECT),
            self._context.dialogs.parent,
        )
        is_wanted = bool(dialog.exec())
        scope, numbers = dialog.scope, dialog.numbers
        part_with(dialog)
        if not is_wanted:
            return
        if scope in (PAGES, LETTER):
            self.one(numbers if scope == PAGES else ())
        else:
            self.many(self._wanted(scope))

    def offer(self) -> Offer:
        """Return what there is to ask for."""
        letter = self._session.letter
        chosen = self._letters.chosen()
        return Offer(
            letter.page_at(self._context.text.caret()) if letter is not None else 0,
            len(letter.pages) if letter is not None else 0,
            len(chosen),
            Letters(self._session).letters_count(),
        )

    def _wanted(self, scope: str) -> Wanted:
        from annotator.session.transfer.reading_again import letters_to_recognise

        store, chosen = self._session.store, self._letters.chosen()

        def letters() -> list[int]:
            return letters_to_recognise(store, chosen if scope == CHOSEN else None, poor=scope == POOR)

        return letters

    # --- one letter -----------------------------------------------------------------------------------

    def one(self, pages: Sequence[int] = (), passwords: tuple[str, ...] = ()) -> None:
        """Recognise the open letter, or pages of it, and show what that would change."""
        letter_id = self._session.letter_id
        if letter_id is None:
            return
        from annotator.session.transfer.reading_again import recognised_again

        again, dialog = self._begun(passwords)
        store = self._session.store

        def work(running: Running) -> ReadSource:
            try:
                store.flush()
                return recognised_again(store, again, letter_id, running.is_cancelled, pages)
            finally:
                again.close()

        def done(read: ReadSource) -> None:
            was_cancelled = running.is_cancelled()  # asked now: closing the dialog counts as a cancel
            dialog.close()
            if not was_cancelled:
                self._preview(letter_id, read, self.tr("its pages"))

        def failed(error: Exception) -> None:
            was_cancelled = running.is_cancelled()
            dialog.close()
            if not was_cancelled:
                self._failed(error, lambda more: self.one(pages, (more, *passwords)), bool(passwords))

        running = self._edits.operations.run(work, done, failed, lambda: _close(dialog))
        dialog.canceled.connect(lambda: running.cancel())  # noqa: PLW0108

    def _failed(self, error: Exception, retry: Callable[[str], None], is_second: bool) -> None:
        letter_id = self._session.letter_id
        if is_locked(error) and letter_id is not None:
            password = self._password([letter_id], again=is_second)
            if password and self._session.letter_id == letter_id and not self._session.closed:
                retry(password)
        elif isinstance(error, UserError):
            self._context.dialogs.tell(error.message)
        else:
            raise error

    def _password(self, letter_ids: Sequence[int], *, again: bool) -> str:
        names = [line.title for line in Letters(self._session).lines(letter_ids)]
        return ask_password(names, self._context.dialogs.parent, again=again)

    # --- many letters ---------------------------------------------------------------------------------

    def many(self, wanted: Wanted, passwords: tuple[str, ...] = ()) -> None:
        """Recognise letters one after the other; each becomes a change when it is read."""
        again, dialog = self._begun(passwords)
        store, batch = self._session.store, _Batch(again, dialog)
        dialog.canceled.connect(lambda: batch.stop())  # noqa: PLW0108

        def work(running: Running) -> list[int]:
            store.flush()
            return wanted()

        def found(letter_ids: list[int]) -> None:
            batch.waiting, batch.total = letter_ids, len(letter_ids)
            self._next(batch, passwords)

        batch.running = self._edits.operations.run(
            work, found, lambda error: self._end(batch, passwords, error), lambda: self._put_away(batch)
        )

    def _next(self, batch: _Batch, passwords: tuple[str, ...]) -> None:
        if batch.is_stopped or not batch.waiting or self._session.closed:
            self._end(batch, passwords)
            return
        from annotator.session.transfer.reading_again import recognised_again

        letter_id, store = batch.waiting.pop(0), self._session.store
        self._show(batch.dialog, batch.total - len(batch.waiting), batch.total, 0, 0)

        def work(running: Running) -> ReadSource:
            return recognised_again(store, batch.again, letter_id, running.is_cancelled)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                self._end(batch, passwords, error)
                return
            if is_locked(error):
                batch.locked.append(letter_id)
            elif not batch.is_stopped:
                self._note(batch, error)
            self._next(batch, passwords)

        def done(read: ReadSource) -> None:
            if batch.is_stopped:
                self._end(batch, passwords)
            else:
                self._make(batch, letter_id, read, passwords)

        batch.running = self._edits.operations.run(work, done, failed, lambda: self._put_away(batch))

    def _make(self, batch: _Batch, letter_id: int, read: ReadSource, passwords: tuple[str, ...]) -> None:
        from annotator.session.transfer.rereading import Reread, rereading

        def done(outcome: Outcome[Preview], changed: bool) -> None:
            batch.changed += changed
            batch.disputed += len(outcome.told.disputed)
            self._next(batch, passwords)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                self._end(batch, passwords, error)
                return
            self._note(batch, error)
            self._next(batch, passwords)

        batch.running = self._edits.operations.edit(
            rereading(Reread(letter_id, read)), done, failed, lambda: self._end(batch, passwords)
        )

    def _note(self, batch: _Batch, error: UserError) -> None:
        from annotator.session.transfer.rereading import SAME_READING

        if error.message.text != SAME_READING:
            batch.failed.append(error.message)

    def _end(self, batch: _Batch, passwords: tuple[str, ...], error: Exception | None = None) -> None:
        is_stopped = batch.is_stopped  # asked now: closing the dialog counts as a cancel
        self._put_away(batch)
        if self._session.closed:
            return
        if error is not None and not isinstance(error, UserError):
            raise error
        if isinstance(error, UserError):
            self._context.dialogs.tell(error.message)
            return
        self._tell(batch)
        if batch.locked and not is_stopped:
            password = self._password(batch.locked, again=bool(passwords))
            if password and not self._session.closed:
                self.many(lambda: batch.locked, (password, *passwords))

    def _tell(self, batch: _Batch) -> None:
        if batch.failed:
            params: dict[str, object] = {
                "count": batch.changed,
                "failed": len(batch.failed),
                "reason": batch.failed[0],
            }
            self._context.dialogs.tell(Message("Recognition", _FAILED, params))
        elif batch.changed:
            said = {"count": batch.changed, "disputed": batch.disputed, "keys": self._context.keys_of("undo")}
            self._context.say(Message("Recognition", _DONE, said))
        elif not batch.locked:
            self._context.say(Message("Recognition", _NOTHING, {}))

    def _put_away(self, batch: _Batch) -> None:
        # Not here: a process that is busy may take seconds to end.
        self._context.tasks.run(lambda *_: batch.again.close(), _nothing, _fail)
        batch.dialog.close()

    # --- progress -------------------------------------------------------------------------------------

    def _begun(self, passwords: tuple[str, ...]) -> tuple[RecognisesAgain, Progress]:
        from annotator.session.transfer.recognising import recognition
        from annotator.session.transfer.recognising_again import RecognisesAgain

        dialog = self._context.dialogs.progress(self.tr("Recognising…"))
        post = self._context.tasks.post

        def paged(done: int, total: int) -> None:
            post(lambda: self._show_page(dialog, done, total))

        chosen = recognition("all", self._context.settings.text("models_folder"))
        return RecognisesAgain(chosen, passwords, paged), dialog

    def _show(self, dialog: Progress, letter: int, letters: int, done: int, total: int) -> None:
        dialog.note = filled(self.tr("Letter {n:,} of {total:,}"), n=letter, total=letters)
        self._show_page(dialog, done, total)

    def _show_page(self, dialog: Progress, done: int, total: int) -> None:
        page = filled(self.tr("Page {n:,} of {total:,}"), n=min(done + 1, total), total=total)
        many = total > 1
        dialog.tell(done if many else 0, total if many else 0, page if many else "")


def _nothing(_: None) -> None:
    """Do nothing: the worker processes are gone."""


def _fail(error: Exception) -> None:
    raise error


def _close(dialog: Progress) -> None:
    dialog.close()
