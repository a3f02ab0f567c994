"""Telling UTF-8, UTF-16 and Windows-1252 apart, without guessing further than the bytes allow."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# What no text holds: control characters but tab, line ends, vertical tab and form feed.
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_ROWS_OF_ACCENTS = re.compile(b"[\x80-\xff]{4,}")
_SAMPLE = 4096


def decode(data: bytes) -> str | None:
    """Return the text of the bytes, with U+FFFD for what is damaged; None where they hold no text."""
    text = _decode_as_told(data)
    if text is None:
        text = _decode_8_bit(data)
    return text if text is not None and _is_mostly_text(text) else None


def _decode_as_told(data: bytes) -> str | None:
    """Decode by the byte order mark, or by where UTF-16 has its zero bytes; None where neither is there."""
    encoding = told_encoding(data)
    return data.decode(encoding, "replace").removeprefix("\ufeff") if encoding else None


def told_encoding(data: bytes) -> str:
    """Return the encoding that a byte order mark or the zero bytes of UTF-16 tell; "" without them."""
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), "")
    return marked or _utf_16_without_mark(data[:_SAMPLE])


def _utf_16_without_mark(sample: bytes) -> str:
    # Dutch in UTF-16 has a zero in every other byte, but for the odd curly quote or dash.
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    most, few = 0.7 * (len(sample) // 2), 0.05 * (len(sample) // 2)
    if second > most and first <= few:
        return "utf-16-le"
    return "utf-16-be" if first > most and second <= few else ""


def _decode_8_bit(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    if REPLACEMENT not in text:
        return text
    already = data.count(REPLACEMENT.encode())  # damaged before, and written down so
    damaged = text.count(REPLACEMENT) - already
    # An accent of Windows-1252 is never valid UTF-8 by chance in Dutch (it would have to read `Ã«`). So where
    # at least as many characters are whole as are damaged this is UTF-8 that was damaged.
    whole = len(_BEYOND_ASCII.findall(text)) - damaged
    if damaged == 0 or 0 < whole >= damaged:
        return text
    # Cyrillic or Greek in an encoding of its own would be read as rows of accents.
    accents = sum(map(len, _ROWS_OF_ACCENTS.findall(data)))
    return None if accents > len(data) // 2 else data.decode("cp1252", "replace")


def _is_mostly_text(text: str) -> bool:
    allowed = max(2, len(text) // 100)
    return len(CONTROLS.findall(text)) <= allowed and text.count(REPLACEMENT) <= max(2, len(text) // 20)
