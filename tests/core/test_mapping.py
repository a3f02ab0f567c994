"""The corrections that other tools damage tags with, one by one."""

import pytest

from annotator.core import history, operations
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction, Hunk
from annotator.core.mapping import Mapper
from annotator.core.text import Span, normalise
from annotator.core.typing_run import TypingRun
from annotator.core.worddiff import hunks_of

STAMP = Stamp("tester", "2026-01-01T00:00:00.000Z")


def tagged(raw: str, words: str) -> Letter:
    """Return a letter with the passage `p` on the given words."""
    text = normalise(raw)
    letter = new_letter(text.text, text.page_starts, "letter", STAMP)
    start = letter.text.index(words)
    return history.apply(letter, operations.add_passage(Span(start, start + len(words)), "tag", STAMP, "p"))


def corrected(letter: Letter, before: str, after: str) -> Letter:
    start = letter.text.index(before)
    correction = Correction(start, start + len(before), before, after, "word", "suggestion")
    return history.apply(letter, operations.correct(letter, (correction,), STAMP))


def typed(letter: Letter, *edits: tuple[int, int, str]) -> Letter:
    run = TypingRun(letter)
    for start, end, after in edits:
        assert run.takes(start, end)
        run.edit(start, end, after)
    return history.apply(letter, operations.correct(letter, (run.correction,), STAMP))


def keys(start: int, word: str) -> list[tuple[int, int, str]]:
    return [(start + i, start + i, key) for i, key in enumerate(word)]


def test_selected_and_typed_over_key_by_key() -> None:
    letter = tagged("het Belgié van nu", "Belgié")
    assert typed(letter, (4, 10, "B"), *keys(5, "elgië")).quote("p") == "België"


def test_last_letter_deleted_and_typed() -> None:
    letter = tagged("het Belgié van nu", "Belgié")
    assert typed(letter, (9, 10, ""), (9, 9, "ë")).quote("p") == "België"


def test_deleted_then_typed_at_once() -> None:
    letter = tagged("het Belgié van nu", "Belgié")
    deleted = [(i, i + 1, "") for i in range(9, 3, -1)]
    assert typed(letter, *deleted, *keys(4, "België")).quote("p") == "België"


def test_deleted_and_typed_after_a_pause() -> None:
    letter = typed(tagged("het Belgié van nu", "Belgié"), (4, 10, ""))
    assert typed(letter, *keys(4, "België")).quote("p") == "België"


def test_first_letter_overwritten_of_two_words() -> None:
    letter = tagged("een substantiélere bijdrage", "substantiélere bijdrage")
    assert typed(letter, (4, 5, "S")).quote("p") == "Substantiélere bijdrage"


def test_another_word_pasted_over_it() -> None:
    assert corrected(tagged("het Belgié van nu", "Belgié"), "Belgié", "Duitsland").quote("p") == "Duitsland"


def test_several_words_pasted_over_it() -> None:
    letter = corrected(tagged("het Belgié van nu", "Belgié"), "Belgié", "grote Duitsland")
    assert letter.quote("p") == "grote Duitsland"


def test_lost_letter_comes_back() -> None:
    assert corrected(tagged("in Sloveni, en", "Sloveni"), "Sloveni", "Slovenië").quote("p") == "Slovenië"


def test_lost_letter_typed_at_the_end() -> None:
    assert typed(tagged("in Sloveni, en", "Sloveni"), (10, 10, "ë")).quote("p") == "Slovenië"


def test_unchanged_word_inside_a_corrected_stretch() -> None:
    stretch = "gecoordineerd door Irak en financiéle"
    letter = tagged(f"het {stretch} deel", "Irak")
    after = corrected(letter, stretch, "gecoördineerd door Irak en financiële")
    assert after.quote("p") == "Irak"


def test_deleted_stretch_undone() -> None:
    letter = tagged("het deel van Belgié is nu", "Belgié")
    delta = operations.correct(letter, (Correction(9, 22, "van Belgié is", ""),), STAMP)
    deleted = history.apply(letter, delta)
    assert deleted.spans["p"] == Span(9, 9)
    assert history.apply(deleted, delta.inverse()) == letter


@pytest.mark.parametrize("before", ["dé", "😀", "een 😀"])
def test_emoji_before_a_tag(before: str) -> None:
    letter = tagged("dé een 😀 kop; de motie Jansen", "motie Jansen")
    assert corrected(letter, before, "de eerste").quote("p") == "motie Jansen"


def test_broken_word_joined_over_a_page_end() -> None:
    letter = tagged("scala aan veiligheidsin-\f stituties dan enkel\ndit", "veiligheidsin-")
    joined = corrected(letter, "veiligheidsin-\n stituties ", "veiligheidsinstituties\n")
    assert joined.quote("p") == "veiligheidsinstituties"
    assert joined.text[joined.points["page:2"] :] == "dan enkel\ndit"


def test_second_half_of_a_broken_word_takes_the_whole() -> None:
    letter = tagged("geen verplich-\ntingen aan nu", "tingen aan")
    joined = corrected(letter, "verplich-\ntingen ", "verplichtingen\n")
    assert joined.quote("p") == "verplichtingen\naan"


