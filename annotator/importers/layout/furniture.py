"""What on the pages of a letter is furniture: running heads and feet, page numbers, margin columns.

Heads and feet are known by repetition: the same words, digits apart, at the same height on several pages,
with nothing of the letter between them and the edge. A page number is known by its form too. A margin
column stands wholly beside the column of the text. When in doubt a line belongs to the letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from annotator.importers.layout.lines import Line

_EDGE = 0.14  # of the page's height: heads and feet stand no further in
_SAME_HEIGHT = 8.0  # points, from page to page
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)(?:pagina|pag\.?|bladzijde|blz\.?|blad|page|p\.)\s?[\dIl]{1,4}(?:\s?(?:van|of|/|-)\s?[\dIl]{1,4})?"
    r"|[-–—]\s?\d{1,4}\s?[-–—]|\d{1,4}\s?/\s?\d{1,4}"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_WORDS_OF_TEXT = 5
_WIDTH_OF_TEXT = 0.3  # of the page's width
_MOST_MARGIN = 0.34  # of the page's width
_SAME_MARGIN = 6.0  # points, from page to page
_MARGIN_ROOM = 2.0  # points
_BASELINE = 0.12  # of the font's size: lines of one row stand on baselines that differ less
_MOST_TURNED = 12  # words: a number along the edge, not a page of sideways text


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page in the file's order, its size in points, and the stamps across its lines."""

    lines: tuple[Line, ...]
    width: float
    height: float
    stamps: tuple[Line, ...] = ()


def furniture_kinds(pages: Sequence[PageLines], margins: Collection[float] = ()) -> list[dict[int, str]]:
    """Return for each page which of its lines (by index) are furniture, and of what kind.

    `margins` is where margin columns are known to start.
    """
    columns = [_text_column(page) for page in pages]
    known = [column for column in columns if column is not None]
    usual = (min(c[0] for c in known), max(c[1] for c in known)) if known else None
    repeated = _repeated(pages)
    found = []
    for number, (page, column) in enumerate(zip(pages, columns, strict=True), 1):
        margin = _in_margin(page, column or usual, margins)
        found.append(margin | _at_edges(page, number, repeated, margin))
    return found


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _repeated(pages: Sequence[PageLines]) -> Counter[tuple[str, str, int]]:
    """Count on how many pages the same words stand at the same height of an edge."""
    counts: Counter[tuple[str, str, int]] = Counter()
    for page in pages:
        places = set()
        for line in page.lines:
            edge = _edge(line, page)
            if edge and line.turn == 0:
                # Heights are put in two rows of boxes, so that no border parts two that are near.
                row = round(_height(line, page, edge) / _SAME_HEIGHT * 2)
                places |= {(edge, _key(line), row), (edge, _key(line), row + 1)}
        counts.update(places)
    return counts


def _edge(line: Line, page: PageLines) -> str:
    if not line.has_place:
        return ""
    if line.bottom < _EDGE * page.height:
        return "head"
    return "foot" if line.top > (1 - _EDGE) * page.height else ""


def _height(line: Line, page: PageLines, edge: str) -> float:
    return line.top if edge == "head" else page.height - line.bottom


def _is_repeated(line: Line, page: PageLines, edge: str, counts: Counter[tuple[str, str, int]]) -> bool:
    row = round(_height(line, page, edge) / _SAME_HEIGHT * 2)
    return max(counts[edge, _key(line), row], counts[edge, _key(line), row + 1]) > 1


def _at_edges(
    page: PageLines, number: int, counts: Counter[tuple[str, str, int]], margin: Collection[int]
) -> dict[int, str]:
    """Return the furniture at the upper and lower edge: from the edge on, as far as it goes."""
    kinds: dict[int, str] = {}
    for edge in ("head", "foot"):
        order = [
            i
            for i, line in enumerate(page.lines)
            if i not in margin and _edge(line, page) == edge and line.turn == 0
        ]
        order.sort(key=lambda i: _height(page.lines[i], page, edge))
        for row in _rows(page, order):
            here = {i: _kind(page, page.lines[i], edge, number, counts) for i in row}
            kinds |= {i: kind for i, kind in here.items() if kind}
            if not all(here.values()):
                break
    return kinds


