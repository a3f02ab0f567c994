from __future__ import annotations

import pytest

from annotator.ui.widgets.choice_list import different_parts


@pytest.mark.parametrize(
    ("reading", "text", "parts"),
    [
        ("gecoordineerd", "gecoördineerd", ["ö"]),
        ("gecoordineerd", "gecoördineerde", ["ö", "e"]),
        ("Belgié", "België", ["ë"]),
        ("verplich-\ntingen", "verplichtingen", []),
        ("Il", "aan", []),
        ("huis", "huis", []),
        ("huis", "huizen", ["zen"]),
    ],
)
def test_finds_what_differs(reading: str, text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in different_parts(reading, text)] == parts


def test_keeps_a_combining_mark_with_its_letter() -> None:
    ((start, end),) = different_parts("x\u0301abcd", "x\u0302abcd")
    assert "x\u0302abcd"[start:end] == "x\u0302"