def test_text_typed_behind_a_tag_stays_outside() -> None:
    letter = tagged("het Belgié van nu", "Belgié")
    assert typed(letter, *keys(10, " en Italië")).quote("p") == "Belgié"


def test_text_typed_before_a_tag_stays_outside() -> None:
    letter = tagged("het Belgié van nu", "Belgié")
    assert typed(letter, *keys(4, "hele ")).quote("p") == "Belgié"


def test_words_typed_on_behind_a_corrected_letter_stay_outside() -> None:
    letter = tagged("het Belgié van nu", "Belgié")
    assert typed(letter, (9, 10, ""), *keys(9, "ë en Italië")).quote("p") == "België"


def test_comma_that_the_ocr_lost_stays_outside() -> None:
    assert corrected(tagged("in Belgié en", "Belgié"), "Belgié", "België,").quote("p") == "België"


def test_footnote_mark_stays_outside() -> None:
    letter = tagged("luchtruimverdediging® gaat", "luchtruimverdediging")
    after = corrected(letter, "luchtruimverdediging®", "luchtruimverdediging¹")
    assert after.quote("p") == "luchtruimverdediging"


def test_glued_words_split_inside_a_tag() -> None:
    assert (
        corrected(tagged("deel vande motie", "vande motie"), "vande", "van de").quote("p") == "van de motie"
    )


def test_split_word_joined_at_a_tags_edge() -> None:
    letter = tagged("een sub stantiële bijdrage", "stantiële bijdrage")
    assert corrected(letter, "sub stantiële", "substantiële").quote("p") == "substantiële bijdrage"


def test_cut_and_paste_takes_its_tags_along() -> None:
    letter = tagged("eerst Belgié dan Irak", "Belgié")
    cut = operations.fragment(letter, 6, 13)
    without = history.apply(letter, operations.correct(letter, (Correction(6, 13, "Belgié ", ""),), STAMP))
    assert without.quote("p") == ""
    there = len("eerst dan ")
    after = history.apply(
        without, operations.paste(without, Correction(there, there, "", "Belgié "), cut, STAMP)
    )
    assert (after.text, after.quote("p")) == ("eerst dan Belgié Irak", "Belgié")


def test_returning_to_the_ocr_reading_removes_the_correction() -> None:
    letter = corrected(tagged("het Belgié van nu", "Belgié"), "Belgié", "België")
    assert len(letter.corrections) == 1
    assert corrected(letter, "België", "Belgié").corrections == ()


def test_line_numbers_stay_those_of_the_paper() -> None:
    letter = tagged("een\ntwee\n\ndrie vier-\nvijf zes\nzeven", "een")
    letter = corrected(letter, "twee\n\ndrie", "twee\ndrie")
    letter = corrected(letter, "vier-\nvijf ", "viervijf\n")
    assert letter.text == "een\ntwee\ndrie viervijf\nzes\nzeven"
    assert letter.line_numbers() == [1, 2, 4, 5, 6]


def test_the_space_behind_a_doubled_word_is_not_left_in_the_tag() -> None:
    letter = tagged("zie de de motie", "de motie")
    assert corrected(letter, "de de", "de").quote("p") == "motie"


def test_a_space_that_was_tagged_stays_tagged() -> None:
    assert corrected(tagged("zie de motie nu", " de motie"), "motie", "moties").quote("p") == " de moties"


@pytest.mark.parametrize(
    ("text", "changed", "span", "after"),
    [
        (" \n", (1, 2, " bc, "), (1, 2), (2, 5)),  # a bound at the edge of a correction passes its blanks
        (" ,", (0, 2, "bbc"), (1, 2), (3, 3)),
        ("\n,", (1, 2, "\n"), (1, 2), (1, 1)),  # what has no text left lies at the first of its bounds
        ("ab", (0, 2, "a ,\n"), (0, 2), (0, 1)),  # signs that were not there stay outside
    ],
)
def test_bounds_at_the_edges_of_a_correction(
    text: str, changed: tuple[int, int, str], span: tuple[int, int], after: tuple[int, int]
) -> None:
    start, end, put = changed
    corrections = [Correction(start, end, text[start:end], put, "word", "typed")]
    assert Mapper(text, corrections, hunks_of(text, corrections)).span(Span(*span)) == Span(*after)


@pytest.mark.parametrize(
    ("hunk", "point", "after"),
    [
        (Hunk(0, "woord\n", "woord "), 6, 6),  # a page that starts right behind it stays there
        (Hunk(0, "woord", "woorden"), 3, 8),  # one inside it goes to the next line
        (Hunk(6, "pagina\neen", "pagina een"), 9, 16),  # or behind it, where there is none
        (Hunk(0, "woord\n", "w\n"), 3, 2),
    ],
)
def test_where_a_page_starts_that_lay_in_a_change(hunk: Hunk, point: int, after: int) -> None:
    assert Mapper("woord\npagina\neen", [], (hunk,)).point(point) == after


def test_a_tag_that_ends_before_a_changed_word_takes_none_of_it() -> None:
    mapper = Mapper("aa bb", [], (Hunk(0, "aa bb", "aax bbyy"),))
    assert mapper.span(Span(0, 2)) == Span(0, 3)
    assert mapper.span(Span(0, 3)).end <= 4
