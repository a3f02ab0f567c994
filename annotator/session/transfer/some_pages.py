"""A reading of which some pages are those of another one: the others stay exactly as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeVar

from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, LineStyle, PageLayout, WordBox, WordReading
from annotator.importers.pdf.sentences import NO_TEXT
from annotator.recognition.models import NOT_INSTALLED
from annotator.storage.kept_readings import ReadSource
from annotator.storage.reader import Reader

_S = TypeVar("_S", WordBox, WordReading, Furniture, LineStyle)


class _Page(NamedTuple):
    """A page of a reading, as a stretch of its OCR text."""

    of: ReadSource
    start: int
    end: int


def current_reading(reader: Reader, letter_id: int) -> ReadSource:
    """Return the reading that a letter goes by, without its source."""
    letter, readings = reader.letter(letter_id), reader.readings(letter_id)
    return ReadSource(
        reader.details(letter_id).source_name,
        "",
        b"",
        letter.ocr_text,
        tuple(page.ocr_start for page in sorted(letter.pages.values(), key=lambda page: page.number)),
        tuple(replace(one, readings=readings.get(one.number, ())) for one in reader.page_layouts(letter_id)),
        reader.furniture(letter_id),
        reader.line_styles(letter_id),
        reader.import_notes(letter_id),
    )


def with_pages(current: ReadSource, other: ReadSource, numbers: Collection[int]) -> ReadSource:
    """Return the other reading with its own pages of these numbers (from 1), all others as they are now.

    Both have the same number of pages.
    """
    chosen = [
        theirs if number in numbers else ours
        for number, (ours, theirs) in enumerate(zip(_pages(current), _pages(other), strict=True), 1)
    ]
    starts = [0]
    for page in chosen:
        starts.append(starts[-1] + page.end - page.start)
    layouts = tuple(
        _moved_layout(page, page.of.layouts[index], start)
        for index, (page, start) in enumerate(zip(chosen, starts, strict=False))
    )
    return replace(
        other,
        text="".join(page.of.text[page.start : page.end] for page in chosen),
        page_starts=tuple(starts[:-1]),
        layouts=layouts,
        furniture=[n for p, at in zip(chosen, starts, strict=False) for n in _moved(p, p.of.furniture, at)],
        lines=[n for p, at in zip(chosen, starts, strict=False) for n in _moved(p, p.of.lines, at)],
        notes=_notes(current, other, layouts),
    )


def _notes(current: ReadSource, other: ReadSource, layouts: Sequence[PageLayout]) -> tuple[Message, ...]:
    """Return what both have to say; which pages have no text is counted anew."""
    said = [note for note in current.notes if note.text not in (NO_TEXT, NOT_INSTALLED)]
    said += [note for note in other.notes if note.text not in (NO_TEXT, NOT_INSTALLED) and note not in said]
    if empty := sum("no_text" in layout.flags for layout in layouts):
        params: dict[str, object] = {"name": current.source_name, "count": empty, "pages": len(layouts)}
        said.append(Message("Import", NO_TEXT, params))
    return tuple(said)


def _pages(reading: ReadSource) -> list[_Page]:
    bounds = (*reading.page_starts, len(reading.text))
    return [_Page(reading, start, end) for start, end in pairwise(bounds)]


def _moved_layout(page: _Page, layout: PageLayout, start: int) -> PageLayout:
    return replace(
        layout,
        words=tuple(_moved(page, layout.words, start)),
        readings=tuple(_moved(page, layout.readings, start)),
    )


def _moved(page: _Page, stretches: Sequence[_S], start: int) -> Iterator[_S]:
    """Yield what stands on a page that comes to stand elsewhere; of what reaches over its edge, its part."""
    by = start - page.start
    for one in stretches:
        if one.start < page.end and page.start < one.end:
            first, last = max(page.start, one.start), min(page.end, one.end)
            yield one._replace(start=first + by, end=last + by)
