"""Words with a sign in them that no Dutch word holds: `overh&id`, `instel)ingen`, `dr¢iging`.

Letters hold a closed set of signs. Another one that touches a word was misread: the word is one suspect with
the sign in it. A bracket may be one, so it is doubted only where a word stands there without it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from annotator.language import reasons
from annotator.language.interface import Reason, Suggestion, Suspect

if TYPE_CHECKING:
    from annotator.language.learnt import Learnt
    from annotator.language.lexicon import Lexicon

# What a sign is likely read for. A sign with `0` may as well stand there: only a word without it tells.
_LIKE: dict[str, tuple[str, ...]] = {
    "&": ("e", "el", "a", "s", "8"), "¢": ("e", "c", "o"), "§": ("s", "e", "g"), "£": ("e", "f", "t", "l"),
    "¥": ("y", "v"), "¦": ("l", "i"), "%": ("s", "e", "o"), "=": ("e", "s"), "$": ("s",), "<": ("k", "c"),
    ">": ("z", "s"), "«": ("'", "e", "c"), "»": ("'", "s", "e"), "~": ("", "-"), "^": ("a", "r"),
    "_": ("", "-"),
    ")": ("l", "j", "i", "t", "0"), "(": ("l", "i", "c", "t", "f", "0"), "]": ("l", "j", "i", "t", "0"),
    "[": ("l", "i", "t", "f", "0"), "}": ("l", "j", "i", "0"), "{": ("l", "i", "f", "0"),
    "+": ("t", "f", "0"), "\\": ("l", "i", "0"), '"': ("", "0"),
}  # fmt: skip
_OTHERS = "etnraiodslgvhkmubpwjczfë"
_INSIDE = "".join(map(re.escape, _LIKE))
_EDGE = "&¢£¥¦"
_FOUND = re.compile(
    rf"(?<=[a-zà-ÿ])[{_INSIDE}](?=[a-zà-ÿ])|(?<![^\s(\"“‘])[A-Z][{_EDGE})(](?=[a-zà-ÿ]{{3}})"
    rf"|(?<!\S)[{_EDGE}](?=[a-zà-ÿ]{{2}})|(?<=[a-zà-ÿ]{{2}})[{_EDGE}](?![^\s.,;:!?)])"
)
_WORD = re.compile(rf"(?:[^\W\d_]|[{_INSIDE}])+")
_SPECKS = frozenset("_~")
_MOST_SIGNS = 2
_LESS_LIKE = 4.0  # how much less likely (a logarithm) a sign was read for a letter that it is not like
_TWO_FOR_ONE = 1.0
_SHORTEST = 5  # of a word in which a bracket is a letter
_NEAR = 300  # signs within which a bracket has its other
_INSIDE_WORD = re.compile(r"[a-zà-ÿ][()\[\]{}][a-zà-ÿ]")
_USED = -17.0  # how likely it must be by itself
_SUREST, _MOST = 0.95, 5
_ADDRESS = re.compile(r"[@/]|www\.|\.[a-z]{2,4}$")

# `¢ 12 miljoen`, `10°k`, `$ 3 van de wet`.
_CENTS = re.compile(r"(?<![\w¢])¢(?=[ \u00a0]?\d)")
_PERCENT = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)([ \u00a0]?)(?:[°0o]/[o0°]|°/?[ko0]|°/[,.]?)(?![\w/])"
)
_SECTION = re.compile(
    r"(?<!\S)\$(?= ?\d{1,3}[a-z]?,? (?:van (?:de|het|deze|dit)\b|(?:(?:eerste|tweede|derde) )?lid\b))"
)
_RISKY = re.compile(r"0/0$")


def foreign_signs(text: str, lexicon: Lexicon, learnt: Learnt) -> Iterator[Suspect]:
    """Yield each word that holds a sign that no word has, and the signs that stand wrong beside a number."""
    done = -1
    for match in _FOUND.finditer(text):
        if match.start() < done:
            continue
        start, end = _word_around(text, match.start())
        done = end
        suspect = _doubted(text, start, end, lexicon, learnt)
        if suspect is not None:
            yield suspect
    yield from _beside_numbers(text)


def _beside_numbers(text: str) -> Iterator[Suspect]:
    for match in _CENTS.finditer(text):
        yield _suspect(text, *match.span(), (Suggestion("€", 0.95),))
    for match in _SECTION.finditer(text):
        yield _suspect(text, *match.span(), (Suggestion("§", 0.9),))
    for match in _PERCENT.finditer(text):
        score = 0.8 if _RISKY.search(match[0]) else 0.95
        yield _suspect(text, *match.span(), (Suggestion(f"{match[1]}{match[2]}%", score),))


def _word_around(text: str, at: int) -> tuple[int, int]:
    """Return the letters and signs around a place, without brackets and quotes at the edges."""
    line_start, low = text.rfind("\n", 0, at) + 1, at
    while low > line_start and _WORD.fullmatch(text[low - 1]) and at - low < 60:
        low -= 1
    match = _WORD.match(text, low)
    end = match.end() if match else at + 1
    while end > at + 1 and not text[end - 1].isalpha() and text[end - 1] not in _EDGE:
        end -= 1
    while low < at and not text[low].isalpha() and text[low] not in _EDGE:
        low += 1
    return low, min(end, low + 80)


def _doubted(text: str, start: int, end: int, lexicon: Lexicon, learnt: Learnt) -> Suspect | None:
    word = text[start:end]
    if _is_address(text, start, end) or learnt.is_project_word(word):
        return None
    before = learnt.corrections_of(word)
    if before:
        total = before.total() + 0.1
        return _suspect(
            text, start, end, tuple(Suggestion(a, n / total) for a, n in before.most_common(_MOST))
        )
    signs = [sign for sign in word if sign in _LIKE]
    may_stand = any("0" in _LIKE[sign] for sign in signs)
    if len(signs) > _MOST_SIGNS or (len(word) < _SHORTEST and not any(sign in _EDGE for sign in signs)):
        return None
    if any(_has_its_other(text, start + at) for at, sign in enumerate(word) if sign in "()[]{}"):
        return None
    ranked = _ranked(word, signs, lexicon)
    are_words = all(map(lexicon.knows, _parts(word)))
    if (not ranked and (may_stand or are_words)) or (are_words and set(signs) <= _SPECKS):
        return None  # `bed&breakfast`; `dat_het` has a speck for a space
    return _suspect(text, start, end, ranked)


def _parts(word: str) -> list[str]:
    return [part for part in re.split(rf"[{_INSIDE}]", word) if len(part) > 1]


def _has_its_other(text: str, at: int) -> bool:
    """Tell whether a bracket is one: another one of its kind opens before it or closes behind it."""
    left, right = next(pair for pair in ("()", "[]", "{}") if text[at] in pair)
    if text[at] == left:
        near = _INSIDE_WORD.sub("~~~", text[at + 1 : at + _NEAR].split("\n\n", 1)[0])
        return 0 <= near.find(right) < (near + left).find(left)
    near = _INSIDE_WORD.sub("~~~", text[max(0, at - _NEAR) : at].rsplit("\n\n", 1)[-1])
    return near.rfind(left) > near.rfind(right)


def _is_address(text: str, start: int, end: int) -> bool:
    while start > 0 and not text[start - 1].isspace() and end - start < 200:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - start < 200:
        end += 1
    return _ADDRESS.search(text[start:end].rstrip(".,;:")) is not None


def _ranked(word: str, signs: list[str], lexicon: Lexicon) -> tuple[Suggestion, ...]:
    """Return the words that stand there when the signs are letters, the likeliest first."""
    parts = re.split(rf"[{_INSIDE}]", word)
    weights: dict[str, float] = {}
    for chosen in product(*map(_letters, signs)):
        reading = parts[0] + "".join(
            letter + part for (letter, _), part in zip(chosen, parts[1:], strict=True)
        )
        if len(reading) < 2 or not lexicon.knows(reading):
            continue
        weight = lexicon.prior(reading) - sum(less for _, less in chosen)
        if "0" in _LIKE[signs[0]] and lexicon.prior(reading) < _USED and len(reading) < 9:
            continue
        form = lexicon.usual_form(reading) if reading.islower() else reading
        weights[form] = max(weight, weights.get(form, -math.inf))
    best = sorted(weights, key=lambda one: (-weights[one], one))[:_MOST]
    shares = [math.exp(weights[one] - weights[best[0]]) for one in best]
    return tuple(
        Suggestion(one, _SUREST * share / sum(shares)) for one, share in zip(best, shares, strict=True)
    )


def _letters(sign: str) -> list[tuple[str, float]]:
    """Return what a sign may stand for on paper, each with how much less likely it is."""
    like = [letters for letters in _LIKE[sign] if letters != "0"]
    found = {letters: _TWO_FOR_ONE * (len(letters) == 2) for letters in like}
    if "0" not in _LIKE[sign]:
        for letter in ("", *_OTHERS):
            found.setdefault(letter, _LESS_LIKE)
    return list(found.items())


def _suspect(text: str, start: int, end: int, ranked: tuple[Suggestion, ...]) -> Suspect:
    reading, likely = text[start:end], ranked[0].text if ranked else ""
    code = reasons.MISREAD if ranked else reasons.NOT_A_WORD
    sure = bool(ranked) and ranked[0].sure
    reason = Reason(code, {"reading": reading, "likely": likely})
    return Suspect(start, end, reading, "word", reason, ranked, sure)
