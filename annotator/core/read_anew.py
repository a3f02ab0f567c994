"""The delta that puts another reading of its source under what was made of a letter."""

from __future__ import annotations

from annotator.core.corrections import apply_corrections
from annotator.core.document import Letter, Page
from annotator.core.history import (
    Delta,
    PointChange,
    ReadingChange,
    RowChange,
)
from annotator.core.mapping import Mapper
from annotator.core.ocr_places import OcrPlaces
from annotator.core.operations import points_of, span_changes
from annotator.core.readings import Disputed, NewReading, ReadingNotes
from annotator.core.rereading import Rereading, hunks_of_taken, reread
from annotator.core.text import Span
from annotator.core.text_alignment import SameWords


def read_anew(letter: Letter, reading: NewReading) -> tuple[Delta, Rereading]:
    """Return what a new reading changes in a letter, and how it was held against it.

    Tags, headings, evidence and verdicts go with their words, as they do through a correction. Pages are
    those of the new reading.
    """
    same = SameWords(letter.ocr_text, reading.text)
    found = reread(letter, reading.text, same)
    hunks = hunks_of_taken(found.taken)
    if found.text != apply_corrections(reading.text, found.corrections):
        raise ValueError("the new reading with its corrections is not the text")
    mapper = Mapper(letter.text, found.taken, hunks)
    page_rows, page_points = _pages(letter, reading, found, mapper, same)
    gone = tuple(RowChange(row, None) for row in letter.corrections)
    come = tuple(RowChange(None, row) for row in found.corrections)
    delta = Delta(
        hunks,
        (*gone, *come, *page_rows),
        span_changes(letter, mapper),
        (*points_of(letter, mapper, "section"), *page_points),
        reading=ReadingChange(letter.reading_notes(), _notes(reading, found), same.hunks()),
    )
    return delta, found


def _notes(reading: NewReading, found: Rereading) -> ReadingNotes:
    disputed = tuple(Disputed(row.ocr_start, row.ocr_end, row.after) for row in found.doubtful)
    flags = tuple(sorted((number, said) for number, said in reading.flags.items() if said))
    return ReadingNotes(reading.number, reading.furniture, flags, disputed)


def _pages(
    letter: Letter, reading: NewReading, found: Rereading, mapper: Mapper, same: SameWords
) -> tuple[list[RowChange], list[PointChange]]:
    rows, points = list[RowChange](), list[PointChange]()
    pages = {
        f"page:{number}": Page(f"page:{number}", number, start)
        for number, start in enumerate(reading.page_starts, 1)
    }
    starts = _page_points(
        letter, list(pages.values()), OcrPlaces(reading.text, found.text, found.corrections), mapper, same
    )
    for uid in [*letter.pages, *(uid for uid in pages if uid not in letter.pages)]:
        before, after = letter.pages.get(uid), pages.get(uid)
        if before != after:
            rows.append(RowChange(before, after))
        points.append(PointChange("page", uid, letter.points.get(uid), starts.get(uid)))
    return rows, points


def _page_points(
    letter: Letter, pages: list[Page], places: OcrPlaces, mapper: Mapper, same: SameWords
) -> dict[str, int]:
    """Return where pages start in the text: as before where the same words stand around, and none behind the
    next one."""
    points, behind = dict[str, int](), places.length
    for page in reversed(pages):
        was = letter.pages.get(page.uid)
        moved = None if was is None else same.moved(Span(was.ocr_start, was.ocr_start))
        if moved is not None and moved.start == page.ocr_start:
            point = mapper.point(letter.points[page.uid])
        else:
            point = places.from_ocr(Span(page.ocr_start, page.ocr_start)).start
        points[page.uid] = behind = min(point, behind)
    return points
