"""Pages of a PDF that are pictures: which are given to be recognised, and what becomes of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from PIL import Image

from annotator.importers.interface import PageImage, Recognised, Report
from annotator.importers.layout.words import PageWord, RawPage
from annotator.importers.pdf.attempts import BOTH, CAREFUL
from annotator.importers.pdf.reading import job
from tests.pdf_making import at, page, pdf_of
from tests.recognition.drawing import SIZE, drawn, pdf_of_pictures


@dataclass
class Recogniser:
    """Says of each page that it reads `pagina N`, and keeps the pictures."""

    all_pages: bool = False
    pictures: dict[int, Image.Image] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)

    def wants(self, number: int, has_text: bool) -> bool:
        return self.all_pages or not has_text

    def read(self, pages: Sequence[PageImage], sha256: str, report: Report) -> list[Recognised]:
        self.sources.append(sha256)
        made: list[Recognised] = []
        for one in pages:
            self.pictures[one.number] = one.draw()
            word = PageWord(f"recognised{one.number}", 30, 30, 90, 42, 12.0, confidence=80, others=("iets",))
            made.append((RawPage(one.width, one.height, (word,)), ("recognised", "turned_90")))
        return made


def read(data: bytes, recogniser: Recogniser | None, attempt: str = BOTH):
    return job("brief.pdf", "brief.pdf", data, (), attempt, recognising=recogniser)


def test_a_page_that_is_a_picture_is_recognised() -> None:
    recogniser = Recogniser()
    letter = read(pdf_of_pictures([drawn()]), recogniser)
    assert letter.text == "recognised0\n"
    assert letter.warnings == ()
    assert letter.layouts[0].flags == ("recognised", "turned_90")
    (reading,) = letter.layouts[0].readings
    assert (reading.start, reading.end, reading.confidence, reading.others) == (0, 11, 80, ("iets",))
    picture = recogniser.pictures[0]
    assert picture.width / SIZE[0] == pytest.approx(200 / 72, abs=0.05)  # dots a point
    assert recogniser.sources == [letter.sha256]


def test_pages_with_text_are_left_and_their_order_kept() -> None:
    recogniser = Recogniser()
    data = pdf_of(page(at(72, 72, "Eerste bladzijde")), page(), page(at(72, 72, "Derde bladzijde")))
    assert read(data, recogniser).text == "Eerste bladzijde\n\nDerde bladzijde\n"
    assert not recogniser.pictures  # there is nothing on the page in between
    recogniser = Recogniser(all_pages=True)
    assert read(data, recogniser).text == "recognised0\nrecognised1\nrecognised2\n"


def test_without_one_a_picture_stays_a_page_without_text() -> None:
    letter = read(pdf_of_pictures([drawn()]), None)
    assert letter.text == "\n"
    assert "no_text" in letter.layouts[0].flags
    assert len(letter.warnings) == 1


def test_an_attempt_without_the_engine_that_draws_recognises_nothing() -> None:
    recogniser = Recogniser()
    data = pdf_of(page(at(72, 72, "Eerste bladzijde")))
    read(data, Recogniser(all_pages=True), CAREFUL)
    assert not recogniser.pictures
