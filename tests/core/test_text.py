"""Normalisation, words, sentences, headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.heading_lines import heading_at
from annotator.core.text import clean, normalise, paragraph_at, sentence_at, sentences, tokens, word_at

LETTER = (
    "van de inzet (Kamerstuk 28 676,\nnr. 347). De brief van A.Th.B. Bijleveld is er.\n"
    "Maar hij zegt: «Nee!» Dus niet.\n"
    "\nIrak\n\nDe missie gaat door en de verwachting is dat het kabinet er over spreekt\n"
    "De Ministers hierover\n"
)


def quoted(at: str) -> str:
    start, end = sentence_at(LETTER, LETTER.index(at))
    return LETTER[start:end]


def heading(line: str) -> str | None:
    span = heading_at(LETTER, LETTER.index(line))
    return LETTER[span.start : span.end] if span else None


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one(end: str) -> None:
    assert normalise(f"a{end}b").text == "a\nb"


def test_what_stays_and_what_goes() -> None:
    assert normalise("\ufeffa\tb\u00a0c\u00add\x00\x07e\u0301").text == "a\tb\u00a0c\u00addé"


def test_a_form_feed_starts_a_page() -> None:
    made = normalise("een\ftwee\n\fdrie\f")
    assert (made.text, made.page_starts) == ("een\ntwee\ndrie\n", (0, 4, 9))


def test_a_form_feed_at_the_start_makes_no_page() -> None:
    assert normalise("\feen").page_starts == (0,)


def test_pasted_text_has_no_form_feeds() -> None:
    assert clean("a\fb\r\nc") == "a\nb\nc"


def test_an_abbreviation_ends_no_sentence() -> None:
    assert quoted("inzet") == "van de inzet (Kamerstuk 28 676,\nnr. 347)."


def test_initials_end_no_sentence() -> None:
    assert quoted("brief van") == "De brief van A.Th.B. Bijleveld is er."


def test_a_sentence_ends_behind_its_quotes() -> None:
    assert quoted("Dus") == "Dus niet."


def test_a_sentence_stays_in_its_paragraph() -> None:
    assert quoted("Irak") == "Irak"


def test_a_word_with_inner_hyphens() -> None:
    assert word_at("de NAVO-missie in", 5) == (3, 14)


def test_a_broken_word_is_one_word() -> None:
    assert word_at("geen verplich-\ntingen aan", 18) == (5, 21)


def test_no_word_between_signs() -> None:
    assert word_at("a , b", 2) is None


def test_a_paragraph_stands_between_blank_lines() -> None:
    start, end = paragraph_at(LETTER, LETTER.index("missie"))
    assert LETTER[start:end].startswith("De missie")
    assert LETTER[start:end].endswith("hierover")


def test_a_short_line_of_its_own_is_a_heading() -> None:
    assert heading("Irak") == "Irak"


def test_running_text_is_no_heading() -> None:
    assert heading("De missie gaat") is None
    assert heading("De Ministers hierover") is None


def test_a_soft_line_break_of_a_word_processor_ends_a_line() -> None:
    assert normalise("De commissie\x0bstelt dat\x0b\x0bzij").text == "De commissie\nstelt dat\n\nzij"
    assert clean("de minister\x0bop 3 mei") == "de minister\nop 3 mei"


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u00ac", "\u2e17", "\u2010", "\u2011"])
@pytest.mark.parametrize("gap", ["\n", " \n", "\u00a0\n  "])
def test_a_word_broken_by_any_hyphen_is_one_word(hyphen: str, gap: str) -> None:
    text = f"geen verplich{hyphen}{gap}tingen aan"
    end = text.index(" aan")
    assert word_at(text, 7) == word_at(text, end - 2) == (5, end)
    assert [token.text for token in tokens(text) if token.kind == "word"][1] == text[5:end]


@given(st.text(alphabet="aB. \n!9”", max_size=60))
def test_sentences_are_those_around_their_words_and_cover_all(text: str) -> None:
    found = list(sentences(text))
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert all(sentence_at(text, sentence.start) == sentence for sentence in found)
