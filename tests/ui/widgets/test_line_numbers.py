from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import history, operations
from annotator.core.document import Stamp, new_letter
from annotator.core.history import Correction
from annotator.ui.widgets.line_numbers import LineNumbers

STAMP = Stamp("mv", "2026-01-01T10:00:00.000Z")
TEXT = "een\ntwee verplich-\ntingen aan\n\nbod vier\nvijf\n"


def edited(edits):
    letter = new_letter(TEXT, (0,), "Test", STAMP)
    for wanted, length, after in edits:
        start = min(wanted, len(letter.text))
        end = min(start + length, len(letter.text))
        correction = Correction(start, end, letter.text[start:end], after)
        letter = history.apply(letter, operations.correct(letter, (correction,), STAMP))
    return letter


def check(letter) -> None:
    numbers, places = letter.line_numbers(), LineNumbers(letter)
    found = [places.at(offset) for offset in range(len(letter.text) + 1)]
    assert found == [numbers[letter.text.count("\n", 0, n)] for n in range(len(letter.text) + 1)]


@pytest.mark.parametrize(
    "edits", [(), ((9, 20, "verplichtingen\naan"),), ((30, 1, ""),), ((0, 4, ""),), ((4, 0, "nieuw\n"),)]
)
def test_a_place_has_the_number_of_its_line(edits):
    check(edited(edits))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 8), st.text("ab \n", max_size=5)), max_size=5))
def test_so_it_is_after_any_edits(edits):
    check(edited(edits))
