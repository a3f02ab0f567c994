"""File names are safe everywhere, whatever the title."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exporters.file_names import LONGEST, letter_file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Verslag NAVO", "0042-verslag-navo.txt"),
        ("Financiële   verplich\u00adtingen/België", "0042-financiele-verplichtingen-belgie.txt"),
        ("CON", "0042-con.txt"),
        ("../../etc/passwd\n", "0042-etc-passwd.txt"),
        ("Straße & Œuvre", "0042-strasse-oeuvre.txt"),
        ("日本", "0042.txt"),
        ("", "0042.txt"),
    ],
)
def test_the_name_is_made_from_the_title(title: str, name: str) -> None:
    assert letter_file_name(42, title, ".txt") == name


@given(st.integers(1, 10**7), st.text())
def test_any_title_gives_a_safe_name(letter_id: int, title: str) -> None:
    name = letter_file_name(letter_id, title, ".reflow.txt")
    assert re.fullmatch(r"[0-9]{4,}(-[a-z0-9]+)*\.reflow\.txt", name)
    assert len(name) <= LONGEST


def test_a_long_title_is_cut() -> None:
    assert len(letter_file_name(1, "woord " * 99, ".txt")) <= LONGEST
