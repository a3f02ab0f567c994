"""Corrections in a Word file: as changes that Word tracks where they stand, or in a table at the end."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from annotator.core.document import Letter
from annotator.core.in_force import InForce
from annotator.exporters.interface import ExportContext
from annotator.exporters.reading_copy import Run
from annotator.exporters.word_file.markup import Look, plain, run, table_of_texts
from annotator.exporters.word_file.package import moment
from annotator.exporters.wording import word

_SHOWN_BLANKS = str.maketrans({"\n": "⏎", " ": "␣", "\t": "⇥"})


class Piece(NamedTuple):
    """A part of a run, the correction that it comes from (-1: none), and whether it is the first of that."""

    text: str
    correction: int = -1
    is_first: bool = False


class Corrections:
    """The corrections of a letter, in order, and which of them have been shown."""

    def __init__(self, letter: Letter, context: ExportContext) -> None:
        self._letter, self._context = letter, context
        self._rows = letter.corrections
        spans = letter.correction_spans()
        self._starts, self._ends = [span.start for span in spans], [span.end for span in spans]
        self._shown: set[int] = set()
        self._ids = count(1)

    def tracked(self, one: Run, look: Look) -> str:
        """Return a run with its corrections as changes that Word tracks."""
        made = []
        for piece in self._pieces(one):
            if piece.is_first and (before := self._before(piece.correction)):
                made.append(self._change("del", piece.correction, run(before, look, deleted=True)))
            if piece.text:
                xml = run(piece.text, look)
                made.append(self._change("ins", piece.correction, xml) if piece.correction >= 0 else xml)
        return "".join(made)

    def appendix(self) -> str:
        """Return a table of the corrections that were not shown, "" where there are none."""
        language, pages = self._context.language, self._letter.page_starts()
        rows = [
            (
                str(max(1, bisect.bisect_right(pages, self._starts[number]))),
                _visible(self._before(number)),
                _visible(row.after),
                row.analyst,
                row.made_at[:10],
            )
            for number, row in enumerate(self._rows)
            if number not in self._shown
        ]
        names = ("page", "before", "after", "analyst", "day")
        return table_of_texts([word(name, language) for name in names], rows) if rows else ""

    def _before(self, number: int) -> str:
        row = self._rows[number]
        return self._letter.ocr_text[row.ocr_start : row.ocr_end]

    def _pieces(self, one: Run) -> Iterator[Piece]:
        if one.start < 0:
            yield Piece(one.text)
            return
        at = one.start
        for number in range(bisect.bisect_left(self._ends, one.start), len(self._rows)):
            start, end = self._starts[number], self._ends[number]
            if start > one.end or (start == one.end and end > start):
                break
            if end == at and start < end:  # it ends where this begins
                continue
            first, last = max(start, at), min(end, one.end)
            if start == end and number in self._shown:
                continue
            yield Piece(one.text[at - one.start : first - one.start])
            is_first = number not in self._shown
            self._shown.add(number)
            yield Piece(one.text[first - one.start : last - one.start], number, is_first)
            at = last
        yield Piece(one.text[at - one.start :])

    def _change(self, kind: str, number: int, inner: str) -> str:
        row = self._rows[number]
        return f'<w:{kind} w:id="{next(self._ids)}"{_stamp(row, self._context)}>{inner}</w:{kind}>'


def _stamp(row: InForce, context: ExportContext) -> str:
    when = moment(row.made_at or context.made_at)
    date = f' w:date="{when}"' if when else ""
    return f' w:author="{plain(row.analyst or context.program)}"{date}'


def _visible(text: str) -> str:
    """Return a text, with signs for its blanks where it has nothing else."""
    return text if text.strip() else text.translate(_SHOWN_BLANKS)
