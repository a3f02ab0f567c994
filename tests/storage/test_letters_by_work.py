"""Letters by what was made in them, by whom and when: what the bars of the statistics lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.history import Change, Delta
from annotator.core.messages import Message
from annotator.storage.changes import save_change
from annotator.storage.letter_list import LetterFilter
from annotator.storage.store import Store
from tests.storage.making import corrected, letter, project, tagged

MONDAY, FRIDAY = "2026-03-02T12:00:00.000Z", "2026-03-06T12:00:00.000Z"


def do(store: Store, number: int, letter_id: int, delta: Delta, analyst: str, moment: str) -> None:
    change = Change(number, Message("Test", "test"), analyst, moment, {letter_id: delta})
    store.do(lambda conn: save_change(conn, change, "new"), timeout=30)


def done(store: Store, letter_id: int, status: str = "done") -> Delta:
    return operations.set_about(store.reader.letter(letter_id), lambda about: replace(about, status=status))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a project of four letters: jan corrected the first and els tagged the second, both are done; the
    third was done and is not any more."""
    made = project(tmp_path / "P.kant", *(letter(title=f"Brief {n}") for n in range(1, 5)))
    do(made, 1, 1, corrected(made.reader.letter(1), "Belgié", "België"), "jan", MONDAY)
    do(made, 2, 1, done(made, 1), "jan", MONDAY)
    do(made, 3, 2, tagged(made.reader.letter(2), "motie Jansen", "p"), "els", FRIDAY)
    do(made, 4, 2, done(made, 2), "els", FRIDAY)
    do(made, 5, 3, done(made, 3), "els", FRIDAY)
    do(made, 6, 3, done(made, 3, "busy"), "jan", FRIDAY)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (LetterFilter(kind="word"), [1]),
        (LetterFilter(kind="space"), []),
        (LetterFilter(analyst="jan"), [1, 3]),
        (LetterFilter(analyst="els"), [2, 3]),
        (LetterFilter(done_by="jan"), [1]),
        (LetterFilter(done_by="els"), [2]),
        (LetterFilter(days=("2026-03-02", "2026-03-02")), [1]),
        (LetterFilter(days=("2026-03-01", "2026-03-07")), [1, 2, 3]),
        (LetterFilter(done_days=("2026-03-06", "2026-03-07")), [2]),
        (LetterFilter(done_by="els", status="todo"), []),
    ],
)
def test_a_filter_finds_them(store: Store, wanted: LetterFilter, ids: list[int]) -> None:
    assert store.reader.letter_ids(wanted) == ids
    assert store.reader.letters_count(wanted) == len(ids)


def test_the_statistics_count_the_same_letters(store: Store) -> None:
    assert store.reader.statistics().done == (("2026-03-02", "jan", 1), ("2026-03-06", "els", 1))


def test_what_was_undone_is_done_by_nobody(store: Store) -> None:
    store.do(lambda conn: conn.execute("UPDATE change SET state = 'undone' WHERE id = 4"))
    assert store.reader.letter_ids(LetterFilter(done_by="els")) == []


def test_a_damaged_change_costs_nothing_else(store: Store) -> None:
    store.do(lambda conn: conn.execute("UPDATE change_letter SET delta = '{\"about\"' WHERE change_id = 4"))
    assert store.reader.letter_ids(LetterFilter(done_by="jan")) == [1]
