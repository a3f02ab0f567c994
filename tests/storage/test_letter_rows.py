"""Reading one letter out of its tables."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from annotator.core import history
from annotator.core.document import Passage
from annotator.core.proposals import Proposed
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.storage.letter_rows import (
    letters_of_source,
    load_details,
    load_letter,
    load_open,
    load_shown,
    load_source_bytes,
    load_versions,
)
from annotator.storage.letters import add_letters
from annotator.storage.rows import insert_proposed
from annotator.storage.store import Store
from tests.storage.making import STAMP, added, corrected, letter, save, tagged

PROPOSED = Proposed(
    passages={"proposed:p": Passage("proposed:p", "country", state="proposed")},
    spans={"proposed:p": Span(21, 27)},
)


def test_a_letter_is_what_was_made_of_it(store: Store) -> None:
    made = letter(pages=(0, 21))
    was = store.reader.letter(1)
    made = replace(made, sections=was.sections, points=was.points)
    delta = corrected(made, "Belgié", "België")
    save(store, 1, {1: delta})
    assert store.do(lambda conn: load_letter(conn, 1)) == history.apply(made, delta)


def test_its_rows_are_no_other_letters(store: Store) -> None:
    store.do(lambda conn: add_letters(conn, [added(letter("Een andere\nbrief.\n", "Other"), "b.txt")]))
    save(store, 1, {1: tagged(store.reader.letter(1), "Belgié", "p")})
    other = store.reader.letter(2)
    assert (other.passages, other.page_starts(), other.about.title) == ({}, [0], "Other")


def test_proposals_lie_over_it_only_where_they_are_asked_for(store: Store) -> None:
    def work(conn: sqlite3.Connection) -> tuple[bool, bool, Proposed]:
        insert_proposed(conn, 1, PROPOSED)
        own, shown = load_letter(conn, 1), load_shown(conn, 1)
        return "proposed:p" in own.spans, shown.quote("proposed:p") == "Belgié", load_open(conn, 1)

    assert store.do(work) == (False, True, PROPOSED)


@pytest.mark.parametrize("load", [load_letter, load_shown, load_details])
def test_an_absent_letter_is_told(store: Store, load: object) -> None:
    with pytest.raises(UserError, match="no letter 9"):
        store.do(lambda conn: load(conn, 9))  # type: ignore[operator]


def test_details_tell_what_is_beside_the_content(store: Store) -> None:
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    details = store.do(lambda conn: load_details(conn, 1))
    assert (details.id, details.source_name, details.version) == (1, "brief.txt", 2)
    assert details.updated_at == STAMP.made_at


def test_letters_of_one_source_and_versions(store: Store) -> None:
    copy = added(letter(title="Copy"))
    store.do(lambda conn: add_letters(conn, [copy, added(letter("Anders.\n"), "c.txt")]))
    assert store.do(lambda conn: letters_of_source(conn, copy.sha256)) == [1, 2]
    assert store.do(lambda conn: letters_of_source(conn, "0" * 64)) == []
    save(store, 1, {2: corrected(store.reader.letter(2), "Belgié", "België")})
    assert store.do(lambda conn: load_versions(conn, [3, 2, 9])) == {2: 2, 3: 1}


def test_a_source_is_read_in_pieces_so_that_the_window_need_not_wait(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = store.reader.source_bytes(1)
    monkeypatch.setattr("annotator.storage.letter_rows._PIECE", 3)
    asked: list[str] = []

    def load(conn: sqlite3.Connection) -> bytes:
        conn.set_trace_callback(asked.append)
        try:
            return load_source_bytes(conn, 1)
        finally:
            conn.set_trace_callback(None)

    assert len(whole) > 3 and store.do(load) == whole
    assert asked and not any("SELECT bytes" in statement for statement in asked)
    with pytest.raises(UserError):
        store.do(lambda conn: load_source_bytes(conn, 99))
