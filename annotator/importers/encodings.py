"""From bytes to text: UTF-8, UTF-16 and UTF-32 by their bytes, encodings of one byte a sign by words."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from annotator.importers.eight_bit import NAMES, WINDOWS_1252, has_odd_signs, tell
from annotator.importers.twice_encoded import can_be_meant, read_as_meant

REPLACEMENT = "\ufffd"
_MARK_OF_UTF_8 = b"\xef\xbb\xbf"
_BOMS = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (_MARK_OF_UTF_8, "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# What no text holds: control characters but tab, line ends, vertical tab and form feed.
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_ROWS_OF_ACCENTS = re.compile(b"[\x80-\xff]{4,}")
_SAMPLE = 4096
_OTHERWISE, _MARKED = "kanttekening.windows-1252", "kanttekening.marked"
_MARK = "\ufffe"
_NO_BREAK_SPACE, _FIRST_LETTER = 0xA0, 0xC0
_QUOTE_OF_UTF_8 = 0xE2
_HALF_OF_UTF_8 = b"\xc2\xc3"  # the first byte of most accented letters: alone it is no `Ã`


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what was guessed.

    `encoding` is what the words told, as people call it, "" where the bytes did; `twice_encoded` is the line
    of the first sign that was encoded twice, 0 without; `is_odd` says that most signs stand where none like
    them stands, so that it may be the wrong encoding. `raw` is the text as it was decoded first.
    """

    text: str
    raw: str
    encoding: str = ""
    twice_encoded: int = 0
    is_odd: bool = False


def decode(data: bytes) -> str | None:
    """Return the text of the bytes, with U+FFFD for what is damaged; None where they hold no text."""
    decoded = read_bytes(data)
    return decoded.text if decoded else None


def read_bytes(data: bytes) -> Decoded | None:
    """Return the text of the bytes and what was guessed; None where they hold no text."""
    raw, encoding = _decode_as_told(data), ""
    if raw is None:
        raw, encoding = _decode_8_bit(data)
    if raw is None:
        return None
    text, line = read_as_meant(raw)
    if not _is_mostly_text(text):
        return None
    is_odd = encoding == WINDOWS_1252 and has_odd_signs(text)
    return Decoded(text, raw, NAMES.get(encoding, ""), line, is_odd)


def _decode_as_told(data: bytes) -> str | None:
    """Decode by the byte order mark, or by where UTF-16 has its zero bytes; None where neither is there."""
    encoding = told_encoding(data)
    errors = _OTHERWISE if encoding == "utf-8" else "replace"
    return data.decode(encoding, errors).removeprefix("\ufeff") if encoding else None


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


def _decode_8_bit(data: bytes) -> tuple[str | None, str]:
    """Return the text and the encoding that its words told, "" where the bytes did."""
    text = data.decode("utf-8", "replace")
    if REPLACEMENT not in text:
        return text, ""
    already = data.count(REPLACEMENT.encode())  # damaged before, and written down so
    damaged = text.count(REPLACEMENT) - already
    whole = [sign for sign in _BEYOND_ASCII.findall(text) if sign != REPLACEMENT]
    # An accent of Windows-1252 is never valid UTF-8 by chance in Dutch (it would have to read `Ã«`).
    if damaged == 0 or 0 < len(whole) + already >= damaged:
        return _in_two_encodings(data), ""
    encoding = tell(data)
    if encoding == WINDOWS_1252 and whole and all(map(can_be_meant, whole)):
        return _in_two_encodings(data), ""
    # Cyrillic or Greek in an encoding of its own would be read as rows of accents.
    accents = sum(map(len, _ROWS_OF_ACCENTS.findall(data)))
    return (None if accents > len(data) // 2 else data.decode(encoding, "replace")), encoding


def read_as_windows_1252(data: bytes, text: str) -> list[int]:
    """Return which signs of a text that `decode` gave are bytes of Windows-1252 amid UTF-8."""
    data = data.removeprefix(_MARK_OF_UTF_8)
    plain = data.decode("utf-8", "replace")
    # Where no sign is whole UTF-8, all of it is Windows-1252.
    if len(_BEYOND_ASCII.findall(plain)) == plain.count(REPLACEMENT) or text != _in_two_encodings(data):
        return []
    return [match.start() for match in re.finditer(_MARK, data.decode("utf-8", _MARKED))]


def _in_two_encodings(data: bytes) -> str:
    """Decode UTF-8, and as Windows-1252 the bytes that are none and can be a sign of it where they stand."""
    return data.decode("utf-8", _OTHERWISE)


def _otherwise(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    data, start, end = error.object, error.start, error.end
    before, byte, behind = data[max(0, start - 1) : start], data[start], data[start + 1 : start + 2]
    if byte >= _FIRST_LETTER:
        # `ë”` looks like the begin of a longer sign; quotes, dashes and the euro begin with this byte alone.
        whole = byte not in _HALF_OF_UTF_8 and (end == start + 1 or byte != _QUOTE_OF_UTF_8)
        end = start + 1 if whole else end
    elif any(0x7F < other < _FIRST_LETTER for other in before + behind):
        whole = False
    else:
        # `pati©nt`: what is left of a letter.
        whole = byte < _NO_BREAK_SPACE or not (before.isalpha() and behind.isalpha())
    return data[start : start + 1].decode("cp1252", "replace") if whole else REPLACEMENT, end


def _marked(error: UnicodeError) -> tuple[str, int]:
    sign, end = _otherwise(error)
    return sign if sign == REPLACEMENT else _MARK, end


codecs.register_error(_OTHERWISE, _otherwise)
codecs.register_error(_MARKED, _marked)


def _is_mostly_text(text: str) -> bool:
    allowed = max(2, len(text) // 100)
    return len(CONTROLS.findall(text)) <= allowed and text.count(REPLACEMENT) <= max(2, len(text) // 20)
