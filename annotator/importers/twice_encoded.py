"""Signs that were encoded twice or more: bytes of UTF-8 that were read in another encoding and written anew.

`BelgiÃ«` is `België` read as Windows-1252, `Belgi√´` as Mac Roman, `Belgi├½` as CP850; twice so `BelgiÃƒÂ«`.
A whole file may be so, or a part of it that was pasted in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_MOST_ROUNDS = 4  # each takes one layer off
# Windows-1252 that was taken for Latin-1. U+0085 alone is a line end.
_CONTROL, _CONTROL_OR_LINE_END = "[\x80-\x84\x86-\x9f]", "[\x80-\x9f]"
# A quote of which the last byte is no sign of Windows-1252, and got lost.
_CUT_QUOTE = "â€(?=[\\s.,;:)?!]|\\Z)"
# What may come out: Latin letters and signs, marks, punctuation, arrows, fractions, boxes, ligatures, damage.
_MEANT = (
    "[\u0080-\u00ff\u0131-\u0133\u0141\u0142\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u0300-\u0308"
    "\u2010-\u2044\u2070-\u208e\u20ac\u2116\u2122\u2150-\u215e\u2190-\u2193\u2212\u2248\u2260\u2264\u2265"
    "\u25a0-\u25cf\u2610-\u2612\ufb00-\ufb06\ufeff\ufffd]"
)
# The first of two bytes, and of three. Of other readings than Windows-1252 less is believed: `¬` is an OCR
# program's soft hyphen, and box-drawing signs draw boxes.
_FIRSTS = {
    "cp1252": ("[Â-ß]", "[à-ï]"),
    "mac_roman": ("√|¬(?=[†∞π≤≥Ωªº´Æ])", "‚(?=[ÄÅÇ])"),
    "cp850": ("├|┬(?=[á╣▓░│½╗«¢╝¥úº])", "Ô(?=[Çüé])"),
}
_IN_QUOTES = ("Ã”", "Ã’", "Ã“", "Ã‘")


def read_as_meant(text: str) -> tuple[str, int]:
    """Return the text with what was encoded twice as it was meant, and the line of the first, or 0."""
    lines: list[int] = []
    for _ in range(_MOST_ROUNDS):
        better = text
        for encoding in _FIRSTS:
            better = _replaced(_read_as(encoding)[0], better, _decoder(encoding), lines)
        better = _replaced(_compiled(_CUT_QUOTE), better, lambda _: "”", lines)
        if _compiled(_CONTROL).search(better):
            better = _replaced(_compiled(_CONTROL_OR_LINE_END), better, _of_windows_1252, lines)
        if better == text:
            break
        text = better
    return text, min(lines, default=0)


def can_be_meant(sign: str) -> bool:
    """Tell whether letters have such a sign."""
    return _compiled(_MEANT).fullmatch(sign) is not None


def _replaced(
    pattern: re.Pattern[str], text: str, meant: Callable[[re.Match[str]], str | None], lines: list[int]
) -> str:
    first: list[int] = []

    def one(match: re.Match[str]) -> str:
        sign = meant(match)
        if sign is None:
            return match[0]
        first[:] = first or [match.start()]
        return sign

    better = pattern.sub(one, text)
    lines += [text.count("\n", 0, start) + 1 for start in first]
    return better


def _decoder(encoding: str) -> Callable[[re.Match[str]], str | None]:
    bytes_of = _read_as(encoding)[1]

    def decoded(match: re.Match[str]) -> str | None:
        """Return the sign that a match was meant to be; None where it is what it says."""
        try:
            meant = bytes(bytes_of[sign] for sign in match[0]).decode()
        except UnicodeDecodeError:
            return None
        return meant if can_be_meant(meant) and _is_likely(match, meant, encoding) else None

    return decoded


def _is_likely(match: re.Match[str], meant: str, encoding: str) -> bool:
    text, start, end = match.string, match.start(), match.end()
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    goes_on = behind.isalpha() or behind == match[0][0]
    if meant in "ˆ˜":
        return before in tuple("¬ƒ‚")  # only ever the last of what was encoded thrice
    if encoding == "cp1252":
        # `“MAGALHÃ”` is a word in quotes.
        return not (before.isupper() and match[0] in _IN_QUOTES and not goes_on)
    return len(match[0]) > 2 or match[0][0] in "¬┬" or before.isalpha() or goes_on


def _of_windows_1252(match: re.Match[str]) -> str | None:
    return match[0].encode("latin-1").decode("cp1252", "ignore") or None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _read_as(encoding: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return what matches a sign of UTF-8 that was read in the encoding, and the byte of each character."""
    bytes_of = {bytes([byte]).decode(encoding, "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
    if encoding == "cp1252":
        bytes_of |= {chr(byte): byte for byte in range(0x80, 0xA0)}  # as Latin-1 has them
    others = "[" + "".join(re.escape(sign) for sign, byte in bytes_of.items() if byte < 0xC0) + "]"
    two, three = _FIRSTS[encoding]
    return re.compile(f"(?:{two}){others}|(?:{three}){others}{{2}}"), bytes_of
