"""The list of letters by tag, field, value and what is left to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.document import new_letter
from annotator.storage.letter_list import LetterFilter
from annotator.storage.store import Store
from annotator.storage.suspect_cache import save_suspects
from tests.storage.making import STAMP, letter, project, save, tagged


@pytest.fixture
def filtered(path: Path) -> Store:
    empty = new_letter(" \n", (0,), "Third", STAMP)
    store = project(path, letter(), letter("Belgié steunt\nde motie.\n", "Second"), empty)
    save(store, 1, {2: tagged(store.reader.letter(2), "motie", "p")})
    name = "Café België"
    value = operations.set_value(store.reader.letter(1), "subject", 0, name, name, None, STAMP)
    save(store, 2, {1: value})
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
