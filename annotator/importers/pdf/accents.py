"""Accents that a file draws over a letter as a character of its own, as TeX does."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

ACCENTS = {
    "`": "\u0300", "´": "\u0301", "ˊ": "\u0301", "ˋ": "\u0300", "^": "\u0302", "ˆ": "\u0302", "~": "\u0303",
    "˜": "\u0303", "¨": "\u0308", "˚": "\u030a", "ˇ": "\u030c", "¸": "\u0327",
    "\u0300": "\u0300", "\u0301": "\u0301", "\u0302": "\u0302", "\u0303": "\u0303", "\u0308": "\u0308",
    "\u030a": "\u030a", "\u030c": "\u030c", "\u0327": "\u0327",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}
# A box: left, low, right, high, in any frame whose second and fourth grow upwards.
Box = tuple[float, float, float, float]


def composed(letter: str, accent: str) -> str:
    """Return the letter with the accent as one character; empty where there is none."""
    whole = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + ACCENTS[accent])
    return whole if len(whole) == 1 and letter.isalpha() else ""


def settled(signs: Sequence[str], box_of: Callable[[int], Box]) -> list[str]:
    """Return the signs with accents put into the letters that they stand over; an accent becomes "".

    The letter beside an accent is looked at first, then all of the page: some files draw the accents last.
    """
    made = list(signs)
    boxes: list[Box] = []
    for at, sign in enumerate(signs):
        if sign not in ACCENTS:
            continue
        accent = box_of(at)
        near = [n for n in (at + 1, at - 1, at + 2, at - 2) if 0 <= n < len(signs)]
        letter = next((n for n in near if _is_over(accent, made[n], sign, box_of(n))), None)
        if letter is None and len(signs) > 0:
            boxes = boxes or [box_of(n) for n in range(len(signs))]
            letter = next((n for n, box in enumerate(boxes) if _is_over(accent, made[n], sign, box)), None)
        if letter is not None:
            made[letter], made[at] = composed(made[letter], sign), ""
    return made


def _is_over(accent: Box, letter: str, sign: str, box: Box) -> bool:
    """Tell whether the middle of the accent stands over the letter, and the letter can bear it."""
    if not letter or letter in ACCENTS or not composed(letter, sign):
        return False
    middle, height = (accent[0] + accent[2]) / 2, box[3] - box[1]
    inset = 0.1 * (box[2] - box[0])
    return box[0] + inset < middle < box[2] - inset and abs(accent[1] - box[1]) < 0.6 * height
