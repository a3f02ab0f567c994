"""Readings of a letter: what an OCR program made of its source. A letter has one; older ones are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.core.page_layout import Furniture


class Disputed(NamedTuple):
    """A correction in force of which another reading says a third thing, neither OCR's nor analyst's.

    `start` and `end` are code points of the OCR text, `after` is what the correction reads. It is disputed
    for as long as that very correction is in force.
    """

    start: int
    end: int
    after: str


class ReadingNotes(NamedTuple):
    """What a letter has of the reading that it goes by, beside the OCR text: its number (from 1), and places
    in the OCR text.

    `flags` are what import noticed of pages, by their number.
    """

    number: int = 1
    furniture: tuple[Furniture, ...] = ()
    flags: tuple[tuple[int, tuple[str, ...]], ...] = ()
    disputed: tuple[Disputed, ...] = ()


@dataclass(frozen=True, slots=True)
class NewReading:
    """A reading that is to take the place of a letter's: the OCR text, and where its pages start."""

    number: int
    text: str
    page_starts: tuple[int, ...]
    furniture: tuple[Furniture, ...] = ()
    flags: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
