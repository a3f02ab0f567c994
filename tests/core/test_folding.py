"""What is folded finds its way back, sign by sign."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.folding import capitalised, fold_signs, is_capitalised, joined, plain_signs, read_whole
from annotator.core.signs import LINE_END_HYPHENS
from annotator.core.text import Span

SIGNS = "ab I\u00ac~-\u00ad\u2011\u2e17\n\t\u00a0\u202f\u200b\ufeff\ufb01\ufb04\u0133\u0132"
texts = st.text(alphabet=SIGNS, max_size=30)


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = plain_signs(text)
    assert plain_signs(once) == once


@given(texts)
def test_what_is_folded_has_no_signs_that_say_the_same(text: str) -> None:
    assert re.search("[\t\u00a0\u202f\u200b\ufeff\ufb01\ufb04\u0133\u0132\u2011]", plain_signs(text)) is None


@given(texts, st.data())
def test_each_stretch_finds_its_way_back(text: str, data: st.DataObject) -> None:
    folded = fold_signs(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.around(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    whole = folded.original(start, end)
    if whole is not None:
        assert span == Span(whole.start, max(whole))
    if start < end:
        # Grown to whole characters: it says what was asked for, and no whole sign more.
        assert folded.place(span.start) <= start < end
        said = plain_signs(text[span.start : span.end])
        assert _without_hyphens(folded.text[start:end]) in _without_hyphens(said)


def _without_hyphens(text: str) -> str:
    # What becomes of these depends on what stands behind them.
    return re.sub(f"[~{LINE_END_HYPHENS}]", "", text)


@given(texts)
def test_every_place_has_one_in_the_folded_text(text: str) -> None:
    folded = fold_signs(text)
    places = [folded.place(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, len(folded.text))


def test_line_ends_and_broken_words_stay() -> None:
    assert plain_signs("verplich\u00ac \ntingen") == "verplich\u00ad \ntingen"
    assert plain_signs("verplich~\ntingen ~ a~\nB") == "verplich-\ntingen ~ a~\nB"
    assert plain_signs("co\u00adördi\u00ad\nnatie") == "coördi\u00ad\nnatie"


def test_a_value_is_read_whole() -> None:
    assert read_whole("verplich\u00ac\n  tingen\u00a0aan") == "verplichtingen aan"
    assert read_whole("2018\u00ad2019, secretaris-\ngeneraal") == "2018-2019, secretaris- generaal"
    assert joined("secretaris-\ngeneraal") == "secretarisgeneraal"


def test_ij_has_two_capitals() -> None:
    assert capitalised("ijzer") == "IJzer"
    assert capitalised("izer") == "Izer"
    assert is_capitalised("IJzer")
    assert not is_capitalised("IJZER")
