"""The session: what the views ask things of, and where every change passes through."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core import codebook_delta, history
from annotator.core.codebook import Codebook
from annotator.core.codebook_delta import NOTHING, CodebookDelta
from annotator.core.document import Letter, Stamp, now
from annotator.core.history import Change, Delta
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.session.events import Event, SaveState, Touched
from annotator.session.overlay import Overlay, engine_of
from annotator.session.touching import amended, kinds_of
from annotator.storage.changes import Mode, save_change
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

if TYPE_CHECKING:
    # What makes changes is brought in where the first is made: the first picture does without.
    from annotator.core.operations import Fragment
    from annotator.core.proposals import Proposed
    from annotator.core.typing_run import TypingRun

_LETTERS_KEPT = 40
_CHANGES_KEPT = 500
_LONG_EDIT = 20_000  # code points
READ_ONLY = Message(
    "Session",
    QT_TRANSLATE_NOOP("Session", "This project is open for reading only: nothing can be changed here."),
)

NOT_SAVED_YET = Message(
    "Session",
    QT_TRANSLATE_NOOP("Session", "The last changes are not saved yet: try again when they are."),
)

NOT_WRITTEN = Message(
    "Session",
    QT_TRANSLATE_NOOP(
        "Session",
        "A change could not be written because of a fault in the program. "
        "Open the project again: what was saved before is safe.",
    ),
)


@dataclass(frozen=True, slots=True)
class UndoQuestion:
    """An undo (or redo) that reaches beyond the letter on the desk: it is done when asked for once more."""

    change: Change
    letters: int
    places: int


class Session:
    """The open project: the letter on the desk, the history, and the way to the file.

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
        self._letter: Letter | None = None
        self.closed = False
        self.save_state = SaveState("saved")
        self.touched: Event[Touched] = Event()
        self.codebook_changed: Event[Codebook] = Event()
        self.opened: Event[int | None] = Event()
        self.saving: Event[SaveState] = Event()
        self.letter_changed: Event[int] = Event()
        self.proposed: Event[int] = Event()  # proposals for the letter on the desk have come
        self._overlay = Overlay()
        self._run_proposed: Proposed | None = None
        self._post = post
        self._clock = clock
        self._letters: OrderedDict[int, Letter] = OrderedDict()
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._last_id = store.reader.last_change_id()
        self._asked: UndoQuestion | None = None
        self._run: TypingRun | None = None
        self._run_change: Change | None = None
        self._unflushed = False
        self._pasted = False
        self.letters_written = 0  # by the change that was sent to the file last
        self._unsaved = 0  # changes that the file has not acknowledged yet
        self._cut: Fragment | None = None
        self._cut_letter: int | None = None
        store.watch(lambda problem: post(lambda: self._trouble(problem)), lambda: post(self._show_if_saved))

    @property
    def read_only(self) -> bool:
        """Tell whether somebody else holds the project, or the file cannot be written."""
        return self.store.read_only

    def stamp(self) -> Stamp:
        """Return who works now, and the time."""
        return Stamp(self.analyst, self._clock())

    # --- letters -----------------------------------------------------------------------------------

    @property
    def letter(self) -> Letter | None:
        """The letter on the desk, with what was typed so far, and with what is proposed laid over it.

        A change made for it fits: what it does to a proposal becomes a decision of the letter itself.
        """
        self.flush_typing()
        if self._letter is None or self.letter_id is None:
            return self._letter
        return self._overlay.shown(self.letter_id, self._letter, self.codebook)

    def open_letter(self, letter_id: int | None) -> None:
        """Put another letter on the desk; None takes the letter away."""
        self.end_typing()
        self._asked = None
        if letter_id is not None:
            self.letter_of(letter_id)
        self._letter = None if letter_id is None else self._letters[letter_id]
        self.letter_id = letter_id
        self.opened.emit(letter_id)

    def letter_of(self, letter_id: int) -> Letter:
        """Return a letter as it is now, changes that are still on their way to the file included."""
        if letter_id == self.letter_id:
            self.flush_typing()
        if letter_id in self._letters:
            self._letters.move_to_end(letter_id)
        else:
            self._settle()
            self._keep(letter_id, self.store.reader.letter(letter_id))
            self._overlay.put(letter_id, self.store.reader.proposals(letter_id, self.engine))
        return self._overlay.shown(letter_id, self._letters[letter_id], self.codebook)

    def _keep(self, letter_id: int, letter: Letter) -> None:
        self._letters[letter_id] = letter
        self._letters.move_to_end(letter_id)
        # While changes are on their way to the file, only the letters in memory have them.
        while len(self._letters) > _LETTERS_KEPT and not self.store.pending:
            self._letters.popitem(last=False)
        if self.letter_id is not None and self._letter is not None:
            self._letters.setdefault(self.letter_id, self._letter)  # it is never let go

    def _settle(self) -> None:
        """Wait until the file has what was done. Raises `Problem` where it cannot be written now."""
        if not self.store.flush():
            raise self.store.trouble or Problem(NOT_SAVED_YET)

    def settle(self) -> None:
        """Wait until the file has what was done. Raises `Problem` where it cannot be written now."""
        self.end_typing()
        self._settle()

    def forget_letters(self) -> None:
        """Read letters, all but that on the desk, and the history anew from the file: after a removal."""
        self.end_typing()
        self._letters.clear()
        self._overlay.forget()
        self._done, self._undone = [], []
        if self.letter_id is not None and self._letter is not None:
            self._letters[self.letter_id] = self._letter

    # --- changes -----------------------------------------------------------------------------------

    def do(self, label: Message, delta: Delta) -> bool:
        """Make a change to the letter on the desk as one undoable step; False where there is nothing to
        do."""
        if self.letter_id is None or not delta:
            return False
        return self.do_all(label, {self.letter_id: delta})

    def do_all(self, label: Message, deltas: Mapping[int, Delta], codebook: CodebookDelta = NOTHING) -> bool:
        """Make a change to several letters, and to the codebook, as one undoable step."""
        self.end_typing()
        if not any(deltas.values()) and not codebook:
            return False
        deltas = self._decided(deltas)
        if not any(deltas.values()) and not codebook:
            return False
        letters = self._after(deltas)
        change = self._new_change(label, deltas, codebook)
        self._take(change, "new", deltas, letters, codebook)
        return True

    def _decided(self, deltas: Mapping[int, Delta]) -> dict[int, Delta]:
        """Return the changes of the letters themselves that changes of the letters as shown mean."""
        stamp = self.stamp()
        return {
            letter_id: self._overlay.decided(
                letter_id, self._letters.get(letter_id), delta, self.codebook, stamp
            )
            for letter_id, delta in deltas.items()
        }

    # --- proposals ---------------------------------------------------------------------------------

    @property
    def engine(self) -> str:
        """The engine whose proposals are taken from the file: its version, and the codebook's triggers."""
        return engine_of(self.codebook)

    def knows_proposals(self, letter_id: int) -> bool:
        """Tell whether it is known what is proposed for a letter in memory as it reads now."""
        return self._overlay.has(letter_id)

    def proposals_of(self, letter_id: int) -> Proposed:
        """Return what is proposed for a letter in memory, decided on or not."""
        return self._overlay.of(letter_id, self.codebook)

    def propose(self, letter_id: int, proposed: Proposed) -> None:
        """Take proposals for the letter on the desk as it reads now: nothing that could be undone."""
        self._overlay.put(letter_id, proposed)
        if letter_id == self.letter_id:
            self.proposed.emit(letter_id)

    def propose_in_memory(self, letter_id: int, text: str, proposed: Proposed) -> None:
        """Take proposals that were made in the background, where the letter is in memory and reads so."""
        held = self._letters.get(letter_id)
        if held is not None and held.text == text:
            self.propose(letter_id, proposed)

    def told_of_proposals(self, letter_id: int) -> None:
        """Tell the views that the file has proposals for a letter; called in the writer's thread."""
        self._post(lambda: None if self.closed else self.letter_changed.emit(letter_id))

    def do_codebook(self, label: Message, after: Codebook, deltas: Mapping[int, Delta] | None = None) -> bool:
        """Put another codebook in the place of this one, with what follows in the letters, as one step."""
        return self.do_all(label, deltas or {}, codebook_delta.between(self.codebook, after))

    def _new_change(
        self, label: Message, deltas: Mapping[int, Delta], codebook: CodebookDelta = NOTHING
    ) -> Change:
        if self.read_only:
            raise Problem(READ_ONLY)
        self._last_id += 1
        stamp = self.stamp()
        change = Change(self._last_id, label, stamp.analyst, stamp.made_at, dict(deltas), codebook)
        self._done = [*self._done[-_CHANGES_KEPT:], change]
        self._undone.clear()
        self._asked = None
        return change

    def _after(self, deltas: Mapping[int, Delta]) -> dict[int, Letter]:
        """Return the letters in memory as they will be. Raises ValueError where a delta does not fit."""
        # Others are read from the file when they are opened, after the change has arrived there.
        held = {letter_id: self._letters[letter_id] for letter_id in deltas if letter_id in self._letters}
        return {letter_id: history.apply(letter, deltas[letter_id]) for letter_id, letter in held.items()}

    def _take(
        self,
        change: Change,
        mode: Mode,
        deltas: Mapping[int, Delta],
        letters: Mapping[int, Letter],
        codebook: CodebookDelta,
    ) -> None:
        """Take a change into memory and send it to the file; then tell the views, who may fail."""
        if codebook:
            self.codebook = codebook_delta.apply(self.codebook, codebook)
        for letter_id, letter in letters.items():
            self._overlay.follow(letter_id, deltas[letter_id], len(letter.text))
        self._letters.update(letters)
        if self.letter_id is not None:
            self._letter = letters.get(self.letter_id, self._letter)
        self._write(change, mode)
        for letter_id in letters:
            if letter_id == self.letter_id:
                delta = deltas[letter_id]
                self.touched.emit(Touched(letter_id, delta, kinds_of(delta)))
        if codebook:
            self.codebook_changed.emit(self.codebook)
        for letter_id in change.deltas:
            self.letter_changed.emit(letter_id)

    def _write(self, change: Change, mode: Mode) -> None:
        def job(connection: WriteConnection) -> None:
            save_change(connection, change, mode)

        self._unsaved += 1
        self.letters_written = len(change.deltas)
        if self.save_state.state != "failed":  # what stands in the way of one write stands in the next one's
            self._set_saving(SaveState("saving"))
        self.store.submit(job, lambda _: self._post(self._acknowledged), self._failed)

    def _acknowledged(self) -> None:
        self._unsaved -= 1
        self._show_if_saved()

    def _show_if_saved(self) -> None:
        # Changes alone count: suspects that are still on their way to the file are nobody's work.
        if self._unsaved == 0 and not self._unflushed and not self.closed:
            self._set_saving(SaveState("saved", self._clock()))

    def _trouble(self, problem: Problem) -> None:
        self._set_saving(SaveState("failed", problem=problem.message))

    def _failed(self, error: Exception) -> None:
        def report() -> None:
            # The file lacks a change from now on: never "saved" again, until the project is opened anew.
            self._set_saving(SaveState("failed", problem=NOT_WRITTEN))
            raise error  # a bug: the application's handler logs it and says so

        self._post(report)

    def _set_saving(self, state: SaveState) -> None:
        self.save_state = state
        self.saving.emit(state)

    # --- typing ------------------------------------------------------------------------------------

    def typed(self, start: int, end: int, after: str) -> None:
        """Take an edit that was typed on the desk: code points, in the text that the desk showed before it.

        The edit becomes a change at the next `flush_typing`; a contiguous run of them is one change.
        """
        if self._letter is None:
            return
        pasted = self._cut_of(after) is not None
        # Alone: what was cut comes back with its tags, whatever is typed behind it at once; and no key waits
        # until pages that were pasted are compared again.
        alone = pasted or max(end - start, len(after)) > _LONG_EDIT
        if self._run is not None and (alone or not self._run.takes(start, end)):
            self.end_typing()
        if self._run is None:
            from annotator.core.typing_run import TypingRun

            self._run = TypingRun(self._letter)
            self._run_proposed = self._overlay.held(self.letter_id or 0)
        self._run.edit(start, end, after)
        self._unflushed, self._pasted = True, pasted
        if (
            self.save_state.state == "saved"
        ):  # not any more: nothing shows as saved that the file does not have
            self._set_saving(SaveState("saving"))
        if alone:
            self.end_typing()

    def _cut_of(self, after: str) -> Fragment | None:
        """Return what was cut from this letter with tags on it, if it is that which is put in.

        A single letter is taken for a key.
        """
        cut = self._cut if self._cut_letter == self.letter_id else None
        return cut if cut is not None and cut.spans and len(after) > 1 and after == cut.text else None

    def flush_typing(self) -> None:
        """Make what was typed so far a change, or bring the run's change up to date; the run goes on."""
        if self._run is None or not self._unflushed or self.letter_id is None:
            return
        from annotator.session import labels

        self._unflushed = False
        run = self._run
        delta = self._typed_delta(run)
        label = labels.typed(run.correction)
        old = self._run_change
        if old is None and not delta:
            self._show_if_saved()
            return
        letter = history.apply(run.base, delta)
        deltas = {self.letter_id: delta}
        if old is None:
            change = self._new_change(label, deltas)
        else:
            change = Change(old.id, label, old.analyst, old.made_at, deltas)
            self._done[-1] = change
        self._run_change = change if delta else None
        if not delta:  # typed, and typed back again: the file drops a change that does nothing
            self._done.pop()
        self._letters[self.letter_id] = self._letter = letter
        self._overlay.follow(self.letter_id, delta, len(letter.text), self._run_proposed)
        self._write(change, "new" if old is None else "amend")
        was = Delta() if old is None else old.deltas[self.letter_id]
        shown = delta if old is None else amended(run.base, was, delta, letter)
        self.touched.emit(Touched(self.letter_id, shown, kinds_of(was, delta), typed=True))
        self.letter_changed.emit(self.letter_id)

    def _typed_delta(self, run: TypingRun) -> Delta:
        from annotator.core import operations

        cut = self._cut_of(run.correction.after) if self._pasted else None
        if cut is not None:
            return operations.paste(run.base, run.correction, cut, self.stamp())
        return operations.correct(run.base, (run.correction,), self.stamp())

    def end_typing(self) -> None:
        """End the run of typing: the next key starts a change of its own."""
        self.flush_typing()
        self._run = None
        self._run_change = None

    def remember_cut(self, start: int, end: int) -> None:
        """Remember the spans of a stretch that is being cut, for when it is pasted."""
        from annotator.core import operations

        self.end_typing()
        if self._letter is not None:
            self._cut, self._cut_letter = operations.fragment(self._letter, start, end), self.letter_id

    # --- undo --------------------------------------------------------------------------------------

    def undo(self) -> UndoQuestion | Change | None:
        """Undo the last change. None: there is none. A question: ask again to do it, it lies elsewhere."""
        self.end_typing()
        change = self._last_done()
        if change is None or (question := self._question(change)):
            return None if change is None else question
        self._step_back(change)
        return change

    def redo(self) -> UndoQuestion | Change | None:
        """Do again what was undone last. Answers as `undo` does."""
        self.end_typing()
        change = self._next_undone()
        if change is None or (question := self._question(change)):
            return None if change is None else question
        self._step_on(change)
        return change

    def undo_label(self) -> Message | None:
        """Return the label of what undo would undo, if that is known without reading the file."""
        return self._done[-1].label if self._done else None

    def last_change(self) -> int:
        """Return the id of the last change that was made here and not undone; 0 where there is none."""
        return self._done[-1].id if self._done else 0

    def _question(self, change: Change) -> UndoQuestion | None:
        """Return what must be asked first, or None when it was asked already or lies in this letter alone."""
        if self.read_only:
            raise Problem(READ_ONLY)
        if set(change.deltas) <= {self.letter_id}:
            return None
        places = sum(len(delta.meant) or len(delta.rows) or 1 for delta in change.deltas.values())
        question = UndoQuestion(change, len(change.deltas), places)
        if self._asked is not None and self._asked.change.id == change.id:
            self._asked = None
            return None
        self._asked = question
        return question

    def _step_back(self, change: Change) -> None:
        # Turned round only where they are looked at: the file turns its own, and there may be thousands.
        held = self._letters.keys() & change.deltas.keys()
        deltas = {letter_id: change.deltas[letter_id].inverse() for letter_id in held}
        letters = self._after(deltas)
        self._done.pop()
        self._undone.append(change)
        self._take(change, "undo", deltas, letters, change.codebook.inverse())

    def _step_on(self, change: Change) -> None:
        letters = self._after(change.deltas)
        self._undone.pop()
        self._done.append(change)
        self._take(change, "redo", change.deltas, letters, change.codebook)

    def _last_done(self) -> Change | None:
        if not self._done:
            self._settle()
            found = self.store.reader.next_undo()
            self._done = [found] if found else []
        return self._done[-1] if self._done else None

    def _next_undone(self) -> Change | None:
        if not self._undone:
            self._settle()
            found = self.store.reader.next_redo()
            self._undone = [found] if found else []
        return self._undone[-1] if self._undone else None

    def abandon(self) -> None:
        """Close the project and give up what could not be saved."""
        self.closed = True
        self.store.close(abandon=True)

    def close(self) -> None:
        """Write what is left and close the project."""
        self.end_typing()
        self.store.close()
        self.closed = True
