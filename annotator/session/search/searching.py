"""Searching the project: by the index, for exactly what was typed, or by a regular expression.

Results are letters with their hits in context. The indexed search ranks all letters at once and looks into
those that are shown; the other two go through all texts, in the order of the letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from annotator.core.ocr_places import OcrPlaces
from annotator.core.text import Span
from annotator.search.contexts import Context, context_of, contexts_of
from annotator.search.finding import Find, exact_finder, require_findable
from annotator.search.query import Locator, Query, holds, parse
from annotator.search.regular import Match
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.storage.reader import Reader
from annotator.storage.search_index import Scope
from annotator.storage.store import Store
from annotator.storage.texts import LetterText
from annotator.storage.writer import WriteConnection

Mode = Literal["words", "exact", "regular"]

SHOWN_FIRST = 50  # letters looked into at once
MOST_IN_LETTER = 200  # hits of one letter that are shown; all are counted
MOST_HITS = 20_000
_AT_ONCE = 200  # letters looked through between two looks at the cancel button

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is searched for, how, in which texts and in which letters; `inside_tag`: in its passages alone."""

    typed: str
    mode: Mode = "words"
    scope: Scope = "text"
    wanted: LetterFilter = ALL_LETTERS
    inside_tag: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit: its place in the text, its context, its page, and whether it stands in the OCR text alone."""

    span: Span
    context: Context
    page: int
    in_ocr: bool = False


@dataclass(frozen=True, slots=True)
class LetterHits:
    """A letter that was found; `hits` are the first of `count`.

    `apart` tells it from others of the same title, "" where there are none.
    """

    letter_id: int
    title: str
    status: str
    hits: tuple[Hit, ...]
    count: int
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found so far: letters looked into, and the ids of those that are still to be looked into.

    `through` says that these are the last; `cut` that it was stopped at the largest number of hits.
    """

    letters: tuple[LetterHits, ...] = ()
    waiting: tuple[int, ...] = ()
    through: bool = True
    cut: bool = False
    hits: int = field(default=0)


class RegularFinder(Protocol):
    """Finds by a regular expression, away from here: it may run wild."""

    def __call__(
        self, find: Find, path: Path, ids: Sequence[int], scope: Scope, cancelled: Cancelled, /
    ) -> list[tuple[int, list[Match], list[Match]]]:
        """Return the letters found, with the matches in the text and in the OCR text."""


