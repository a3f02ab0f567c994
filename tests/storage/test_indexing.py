"""Filling the index: what is in it, what is taken out of it, and what happens where it is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.storage import indexing, search_index
from annotator.storage.indexing import IndexedLetter, put_letters, stale_letters
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.storage.project import save_setting
from annotator.storage.search_index import Scope, ranked
from annotator.storage.store import Store
from tests.storage.making import corrected, letter, project, save

TEXTS = ("Belgié steunt de motie.\n", "Italig niet, België wel.\n", "Een derde brief.\n")


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    made = project(path, *(letter(text, f"Brief {n}") for n, text in enumerate(TEXTS, 1)))
    yield made
    made.close(abandon=True)


def fill(store: Store) -> None:
    store.do(lambda conn: put_letters(conn, stale_letters(conn, 100, 1_000_000)))


def found(store: Store, word: str, scope: Scope = "text", limit: int = -1) -> list[int] | None:
    return store.do(lambda conn: ranked(conn, word, scope, ALL_LETTERS, limit))


def stale(store: Store) -> list[int]:
    return store.do(lambda conn: list(search_index.stale_ids(conn, ALL_LETTERS)))


def correct(store: Store, letter_id: int, before: str, after: str) -> None:
    change = store.reader.last_change_id() + 1
    save(store, change, {letter_id: corrected(store.reader.letter(letter_id), before, after)})


def rows(store: Store, statement: str) -> list[tuple[object, ...]]:
    return store.do(lambda conn: conn.execute(statement).fetchall())


def test_letters_are_found_once_they_are_in_it(store: Store) -> None:
    assert stale(store) == [1, 2, 3]
    fill(store)
    assert stale(store) == []
    assert found(store, "motie") == [1]
    assert sorted(found(store, "belgie") or []) == [1, 2]
    assert found(store, "nergens") == []
    assert len(found(store, "belgie", limit=1) or []) == 1


def test_so_many_letters_with_so_much_text_at_once(store: Store) -> None:
    def next_ones(letters: int, characters: int) -> list[int]:
        return store.do(lambda conn: [one.letter_id for one in stale_letters(conn, letters, characters)])

    assert next_ones(2, 1_000) == [1, 2]
    assert next_ones(9, 1) == [1]
    assert next_ones(9, len(TEXTS[0])) == [1]
    assert next_ones(9, len(TEXTS[0]) + 1) == [1, 2]
    correct(store, 1, "Belgié", "België")
    assert next_ones(9, 2 * len(TEXTS[0])) == [1], "of a corrected letter both texts count"


def test_a_corrected_letter_is_found_by_both_its_texts(store: Store) -> None:
    correct(store, 2, "Italig", "Italië")
    fill(store)
    assert found(store, "italie") == [2]
    assert found(store, "italig") == []
    assert found(store, "italig", "ocr") == [2]
    assert found(store, "italie", "ocr") == []
    assert found(store, "wel", "both") == [2]
    assert found(store, "motie", "ocr") == [1], "its text is its OCR text"


def test_a_changed_letter_is_not_found_by_what_it_said(store: Store) -> None:
    fill(store)
    correct(store, 2, "Italig", "Italië")
    assert stale(store) == [2]
    assert found(store, "italig") == []
    fill(store)
    assert (found(store, "italie"), found(store, "italig"), found(store, "italig", "ocr")) == ([2], [], [2])
    correct(store, 2, "Italië", "Italig")
    fill(store)
    assert (found(store, "italie"), found(store, "italig"), found(store, "italig", "ocr")) == ([], [2], [2])


def test_what_changed_meanwhile_stays_stale(store: Store) -> None:
    read = store.do(lambda conn: stale_letters(conn, 9, 1_000))
    correct(store, 1, "Belgié", "België")
    store.do(lambda conn: put_letters(conn, read))
    assert stale(store) == [1]
    store.do(lambda conn: put_letters(conn, [IndexedLetter(9, 1, "x", "x")]))
    assert rows(store, "SELECT letter_id FROM search_letter ORDER BY 1") == [(2,), (3,)]


def test_only_the_letters_wanted_are_found(store: Store) -> None:
    wanted = LetterFilter(text="Brief 2")
    assert store.do(lambda conn: search_index.stale_ids(conn, wanted)) == [2]
    fill(store)
    assert store.do(lambda conn: ranked(conn, "belgie", "text", wanted)) == [2]
    correct(store, 1, "motie", "moties")
    correct(store, 2, "Italig", "Italië")
    assert store.do(lambda conn: search_index.stale_ids(conn, wanted)) == [2]


def test_without_an_index_every_letter_is_looked_at(store: Store) -> None:
    fill(store)
    store.do(indexing.drop_index)
    assert stale(store) == [1, 2, 3]
    assert store.do(search_index.stale_count) == 3
    assert not store.do(search_index.has_index)
    store.do(lambda conn: conn.execute("DELETE FROM search_stale"))
    assert stale(store) == [1, 2, 3], "whatever is noted of them"


def test_an_index_is_made_once(store: Store) -> None:
    assert not store.do(search_index.is_made)
    assert store.do(indexing.make_index)
    assert store.do(search_index.is_made)
    assert not store.do(search_index.has_index), "there is no letter in it"
    fill(store)
    assert store.do(search_index.has_index)
    assert store.do(indexing.make_index)
    assert found(store, "motie") == [1]


def test_an_index_of_another_form_is_made_anew(store: Store) -> None:
    def other(conn: sqlite3.Connection) -> None:
        conn.execute(f"DROP TABLE IF EXISTS {search_index.INDEX}")
        conn.execute(f"CREATE VIRTUAL TABLE {search_index.INDEX} USING fts5(other, content='')")

    fill(store)
    store.do(other)
    assert store.do(search_index.has_unknown)
    store.do(search_index.mark_unknown)
    assert stale(store) == [1, 2, 3]
    fill(store)
    assert found(store, "motie") == [1]
    assert not store.do(search_index.has_unknown)


def test_letters_that_others_changed_are_stale(store: Store) -> None:
    fill(store)
    assert not store.do(search_index.has_unknown)
    store.do(lambda conn: conn.execute("UPDATE letter SET version = 7 WHERE id = 2"))
    assert store.do(search_index.has_unknown)
    store.do(search_index.mark_unknown)
    assert stale(store) == [2]
    assert not store.do(search_index.has_unknown), "what is known to be stale is not unknown"
    store.do(lambda conn: conn.execute("DELETE FROM search_letter WHERE letter_id = 3"))
    store.do(search_index.mark_unknown)
    assert stale(store) == [2, 3]


def test_a_letter_that_goes_is_forgotten(store: Store) -> None:
    correct(store, 2, "Italig", "Italië")
    fill(store)
    old_parts = store.do(lambda conn: indexing.forget_letter(conn, 2))
    assert old_parts == (sqlite3.sqlite_version_info < (3, 42, 0))
    assert (found(store, "italie"), found(store, "italig", "both")) == ([], [])
    assert rows(store, "SELECT letter_id FROM search_letter ORDER BY 1") == [(1,), (3,)]
    assert found(store, "motie") == [1]


def test_a_letter_that_is_not_in_it_is_forgotten_too(store: Store) -> None:
    assert not store.do(lambda conn: indexing.forget_letter(conn, 1))
    fill(store)
    assert not store.do(lambda conn: indexing.forget_letter(conn, 9))
    assert found(store, "motie") == [1]


@pytest.mark.parametrize("kept", ["[[1]]", "{", '[["a", 2, "x"]]', "[[0, 99999999999, 3]]"])
def test_where_it_is_not_known_what_it_has_it_is_made_anew(store: Store, kept: str) -> None:
    fill(store)
    store.do(
        lambda conn: conn.execute("UPDATE search_letter SET corrections = ? WHERE letter_id = 1", (kept,))
    )
    correct(store, 1, "motie", "moties")
    fill(store)
    assert stale(store) == [1, 2, 3]
    fill(store)
    assert (found(store, "moties"), found(store, "motie")) == ([1], [])


def test_parts_without_what_was_taken_out_are_written_until_none_is_left(store: Store) -> None:
    fill(store)
    store.do(lambda conn: save_setting(conn, indexing.SETTING_UNCLEAN, "1"))
    store.do(indexing.clean)
    assert not store.do(lambda conn: indexing.merge_step(conn, 100, first=False))
    assert rows(store, f"SELECT 1 FROM setting WHERE key = '{indexing.SETTING_UNCLEAN}'") == []
    assert found(store, "motie") == [1]


def test_without_an_index_there_is_nothing_to_clean(store: Store) -> None:
    store.do(lambda conn: save_setting(conn, indexing.SETTING_UNCLEAN, "1"))
    assert not store.do(lambda conn: indexing.merge_step(conn, 100, first=True))
    assert rows(store, f"SELECT 1 FROM setting WHERE key = '{indexing.SETTING_UNCLEAN}'") == []


def test_an_index_of_another_form_goes_with_the_words_of_a_letter(store: Store) -> None:
    fill(store)

    def other(conn: sqlite3.Connection) -> None:
        conn.execute(f"DROP TABLE {search_index.INDEX}")
        conn.execute(f"CREATE VIRTUAL TABLE {search_index.INDEX} USING fts5(other)")
        assert not indexing.forget_letter(conn, 1)

    store.do(other)
    assert rows(store, f"SELECT 1 FROM sqlite_schema WHERE name = '{search_index.INDEX}'") == []
