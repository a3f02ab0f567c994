"""What a project learnt, as a table and as a file."""

from __future__ import annotations

import pytest

from annotator.core.user_errors import UserError
from annotator.language.interface import LearntState
from annotator.language.learnt_table import LearntConfusion, confusions, from_file, merged, to_file

STATE = LearntState(
    ("Bruis",),
    (("Belgié", "België", "word", 3), ("Italié", "Italië", "word", 1), ("T", "¹", "mark", 2)),
    (("café", "cafë", 1),),
)


def test_confusions_are_counted_over_all_words() -> None:
    (row,) = confusions(STATE)
    assert row == LearntConfusion("é", "ë", 4, 1)
    assert row.share == 0.8


def test_a_file_brings_the_state_back() -> None:
    assert from_file(to_file(STATE), "x.json") == STATE


@pytest.mark.parametrize(
    "source", ["", "[]", '{"words": []}', '{"format": "kanttekening-learnt-1", "words": 3}']
)
def test_another_file_is_refused_by_name(source: str) -> None:
    with pytest.raises(UserError) as raised:
        from_file(source, "other.json")
    assert "other.json" in str(raised.value.message)


def test_two_states_are_added_up() -> None:
    both = merged(STATE, LearntState(("Kust",), (("Belgié", "België", "word", 2),), ()))
    assert both.words == ("Bruis", "Kust")
    assert ("Belgié", "België", "word", 5) in both.corrections
