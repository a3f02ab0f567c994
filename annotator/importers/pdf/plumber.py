"""The careful engine: words with boxes by pdfplumber, for pages that the fast one cannot be trusted with.

Its settings: characters that are drawn twice go, words come in the order of the file, and a new word begins
at 0.15 of the font's size; the default glues words together.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from annotator.importers.encodings import REPLACEMENT
from annotator.importers.layout.words import PageWord, RawPage, readable
from annotator.importers.pdf.pdfium import GAP

_UNKNOWN = re.compile(r"\(cid:\d+\)")


class Careful:
    """A PDF opened with pdfplumber, at the first page that is asked for."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self._data = data
        self._password = password
        self._pdf: Any = None

    def close(self) -> None:
        """Let the file go; over a damaged one pdfplumber raises here too, when it has given all it has."""
        if self._pdf is not None:
            with suppress(Exception):
                self._pdf.close()

    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._opened().pages)

    def read_page(self, index: int) -> RawPage:
        """Return the words of a page; whatever pdfplumber raises over a damaged file goes on."""
        page = self._opened().pages[index]
        try:
            with _few_warnings():
                found = page.dedupe_chars().extract_words(
                    use_text_flow=True, x_tolerance_ratio=GAP, return_chars=True
                )
            words = tuple(word for word in map(_word, found) if word.text)
            return RawPage(float(page.width), float(page.height), words)
        finally:
            page.close()

    def _opened(self) -> Any:
        if self._pdf is None:
            import pdfplumber  # 150 ms, for few files

            with _few_warnings():
                self._pdf = pdfplumber.open(
                    io.BytesIO(self._data),
                    password=self._password,
                    unicode_norm="NFC",
                    raise_unicode_errors=False,
                )
        return self._pdf


def _word(found: dict[str, Any]) -> PageWord:
    first = found["chars"][0]
    a, b = first["matrix"][:2]
    turn = round(math.degrees(math.atan2(b, a)) / 90) * 90 % 360
    text = readable(_UNKNOWN.sub(REPLACEMENT, found["text"]))
    left, top, right, bottom = (float(found[edge]) for edge in ("x0", "top", "x1", "bottom"))
    return PageWord(text, left, top, right, bottom, float(first["size"]) or 1.0, turn)


@contextmanager
def _few_warnings() -> Iterator[None]:
    """Keep what pdfminer has to say of a damaged file out of the log: it would be a line a character."""
    import logging

    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
