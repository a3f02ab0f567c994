"""What a model sees of a sentence."""

from __future__ import annotations

import pytest

from annotator.structure.tags.features import features, rough_sentences


def numbers(text: str, place: float = 0.5) -> set[int]:
    return {feature.number for feature in features(text, place)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vóór de zomer", "voor de zomer"),
        ("de verplich-\ntingen blijven", "de verplichtingen blijven"),
        ("op 3 mei 2021", "op 14 mei 1999"),
    ],
)
def test_the_same_said_otherwise_shows_the_same(one: str, other: str) -> None:
    assert numbers(one) == numbers(other)


def test_inflections_share_a_feature() -> None:
    assert len(numbers("geëvalueerd") & numbers("geëvalueerde")) > len(numbers("geld") & numbers("gebouwd"))


def test_words_pairs_and_phrases_say_what_shows_them() -> None:
    shown = {each.words for each in features("De Raad steunt", 0)}
    assert {"de", "raad", "de raad", "de raad steunt"} <= shown


def test_the_place_in_the_letter_shows() -> None:
    assert numbers("De Raad", 0.0) != numbers("De Raad", 0.9)


def test_sentences_end_at_stops_and_blank_lines() -> None:
    text = "Een kop\n\nDe eerste zin.\nDe tweede gaat\nover een regel.  Slot"
    found = [" ".join(text[start:end].split()) for start, end in rough_sentences(text)]
    assert found == ["Een kop", "De eerste zin.", "De tweede gaat over een regel.", "Slot"]
