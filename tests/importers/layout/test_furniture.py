"""Running heads and feet, page numbers and margin columns are furniture; text never is."""

from __future__ import annotations

import pytest

from annotator.importers.interface import ImportedLetter
from annotator.importers.layout import furniture
from annotator.importers.layout.furniture import PageLines
from annotator.importers.layout.lines import Line
from annotator.importers.layout.words import PageWord
from annotator.importers.pdf.reading import read
from tests.importers.pdf.test_reading import PROSE
from tests.pdf_making import Page, at, lines_at, page, pdf_of

BODY = lines_at(72, 200, PROSE)
MARGIN = lines_at(460, 120, "Directie Juridische Zaken\nPostbus 20201\nOns kenmerk\n2021-489", 7)


def imported(*pages: Page) -> ImportedLetter:
    return read("a.pdf", "a.pdf", pdf_of(*pages))


def kinds(letter: ImportedLetter) -> list[tuple[str, str]]:
    return [(letter.text[f.start : f.end], f.kind) for f in letter.furniture]


def test_a_running_head_is_known_by_its_repetition() -> None:
    head = "Tweede Kamer, vergaderjaar 2020-2021, 28 676, nr. 347"
    pages = [page(at(72, 50, f"{head}   {n}"), BODY) for n in (1, 2)]
    assert kinds(imported(*pages)) == [(f"{head} {n}", "head") for n in (1, 2)]


def test_the_first_line_of_a_single_page_is_text() -> None:
    assert kinds(imported(page(at(72, 50, "Ministerie van Defensie"), BODY))) == []


def test_the_same_words_within_the_page_are_text() -> None:
    pages = [page(BODY, at(72, 400, "Dit herhaalt zich.")) for _ in (1, 2)]
    assert kinds(imported(*pages)) == []


def test_a_page_number_is_known_by_its_form() -> None:
    assert kinds(imported(page(BODY, at(460, 800, "Pagina 1 van 1")))) == [("Pagina 1 van 1", "page_number")]


def test_a_bare_number_at_the_edge_is_a_page_number_where_it_counts_the_page() -> None:
    letter = imported(page(BODY, at(290, 800, "1")), page(BODY, at(290, 800, "2")))
    assert kinds(letter) == [("1", "page_number"), ("2", "page_number")]
    assert kinds(imported(page(BODY, at(290, 800, "2021")))) == []


def test_a_margin_column_is_kept_apart_from_the_text() -> None:
    letter = imported(page(MARGIN, BODY))
    assert [kind for _, kind in kinds(letter)] == ["margin"]
    assert PROSE in letter.text


def test_a_margin_column_drawn_between_the_lines_of_the_text_is_taken_out() -> None:
    body, margin = lines_at(72, 120, PROSE), MARGIN
    mixed = [part for pair in zip(body, margin, strict=False) for part in pair]
    letter = imported(page(mixed, margin[3:]))
    assert PROSE in letter.text
    assert kinds(letter) == [("Directie Juridische Zaken\nPostbus 20201\nOns kenmerk\n2021-489", "margin")]


def test_words_before_the_rows_of_the_text_belong_to_it() -> None:
    """`Datum` in front of its date is no margin."""
    labels = [at(20, 200 + 12.5 * n, word) for n, word in enumerate(("Datum", "Ons", "Uw"))]
    assert kinds(imported(page(labels, BODY))) == []


def test_numbers_in_front_of_paragraphs_belong_to_them() -> None:
    numbers = [at(50, 200 + 12.5 * n, f"{n}.") for n in range(3)]
    assert kinds(imported(page(BODY, numbers))) == []


def _line(text: str, left: float, bottom: float, size: float = 10.0) -> Line:
    word = PageWord(text, left, bottom - size, left + 5.0 * len(text), bottom, size)
    return Line((word,), (word,), word.left, word.top, word.right, word.bottom, size)


def test_a_page_of_thousands_of_lines_is_looked_through_by_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[None] = []
    plain = furniture._is_aligned

    def counted(one: Line, other: Line) -> bool:
        compared.append(None)
        return plain(one, other)

    monkeypatch.setattr(furniture, "_is_aligned", counted)
    words = " ".join(["woorden"] * 12)
    text = [_text_line(words, 72.0, 20.0 + 12 * n) for n in range(2_000)]
    beside = [_line("kantlijn", 500.0, 26.0 + 12 * n) for n in range(2_000)]
    (found,) = furniture.furniture_kinds([PageLines((*text, *beside), 595.0, 24_100.0)])
    assert sum(kind == "margin" for kind in found.values()) == 2_000
    assert len(compared) < 4_000


def _text_line(text: str, left: float, bottom: float) -> Line:
    words, at = list[PageWord](), left
    for word in text.split():
        words.append(PageWord(word, at, bottom - 10, at + 30, bottom, 10.0))
        at += 33
    return Line(tuple(words), tuple(words), left, bottom - 10, at, bottom, 10.0)
