"""All proposals for a letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from annotator.core.folding import Folded, fold_signs
from annotator.structure.interface import (
    LetterText,
    Proposals,
    ProposedPassage,
    ProposedSection,
    ProposedValue,
)
from annotator.structure.note_marks import without_marks
from annotator.structure.passages import find_passages, introduction_of, stretches
from annotator.structure.sections import anatomy, find_sections
from annotator.structure.values import find_values
from annotator.structure.wrapping import wrapped

_Found = TypeVar("_Found", bound=ProposedValue | ProposedPassage)


def propose(letter: LetterText) -> Proposals:
    """Return what the program proposes for a letter, whatever signs its text says things with."""
    return _folded(
        letter, without_marks(letter.text), lambda read: _folded(read, fold_signs(read.text), _propose)
    )


def _folded(letter: LetterText, folded: Folded, read: Callable[[LetterText], Proposals]) -> Proposals:
    """Return what is found in the folded text, as it lies in the letter."""
    if folded.text == letter.text:
        return read(letter)
    place = folded.place
    found = read(
        replace(
            letter,
            text=folded.text,
            page_starts=[place(start) for start in letter.page_starts],
            furniture=[(place(start), place(end)) for start, end in letter.furniture],
            styles=[one._replace(start=place(one.start), end=place(one.end)) for one in letter.styles],
        )
    )
    return Proposals(
        tuple(_section(section, folded, len(letter.text)) for section in found.sections),
        tuple(_placed(value, folded) for value in found.values),
        tuple(_placed(passage, folded) for passage in found.passages),
    )


def _section(section: ProposedSection, folded: Folded, length: int) -> ProposedSection:
    """Return a section as it lies in the letter: sections leave no sign between them out."""

    def place(offset: int) -> int:
        return length if offset == len(folded.text) else folded.around(offset, offset).start if offset else 0

    heading = folded.around(*section.heading) if section.heading else None
    return replace(section, start=place(section.start), end=place(section.end), heading=heading)


def _placed(found: _Found, folded: Folded) -> _Found:
    if found.start is None or found.end is None:
        return found
    start, end = folded.around(found.start, found.end)
    return replace(found, start=start, end=end)


def _propose(letter: LetterText) -> Proposals:
    parts = anatomy(replace(letter, text=wrapped(letter.text)))
    sections = find_sections(parts)
    pieces = stretches(parts, sections)
    passages, papers = find_passages(parts, pieces, letter.triggers)
    if letter.learnt:
        from annotator.structure.tags.proposing import (
            learnt_passages,
        )  # where nothing is learnt it is not read

        passages += learnt_passages(letter.learnt, pieces, len(letter.text))
    values = find_values(parts, introduction_of(pieces), papers)
    return Proposals(tuple(sections), tuple(values), tuple(passages))
