"""All proposals for a letter."""

from __future__ import annotations

from annotator.structure.interface import LetterText, Proposals
from annotator.structure.passages import find_passages, introduction_of, stretches
from annotator.structure.sections import anatomy, find_sections
from annotator.structure.values import find_values


def propose(letter: LetterText) -> Proposals:
    """Return what the program proposes for a letter."""
    parts = anatomy(letter)
    sections = find_sections(parts)
    pieces = stretches(parts, sections)
    passages, papers = find_passages(parts, pieces, letter.triggers)
    values = find_values(parts, introduction_of(pieces), papers)
    return Proposals(tuple(sections), tuple(values), tuple(passages))
