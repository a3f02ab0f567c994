"""Makes pictures of pages: white, with black marks at chosen places, in any format that is read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw

Box = tuple[int, int, int, int]
ORIENTATION = 274


def sheet(size: tuple[int, int] = (400, 600), mark: Box = (40, 60, 80, 70), mode: str = "RGB") -> Image.Image:
    """A white page with a black mark (left, top, right, bottom in dots)."""
    made = Image.new("L", size, 255)
    ImageDraw.Draw(made).rectangle((mark[0], mark[1], mark[2] - 1, mark[3] - 1), fill=0)
    return made.convert(mode)


def saved(picture: Image.Image, kind: str, **how: Any) -> bytes:
    """The bytes of a picture in a format."""
    made = io.BytesIO()
    # A copy: Pillow remembers on a picture how it was saved as JPEG, and stumbles over that in TIFF.
    picture.copy().save(made, kind, **how)
    return made.getvalue()


def tiff_of(pages: Sequence[Image.Image], **how: Any) -> bytes:
    """A TIFF of several pages."""
    return saved(pages[0], "TIFF", save_all=True, append_images=[page.copy() for page in pages[1:]], **how)


def turned_to(orientation: int) -> Image.Exif:
    """What a camera says of how it was held."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return exif
