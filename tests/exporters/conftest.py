"""A small letter with one of everything: what the documentation shows is made from it."""

from __future__ import annotations

import pytest

from annotator.core.codebook import Codebook, Field
from annotator.core.document import About, Letter, Page, Passage, Section, Value, Verdict
from annotator.core.in_force import InForce
from annotator.core.page_layout import Furniture
from annotator.core.text import Span
from annotator.exporters import ExportLetter

ANALYST, MADE_AT = "anna", "2026-11-23T09:30:00.000Z"
OCR_TEXT = (
    "Hierbij het verslag van 22 oktober 2020.\n\nIrak\n\nBelgié steunt de motie.\nDe Minister,\nA. de Vries\n"
)
TEXT = OCR_TEXT.replace("Belgié", "België")
ABOUT = About("Verslag NAVO-ministeriële", "done", "Tweede lezing?")


def span(quote: str) -> Span:
    """Return where the quote stands in the text."""
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


def value(uid: str, field: str, normal: str, shown: str, state: str = "confirmed") -> Value:
    """Make a value of the form, the first of its field."""
    confidence = 0.9 if state == "proposed" else None
    return Value(uid, field, 0, normal, shown, state, confidence, ANALYST, MADE_AT)


@pytest.fixture
def codebook() -> Codebook:
    """A codebook of three fields, one of them a group."""
    parts = (Field("name", "text", {"en": "Name"}), Field("role", "text", {"en": "Role"}))
    return Codebook(
        "kamerbrieven",
        {"en": "Letters to parliament"},
        (),
        (
            Field("letter_date", "date", {"en": "Date"}, required=True),
            Field("country", "text", {"en": "Country"}, several=True),
            Field("signatory", "group", {"en": "Signatory"}, several=True, parts=parts),
        ),
    )


@pytest.fixture
def letter() -> Letter:
    """A letter with a correction, two sections, a passage, three values and a verdict."""
    at = OCR_TEXT.index("Belgié")
    values = (
        value("value-1", "letter_date", "2020-10-22", "22 oktober 2020"),
        value("value-2", "signatory.name", "A. de Vries", "A. de Vries"),
        value("value-3", "country", "België", "België", "proposed"),
    )
    return Letter(
        OCR_TEXT,
        TEXT,
        ABOUT,
        corrections=(InForce(at, at + 6, "België", "word", "suggestion", "confusion", ANALYST, MADE_AT),),
        passages={
            "passage-1": Passage("passage-1", "position", "zie ook 2019", "confirmed", ANALYST, MADE_AT)
        },
        sections={
            "section-1": Section("section-1", 1, "introduction", "confirmed", ANALYST, MADE_AT),
            "section-2": Section("section-2", 1, "", "proposed", ANALYST, MADE_AT),
        },
        values={v.uid: v for v in values},
        verdicts={"verdict-1": Verdict("verdict-1", "Irak", "here", "Irak", ANALYST, MADE_AT)},
        pages={"page:1": Page("page:1", 1, 0), "page:2": Page("page:2", 2, at)},
        spans={
            "passage-1": span("België steunt de motie"),
            "section-2": span("Irak"),
            "value-1": span("22 oktober 2020"),
            "value-2": span("A. de Vries"),
            "verdict-1": span("Irak"),
        },
        furniture=(Furniture(0, 7, "head"),),
        points={"section-1": 0, "section-2": TEXT.index("Irak"), "page:1": 0, "page:2": at},
    )


@pytest.fixture
def example(letter: Letter) -> ExportLetter:
    """The letter as the project file would give it."""
    return ExportLetter(42, "letter-42", letter, "navo.txt", "9f86d081884c7d65", MADE_AT, MADE_AT)
