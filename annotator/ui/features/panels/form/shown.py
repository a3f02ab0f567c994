"""What the form shows of a letter: plain data, compared to see which places changed."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core import fields
from annotator.core.codebook import Field
from annotator.core.document import ABSENT, Letter, Value
from annotator.session.project.value_evidence import contradicts, stands_in_words

_LONGEST_QUOTE = 600  # code points of evidence in a tooltip


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands at one place of the form. All but `gone` is empty or "" where there is no value.

    `sure` is how sure the program is of a proposal, in per cent. `text` is what the editor shows, `shown` and
    `value` are what the letter holds. `quote` is the evidence; `gone` tells that the words it was taken from
    were deleted, `otherwise` that they read as another value, `unplaced` that nothing points to where an
    analyst's value stands. `absent`: an analyst said that the letter does not have it.
    """

    uid: str = ""
    text: str = ""
    shown: str = ""
    value: str = ""
    proposed: bool = False
    sure: int | None = None
    evidence: bool = False
    quote: str = ""
    gone: bool = False
    otherwise: bool = False
    unplaced: bool = False
    absent: bool = False

    @property
    def filled(self) -> bool:
        """Tell whether anything is held."""
        return bool(self.shown or self.value)

    @property
    def answered(self) -> bool:
        """Tell whether nothing is left to say: there is a value, or the letter has none."""
        return self.filled or self.absent


NOTHING = Shown()


def shown_at(letter: Letter, held: Value, field: Field, language: str) -> Shown:
    """Return what the form shows of a value."""
    span = letter.spans.get(held.uid)
    quote = letter.text[span.start : span.end][:_LONGEST_QUOTE] if span else ""
    text = fields.format(field, held.value, language) if held.value else held.shown
    proposed = held.state == "proposed"
    gone = span is not None and span.start == span.end
    sure = round(held.confidence * 100) if proposed and held.confidence is not None else None
    evidence = span is not None and not gone
    otherwise = held.state == "confirmed" and contradicts(letter, field, held, language)
    unplaced = span is None and held.state == "confirmed" and bool(held.shown) and stands_in_words(field)
    return Shown(
        held.uid,
        text,
        held.shown,
        held.value,
        proposed,
        sure,
        evidence,
        quote,
        gone,
        otherwise,
        unplaced,
        absent=held.state == ABSENT,
    )


def by_place(letter: Letter | None) -> dict[tuple[str, int], Value]:
    """Return the values of a letter by field and position."""
    return {(v.field, v.position): v for v in letter.values.values()} if letter else {}
