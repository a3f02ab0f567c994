"""Counting what is in a project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.document import Value
from annotator.core.text import Span
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import STAMP, added, corrected, letter, project, save


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = project(tmp_path / "P.kant", letter(pages=(0, 21)), letter(title="Another"))
    yield made
    made.close(abandon=True)


def test_letters_by_status_and_their_pages(store: Store) -> None:
    save(
        store,
        1,
        {1: operations.set_about(store.reader.letter(1), lambda about: replace(about, status="done"))},
    )
    found = store.reader.statistics()
    assert (found.letters, found.pages) == (2, 3)
    assert dict(found.statuses) == {"done": 1, "todo": 1}


def test_what_a_letter_lacks_is_counted_apart(store: Store) -> None:
    save(store, 1, {1: operations.set_absent(store.reader.letter(1), "letter_date", 0, STAMP)})
    found = store.reader.statistics()
    assert found.fields == (("letter_date", "absent", 1),)
    assert (STAMP.analyst, "values", 1) in found.analysts


def test_corrections_by_kind_and_origin_are_those_in_force(store: Store) -> None:
    change = {1: corrected(store.reader.letter(1), "Belgié", "België")}
    save(store, 1, change)
    assert store.reader.statistics().corrections == (("word", "suggestion", 1),)
    assert store.reader.statistics().analysts == (("jan", "corrections", 1),)
    save(store, 1, change, "undo")
    assert store.reader.statistics().corrections == ()


def test_tags_of_passages_and_sections_together_the_most_used_first(store: Store) -> None:
    for number, (start, tag) in enumerate(((0, "country"), (3, "person"), (9, "person")), 1):
        save(store, number, {1: operations.add_passage(Span(start, start + 2), tag, STAMP)})
    section = operations.start_section(store.reader.letter(2), 21, 1, "country", STAMP)
    save(store, 4, {2: section})
    assert store.reader.statistics().tags == (("country", "confirmed", 2), ("person", "confirmed", 2))


def test_a_field_counts_once_for_a_letter_and_as_confirmed_where_one_value_is(store: Store) -> None:
    values = {
        "a": Value("a", "subject", 0, "x", "x", "proposed", None, "", ""),
        "b": Value("b", "subject", 1, "y", "y", "confirmed", None, "jan", ""),
    }
    proposed = {"c": Value("c", "subject", 0, "z", "z", "proposed", None, "", "")}
    store.do(
        lambda conn: add_letters(
            conn,
            [added(replace(letter("Een."), values=values)), added(replace(letter("Twee."), values=proposed))],
        )
    )
    assert store.reader.statistics().fields == (("subject", "confirmed", 1), ("subject", "proposed", 1))


def test_days_count_changes_that_were_not_undone(store: Store) -> None:
    first = {1: corrected(store.reader.letter(1), "Belgié", "België")}
    save(store, 1, first)
    save(store, 2, {1: operations.add_passage(Span(0, 2), "country", STAMP)})
    assert store.reader.statistics().days == (("2026-03-02", "jan", 2),)
    save(store, 2, {1: operations.add_passage(Span(0, 2), "country", STAMP).inverse()}, "undo")
    assert store.reader.statistics().days == (("2026-03-02", "jan", 1),)


def test_an_empty_project_counts_nothing(tmp_path: Path) -> None:
    with project(tmp_path / "L.kant") as empty:
        found = empty.reader.statistics()
    assert (found.letters, found.pages, found.statuses, found.days) == (0, 0, (), ())
