"""The session: what the views ask things of, and where every change passes through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from annotator.core import codebook_delta
from annotator.core.codebook import Codebook
from annotator.core.codebook_delta import NOTHING, CodebookDelta
from annotator.core.document import Letter, now
from annotator.core.history import Change, Delta
from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.session.project.change_kinds import amended, kinds_of
from annotator.session.project.events import Event, LetterChange
from annotator.session.project.letters_at_hand import LettersAtHand
from annotator.session.project.open_proposals import OpenProposals
from annotator.session.project.refusals import NOT_SAVED_YET, NOT_WRITTEN, REMOVED
from annotator.session.project.removals import Removals
from annotator.session.project.saving import Saving
from annotator.session.project.states import States, Step
from annotator.session.project.typing_runs import Typing
from annotator.session.project.undo_stack import UndoQuestion, UndoStack
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

if TYPE_CHECKING:
    from annotator.storage.changes import Mode


class Session(OpenProposals):
    """The open project: the letter that is open, the history, and the way to the file.

    `post` runs a callable in the thread of the views; the store's acknowledgements come in through it.
    """

    def __init__(
        self,
        store: Store,
        analyst: str,
        post: Callable[[Callable[[], None]], None] = lambda call: call(),
        clock: Callable[[], str] = now,
    ) -> None:
        self.store = store
        self.analyst = analyst
        self.language = "en"  # of the names of tags and fields in what changes are called
        self.codebook: Codebook = store.reader.codebook()
        self.letter_id: int | None = None
        self.closed = False
        self.is_held = False  # by a change of many letters: no other one is taken
        self.touched: Event[LetterChange] = Event()
        self.made: Event[Message] = Event()  # a change, by its label; a run of typing again as it grows
        self.codebook_changed: Event[Codebook] = Event()
        self.learnt_changed: Event[None] = Event()  # the models of tags
        self.opened: Event[int | None] = Event()
        self.ended: Event[None] = Event()  # the project is being closed: what runs in the background ends
        self.letter_changed: Event[int] = Event()
        self.proposed: Event[int] = Event()  # proposals for the open letter have come
        self.states = States()
        self.letters_written = 0  # by the change that was sent to the file last
        self._letter: Letter | None = None
        self._learnt: str | None = None
        self._hand = LettersAtHand(store)
        self._removals = Removals(store, post, lambda: self.closed)
        self._typing = Typing()
        self.type_held: Callable[[], None] = lambda: None  # has the editor type what it holds back
        self._stack = UndoStack(store.reader.last_change_id(), self._from_file)
        self._post = post
        self._clock = clock
        self._saving = Saving(store, post, clock, lambda: self._typing.is_open)

    # --- letters -----------------------------------------------------------------------------------

    @property
    def letter(self) -> Letter | None:
        """The open letter, with what was typed so far, and with what is proposed laid over it.

        A change made for it fits: what it does to a proposal becomes a decision of the letter itself.
        """
        return None if self._letter is None or self.letter_id is None else self._shown(self.letter_id)

    def open_letter(self, letter_id: int | None) -> None:
        """Open another letter; None closes the letter."""
        self.end_typing()
        self._stack.ask_nothing()
        if letter_id is not None:
            self.letter_of(letter_id)
        self._letter = None if letter_id is None else self._hand[letter_id]
        self.letter_id = letter_id
        self.opened.emit(letter_id)

    def letter_of(self, letter_id: int) -> Letter:
        """Return a letter as it is now, changes that are still on their way to the file included."""
        if letter_id not in self._hand:
            if letter_id in self._removals.removed:
                raise UserError(REMOVED)
            self._settle()
            self._hand.read(letter_id, self.codebook, self.letter_id)
        return self._shown(letter_id)

    def _shown(self, letter_id: int) -> Letter:
        typed = self._typing.so_far(letter_id, self.stamp()) if letter_id == self.letter_id else None
        if typed is None:
            return self._hand.shown(letter_id, self.codebook)
        return self._hand.overlay.ahead(typed.letter, typed.delta, self._typing.proposed, self.codebook)

    def _settle(self) -> None:
        """Wait until the file has what was done. Raises `UserError` where it cannot be written now."""
        if not self.store.flush():
            raise self.store.trouble or UserError(NOT_SAVED_YET)

    def settle(self) -> None:
        """Wait until the file has what was done. Raises `UserError` where it cannot be written now."""
        self.end_typing()
        self._settle()
        if self._saving.is_broken:
            raise UserError(NOT_WRITTEN)

    def remove_letters(
        self,
        ids: Collection[int],
        *,
        from_backups: bool = False,
        done: Callable[[], None] = lambda: None,
        failed: Callable[[Exception], None] = lambda error: None,
    ) -> None:
        """Remove letters from the file, none of them the open one; they are gone for the session at once.

        `done` or `failed` follow. The history is read anew from the file: removal takes changes out of it.
        """
        self.end_typing()
        gone = frozenset(ids)
        self.require_taking(gone)
        self._hand.drop(gone)
        self._stack.forget()
        self.states.take(Step(gone=gone))
        self._removals.start(gone, from_backups=from_backups, done=done, failed=failed)

    # --- changes -----------------------------------------------------------------------------------

    def do(self, label: Message, delta: Delta) -> bool:
        """Make a change to the open letter as one undoable step; False where there is nothing to
        do."""
        if self.letter_id is None or not delta:
            return False
        return self.do_all(label, {self.letter_id: delta})

    def do_all(
        self,
        label: Message,
        deltas: Mapping[int, Delta],
        codebook: CodebookDelta = NOTHING,
        versions: Mapping[int, int] | None = None,
        *,
        aside: bool = False,
        also: Callable[[WriteConnection], None] | None = None,
    ) -> bool:
        """Make a change to several letters, and to the codebook, as one undoable step.

        `versions` are the content versions of letters that were read for it; the file has them, or takes
        nothing. `aside`: it was worked out in the background, while the analyst went on. `also` writes what
        the change needs, before it in the same transaction. Raises UserError if no change is taken now.
        """
        self.end_typing()
        if not any(deltas.values()) and not codebook:
            return False
        self.require_taking(deltas.keys())
        deltas = self._hand.decided(deltas, self.codebook, self.stamp())
        if not any(deltas.values()) and not codebook:
            return False
        letters = self._hand.after(deltas)
        change = self._new_change(label, deltas, codebook)
        self._stack.push(change)
        self._take(change, "new", Step(deltas), letters, codebook, versions or {}, aside=aside, also=also)
        self.made.emit(label)
        return True

    def do_codebook(self, label: Message, after: Codebook, deltas: Mapping[int, Delta] | None = None) -> bool:
        """Put another codebook in the place of this one, with what follows in the letters, as one step."""
        return self.do_all(label, deltas or {}, codebook_delta.between(self.codebook, after))

    def _new_change(self, label: Message, deltas: Mapping[int, Delta], codebook: CodebookDelta) -> Change:
        stamp = self.stamp()
        return Change(self._stack.new_id(), label, stamp.analyst, stamp.made_at, dict(deltas), codebook)

    def _take(
        self,
        change: Change,
        mode: Mode,
        step: Step,
        letters: Mapping[int, Letter],
        codebook: CodebookDelta,
        versions: Mapping[int, int],
        *,
        aside: bool = False,
        also: Callable[[WriteConnection], None] | None = None,
    ) -> None:
        """Take a change into memory and send it to the file; then tell the views, who may fail.

        `letters` are those in memory as they are after it.
        """
        if codebook:
            engine = self.engine
            self.codebook = codebook_delta.apply(self.codebook, codebook)
            if self.engine != engine:
                self._hand.overlay.outdate()
        made = {letter_id: step.delta(letter_id) for letter_id in letters}
        self._hand.take(letters, made)
        if self.letter_id is not None:
            self._letter = letters.get(self.letter_id, self._letter)
        self.states.take(step)
        self._write(change, mode, versions, also)
        self._hand.count_up(letter_id for letter_id, delta in made.items() if delta.makes_version)
        if self.letter_id in made:
            delta = made[self.letter_id]
            self.touched.emit(LetterChange(self.letter_id, delta, kinds_of(delta), aside=aside))
        if codebook:
            self.codebook_changed.emit(self.codebook)
        for letter_id in change.deltas:
            self.letter_changed.emit(letter_id)

    def _write(
        self,
        change: Change,
        mode: Mode,
        versions: Mapping[int, int],
        also: Callable[[WriteConnection], None] | None = None,
    ) -> None:
        """Send a change to the file, with the content versions that its letters must have there before it."""
        expected = self._hand.versions(change.deltas.keys(), versions)

        def job(connection: WriteConnection) -> None:
            from annotator.storage.changes import save_change

            if also is not None:
                also(connection)
            save_change(connection, change, mode, expected)

        self.letters_written = len(change.deltas)
        self._saving.send(job)

    # --- typing ------------------------------------------------------------------------------------

    def typed(self, start: int, end: int, after: str) -> None:
        """Take an edit that was typed: code points, in the text that the editor showed before it.

        The edit becomes a change at the next `flush_typing`; a contiguous run of them is one change. Raises
        UserError where no change is taken now.
        """
        if self._letter is None:
            return
        self.require_taking()
        alone = self._typing.stands_alone(self.letter_id, start, end, after)
        if self._typing.run is not None and (alone or not self._typing.run.takes(start, end)):
            self.end_typing()
        if self._typing.run is None:
            self._typing.begin(self._letter, self._hand.overlay.held(self.letter_id or 0))
        self._typing.edit(self.letter_id, start, end, after)
        self._saving.show_saving()
        if alone:
            self.end_typing()

    def flush_typing(self) -> None:
        """Make what was typed so far a change, or bring the run's change up to date; the run goes on."""
        self.type_held()
        if self._saving.is_broken:
            self._typing.end()  # the file lacks what these keys were typed into
        if self.letter_id is None or (typed := self._typing.so_far(self.letter_id, self.stamp())) is None:
            return
        assert self._typing.run is not None
        letter_id, base, delta, old = self.letter_id, self._typing.run.base, typed.delta, self._typing.change
        self._typing.is_open = False
        if old is None and not delta:
            self._saving.show_if_saved()
            return
        deltas = {letter_id: delta}
        was = Delta() if old is None else old.deltas[letter_id]
        if old is None:
            change = self._new_change(typed.label, deltas, NOTHING)
            self._stack.push(change)
        else:
            change = Change(old.id, typed.label, old.analyst, old.made_at, deltas)
            # Typed, and typed back again: the file drops a change that does nothing.
            self._stack.amend(change, dropped=not delta)
        self._typing.change = change if delta else None
        self._letter = typed.letter
        self._hand.put(letter_id, typed.letter)
        self._hand.overlay.follow(letter_id, delta, len(typed.letter.text), self._typing.proposed)
        self.states.take(*([Step(old.deltas, back=True)] if old is not None else []), Step(deltas))
        self._write(change, "new" if old is None else "amend", {})
        self._hand.count_up({letter_id} if was.hunks or delta.hunks else ())
        shown = delta if old is None else amended(base, was, delta, typed.letter)
        self.touched.emit(LetterChange(letter_id, shown, kinds_of(was, delta), typed=True))
        self.letter_changed.emit(letter_id)
        self.made.emit(typed.label)

    def end_typing(self) -> None:
        """End the run of typing: the next key starts a change of its own."""
        self.flush_typing()
        self._typing.end()

    def remember_cut(self, start: int, end: int) -> None:
        """Remember the spans of a stretch that is being cut, for when it is pasted."""
        self.end_typing()
        if self._letter is not None:
            self._typing.remember_cut(self.letter_id, self._letter, start, end)

    # --- undo --------------------------------------------------------------------------------------

    def undo(self) -> UndoQuestion | Change | None:
        """Undo the last change. None: there is none. A question: ask again to do it, it lies elsewhere.

        Raises UserError where no change is taken now.
        """
        self.end_typing()
        self.require_taking()
        change = self._stack.last_done()
        if change is None or (question := self._stack.question(change, self.letter_id)):
            return None if change is None else question
        # Inverted only when they are looked at: the file inverts its own, and there may be thousands.
        step = Step(change.deltas, back=True)
        held = self._hand.letters.keys() & change.deltas.keys()
        letters = self._hand.after({letter_id: step.delta(letter_id) for letter_id in held})
        self._stack.back()
        self._take(change, "undo", step, letters, change.codebook.inverse(), {})
        return change

    def redo(self) -> UndoQuestion | Change | None:
        """Do again what was undone last. Answers as `undo` does."""
        self.end_typing()
        self.require_taking()
        change = self._stack.next_undone()
        if change is None or (question := self._stack.question(change, self.letter_id)):
            return None if change is None else question
        letters = self._hand.after(change.deltas)
        self._stack.on()
        self._take(change, "redo", Step(change.deltas), letters, change.codebook, {})
        return change

    def last_change(self) -> int:
        """Return the id of the last change that was made here and not undone; 0 where there is none."""
        return self._stack.done[-1].id if self._stack.done else 0

    def _from_file(self, mode: Mode) -> Change | None:
        """Read what undo, or redo, comes to next, when the history in the file is what it will be."""
        from annotator.session.project.fitting import fitting

        self._removals.wait()
        self._settle()
        reader = self.store.reader
        found = reader.next_undo() if mode == "undo" else reader.next_redo()
        return fitting(found, mode, self._hand.letters, self.codebook, self.store.path)

    # --- closing -----------------------------------------------------------------------------------

    def abandon(self) -> None:
        """Close the project and give up what could not be saved."""
        self.closed = self._saving.is_closed = True
        self.ended.emit(None)
        self.store.close(abandon=True)

    def close(self) -> None:
        """Write what is left and close the project."""
        self.end_typing()
        self.ended.emit(None)
        self.store.close()
        self.closed = self._saving.is_closed = True
