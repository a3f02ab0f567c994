"""The scanned sample letter: its OCR misreads, and every word has its place on the page."""

from __future__ import annotations

import pytest

from annotator.core.text import Span
from annotator.importers import read_file
from annotator.importers.interface import ImportedLetter
from annotator.pages.places import PageWords
from annotator.resources import resource_path


@pytest.fixture(scope="module")
def scan() -> ImportedLetter:
    return read_file(resource_path("sample/leeszalen-rijksarchieven-2022.pdf"))


def test_it_has_three_pages_and_a_title(scan: ImportedLetter) -> None:
    assert len(scan.page_starts) == len(scan.layouts) == 3
    assert scan.title == "Leeszalen en digitale dienstverlening van de rijksarchieven"


@pytest.mark.parametrize(
    "misread", ["digitaliseringsprograrnma", "Belgié", "aan-\ngenomen", "Kamerstukken Il"]
)
def test_the_ocr_misreads(scan: ImportedLetter, misread: str) -> None:
    assert misread in scan.text


def test_every_word_stands_on_a_page(scan: ImportedLetter) -> None:
    words, at = PageWords(scan.layouts), 0
    for word in scan.text.split():
        at = scan.text.index(word, at)
        assert words.boxes(Span(at, at + len(word))), word
        at += len(word)


def test_the_page_numbers_are_furniture(scan: ImportedLetter) -> None:
    found = [scan.text[stretch.start : stretch.end] for stretch in scan.furniture]
    assert [text.strip() for text in found if "Pagina" in text] == [f"Pagina {n} van 3" for n in (1, 2, 3)]
