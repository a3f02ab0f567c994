"""Which pages of a PDF were typed, and which an OCR program read."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from annotator.importers.pdf.reading import read
from annotator.resources import resource_path
from tests.pdf_making import Page, at, page, pdf_of

TEXT = (at(72, 72, "Geachte voorzitter,"), at(72, 90, "Met deze brief informeer ik u."))
TYPED = page(*TEXT)
PICTURE = b"q 560 0 0 800 10 20 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"


def flags(data: bytes) -> list[tuple[str, ...]]:
    return [layout.flags for layout in read("brief.pdf", "brief.pdf", data).layouts]


def test_a_page_that_shows_its_text_itself_was_typed() -> None:
    assert flags(pdf_of(TYPED, TYPED)) == [("typed",), ("typed",)]


@pytest.mark.parametrize(
    "scan",
    [page(*(one._replace(invisible=True) for one in TEXT)), replace(TYPED, raw=PICTURE)],
    ids=["unseen text", "a picture of the page"],
)
def test_the_text_over_a_picture_or_unseen_was_read(scan: Page) -> None:
    assert [("typed" in one) for one in flags(pdf_of(TYPED, scan))] == [True, False]


def test_the_sample_letter_that_was_scanned_was_read() -> None:
    data = resource_path("sample/leeszalen-rijksarchieven-2022.pdf").read_bytes()
    assert not any("typed" in one for one in flags(data))


@pytest.mark.parametrize(
    ("producer", "typed"),
    [("Microsoft Word", True), ("ABBYY FineReader", False), ("Xerox WorkCentre", False)],
)
def test_a_file_that_an_ocr_program_made_was_read(producer: str, typed: bool) -> None:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(TYPED))) as pdf:
        pdf.docinfo["/Producer"] = producer
        pdf.save(written)
    assert flags(written.getvalue()) == [("typed",) if typed else ()]