def is_page_number(text: str) -> bool:
    """Tell whether a line says nothing but which page it stands on."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def _rows(page: PageLines, order: Sequence[int]) -> list[list[int]]:
    rows: list[list[int]] = []
    for index in order:
        if rows and page.lines[rows[-1][0]].shares_row(page.lines[index]):
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows


def _kind(page: PageLines, line: Line, edge: str, number: int, counts: Counter[tuple[str, str, int]]) -> str:
    text = line.text
    if is_page_number(text):
        return "page_number"
    repeated = _is_repeated(line, page, edge, counts)
    if _BARE_NUMBER.fullmatch(text):
        return "page_number" if repeated or int(text) == number else ""
    return edge if repeated else ""


def _text_column(page: PageLines) -> tuple[float, float] | None:
    """Return from where to where the text of the page runs; None where there is too little of it."""
    long = [
        line
        for line in page.lines
        if line.turn == 0
        and len(line.words) >= _WORDS_OF_TEXT
        and line.right - line.left > _WIDTH_OF_TEXT * page.width
    ]
    if len(long) < 3:
        return None
    lefts, rights = sorted(line.left for line in long), sorted(line.right for line in long)
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]


def _in_margin(
    page: PageLines, column: tuple[float, float] | None, margins: Collection[float]
) -> dict[int, str]:
    """Return the lines that stand beside the column of the text, where they make a column of their own."""
    turned = [i for i, line in enumerate(page.lines) if line.turn]
    words = sum(len(page.lines[i].words) for i in turned)
    found = turned if words <= min(_MOST_TURNED, sum(len(line.words) for line in page.lines) // 5) else []
    if column is not None:
        narrow = [
            i
            for i, line in enumerate(page.lines)
            if not line.turn
            and line.has_place
            and not _PAGE_NUMBER.fullmatch(line.text)
            and line.right - line.left < _MOST_MARGIN * page.width
        ]
        right = [i for i in narrow if page.lines[i].left > column[1] - _MARGIN_ROOM]
        left = [i for i in narrow if page.lines[i].right < column[0] + _MARGIN_ROOM]
        known = [i for i in right if any(abs(page.lines[i].left - x) < _SAME_MARGIN for x in margins)]
        found += {*known, *_columns(page, right, 2), *_columns(page, left, 3)}
    return dict.fromkeys(found, "margin")


def _columns(page: PageLines, wanted: Sequence[int], least: int) -> list[int]:
    """Return the lines of the wanted ones that stand above each other, and not in the rows of the text.

    `Datum` in front of `19 juni 2023` and the number in front of a paragraph belong to what they stand
    before.
    """
    lines, chosen = page.lines, set(wanted)
    others = sorted(
        (line for i, line in enumerate(lines) if i not in chosen and not line.turn),
        key=lambda line: line.bottom,
    )
    bottoms = [line.bottom for line in others]
    most = _BASELINE * max((line.size for line in others), default=0.0)

    def is_in_row(line: Line) -> bool:
        near = range(bisect_left(bottoms, line.bottom - most), bisect_right(bottoms, line.bottom + most))
        return any(_is_aligned(line, others[n]) for n in near)

    in_rows = [i for i in wanted if is_in_row(lines[i])]
    with_letters = [i for i in wanted if any(sign.isalpha() for sign in lines[i].text)]
    if len(with_letters) < least or len(in_rows) > len(wanted) // 2:
        return []
    return list(wanted)


def _is_aligned(one: Line, other: Line) -> bool:
    return (
        abs(one.bottom - other.bottom) < _BASELINE * other.size
        and abs(one.size - other.size) < 0.08 * other.size
    )
