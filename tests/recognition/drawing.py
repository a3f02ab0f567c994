"""Small pages that are pictures, drawn here; and the mark of tests that need the engine."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdfium2 import raw

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


def scanned(shown: Sequence[str], said: Sequence[str], *, size: tuple[float, float] = SIZE) -> bytes:
    """Return a PDF with a picture of lines, and what a scanner says of them as text that is not drawn."""
    document = pypdfium2.PdfDocument(pdf_of_pictures([drawn(shown, size=size)]))
    page = document[0]
    _, high = page.get_size()
    font = raw.FPDFText_LoadStandardFont(document.raw, b"Helvetica")
    for row, line in enumerate(said):
        text = raw.FPDFPageObj_CreateTextObj(document.raw, font, 12.0)
        signs = ctypes.create_string_buffer((line + "\0").encode("utf-16-le"))
        raw.FPDFText_SetText(text, ctypes.cast(signs, raw.FPDF_WIDESTRING))
        raw.FPDFTextObj_SetTextRenderMode(text, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 36, high - 48 - 10 - row * 18)
        raw.FPDFPage_InsertObject(page.raw, text)
    raw.FPDFPage_GenerateContent(page.raw)
    file = io.BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()
