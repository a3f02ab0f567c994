"""The pages of a letter as its source has them: where words stand, and furniture. Written once, at import."""

from __future__ import annotations

import array
import json
import sqlite3
import sys
import zlib
from collections.abc import Sequence
from itertools import accumulate, repeat
from math import isnan
from operator import add, itemgetter, le, truediv

from annotator.core.page_layout import FURNITURE_KINDS, Furniture, PageLayout, WordBox
from annotator.core.read_json import is_text, read_json

_STEPS = 10  # a box is kept to a tenth of a point
_LARGEST_PAGE = 6 * 4 * 500_000  # bytes: half a million words
_WIDEST = 1e9  # points
_LARGEST_FLAGS = 20_000  # characters
_LONGEST = 2**31 - 1
_START, _END = itemgetter(0), itemgetter(1)  # of a word
_FAR = 2**31 / 4 / _STEPS - 1  # points


def save_layouts(conn: sqlite3.Connection, letter_id: int, layouts: Sequence[PageLayout]) -> None:
    """Keep the layouts of a letter's pages."""
    conn.executemany(
        "INSERT INTO page_layout (letter_id, number, source_page, width, height, flags, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (letter_id, p.number, p.source_page, p.width, p.height, json.dumps(p.flags), packed(p.words))
            for p in layouts
        ),
    )


def load_layouts(conn: sqlite3.Connection, letter_id: int) -> list[PageLayout]:
    """Return the layouts of a letter's pages in order; none where its source has no pages."""
    rows = conn.execute(
        "SELECT number, source_page, width, height, words, flags FROM page_layout"
        " WHERE letter_id = ? ORDER BY number",
        (letter_id,),
    )
    return [
        _sound(number, source_page, width, height, unpacked(words), _flags(flags))
        for number, source_page, width, height, words, flags in rows
    ]


def has_layouts(conn: sqlite3.Connection) -> bool:
    """Tell whether the source of any letter has pages."""
    return bool(conn.execute("SELECT EXISTS (SELECT 1 FROM page_layout)").fetchone()[0])


def layouts_size(conn: sqlite3.Connection, letter_id: int) -> tuple[int, int]:
    """Return how many pages a letter's source has, and how many bytes their words take in the file."""
    statement = "SELECT count(*), coalesce(sum(length(words)), 0) FROM page_layout WHERE letter_id = ?"
    count, size = conn.execute(statement, (letter_id,)).fetchone()
    return int(count), int(size)


def load_flags(conn: sqlite3.Connection, letter_id: int) -> dict[int, tuple[str, ...]]:
    """Return what was noticed of the letter's pages at import, by their number; most have nothing."""
    rows = conn.execute(
        "SELECT number, flags FROM page_layout WHERE letter_id = ? AND flags <> '[]'", (letter_id,)
    )
    return {number: flags for number, said in rows if (flags := _flags(said))}


def _flags(source: object) -> tuple[str, ...]:
    """Return the flags of a page; none where they are damaged: they are hints and no more."""
    try:
        read = read_json(source, _LARGEST_FLAGS)
    except ValueError:
        return ()
    return tuple(f for f in read if is_text(f, 100)) if isinstance(read, list) else ()


def save_furniture(conn: sqlite3.Connection, letter_id: int, furniture: Sequence[Furniture]) -> None:
    """Keep what is furniture in a letter."""
    conn.executemany(
        "INSERT INTO furniture (letter_id, ocr_start, ocr_end, kind) VALUES (?, ?, ?, ?)",
        ((letter_id, *stretch) for stretch in furniture),
    )


def load_furniture(conn: sqlite3.Connection, letter_id: int, length: int = _LONGEST) -> list[Furniture]:
    """Return what is furniture in a letter, in the order of its OCR text, which has this length.

    What lies outside, or meets another, is left out: no program of ours wrote it.
    """
    rows = conn.execute(
        "SELECT ocr_start, ocr_end, kind FROM furniture WHERE letter_id = ? ORDER BY ocr_start", (letter_id,)
    )
    kept: list[Furniture] = []
    for start, end, kind in rows:
        is_place = type(start) is type(end) is int and (kept[-1].end if kept else 0) <= start <= end <= length
        if is_place and kind in FURNITURE_KINDS:
            kept.append(Furniture(start, end, kind))
    return kept


def packed(words: Sequence[WordBox]) -> bytes:
    """Pack words for the file: six columns of 32-bit integers (little endian), compressed with zlib.

    The columns are: start (as steps from the start before), length, and left, top, right, bottom in tenths
    of a point, each as a step from the word before. A page of 450 words takes some 3 kB.
    """
    starts = [w.start for w in words]
    columns = [_steps(starts), [w.end - w.start for w in words]]
    for edge in range(2, 6):
        columns.append(_steps(_tenths([w[edge] for w in words])))
    data = array.array("i", [number for column in columns for number in column])
    if sys.byteorder == "big":
        data.byteswap()
    return zlib.compress(data.tobytes(), 6)


def unpacked(data: bytes) -> tuple[WordBox, ...]:
    """Return the words that were packed. Raises ValueError where the bytes are damaged."""
    numbers = array.array("i")
    try:
        unpacking = zlib.decompressobj()
        # Limited to what a page can hold: a file made to do harm unpacks to gigabytes.
        numbers.frombytes(unpacking.decompress(data, _LARGEST_PAGE))
        if unpacking.unconsumed_tail:
            raise ValueError("more words than a page has")
        if not unpacking.eof:
            raise ValueError("the words of a page are damaged: they end too soon")
    except (zlib.error, TypeError) as error:
        raise ValueError("damaged words of a page") from error
    if sys.byteorder == "big":
        numbers.byteswap()
    count, rest = divmod(len(numbers), 6)
    if rest:
        raise ValueError("damaged words of a page")
    columns = [numbers[n * count : (n + 1) * count] for n in range(6)]
    starts = list(accumulate(columns[0]))
    ends = map(add, starts, columns[1])
    edges = [map(truediv, accumulate(column), repeat(_STEPS)) for column in columns[2:]]
    # A named tuple's own way of making one takes four times as long.
    return tuple(map(tuple.__new__, repeat(WordBox), zip(starts, ends, *edges, strict=True)))


def _sound(
    number: int,
    source_page: int,
    width: float,
    height: float,
    words: tuple[WordBox, ...],
    flags: tuple[str, ...],
) -> PageLayout:
    """Return the layout of a page. Raises ValueError where no page is so."""
    is_page = all(type(side) in (int, float) and 0 <= side < _WIDEST for side in (width, height))
    if not (is_page and type(number) is type(source_page) is int and 0 <= source_page < 2**31):
        raise ValueError("no page of a source")
    if words and not (words[0].start >= 0 and all(map(le, map(_START, words), map(_END, words)))):
        raise ValueError("damaged words of a page")
    return PageLayout(number, source_page, width, height, words, flags)


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _tenths(points: Sequence[float]) -> list[int]:
    # A page may say that it is wider than any number here: only then each is looked at.
    if all(-_FAR < number < _FAR for number in points):
        return [round(number * _STEPS) for number in points]
    return [round(max(-_FAR, min(_FAR, 0.0 if isnan(number) else number)) * _STEPS) for number in points]
