"""Pictures of pages as a PDF holds them. Drawn where a hostile file does no harm: see `ExportContext.run`."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.pages.drawing import NO_PICTURE, Shelf
from annotator.pages.parts import BYTES_PER_PIXEL, whole
from annotator.pages.pictures import PictureError, Pictures, has_pictures

if TYPE_CHECKING:
    from PIL.Image import Image

    from annotator.exporters.placed_words import Box

NOT_OPENED = QT_TRANSLATE_NOOP(
    "Export",
    "The source of “{title}” cannot be opened ({reason}): export the other letters, or another format.",
)
_MARK = b"%PDF-"
_DRAWN = 200  # dots an inch of what is drawn anew
_MOST_DOTS = 40_000_000  # of a page: A4 at 600 dots an inch has 35 million
_POINTS = 72
_JPEG_QUALITY = 85


class Wanted(NamedTuple):
    """A page of a source: its number there from 0, its size as it is shown in points, how many degrees it is
    turned clockwise, and what is burnt black on it: None where nothing is, and it goes as it is; with `dots`
    it is drawn anew all the same."""

    source_page: int
    width: float
    height: float
    turn: float
    black: Sequence[Box] | None = None
    dots: int = 0  # an inch that are wanted; 0 for as many as there are


class PagePicture(NamedTuple):
    """A picture: its size in dots, "1", "L" or "RGB", and its bytes as JPEG or as the rows of a PNG."""

    wide: int
    high: int
    mode: str
    is_jpeg: bool
    data: bytes


def has_pages(data: bytes) -> bool:
    """Tell whether a source has pages that can be shown: a PDF or pictures."""
    return is_pdf(data) or has_pictures(data)


def is_pdf(data: bytes) -> bool:
    """Tell whether a source is a PDF."""
    return _MARK in data[:1024]


def page_pictures(
    source: bytes, pages: Sequence[Wanted], report: Callable[[int, int], object] = lambda done, total: None
) -> list[PagePicture | None]:
    """Return the pictures of pages, None for one that has none. Raises `UserError` for a damaged source."""
    shelf = Shelf()
    made: list[PagePicture | None] = []
    try:
        pictures = Pictures(source) if has_pictures(source) else None
        for number, page in enumerate(pages, 1):
            made.append(_picture(shelf, source, pictures, page))
            report(number, len(pages))
    except PictureError as problem:
        raise UserError(NO_PICTURE) from problem
    finally:
        shelf.close()
    return made


def _picture(shelf: Shelf, source: bytes, pictures: Pictures | None, page: Wanted) -> PagePicture | None:
    resolution = float(_DRAWN)
    if pictures is not None:
        if page.source_page >= len(pictures):
            return None
        as_it_is = page.black is None and not page.turn and not page.dots
        if as_it_is and (same := pictures.as_jpeg(page.source_page)):
            return PagePicture(*same[1:], True, same[0])
        resolution = _POINTS * (pictures.dots(page.source_page) / max(page.width * page.height, 1)) ** 0.5
    image = _drawn(shelf, source, page, page.dots or resolution)
    if page.black:
        _blacken(image, page)
    if image.mode == "L" and sum(image.histogram()[1:255]) == 0:
        image = image.convert("1")
    return _packed(image, lossless=page.black is None and not page.dots)


def _drawn(shelf: Shelf, source: bytes, page: Wanted, resolution: float) -> Image:
    """Return a page as it is drawn, without colour where it has none."""
    from PIL import Image, ImageChops

    most = (_MOST_DOTS / max(page.width * page.height, 1)) ** 0.5
    scale = min(resolution / _POINTS, most)
    wide, high = max(1, round(page.width * scale)), max(1, round(page.height * scale))
    room = bytearray(wide * high * BYTES_PER_PIXEL)
    shelf.draw("", lambda: source, whole(page.source_page, wide, high, page.turn), room)
    # Read as RGBX its bytes are not copied; drawn they are the other way round.
    blue, green, red, _ = Image.frombuffer("RGBX", (wide, high), room, "raw", "RGBX", 0, 1).split()
    if ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox():
        return Image.merge("RGB", (red, green, blue))
    return red


def _blacken(image: Image, page: Wanted) -> None:
    from PIL import ImageDraw

    across, down = image.width / page.width, image.height / page.height
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in page.black or ():
        draw.rectangle((left * across - 1, top * down - 1, right * across + 1, bottom * down + 1), fill=0)


def _packed(image: Image, *, lossless: bool) -> PagePicture:
    made = io.BytesIO()
    is_jpeg = not lossless and image.mode != "1"
    if is_jpeg:
        image.save(made, "JPEG", quality=_JPEG_QUALITY)
        data = made.getvalue()
    else:
        image.save(made, "PNG", compress_level=2)
        data = b"".join(_rows_of_png(made.getvalue()))
    return PagePicture(image.width, image.height, image.mode, is_jpeg, data)


def _rows_of_png(data: bytes) -> Iterator[bytes]:
    """Yield what a PNG has packed: a PDF holds the same (PDF 1.7, 7.4.4.4; PNG, 11.2.4)."""
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] == b"IDAT":
            yield data[at + 8 : at + 8 + length]
        at += length + 12


def as_file(picture: PagePicture) -> tuple[str, bytes]:
    """Return the ending and the bytes of a file that shows a picture."""
    if picture.is_jpeg:
        return ".jpg", picture.data
    bits, kind = (1 if picture.mode == "1" else 8), (2 if picture.mode == "RGB" else 0)
    head = struct.pack(">IIBBBBB", picture.wide, picture.high, bits, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", picture.data), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return ".png", b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def drawn_for(
    one: ExportLetter, source: bytes, pages: Sequence[Wanted], context: ExportContext
) -> list[PagePicture | None]:
    """Return the pictures of a letter's pages. Raises `UserError` that names the letter."""
    try:
        made: list[PagePicture | None] = context.run(page_pictures, source, pages)
    except UserError as problem:
        if type(problem) is not UserError:  # a cancel
            raise
        params: dict[str, object] = {"title": one.letter.about.title, "reason": problem.message}
        raise UserError(Message("Export", NOT_OPENED, params)) from problem
    return made


def put_picture(pdf: object, picture: PagePicture | None, width: float, height: float) -> None:
    """Add a page of a size in points that shows a picture, or nothing."""
    from pikepdf import Dictionary, Name, Pdf

    assert isinstance(pdf, Pdf)
    page = pdf.add_blank_page(page_size=(max(width, 3.0), max(height, 3.0)))
    if picture is None:
        return
    bits = 1 if picture.mode == "1" else 8
    colours = Name.DeviceRGB if picture.mode == "RGB" else Name.DeviceGray
    image = pdf.make_stream(picture.data)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = picture.wide, picture.high
    image.ColorSpace, image.BitsPerComponent = colours, bits
    image.Filter = Name.DCTDecode if picture.is_jpeg else Name.FlateDecode
    if not picture.is_jpeg:
        count = 3 if picture.mode == "RGB" else 1
        image.DecodeParms = Dictionary(
            Predictor=15, Colors=count, BitsPerComponent=bits, Columns=picture.wide
        )
    page.add_resource(image, Name.XObject, Name.Page)
    page.contents_add(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do Q".encode())
