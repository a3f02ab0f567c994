"""A letter's text in stretches, each of which one element of the TEI body holds.

The stretches cover the text. Sections divide it at any character; paragraphs are those of `reflow`, with
the furniture between their lines in them. What is left are line breaks between paragraphs.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from annotator.core.document import Letter, PlacedSection
from annotator.core.text import Span
from annotator.exporters.reflow import paragraphs

Kind = Literal["p", "head", "note", "ab", "fw", "gap"]
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Stretch(NamedTuple):
    """A part of the text: `section` is the index of its section in reading order, -1 before the first.

    `furniture` is the kind of furniture that it is, "" for none: in a block of `kind` "fw" it stands by
    itself, else within a paragraph. Stretches with the same `block` are one element.
    """

    start: int
    end: int
    kind: Kind
    section: int
    block: int
    furniture: str = ""


class _Block(NamedTuple):
    start: int
    end: int
    kind: Kind


def sections_of(letter: Letter) -> list[PlacedSection]:
    """Return the sections that somebody decided on, in reading order."""
    return [placed for placed in letter.placed_sections() if placed.section.state == "confirmed"]


def stretches(letter: Letter, tags_kept: Collection[str]) -> list[Stretch]:
    """Return the stretches of a letter; `tags_kept` as `reflow.lines_kept` has them."""
    sections = sections_of(letter)
    starts = {placed.start for placed in sections}
    furniture = _apart(letter.furniture_spans())
    blocks = list(_blocks(letter, tags_kept, furniture, sections))
    # Behind the last section of those that start at one place.
    section_starts = [placed.start for placed in sections]
    made: list[Stretch] = []
    for number, block in enumerate(_filled(letter, blocks, starts)):
        section = bisect.bisect_right(section_starts, block.start) - 1
        for start, end, kind in _cut(block, furniture):
            made.append(Stretch(start, end, block.kind, section, number, kind))
    return made


def _blocks(
    letter: Letter,
    tags_kept: Collection[str],
    furniture: Sequence[tuple[Span, str]],
    sections: Sequence[PlacedSection],
) -> Iterator[_Block]:
    """Yield the paragraphs, headings, notes and furniture in order, cut where sections and headings begin."""
    headings = {
        Span(max(h.start, s.start), min(h.end, s.end))
        for s in sections
        if (h := s.heading) is not None and max(h.start, s.start) < min(h.end, s.end)
    }
    cuts = {s.start for s in sections} | {edge for heading in headings for edge in heading}
    ordered = sorted(cuts)
    found: list[_Block] = []
    for parts in paragraphs(letter, tags_kept):
        start, last = parts[0].at, parts[-1]
        is_note = parts[0].text[:1].translate(RAISED) != parts[0].text[:1]
        found.append(_Block(start, last.at + len(last.text), "note" if is_note else "p"))
    alone = [
        _Block(start, end, "fw") for (start, end), _ in furniture if start < end and not _has(found, start)
    ]
    at = 0
    for block in sorted(found + alone):
        start = max(block.start, at)
        inside = ordered[bisect.bisect_right(ordered, start) : bisect.bisect_left(ordered, block.end)]
        for first, end in pairwise([start, *inside, block.end]):
            yield from _as_heading(letter.text, _Block(first, end, block.kind), headings)
        at = max(at, block.end)


def _as_heading(text: str, block: _Block, headings: set[Span]) -> Iterator[_Block]:
    if block.start >= block.end:
        return
    is_heading = block.kind != "fw" and any(h.start <= block.start and block.end <= h.end for h in headings)
    yield block._replace(kind="head") if is_heading and text[block.start : block.end].strip() else block


def _has(blocks: Sequence[_Block], offset: int) -> bool:
    """Tell whether one of the blocks, which are in order, holds an offset."""
    index = bisect.bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return index >= 0 and offset < blocks[index].end


def _filled(letter: Letter, blocks: Sequence[_Block], starts: Collection[int]) -> Iterator[_Block]:
    """Yield the blocks and the gaps between them, which hold line breaks alone and no correction."""
    corrections = letter.correction_spans()
    length = len(letter.text)
    made: list[_Block] = []
    for block in (*blocks, _Block(length, length, "gap")):
        at = made[-1].end if made else 0
        cuts = sorted(start for start in starts if at < start < block.start) if at < block.start else []
        if at < block.start or not (made or block.kind != "gap"):
            for start, end in pairwise([at, *cuts, block.start]):
                is_new = not made or start in starts
                made += _filling(letter.text, Span(start, end), corrections, made, is_new)
        if block.kind != "gap":
            made.append(block)
    yield from made


def _filling(
    text: str, gap: Span, corrections: Sequence[Span], made: list[_Block], is_new: bool
) -> Iterator[_Block]:
    """Yield what a gap becomes: its blanks and corrections go to the block before it, or to a new one."""
    taken = _taken(text, gap, corrections, is_new)
    if taken >= 0:
        if is_new or made[-1].kind == "gap" or made[-1].end != gap.start:
            yield _Block(gap.start, taken, "ab")
        else:
            made[-1] = made[-1]._replace(end=taken)
    start = max(gap.start, taken)
    if start < gap.end:
        yield _Block(start, gap.end, "gap")


def _taken(text: str, gap: Span, corrections: Sequence[Span], is_new: bool) -> int:
    """Return up to where a gap holds more than line breaks; -1 where it does not."""
    inside = text[gap.start : gap.end].rstrip("\n")
    taken = gap.start + len(inside) if inside else -1
    first = bisect.bisect_left(corrections, gap.start, key=lambda span: span.end)
    for span in corrections[first:]:
        if span.start > gap.end:
            break
        if span.start == span.end:  # what was deleted here
            is_last = span.start == gap.end == len(text)
            is_between = gap.start < span.start < gap.end or is_last or (is_new and span.start == gap.start)
            taken = max(taken, span.start) if is_between else taken
        elif span.start < gap.end and gap.start < span.end:
            taken = max(taken, min(span.end, gap.end))
    return taken


def _cut(block: _Block, furniture: Sequence[tuple[Span, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield a block in parts, each of which is furniture of one kind, or none."""
    at = block.start
    first = bisect.bisect_right(furniture, block.start, key=lambda each: each[0].end)
    for (start, end), kind in furniture[first:]:
        if start >= block.end:
            break
        first_in, last_in = max(start, at), min(end, block.end)
        if first_in >= last_in:
            continue
        if at < first_in:
            yield at, first_in, ""
        yield first_in, last_in, kind
        at = last_in
    if at < block.end or block.start == block.end:
        yield at, block.end, ""


def _apart(furniture: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Return stretches of furniture that do not overlap, each in lines of its own."""
    made: list[tuple[Span, str]] = []
    at = 0
    for span, kind in sorted(furniture):
        start = max(span.start, at)
        if start < span.end:
            made.append((Span(start, span.end), kind))
            at = span.end
    return made
