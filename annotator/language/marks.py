"""Footnote marks that the OCR read as something else: `luchtruimverdediging®`, `T De negen bondgenoten`.

A sign behind a word, alone, or before a line may be a raised number. Whether it is one, a model says
(`marks.json`) from the sign, what stands around it, and how well it fits the letter's sequence of notes: the
n-th mark and the n-th note have the same number, and each digit has signs that it is read as.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.language.model import Model

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_QUOTES = "'’‘”“\"»«"
SIGNS = "®°*}{><^+©™¥§ˆ˜¬~$#|\\!?" + _QUOTES
_SIGN_CLASS = re.escape(SIGNS)
# Behind a word: signs, or digits behind a stop or glued to letters (`wordt.2`, `geschil4`).
_TAIL = re.compile(
    rf"(?P<base>\S*?[^\W_][)\]]?)(?P<stop>[.,;:]?)(?:(?P<signs>[{_SIGN_CLASS}]{{1,3}})|(?P<digits>\d{{1,2}}))"
    r"(?P<after>[.,;:)]*)"
)
_TOKEN = re.compile(r"\S+")
_ALONE = re.compile(rf"[{_SIGN_CLASS}]{{1,2}}|{_SIGN_CLASS[:1]}")
_NOTE_START = re.compile(
    rf"(?m)^[^\S\n]*(?P<sign>[{_SIGN_CLASS}£€%&@]{{1,3}}|\d{{1,2}}|[TIlÌÍìíJHtSLi]|[Ss1lI][°®»!?'’*)]|1[a-z])"
    r"[^\S\n]+"
    r"(?=[A-ZÀ-Þ‘“'\"(]|www\.|http|[Ss]tb\.|[Ss]tcrt\.)"
)
_READ_WELL = re.compile(rf"[{SUPERSCRIPTS}]+")
_ANY_QUOTE = "“„‘«\"'”’»"
_DOUBLE_QUOTES = ("“", "„", "«", '"')
_CLOSED = re.compile(r"[\w.,!?…)][”’»\"'“‘]+[.,;:)]*$")
_OWN_APOSTROPHE = re.compile(r"[sxz]$", re.IGNORECASE)
_QUESTION = re.compile(
    r"(?i)(?:^|[\s“‘\"'(,])(?:wat|wie|hoe|waarom|waar|welke?|wanneer|hoeveel|waardoor|waarmee|waarbij|kunt|kan|bent|"
    r"is|zijn|heeft|hebben|wilt|wil|zou|zult|deelt|herinnert|klopt|vindt|acht|ziet|gaat|worden|wordt|was|waren|"
    r"mag|moet|moeten|erkent|kent|onderschrijft|klopt|bestaat|heb|zullen|zal|kunnen|mogen|dient)\b"
)
_SENTENCE_START = re.compile(r"[.!?;:]\s+(?=[A-ZÀ-Þ])|\n\s*\n")
_LOOK_BACK = 1200
_QUOTED_WORDS = 150
_MOST_NUMBER = 40
_LOST = 0.02  # how likely a digit leaves no sign, or a number fewer signs than digits
_UNSEEN = 0.012
_FLOOR = -3.5
_FIRST_IS_ONE = 8.0  # what speaks for notes that begin at 1
_ACCEPTED = 0.4
_MOST_SIGNS = 1500
_MOST_STARTS = 300
LIKELY = 0.55  # from this probability on a sign is a suspect
_STOP, _OWN = 3, 9  # what is seen of a sign: a stop in front of it, a word that may end in an apostrophe
_AFTER_BLANK, _ALONE_OF_ITS_KIND = 3, 5  # and of one at a line's start
_OWED = 0.75
_BESIDE_A_DIGIT = 0.85
_OWN_APOSTROPHE_LIKELY = 0.5
_NEVER_TEXT = "®°©"  # behind a word nothing but marks
_NEVER_TEXT_LIKELY = 0.88


@dataclass(frozen=True, slots=True)
class StrayMark:
    """A sign that may be a footnote mark: its place, the number it should be, and how likely.

    `starts_note` tells a footnote's own mark from the mark in the text; `word_start` is where the word that
    it hangs on starts, `stands_alone` tells that there is none.
    """

    start: int
    end: int
    number: int
    starts_note: bool
    likely: float
    word_start: int = 0
    stands_alone: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A candidate: where it is, what was read, and what is seen of it without the others."""

    start: int
    end: int
    word_start: int
    read: str
    starts_note: bool
    stands_alone: bool
    seen: tuple[float, ...]
    read_well: bool = False


