"""What the page says by the size and place of its signs: marks, hyphens, accents, letters set apart."""

from __future__ import annotations

import pytest

from annotator.importers.pdf.attempts import CAREFUL, FAST
from annotator.importers.pdf.reading import job
from tests.pdf_making import Page, lines_at, page, pdf_of

BOTH_ENGINES = pytest.mark.parametrize("engine", [FAST, CAREFUL])


def text_of(data: bytes, engine: str) -> str:
    return job("a.pdf", "a.pdf", data, (), engine).text


def drawn(*commands: str, to_unicode: dict[str, str] | None = None) -> bytes:
    """Return a PDF of text commands; it stands at (72, 700) in regular type of 11 points to begin with."""
    content = f"BT /F1 11 Tf 1 0 0 1 72 700 Tm {' '.join(commands)} ET"
    return pdf_of(Page(raw=content.encode("cp1252")), to_unicode=to_unicode)


def raised(sign: str, size: float = 6.6, rise: float = 4.0) -> str:
    return f"/F1 {size} Tf {rise} Ts ({sign}) Tj 0 Ts /F1 11 Tf"


@BOTH_ENGINES
@pytest.mark.parametrize("rise", [2.0, 3.3, 4.0, 5.5])
@pytest.mark.parametrize("size", [5.0, 6.6, 8.0])
def test_raised_digits_come_in_as_marks(engine: str, size: float, rise: float) -> None:
    data = drawn(
        "(Zie nr. 347) Tj",
        raised("4", size, rise),
        "( en de brief van 3 mei 2018) Tj",
        raised("12", size, rise),
        "(.) Tj",
    )
    assert text_of(data, engine) == "Zie nr. 347⁴ en de brief van 3 mei 2018¹².\n"


@BOTH_ENGINES
def test_a_mark_behind_a_stop_belongs_to_the_word(engine: str) -> None:
    assert text_of(drawn("(dat is zo.) Tj", raised("3"), "( Ook)  Tj"), engine) == "dat is zo.³ Ook\n"


@BOTH_ENGINES
def test_the_number_of_a_note_is_raised_too(engine: str) -> None:
    with_blank = drawn(raised("1"), "( Gerekend over de looptijd.) Tj")
    without = drawn(raised("1"), "(Gerekend over de looptijd.) Tj")
    assert text_of(with_blank, engine) == "¹ Gerekend over de looptijd.\n"
    assert text_of(without, engine) in ("¹ Gerekend over de looptijd.\n", "¹Gerekend over de looptijd.\n")


@BOTH_ENGINES
def test_raised_letters_and_units_stay_what_they_are(engine: str) -> None:
    data = drawn("(de 1) Tj", raised("e"), "( en 2) Tj", raised("de", rise=5), "( van 10 m) Tj", raised("2"))
    assert text_of(data, engine) == "de 1e en 2de van 10 m²\n"


@BOTH_ENGINES
def test_small_and_lowered_digits_are_digits(engine: str) -> None:
    data = drawn("(CO) Tj", raised("2", rise=-2), "( en A) Tj /F1 7 Tf (4) Tj /F1 11 Tf ( B12) Tj")
    assert text_of(data, engine) == "CO2 en A4 B12\n"


@pytest.mark.parametrize("matrix", ["0 1 -1 0 300 300", "0 -1 1 0 300 500", "-1 0 0 -1 300 500"])
def test_marks_are_raised_in_turned_text(matrix: str) -> None:
    content = f"BT /F1 11 Tf {matrix} Tm (nr. 347) Tj {raised('4')} ( en) Tj ET"
    assert text_of(pdf_of(Page(raw=content.encode())), FAST) == "nr. 347⁴ en\n"


@BOTH_ENGINES
def test_a_soft_hyphen_that_is_drawn_is_a_hyphen(engine: str) -> None:
    data = pdf_of(
        page(lines_at(72, 100, "jaar 2018#2019 en de EU#lidstaten die de verplich#\ntingen nakomen")),
        to_unicode={"#": "\xad"},
    )
    assert text_of(data, engine) == "jaar 2018-2019 en de EU-lidstaten die de verplich-\ntingen nakomen\n"


@BOTH_ENGINES
def test_an_accent_drawn_over_a_letter_belongs_to_it(engine: str) -> None:
    # Helvetica: e 556, dieresis and acute 333 thousandths of 11 points.
    before = "(Belgi) Tj [(\xa8) 444 (e)] TJ ( en caf) Tj [(\xb4) 444 (e)] TJ ( hier) Tj"
    behind = "(Belgi) Tj [(e) 444 (\xa8) 111] TJ ( en caf) Tj [(e) 444 (\xb4) 111] TJ ( hier) Tj"
    assert text_of(drawn(before), engine) == "België en café hier\n"
    assert text_of(drawn(behind), engine) == "België en café hier\n"


@BOTH_ENGINES
def test_accents_drawn_after_all_else_find_their_letters(engine: str) -> None:
    text = drawn("(De heer Koening is weg.) Tj", "1 0 0 1 122.7 700 Tm (\xa8) Tj")
    found = text_of(text, engine)
    assert found == "De heer Köening is weg.\n"


@BOTH_ENGINES
def test_a_sign_that_stands_beside_a_letter_is_no_accent(engine: str) -> None:
    data = drawn("(foto\xb4s en `aanhaling\xb4 en 2^3 ~ 10) Tj")
    assert text_of(data, engine) == "foto\xb4s en `aanhaling\xb4 en 2^3 ~ 10\n"


@BOTH_ENGINES
@pytest.mark.parametrize("room", [2.0, 4.0, 8.0])
def test_letters_set_apart_are_words(engine: str, room: float) -> None:
    data = drawn(f"{room} Tc (Besluit en motivering) Tj 0 Tc 0 -14 Td (Hierna volgt de tekst) Tj")
    assert text_of(data, engine).replace("\n\n", "\n") == "Besluit en motivering\nHierna volgt de tekst\n"


@BOTH_ENGINES
def test_letters_typed_apart_are_words(engine: str) -> None:
    data = drawn("(B e s l u i t   v a n   d e   m i n i s t e r) Tj")
    assert text_of(data, engine) == "Besluit van de minister\n"


@BOTH_ENGINES
@pytest.mark.parametrize("text", ["a b c d e f", "x x x x x x", "1 2 3 4 5 6", "A = B + C of u"])
def test_single_signs_that_are_no_letters_of_a_word_stay_apart(engine: str, text: str) -> None:
    assert text_of(drawn(f"({text}) Tj"), engine) == text + "\n"
