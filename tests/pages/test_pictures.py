"""Pictures come as the pages that they are: how many, how large, the right way up. What is hostile is not."""

from __future__ import annotations

import random
import struct

import pytest
from PIL import Image

from annotator.core.parcels import pack
from annotator.pages import pictures
from annotator.pages.pictures import PictureError, Pictures, has_pictures, is_picture
from tests.picture_making import saved, sheet, tiff_of, turned_to

KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "JPEG2000")


def dark(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box of what is dark."""
    return picture.convert("L").point(lambda dot: 255 * (dot < 100)).getbbox()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_known_and_decoded(kind: str) -> None:
    data = saved(sheet(), kind)
    assert is_picture(data) and has_pictures(data)
    found = Pictures(data)
    assert len(found) == 1
    left, top, right, bottom = dark(found.load(0)) or (0, 0, 0, 0)
    assert (left, top, right, bottom) == pytest.approx((40, 60, 80, 70), abs=2)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.4", b"RIFF....WAVE", b"PK\x03\x04", b"Geachte"])
def test_what_is_no_picture_is_not_taken_for_one(data: bytes) -> None:
    assert not is_picture(data) and not has_pictures(data)


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F", "YCbCr", "LAB"]
)
def test_each_kind_of_colour_is_black_on_white(mode: str) -> None:
    grey = sheet(mode="L")
    if mode == "I;16":
        made = grey.convert("I").point(lambda dot: dot * 257).convert("I;16")
    elif mode == "LAB":
        made = Image.merge("LAB", (grey, Image.new("L", grey.size, 128), Image.new("L", grey.size, 128)))
    else:
        made = (sheet() if mode in ("CMYK", "YCbCr") else grey).convert(mode)
    shown = Pictures(saved(made, "TIFF")).load(0)
    assert shown.mode in ("L", "RGB")
    assert dark(shown) == (40, 60, 80, 70)
    assert shown.convert("L").point(lambda dot: 255 * (dot >= 254)).getpixel((0, 0)) == 255


def test_what_can_be_seen_through_is_white() -> None:
    clear = Image.new("RGBA", (40, 60), (0, 0, 0, 0))
    assert dark(Pictures(saved(clear, "PNG")).load(0)) is None


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_page_is_turned_as_the_camera_was_held(kind: str, orientation: int) -> None:
    """The mark is near the top left of the page as it should be seen, whatever the camera did to it."""
    undone = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the other way round
    held = sheet() if orientation == 1 else sheet().transpose(Image.Transpose(undone[orientation]))
    data = saved(held, kind, exif=turned_to(orientation), dpi=(100, 100))
    found = Pictures(data)
    shown = found.load(0)
    assert shown.size == (400, 600)
    assert dark(shown) == pytest.approx((40, 60, 80, 70), abs=2)
    size = found.size(0)
    assert size[0] / size[1] == pytest.approx(400 / 600)


def test_all_pages_of_a_tiff_in_their_order_each_turned_as_it_says() -> None:
    pages = [sheet((300, 400), (10 * n, 50, 10 * n + 9, 60), "1") for n in range(1, 6)]
    found = Pictures(tiff_of(pages, compression="group4", dpi=(100, 100)))
    assert len(found) == 5
    for number in (4, 0, 2, 2, 1, 3):
        assert dark(found.load(number)) == (10 * number + 10, 50, 10 * number + 19, 60)


def test_previews_and_masks_in_a_tiff_are_no_pages() -> None:
    kinds = [0, 1, 2, 4]  # page, preview, page of several, mask
    parts = [saved(sheet((100 + 100 * n, 100)), "TIFF", tiffinfo={254: kind}) for n, kind in enumerate(kinds)]
    found = Pictures(chained(parts))
    assert [found.load(number).width for number in range(len(found))] == [100, 300]


def chained(parts: list[bytes]) -> bytes:
    """Put TIFFs of one picture together to one of many."""
    made, last = bytearray(parts[0]), 0
    for number, part in enumerate(parts):
        base = len(made) if number else 0
        if number:
            made += part
            made += b"\0" * (len(made) % 2)
        start = base + struct.unpack_from("<I", part, 4)[0]
        if number:
            struct.pack_into("<I", made, last, start)
        (count,) = struct.unpack_from("<H", made, start)
        for entry in range(count):
            at = start + 2 + 12 * entry
            tag, kind, values = struct.unpack_from("<HHI", made, at)
            size = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8}.get(kind, 4) * values
            if number and (tag == 273 or size > 4):  # strips, and what lies elsewhere
                (value,) = struct.unpack_from("<I", made, at + 8)
                struct.pack_into("<I", made, at + 8, value + base)
                if tag == 273 and values > 1:
                    for strip in range(values):
                        place = value + base + 4 * strip
                        struct.pack_into("<I", made, place, struct.unpack_from("<I", made, place)[0] + base)
        last = start + 2 + 12 * count
    return bytes(made)


@pytest.mark.parametrize(
    ("size", "dpi", "points"),
    [
        ((1654, 2339), (200, 200), (595.4, 842.0)),
        ((2480, 3508), (300, 300), (595.2, 841.9)),
        ((1728, 1144), (204, 98), (609.9, 840.5)),  # a fax has more dots across
        ((1654, 2339), None, (595.4, 842.0)),
        ((3000, 4000), (72, 72), (631.5, 842.0)),  # a camera: 1.4 metres high
        ((1654, 2339), (1, 1), (595.4, 842.0)),
        ((1654, 2339), (10_000, 10_000), (595.4, 842.0)),
        ((1654, 2339), (200, 20), (595.4, 842.0)),
        ((3508, 2480), (150, 150), (842.0, 595.3)),  # 1,684 points would be A1
        ((3508, 4961), (300, 300), (841.9, 1190.6)),  # A3
    ],
)
def test_a_page_is_as_large_as_it_says_or_about_a4(
    size: tuple[int, int], dpi: tuple[int, int] | None, points: tuple[float, float]
) -> None:
    data = saved(Image.new("1", size, 1), "TIFF", compression="group4", **({"dpi": dpi} if dpi else {}))
    assert Pictures(data).size(0) == pytest.approx(points, abs=0.1)


def test_the_pictures_of_a_parcel_are_its_pages_in_order() -> None:
    parcel = pack(
        {
            "brief-10.png": saved(sheet((30, 40)), "PNG"),
            "brief-2.tif": tiff_of([sheet((31, 40)), sheet((32, 40))]),
            "brief.xml": b"<alto/>",
        }
    )
    found = Pictures(parcel)
    assert [(found.part(n), found.load(n).width) for n in (2, 0, 1)] == [
        ("brief-10.png", 30),
        ("brief-2.tif", 31),
        ("brief-2.tif", 32),
    ]
    assert has_pictures(parcel) and not has_pictures(pack({"brief.xml": b"<alto/>"}))


# --- what means harm ----------------------------------------------------------------------------------------


def reason(data: bytes, page: int = 0) -> str:
    with pytest.raises(PictureError) as caught:
        Pictures(data).load(page)
    return caught.value.reason


def test_a_picture_of_a_gigapixel_is_not_decoded() -> None:
    png = bytearray(saved(sheet((10, 10)), "PNG"))
    png[16:24] = struct.pack(">II", 40_000, 40_000)
    import zlib

    png[29:33] = struct.pack(">I", zlib.crc32(png[12:29]))
    assert reason(bytes(png)) == "too_large"
    tiff = saved(Image.new("1", (14_000, 14_000), 1), "TIFF", compression="group4")
    assert reason(tiff) == "too_large"


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_picture_is_damaged(kind: str) -> None:
    noise = Image.effect_noise((300, 300), 90).convert("RGB")
    data = saved(noise, kind)
    assert reason(data[: len(data) // 2]) == "damaged"


def test_a_loop_of_pictures_ends() -> None:
    one = bytearray(saved(sheet(), "TIFF"))
    start = struct.unpack_from("<I", one, 4)[0]
    (count,) = struct.unpack_from("<H", one, start)
    struct.pack_into("<I", one, start + 2 + 12 * count, start)
    assert len(Pictures(bytes(one))) == 1


def test_more_pictures_than_a_letter_has_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PAGES", 3)
    assert reason(tiff_of([sheet((20, 30))] * 4)) == "too_many"
    assert len(Pictures(tiff_of([sheet((20, 30))] * 3))) == 3
    assert reason(pack({f"{n}.png": saved(sheet((20, 30)), "PNG") for n in range(4)})) == "too_many"


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_picture_is_shown_or_refused(kind: str) -> None:
    rolls = random.Random(kind)
    data = saved(sheet((60, 90), (10, 10, 30, 20)), kind)
    for _ in range(60):
        spoilt = bytearray(data)
        for _ in range(rolls.randint(1, 6)):
            spoilt[rolls.randrange(len(spoilt))] = rolls.randrange(256)
        try:
            found = Pictures(bytes(spoilt))
            for page in range(len(found)):
                found.size(page)
                found.load(page)
        except PictureError as problem:
            assert problem.reason in ("damaged", "too_large", "too_many")
