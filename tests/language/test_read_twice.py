"""What a second reading says of a word: a suspect where it may be right, and a suggestion."""

from __future__ import annotations

from annotator.core.page_layout import WordReading
from annotator.language.interface import Reason, Suggestion, Suspect
from annotator.language.read_twice import with_readings
from annotator.language.reasons import READ_TWICE, READ_UNSURELY, sentence

WORDS = {"de", "brief", "brier", "van", "minister", "Noordzee", "noordzee", "2021"}
TEXT = "de brier, van mimster Noordzee"


def is_word(word: str) -> bool:
    return word in WORDS


def told(*read: WordReading, found=(), settled=(), right=()) -> list[Suspect]:
    return with_readings(TEXT, found, read, settled, is_word, right)


def test_another_word_at_the_place_of_a_word_that_was_read_unsurely_is_a_suspect() -> None:
    (suspect,) = told(WordReading(3, 9, 60, ("brief,",)))
    assert (suspect.start, suspect.end, suspect.text, suspect.kind) == (3, 8, "brier", "word")
    assert suspect.suggestions[0].text == "brief" and not suspect.suggestions[0].sure
    assert suspect.reason.code == READ_TWICE
    assert str(sentence(suspect.reason)) == "“brier” was read a second time: “brief”."


def test_what_is_no_word_and_was_read_as_one_is_nearly_surely_that() -> None:
    (suspect,) = told(WordReading(14, 21, 95, ("minister",)))
    assert suspect.text == "mimster" and suspect.suggestions[0].sure


def test_a_word_that_was_read_surely_and_one_that_became_none_are_no_suspects() -> None:
    assert told(WordReading(3, 9, 95, ("brief,",))) == []
    assert told(WordReading(3, 9, 60, ("brxef,",))) == []


def test_how_a_word_is_written_is_no_difference() -> None:
    assert told(WordReading(3, 9, 60, ("brier.",))) == []
    assert with_readings("tĳd", (), [WordReading(0, 3, 60, ("tijd",))], (), lambda word: True) == []


def test_a_word_that_nobody_was_sure_of_is_a_suspect_by_that() -> None:
    (suspect,) = told(WordReading(22, 30, 31, ()))
    assert suspect.text == "Noordzee" and suspect.suggestions == ()
    assert suspect.reason == Reason(READ_UNSURELY, {"reading": "Noordzee"})
    assert told(WordReading(22, 30, 45, ())) == []
    assert told(WordReading(22, 30, -1, ())) == []  # nobody said how sure


def test_a_suspect_gets_the_other_reading_in_front_where_only_that_is_a_word() -> None:
    engine = Suspect(
        14,
        21,
        "mimster",
        "word",
        Reason("not_a_word", {}),
        (Suggestion("meester", 0.7), Suggestion("x", 0.1)),
    )
    (suspect,) = told(WordReading(14, 21, 80, ("minister",)), found=[engine])
    assert [each.text for each in suspect.suggestions] == ["minister", "meester", "x"]
    assert suspect.suggestions[0].sure
    word = Suspect(3, 8, "brier", "word", Reason("rare", {}), (Suggestion("brier", 0.7),))
    (suspect,) = told(WordReading(3, 9, 80, ("brief,",)), found=[word])
    assert [each.text for each in suspect.suggestions] == ["brier", "brief"]


def test_a_suspect_across_words_stays_as_it_is() -> None:
    engine = Suspect(0, 8, "de brier", "space", Reason("run_together", {}))
    assert told(WordReading(3, 9, 10, ("brief,",)), found=[engine]) == [engine]


def test_what_is_settled_or_always_right_is_left_alone() -> None:
    read = WordReading(3, 9, 60, ("brief,",))
    assert told(read, settled=[(3, 8, "brier")]) == []
    assert told(read, settled=[(0, 30)]) == []
    assert told(read, right=("brier",)) == []


def test_suspects_stay_in_order() -> None:
    found = told(WordReading(14, 21, 60, ("minister",)), WordReading(3, 9, 60, ("brief,",)))
    assert [suspect.text for suspect in found] == ["brier", "mimster"]
