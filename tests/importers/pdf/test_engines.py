"""Which engine's words are taken, what is filled in, and what cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.core.user_errors import UserError
from annotator.importers.layout.words import PageWord, RawPage
from annotator.importers.pdf.attempts import BOTH, CAREFUL, FAST
from annotator.importers.pdf.reading import job, read
from annotator.importers.pdf.trust import better, is_doubtful
from tests.pdf_making import Page, at, page, pdf_of


def text_of(data: bytes, attempt: str = BOTH) -> str:
    return job("a.pdf", "a.pdf", data, (), attempt).text


@pytest.mark.parametrize("attempt", [BOTH, FAST, CAREFUL])
def test_both_engines_read_the_same_words(attempt: str) -> None:
    data = pdf_of(
        page(at(72, 100, "Geachte voorzitter, (Kamerstuk 28 676)"), at(72, 300, "België zegt: 'ja'."))
    )
    assert text_of(data, attempt) == "Geachte voorzitter, (Kamerstuk 28 676)\n\nBelgië zegt: 'ja'.\n"


def words(text: str, **noticed: Any) -> RawPage:
    """Return a page with these words; where they stand does not matter here."""
    made = tuple(PageWord(word, 72, 90, 100, 100, 10) for word in text.split())
    return RawPage(595, 842, made, **noticed)


@pytest.mark.parametrize(
    "page_read",
    [
        words("een bestuursorgaanberustend", unsure=1),
        words("een w\ufffdord"),
        words("een \ue012 teken"),
        words("gewone woorden", unmapped=5),
        words("gewone woorden", overlaps=5),
        words("hierbijbiedikuhetverslagaanvandebijeenkomstinbrussel"),
    ],
)
def test_signs_of_trouble_make_a_page_doubtful(page_read: RawPage) -> None:
    assert is_doubtful(page_read, has_text_drawn=False)


def test_plain_words_are_not_doubted() -> None:
    assert not is_doubtful(words("Geachte voorzitter, zie www.rijksoverheid.nl/geothermie"), False)


def test_a_page_that_draws_text_but_has_no_words_is_doubtful() -> None:
    assert is_doubtful(words(""), has_text_drawn=True)
    assert not is_doubtful(words(""), has_text_drawn=False)


def test_the_careful_engine_knows_better_where_a_word_ends() -> None:
    fast, careful = words("een bestuursorgaanberustend", unsure=1), words("een bestuursorgaan berustend")
    assert better(fast, careful).words == careful.words


def test_words_in_pieces_are_not_taken() -> None:
    fast, careful = words("over het reglement", unsure=1), words("o v e r h e t r e glement")
    assert better(fast, careful).words == fast.words


def test_more_letters_are_taken() -> None:
    fast, careful = words("\ufffd\ufffd\ufffd de"), words("Aan de voorzitter")
    assert better(fast, careful).words == careful.words
    assert better(careful, fast).words == careful.words


@pytest.mark.parametrize("attempt", [BOTH, CAREFUL])
def test_a_page_that_is_turned_is_read_by_each_engine(attempt: str) -> None:
    data = pdf_of(page(at(100, 523, "Geachte voorzitter", turn=90), size=(842, 595), rotation=90))
    made = job("a.pdf", "a.pdf", data, (), attempt)
    assert made.text == "Geachte voorzitter\n"
    assert made.layouts[0].words[0].left == pytest.approx(72, abs=1.5)


def test_signs_that_cannot_be_read_are_told_with_their_page() -> None:
    letter = read("a.pdf", "a.pdf", pdf_of(page(), page(at(72, 100, "de #en")), to_unicode={"#": "\ufffd"}))
    assert letter.layouts[1].flags == ("unreadable",)
    assert "1 sign that cannot be read, the first on page 2" in str(letter.warnings[1])


def test_what_was_filled_in_is_part_of_the_text() -> None:
    form = Page((at(72, 100, "Naam:"),), fields=(("naam", "Jan de Vries"), ("leeg", "")))
    letter = read("a.pdf", "a.pdf", pdf_of(form))
    assert letter.text == "Naam:\n\nJan de Vries\n"
    assert letter.layouts[0].flags == ("typed", "form")
    name = letter.layouts[0].words[1]
    assert letter.text[name.start : name.end] == "Jan"
    assert 142 <= name.top < name.bottom <= 154


def test_a_form_that_only_adobe_reads_is_refused() -> None:
    data = pdf_of(Page((at(72, 100, "Please wait..."),), fields=(("a", "b"),)))
    data = data.replace(b"/AcroForm <<", b"/NeedsRendering true /AcroForm << /XFA (x)")
    with pytest.raises(UserError, match="XFA"):
        read("a.pdf", "a.pdf", data)


def test_a_page_of_a_million_points_is_read() -> None:
    letter = read("a.pdf", "a.pdf", pdf_of(page(at(72, 100, "Groot"), size=(1_000_000, 1_000_000))))
    assert letter.text == "Groot\n"


def test_more_pages_than_a_letter_has_are_refused() -> None:
    data = pdf_of(page(at(72, 100, "Een"))).replace(b"/Count 1 ", b"/Count 100000 ")
    with pytest.raises(UserError, match="100,000 pages, and a letter may have at most 5,000"):
        read("a.pdf", "a.pdf", data)
