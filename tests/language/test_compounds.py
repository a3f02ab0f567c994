"""Compounds that no list has."""

from __future__ import annotations

import pytest

from annotator.language.compounds import split_compound
from annotator.language.lexicon import Lexicon


def test_compound_with_a_link_is_split(lexicon: Lexicon) -> None:
    assert split_compound("veiligheidsinstituties", lexicon.weight) == ("veiligheids", "instituties")


@pytest.mark.parametrize("word", ["inschattingwordt", "dezeregeling", "kort", "veiligheidsinstitutlies"])
def test_what_is_no_compound_is_not_split(lexicon: Lexicon, word: str) -> None:
    assert split_compound(word, lexicon.weight) is None
