"""A folded text finds its way back exactly, whatever vanishes or grows in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import Span
from annotator.search.finding import Find, plain_finder
from annotator.search.folding import Likeness, fold

LETTERS = "aeioAEIO" + "éèêëÉïôöçñ" + "ßﬁﬀæÆœĳøſİΣςσ" + "\u00ad\u0301\u0308" + " \n-s.f"
texts = st.text(alphabet=LETTERS, max_size=40)
likenesses = st.builds(Likeness, st.booleans(), st.booleans(), st.booleans(), st.just(False))


def pieces(text: str, likeness: Likeness) -> list[tuple[str, Span]]:
    """Fold character by character: what each becomes, and where it stands."""
    return [(fold(character, likeness).text, Span(n, n + 1)) for n, character in enumerate(text)]


def brute_force(text: str, wanted: str, likeness: Likeness) -> list[Span]:
    """Find whole characters whose folded text is what is wanted, the leftmost first."""
    folded, found, at = pieces(text, likeness), [], 0
    while at < len(text):
        end = at
        while end < len(text) and len("".join(p for p, _ in folded[at:end])) < len(wanted):
            end += 1
        if folded[at][0] and "".join(p for p, _ in folded[at:end]) == wanted:
            while likeness.ignore_accents and end < len(text) and unicodedata.combining(text[end]):
                end += 1
            found.append(Span(at, end))
            at = end
        else:
            at += 1
    return found


@given(texts, likenesses)
def test_a_folded_text_is_its_folded_characters(text: str, likeness: Likeness) -> None:
    assert fold(text, likeness).text == "".join(piece for piece, _ in pieces(text, likeness))


@given(texts, st.data(), likenesses)
def test_a_piece_of_the_folded_text_is_found_where_it_stands(
    text: str, data: st.DataObject, likeness: Likeness
) -> None:
    folded = fold(text, likeness)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.original(start, end)
    if span is not None and start < end:
        assert fold(text[span.start : span.end], likeness).text == folded.text[start:end]


@given(texts, st.text(alphabet=LETTERS.replace(" ", "").replace("\n", ""), min_size=1, max_size=3))
def test_finding_is_looking_at_every_place(text: str, wanted: str) -> None:
    likeness = Likeness()
    folded = fold(wanted, likeness).text
    found = [
        span for span in plain_finder(Find(wanted)).find(text) if "\n" not in text[span.start : span.end]
    ]
    expected = brute_force(text, folded, likeness) if folded else []
    if not any(len(piece) > 1 for piece, _ in pieces(text, likeness)):
        assert found == expected
    for span in found:
        assert fold(text[span.start : span.end], likeness).text == folded


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("coordinatie", "de Coördinatie van", ["Coördinatie"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("straße", "Die Strasse", ["Strasse"]),
        ("fi", "een oﬁciële ﬁets", ["ﬁ", "ﬁ"]),
        ("verplichtingen", "de verplich-\ntingen aan", ["verplich-\ntingen"]),
        ("verplichtingen", "de verplich\u00adtingen aan", ["verplich\u00adtingen"]),
        ("de minister", "sprak de\nminister van", ["de\nminister"]),
        ("de minister", "sprak de  \u00a0minister van", ["de  \u00a0minister"]),
        ("de minister", "sprak de\n\nminister van", []),
        ("een", "e\u0301en", ["e\u0301en"]),
        ("generaal", "secretaris-\ngeneraal", ["generaal"]),
        ("secretarisgeneraal", "secretaris-\ngeneraal", ["secretaris-\ngeneraal"]),
        ("ΟΔΟΣ", "οδος", ["οδος"]),
    ],
)
def test_what_is_found(wanted: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in plain_finder(Find(wanted)).find(text)] == found


def test_with_accents_kept_they_count() -> None:
    finder = plain_finder(Find("belgie", ignore_accents=False))
    assert finder.find("België Belgie BELGIE") == [Span(7, 13), Span(14, 20)]


def test_case_counts_where_it_is_asked_for() -> None:
    assert plain_finder(Find("Irak", match_case=True)).find("irak Irak IRAK") == [Span(5, 9)]


def test_a_whole_word_has_no_letter_beside_it() -> None:
    finder = plain_finder(Find("motie", whole_word=True))
    assert finder.find("moties motie emotie motie¹ motie-Jansen") == [Span(7, 12), Span(20, 25), Span(27, 32)]


def test_a_whole_word_may_be_a_sign() -> None:
    assert plain_finder(Find("§", whole_word=True)).find("a§b") == [Span(1, 2)]


def test_an_accent_on_a_letter_that_is_like_another() -> None:
    assert fold("Ǿ ǿ Ǽ ǽ", Likeness()).text == "o o ae ae"
    assert fold("ǿ", Likeness(ligatures=False)).text == "ø"
