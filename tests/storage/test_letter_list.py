"""The list of letters by tag, field, value and what is left to do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.codebook import Codebook, Field
from annotator.core.document import Letter, Value, new_letter
from annotator.storage.letter_list import LetterFilter
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from annotator.storage.suspect_cache import save_suspects
from tests.storage.making import STAMP, added, letter, project, save, tagged


@pytest.fixture
def filtered(path: Path) -> Store:
    empty = new_letter(" \n", (0,), "Third", STAMP)
    store = project(path, letter(), letter("Belgié steunt\nde motie.\n", "Second"), empty)
    save(store, 1, {2: tagged(store.reader.letter(2), "motie", "p")})
    name = "Café België"
    value = operations.set_value(store.reader.letter(1), "subject", 0, name, name, None, STAMP)
    save(store, 2, {1: value})
    save(store, 3, {2: operations.set_absent(store.reader.letter(2), "subject", 0, STAMP)})
    store.do(lambda conn: save_suspects(conn, 1, 1, "1", "[]", 3))
    store.do(lambda conn: save_suspects(conn, 2, 1, "1", "[]", 0))
    return store


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (LetterFilter(tag="country"), [2]),
        (LetterFilter(tag="nobody"), []),
        (LetterFilter(field="subject"), [1]),
        (LetterFilter(field="subject", value="caf"), [1]),
        (LetterFilter(field="subject", value="CAFÉ"), [1]),
        (LetterFilter(field="subject", value="%"), []),
        (LetterFilter(field="subject", value="-"), [2]),  # which has none
        (LetterFilter(field="sender"), []),
        (LetterFilter(left="suspects"), [1]),
        (LetterFilter(left="unseen"), [3]),
        (LetterFilter(left="empty"), [3]),
        (LetterFilter(text="second", tag="country"), [2]),
    ],
)
def test_only_the_letters_wanted(filtered: Store, wanted: LetterFilter, ids: list[int]) -> None:
    found = filtered.reader
    assert found.letter_ids(wanted) == ids
    assert [line.id for line in found.letters_page(wanted)] == ids
    assert found.letters_count(wanted) == len(ids)
    filtered.close()


def titled(*titles: str) -> list[Letter]:
    return [letter(f"{title}\n", title) for title in titles]


def found(store: Store, text: str = "", status: str | None = None) -> list[str]:
    return [line.title for line in store.reader.letters_page(LetterFilter(text, status))]


def test_the_filter_finds_titles_in_any_case(path: Path) -> None:
    with project(path, *titled("Motie Jansen", "Verslag")) as store:
        assert found(store, "mOTIE") == ["Motie Jansen"]


def test_the_filter_finds_accents_in_any_case(path: Path) -> None:
    with project(path, *titled("DE ÉÉN EN DE ANDER", "De een")) as store:
        assert found(store, "één") == ["DE ÉÉN EN DE ANDER"]


def test_the_filter_finds_the_name_of_the_source(path: Path) -> None:
    with project(path, *titled("Motie", "Verslag")) as store:
        assert found(store, "BRIEF.txt") == ["Motie", "Verslag"]


@pytest.mark.parametrize("sign", ["%", "_", "\\", "'", '"', "100%"])
def test_the_filter_has_no_signs_of_its_own(path: Path, sign: str) -> None:
    with project(path, *titled("Motie", f"Een {sign} teken")) as store:
        assert found(store, sign) == [f"Een {sign} teken"]


def test_the_filter_knows_the_status(path: Path) -> None:
    first, second = titled("Motie", "Verslag")
    done = replace(second, about=replace(second.about, status="done"))
    with project(path, first, done) as store:
        assert found(store, status="done") == ["Verslag"]
        assert store.reader.status_counts() == {"todo": 1, "done": 1}
        assert store.reader.letters_count(LetterFilter(status="todo")) == 1


def test_pages_of_the_list_follow_each_other(path: Path) -> None:
    with project(path, *titled("a", "b", "c", "d")) as store:
        first = store.reader.letters_page(limit=2)
        after = store.reader.letters_page(after=first[-1].id, limit=2)
        skipped = store.reader.letters_page(offset=3, limit=2)
    assert [[line.title for line in page] for page in (first, after, skipped)] == [
        ["a", "b"],
        ["c", "d"],
        ["d"],
    ]


def test_neighbours_pass_over_what_is_filtered_out(path: Path) -> None:
    with project(path, *titled("motie", "verslag", "motie 2")) as store:
        assert store.reader.neighbours(3, LetterFilter("motie")) == (1, None)
        assert store.reader.neighbours(2, LetterFilter("motie")) == (1, 3)


def test_a_line_shows_date_and_sender_whatever_their_ids_are(path: Path) -> None:
    day = Field("verzonden", "date", {}, role="letter_date")
    unit = Field("eenheid", "text", {}, role="sender")
    group = Field("van", "group", {}, parts=(unit,))
    old = replace(day, id="letter_date", retired=True)
    values = [
        Value("d", "verzonden", 0, "2026-03-02", "2 maart"),
        Value("o", "letter_date", 0, "2020-01-01", "1 januari"),
        Value("s", "van.eenheid", 0, "", "De minister"),
    ]
    made = replace(letter(), values={row.uid: row for row in values})
    with Store.create(path, Codebook("c", {}, (), (old, day, group)), "jan") as store:
        store.do(lambda conn: add_letters(conn, [added(made)]))
        [line] = store.reader.letters_page()
    assert (line.date, line.sender, line.suspects_left) == ("2026-03-02", "De minister", None)


def test_an_index_tells_which_letters_have_suspects_left(filtered: Store) -> None:
    with closing(sqlite3.connect(filtered.path)) as conn:
        plan = conn.execute(
            "EXPLAIN QUERY PLAN SELECT letter_id FROM suspect_cache WHERE suspects_left > 0"
        ).fetchall()
    assert "INDEX suspect_cache_left" in plan[0][3]


def test_a_sign_that_is_written_as_two_is_found(path: Path) -> None:
    with project(path, *titled("STRASSE", "Straße", "Weg")) as store:
        assert found(store, "straße") == ["STRASSE", "Straße"]


def test_so_many_ids_and_no_more(filtered: Store) -> None:
    assert filtered.reader.letter_ids(LetterFilter(field="subject"), most=5) == [1]
    assert len(filtered.reader.letter_ids(most=2)) == 2


def test_the_place_of_a_letter_in_the_list(filtered: Store) -> None:
    ids = filtered.reader.letter_ids()
    assert [filtered.reader.letter_place(letter_id) for letter_id in ids] == [0, 1, 2]
    assert filtered.reader.letter_place(2, LetterFilter(tag="country")) == 0
    assert filtered.reader.letter_place(1, LetterFilter(tag="country")) is None
    assert filtered.reader.letter_place(99) is None
