"""The words of a letter as the engine looks at them, and what it never looks at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter

_NOTE_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTER = rf"[^\W_{_NOTE_DIGITS}]"
_CORE = re.compile(rf"{_LETTER}(?:\S*{_LETTER})?")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹®*]*$")
_BULLET = re.compile(r"[-–—•*·o►▪]|\(?[a-z0-9]{1,3}[.)°]?")
_ADDRESS = re.compile(r"@|://|^www\.|\.(?:nl|com|org|eu|net|be|gov|int)(?:$|[/:])", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{0,4}")
_ROMAN = re.compile(r"[IVXLCDM]+[a-z]?")
_SHORT_CAPITALS = 6
_LONGEST = 60
_SHORT_LINE = 40
_LONGEST_BULLET = 200  # with the white space around it


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place, without the punctuation at its edges.

    `opens` tells whether a sentence, a line of its own or a heading may start with it; `before` and `after`
    are the words beside it ("" across a paragraph's bound), `chunk_start` and `chunk_end` what stands between
    white space.
    """

    start: int
    end: int
    text: str
    opens: bool
    before: str
    after: str
    chunk_start: int
    chunk_end: int


class Words:
    """The words of a text, by their number; what is beside one is worked out when asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        self.texts: list[str] = []
        for match in _CORE.finditer(text):
            self.spans.append(match.span())
            self.texts.append(match.group())

    def __len__(self) -> int:
        return len(self.texts)

    def numbers_in(self, start: int, end: int) -> tuple[int, int]:
        """Return the number of the first word that reaches into a stretch, and of the first one behind it."""
        return bisect_right(self.spans, start, key=itemgetter(1)), bisect_left(
            self.spans, end, key=itemgetter(0)
        )

    def at(self, number: int) -> Word:
        """Return a word with what is beside it."""
        start, end = self.spans[number]
        text = self.text
        chunk_start, chunk_end = start, end
        while chunk_start and not text[chunk_start - 1].isspace():
            chunk_start -= 1
        while chunk_end < len(text) and not text[chunk_end].isspace():
            chunk_end += 1
        core = self.texts[number]
        if text[end : end + 1] == "!" and core.islower() and not text[end + 1 : chunk_end].strip(".,;:)"):
            core, end = core + "!", end + 1  # it may be a misread `l`
        before = self.texts[number - 1] if number and not self._apart(number - 1) else ""
        last = number + 1 == len(self.texts)
        after = "" if last or self._apart(number) else self.texts[number + 1]
        return Word(start, end, core, self._opens(number, chunk_start), before, after, chunk_start, chunk_end)

    def _between(self, number: int) -> str:
        return self.text[self.spans[number][1] : self.spans[number + 1][0]]

    def _apart(self, number: int) -> bool:
        """Tell whether a paragraph ends behind a word."""
        return self._between(number).count("\n") > 1

    def _opens(self, number: int, chunk_start: int) -> bool:
        if not number or self._apart(number - 1):
            return True
        text, end = self.text, self.spans[number - 1][1]
        behind = end
        while behind < len(text) and not text[behind].isspace():
            behind += 1
        if _SENTENCE_END.search(text[end:behind]) and chunk_start >= behind:
            return True
        between = text[behind:chunk_start]
        if "\n" not in between:
            line_start = text.rfind("\n", 0, chunk_start) + 1
            if chunk_start - line_start > _LONGEST_BULLET:  # a long line is not copied for each of its words
                return False
            return bool(_BULLET.fullmatch(text[line_start:chunk_start].strip())) or line_start == chunk_start
        # After a line much shorter than this one a new line may be a new thought: a heading, an address.
        line_start = text.rfind("\n", 0, end) + 1
        return end - line_start < _SHORT_LINE


def never_looked_at(word: str) -> bool:
    """Tell whether the word is none: a number, a reference, an address, an abbreviation, an acronym."""
    letters = sum(map(str.isalpha, word))
    if letters * 2 < len(word) or letters < 2 or len(word) > _LONGEST or _ADDRESS.search(word):
        return True
    if word.isupper() and (len(word) <= _SHORT_CAPITALS or _ROMAN.fullmatch(word)):
        return True
    return bool(_ABBREVIATION.fullmatch(word) or _odd_signs(word))


def _odd_signs(word: str) -> bool:
    """Tell whether signs inside show that this is no plain word (`art.3:46`, `(mede)verantwoordelijk`)."""
    return any(not (sign.isalnum() or sign in "-'’/|!") for sign in word)
