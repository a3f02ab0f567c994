"""A letter as people read it: headings, paragraphs, lists, tables and notes, each with what is tagged in it.

Word files, web pages and accessible PDFs are made of this. The text is that of `reflow`; what says where a
thing stands are code points of the letter's text.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple

from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.reflow import Part, paragraphs

# What formats that are made of it leave out, where they do not show them in another way.
NO_CORRECTIONS = Message("Export", QT_TRANSLATE_NOOP("Export", "corrections are applied, and not told apart"))
Kind = Literal["heading", "paragraph", "item", "row", "note"]
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_NOTE = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\\s*")
_ITEM = re.compile(r"(?P<mark>[-–—•*▪]|\d{1,2}[.)]|[a-z][.)])[ \t]+(?=\S)")
_CELL = re.compile(r"\t| {3,}")
_FEWEST_ROWS = 2  # one line with a gap is no table


class Run(NamedTuple):
    """A stretch of a block that is tagged in one way.

    `start` and `end` are where it stands in the letter's text, -1 for a space that stands for a line break.
    `passages` are the uids of the passages that it lies in, outer ones first. A run with a `note` is the mark
    of that note: its text is the mark.
    """

    text: str
    start: int
    end: int
    passages: tuple[str, ...] = ()
    note: int = -1


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, item of a list, row of a table, or note.

    `level` is that of a heading (1 the highest), else 0. `mark` is what stands before an item or a note, and
    is not in its runs. A row has its cells in `cells`, all else its runs in `runs`. `number` counts the notes
    of a letter from 0 in the order of their marks' blocks: `Run.note` names them so. `page` is the number of
    the page that it begins on, `section` the uid of the section it lies in ("" before the first).
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    mark: str = ""
    cells: tuple[tuple[Run, ...], ...] = ()
    number: int = -1
    page: int = 1
    section: str = ""

    @property
    def text(self) -> str:
        """What it says, without its mark."""
        return "\t".join("".join(run.text for run in cell) for cell in self.cells or (self.runs,))


def reading_copy(letter: Letter, tags_kept: Collection[str]) -> list[Block]:
    """Return the blocks of a letter in reading order; notes stand where the letter has them.

    `tags_kept` are section tags whose lines stay lines (`reflow.lines_kept`). A mark belongs to the first
    note of its number behind it, so that a letter may count its notes anew in an annex.
    """
    places = _Places(letter)
    blocks: list[Block] = []
    for parts in paragraphs(letter, tags_kept):
        blocks += _blocks_of(parts, places)
    return _with_notes(blocks)


def notes_of(blocks: Sequence[Block]) -> dict[int, Block]:
    """Return the notes by their number."""
    return {block.number: block for block in blocks if block.kind == "note"}


class _Places:
    """What stands where in a letter."""

    def __init__(self, letter: Letter) -> None:
        self.passages = [
            (span, passage.uid) for span, passage in letter.placed_passages() if span.start < span.end
        ]
        # What is only proposed shapes no text.
        sections = [s for s in letter.placed_sections() if s.section.state == "confirmed"]
        self.headings = {
            s.heading: s.section.level for s in sections if s.heading and s.heading.start < s.heading.end
        }
        self._starts = [s.start for s in sections]
        self._uids = [s.section.uid for s in sections]
        self._pages = sorted(letter.page_starts()) or [0]
        bounds = {edge for span, _ in self.passages for edge in (span.start, span.end)}
        self._bounds = sorted(bounds)

    def section(self, at: int) -> str:
        """Return the uid of the section at an offset."""
        index = bisect.bisect_right(self._starts, at) - 1
        return self._uids[index] if index >= 0 else ""

    def page(self, at: int) -> int:
        """Return the number of the page at an offset."""
        return max(1, bisect.bisect_right(self._pages, at))

    def level(self, start: int, end: int) -> int:
        """Return the level of the heading that fills a stretch; 0 where it is none."""
        for heading, level in self.headings.items():
            if heading.start <= start + 1 and end <= heading.end + 1 and start < heading.end:
                return level
        return 0

    def runs(self, part: Part) -> Iterator[Run]:
        """Yield a part, cut where passages begin and end."""
        start, end = part.at, part.at + len(part.text)
        cuts = self._bounds[bisect.bisect_right(self._bounds, start) : bisect.bisect_left(self._bounds, end)]
        edges = [start, *cuts, end]
        for first, last in pairwise(edges):
            inside = tuple(uid for span, uid in self.passages if span.start <= first and last <= span.end)
            yield Run(part.text[first - start : last - start], first, last, inside)


def _blocks_of(parts: Sequence[Part], places: _Places) -> Iterator[Block]:
    """Yield the blocks of a paragraph: it may be a heading, a note, a list, or lines that stay lines."""
    first, last = parts[0], parts[-1]
    page, section = places.page(first.at), places.section(first.at)
    level = places.level(first.at, last.at + len(last.text))
    for line in _lines(parts):
        runs = list(_runs(line, places))
        text = "".join(run.text for run in runs)
        at = Block("paragraph", (), page=page, section=section)
        if not text.strip():
            continue
        if level:
            yield replace(at, kind="heading", level=level, runs=tuple(runs))
        elif found := _NOTE.match(text):
            mark = found[1].translate(_RAISED)
            yield replace(at, kind="note", mark=mark, runs=tuple(_behind(runs, found.end())))
        elif found := _ITEM.match(text):
            yield replace(at, kind="item", mark=found["mark"], runs=tuple(_behind(runs, found.end())))
        elif _CELL.search(text.strip()):
            yield replace(at, kind="row", cells=tuple(map(tuple, _cells(runs, text))))
        else:
            yield replace(at, runs=tuple(runs))


def _lines(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Yield the parts of each line that stays one: of lists, addresses, and tables, whose rows have gaps."""
    rows = sum(part.at >= 0 and _CELL.search(part.text.strip()) is not None for part in parts)
    line: list[Part] = []
    for part in parts:
        if part.at < 0 and (part.text == "\n" or (part.text == " " and rows >= _FEWEST_ROWS)):
            yield line
            line = []
        elif part.text:
            line.append(part)
    yield line


