"""Sentences that a file keeps in older words are said in those of today."""

from __future__ import annotations

import re

import pytest

from annotator.core.messages import fill
from annotator.core.reworded import REWORDED, as_said_now


def test_a_sentence_of_before_is_the_one_of_now() -> None:
    assert as_said_now("Confirm {n} passages") == "Confirm {n:passage|passages}"
    assert as_said_now("Undo") == "Undo"


@pytest.mark.parametrize(("old", "new"), REWORDED)
def test_it_asks_for_nothing_that_was_not_kept(old: str, new: str) -> None:
    kept = set(re.findall(r"\{(\w+)", old))
    assert set(re.findall(r"\{(\w+)[:}]", new)) == kept
    assert "|" not in fill(new, dict.fromkeys(kept, 1))
