"""What a second reading of a scan makes of suspects: new ones, suggestions, and weak ones that go."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from annotator.core.page_layout import WordReading
from annotator.language.interface import Reason, Suggestion, Suspect
from annotator.language.read_twice import with_readings

WORDS = frozenset(
    [
        "in",
        "de",
        "zie",
        "het",
        "ook",
        "of",
        "relatief",
        "relatiefjonge",
        "jonge",
        "een",
        "gevolg",
        "gevolgen",
        "flink",
        "funk",
        "2014",
    ]
)


def is_word(word: str) -> bool:
    return word.casefold() in WORDS or not any(sign.isalpha() for sign in word)


def look(text: str, word: str, other: str, sure: float) -> WordReading:
    start = text.index(word)
    return WordReading(start, start + len(word), -1.0, (other,) if other else (), sure)


def doubted(text: str, word: str, *suggestions: tuple[str, float], kind: str = "word") -> Suspect:
    start = text.index(word)
    told = tuple(Suggestion(*each) for each in suggestions)
    return Suspect(start, start + len(word), word, kind, Reason("rare", {"reading": word}), told)


def found_in(text: str, found: Sequence[Suspect], *read: WordReading) -> list[tuple[str, str]]:
    made = with_readings(text, found, read, (), is_word)
    return [(s.text, s.suggestions[0].text if s.suggestions else "") for s in made]


@pytest.mark.parametrize(
    ("word", "other", "sure", "is_told"),
    [
        ("gevoig", "gevolg", 90.0, True),  # no word, read surely as one
        ("gevoig", "gevolg", 80.0, False),
        ("funk", "flink", 96.0, True),  # both are words: only where the second reading is very sure
        ("funk", "flink", 92.0, False),
        ("gevolg", "gevoig", 97.0, False),  # what was read again is no word
        ("ook", "Ook", 97.0, False),  # a capital alone tells nothing
        ("in", "in de", 97.0, False),  # words more
        ("relatiefjonge", "relatief jonge", 93.0, True),  # a gap
        ("relatief jonge", "relatiefjonge", 93.0, False),  # words as they are
        ("13", "113", 97.0, False),  # numbers: the line of a table is read as 1
        ("10°k", "10%", 96.0, True),
        ("gevoig", "| gevolg", 95.0, True),  # a line of a table beside it
    ],
)
def test_a_second_reading_alone_makes_a_suspect(word: str, other: str, sure: float, is_told: bool) -> None:
    text = f"zie {word} of"
    told = found_in(text, [], look(text, word, other, sure))
    assert told == ([(word, other.replace("| ", ""))] if is_told else [])


def test_a_sure_second_reading_stands_before_other_suggestions() -> None:
    text = "zie 00k het"
    suspect = doubted(text, "00k", ("oak", 0.95))
    assert found_in(text, [suspect], look(text, "00k", "ook", 96.0)) == [("00k", "ook")]
    assert found_in(text, [suspect], look(text, "00k", "ook", 60.0)) == [("00k", "oak")]


def test_a_sentence_begins_with_a_capital() -> None:
    text = "zie het. 00k het"
    assert found_in(text, [doubted(text, "00k")], look(text, "00k", "ook", 96.0)) == [("00k", "Ook")]


def test_a_weak_reason_is_outdone_where_both_read_the_same() -> None:
    text = "zie Wtt of"
    weak, strong = doubted(text, "Wtt", ("Wft", 0.5)), doubted(text, "Wtt", ("Wft", 0.95))
    mark = doubted(text, "Wtt", ("W²", 0.5), kind="mark")  # it reads no marks
    same = look(text, "Wtt", "", 92.0)
    assert found_in(text, [weak], same) == []
    assert found_in(text, [strong], same) == [("Wtt", "Wft")]
    assert found_in(text, [mark], same) == [("Wtt", "W²")]
    assert found_in(text, [weak], look(text, "Wtt", "", 70.0)) == [("Wtt", "Wft")]
    assert found_in(text, [weak]) == [("Wtt", "Wft")]


def test_many_readings_find_the_suspects_that_they_meet() -> None:
    words = [f"woord{n}" for n in range(3_000)]
    text = " ".join(words)
    suspects, looks, at = list[Suspect](), list[WordReading](), 0
    for word in words:
        suspects.append(Suspect(at, at + len(word), word, "word", Reason("rare", {}), ()))
        looks.append(WordReading(at, at + len(word), -1.0, (), 95.0))
        at += len(word) + 1
    assert with_readings(text, suspects, looks[1:], (), is_word) == suspects[:1]