def _runs(parts: Sequence[Part], places: _Places) -> Iterator[Run]:
    made: list[list[Run]] = [list(places.runs(part)) if part.at >= 0 else [] for part in parts]
    for index, part in enumerate(parts):
        if part.at >= 0:
            yield from made[index]
            continue
        # A break lies in the passages that go on behind it.
        before = made[index - 1][-1].passages if index and made[index - 1] else ()
        after = made[index + 1][0].passages if index + 1 < len(made) and made[index + 1] else ()
        yield Run(part.text, -1, -1, tuple(uid for uid in before if uid in after))


def _behind(runs: Sequence[Run], count: int) -> Iterator[Run]:
    """Yield the runs without their first characters."""
    for run in runs:
        cut = min(count, len(run.text))
        count -= cut
        if cut < len(run.text):
            yield run._replace(text=run.text[cut:], start=run.start + cut if run.start >= 0 else -1)


def _cells(runs: Sequence[Run], text: str) -> Iterator[list[Run]]:
    """Yield the runs of each cell of a row, whose cells are parted by tabs or wide gaps."""
    at = 0
    for gap in (*_CELL.finditer(text), None):
        end = gap.start() if gap else len(text)
        cell = list(_between(runs, at, end))
        if cell or at:
            yield cell
        at = gap.end() if gap else end


def _between(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            place = (run.start + first, run.start + last) if run.start >= 0 else (-1, -1)
            yield run._replace(text=run.text[first:last], start=place[0], end=place[1])
        at += len(run.text)


def _with_notes(blocks: list[Block]) -> list[Block]:
    """Number the notes, and cut the marks in the text out as runs of their own."""
    places: dict[str, list[tuple[int, int]]] = {}
    numbered: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind == "note":
            number = sum(map(len, places.values()))
            places.setdefault(block.mark, []).append((index, number))
            block = replace(block, number=number)  # noqa: PLW2901
        numbered.append(block)
    return [
        replace(
            block,
            runs=tuple(run for one in block.runs for run in _marked(one, index, places)),
            cells=tuple(
                tuple(run for one in cell for run in _marked(one, index, places)) for cell in block.cells
            ),
        )
        if block.kind != "note"
        else block
        for index, block in enumerate(numbered)
    ]


def _marked(run: Run, index: int, places: dict[str, list[tuple[int, int]]]) -> Iterator[Run]:
    at = 0
    for found in _MARK.finditer(run.text):
        notes = places.get(found[0].translate(_RAISED), [])
        note = next((number for where, number in notes if where > index), -1)
        # `m²` is no mark of a note where there is none behind it.
        if note < 0:
            continue
        if at < found.start():
            yield _slice(run, at, found.start())
        yield _slice(run, *found.span())._replace(note=note)
        at = found.end()
    if at < len(run.text):
        yield _slice(run, at, len(run.text))


def _slice(run: Run, start: int, end: int) -> Run:
    place = (run.start + start, run.start + end) if run.start >= 0 else (-1, -1)
    return run._replace(text=run.text[start:end], start=place[0], end=place[1])
