"""A small letter and a small codebook, for the views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from annotator.core import fields, history, operations
from annotator.core.codebook import Choice, Codebook, Field, Tag
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction, Delta
from annotator.core.text import Span
from tests.ui.window_fixtures import bench, no_dialog_stays, open_bench

STAMP = Stamp("mv", "2026-01-01T10:00:00.000Z")
TEXT = """Aan de Voorzitter

Op 22 oktober 2020 sprak Belgié met Irak.

Afghanistan
De missie gaat ook aan

bod, zei Nederland. Zie 28 676, nr. 347.
"""

__all__ = ["bench", "no_dialog_stays", "open_bench"]  # fixtures


@dataclass
class Desk:
    """A letter that helpers change."""

    letter: Letter
    codebook: Codebook

    def do(self, delta: Delta) -> None:
        """Apply a delta."""
        self.letter = history.apply(self.letter, delta)

    def span(self, words: str) -> Span:
        """Return where the words stand first."""
        start = self.letter.text.index(words)
        return Span(start, start + len(words))

    def correct(self, before: str, after: str, kind: str = "word") -> None:
        """Correct the first place that reads so."""
        correction = Correction(*self.span(before), before, after, kind, "suggestion")
        self.do(operations.correct(self.letter, (correction,), STAMP))

    def tag(self, words: str, tag: str, note: str = "") -> str:
        """Tag words and return the passage's uid."""
        self.do(operations.add_passage(self.span(words), tag, STAMP, note=note))
        return list(self.letter.passages)[-1]

    def section(self, words: str, level: int = 1, tag: str = "topic") -> str:
        """Start a section and return its uid."""
        self.do(operations.start_section(self.letter, self.span(words).start, level, tag, STAMP))
        return list(self.letter.sections)[-1]

    def fill(
        self, field: str, text: str, position: int = 0, evidence: str = "", state: str = "confirmed"
    ) -> str:
        """Give a field a value and return the value's uid."""
        entry = self.codebook.field(field)
        assert entry is not None
        result = fields.parse(entry, text, "nl")
        span = self.span(evidence) if evidence else None
        self.do(operations.set_value(self.letter, field, position, result.stored, result.shown, span, STAMP))
        value = next(v for v in self.letter.values_of(field) if v.position == position)
        kept = {**self.letter.values, value.uid: replace(value, state=state)}
        self.letter = replace(self.letter, values=kept)
        return value.uid


def _named(name: str) -> dict[str, str]:
    return {"en": name}


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """Return a codebook with a field of most types."""
    tags = (
        Tag("introduction", "section", _named("Introduction"), "#332288", "#8877dd", "I"),
        Tag("topic", "section", _named("Topic"), "#117733", "#44aa77", "O"),
        Tag("country", "passage", _named("Country"), "#0f6a9f", "#58a8d6", "L"),
        Tag("person", "passage", _named("Person"), "#882255", "#cc6699", "P"),
    )
    parts = (Field("name", "text", _named("Name"), required=True), Field("role", "text", _named("Role")))
    form = (
        Field("subject", "text", _named("Subject")),
        Field("letter_date", "date", _named("Date"), required=True),
        Field(
            "chamber",
            "choice",
            _named("Chamber"),
            choices=(Choice("tk", _named("Lower")), Choice("ek", _named("Upper"))),
        ),
        Field("signatory", "group", _named("Signatory"), required=True, several=True, parts=parts),
        Field("reference", "reference", _named("References"), several=True),
        Field("summary", "long_text", _named("Summary")),
    )
    return Codebook("test", _named("Test"), tags, form)


@pytest.fixture
def desk(codebook: Codebook) -> Desk:
    """Return a fresh letter."""
    return Desk(new_letter(TEXT, (0,), "Test", STAMP), codebook)


@pytest.fixture
def make_desk(codebook: Codebook) -> Callable[[str], Desk]:
    """Return what makes a letter of a text."""
    return lambda text: Desk(new_letter(text, (0,), "Test", STAMP), codebook)
