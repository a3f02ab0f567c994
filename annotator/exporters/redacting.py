"""Puts something else in the place of words that are personal, as `[persoon 1]`, wherever a letter has them.

Hidden words are what passages with a hidden tag mark. They go from the text and the OCR text, also where they
stand untagged, from titles, notes, values, names of files and the codebook.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from annotator.core.codebook import Codebook, entry_to_json, field_from_json, tag_from_json
from annotator.core.document import Letter, Page
from annotator.core.in_force import InForce
from annotator.core.ocr_places import OcrPlaces, correction_spans
from annotator.core.page_layout import Furniture, LineStyle, PageLayout
from annotator.core.text import Span
from annotator.exporters.burning import black_boxes, moved_layouts
from annotator.exporters.interface import Burning, ExportLetter

_SIGN = r"[^\W_]"
_BETWEEN = r"[\W_]{0,6}"  # blanks, dots, hyphens, a line's end
_LEAST = 3  # letters or digits: shorter words would be found everywhere
_BROKEN = re.compile(r"[-\u2010\u00ad][ \t]*\n\s*|[\u00ad\u200b-\u200d\ufeff]")
_WORD = re.compile(rf"{_SIGN}+")
_KEPT = frozenset(
    ("id", "kind", "type", "parent", "role", "key", "colour_light", "colour_dark", "pattern", "position")
)


class _Hole(NamedTuple):
    """A stretch of a text and what is put in its place."""

    start: int
    end: int
    put: str


class HiddenWords:
    """The words to hide of all letters of an export, and what is put in their place: the same for the same.

    Case, blanks and punctuation do not count. `replaced` counts what was put in, by its name; `untagged` how
    often that was where no tag stood.
    """

    def __init__(self, codebook: Codebook, language: str) -> None:
        self._names = {tag.id: tag.name(language).lower() for tag in codebook.passage_tags if tag.hidden}
        self._given: dict[tuple[str, str], str] = {}
        self._numbers: Counter[str] = Counter()
        self._wanted: set[str] = set()  # what is looked for: words with a blank between
        self._by_words: dict[str, str] = {}  # what is put in the place of words, by the words folded
        self.said: dict[str, str] = {}  # the words as they stood first, by what is put there
        self.replaced: Counter[str] = Counter()
        self.untagged = 0

    def learn(self, letter: Letter) -> None:
        """Take up the words that passages of a letter mark, the proposed ones too."""
        places = None
        for span, passage in letter.placed_passages():
            if passage.tag not in self._names or span.start == span.end:
                continue
            put = self._put(passage.tag, letter.text[span.start : span.end])
            # What the OCR read there is as personal as what it was corrected to.
            places = places or letter.ocr_places()
            read = letter.ocr_text[places.to_ocr(span.start) : places.to_ocr(span.end)]
            self._look_for(read, put)
        self.__dict__.pop("_pattern", None)

    def _put(self, tag: str, words: str) -> str:
        key = (tag, _folded(words))
        if key not in self._given:
            self._numbers[tag] += 1
            put = self._given[key] = f"[{self._names[tag]} {self._numbers[tag]}]"
            self.said[put] = " ".join(words.split())
            self._look_for(words, put)
        return self._given[key]

    def _look_for(self, words: str, put: str) -> None:
        if len(_folded(words)) >= _LEAST:
            self._by_words.setdefault(_folded(words), put)
            self._wanted.update((" ".join(_WORD.findall(words)), " ".join(_WORD.findall(_joined(words)))))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest_first = sorted(self._wanted, key=lambda words: (-len(words), words))
        found = "|".join(_BETWEEN.join(map(_spread, words.split())) for words in longest_first)
        return re.compile(rf"(?<!{_SIGN})(?:{found})(?!{_SIGN})", re.IGNORECASE) if found else None

    def places(self, text: str) -> list[_Hole]:
        """Return where hidden words stand in a text."""
        if self._pattern is None:
            return []
        return [
            _Hole(*found.span(), self._by_words.get(_folded(found.group()), "[…]"))
            for found in self._pattern.finditer(text)
        ]

    def out_of(self, text: str) -> str:
        """Return a text without the hidden words."""
        return _filled(text, self.places(text)) if text else text

    # --- a letter -----------------------------------------------------------------------------------

    def letter(self, one: ExportLetter) -> ExportLetter:
        """Return a letter without the hidden words, and without its source and pictures, which show them.

        How its pages may be shown all the same is in `burning`.
        """
        made = _Redaction(self, one.letter)
        return ExportLetter(
            one.id,
            one.uid,
            made.letter(),
            self.out_of(one.source_name),
            one.source_sha256,
            one.created_at,
            one.updated_at,
            line_styles=lambda: made.styles(one.line_styles()),
            is_redacted=True,
            burning=lambda: made.burning(one.source, one.layouts()),
        )

    def codebook(self, codebook: Codebook) -> Codebook:
        """Return the codebook without the hidden words in its names, examples and phrases."""
        return replace(
            codebook,
            names=self._within(codebook.names),
            tags=tuple(tag_from_json(self._within(entry_to_json(tag))) for tag in codebook.tags),
            fields=tuple(field_from_json(self._within(entry_to_json(entry))) for entry in codebook.fields),
        )

    def _within(self, data: Any) -> Any:
        if isinstance(data, str):
            return self.out_of(data)
        if isinstance(data, Mapping):
            return {key: each if key in _KEPT else self._within(each) for key, each in data.items()}
        return [self._within(each) for each in data] if isinstance(data, list | tuple) else data

    def holes(self, letter: Letter) -> list[_Hole]:
        """Return what goes out of a letter's text, in order: tagged words, and the same untagged."""
        tagged = [
            _Hole(span.start, span.end, self._put(passage.tag, letter.text[span.start : span.end]))
            for span, passage in letter.placed_passages()
            if passage.tag in self._names and span.start < span.end
        ]
        found = self.places(letter.text)
        apart = _apart([*tagged, *found])
        marked = [(hole.start, hole.end) for hole in tagged]
        for hole in apart:
            self.replaced[hole.put] += 1
            self.untagged += not any(start < hole.end and hole.start < end for start, end in marked)
        return apart


