"""Keeps the editor in step with the session: letters, changes, typing, marks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.document import Dismissal
from annotator.core.history import Delta, RowChange, Shifter
from annotator.core.text import Span, line_end, line_start
from annotator.core.user_errors import UserError
from annotator.session import LetterChange, Session
from annotator.session.suspects.suspecting import Suspecting
from annotator.ui.features.editor.letter_marks import desk_marks, suspect_marks
from annotator.ui.features.editor.marks import DeskMarks
from annotator.ui.features.editor.text_view import TextView
from annotator.ui.theme.theme import theme_of

FLUSH_AFTER_MS = 200  # "saved" must follow within 300 ms of the last key
FLUSH_AT_LEAST_MS = 1_000  # who types on without a pause is saved all the same
SUSPECTS_AFTER_MS = 600  # after the last key: looked for at once, they would be out of date at the next
RUN_ENDS_AFTER_MS = 2_000
_MOST_HUNKS = 60


class EditorController(QObject):
    """Shows the session's letter on a text view and hands what is typed there to the session."""

    numbered = Signal(object)  # the paper's number of each line
    refused = Signal(object)  # why a key was not taken

    def __init__(self, view: TextView, session: Session, suspecting: Suspecting, language: str) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._suspecting = suspecting
        self._language = language
        self._carets: dict[int, int] = {}
        self._shown_letter: int | None = None
        self._current_suspect: tuple[int, ...] = ()
        self._expected_caret = -1
        self._typed: Span | None = None  # where was typed since the session heard of it
        self._flush_timer = self._timer(FLUSH_AFTER_MS, session.flush_typing)
        self._burst_timer = self._timer(FLUSH_AT_LEAST_MS, session.flush_typing)
        suspecting.waits_while_typing = True
        self._suspects_timer = self._timer(SUSPECTS_AFTER_MS, suspecting.catch_up)
        self._run_timer = self._timer(RUN_ENDS_AFTER_MS, session.end_typing)
        self._caret_timer = self._timer(0, self._caret_settled)
        self._refused_timer = self._timer(0, self._show_what_is_there)
        session.opened.connect(self._opened)
        session.touched.connect(self._touched)
        session.proposed.connect(lambda _: self._show_marks())
        session.codebook_changed.connect(lambda _: self._show_marks())
        suspecting.changed.connect(lambda _: self.show_suspects())
        session.type_held = view.type_held
        self._connections = (
            view.about_to_cut.connect(session.remember_cut),
            view.edited.connect(self._edited),
            view.caret_moved.connect(lambda _: self._caret_timer.start()),
        )

    def retire(self) -> None:
        """Let go of the view: its session was closed, another one may come."""
        self._session.type_held = lambda: None
        for connection in self._connections:
            QObject.disconnect(connection)
        for timer in (
            self._flush_timer,
            self._burst_timer,
            self._suspects_timer,
            self._run_timer,
            self._caret_timer,
            self._refused_timer,
        ):
            timer.stop()
        self.deleteLater()

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer

    def _opened(self, letter_id: int | None) -> None:
        if self._shown_letter is not None:
            self._carets[self._shown_letter] = self._view.caret()
        self._shown_letter = letter_id
        self._current_suspect = ()
        self.show_letter()
        if letter_id is not None:
            self._view.move_caret(min(self._carets.get(letter_id, 0), len(self._view.text())), reveal=True)

    def show_letter(self) -> None:
        """Show the session's letter anew, whole."""
        letter = self._session.letter
        if letter is None:
            self._view.show_text("", DeskMarks(), [])
            return
        numbers = letter.line_numbers()
        self._view.show_text(letter.text, self._marks(None), numbers)
        self.numbered.emit(numbers)

    def _show_marks(self) -> None:
        """Show tags and fields as the codebook names and colours them now."""
        if self._session.letter is not None:
            self._view.set_marks(self._marks(None))

    def _marks(self, within: Span | None) -> DeskMarks:
        letter = self._session.letter
        assert letter is not None
        dark = theme_of(self._view).dark
        suspects = self._suspecting.suspects
        return desk_marks(
            letter, self._session.codebook, self._language, dark=dark, suspects=suspects, within=within
        )

    def _touched(self, touched: LetterChange) -> None:
        letter = self._session.letter
        if letter is None:
            return
        delta, caret = touched.delta, self._view.caret()
        show_all = len(delta.hunks) > _MOST_HUNKS or delta.reading is not None  # margins are others then
        if show_all:
            self.show_letter()
        elif not touched.typed:
            self._replace(delta)
        if touched.aside and delta.hunks:
            self._view.move_caret(min(len(letter.text), Shifter(delta.hunks).move(caret)))
        if show_all:
            return
        stretch = _joined(touched_stretch(delta, len(letter.text)), self._typed)
        stretch = _whole_lines(letter.text, stretch)
        self._typed = None
        if stretch is not None:
            self._view.set_marks(self._marks(stretch), (stretch.start, stretch.end))
        if any("\n" in hunk.before + hunk.after for hunk in delta.hunks):
            numbers = letter.line_numbers()
            self._view.set_line_numbers(numbers)
            self.numbered.emit(numbers)

    def _replace(self, delta: Delta) -> None:
        for hunk in reversed(delta.hunks):
            self._view.replace(hunk.start, hunk.end, hunk.after)
        if delta.hunks:
            first = delta.hunks[0]
            self._expected_caret = -1
            at = first.start + len(first.after)
            # What was done in view is not scrolled away from under the mouse.
            self._view.move_caret(at, reveal=not self._view.is_in_view(at, at))

    def _edited(self, start: int, end: int, after: str) -> None:
        try:
            self._session.typed(start, end, after)
        except UserError as problem:
            self._refused_timer.start()
            self.refused.emit(problem.message)
            return
        self._typed = _typed_stretch(self._typed, start, end, after)
        self._expected_caret = start + len(after)
        self._flush_timer.start()
        self._suspects_timer.start()
        if not self._burst_timer.isActive():
            self._burst_timer.start()
        self._run_timer.start()

    def _show_what_is_there(self) -> None:
        """Take back in the editor what the session did not take."""
        caret = self._view.caret()
        self.show_letter()
        self._view.move_caret(min(caret, len(self._view.text())))

    def _caret_settled(self) -> None:
        if self._view.caret() != self._expected_caret:
            self._session.end_typing()
            self._run_timer.stop()

    def show_suspects(self) -> None:
        """Show the suspects as they are known now."""
        self._view.set_suspects(suspect_marks(self._suspecting.suspects, self._current_suspect))

    def mark_current(self, start: int | None) -> None:
        """Mark the suspect that the correction box is open on; None for none."""
        self._current_suspect = () if start is None else (start,)
        self.show_suspects()


