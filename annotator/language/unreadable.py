"""Words with a sign that could not be read, or that no word has: `comit�`, `Belgi¤`, `geïnf□rmeerd`.

Each is doubted, with what stands in its place: nothing else looks at such words.
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

_SIGN = "\ufffd"
# Behind a letter no sign for private use, box or shape is text; others are none between small letters.
_BEHIND, _BETWEEN = "\ue000-\uf8ff\u2500-\u25ff¤‰", "†‡§©®°€•¶{}^~#"
_SMALL = "[a-zß-öø-ÿ]"
_STRAY = f"(?<=[^\\W\\d_])[{_BEHIND}]|(?<={_SMALL})[{_BETWEEN}](?={_SMALL})"
_ANY = re.compile(f"{_SIGN}|{_STRAY}")
_HALF = r"[^\W_]{1,60}[-\u00ad] *\n\s*"
_WORD = re.compile(
    rf"(?:{_HALF})?\w{{0,60}}(?:{_SIGN}|{_STRAY})(?:\w|{_SIGN}|{_STRAY}){{0,60}}(?:[-\u00ad] *\n\s*[^\W_]+)?"
)
_ADDRESS = re.compile(r"[@/\\]|www\.")
_RUN = re.compile(f"{_SIGN}+")
_BREAK = re.compile(r"[-\u00ad] *\n\s*")
# What is lost is most often an accented letter, which another encoding writes in other bytes.
_ACCENTED = "ëéèêïíöóüúáàäâçñîôû"
_OTHERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_SIGNS = 2
_LESS = 6.0  # how much less likely (a logarithm) another letter was lost than an accented one
_SUREST = 0.95
_MOST = 5


def unreadable(text: str, lexicon: Lexicon, learnt: Learnt) -> Iterator[Suspect]:
    """Yield each word with a sign that could not be read or that no word has."""
    for match in _WORD.finditer(text) if _ANY.search(text) else ():
        start, end = match.span()
        if _SIGN not in match[0] and _is_address(text, start, end):
            continue
        ranked = _ranked(_ANY.sub(_SIGN, _BREAK.sub("", match[0])), match[0], lexicon, learnt)
        likely = ranked[0].text if ranked else ""
        code = reasons.MISREAD if ranked else reasons.NOT_A_WORD
        kind = "hyphen" if "\n" in match[0] else "word"
        reason = Reason(code, {"reading": match[0], "likely": likely})
        yield Suspect(start, end, match[0], kind, reason, ranked, bool(ranked) and ranked[0].sure)


def has_unread_sign(word: str) -> bool:
    """Tell whether a word has a sign that could not be read or that no word has."""
    return _ANY.search(word) is not None


def _is_address(text: str, start: int, end: int) -> bool:
    while start > 0 and not text[start - 1].isspace() and end - start < 200:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - start < 200:
        end += 1
    return _ADDRESS.search(text[start:end]) is not None


def _ranked(reading: str, written: str, lexicon: Lexicon, learnt: Learnt) -> tuple[Suggestion, ...]:
    before = learnt.corrections_of(written)
    if before:
        total = before.total() + 0.1
        return tuple(Suggestion(after, times / total) for after, times in before.most_common(_MOST))
    # One sign may have been lost as two: its bytes were read one by one.
    weights = dict(_words(reading, lexicon)) or dict(_words(_RUN.sub(_SIGN, reading), lexicon))
    if _SIGN not in written and lexicon.knows(without := _ANY.sub("", _BREAK.sub("", written))):
        weights[without] = lexicon.prior(without)  # nothing was lost: `be#sluit`
    best = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST]
    if not best:
        return ()
    shares = [math.exp(weights[word] - weights[best[0]]) for word in best]
    return tuple(
        Suggestion(word, _SUREST * share / sum(shares)) for word, share in zip(best, shares, strict=True)
    )


def _words(reading: str, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the words that stand there when the signs are letters, each with its weight."""
    count = reading.count(_SIGN)
    if not 0 < count <= _MOST_SIGNS or len(reading) < 3:
        return
    letters = _ACCENTED + (_OTHERS if count == 1 else "")
    parts = reading.split(_SIGN)
    for chosen in product(letters, repeat=count):
        word = "".join(part + letter for part, letter in zip(parts, (*chosen, ""), strict=True))
        if lexicon.knows(word):
            weight = lexicon.prior(word) - (0.0 if set(chosen) <= set(_ACCENTED) else _LESS)
            yield lexicon.usual_form(word) if word.islower() else word, weight
