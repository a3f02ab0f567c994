"""The pages of a letter as OCR files have them: regions of lines of words, of the corrected text."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.core.document import Letter
from annotator.exporters.interface import ExportLetter
from annotator.exporters.placed_words import (
    Box,
    PlacedWord,
    around,
    by_page,
    completed,
    in_rows,
    make,
    placed_words,
)
from annotator.exporters.xml_text import fit_for_xml

A4 = (595.28, 841.89)
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


class Word(NamedTuple):
    """A word: its box in points, None where nobody knows, and how sure it was read, 0 to 100, -1 unknown."""

    text: str
    box: Box | None
    confidence: float
    is_corrected: bool


class Line(NamedTuple):
    """A line of words, and the box around them."""

    words: tuple[Word, ...]
    box: Box | None

    @property
    def text(self) -> str:
        """The words with a blank between them."""
        return " ".join(word.text for word in self.words)


class Region(NamedTuple):
    """Lines that belong together. `kind` is one of FURNITURE_KINDS, "heading", "footnote" or "paragraph"."""

    kind: str
    lines: tuple[Line, ...]
    box: Box | None


class OcrPage(NamedTuple):
    """A page, its size in points, and its regions in reading order."""

    number: int
    width: float
    height: float
    regions: tuple[Region, ...]


def pages_of(one: ExportLetter) -> Iterator[OcrPage]:
    """Yield the pages of a letter, at least one."""
    letter, layouts = one.letter, {layout.number: layout for layout in one.layouts()}
    words = placed_words(letter, [*layouts.values()])
    sure = {
        (reading.start, reading.end): reading.confidence
        for readings in one.readings().values()
        for reading in readings
    }
    kinds = _Kinds(letter)
    for number, here in by_page(letter, words):
        layout = layouts.get(number)
        width, height = (layout.width, layout.height) if layout is not None else A4
        regions = tuple(_regions(letter.text, here, kinds, width, sure))
        yield OcrPage(number, width, height, regions)


def unplaced(one: ExportLetter) -> int:
    """Return how many words have no place of their own."""
    return sum(not word.has_own_place for word in placed_words(one.letter, one.layouts()))


class _Kinds:
    """What lines are, by where they begin."""

    def __init__(self, letter: Letter) -> None:
        self._furniture = [(span, kind) for span, kind in letter.furniture_spans() if span.start < span.end]
        self._starts = [span.start for span, _ in self._furniture]
        headings = [
            placed.heading
            for placed in letter.placed_sections()
            if placed.heading is not None and placed.section.state == "confirmed"
        ]
        self._headings = sorted(heading for heading in headings if heading.start < heading.end)

    def at(self, word: PlacedWord, text: str, before: str) -> str:
        """Return the kind of the line that begins with a word, behind one of the kind `before`."""
        index = bisect.bisect_right(self._starts, word.start) - 1
        if index >= 0 and word.start < self._furniture[index][0].end:
            return self._furniture[index][1]
        place = bisect.bisect_right(self._headings, word.start, key=lambda heading: heading.start) - 1
        if place >= 0 and word.start < self._headings[place].end:
            return "heading"
        return "footnote" if before == "footnote" or text[word.start] in _RAISED else "paragraph"


def _regions(
    text: str,
    words: Sequence[PlacedWord],
    kinds: _Kinds,
    width: float,
    sure: Mapping[tuple[int, int], float],
) -> Iterator[Region]:
    lines: list[Line] = []
    kind, end = "", -1
    for row in in_rows(text, words):
        is_apart = end >= 0 and text.count("\n", end, row[0].start) > 1
        found = kinds.at(row[0], text, "" if is_apart or end < 0 else kind)
        # Each note is a region of its own, and what is not of the kind of the lines before.
        if lines and (is_apart or found != kind or text[row[0].start] in _RAISED):
            yield _region(kind, lines)
            lines = []
        kind, end = found, row[-1].end
        if line := _line(text, completed(row, width), sure):
            lines.append(line)
    if lines:
        yield _region(kind, lines)


def _line(text: str, row: Sequence[PlacedWord], sure: Mapping[tuple[int, int], float]) -> Line | None:
    words = []
    for start, end, ocr_start, ocr_end, is_corrected, box, _ in row:
        said = text[start:end]
        if not said.isprintable():
            said = fit_for_xml(said)
        if said:
            of_ocr = sure.get((ocr_start, ocr_end), -1.0) if sure and not is_corrected else -1.0
            words.append(make(Word, (said, box, of_ocr, is_corrected)))
    boxes = [word.box for word in words if word.box is not None]
    return Line(tuple(words), around(boxes) if boxes else None) if words else None


def _region(kind: str, lines: Sequence[Line]) -> Region:
    boxes = [line.box for line in lines if line.box is not None]
    return Region(kind, tuple(lines), around(boxes) if boxes else None)
