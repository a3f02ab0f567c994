"""Lines of scans that another program read, read once more from the picture."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from annotator.core.page_layout import WordReading
from annotator.importers.pdf.reading import read
from annotator.recognition.engine import ReadWord
from annotator.recognition.models import Recognition
from annotator.recognition.second_look import (
    LookPage,
    PlacedWord,
    SecondLook,
    compared,
    lines_of,
    second_look_job,
)
from annotator.recognition.turning import turned_back
from annotator.session.transfer.second_looks import pages_to_look_at
from tests.pdf_making import at, page, pdf_of
from tests.recognition.drawing import LETTER, SIZE, drawn, needs_engine, scanned


def line(text: str) -> list[PlacedWord]:
    """The words of a line, each ten points wide."""
    made, start = list[PlacedWord](), 0
    for number, word in enumerate(text.split()):
        made.append(PlacedWord(start, start + len(word), word, 12 * number, 0, 12 * number + 10, 10))
        start += len(word) + 1
    return made


def again(text: str, sure: float = 96.0) -> list[ReadWord]:
    return [ReadWord(word, sure, 0, 0, 1, 1) for word in text.split()]


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("een belangrijk gevoig daarvan", "een belangrijk gevolg daarvan", {"gevoig": "gevolg"}),
        (
            "de relatiefjonge praktijk is",
            "de relatief jonge praktijk is",
            {"relatiefjonge": "relatief jonge"},
        ),
        ("de voo rlag van gisteren", "de voorlag van gisteren", {"voo rlag": "voorlag"}),
        ("niets is hier anders", "niets is hier anders", {}),
        ("een heel andere regel", "wat hier verder staat", None),
        ("een regel", "", None),
    ],
)
def test_of_each_place_that_differs_the_other_reading_is_told(
    ours: str, theirs: str, told: dict[str, str] | None
) -> None:
    found = compared(line(ours), again(theirs))
    assert {ours[r.start : r.end]: r.others[0] for r in found if r.others} == (told or {})
    same = [ours[r.start : r.end] for r in found if not r.others]
    assert same == ([] if told is None else [w for w in ours.split() if w not in " ".join(told).split()])
    assert all(reading.sure == 96.0 and reading.confidence == -1.0 for reading in found)


def test_what_was_read_unsurely_says_nothing_else() -> None:
    assert [r for r in compared(line("een gevoig"), again("een gevolg", 40.0)) if r.others] == []


def test_words_behind_each_other_on_one_height_are_a_line() -> None:
    first = line("een twee drie")
    low = [
        word._replace(start=word.start + 20, end=word.end + 20, top=20, bottom=30)
        for word in line("vier vijf")
    ]
    beside = [
        word._replace(start=word.start + 40, end=word.end + 40, left=word.left - 1) for word in line("zes")
    ]
    assert [[word.text for word in found] for found in lines_of([*first, *low, *beside])] == [
        ["een", "twee", "drie"],
        ["vier", "vijf"],
        ["zes"],
    ]


def placed(lines: Sequence[str], *, slope: float = 0.0) -> list[list[PlacedWord]]:
    """Where the words of drawn lines stand, about; on a page whose lines run down by so much."""
    made = []
    for row, text in enumerate(lines):
        left, words = 36.0, list[PlacedWord]()
        for word in text.split():
            top = 48 + row * 18 + slope * (left - SIZE[0] / 2)
            words.append(PlacedWord(0, len(word), word, left, top, left + 6.4 * len(word), top + 13))
            left += 6.4 * len(word) + 3.5
        made.append(words)
    return made


@needs_engine
@pytest.mark.parametrize("degrees", [0.0, 2.0])
def test_a_line_is_read_where_it_stands_also_on_a_page_that_lies_askew(degrees: float) -> None:
    picture = turned_back(drawn(LETTER, dpi=200), -degrees) if degrees else drawn(LETTER, dpi=200)
    lines = placed(LETTER, slope=0.0349 if degrees else 0.0)
    found = SecondLook(Recognition()).read(picture, SIZE, lines)
    assert sum(not reading.others for reading in found) >= 0.8 * sum(map(len, lines))


@needs_engine
def test_the_pages_of_a_scan_are_looked_at_and_its_text_is_not_touched() -> None:
    shown = ("Geachte voorzitter,", "Dit is een belangrijk gevolg daarvan.")
    data = scanned(shown, ("Geachte voorzitter,", "Dit is een belangrijk gevoig daarvan."))
    letter = read("scan.pdf", "scan.pdf", data)
    assert "gevoig" in letter.text
    pages = pages_to_look_at(letter.layouts, letter.text)
    found = second_look_job("scan.pdf", data, (), letter.text, pages, Recognition())
    said = {letter.text[r.start : r.end]: r.others for r in found[1] if r.others}
    assert said == {"gevoig": ("gevolg",)}


@needs_engine
def test_pages_that_are_no_pictures_are_left_alone() -> None:
    data = pdf_of(page(at(72, 100, "Geachte heer Jansen,", 14)))
    letter = read("brief.pdf", "brief.pdf", data)
    pages = pages_to_look_at(letter.layouts, letter.text)
    assert pages and second_look_job("brief.pdf", data, (), letter.text, pages, Recognition()) == {}


def test_what_the_program_read_itself_is_not_looked_at() -> None:
    letter = read("brief.pdf", "brief.pdf", pdf_of(page(at(72, 100, "Geachte heer Jansen,", 14))))
    (layout,) = letter.layouts
    from dataclasses import replace

    assert pages_to_look_at([replace(layout, flags=("recognised",))], letter.text) == []
    (found,) = pages_to_look_at([layout], letter.text)
    assert isinstance(found, LookPage) and [word.text for word in found.words] == letter.text.split()
    assert WordReading(0, 1, 2.0).sure == -1.0
