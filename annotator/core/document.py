"""The letter as the model holds it: its texts, its rows, and where they stand in the text."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import accumulate

from annotator.core.in_force import InForce
from annotator.core.ocr_places import OcrPlaces, correction_spans
from annotator.core.page_layout import Furniture
from annotator.core.readings import Disputed, ReadingNotes
from annotator.core.text import Span

ORIGINS = ("typed", "suggestion", "everywhere", "rule")
ABSENT = "absent"  # of a value: the letter does not have what its field asks for
PASSAGE_ORIGINS = ("", "rule", "trigger", "learnt")
STATES = ("proposed", "confirmed")
VALUE_STATES = (*STATES, ABSENT)
VERDICTS = ("accepted", "here", "always")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did something, and when (ISO 8601, UTC)."""

    analyst: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A tagged span of text; its place is in `Letter.spans`.

    `origin` is "" where a person tagged it; else what had proposed it, whoever confirmed it: "rule",
    "trigger" or "learnt".
    """

    uid: str
    tag: str
    note: str = ""
    state: str = "confirmed"
    analyst: str = ""
    made_at: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the letter; where it starts is in `Letter.points`, its heading's span in `Letter.spans`.

    `tag` is "" until one is chosen. Level 1 is the highest.
    """

    uid: str
    level: int = 1
    tag: str = ""
    state: str = "confirmed"
    analyst: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What a field holds; the span of its evidence is in `Letter.spans`, where it has one.

    `field` is the id of a field, or `group.part` for a part of a group; `position` counts from 0 and ties the
    parts of one group together. `value` is normalised ("" where `shown` could not be read). In the state
    `absent` both are "": an analyst looked, and the letter does not have it.
    """

    uid: str
    field: str
    position: int
    value: str
    shown: str
    state: str = "confirmed"
    confidence: float | None = None
    analyst: str = ""
    made_at: str = ""


def is_answer(value: Value) -> bool:
    """Tell whether a value says anything to its field: also that the letter does not have it."""
    return bool(value.value or value.shown) or value.state == ABSENT


def is_unreadable(value: Value) -> bool:
    """Tell whether a value stands as it was written, because it could not be read as its field asks."""
    return value.state == "confirmed" and not value.value and bool(value.shown)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an analyst said of a suspect; its place is in `Letter.spans`."""

    uid: str
    reading: str
    verdict: str
    chosen: str = ""
    analyst: str = ""
    made_at: str = ""


