"""Letters to list, made as they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from annotator.core.statuses import STATUSES
from annotator.storage.letter_list import LetterFilter, LetterLine


class Letters:
    """So many letters; the statuses go round."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.gone = False
        self.status: dict[int, str] = {}
        self.asked: list[tuple[int, int, int]] = []

    def letter_line(self, letter_id: int) -> LetterLine:
        status = self.status.get(letter_id, STATUSES[letter_id % 4])
        return LetterLine(
            letter_id, f"Letter {letter_id}", status, "2020-10-22", "BZ", 5, 3, f"{letter_id}.txt"
        )

    def letter_ids(self, wanted: LetterFilter, *, most: int = -1) -> Sequence[int]:
        if wanted == LetterFilter():
            return range(1, self.count + 1)
        lines = map(self.letter_line, range(1, self.count + 1))
        found = [
            line.id
            for line in lines
            if wanted.text.lower() in line.title.lower() and wanted.status in (None, line.status)
        ]
        return found if most < 0 else found[:most]

    def letter_place(self, letter_id: int, wanted: LetterFilter) -> int | None:
        ids = self.letter_ids(wanted)
        return ids.index(letter_id) if letter_id in ids else None

    def lines(self, ids: Sequence[int]) -> list[LetterLine]:
        return [] if self.gone else [self.letter_line(letter_id) for letter_id in ids]

    def letters_count(self, wanted: LetterFilter) -> int:
        return len(self.letter_ids(wanted))

    def letters_page(
        self, wanted: LetterFilter, *, after: int = 0, offset: int = 0, limit: int = 100
    ) -> list[LetterLine]:
        self.asked.append((after, offset, limit))
        ids = [] if self.gone else self.letter_ids(wanted)
        start = offset if not after else next((n for n, i in enumerate(ids) if i > after), len(ids))
        return [self.letter_line(i) for i in ids[start : start + limit]]

    def status_counts(self) -> Mapping[str, int]:
        counts = dict.fromkeys(STATUSES, 0)
        for letter_id in range(1, self.count + 1):
            counts[self.letter_line(letter_id).status] += 1
        return counts


@pytest.fixture
def many_letters() -> Letters:
    """Return a hundred thousand letters."""
    return Letters(100_000)


@pytest.fixture
def letters() -> Letters:
    """Return forty letters."""
    return Letters(40)


@pytest.fixture
def no_letters() -> Letters:
    """Return a project without letters."""
    return Letters(0)
