"""Evidence follows the value: near the old place, else where it stands once, else nowhere."""

from __future__ import annotations

import pytest

from annotator.core import history, operations
from annotator.core.codebook import Choice, Field
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.fields import parse
from annotator.core.text import Span
from annotator.session.project.value_evidence import contradicts, filled

STAMP = Stamp("anna", "2026-01-01T10:00:00.000Z")
DATE = Field("day", "date", {"en": "Day"})
TEXT = Field("subject", "text", {"en": "Subject"})
NUMBER = Field("amount", "whole_number", {"en": "Amount"})
PAPER = Field("paper", "reference", {"en": "Paper"})
ANSWER = Field("answer", "yes_no", {"en": "Answer"})
SUMMARY = Field("summary", "long_text", {"en": "Summary"})
HOUSE = Field(
    "house",
    "choice",
    {"en": "House"},
    choices=(Choice("tk", {"nl": "Tweede Kamer"}), Choice("ek", {"nl": "Senaat"})),
)
LETTER = (
    """Datum: 22 oktober 2020
Betreft: motie van het lid Jan-
sen over Belgi\u00e9

Op 13 mei 2021 kostte dit 12.500 euro; op 14 mei 2021 nog 750 euro. Zie 28 676, nr. 347.

Eerder, op 1 juni 2019, stuurde de Tweede Kamer een vraag.
"""
    + "Nog een alinea zonder iets erin. " * 30
    + "\nOp 1 juni 2018 en op 13 mei 2021 ook; nogmaals 1 juni 2018.\n"
)


def letter() -> Letter:
    return new_letter(LETTER, (0,), "Test", STAMP)


def typed(made: Letter, field: Field, text: str) -> Letter:
    """Type a value over the one that is there."""
    return history.apply(made, filled(made, field, 0, parse(field, text, "nl"), STAMP, "nl"))


def taken(field: Field, words: str) -> Letter:
    """Take a value from the letter's words."""
    made = letter()
    read, start = parse(field, words, "nl"), LETTER.index(words)
    place = Span(start, start + len(words))
    return history.apply(made, operations.set_value(made, field.id, 0, read.stored, read.shown, place, STAMP))


def proof(made: Letter, field: Field) -> str | None:
    """Return the words that prove the only value of a field."""
    [held] = made.values_of(field.id)
    return made.quote(held.uid) if held.uid in made.spans else None


@pytest.mark.parametrize(
    ("field", "before", "after", "quote"),
    [
        (DATE, "22 oktober 2020", "13 mei 2021", "13 mei 2021"),  # twice, one of them near
        (DATE, "22 oktober 2020", "13-5-2021", "13 mei 2021"),  # written otherwise
        (DATE, "22 oktober 2020", "22-10-2020", "22 oktober 2020"),  # the same day
        (DATE, "22 oktober 2020", "2 juli 2011", None),
        (DATE, "22 oktober 2020", "31 februari 2020", None),
        (DATE, "22 oktober 2020", "1 juni 2018", None),  # far away, and more than once
        (NUMBER, "750", "12500", "12.500"),
        (NUMBER, "750", "500", None),  # a part of 12.500
        (PAPER, "28 676, nr. 347", "28676, nr. 348", None),
        (TEXT, "motie", "lid Jansen", "lid Jan-\nsen"),  # broken at a line end
        (TEXT, "motie", "over Belgi\u00eb", "over Belgi\u00e9"),  # the OCR misread an accent
        (TEXT, "motie", "brief", None),
        (HOUSE, "Tweede Kamer", "Senaat", None),
        (SUMMARY, "Betreft", "Een samenvatting", None),
    ],
)
def test_evidence_follows_what_is_typed(field: Field, before: str, after: str, quote: str | None) -> None:
    assert proof(typed(taken(field, before), field, after), field) == quote


def test_a_value_that_is_typed_alone_is_found_where_it_stands_once() -> None:
    assert proof(typed(letter(), DATE, "22-10-2020"), DATE) == "22 oktober 2020"
    assert proof(typed(letter(), DATE, "13 mei 2021"), DATE) is None
    assert proof(typed(letter(), NUMBER, "750"), NUMBER) is None  # three figures stand anywhere
    assert proof(typed(letter(), HOUSE, "Tweede Kamer"), HOUSE) == "Tweede Kamer"


def test_yes_proves_no_no() -> None:
    made = letter()
    place = Span(LETTER.index("Eerder"), LETTER.index("Eerder") + 6)
    made = history.apply(made, operations.set_value(made, "answer", 0, "yes", "ja", place, STAMP))
    assert proof(typed(made, ANSWER, "Ja"), ANSWER) == "Eerder"
    assert proof(typed(made, ANSWER, "nee"), ANSWER) is None


def test_a_part_of_a_group_is_looked_for_beside_the_others() -> None:
    name = Field("signer.name", "text", {"en": "Name"})
    place = Span(LETTER.rindex("13 mei"), LETTER.rindex("13 mei") + 6)
    made = letter()
    made = history.apply(made, operations.set_value(made, "signer.day", 0, "x", "x", place, STAMP))
    made = history.apply(made, filled(made, name, 0, parse(name, "13 mei 2021", "nl"), STAMP, "nl"))
    [held] = made.values_of("signer.name")
    assert made.spans[held.uid].start == place.start


@pytest.mark.parametrize(
    ("field", "words", "value", "otherwise"),
    [
        (DATE, "22 oktober 2020", "22-10-2020", False),
        (DATE, "22 oktober 2020", "23-10-2020", True),
        (DATE, "Op 13 mei 2021 kostte dit", "14-5-2021", True),
        (DATE, "Op 13 mei 2021 kostte dit", "13-5-2021", False),
        (DATE, "Eerder", "13-5-2021", False),  # says nothing of a day
        (NUMBER, "12.500 euro", "12500", False),
        (NUMBER, "12.500 euro", "12501", True),
        (PAPER, "28 676, nr. 347", "28676, nr. 348", True),
        (HOUSE, "Tweede Kamer", "Senaat", True),
        (TEXT, "motie van het lid", "de motie van het lid Jansen", False),
        (TEXT, "motie van het lid", "amendement", True),
        (SUMMARY, "motie van het lid", "amendement", False),
    ],
)
def test_a_value_contradicts_words_that_read_as_another(
    field: Field, words: str, value: str, otherwise: bool
) -> None:
    made, read = letter(), parse(field, value, "nl")
    start = LETTER.index(words)
    place = Span(start, start + len(words))
    made = history.apply(made, operations.set_value(made, field.id, 0, read.stored, read.shown, place, STAMP))
    [held] = made.values_of(field.id)
    assert contradicts(made, field, held, "nl") is otherwise