class Search:
    """One search; its methods are called away from the views' thread."""

    def __init__(self, store: Store, request: SearchRequest, regular: RegularFinder) -> None:
        """Raises UserError where what was typed cannot be searched for."""
        self.request = request
        self._store = store
        self._regular = regular
        self._query: Query | None = None
        self._locator: Locator | None = None
        if request.mode == "words":
            self._query = parse(request.typed)
            self._locator = Locator(self._query)
        else:
            require_findable(Find(request.typed))

    def run(self, progress: Progress, cancelled: Cancelled) -> Iterator[Results]:
        """Yield what is found, each time all of it so far; the last one is the whole."""
        self._store.flush()
        with self._store.open_reader() as reader:
            yield from (
                self._by_words(reader, progress, cancelled)
                if self._query
                else self._through(reader, progress, cancelled)
            )

    # --- by the index -----------------------------------------------------------------------------------

    def _by_words(self, reader: Reader, progress: Progress, cancelled: Cancelled) -> Iterator[Results]:
        assert self._query is not None
        wanted, scope = self.request.wanted, self.request.scope
        expression = self._query.expression()
        with reader.moment():
            indexed = reader.has_index() and not reader.stale_ids(wanted)
            best = reader.ranked(expression, scope, wanted, SHOWN_FIRST) if indexed else None
        if best and len(best) == SHOWN_FIRST:  # these are found faster than all are ranked
            yield self._first(reader, [], best, through=False)
        with reader.moment():
            stale = reader.stale_ids(wanted)
            has_index = reader.has_index()
            ranked = reader.ranked(expression, scope, wanted) if has_index else []
            if ranked is None:
                stale = reader.letter_ids(wanted)
        if ranked is None and not self._store.read_only:
            self._store.submit(_drop_index)  # it is made anew when there is time
        ids = ranked or []
        if len(stale) <= _AT_ONCE:
            direct = list(self._looked_through(reader, stale))
            yield self._first(reader, direct, ids)
            return
        yield self._first(reader, [], ids, through=False)
        found: list[LetterHits] = []
        for start in range(0, len(stale), _AT_ONCE):
            if cancelled():
                return
            found += self._looked_through(reader, stale[start : start + _AT_ONCE])
            progress(min(len(stale), start + _AT_ONCE), len(stale))
        yield self._first(reader, found, ids)

    def _first(
        self, reader: Reader, direct: list[LetterHits], ids: Sequence[int], *, through: bool = True
    ) -> Results:
        """Return the letters that come first: those that the index does not know yet, then its best."""
        direct = sorted(direct, key=lambda letter: -letter.count)
        room = max(0, SHOWN_FIRST - len(direct))
        looked, taken = self._looked_into(reader, ids, room)
        letters = (*direct, *looked)
        return Results(letters, tuple(ids[taken:]), through, hits=sum(letter.count for letter in letters))

    def more(self, ids: Sequence[int], count: int = SHOWN_FIRST) -> tuple[tuple[LetterHits, ...], int]:
        """Look into more letters that were found; return them, and how many of the ids that took."""
        with self._store.open_reader() as reader:
            letters, taken = self._looked_into(reader, ids, count)
            return tuple(letters), taken

    def _looked_into(self, reader: Reader, ids: Sequence[int], count: int) -> tuple[list[LetterHits], int]:
        """Look into letters until `count` have hits; return them, and how many were looked into."""
        found: list[LetterHits] = []
        taken = 0
        while taken < len(ids) and len(found) < count:
            some = ids[taken : taken + max(1, count - len(found))]
            taken += len(some)
            for text in reader.letter_texts(some):
                letter = self._letter(reader, text, *self._located(text))
                if letter.count or not self.request.inside_tag:
                    found.append(letter)
        return found, taken

    def _looked_through(self, reader: Reader, ids: Sequence[int]) -> Iterator[LetterHits]:
        """Yield those of the letters that the query finds, without the index."""
        assert self._query is not None
        for text in reader.letter_texts(ids):
            scope = self.request.scope
            corrected = bool(text.corrections)
            in_text = scope != "ocr" and holds(self._query, text.text)
            in_ocr = (scope == "ocr" or (scope == "both" and corrected)) and holds(self._query, text.ocr_text)
            if in_text or in_ocr:
                letter = self._letter(reader, text, *self._located(text))
                if letter.count or not self.request.inside_tag:
                    yield letter

    def _located(self, text: LetterText) -> tuple[list[Span], list[Span]]:
        assert self._locator is not None
        scope = self.request.scope
        in_text = self._locator.find(text.text) if scope != "ocr" else []
        in_ocr = (
            self._locator.find(text.ocr_text)
            if scope == "ocr" or (scope == "both" and text.corrections)
            else []
        )
        return in_text, in_ocr

    # --- through all texts ------------------------------------------------------------------------------

    def _through(self, reader: Reader, progress: Progress, cancelled: Cancelled) -> Iterator[Results]:
        ids = reader.letter_ids(self.request.wanted)
        letters: list[LetterHits] = []
        hits, step = 0, _AT_ONCE if self.request.mode == "exact" else 10 * _AT_ONCE
        for start in range(0, len(ids), step):
            if cancelled():
                return
            some = ids[start : start + step]
            found = list(
                self._exactly(reader, some)
                if self.request.mode == "exact"
                else self._regularly(reader, some, cancelled)
            )
            letters += found
            hits += sum(letter.count for letter in found)
            progress(min(len(ids), start + step), len(ids))
            if hits >= MOST_HITS:
                yield Results(tuple(letters), through=True, cut=start + step < len(ids), hits=hits)
                return
            if found and start + step < len(ids):
                yield Results(tuple(letters), through=False, hits=hits)
        yield Results(tuple(letters), hits=hits)

    def _exactly(self, reader: Reader, ids: Sequence[int]) -> Iterator[LetterHits]:
        exactly, scope = exact_finder(self.request.typed), self.request.scope
        found = []
        for letter_id, ocr_text, text in reader.plain_texts(ids):
            in_text = exactly.find(text) if scope != "ocr" else []
            also = scope == "ocr" or (scope == "both" and text is not ocr_text)
            in_ocr = exactly.find(ocr_text) if also else []
            if in_text or in_ocr:
                found.append((letter_id, in_text, in_ocr))
        yield from self._shown(reader, found)

    def _regularly(self, reader: Reader, ids: Sequence[int], cancelled: Cancelled) -> Iterator[LetterHits]:
        find = Find(self.request.typed, regular=True)
        found = self._regular(find, self._store.path, ids, self.request.scope, cancelled)
        spans = [(letter_id, _spans(in_text), _spans(in_ocr)) for letter_id, in_text, in_ocr in found]
        yield from self._shown(reader, spans)

    def _shown(
        self, reader: Reader, found: Sequence[tuple[int, list[Span], list[Span]]]
    ) -> Iterator[LetterHits]:
        spans = {letter_id: (in_text, in_ocr) for letter_id, in_text, in_ocr in found}
        for text in reader.letter_texts(list(spans)):
            letter = self._letter(reader, text, *spans[text.letter_id])
            if letter.count:
                yield letter

    # --- what is shown of a letter ----------------------------------------------------------------------

    def _letter(
        self, reader: Reader, text: LetterText, in_text: list[Span], in_ocr: list[Span]
    ) -> LetterHits:
        """Return a letter with its hits: of the text, and of the OCR text where the text reads otherwise."""
        if not text.corrections and self.request.scope == "ocr":
            in_text, in_ocr = in_ocr, []
        places = OcrPlaces(text.ocr_text, text.text, text.corrections) if text.corrections else None
        mapped = [(places.from_ocr(span), span) for span in in_ocr] if places else []
        if self.request.scope == "both":
            there = set(in_text)
            mapped = [(at, span) for at, span in mapped if at not in there]
        if self.request.inside_tag and self.request.wanted.tag:
            tagged = reader.tagged_spans(text.letter_id, self.request.wanted.tag)
            in_text = [span for span in in_text if _inside(span, tagged)]
            mapped = [(at, span) for at, span in mapped if _inside(at, tagged)]
        count = len(in_text) + len(mapped)
        some = in_text[:MOST_IN_LETTER]
        contexts = (
            [context_of(text.text, span, places.line_number(span.start)) for span in some]
            if places
            else contexts_of(text.text, some)
        )
        hits = [
            Hit(span, context, _page(text, span.start)) for span, context in zip(some, contexts, strict=True)
        ]
        in_ocr = [span for _, span in mapped[:MOST_IN_LETTER]]
        for (at, _), context in zip(mapped, contexts_of(text.ocr_text, in_ocr), strict=False):
            hits.append(Hit(at, context, _page(text, at.start), in_ocr=True))
        hits.sort(key=lambda hit: (hit.span, hit.in_ocr))
        shown = tuple(hits[:MOST_IN_LETTER])
        return LetterHits(text.letter_id, text.title, text.status, shown, count, text.apart)


def _drop_index(connection: WriteConnection) -> None:
    from annotator.storage.indexing import drop_index

    drop_index(connection)


def _spans(matches: Sequence[Match]) -> list[Span]:
    return [Span(match.start, match.end) for match in matches]


def _page(text: LetterText, offset: int) -> int:
    return max(1, sum(1 for start in text.page_starts if start <= offset))


def _inside(span: Span, outer: Sequence[Span]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in outer)
