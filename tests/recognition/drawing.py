"""Small pages that are pictures, drawn here; and the mark of tests that need the engine."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw, ImageFont

from annotator.recognition.engine import is_installed

needs_engine = pytest.mark.skipif(
    not is_installed(), reason='the extra "ocr" is not installed: there is nothing to recognise text with'
)
DPI = 150
SIZE = (420.0, 300.0)  # points
LETTER = (
    "Geachte voorzitter,",
    "Hierbij bied ik u het verslag aan van de",
    "vergadering over de visserij in de Noordzee.",
    "De minister van Landbouw heeft de Kamer",
    "toegezegd dat het besluit in het voorjaar volgt.",
)


def drawn(
    lines: Sequence[str] = LETTER,
    *,
    size: tuple[float, float] = SIZE,
    dpi: int = DPI,
    points: float = 12,
    left: float = 36,
    top: float = 48,
) -> Image.Image:
    """Return a page with lines of text; sizes and places are in points."""
    scale = dpi / 72
    image = Image.new("L", (round(size[0] * scale), round(size[1] * scale)), 255)
    put(image, lines, dpi=dpi, points=points, left=left, top=top)
    return image


def put(
    image: Image.Image, lines: Sequence[str], *, dpi: int = DPI, points: float = 12, left: float, top: float
) -> None:
    """Draw lines of text on a page."""
    scale = dpi / 72
    font = ImageFont.load_default(points * scale)
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(lines):
        draw.text((left * scale, (top + row * points * 1.5) * scale), line, fill=0, font=font)


def pdf_of_pictures(pages: Sequence[Image.Image], dpi: int = DPI) -> bytes:
    """Return a PDF whose pages are these pictures, without a text layer."""
    file = io.BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:], resolution=dpi)
    return file.getvalue()
