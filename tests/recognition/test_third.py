"""Doubtful words are read a third time, by another model; two of three decide."""

from __future__ import annotations

from annotator.importers.layout.words import PageWord
from annotator.recognition.third import with_third


def word(
    text: str, left: float, confidence: float, others: tuple[str, ...] = (), top: float = 100.0
) -> PageWord:
    return PageWord(text, left, top, left + 30, top + 12, 12.0, confidence=confidence, others=others)


def test_what_the_second_and_the_third_reading_say_is_taken() -> None:
    (made,) = with_third([word("bnef", 10, 70, ("brief",))], lambda box: [word("brief", 11, 90)])
    assert (made.text, made.others) == ("brief", ("bnef",))
    assert made.confidence == 85


def test_what_the_third_reading_bears_out_is_surer() -> None:
    (made,) = with_third([word("brief", 10, 70, ("bnef",))], lambda box: [word("brief", 11, 90)])
    assert (made.text, made.others, made.confidence) == ("brief", ("bnef",), 85)


def test_what_the_third_reading_alone_says_is_one_more() -> None:
    (made,) = with_third([word("bnef", 10, 70, ("bref",))], lambda box: [word("brief", 11, 99)])
    assert (made.text, made.others, made.confidence) == ("bnef", ("bref", "brief"), 70)


def test_only_lines_with_a_doubtful_word_are_read_and_sure_words_left() -> None:
    words = [
        word("de", 10, 96),
        word("bnef", 50, 40),
        word("van", 10, 96, top=120),
        word("hem", 50, 96, top=120),
    ]
    boxes = []

    def read(box: tuple[float, float, float, float]) -> list[PageWord]:
        boxes.append(box)
        return [word("te", 10, 99), word("brief", 50, 99)]

    made = with_third(words, read)
    assert [(one.text, one.others) for one in made] == [
        ("de", ()),
        ("bnef", ("brief",)),
        ("van", ()),
        ("hem", ()),
    ]
    (box,) = boxes
    assert box[0] < 10 and box[2] > 80 and box[1] < 100 and 112 < box[3] < 120


def test_the_most_doubtful_lines_are_read_and_no_more_than_twelve() -> None:
    words = [word("bnef", 10, 20 + n, top=100.0 + 20 * n) for n in range(20)]
    tops = []
    with_third(words, lambda box: tops.append(box[1]) or [])
    assert sorted(tops) == [97.0 + 20 * n for n in range(12)]
