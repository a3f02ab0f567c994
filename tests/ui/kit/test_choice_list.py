from __future__ import annotations

import pytest

from annotator.ui.kit.choice_list import different_part


@pytest.mark.parametrize(
    ("reading", "text", "part"),
    [
        ("gecoordineerd", "gecoördineerd", "ö"),
        ("Belgié", "België", "ë"),
        ("Italig", "Italië", "ë"),
        ("verplich-\ntingen", "verplichtingen", ""),
        ("Il", "aan", ""),
        ("huis", "huis", ""),
        ("huis", "huizen", "zen"),
        ("aa", "aaa", "a"),
    ],
)
def test_finds_what_differs(reading: str, text: str, part: str) -> None:
    start, end = different_part(reading, text)
    assert text[start:end] == part


def test_keeps_a_combining_mark_with_its_letter() -> None:
    start, end = different_part("x\u0301abcd", "x\u0302abcd")
    assert "x\u0302abcd"[start:end] == "x\u0302"
