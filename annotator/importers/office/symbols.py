"""Signs of symbol fonts, whose code says nothing without the font."""

from __future__ import annotations

import re

UNKNOWN = "\ufffd"
_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the 256 signs of such a font
_PRIVATE_SIGN = re.compile("[\uf000-\uf0ff]")
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_GREEK_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = (
    {ord(sign): sign for sign in " !#%&()+,./0123456789:;<=>?[]_{|}"}
    | dict(zip(range(0x41, 0x5B), _GREEK, strict=True))
    | dict(zip(range(0x61, 0x7B), _GREEK_SMALL, strict=True))
    | {
        0x2A: "*", 0x2D: "-", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑",
        0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
        0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD7: "·", 0xDB: "⇔",
        0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xF0: "-",
    }
)  # fmt: skip
_WINGDINGS = {
    0x20: " ", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xB2: "◊", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x97: "•", 0x98: "•"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def is_symbol_font(font: str) -> bool:
    """Tell whether the codes of the font are not those of its letters."""
    return font.casefold() in _FONTS or font.casefold() in ("wingdings 3", "webdings", "marlett")


def symbol(code: int, font: str) -> str:
    """Return the sign that a code stands for in a font; U+FFFD where nobody knows."""
    if code not in _PRIVATE and not is_symbol_font(font):
        return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else UNKNOWN
    return _FONTS.get(font.casefold(), {}).get(code & 0xFF, UNKNOWN)


def plain(text: str, font: str) -> str:
    """Return a text with the signs of private use that symbol fonts have as what they show."""
    return _PRIVATE_SIGN.sub(lambda match: symbol(ord(match.group()), font), text)
