"""Misread words are read as they are meant, and what stands elsewhere is found in its place."""

from __future__ import annotations

import pytest

from annotator.structure.misread import Readings, Reread

WORDS = Readings(("kamer", "ontvangt", "voorzitter", "zeg", "generaal"))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("karner", "kamer"),
        ("ontvangl", "ontvangt"),
        ("onlvaugt", "ontvangt"),
        ("zcg", "zeg"),
        ("kamer", "kamer"),
        ("kamers", "kamers"),
        ("voorziter", "voorziter"),  # a sign is gone: only where few words are looked for
    ],
)
def test_signs_that_look_alike(read: str, meant: str) -> None:
    assert WORDS.read(read) == meant


def test_a_long_word_without_one_of_its_signs() -> None:
    assert WORDS.nearly("voorziter") == "voorzitter"
    assert WORDS.nearly("kamr") == "kamr"


def test_the_way_back() -> None:
    text = "De Voorziter van de Karner, die onlvangt"
    read = Reread(text, WORDS)
    assert read.text == "De voorzitter van de kamer, die ontvangt"
    for meant, there in (("voorzitter", "Voorziter"), ("kamer", "Karner"), ("die", "die")):
        at = read.text.index(meant)
        assert text[read.place(at) : read.place(at + len(meant))] == there
    assert read.place(len(read.text)) == len(text)
