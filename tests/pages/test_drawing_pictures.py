"""Drawing pages that are pictures, and pages of any kind that are shown turned."""

from __future__ import annotations

import pytest
from PIL import Image

from annotator.core.page_layout import PageLayout, turn_flags, turn_of
from annotator.core.parcels import pack
from annotator.core.user_errors import UserError
from annotator.pages.drawing import DAMAGED, NO_PICTURE, TOO_LARGE, Shelf
from annotator.pages.parts import MOST_PIXELS, Part, parts_within, whole
from tests.pages.test_drawing import drawn, ink
from tests.pdf_making import at, page, pdf_of
from tests.picture_making import saved, sheet, tiff_of, turned_to

LINE = pdf_of(page(at(100, 100, "IIIIIIIIII", size=20)))


def pixels(data: bytes, part: Part) -> Image.Image:
    """What is drawn, as a picture."""
    return Image.frombytes("RGB", (part.width, part.height), drawn(data, part), "raw", "BGRX")


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
@pytest.mark.parametrize("scale", [0.5, 1, 3])
def test_a_picture_is_drawn_at_any_size_where_it_has_its_marks(mode: str, scale: float) -> None:
    part = whole(0, round(400 * scale), round(600 * scale))
    box = ink(drawn(saved(sheet(mode=mode), "PNG"), part), part.width)
    assert box == pytest.approx(
        (40 * scale, 60 * scale, 80 * scale - 1, 70 * scale - 1), abs=max(1.0, scale / 2)
    )


def test_the_fourth_byte_of_a_pixel_is_255_as_qt_wants_it() -> None:
    assert set(drawn(saved(sheet(), "PNG"), whole(0, 40, 60))[3::4]) == {255}


def test_colours_are_those_of_the_picture() -> None:
    red = saved(Image.new("RGB", (10, 10), (250, 20, 10)), "PNG")
    assert drawn(red, whole(0, 2, 2)) == bytes((10, 20, 250, 255)) * 4


def test_a_part_of_a_picture_is_as_in_the_whole() -> None:
    data = saved(sheet(), "PNG")
    full = pixels(data, whole(0, 400, 600))
    part = Part(0, 400, 600, 35, 55, 60, 30)
    assert pixels(data, part).tobytes() == full.crop((35, 55, 95, 85)).tobytes()


def test_what_lies_beside_a_picture_is_white() -> None:
    part = Part(0, 400, 600, 390, 590, 50, 50)
    assert pixels(saved(sheet(), "PNG"), part).getextrema() == ((255, 255),) * 3


def test_pages_of_a_tiff_and_of_a_parcel_are_drawn_by_their_number() -> None:
    marks = [(10, 20, 20, 30), (30, 20, 40, 30), (50, 20, 60, 30)]
    first, second, third = (sheet((100, 100), mark, "1") for mark in marks)
    for data in (
        tiff_of([first, second, third], compression="group4"),
        pack({"2.tif": tiff_of([second, third]), "1.png": saved(first, "PNG"), "1.xml": b"<alto/>"}),
    ):
        shelf = Shelf()
        for number in (2, 0, 1):
            room = bytearray(100 * 100 * 4)
            shelf.draw("a", lambda data=data: data, whole(number, 100, 100), room)
            assert ink(bytes(room), 100) == (marks[number][0], 20, marks[number][2] - 1, 29)
        shelf.close()


def test_a_photo_is_drawn_the_way_the_camera_was_held() -> None:
    held = sheet().transpose(Image.Transpose.ROTATE_90)
    box = ink(drawn(saved(held, "JPEG", exif=turned_to(6), quality=95), whole(0, 400, 600)), 400)
    assert box == pytest.approx((40, 60, 79, 69), abs=1)


# --- turned ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("quarter", [0, 90, 180, 270])
def test_a_picture_that_was_scanned_turned_is_drawn_upright(quarter: int) -> None:
    # Turned anticlockwise in the scanner, so it is shown turned clockwise.
    scanned = saved(sheet().rotate(quarter, expand=True), "PNG")
    assert ink(drawn(scanned, whole(0, 400, 600, turn_of(turn_flags(quarter)))), 400) == (40, 60, 79, 69)


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_pdf_is_turned_as_a_picture_is(quarter: int) -> None:
    upright = pixels(LINE, whole(0, 595, 842))
    size = (842, 595) if quarter in (90, 270) else (595, 842)
    shown = pixels(LINE, whole(0, *size, turn_of(turn_flags(quarter))))
    turned = upright.rotate(-quarter, expand=True)
    assert dark_box(shown) == pytest.approx(dark_box(turned), abs=2)


