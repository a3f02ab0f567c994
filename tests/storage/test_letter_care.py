"""What letters are called, and what was made of them."""

from __future__ import annotations

from annotator.core import operations
from annotator.core.document import About
from annotator.core.text import Span
from annotator.storage.letter_care import MadeOf
from annotator.storage.store import Store
from tests.storage.making import STAMP, corrected, save


def test_counts_what_an_analyst_made_and_no_proposals(store: Store) -> None:
    letter = store.reader.letter(1)
    save(store, 1, {1: corrected(letter, "Belgié", "België")})
    letter = store.reader.letter(1)
    at = letter.text.index("Jansen")
    save(store, 2, {1: operations.add_passage(Span(at, at + 6), "country", STAMP)})
    save(store, 3, {1: operations.set_value(letter, "subject", 0, "x", "x", None, STAMP)})
    # The first section of a letter is the program's proposal.
    assert store.reader.made_of([1]) == MadeOf(1, 1, 0, 1, 1, 0)


def test_letters_that_are_gone_count_for_nothing(store: Store) -> None:
    assert store.reader.made_of([99]) == MadeOf(0, 0, 0, 0, 0, 0)


def test_titles_of_letters(store: Store) -> None:
    assert store.reader.abouts([1, 99]) == {1: About("Letter", "todo", "")}
