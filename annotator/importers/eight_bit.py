"""Telling encodings of one byte a sign apart by the words they make: `Belgi‰` or `België`.

What stands around each byte beyond ASCII says how well it fits: an accent stands between letters that accents
stand between, a quote in front of or behind a word, a euro beside an amount. Windows-1252 is believed unless
its signs do not fit and those of another encoding do.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from annotator.importers.accents import BESIDE

WINDOWS_1252 = "cp1252"
# CP858 is CP850 with a euro, ISO 8859-15 Latin-1 with a euro; what they are called when they are told of.
NAMES = {"cp858": "CP850", "mac_roman": "Mac Roman", "iso8859_15": "ISO 8859-15"}

_HIGH = re.compile(rb"(?s)(?=([\x00-\xff][\x80-\xff][\x00-\xff]))")
# Words that in Windows-1252 look as if a comma or a quote stood there: `‚‚n van de`, `het comit‚ is`.
_WORDS_OF_CP850 = re.compile(
    rb"\x82\x82n(?![aeiou])"
    rb"|(?:[Cc]omit|[Pp]riv|[Tt]rac|[Cc]af|[Oo]k|roc[e\x82]d|ttach|[Aa]ndr|Ren|Jos|ommuniqu)\x82(?![a-z])"
)
_LOOKED_AT = 1_000_000  # bytes
_MOST_TIMES = 5  # a sign that comes often says little more
_FITS, _MAY_FIT, _ODD, _BAD = 1.0, 0.4, -0.5, -1.0
_COMMA = re.compile(rb"[A-Za-z]\x82[^A-Za-z\x80-\xff]")  # OCR reads a comma so: `en‚ zo`
_BETTER_BY = 1.3
_CONFUSED = ("áàâä", "éèêë", "íîï", "óòôö", "úùûü")
_OPENING, _CLOSING = "‘“„‚«‹", "’”»›´"
_BEHIND_FIGURES = "°½¼¾²³¹%‰"
_BEHIND_WORDS = "¹²³®©™ªº°"


def tell(data: bytes) -> str:
    """Return the encoding that makes the best words of the bytes, as Python calls it."""
    around = Counter(_HIGH.findall(b" " + data[:_LOOKED_AT] + b" "))
    for three in list(filter(_COMMA.fullmatch, around)):
        del around[three]
    usual = _fit(around, WINDOWS_1252)
    known = min(len(_WORDS_OF_CP850.findall(data[:_LOOKED_AT])), _MOST_TIMES)
    usual.score -= 2 * known
    usual.bad += known
    if usual.bad == 0:
        return WINDOWS_1252
    fits = {name: _fit(around, name) for name in NAMES}
    fits["cp858"].score += known
    fits["cp858"].good += known
    if b"\xa4" not in data:
        del fits["iso8859_15"]  # the euro alone tells it: the other signs in which they differ are rare
    best = max(fits, key=lambda name: fits[name].score)
    found = fits[best]
    better = found.score >= usual.score + _BETTER_BY and found.bad < usual.bad and 2 * found.good > found.bad
    return best if better else WINDOWS_1252


def has_odd_signs(text: str) -> bool:
    """Tell whether most signs beyond ASCII stand where none like them stands."""
    signs = Counter(re.findall(r"(?s)(?=(.[^\x00-\x7f].))", f" {text[:_LOOKED_AT]} "))
    rated = [_rated(sign) for sign in signs]
    return sum(rate <= _BAD for rate in rated) > len(rated) / 2


class _Fit:
    """How well an encoding fits: the sum, and the weights of what fits and what does not."""

    def __init__(self) -> None:
        self.score = self.good = self.bad = 0.0


def _fit(around: Counter[bytes], encoding: str) -> _Fit:
    fit = _Fit()
    for three, times in around.items():
        weight = min(times, _MOST_TIMES)
        rate = _rated(three.decode(encoding, "replace")) * weight
        fit.score += rate
        if rate > 0:
            fit.good += weight
        elif rate < 0:
            fit.bad += weight
    return fit


def _rated(three: str) -> float:
    """Return how well the middle one of three signs stands between the others."""
    before, sign, behind = three[0], three[1], three[2]
    if sign.isalpha():
        return _accent(before, sign, behind)
    left, right = before.isalpha(), behind.isalpha()
    if sign in _OPENING:
        return _FITS if not left and not behind.isspace() else _BAD if right else _ODD
    if sign in _CLOSING:
        if sign in "’´" and (left or behind in "tsnkmr"):
            return _MAY_FIT
        return _FITS if not before.isspace() and not right else _ODD
    return _sign(before, sign, behind, left, right)


def _sign(before: str, sign: str, behind: str, left: bool, right: bool) -> float:
    if sign in "€£":
        beside = behind.isdigit() or before.isdigit() or (behind in " \u00a0" and not left)
        return _FITS if beside else _ODD
    if sign in "–—":
        torn = (left or right) and sign in before + behind  # `v——r`
        return _BAD if (left and right) or torn else _FITS if before == behind == " " else _MAY_FIT
    if sign == "·":
        return 0.0
    if sign in "…•§¶\u00a0\u00ad":
        return _ODD if left and right and sign not in "\u00a0\u00ad" else _MAY_FIT
    if sign in _BEHIND_FIGURES and before.isdigit():
        return _MAY_FIT
    if sign in _BEHIND_WORDS and (left or before in ".,;:)\n") and not right:
        return _MAY_FIT
    if sign in "½¼¾±¿¡×÷" and not (left or right):
        return 0.0
    return _BAD


def _accent(before: str, sign: str, behind: str) -> float:
    if sign.isupper() and (before.islower() or (before.isalpha() and behind.islower())):
        return _BAD
    if sign.islower() and before.isupper() and behind.isupper():
        return _BAD
    left, right = (other.lower() if other.isalpha() else "-" for other in (before, behind))
    if left == right == "-":
        return _MAY_FIT if sign == "à" else _ODD if behind == "." else _BAD
    if left + right in _beside().get(sign.lower(), ()):
        return _FITS
    # OCR takes one accent for another: `financiéle`.
    confused = next((accents for accents in _CONFUSED if sign.lower() in accents), "")
    alike = any(left + right in _beside().get(accent, ()) for accent in confused)
    return _MAY_FIT if alike else _BAD


@cache
def _beside() -> dict[str, frozenset[str]]:
    return {accent: frozenset(pairs.split()) for accent, pairs in BESIDE.items()}