def dark_box(picture: Image.Image) -> tuple[int, int, int, int]:
    return picture.convert("L").point(lambda dot: 255 * (dot < 128)).getbbox() or (0, 0, 0, 0)


@pytest.mark.parametrize("slant", [-3.0, 0.5, 2.0])
@pytest.mark.parametrize("quarter", [0, 90])
def test_a_page_that_lies_askew_is_drawn_straight(quarter: int, slant: float) -> None:
    straight = sheet((400, 600), (50, 300, 350, 310))
    askew = straight.rotate(slant, Image.Resampling.BICUBIC, fillcolor="white")  # anticlockwise
    scanned = saved(askew.rotate(quarter, expand=True), "PNG")
    turn = turn_of(turn_flags(quarter, slant))
    assert dark_box(pixels(scanned, whole(0, 400, 600, turn))) == pytest.approx((50, 300, 350, 310), abs=1)
    assert dark_box(pixels(scanned, whole(0, 400, 600, 90.0 * (quarter // 90))))[3] > 311 or abs(slant) < 1


def test_a_pdf_that_lies_askew_is_drawn_straight() -> None:
    upright = pixels(LINE, whole(0, 595, 842))
    shown = pixels(LINE, whole(0, 595, 842, 2.0))
    turned = upright.rotate(-2.0, Image.Resampling.BICUBIC, fillcolor="white")
    assert dark_box(shown) == pytest.approx(dark_box(turned), abs=2)


def test_tiles_of_a_page_that_lies_askew_fit_together() -> None:
    data = saved(sheet((400, 600), (50, 300, 350, 310)).rotate(2, fillcolor="white"), "PNG")
    wide, high = 2_000, 3_000
    assert wide * high > MOST_PIXELS
    made = Image.new("RGB", (wide, high))
    for part in parts_within(0, wide, high, 0, 0, wide, high, 2.0):
        made.paste(pixels(data, part), (part.left, part.top))
    assert dark_box(made) == pytest.approx((250, 1500, 1750, 1550), abs=10)


def test_flags_say_how_a_page_is_turned_and_nonsense_says_nothing() -> None:
    assert turn_flags(0) == () and turn_flags(0, 0.001) == ()
    assert turn_flags(90, -1.25) == ("turned_90", "straightened_-1.25")
    assert PageLayout(1, 0, 10, 10, flags=("no_text", "turned_270", "straightened_0.50")).turn == 270.5
    for flag in (
        "turned_45",
        "turned_",
        "straightened_",
        "straightened_nan",
        "straightened_99",
        "straightened_1e9",
    ):
        assert turn_of((flag,)) == 0


# --- what cannot be drawn -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "number", "sentence"),
    [
        (saved(sheet(), "PNG")[:200], 0, DAMAGED),
        (saved(sheet(), "PNG"), 1, NO_PICTURE),
        (saved(sheet(), "PNG"), -1, NO_PICTURE),
        (b"<alto/>", 0, NO_PICTURE),
        (pack({"a.xml": b"<alto/>"}), 0, NO_PICTURE),
        (saved(Image.new("1", (14_000, 14_000), 1), "TIFF", compression="group4"), 0, TOO_LARGE),
    ],
)
def test_what_cannot_be_drawn_says_why(data: bytes, number: int, sentence: object) -> None:
    with pytest.raises(UserError) as caught:
        drawn(data, whole(number, 10, 10))
    assert caught.value.message == sentence


def test_decoded_pages_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.pages import picture_pages

    monkeypatch.setattr(picture_pages, "_ROOM", 100 * 100 * 2)
    pages = picture_pages.PicturePages(tiff_of([sheet((100, 100), mode="L")] * 5))
    for number in range(5):
        pages.draw(whole(number, 10, 10), 0, bytearray(400))
    assert len(pages._kept) == 2
    pages.close()
