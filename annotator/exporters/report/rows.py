"""The rows of a report: a passage with its sentence, and what its letter's form says."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from annotator.core import fields
from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.core.text import Span, sentence_at
from annotator.exporters.interface import ExportLetter
from annotator.exporters.reading_copy import Block, reading_copy

_ROLES = ("letter_date", "sender", "dossier")


class Sentence(NamedTuple):
    """A passage in its sentence, on one line; several sentences where it goes on over them."""

    before: str
    quote: str
    after: str


class Row(NamedTuple):
    """A passage of a report. `date` is in its normal form, `date_shown` as people read it."""

    tag: str
    sentence: Sentence
    letter_id: int
    title: str
    date: str
    date_shown: str
    sender: str
    dossier: str
    page: int
    note: str
    state: str
    analyst: str
    origin: str

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has decided on it."""
        return self.state == "proposed"


def rows_of(one: ExportLetter, book: Codebook, kept: Collection[str], language: str) -> Iterator[Row]:
    """Yield the rows of a letter's passages in reading order; those whose text was deleted have no sentence.

    `kept` are tags of sections whose lines stay lines. Of the form only what was confirmed is told.
    """
    letter = one.letter
    if not letter.passages:
        return
    sentences = _Sentences(letter, kept)
    date, sender, dossier = (_confirmed(letter, book, role) for role in _ROLES)
    field = book.field_for("letter_date")
    shown = [fields.format(field, value, language) or value for value in date] if field else []
    for span, passage in letter.placed_passages():
        yield Row(
            passage.tag,
            sentences.of(passage.uid, span),
            one.id,
            letter.about.title,
            "; ".join(date),
            "; ".join(shown),
            "; ".join(sender),
            "; ".join(dossier),
            letter.page_at(span.start),
            passage.note,
            passage.state,
            passage.analyst,
            passage.origin,
        )


def _confirmed(letter: Letter, book: Codebook, role: str) -> list[str]:
    field = book.field_for(role)
    if field is None:
        return []
    return [v.value for v in letter.values_of(field.id) if v.state == "confirmed" and v.value]


class _Sentences:
    """Finds sentences of passages in the reading copy, where no line end and no running head parts them."""

    def __init__(self, letter: Letter, kept: Collection[str]) -> None:
        self._letter = letter
        self._blocks = reading_copy(letter, kept)
        self._places: dict[str, list[tuple[int, int, int]]] = {}
        for number, block in enumerate(self._blocks):
            for uid, (start, end) in _stretches(block).items():
                self._places.setdefault(uid, []).append((number, start, end))

    def of(self, uid: str, span: Span) -> Sentence:
        """Return the sentence of a passage."""
        places = self._places.get(uid)
        if places is None:
            return self._outside(span)
        (first, start, _), (last, _, end) = places[0], places[-1]
        before, after = self._blocks[first].text, self._blocks[last].text
        return Sentence(
            _line(before[sentence_at(before, start).start : start]),
            _line(" ".join(self._blocks[number].text[low:high] for number, low, high in places)),
            _line(after[end : sentence_at(after, max(end - 1, 0)).end]),
        )

    def _outside(self, span: Span) -> Sentence:
        """Return that of a passage in what a reading copy leaves out, as in a running head."""
        text = self._letter.text
        if span.start == span.end:
            return Sentence("", "", "")
        low, high = sentence_at(text, span.start).start, sentence_at(text, span.end - 1).end
        parts = (text[low : span.start], text[span.start : span.end], text[span.end : high])
        return Sentence(*map(_line, parts))


def _stretches(block: Block) -> dict[str, tuple[int, int]]:
    """Return where each passage begins and ends in the text of a block."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for cell in block.cells or (block.runs,):
        for run in cell:
            for uid in run.passages:
                found[uid] = (found.get(uid, (at, 0))[0], at + len(run.text))
            at += len(run.text)
        at += 1  # what stands between cells
    return found


def _line(text: str) -> str:
    """Return the text on one line; a blank at its end stays, that stands before or behind the passage."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