class Marks:
    """Finds stray marks by the weights of `marks.json`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._read_as: dict[str, dict[str, float]] = data["read_as"]
        self._first = Model(data["first"])
        self._second = Model(data["second"])

    def stray_marks(self, text: str, likely: float = LIKELY) -> list[StrayMark]:
        """Return the signs that are footnote marks with at least this probability, in order."""
        found: list[StrayMark] = []
        owed = 0  # marks in the text whose note has not come yet
        for sign, number, features in self.numbered(text):
            if sign.read_well or sign.read == str(number):
                owed += -1 if sign.starts_note else 1
                continue  # a digit that is the number says what it must
            chance = self._second.probability(features)
            if sign.seen[_OWN] and not sign.seen[_STOP] and sign.read in "'’":
                chance = min(chance, _OWN_APOSTROPHE_LIKELY)  # `ministers’`, `Beatrix’`
            if _closes_a_quote(text, sign) or sign.read == "++":  # `(‘MFK’)`, `SDE++`
                continue
            if text[sign.word_start : sign.start].rstrip(".,;:)")[-1:].isdigit() and not sign.starts_note:
                chance = min(
                    chance, _BESIDE_A_DIGIT
                )  # `20701°`: which number it is, nobody can tell for sure
            if _is_never_text(text, sign):
                chance = max(chance, _NEVER_TEXT_LIKELY)
            if (
                sign.starts_note
                and owed > 0
                and sign.seen[_AFTER_BLANK]
                and sign.seen[_ALONE_OF_ITS_KIND] == 1
            ):
                chance = max(chance, _OWED)
            if chance >= likely:
                owed += -1 if sign.starts_note else 1
                found.append(
                    StrayMark(
                        sign.start,
                        sign.end,
                        number,
                        sign.starts_note,
                        chance,
                        sign.word_start,
                        sign.stands_alone,
                    )
                )
        return found

    def numbered(self, text: str) -> list[tuple[Sign, int, tuple[float, ...]]]:
        """Return the candidates with the number each would have and its features, for `second`."""
        candidates = signs(text)
        if len(candidates) > _MOST_SIGNS:
            return []  # no text: a picture or a table that was read as one
        chances = [1.0 if sign.read_well else self._first.probability(sign.seen) for sign in candidates]
        rows: list[tuple[Sign, int, tuple[float, ...]]] = []
        groups = {
            starts: [(s, c) for s, c in zip(candidates, chances, strict=True) if s.starts_note == starts]
            for starts in (False, True)
        }
        first = self._first_number(groups.values())
        sequences = {starts: _counted(group, first) for starts, group in groups.items()}
        marks, notes = (sum(chance for _, chance in groups[starts]) for starts in (False, True))
        positions = {False: iter(sequences[False]), True: iter(sequences[True])}
        in_notes = {number for number, sign, chance in sequences[True] if chance > 0.3}
        in_text = {number for number, sign, chance in sequences[False] if chance > 0.3}
        for sign, chance in zip(candidates, chances, strict=True):
            number, _, _ = next(positions[sign.starts_note])
            others = in_text if sign.starts_note else in_notes
            features = (
                *sign.seen,
                chance,
                self.read_as(sign.read, number),
                float(number in others),
                min(notes, 9.0),
                min(marks, 9.0),
                float(number),
            )
            rows.append((sign, number, features))
        return rows

    def _first_number(self, groups: Iterable[Sequence[tuple[Sign, float]]]) -> int:
        """Return the number of the first mark and the first note: that which fits what was read best."""
        accepted = [[sign for sign, chance in group if chance >= _ACCEPTED] for group in groups]
        scores = {1: _FIRST_IS_ONE}
        for first in range(1, _MOST_NUMBER):
            scores[first] = scores.get(first, 0.0) + sum(
                max(_FLOOR, self.read_as(sign.read, first + offset))
                for signs_of_group in accepted
                for offset, sign in enumerate(signs_of_group)
            )
        return max(scores, key=lambda first: (scores[first], -first))

    def read_as(self, read: str, number: int) -> float:
        """Return the logarithm of how likely a number in raised digits is read so."""
        read = read.translate(_DIGITS)
        digits = str(number)
        if read == digits:
            return math.log(0.5)
        if len(read) == len(digits):
            return sum(
                math.log(self._read_as[digit].get(sign, _UNSEEN))
                for sign, digit in zip(read, digits, strict=True)
            )
        return math.log(_LOST) + max(
            math.log(self._read_as[digit].get(sign, _UNSEEN)) for sign in read for digit in digits
        )


def _counted(group: Sequence[tuple[Sign, float]], first: int) -> list[tuple[int, Sign, float]]:
    """Return each sign with the number it would have: the one after the last that was accepted."""
    numbers = []
    following = first
    for sign, chance in group:
        if sign.read_well and (number := number_of(sign.read)) >= following:
            following = number
        numbers.append((following, sign, chance))
        if chance >= _ACCEPTED:
            following += 1
    return numbers


def signs(text: str) -> list[Sign]:
    """Return the signs of the text that may be marks, in order, with those that were read well."""
    found = [*_at_words(text), *_at_line_starts(text)]
    taken = {sign.start for sign in found}
    found += (
        Sign(
            m.start(),
            m.end(),
            m.start(),
            m.group(),
            _at_line_start(text, m.start()),
            False,
            (),
            read_well=True,
        )
        for m in _READ_WELL.finditer(text)
        if m.start() not in taken
    )
    return sorted(found, key=lambda sign: sign.start)


def _at_words(text: str) -> list[Sign]:
    found: list[Sign] = []
    starts = _line_start_signs(text)
    for token in _TOKEN.finditer(text):
        chunk = token.group()
        if chunk[-1].isalpha() or token.start() in starts:
            continue
        if len(found) > _MOST_SIGNS:
            break
        if len(chunk) <= 2 and not chunk[0].isalnum() and all(c in SIGNS for c in chunk):
            if not _at_line_start(text, token.start()):
                found.append(
                    _sign(text, token.start(), token.start(), token.end(), "", chunk, "", alone=True)
                )
            continue
        match = _TAIL.fullmatch(chunk)
        if match is None or ("»" in chunk and "«" in text[max(0, token.start() - 400) : token.end()]):
            continue
        digits = match["digits"]
        if digits and not _glued_digits(match["base"], match["stop"]):
            continue
        read = digits or match["signs"]
        at = token.start() + len(match["base"]) + len(match["stop"])
        found.append(_sign(text, token.start(), at, at + len(read), match["base"], read, match["stop"]))
    return found


def _glued_digits(base: str, stop: str) -> bool:
    letters = sum(map(str.isalpha, base))
    return letters == len(base.rstrip(")]")) and base[-2:].islower() and letters >= (2 if stop else 4)


def _sign(
    text: str, word_start: int, at: int, end: int, base: str, read: str, stop: str, *, alone: bool = False
) -> Sign:
    following = text[end : end + 60]
    rest = following.lstrip(".,;:)")
    gap = rest[: len(rest) - len(rest.lstrip())]
    next_sign = rest.lstrip()[:1]
    before = text[max(0, at - _LOOK_BACK) : at]
    first = read[0]
    quotes, words_ago = (
        _open_quotes(before[: len(before) - len(base) - len(stop)]) if first in _QUOTES else (0.0, 99.0)
    )
    if base[:1] in _ANY_QUOTE:
        quotes, words_ago = quotes + 1, 0.0
    sentence = _SENTENCE_START.split(before)[-1]
    seen = (
        float(_CLASS_OF.get(first, 9)),
        float(len(read)),
        float(read.isdigit()),
        float(bool(stop)),
        float(".,;:".find(stop) if stop else -1),
        float(following[:1] in ".,;:)" and following[:1] != ""),
        float("\n\n" in gap) * 2 + float("\n" in gap),
        1.0 if next_sign.islower() else 2.0 if next_sign.isupper() else 3.0 if next_sign.isdigit() else 0.0,
        quotes,
        float(bool(_OWN_APOSTROPHE.search(base))),
        _question(sentence) if "?" in read else -1.0,
        float(len(sentence.split())),
        float(base[-1:].isdigit()) - float(base.isupper()),
        float(alone),
        float(sum(map(str.isalpha, base))),
        words_ago,
        float(min(20, text.count(first))),
    )
    return Sign(at, end, word_start, read, False, alone, seen)


def _question(sentence: str) -> float:
    """Tell whether a sentence asks: 2 where it begins so, 1 where a question word stands in it."""
    first = _QUESTION.search(" ".join(sentence.split()[:2]))
    return 2.0 if first else float(bool(_QUESTION.search(sentence)))


_CLASS_OF = {
    sign: float(number)
    for number, group in enumerate(("®©™", "°", "*", "’‘", "'", "”“", '"', "?", "!"))
    for sign in group
}


def _open_quotes(before: str) -> tuple[float, float]:
    """Return how many quotes of the paragraph are open, and how many words ago the last one was opened."""
    paragraph = before[before.rfind("\n\n") + 1 :]
    opened = 0
    words_ago = 99.0
    pieces = paragraph.split()[-_QUOTED_WORDS:]
    for number, piece in enumerate(pieces):
        if piece[0] in _ANY_QUOTE or piece[1:2] in _DOUBLE_QUOTES:
            opened += 1
            words_ago = float(len(pieces) - number)
        if _CLOSED.search(piece) and opened:
            opened -= 1
    return float(opened), words_ago


def _closes_a_quote(text: str, sign: Sign) -> bool:
    """Tell whether a quote behind a word closes the one in front of it."""
    if sign.starts_note or sign.stands_alone or sign.read not in tuple(_QUOTES):
        return False
    word = text[sign.word_start : sign.start].lstrip("([")
    return word[:1] in tuple(_ANY_QUOTE) and not any(quote in word[1:] for quote in _ANY_QUOTE)


def _is_never_text(text: str, sign: Sign) -> bool:
    if sign.starts_note or sign.stands_alone:
        return False
    before = text[max(sign.word_start, sign.start - 3) : sign.start].rstrip(".,;:")
    if sign.read == "*":
        paragraph = text[max(0, text.rfind("\n\n", 0, sign.start), sign.start - _LOOK_BACK) : sign.start]
        return before[-1:].islower() and not re.search(r"(?:^|\s)[*]", paragraph)
    return sign.read in _NEVER_TEXT and len(before) > 1 and before.islower()


def _line_start_signs(text: str) -> set[int]:
    return {match.start("sign") for match in _NOTE_START.finditer(text)}


def _at_line_starts(text: str) -> list[Sign]:
    matches = list(_NOTE_START.finditer(text))
    if len(matches) > _MOST_STARTS:
        return []  # a list with bullets
    same = Counter(match["sign"] for match in matches)
    found = []
    for index, match in enumerate(matches):
        read, at, end = match["sign"], match.start("sign"), match.end("sign")
        line_end = text.find("\n", end)
        line = text[end : line_end if line_end >= 0 else len(text)].strip()
        before = text[max(0, at - 60) : at].rstrip(" ")
        tail = before.rstrip()
        seen = (
            float(_CLASS_OF.get(read[0], 9)) if not read[0].isalnum() else 12.0 if read.isdigit() else 11.0,
            float(len(read)),
            float(read.isdigit()),
            float(before.endswith("\n\n") or not tail),
            float(tail[-1:] in ".!?:;"),
            float(same[read]),
            float(_like_note(line)),
            at / max(1, len(text)),
            float(text.count("\n", end)),
            float(len(line.split())),
            float(len(matches)),
            float(index and text.count("\n", matches[index - 1].start(), at)),
            float(text.count("\n", end, matches[index + 1].start())) if index + 1 < len(matches) else 99.0,
            float(read.isalpha()),
            float(int(read)) if read.isdigit() else -1.0,
            1.0,
            float(line[-1:] in ".!?"),
        )
        found.append(Sign(at, end, at, read, True, True, seen))
    return found


_NOTE_LIKE = re.compile(
    r"(?i)kamerstuk|handelingen|stb\.|stcrt|staatsblad|artikel|zie |richtlijn|verordening|pb\b|eu\b|www\.|"
    r"https?:|bijlage|rapport|ecli|cbs|brief|besluit|wet\b|motie|dit betreft|bron|\d{2} ?\d{3}"
)


def _like_note(line: str) -> int:
    return len(_NOTE_LIKE.findall(line[:80]))


def _at_line_start(text: str, at: int) -> bool:
    return not text[max(text.rfind("\n", 0, at) + 1, at - 40) : at].strip()


def number_of(superscripts: str) -> int:
    """Return the number that raised digits stand for."""
    return int(superscripts[:3].translate(_DIGITS))


def superscript(number: int) -> str:
    """Return the number in raised digits."""
    return "".join(SUPERSCRIPTS[int(digit)] for digit in str(number))
