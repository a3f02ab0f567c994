"""A PDF becomes a letter: its text, where its words stand, what is furniture, and what is wrong with it."""

from __future__ import annotations

import pytest

from annotator.core.text import normalise
from annotator.core.user_errors import UserError
from annotator.importers.interface import ImportedLetter
from annotator.importers.pdf.reading import read
from tests.pdf_making import Page, at, lines_at, page, pdf_of

PROSE = (
    "Hierbij bied ik u het verslag aan van de bijeenkomst in Brussel\n"
    "die op 22 en 23 oktober heeft plaatsgevonden, met de bijlagen\n"
    "waarnaar daarin verwezen wordt en de antwoorden op de vragen"
)


def imported(*pages: Page, **options: str) -> ImportedLetter:
    return read("a.pdf", "a.pdf", pdf_of(*pages, **options))  # type: ignore[arg-type]


def test_lines_stay_as_on_paper_and_paragraphs_have_a_blank_line() -> None:
    letter = imported(page(lines_at(72, 100, f"Geachte voorzitter,\n\n{PROSE}\n\nHoogachtend,")))
    assert letter.text == f"Geachte voorzitter,\n\n{PROSE}\n\nHoogachtend,\n"


def test_each_page_has_its_start() -> None:
    letter = imported(page(at(72, 100, "Een")), page(at(72, 100, "Twee")))
    assert letter.text == "Een\nTwee\n"
    assert letter.page_starts == (0, 4)


def test_the_text_is_in_the_form_that_the_model_keeps() -> None:
    letter = imported(page(at(72, 100, "Belgi\xeb en de \u201cNAVO\u201d")))
    assert normalise(letter.text).text == letter.text


def test_each_word_has_the_box_it_fills_on_the_page() -> None:
    letter = imported(page(at(72, 100, "De motie", 20)))
    first, second = letter.layouts[0].words
    assert [letter.text[w.start : w.end] for w in (first, second)] == ["De", "motie"]
    assert first.left == pytest.approx(72, abs=0.5)
    assert first.top < 100 - 10 and 100 <= first.bottom < 107
    assert first.right < second.left


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_are_those_of_the_page_as_it_is_shown(rotation: int) -> None:
    sideways = rotation in (90, 270)
    size = (842.0, 595.0) if sideways else (595.0, 842.0)
    # Turned back by as much as the page is turned: it is shown upright.
    place = {0: (72, 100), 90: (100, 595 - 72), 180: (595 - 72, 842 - 100), 270: (842 - 100, 72)}[rotation]
    letter = imported(page(at(*place, "Geachte", 20, turn=rotation), size=size, rotation=rotation))
    (word,) = letter.layouts[0].words
    assert (letter.layouts[0].width, letter.layouts[0].height) == (595, 842)
    assert (word.left, word.bottom) == (pytest.approx(72, abs=1.5), pytest.approx(105, abs=2.5))


def test_a_page_of_sideways_text_is_read_along_its_lines() -> None:
    lines = [at(100 + 13 * n, 700, text, turn=90) for n, text in enumerate(PROSE.split("\n"))]
    assert imported(page(lines)).text == PROSE + "\n"


def test_a_page_without_text_is_an_empty_line_and_says_so() -> None:
    letter = imported(page(at(72, 100, "Een")), page(), page(at(72, 100, "Drie")))
    assert letter.text == "Een\n\nDrie\n"
    assert letter.page_starts == (0, 4, 5)
    assert letter.layouts[1].flags == ("no_text",)
    assert "no text on 1 page of 3" in str(letter.warnings[0])


def test_a_letter_without_any_text_has_its_pages() -> None:
    letter = imported(page(), page())
    assert (letter.text, letter.page_starts, letter.title) == ("\n\n", (0, 1), "a")


def test_ligatures_are_spelt_out() -> None:
    letter = imported(page(at(72, 100, "de o#ciële")), to_unicode={"#": "\ufb03"})  # type: ignore[arg-type]
    assert letter.text == "de officiële\n"


def test_what_is_drawn_twice_is_read_once() -> None:
    letter = imported(page(at(72, 100, "Onze referentie"), at(72.3, 100, "Onze referentie")))
    assert letter.text == "Onze referentie\n"


def test_what_is_drawn_later_stands_where_it_is_on_paper() -> None:
    text = page(at(72, 100, "Over"), at(130, 100, "van gisteren."), at(96, 100, "Irak", font="F2"))
    assert imported(text).text == "Over Irak van gisteren.\n"


def test_a_password_of_the_owner_alone_locks_nobody_out() -> None:
    assert imported(page(at(72, 100, "Open")), owner="geheim").text == "Open\n"


def test_a_locked_file_asks_for_its_password() -> None:
    with pytest.raises(UserError, match="locked with a password"):
        imported(page(at(72, 100, "Dicht")), user="geheim")


def test_a_locked_file_opens_with_its_password() -> None:
    data = pdf_of(page(at(72, 100, "Dicht")), user="geheim")
    assert read("a.pdf", "a.pdf", data, ("mis", "geheim")).text == "Dicht\n"
    with pytest.raises(UserError, match="does not open"):
        read("a.pdf", "a.pdf", data, ("mis",))


def test_a_damaged_file_is_told() -> None:
    with pytest.raises(UserError, match=r"a\.pdf is damaged"):
        read("a.pdf", "a.pdf", b"%PDF-1.4\nnothing more")
