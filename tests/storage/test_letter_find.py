"""Finding letters by their title, source, and values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.storage.store import Store
from tests.storage.making import STAMP, letter, project, save

TITLES = ("Voortgang Kustwacht", "De kustwacht in 2021", "Coöperatie 100%", "Iets anders")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = project(tmp_path / "P.kant", *(letter(title=title) for title in TITLES))
    first = made.reader.letter(4)
    save(
        made,
        1,
        {4: operations.set_value(first, "letter_date", 0, "2020-10-22", "22 oktober 2020", None, STAMP)},
    )
    yield made
    made.close(abandon=True)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("kustwacht", ["Voortgang Kustwacht", "De kustwacht in 2021"]),
        ("de", ["De kustwacht in 2021", "Iets anders"]),
        ("kustwacht 2021", ["De kustwacht in 2021"]),
        ("cooperatie", ["Coöperatie 100%"]),
        ("coöp", ["Coöperatie 100%"]),
        ("0%", ["Coöperatie 100%"]),
        ("2020-10-22", ["Iets anders"]),
        ("iets 22", ["Iets anders"]),
        ("nergens", []),
        ("brief.txt kustw", ["Voortgang Kustwacht", "De kustwacht in 2021"]),
        ("", list(TITLES)),
    ],
)
def test_every_word_is_looked_for_and_titles_that_begin_so_come_first(
    store: Store, words: str, titles: list[str]
) -> None:
    assert [line.title for line in store.reader.find_letters(words.split(), ("letter_date",))] == titles


def test_no_more_than_asked_for(store: Store) -> None:
    assert len(store.reader.find_letters([], (), 2)) == 2


def test_lines_of_letters_come_in_the_order_of_their_ids_without_those_that_are_gone(store: Store) -> None:
    assert [line.id for line in store.reader.letter_lines([3, 99, 1])] == [3, 1]
