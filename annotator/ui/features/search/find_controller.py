"""Find in the letter: the bar's questions answered, the hits marked in the text, the caret taken along."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.search.finding import Find, plain_finder
from annotator.search.regular import Match
from annotator.session import Session
from annotator.session.search.everywhere import Replace
from annotator.session.search.regular_search import RegularSearch
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.ui.context import Context, TextPort
from annotator.ui.features.search.find_bar import FindBar
from annotator.ui.translate import translated

_PAUSE = 60  # ms without a key before the letter is looked through
_AFTER_A_CHANGE = 200
_AT_ONCE = 60_000  # characters that are looked through in a frame; more is done away from the window
_MOST_MARKED = 5_000
_OPTIONS = ("match_case", "whole_word", "ignore_accents", "regular")


class FindText(TextPort, Protocol):
    """The text of the letter, in which hits can be marked."""

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Mark these places, and no others."""


class FindController(QObject):
    """Keeps the find bar, the hits and the caret in step.

    `replace_wanted` asks for a replacement, and gives what is to be called at its end; `opened` tells that
    the bar was opened or closed.
    """

    replace_wanted = Signal(object, object)
    opened = Signal(bool)

    def __init__(
        self,
        session: Session,
        context: Context,
        text: FindText,
        bar: FindBar,
        regular: RegularSearch,
        wanted: Callable[[], LetterFilter],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._text = session, context, text
        self._bar, self._regular, self._wanted_letters = bar, regular, wanted
        self._find = Find("")
        self._hits: list[Span] = []
        self._asked = 0
        self._anchor = 0
        self._goes_along = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        settings = context.settings
        bar.set_options(Find("", **{name: settings.flag(f"find_{name}") for name in _OPTIONS}))
        self._connections = (
            bar.wanted.connect(self._wanted),
            bar.next_wanted.connect(self.next),
            bar.previous_wanted.connect(self.previous),
            bar.closed.connect(self.close),
            bar.replace_wanted.connect(self._replace),
        )

    def retire(self) -> None:
        """Let go of the bar: the project was closed, another one may come."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._timer.stop()
        self._bar.hide()

    @property
    def is_open(self) -> bool:
        """Tell whether the bar is open."""
        return not self._bar.isHidden()

    # --- asked by commands --------------------------------------------------------------------------

    def open(self, *, replacing: bool = False) -> None:
        """Open the bar; what is selected is what to find."""
        self._session.end_typing()
        start, end = self._text.selection()
        selected = self._text.text()[start:end]
        self._anchor = start
        self._bar.open(" ".join(selected.split()) if selected.count("\n") <= 2 else "", replacing=replacing)
        self.opened.emit(True)

    def close(self) -> None:
        """Close the bar; the caret stays at the hit, and the text has the keys."""
        self._timer.stop()
        self._asked += 1
        self._bar.hide()
        self._mark([])
        self._context.navigator.focus_text()
        self.opened.emit(False)

    def next(self) -> None:
        """Go to the next hit; behind the last, to the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the hit before; before the first, to the last."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._look()
        if not self._hits:
            return
        start, end = self._text.selection()
        starts = [hit.start for hit in self._hits]
        here = Span(start, end) in self._hits
        if by > 0:
            index = bisect.bisect_right(starts, start) if here else bisect.bisect_left(starts, start)
        else:
            index = bisect.bisect_left(starts, start) - 1
        self._select(index % len(self._hits))

    def _select(self, index: int) -> None:
        hit = self._hits[index]
        self._anchor = hit.start
        self._text.select(hit.start, hit.end)
        self._show_count()

    # --- looking ------------------------------------------------------------------------------------

    def _wanted(self, find: Find) -> None:
        if find != self._find:
            for name in _OPTIONS:
                self._context.settings.set(f"find_{name}", bool(getattr(find, name)))
        self._find, self._goes_along = find, True
        self._timer.start(_PAUSE)

    def letter_changed(self) -> None:
        """Look again in a moment: the letter is another, or reads otherwise."""
        if self.is_open:
            self._asked += 1
            self._timer.start(_AFTER_A_CHANGE)

    def _look(self) -> None:
        self._asked += 1
        asked, find, text = self._asked, self._find, self._text.text()
        if not find:
            self._found(asked, [])
            return
        if find.regular:
            self._regular.in_text(
                find, text, self._posting(asked, _spans), self._posting(asked, lambda problem: problem)
            )
            return
        try:
            finder = plain_finder(find)
        except UserError as problem:
            self._found(asked, problem)
            return
        if len(text) <= _AT_ONCE:
            self._found(asked, finder.find(text))
        else:
            self._context.tasks.run(
                lambda progress, cancelled: finder.find(text), lambda found: self._found(asked, found), _raise
            )

    def _posting(self, asked: int, read: Callable[..., Sequence[Span] | UserError]) -> Callable[..., None]:
        """Return what takes an answer to the window's thread."""

        def answered(answer: object) -> None:
            self._context.tasks.post(lambda: self._found(asked, read(answer)))

        return answered

    def _found(self, asked: int, found: Sequence[Span] | UserError) -> None:
        if asked != self._asked or not self.is_open:
            return  # something else is looked for by now
        if isinstance(found, UserError):
            self._mark([])
            self._bar.show_problem(translated(found.message))
            return
        self._mark(found)
        if self._goes_along and self._hits:
            starts = [hit.start for hit in self._hits]
            self._select(bisect.bisect_left(starts, self._anchor) % len(self._hits))
        self._goes_along = False
        self._show_count()

    def _mark(self, hits: Sequence[Span]) -> None:
        self._hits = list(hits)
        self._text.set_hits(self._hits[:_MOST_MARKED])

    def _show_count(self) -> None:
        here = Span(*self._text.selection())
        index = self._hits.index(here) + 1 if here in self._hits else 0
        self._bar.show_count(index, len(self._hits))

    # --- replacing ----------------------------------------------------------------------------------

    def _replace(self, find: Find, by: str, scope: str) -> None:
        letter_id = None
        wanted = self._wanted_letters() if scope == "list" else ALL_LETTERS
        if scope == "letter":
            letter_id = self._session.letter_id
            if letter_id is None:
                return

        def finished(changed: bool) -> None:
            if self.is_open:
                self._bar.take_keys()

        self.replace_wanted.emit(Replace(by, find, wanted=wanted, letter_id=letter_id), finished)


def _spans(matches: Sequence[Match]) -> list[Span]:
    return [Span(match[0], match[1]) for match in matches]


def _raise(error: Exception) -> None:
    raise error
