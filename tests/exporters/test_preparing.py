"""Letters before a format gets them: without proposals, with other names for analysts."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.document import Passage, Section, Value
from annotator.exporters.preparing import NAMES_LEFT_OUT, PSEUDONYMS, Names, confirmed_only
from tests.storage.making import letter


def test_proposals_are_left_out_and_all_else_stays() -> None:
    one = replace(
        letter(),
        passages={"a": Passage("a", "t", state="proposed"), "b": Passage("b", "t")},
        sections={"c": Section("c", state="proposed"), "d": Section("d")},
        values={"e": Value("e", "f", 0, "1", "1", state="proposed"), "g": Value("g", "f", 1, "2", "2")},
    )
    kept = confirmed_only(one)
    assert (set(kept.passages), set(kept.sections), set(kept.values)) == ({"b"}, {"d"}, {"g"})
    assert kept.text == one.text


def test_an_analyst_has_the_same_pseudonym_in_all_letters() -> None:
    names = Names(PSEUDONYMS, "analist")
    first = replace(
        letter(), passages={"a": Passage("a", "t", analyst="jan"), "b": Passage("b", "t", analyst="els")}
    )
    second = replace(letter(), passages={"c": Passage("c", "t", analyst="els"), "d": Passage("d", "t")})
    assert [row.analyst for row in names.letter(first).passages.values()] == ["analist 1", "analist 2"]
    assert [row.analyst for row in names.letter(second).passages.values()] == ["analist 2", ""]


def test_names_can_be_left_out() -> None:
    one = replace(letter(), sections={"a": Section("a", analyst="jan")})
    assert [row.analyst for row in Names(NAMES_LEFT_OUT, "").letter(one).sections.values()] == [""]
