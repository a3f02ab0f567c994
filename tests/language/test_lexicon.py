"""The words of the language: how usual they are, and in which form."""

from __future__ import annotations

from annotator.language.lexicon import Lexicon


def test_name_in_lower_case_lacks_its_capital(lexicon: Lexicon) -> None:
    assert lexicon.lacks_capital("italië")


def test_usual_form_has_the_capital(lexicon: Lexicon) -> None:
    assert lexicon.usual_form("belgië") == "België"