class _Redaction:
    """One letter with holes filled: its two texts, and where its places are in them."""

    def __init__(self, words: HiddenWords, letter: Letter) -> None:
        self._words, self._before = words, letter
        self._holes = words.holes(letter)
        self._starts = [hole.start for hole in self._holes]
        self._moved = _moves(self._holes)
        self._places = letter.ocr_places()
        self._text = _filled(letter.text, self._holes)
        self._ocr_text, self._corrections = self._both_texts()
        self._after = OcrPlaces(self._ocr_text, self._text, self._corrections)

    def _both_texts(self) -> tuple[str, tuple[InForce, ...]]:
        """Return the OCR text and the corrections that have nothing of the hidden words.

        A correction that touches a hole is gone, and so is one whose reading has hidden words in it: there
        the OCR text reads as the text does.
        """
        placed = list(zip(self._before.corrections, correction_spans(self._before.corrections), strict=True))
        kept = [(row, self._span(span)) for row, span in placed if not self._in_hole(span)]
        while True:
            ocr_text, rows, stretches = self._undone(kept)
            found = self._words.places(ocr_text)
            clean = [
                pair
                for pair, stretch in zip(kept, stretches, strict=True)
                if not any(hole.start <= stretch.end and stretch.start <= hole.end for hole in found)
            ]
            if not found or not kept:
                return ocr_text, rows
            kept = clean if len(clean) < len(kept) else []

    def _undone(self, kept: Sequence[tuple[InForce, Span]]) -> tuple[str, tuple[InForce, ...], list[Span]]:
        parts, rows, stretches, behind, size = [], [], [], 0, 0
        for row, span in kept:
            same = self._text[behind : span.start]
            read = self._before.ocr_text[row.ocr_start : row.ocr_end]
            start = size + len(same)
            parts += [same, read]
            size, behind = start + len(read), span.end
            stretches.append(Span(start, size))
            reason = self._words.out_of(row.reason)
            rows.append(replace(row, ocr_start=start, ocr_end=size, reason=reason))
        return "".join([*parts, self._text[behind:]]), tuple(rows), stretches

    # --- places -------------------------------------------------------------------------------------

    def _in_hole(self, span: Span) -> bool:
        near = bisect_right(self._starts, span.end)
        return any(hole.end >= span.start for hole in self._holes[max(0, near - 1) : near])

    def _at(self, offset: int, *, end: bool = False) -> int:
        """Return where an offset is now: at the edge of what was put in, where it was inside a hole."""
        near = bisect_right(self._starts, offset) - 1
        if near < 0:
            return offset
        hole, moved = self._holes[near], self._moved[near]
        if offset >= hole.end:
            return offset + moved
        start = hole.start + moved - (len(hole.put) - (hole.end - hole.start))
        return start + len(hole.put) if end and offset > hole.start else start

    def _span(self, span: Span) -> Span:
        start = self._at(span.start)
        return Span(start, max(start, self._at(span.end, end=span.end > span.start)))

    def _ocr_span(self, start: int, end: int) -> Span:
        """Return where a stretch of the OCR text is in the new one."""
        span = self._span(self._places.from_ocr(Span(start, end)))
        first = self._after.to_ocr(span.start)
        return Span(first, max(first, self._after.to_ocr(span.end)))

    def styles(self, lines: Iterable[LineStyle]) -> list[LineStyle]:
        """Return how the lines of the OCR text are set, at their places."""
        moved = ((row, self._ocr_span(row.start, row.end)) for row in lines)
        return [row._replace(start=span.start, end=span.end) for row, span in moved]

    def burning(self, source: Callable[[], bytes], layouts: Sequence[PageLayout]) -> Burning | None:
        """Return how the pages may be shown; None where a hidden word stands there nobody knows where."""
        before = self._before
        hidden = [Span(hole.start, hole.end) for hole in self._holes]
        read = [Span(hole.start, hole.end) for hole in self._words.places(before.ocr_text)]
        black = black_boxes(before, layouts, hidden, read)
        return None if black is None else Burning(source, moved_layouts(layouts, self._ocr_span), black)

    # --- rows ---------------------------------------------------------------------------------------

    def letter(self) -> Letter:
        """Return the letter without the hidden words."""
        before, out_of = self._before, self._words.out_of
        points = {uid: self._at(offset) for uid, offset in before.points.items()}
        told = {
            uid: row for uid, row in before.verdicts.items() if self._is_free(uid, row.reading, row.chosen)
        }
        turned = {uid: row for uid, row in before.dismissals.items() if self._is_free(uid, row.value)}
        gone = (before.verdicts.keys() - told.keys()) | (before.dismissals.keys() - turned.keys())
        about = before.about
        return replace(
            before,
            ocr_text=self._ocr_text,
            text=self._text,
            about=replace(about, title=out_of(about.title), note=out_of(about.note)),
            corrections=self._corrections,
            passages={uid: replace(row, note=out_of(row.note)) for uid, row in before.passages.items()},
            values={uid: self._value(uid) for uid in before.values},
            verdicts=told,
            dismissals=turned,
            pages={uid: self._page(row, points) for uid, row in before.pages.items()},
            spans={uid: self._span(span) for uid, span in before.spans.items() if uid not in gone},
            points=points,
            furniture=tuple(self._moved_furniture()),
            disputed=(),
        )

    def _moved_furniture(self) -> Iterator[Furniture]:
        for row in self._before.furniture:
            span = self._ocr_span(row.start, row.end)
            if span.start < span.end:
                yield Furniture(span.start, span.end, row.kind)

    def _is_free(self, uid: str, *texts: str) -> bool:
        span = self._before.spans.get(uid)
        return not any(map(self._words.places, texts)) and (span is None or not self._in_hole(span))

    def _page(self, row: Page, points: Mapping[str, int]) -> Page:
        return replace(row, ocr_start=self._after.to_ocr(points[row.uid]) if row.uid in points else 0)

    def _value(self, uid: str) -> Any:
        """Return a value; one that was taken from hidden words is what stands in their place."""
        row, span = self._before.values[uid], self._before.spans.get(uid)
        touched = [
            hole.put
            for hole in self._holes
            if span is not None and hole.start < span.end and span.start < hole.end
        ]
        if touched:
            return replace(row, shown=", ".join(touched), value=", ".join(touched))
        return replace(row, shown=self._words.out_of(row.shown), value=self._words.out_of(row.value))


