"""The reading order is that of the page; where the file has another one the page says so."""

from __future__ import annotations

from annotator.importers.interface import ImportedLetter
from annotator.importers.pdf.reading import read
from tests.importers.pdf.test_reading import PROSE
from tests.pdf_making import At, Page, at, lines_at, page, pdf_of

LEFT = (
    "Een linker kolom met tekst\ndie over enkele regels loopt\nen dan onderaan stopt\nzonder enige\nomhaal."
)
RIGHT = "De rechter kolom die dan\nkomt en ook loopt over wat\nregels tot zij ophoudt\nbij het einde\nervan."


def imported(*pages: Page) -> ImportedLetter:
    return read("a.pdf", "a.pdf", pdf_of(*pages))


def interleaved(*columns: list[At]) -> list[At]:
    return [part for row in zip(*columns, strict=True) for part in row]


def test_columns_are_read_one_after_another() -> None:
    letter = imported(page(lines_at(60, 100, LEFT), lines_at(310, 100, RIGHT)))
    assert letter.text == f"{LEFT}\n\n{RIGHT}\n"
    assert letter.layouts[0].flags == ("typed",)


def test_columns_that_the_file_runs_together_are_parted() -> None:
    letter = imported(page(interleaved(lines_at(60, 100, LEFT), lines_at(310, 100, RIGHT))))
    assert letter.text == f"{LEFT}\n\n{RIGHT}\n"


def test_the_cells_of_a_row_stay_together() -> None:
    labels = lines_at(60, 100, "Meldingen\nOnderzoeken\nBoetes\nSchikkingen")
    numbers = lines_at(310, 100, "214\n71\n26\n9")
    letter = imported(page(interleaved(labels, numbers)))
    assert letter.text == "Meldingen 214\nOnderzoeken 71\nBoetes 26\nSchikkingen 9\n"


def test_what_the_file_has_in_another_order_follows_the_page_and_is_flagged() -> None:
    letter = imported(page(lines_at(72, 300, PROSE), lines_at(72, 100, "Geachte voorzitter,")))
    assert letter.text == f"Geachte voorzitter,\n\n{PROSE}\n"
    assert letter.layouts[0].flags == ("typed", "order_differs")


def test_furniture_that_is_drawn_last_is_no_other_order() -> None:
    letter = imported(page(lines_at(72, 100, PROSE), at(72, 800, "Pagina 1 van 1")))
    assert letter.layouts[0].flags == ("typed",)
