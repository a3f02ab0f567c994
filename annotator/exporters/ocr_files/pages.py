"""The pages of a letter as OCR files have them: regions of lines of words, of the corrected text."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
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
    placed_words,
)
from annotator.exporters.xml_text import fit_for_xml

A4 = (595.28, 841.89)
_UNKNOWN = -1.0
_MOST_KEPT = 20_000
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


class Scale(dict[float, int]):
    """Points in whole units of a format, what is left of or above the page as 0.

    It keeps those it was asked for: the file has tenths of points, and many words share a line's edge.
    """

    def __init__(self, units: float) -> None:
        """`units` is how many make a point."""
        super().__init__()
        self._units = units

    def __missing__(self, points: float) -> int:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[points] = found = int(points * self._units + 0.5) if points > 0 else 0
        return found


class Line(NamedTuple):
    """A line of words, and the box around them.

    Its words in columns, for a letter has a thousand: what they say, their boxes in points, None where nobody
    knows, how sure they were read, 0 to 100, -1 unknown, and whether they are not what the OCR read.
    """

    said: Sequence[str]
    boxes: Sequence[Box | None]
    sure: Sequence[float]
    corrected: Sequence[bool]
    box: Box | None

    @property
    def text(self) -> str:
        """The words with a blank between them."""
        return " ".join(self.said)

    def words(self, put: Callable[[str], str]) -> Iterator[tuple[str, Box | None, float, bool]]:
        """Yield what each word says as `put` writes text, its box, how sure it was read, and whether it is
        corrected."""
        text = self.text
        said = self.said if put(text) == text else map(put, self.said)
        return zip(said, self.boxes, self.sure, self.corrected, strict=True)


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
    starts, ends, ocr_starts, ocr_ends, corrected, boxes, _ = zip(*row, strict=True)
    said: Sequence[str] = [*map(text.__getitem__, map(slice, starts, ends))]
    known: Sequence[float] = (_UNKNOWN,) * len(row)
    if sure:
        of_ocr = map(sure.get, zip(ocr_starts, ocr_ends, strict=True), known)
        known = [*map(_known, corrected, of_ocr)]
    if not text[starts[0] : ends[-1]].isprintable():
        said = [*map(fit_for_xml, said)]
        if "" in said:
            kept = [word for word in zip(said, boxes, known, corrected, strict=True) if word[0]]
            if not kept:
                return None
            said, boxes, known, corrected = zip(*kept, strict=True)
    placed = [box for box in boxes if box is not None]
    return Line(said, boxes, known, corrected, around(placed) if placed else None)


def _known(is_corrected: bool, of_ocr: float) -> float:
    return _UNKNOWN if is_corrected else of_ocr


def _region(kind: str, lines: Sequence[Line]) -> Region:
    boxes = [line.box for line in lines if line.box is not None]
    return Region(kind, tuple(lines), around(boxes) if boxes else None)