# In the place of a tag: not one section was turned down, the outline was decided on as a whole.
WHOLE = "*"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A proposal that an analyst turned down; its place is in `Letter.spans`.

    `kind` is section, passage or value; `what` the tag or the field, `value` the normal form of a
    value, or the origin of a passage.
    """

    uid: str
    kind: str
    what: str
    value: str = ""
    analyst: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the letter; where it starts is in `Letter.points` under its uid (`page:1`, …)."""

    uid: str
    number: int
    ocr_start: int


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a letter as a whole."""

    title: str
    status: str = "todo"
    note: str = ""


Row = Passage | Section | Value | Verdict | Dismissal | InForce | Page | About


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section with its place: `end` is where the next section begins, `subtree_end` where its last
    subsection ends."""

    section: Section
    position: int
    start: int
    end: int
    subtree_end: int
    heading: Span | None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter at one moment. Never changed: `history.apply` makes the next one.

    `spans` holds the place of each passage, verdict, evidence and heading by the uid of its owner; a span
    with
    start == end is flagged: its text was deleted. `points` holds where each section and page starts.
    `furniture` and `disputed` are in offsets of the OCR text; `page_flags` are what import noticed of a page,
    by its number. They and the OCR text are of one reading of the source, and only another one
    (`Delta.reading`) changes them.
    """

    ocr_text: str
    text: str
    about: About
    corrections: tuple[InForce, ...] = ()
    passages: Mapping[str, Passage] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    points: Mapping[str, int] = field(default_factory=dict)
    furniture: tuple[Furniture, ...] = ()
    page_flags: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    dismissals: Mapping[str, Dismissal] = field(default_factory=dict)
    reading: int = 1
    disputed: tuple[Disputed, ...] = ()

    def quote(self, uid: str) -> str:
        """Return the text that the passage, evidence, heading, verdict or dismissal covers now."""
        start, end = self.spans[uid]
        return self.text[start:end]

    def placed_passages(self) -> list[tuple[Span, Passage]]:
        """Return the passages with their spans, in reading order, outer ones before inner ones."""
        placed = [(self.spans[uid], passage) for uid, passage in self.passages.items()]
        return sorted(placed, key=lambda item: (item[0].start, -item[0].end, item[1].made_at, item[1].uid))

    def placed_sections(self) -> list[PlacedSection]:
        """Return the sections in reading order with their ends; they partition the text."""
        order = sorted(self.sections.values(), key=lambda s: (self.points[s.uid], s.made_at, s.uid))
        starts = [self.points[section.uid] for section in order] + [len(self.text)]
        placed = []
        for index, section in enumerate(order):
            last = next(
                (i for i in range(index + 1, len(order)) if order[i].level <= section.level), len(order)
            )
            heading = self.spans.get(section.uid)
            placed.append(
                PlacedSection(section, index, starts[index], starts[index + 1], starts[last], heading)
            )
        return placed

    def section_at(self, offset: int) -> PlacedSection | None:
        """Return the section that the offset lies in."""
        found = [s for s in self.placed_sections() if s.start <= offset]
        return found[-1] if found else None

    def page_starts(self) -> list[int]:
        """Return where each page starts, in page order."""
        return [self.points[page.uid] for page in sorted(self.pages.values(), key=lambda p: p.number)]

    def page_at(self, offset: int) -> int:
        """Return the number of the page (from 1) that the offset lies on."""
        return max(1, bisect.bisect_right(self.page_starts(), offset))

    def values_of(self, field_id: str) -> list[Value]:
        """Return the values of a field (a leaf's id) by position."""
        return sorted((v for v in self.values.values() if v.field == field_id), key=lambda v: v.position)

    def lacks(self, field_id: str) -> bool:
        """Tell whether an analyst said that the letter does not have what a field (a leaf's id) asks for."""
        return any(v.state == ABSENT for v in self.values_of(field_id))

    def correction_spans(self) -> list[Span]:
        """Return where each correction in force stands in the text, in order."""
        return correction_spans(self.corrections)

    def ocr_places(self) -> OcrPlaces:
        """Return what carries places over between the text and the OCR text; make it once for many."""
        return OcrPlaces(self.ocr_text, self.text, self.corrections)

    def furniture_spans(self) -> list[tuple[Span, str]]:
        """Return where the furniture stands in the text now, with its kind, in order."""
        if not self.furniture:
            return []
        places = self.ocr_places()
        return [(places.from_ocr(Span(f.start, f.end)), f.kind) for f in self.furniture]

    def reading_notes(self) -> ReadingNotes:
        """Return what the letter has of the reading that it goes by, beside the OCR text."""
        flags = tuple(sorted(self.page_flags.items()))
        return ReadingNotes(self.reading, self.furniture, flags, self.disputed)

    def disputed_spans(self) -> list[tuple[Span, str]]:
        """Return where corrections stand in the text that a reading disputes, with what that one says."""
        wanted = set(self.disputed)
        return [
            (span, self.ocr_text[row.ocr_start : row.ocr_end])
            for row, span in zip(self.corrections, self.correction_spans(), strict=True)
            if wanted and (row.ocr_start, row.ocr_end, row.after) in wanted
        ]

    def line_numbers(self) -> list[int]:
        """Return, for each line of the text, the number (from 1) of the OCR text's line that it starts in."""
        places = self.ocr_places()
        starts = accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0)
        return [places.line_number(start) for start in starts]


def new_uid() -> str:
    """Return a fresh uid for a row (a UUID, so that projects can be merged later)."""
    import uuid  # 2 ms that the first picture does without

    return str(uuid.uuid4())


def now() -> str:
    """Return this moment as the rows keep it: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_letter(ocr_text: str, page_starts: tuple[int, ...], title: str, stamp: Stamp) -> Letter:
    """Make a letter that was just imported: one page row per page start, one untagged section from 0."""
    pages = {f"page:{n}": Page(f"page:{n}", n, start) for n, start in enumerate(page_starts, 1)}
    section = Section(new_uid(), 1, "", "proposed", stamp.analyst, stamp.made_at)
    points = {page.uid: page.ocr_start for page in pages.values()} | {section.uid: 0}
    return Letter(
        ocr_text, ocr_text, About(title), pages=pages, sections={section.uid: section}, points=points
    )
