"""What is in a PDF: each stream unpacked, what its pages say, what they show."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
from PIL import Image


def streams(data: bytes) -> Iterator[bytes]:
    """Yield each stream of a PDF as it is unpacked, and each object as it is written."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                try:
                    yield each.read_bytes()
                except pikepdf.PdfError:  # a picture that pikepdf does not unpack
                    yield each.read_raw_bytes()
            yield each.unparse(resolved=True) if not isinstance(each, pikepdf.Stream) else b""
        yield repr(dict(pdf.docinfo)).encode()


def said(data: bytes) -> list[str]:
    """Return what each page says to who copies or searches it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def shown(data: bytes, number: int = 0, scale: float = 2.0) -> Image.Image:
    """Return a page as it is seen, in grey."""
    document = pypdfium2.PdfDocument(data)
    try:
        return document[number].render(scale=scale).to_pil().convert("L")
    finally:
        document.close()