def _apart(holes: Iterable[_Hole]) -> list[_Hole]:
    """Return holes in order, those that overlap as one, with what the first and longest of them puts in."""
    apart: list[_Hole] = []
    for hole in sorted(holes, key=lambda each: (each.start, -each.end)):
        if apart and hole.start < apart[-1].end:
            apart[-1] = apart[-1]._replace(end=max(apart[-1].end, hole.end))
        else:
            apart.append(hole)
    return apart


def _moves(holes: Sequence[_Hole]) -> list[int]:
    moves, moved = [], 0
    for hole in holes:
        moved += len(hole.put) - (hole.end - hole.start)
        moves.append(moved)
    return moves


def _filled(text: str, holes: Iterable[_Hole]) -> str:
    parts, behind = [], 0
    for hole in holes:
        parts += [text[behind : hole.start], hole.put]
        behind = hole.end
    return "".join([*parts, text[behind:]])


def _joined(words: str) -> str:
    """Return words without what breaks them at the end of a line."""
    return _BROKEN.sub("", words)


def _folded(words: str) -> str:
    """Return the letters and digits of words, in lower case."""
    return "".join(_WORD.findall(words)).lower()


def _spread(word: str) -> str:
    """Return a pattern for a word that may be broken at a line's end, or have signs without a width in it."""
    broken = r"(?:[-\u2010\u00ad]?[ \t]*\n\s*|[\u00ad\u200b-\u200d\ufeff])?"
    return broken.join(map(re.escape, word))