def _whole_lines(text: str, stretch: Span | None) -> Span | None:
    """Return the stretch with the rest of its lines: the editor takes the marks of whole lines anew."""
    if stretch is None:
        return None
    return Span(line_start(text, stretch.start), line_end(text, stretch.end))


def touched_stretch(delta: Delta, length: int) -> Span | None:
    """Return the stretch of the new text in which a change may have altered marks; None for none."""
    if any(_speaks_of_sections(row) for row in delta.rows) or any(p.owner == "section" for p in delta.points):
        return Span(0, length)
    starts, ends, shift = [], [], 0
    for hunk in delta.hunks:
        starts.append(hunk.start + shift)
        shift += len(hunk.after) - len(hunk.before)
        ends.append(hunk.end + shift)
    move = Shifter(delta.hunks).move
    for change in delta.spans:
        # Where a span was is told in the text before the change.
        was = change.before and Span(move(change.before.start), move(change.before.end))
        for span in (was, change.after):
            if span is not None:
                starts.append(min(span.start, length))
                ends.append(min(span.end, length))
    return Span(min(starts), max(ends)) if starts else None


def _speaks_of_sections(change: RowChange) -> bool:
    row = change.after if change.after is not None else change.before
    return change.kind == "section" or (isinstance(row, Dismissal) and row.kind == "section")


def _typed_stretch(so_far: Span | None, start: int, end: int, after: str) -> Span:
    """Return where was typed, after another edit: a run that ends as it began has marks to show anew too."""
    here = Span(start, start + len(after))
    if so_far is None:
        return here
    grows = len(after) - (end - start)
    was = Span(min(so_far.start, start), max(so_far.end, end) + grows)
    return Span(min(was.start, here.start), max(was.end, here.end))


def _joined(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None:
        return one or other
    return Span(min(one.start, other.start), max(one.end, other.end))
