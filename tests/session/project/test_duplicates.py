"""Letters that are alike, in a project."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.session.project.duplicates import alike_with, compare, find_duplicates, keep_apart
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import added, letter, project

BASE = " ".join(random.Random(1).choices([f"woord{n}" for n in range(900)], k=400))
OTHER = " ".join(random.Random(2).choices([f"woord{n}" for n in range(900)], k=400))
TEXTS = (BASE, OTHER, BASE.replace(" woord7 ", " w0ord7 ") + " Slot.", BASE)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = project(
        tmp_path / "P.kant", *(letter(f"{text}\n", f"Brief {n}") for n, text in enumerate(TEXTS, 1))
    )
    yield made
    made.close(abandon=True)


def pairs(store: Store, *, stop_after: int = 99) -> list[tuple[int, int]]:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > stop_after

    return [(pair.one, pair.other) for pair in find_duplicates(store, lambda count, name: None, cancelled)]


def test_the_most_alike_come_first(store: Store) -> None:
    assert pairs(store) == [(1, 4), (1, 3)]


def test_progress_goes_to_the_end(store: Store) -> None:
    told: list[int] = []
    find_duplicates(store, lambda count, name: told.append(count), lambda: False)
    assert told[-1] == 4


def test_cancelled_at_once_finds_nothing(store: Store) -> None:
    assert pairs(store, stop_after=0) == []


def test_two_that_are_kept_are_not_asked_about_again(store: Store) -> None:
    uids = store.reader.uids([1, 4])
    keep_apart(store, [(uids[4], uids[1])])
    store.flush()
    assert pairs(store) == [(1, 3)]


def test_what_only_one_of_two_has_is_marked(store: Store) -> None:
    left, right = compare(store, 1, 3)
    assert "".join(piece for piece, _ in left.pieces) == f"{BASE}\n"
    assert [piece for piece, marked in right.pieces if marked][-1] == "Slot."
    assert {piece for piece, marked in left.pieces if marked} <= {"woord7"}
    assert (left.title, right.title) == ("Brief 1", "Brief 3")


@pytest.mark.parametrize("all_looked_at", [0, 150])
def test_a_letter_that_came_in_is_held_against_what_is_there(
    store: Store, all_looked_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.session.project.duplicates._ALL_LOOKED_AT", all_looked_at)
    store.do(lambda conn: add_letters(conn, [added(letter(f"{OTHER} Anders.\n", "Brief 9"), "brief.pdf")]))
    (found,) = alike_with(store, [5], lambda: False)
    assert (found.letter_id, found.name, found.other_name) == (5, "brief.pdf", "brief.txt")
    assert 0.9 < found.likeness < 1


def test_a_letter_like_none_is_not_spoken_of(store: Store) -> None:
    store.do(lambda conn: add_letters(conn, [added(letter("Heel iets anders.\n", "Brief 1"), "brief.pdf")]))
    assert alike_with(store, [5], lambda: False) == []
