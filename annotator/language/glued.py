"""Words that lost the space between them: `vande`, `mening,dat`, `15juni`, `onder:de`, `van S oktober`.

A list may know `inde` or `voorde` as a word of its own: what official prose writes as two words a thousand
times as often is two words. What stands glued with a sign between is taken apart where both halves are
frequent words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.language import reasons
from annotator.language.learnt import Learnt
from annotator.language.lexicon import IN_DICTIONARY, Lexicon, plain
from annotator.language.listed import listed
from annotator.language.spacing import Finding
from annotator.language.tokens import Words

_SHORTEST, _LONGEST = 4, 12
_RARE = 40.0  # a word that official prose has more often is one
_TIMES, _SEEN = 1000.0, 50.0  # how much more often, and how often at least, the two are written apart
_SEEN_LISTED = 5000.0  # where a dictionary has the whole
_SMALL = listed(
    """de het een en van in is te op aan dat die voor met om bij naar tot uit over door der den ten ter als
    dan dit deze er wat wie ik wij we zij hij ook niet nog maar of zijn was wordt worden heeft tegen onder"""
)
_OWN = 3  # times in a letter: its own word
_FREQUENT = 200.0
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DAY_AND_MONTH = re.compile(rf"(?<![\w.,/-])([0-3]?\d)({_MONTHS})\b")
_AMOUNT = re.compile(r"(?<![\w/-])(\d+(?:[.,]\d+)?)(miljoen|miljard|procent|euro)\b")
_LETTER_DAY = re.compile(rf"(?<![\w.,/-])([1-3]?[SIlOozZgB]{{1,2}}|[SIlOzZgB]\d)(?= (?:{_MONTHS})\b)")
_DIGIT_OF = str.maketrans("SIlOozZgB", "511002298")
_YEAR_AND_WORD = re.compile(r"(?<![\w.,/-])([12][\doOlI]{3})([a-z]{4,})\b")
_FIGURE_OF = str.maketrans("oOlI", "0011")
_ASKED_SEEN = 10.0
_ASKED = re.compile(r"\b([a-z]{2,}[tnr])u\b")
_SIGN = re.compile(r"(?<![\w@/.:-])([^\W\d_]{2,30})([.,;:])([^\W\d_]{2,30})(?![\w@/]|[.:-]\w)")
_SPECK = re.compile(r"(?<![\w.@/-])([a-z]{2,8})[:·•_~.'*\"-]([a-z]{2,8})(?![\w@/-]|\.\w)")


def glued(words: Words, lexicon: Lexicon, learnt: Learnt) -> Iterator[Finding]:
    """Yield the places of a text where a space is lost, with what stands there."""
    text = words.text
    yield from _run_together(words, lexicon, learnt)
    for match in (*_DAY_AND_MONTH.finditer(text), *_AMOUNT.finditer(text)):
        yield *match.span(), reasons.RUN_TOGETHER, f"{match[1]} {match[2]}", 0.92
    for match in _LETTER_DAY.finditer(text):
        day = match[1].translate(_DIGIT_OF)
        if 0 < int(day) < 32:
            yield *match.span(), reasons.DIGITS, day, 0.9
    for match in _SIGN.finditer(text):
        first, sign, second = match.groups()
        is_speck = sign == ":" and lexicon.pair_count(first, second) >= _TIMES
        if not is_speck and _parts_at(sign, second) and _are_frequent(lexicon, first, second):
            yield *match.span(), reasons.RUN_TOGETHER, f"{first}{sign} {second}", 0.9
    for match in _YEAR_AND_WORD.finditer(text):
        year = match[1].translate(_FIGURE_OF)
        if lexicon.count(match[2]) >= _FREQUENT and year.isdigit() and "1900" < year < "2100":
            yield *match.span(), reasons.RUN_TOGETHER, f"{year} {match[2]}", 0.9
    for match in _ASKED.finditer(text):  # `gaatu`
        if not lexicon.knows(match[0]) and lexicon.pair_count(match[1], "u") >= _ASKED_SEEN:
            yield *match.span(), reasons.RUN_TOGETHER, f"{match[1]} u", 0.9
    for match in _SPECK.finditer(text):
        if lexicon.pair_count(match[1], match[2]) >= _TIMES:
            yield *match.span(), reasons.RUN_TOGETHER, f"{match[1]} {match[2]}", 0.9


def _run_together(words: Words, lexicon: Lexicon, learnt: Learnt) -> Iterator[Finding]:
    parts_of: dict[str, str] = {}
    for number, text in enumerate(words.texts):
        if not (_SHORTEST <= len(text) <= _LONGEST and text.isalpha() and text[1:].islower()):
            continue
        parts = parts_of.get(text)
        if parts is None:
            parts = parts_of[text] = _parts(text, words, lexicon, learnt)
        if parts:
            word = words.at(number)
            if text.islower() or word.opens:
                yield word.start, word.end, reasons.RUN_TOGETHER, parts, 0.92


def _parts(text: str, words: Words, lexicon: Lexicon, learnt: Learnt) -> str:
    lower = plain(text)
    count = lexicon.count(lower)
    if count > _RARE or learnt.is_project_word(text) or words.texts.count(text) >= _OWN:
        return ""
    seen = _SEEN_LISTED if lexicon.flags(lower) & IN_DICTIONARY else _SEEN
    best, times = "", max(seen, _TIMES * count)
    for cut in range(2, len(text) - 1):
        if not (lower[:cut] in _SMALL and lower[cut:] in _SMALL):
            continue
        pairs = lexicon.pair_count(lower[:cut], lower[cut:])
        if pairs > times:
            best, times = f"{text[:cut]} {text[cut:]}", pairs
    return best


def _parts_at(sign: str, second: str) -> bool:
    """Tell whether a sentence may go on behind a sign as it does: `mening,dat`, `Jansen.De`."""
    return second[0].isupper() and second[1:].islower() if sign == "." else second.islower()


def _are_frequent(lexicon: Lexicon, *words: str) -> bool:
    return all(lexicon.count(plain(word)) >= _FREQUENT for word in words)
