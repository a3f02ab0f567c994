"""Places on the page and in the text: the same words, whatever was corrected."""

from __future__ import annotations

import re

from annotator.core import history, operations
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.text import Span
from annotator.pages.places import Box, PageMarks, PagePlaces, PageWords

STAMP = Stamp("jan", "2026-01-01T00:00:00.000Z")
OCR = "De Minister van Belgié heeft de verplich-\ntingen aan Irak\n\nnagekomen. Slot\nTweede pagina"
SECOND_PAGE = OCR.index("Tweede")


def layouts() -> list[PageLayout]:
    """Lay each word of OCR out: ten points a character, twenty a line, from 50, 100."""
    pages: list[list[WordBox]] = [[], []]
    line_start, line = 0, 0
    for match in re.finditer(r"\S+|\n", OCR):
        if match.group() == "\n":
            line_start, line = match.end(), line + 1
            continue
        page = match.start() >= SECOND_PAGE
        left, top = 50 + 10 * (match.start() - line_start), 100 + 20 * (line - 4 * page)
        box = (left, top, left + 10 * len(match.group()), top + 12)
        pages[page].append(WordBox(match.start(), match.end(), *box))
    return [PageLayout(n + 1, n, 600, 800, tuple(words)) for n, words in enumerate(pages)]


WORDS = PageWords(layouts())


def letter() -> Letter:
    return new_letter(OCR, (0, SECOND_PAGE), "brief", STAMP)


def corrected(old: Letter, before: str, after: str) -> Letter:
    start = old.text.index(before)
    correction = Correction(start, start + len(before), before, after)
    return history.apply(old, operations.correct(old, (correction,), STAMP))


def places(of: Letter) -> PagePlaces:
    return PagePlaces(WORDS, of)


def span(of: Letter, words: str) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words))


def printed(boxes: tuple[Box, ...]) -> list[str]:
    """Return what stands on paper in each box."""
    found = []
    for box in boxes:
        inside = [
            OCR[word.start : word.end]
            for word in layouts()[box.page].words
            if word.left >= box.left and word.right <= box.right and box.top <= word.top < box.bottom
        ]
        found.append(" ".join(inside))
    return found


def test_a_word_has_its_box() -> None:
    assert places(letter()).boxes(span(letter(), "Minister")) == (Box(0, 80, 100, 160, 112),)


def test_a_word_without_its_comma_still_has_its_box() -> None:
    assert printed(places(letter()).boxes(span(letter(), "nagekomen"))) == ["nagekomen."]


def test_words_of_one_line_are_one_box_and_of_two_lines_two() -> None:
    assert printed(places(letter()).boxes(span(letter(), "heeft de verplich-\ntingen aan"))) == [
        "heeft de verplich-",
        "tingen aan",
    ]


def test_a_corrected_word_marks_what_stands_on_paper() -> None:
    now = corrected(letter(), "Belgié", "België")
    assert printed(places(now).boxes(span(now, "België"))) == ["Belgié"]


def test_words_behind_a_correction_keep_their_boxes() -> None:
    now = corrected(letter(), "Belgié", "het Koninkrijk België")
    assert printed(places(now).boxes(span(now, "heeft"))) == ["heeft"]
    assert printed(places(now).boxes(span(now, "pagina"))) == ["pagina"]


def test_a_joined_word_marks_both_its_halves() -> None:
    now = corrected(letter(), "verplich-\ntingen aan", "verplichtingen\naan")
    assert printed(places(now).boxes(span(now, "verplichtingen"))) == ["verplich-", "tingen"]


def test_what_moved_along_with_a_join_marks_itself_alone() -> None:
    now = corrected(letter(), "verplich-\ntingen aan", "verplichtingen\naan")
    assert printed(places(now).boxes(span(now, "aan"))) == ["aan"]


def test_an_inserted_word_marks_nothing() -> None:
    now = corrected(letter(), "aan Irak", "aan heel Irak")
    assert places(now).boxes(span(now, "heel")) == ()
    assert printed(places(now).boxes(span(now, "Irak"))) == ["Irak"]


def test_a_split_word_marks_the_whole_of_it() -> None:
    now = corrected(letter(), "Minister", "Mini ster")
    assert printed(places(now).boxes(span(now, "ster"))) == ["Minister"]


def test_the_caret_marks_its_line_on_paper_and_its_word() -> None:
    marks = places(letter()).marks_at(letter().text.index("Irak") + 2)
    assert printed(marks.line) == ["tingen aan Irak"]
    assert printed(marks.words) == ["Irak"]


def test_a_caret_behind_a_join_marks_the_line_of_paper_that_its_word_stands_on() -> None:
    now = corrected(letter(), "verplich-\ntingen aan", "verplichtingen\naan")
    assert printed(places(now).marks_at(now.text.index("aan Irak") + 1).line) == ["tingen aan Irak"]


def test_a_blank_line_marks_nothing_and_is_near_the_line_before() -> None:
    now = letter()
    blank = now.text.index("\n\n") + 1
    assert places(now).marks_at(blank) == PageMarks()
    near = places(now).nearest(blank)
    assert near is not None and printed((near,)) == ["Irak"]


def test_lines_that_the_ocr_took_together_are_marked_one_by_one() -> None:
    text = OCR.replace("\n", " ")
    now = new_letter(text, (0,), "brief", STAMP)
    assert printed(places(now).line_at(text.index("tingen"))) == ["tingen aan Irak"]


def test_a_click_on_a_word_gives_it() -> None:
    now = letter()
    assert places(now).span_near(0, 85, 105) == span(now, "Minister")


def test_a_click_on_a_corrected_word_gives_what_became_of_it() -> None:
    now = corrected(letter(), "Belgié", "het Koninkrijk België")
    found = places(now).span_near(0, 220, 105)
    assert found is not None and now.text[found.start : found.end] == "België"


def test_a_click_on_either_half_of_a_joined_word_gives_the_whole() -> None:
    now = corrected(letter(), "verplich-\ntingen aan", "verplichtingen\naan")
    for x, y in ((400, 105), (55, 125)):
        assert places(now).span_near(0, x, y) == span(now, "verplichtingen")
    assert places(now).span_near(0, 125, 125) == span(now, "aan")


def test_a_click_on_a_word_that_was_taken_out_gives_its_place() -> None:
    now = corrected(letter(), "van Belgié heeft", "van heeft")
    found = places(now).span_near(0, 220, 105)
    assert found is not None and found.start == found.end
    assert "van" in now.text[: found.start] and "heeft" in now.text[found.start :]


def test_a_click_far_from_any_word_gives_nothing() -> None:
    assert places(letter()).span_near(0, 300, 700) is None


def test_a_click_on_the_second_page_gives_its_word() -> None:
    assert places(letter()).span_near(1, 55, 105) == span(letter(), "Tweede")


def test_every_word_of_the_text_finds_itself_again_on_paper() -> None:
    now = corrected(letter(), "Belgié", "België")
    now = corrected(now, "verplich-\ntingen aan", "verplichtingen\naan")
    now = corrected(now, "nagekomen.", "na gekomen .")
    carried = places(now)
    for word in ("Minister", "België", "verplichtingen", "aan", "Irak", "Slot", "Tweede", "pagina"):
        box = carried.boxes(span(now, word))[0]
        assert carried.span_near(box.page, box.left + 1, box.top + 1) == span(now, word)
