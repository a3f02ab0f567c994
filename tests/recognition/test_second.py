"""Of two readings the surer one is taken, and the other one is kept beside it."""

from __future__ import annotations

from annotator.importers.layout.words import PageWord
from annotator.recognition.second import both


def word(text: str, left: float, right: float, confidence: float, top: float = 100.0) -> PageWord:
    return PageWord(text, left, top, right, top + 12, 12.0, confidence=confidence)


def test_where_both_agree_there_is_no_other_reading() -> None:
    (made,) = both([word("brief", 10, 40, 80)], [word("brief", 11, 41, 91)])
    assert made.text == "brief" and made.others == () and made.confidence == 91


def test_the_surer_reading_is_taken_whichever_it_is() -> None:
    first, second = (
        [word("bnef", 10, 40, 55), word("van", 50, 70, 90)],
        [
            word("brief", 11, 41, 91),
            word("vau", 50, 70, 40),
        ],
    )
    made = both(first, second)
    assert [(one.text, one.others) for one in made] == [("brief", ("bnef",)), ("van", ("vau",))]
    assert made[0].confidence == 91
    assert made[0].left == 10  # the box is that of the better picture


def test_a_word_that_the_second_reading_parts_has_that_as_its_other_reading() -> None:
    (made,) = both([word("dehet", 10, 60, 50)], [word("de", 10, 25, 99), word("het", 32, 60, 99)])
    assert made.text == "dehet" and made.others == ("de het",)


def test_words_that_the_second_reading_joins_stay_as_they_are() -> None:
    first = [word("de", 10, 25, 50), word("het", 32, 60, 50)]
    assert both(first, [word("dehet", 10, 60, 99)]) == first


def test_words_of_other_lines_and_none_at_all_say_nothing() -> None:
    first = [word("brief", 10, 40, 50)]
    assert both(first, [word("ander", 10, 40, 99, top=120)]) == first
    assert both(first, []) == first
    assert both([], first) == []
