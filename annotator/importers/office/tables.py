"""Tables row by row: a row is a line, its cells parted by tabs, where its cells are lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from annotator.importers.office.content import Paragraph, Piece, is_blank

_LONGEST_LABEL = 25  # signs


def row_of(cells: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """Return what a row of a table says.

    Cells of one line each make one line; so do labels and what stands beside them. A row with one cell that
    says something is that cell, and where several cells have paragraphs they follow one another.
    """
    filled = [cell for cell in cells if not all(map(is_blank, cell))]
    if len(filled) <= 1:
        only = list(filled[0]) if filled else []
        return [_row(only)] if len(cells) > 1 and len(only) == 1 else only
    lines = [list(_lines_of(cell)) for cell in cells]
    counts = {len(cell) for cell in lines if cell}
    if counts == {1} or (len(counts) == 1 and _are_labels(next(cell for cell in lines if cell))):
        return [_row(row) for row in zip_longest(*lines)]
    if all(len(cell) <= 1 for cell in lines[:-1]):
        first = [*(cell[0] if cell else None for cell in lines[:-1]), lines[-1][0]]
        return [_row(first), *lines[-1][1:]]
    return [paragraph for cell in cells for paragraph in cell]


def _are_labels(lines: Sequence[Paragraph]) -> bool:
    return all(len(line.text.strip()) <= _LONGEST_LABEL for line in lines)


def _lines_of(cell: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the lines with ink of a cell, each a paragraph."""
    for paragraph in cell:
        line: list[Piece] = []
        for piece in paragraph.pieces:
            for index, part in enumerate(piece.text.replace("\f", "\n").split("\n")):
                if index:
                    yield from _inked(paragraph, line)
                    line = []
                line.append(piece._replace(text=part.replace("\t", " ")))
        yield from _inked(paragraph, line)


def _inked(paragraph: Paragraph, pieces: list[Piece]) -> Iterator[Paragraph]:
    made = replace(paragraph, pieces=pieces)
    if not is_blank(made):
        yield made


def _row(cells: Sequence[Paragraph | None]) -> Paragraph:
    pieces: list[Piece] = []
    for index, cell in enumerate(cells):
        if index:
            pieces.append(Piece("\t"))
        if cell is not None:
            pieces += cell.pieces
    first = next(cell for cell in cells if cell is not None)
    return replace(first, pieces=pieces, level=first.level if len(cells) == 1 else 0, is_row=True)
