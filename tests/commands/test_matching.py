"""Finding by a few letters."""

from __future__ import annotations

import pytest

from annotator.commands.matching import match


def found(wanted: str, text: str) -> str | None:
    """Return the text with what was found in brackets; None where nothing was."""
    matched = match(wanted, text)
    if matched is None:
        return None
    for start, end in reversed(matched.spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("wanted", "text", "shown"),
    [
        ("und", "Undo", "[Und]o"),
        ("BRIEF", "Volgende brief", "Volgende [brief]"),
        ("brief volg", "Volgende brief", "[Volg]ende [brief]"),
        ("dnl", "Done, next letter", "[D]one, [n]ext [l]etter"),
        ("cooperatie", "Coöperatie in Irak", "[Coöperatie] in Irak"),
        ("coöp", "Cooperatie", "[Coop]eratie"),
        ("zkvr", "zoek verder", "[z]oe[k] [v]e[r]der"),
        ("raken", "afspraken", "afsp[raken]"),
        ("verslag 2021", "Verslag van 12 oktober 2021", "[Verslag] van 12 oktober [2021]"),
    ],
)
def test_finds(wanted: str, text: str, shown: str) -> None:
    assert found(wanted, text) == shown


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("undx", "Undo"),
        ("brief irak", "Een brief"),
        ("ez", "Een lange regel"),
        ("zz", "zoek"),
        ("abc", "a" + "x" * 40 + "bc"),
    ],
)
def test_does_not_find(wanted: str, text: str) -> None:
    assert found(wanted, text) is None


def test_the_places_are_those_of_the_text_as_it_is() -> None:
    # İ folds to two characters in one step, ß upper-cases to two: neither may shift what stands behind it.
    assert found("irak", "İß Irak") == "İß [Irak]"


@pytest.mark.parametrize(
    ("wanted", "better", "worse"),
    [
        ("tag", "Tag as country", "Remove the tag"),
        ("letter", "Next letter", "Newsletters"),
        ("sec", "Next section", "Start a section here with a long name"),
        ("nl", "Next letter", "Confirm only later"),
    ],
)
def test_the_better_one_comes_first(wanted: str, better: str, worse: str) -> None:
    one, other = match(wanted, better), match(wanted, worse)
    assert one is not None and (other is None or one.score > other.score)
