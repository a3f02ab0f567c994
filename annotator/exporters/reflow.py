"""Reflowing a letter: the lines of a paragraph become one where the paper broke them for want of room."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from annotator.core.codebook import Codebook
from annotator.core.document import Letter, PlacedSection
from annotator.core.signs import HYPHENS, SOFT_HYPHENS
from annotator.core.text import line_end, line_start

# In these sections each line stands for itself: addresses, references, names.
_LINES_KEPT = ("letterhead", "signature")  # roles
_SPACE = " \t"
_FOOTNOTE = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]")
_ITEM = re.compile(r"(?:[-–—•*▪]|\d{1,2}[.)]|[a-z][.)])[ \t]+\S")
_LEAD_IN = (":", ";")
_BROKEN = re.compile(rf"[^\W\d_][-{HYPHENS}]\Z")
# `land- en tuinbouw`: the hyphen stands for a part that is left out, so the space behind it stays.
_LEFT_OUT = re.compile(r"(?:en|of|noch|tot|als|maar|c\.q\.|dan wel|respectievelijk)\b")


# What a line that a page's end cuts off ends with where its sentence is over.
_SENTENCE_END = re.compile("[.!?:;][\"'\u201d\u2019)»\u00b9\u00b2\u00b3\u2070-\u2079]*\\Z")


class Part(NamedTuple):
    """A piece of a paragraph: its text, and where that stands in the letter's text (code points).

    What stands between lines in the place of their break has no place of its own: `at` is -1.
    """

    text: str
    at: int


class _Line(NamedTuple):
    text: str
    at: int
    starts_block: bool
    is_kept: bool
    is_furniture: bool = False


def lines_kept(codebook: Codebook) -> frozenset[str]:
    """Return the tags of the sections in which each line stands for itself."""
    found = (codebook.tag_for("section", role) for role in _LINES_KEPT)
    return frozenset(tag.id for tag in found if tag is not None)


def reflowed(letter: Letter, tags_kept: Collection[str]) -> str:
    """Return the text with each paragraph on one line and a blank line between paragraphs.

    Paragraphs end at blank lines, at the start of sections, around headings and before footnotes. Items of a
    list, and the lines of sections with `tags_kept`, stay on lines of their own. A soft hyphen at a line end
    goes with its break; a hyphen stays, and its break goes, unless the word after it shows a part left out.
    Furniture is left out: a paragraph that a page's end cuts in two becomes one again.
    """
    blocks = ("".join(part.text for part in parts) for parts in paragraphs(letter, tags_kept))
    return "".join(f"{block}\n\n" for block in blocks)[:-1]


def paragraphs(letter: Letter, tags_kept: Collection[str]) -> Iterator[list[Part]]:
    """Yield the paragraphs of `reflowed` in pieces that say where they stand in the letter's text."""
    for block in _blocks(letter, tags_kept):
        yield _reflowed_block(block)


def _blocks(letter: Letter, tags_kept: Collection[str]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in _without_furniture(_lines(letter, tags_kept)):
        if block and (line.starts_block or not line.text):
            yield block
            block = []
        if line.text:
            block.append(line)
    if block:
        yield block


def _without_furniture(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Yield the lines without furniture, and without the blank lines around it in mid-sentence."""
    before: _Line | None = None  # the last line of text
    waiting: list[_Line] = []  # what stands behind it: blank lines, furniture
    for line in lines:
        if line.is_furniture or not line.text:
            waiting.append(line)
            continue
        if any(one.is_furniture for one in waiting):
            apart = before is None or line.starts_block or not _goes_on(before.text, line.text)
            waiting = [_Line("", -1, False, False)] if apart else []
        yield from waiting
        yield line
        before, waiting = line, []


def _goes_on(before: str, after: str) -> bool:
    """Tell whether a sentence goes on behind the end of a page."""
    return before.endswith(("-", *HYPHENS, *SOFT_HYPHENS)) or (
        not _SENTENCE_END.search(before) and not after[0].isupper()
    )


def _lines(letter: Letter, tags_kept: Collection[str]) -> Iterator[_Line]:
    furniture = _Stretches((span.start, span.end) for span, _ in letter.furniture_spans())
    # What is only proposed shapes no text: nobody would see in it which breaks somebody decided on.
    sections = [section for section in letter.placed_sections() if section.section.state == "confirmed"]
    starts = _block_starts(letter.text, sections)
    kept = _Stretches((s.start, s.end) for s in sections if s.section.tag in tags_kept)
    at = 0
    for raw in letter.text.split("\n"):
        # Behind the line's start: a section may start at the spaces that the OCR put before its first word.
        starts_block = bool(starts.intersection(range(at, at + len(raw) + 1))) or bool(
            _FOOTNOTE.match(raw.lstrip())
        )
        is_kept = kept.have(at, at + 1)
        text = raw.rstrip(_SPACE) if is_kept else raw.strip(_SPACE)
        begin = at if is_kept else at + len(raw) - len(raw.lstrip(_SPACE))
        first, last = at + len(raw) - len(raw.lstrip()), at + len(raw.rstrip())
        yield _Line(text, begin, starts_block, is_kept, bool(text) and furniture.have(first, last))
        at += len(raw) + 1


class _Stretches:
    """Stretches of the text, to ask whether one of them has a whole stretch in it."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def have(self, start: int, end: int) -> bool:
        """Tell whether a stretch that begins at or before `start` goes on to `end`."""
        index = bisect.bisect_right(self._starts, start) - 1
        return index >= 0 and self._furthest[index] >= end


def _block_starts(text: str, sections: Iterable[PlacedSection]) -> set[int]:
    """Return the offsets at whose lines a block starts: sections, headings, what follows a heading."""
    starts = set()
    for section in sections:
        starts.add(section.start)
        if section.heading is None or section.heading.start == section.heading.end:
            continue
        starts.add(line_start(text, section.heading.start))
        end = line_end(text, section.heading.end)
        # A heading that runs on into the text (`Irak. De Ministers …`) belongs to its paragraph.
        if not text[section.heading.end : end].strip():
            starts.add(end + 1)
    return starts


def _reflowed_block(block: list[_Line]) -> list[Part]:
    # In pieces, with the last two characters at hand: joined line by line, a paragraph of n lines would be
    # copied n times.
    pieces, end = [Part(block[0].text, block[0].at)], block[0].text[-2:]
    is_list = bool(_ITEM.match(block[0].text))
    for line in block[1:]:
        is_item = bool(_ITEM.match(line.text)) and (is_list or end.endswith(_LEAD_IN))
        is_list = is_list or is_item
        if not line.is_kept and not is_item and end.endswith(tuple(SOFT_HYPHENS)):
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text[:-1])
            end, between = end[:-1], ""
        else:
            between = "\n" if line.is_kept or is_item else _between(end, line.text)
        pieces += [Part(between, -1), Part(line.text, line.at)]
        end = f"{end}{between}{line.text[-2:]}"[-2:]
    return pieces


def _between(end: str, after: str) -> str:
    """Return what stands between two lines that are joined."""
    is_broken = _BROKEN.search(end) and after[0].islower() and not _LEFT_OUT.match(after)
    return "" if is_broken else " "
