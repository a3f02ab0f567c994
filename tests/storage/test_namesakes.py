"""What tells a letter from others of its title: the same in every list, found by an index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.session.search.everywhere import Replace, find_everywhere
from annotator.session.search.searching import Search, SearchRequest
from annotator.storage.letters import add_letters
from annotator.storage.namesakes import APART
from annotator.storage.passage_table import PassageQuery
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, added, letter, save, tagged

NAMES = (("Brief", "a.txt"), ("Brief", "b.txt"), ("Brief", "b.txt"), ("Alleen", "b.txt"))
APARTS = ["a.txt", "b.txt · 2", "b.txt · 3", ""]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a project of four letters: three have one title, two of these one name of file, too."""
    made = Store.create(tmp_path / "P.kant", CODEBOOK, "jan")
    new = [added(letter(title=title), name) for title, name in NAMES]
    made.do(lambda conn: add_letters(conn, new))
    yield made
    made.close()


def test_the_list_says_the_name_of_the_file_and_where_that_is_the_same_the_number(store: Store) -> None:
    assert [line.apart for line in store.reader.letters_page()] == APARTS
    assert [line.apart for line in store.reader.find_letters(["Brief"])] == APARTS[:3]


def test_both_tables_say_so(store: Store) -> None:
    assert [row.apart for row in store.reader.table_rows([1, 2, 3, 4])] == APARTS
    for number in (1, 2, 3, 4):
        save(
            store, number, {number: tagged(store.reader.letter(number), "motie Jansen", f"p{number}")}, "new"
        )
    ids = store.reader.passage_ids(PassageQuery())
    assert [row.apart for row in store.reader.passage_rows(ids)] == APARTS


def test_a_search_and_replacing_everywhere_say_so(store: Store) -> None:
    def none(*_: object) -> list[object]:
        return []

    search = Search(store, SearchRequest("motie"), none)  # type: ignore[arg-type]
    *_, found = search.run(lambda *_: None, lambda: False)
    assert sorted((hits.letter_id, hits.apart) for hits in found.letters) == list(enumerate(APARTS, 1))
    places = find_everywhere(store, Replace("Mozie", reading="motie"), None, lambda *_: None, lambda: False)
    assert [place.apart for place in places] == APARTS


def test_an_index_answers_for_each_row(store: Store) -> None:
    conn = sqlite3.connect(store.path)
    plan = conn.execute(f"EXPLAIN QUERY PLAN SELECT {APART} FROM letter l WHERE l.id = 1").fetchall()
    conn.close()
    asked = [row[3] for row in plan if row[3].startswith(("SEARCH n", "SCAN n"))]
    assert len(asked) == 2
    assert all("letter_namesake" in step for step in asked), asked
