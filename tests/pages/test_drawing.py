"""Drawing real pages, damaged and locked ones too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from annotator.core.user_errors import UserError
from annotator.pages.drawing import DAMAGED, LOCKED, NOT_A_PDF, Shelf
from annotator.pages.parts import Part, whole
from tests.pdf_making import at, page, pdf_of

LINE = page(at(100, 100, "IIIIIIIIII", size=20))  # its ink stands right of 100 and above 100


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    shelf = Shelf()
    yield shelf
    shelf.close()


def drawn(data: bytes, part: Part, shelf: Shelf | None = None) -> bytes:
    room, own = bytearray(part.width * part.height * 4), Shelf()
    try:
        (shelf or own).draw("a", lambda: data, part, room)
    finally:
        own.close()
    return bytes(room)


def ink(pixels: bytes, width: int) -> tuple[int, int, int, int] | None:
    """Return the box of what is dark: left, top, right, bottom in pixels."""
    dark = [n for n in range(len(pixels) // 4) if pixels[4 * n] < 100]
    if not dark:
        return None
    columns, rows = [n % width for n in dark], [n // width for n in dark]
    return min(columns), min(rows), max(columns), max(rows)


def test_print_stands_where_the_page_has_it() -> None:
    box = ink(drawn(pdf_of(LINE), whole(0, 595, 842)), 595)
    assert box is not None
    assert box[0] == pytest.approx(101, abs=2) and box[3] == pytest.approx(100, abs=2)
    assert box[1] == pytest.approx(85, abs=3)


def test_the_fourth_byte_of_a_pixel_is_255_as_qt_wants_it() -> None:
    assert set(drawn(pdf_of(LINE), whole(0, 595, 842))[3::4]) == {255}


def test_a_part_of_a_page_is_the_same_as_in_the_whole() -> None:
    full = drawn(pdf_of(LINE), whole(0, 1190, 1684))
    part = Part(0, 1190, 1684, 190, 150, 60, 70)
    rows = [full[4 * (1190 * y + 190) : 4 * (1190 * y + 250)] for y in range(150, 220)]
    assert drawn(pdf_of(LINE), part) == b"".join(rows)
    assert ink(b"".join(rows), 60) is not None


def test_a_turned_page_is_drawn_as_it_is_shown() -> None:
    turned = pdf_of(page(at(100, 100, "IIIIIIIIII", size=20), rotation=90))
    box = ink(drawn(turned, whole(0, 842, 595)), 842)
    assert box is not None
    assert box[0] == pytest.approx(842 - 100, abs=3) and box[1] == pytest.approx(101, abs=3)


def test_what_is_filled_in_in_a_form_is_drawn() -> None:
    empty = page(size=(400, 800))
    filled = replace(empty, fields=(("name", "IIIIIIIIIIII"),))
    assert ink(drawn(pdf_of(empty), whole(0, 400, 800)), 400) is None
    assert ink(drawn(pdf_of(filled), whole(0, 400, 800)), 400) is not None


def test_another_page_of_a_document_that_is_open_is_not_read_again(shelf: Shelf) -> None:
    read = []

    def reading() -> bytes:
        read.append(1)
        return pdf_of(LINE, page(), page(), page(), page())

    for number in (0, 1, 2, 3, 4, 0):
        shelf.draw("a", reading, whole(number, 10, 10), bytearray(400))
    assert len(read) == 1


def test_a_document_that_was_put_away_is_read_again(shelf: Shelf) -> None:
    read: list[str] = []
    for source in "abcda":
        shelf.draw(source, lambda s=source: read.append(s) or pdf_of(LINE), whole(0, 10, 10), bytearray(400))
    assert read == ["a", "b", "c", "d", "a"]


@pytest.mark.parametrize(
    ("data", "number", "sentence"),
    [
        (b"%PDF-1.4 and nothing more", 0, NOT_A_PDF),
        (b"", 0, NOT_A_PDF),
        (pdf_of(LINE), 7, DAMAGED),
        (pdf_of(LINE, owner="o", user="secret"), 0, LOCKED),
    ],
)
def test_what_cannot_be_drawn_says_why(data: bytes, number: int, sentence: object) -> None:
    with pytest.raises(UserError) as caught:
        drawn(data, whole(number, 10, 10))
    assert caught.value.message == sentence


def test_after_a_page_that_cannot_be_drawn_the_others_are(shelf: Shelf) -> None:
    with pytest.raises(UserError):
        drawn(pdf_of(LINE), whole(7, 10, 10), shelf)
    assert ink(drawn(pdf_of(LINE), whole(0, 595, 842), shelf), 595) is not None


def test_a_page_of_a_million_points_is_drawn_small() -> None:
    huge = pdf_of(page(at(100, 100, "x"), size=(1_000_000, 1_000_000)))
    assert len(drawn(huge, whole(0, 300, 300))) == 300 * 300 * 4
