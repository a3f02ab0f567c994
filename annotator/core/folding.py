"""Signs that say the same: what is compared, looked for or read is folded by this, and never the text itself.

    folded = fold_signs("ﬁnan\\u00adcieel")
    folded.text                     "financieel"
    folded.around(0, 10)            Span(0, 10)

A blank of any kind is a space, a hyphen of any kind a `-`; ligatures are their letters; what has no width is
not there. A hyphen that breaks a word at a line end is `-`, or a soft hyphen where it can be no part of the
word (`¬` is how some OCR programs write it). Offsets are code points.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from annotator.core.signs import (
    BLANKS,
    HYPHENS,
    LIGATURES,
    LINE_END_HYPHENS,
    RAISED_DIGITS,
    SOFT_HYPHEN,
    SOFT_HYPHENS,
    ZERO_WIDTH,
)
from annotator.core.text import Span

_GAP = f"[ {BLANKS}{ZERO_WIDTH}]*"
# A `~` is a hyphen only where a word must go on: before a small letter.
# The sign comes first in the pattern, since that is searched for fast.
LINE_BREAK = (
    rf"[{LINE_END_HYPHENS}~](?<=[^\W_].)"
    rf"(?:(?<!~){_GAP}\n\s*(?=[^\W_])|(?<=~){_GAP}\n\s*(?=[a-zà-öø-ÿ])|(?<=[^\W\d_]\u00ac)(?=[^\W\d_]))"
)

# Compiled when first used: together they would cost the start 7 ms. The first two are sets of characters
# alone, since alternatives take ten times as long.
_SPECIAL = f"[{''.join(LIGATURES)}{ZERO_WIDTH}{BLANKS}{HYPHENS}{SOFT_HYPHENS}~]"
_OF_SAME_LENGTH = f"[{BLANKS}{HYPHENS}]"
_OF_OTHER_LENGTH = (
    f"[{''.join(LIGATURES)}]|[{ZERO_WIDTH}]+|(?<!{SOFT_HYPHEN}){SOFT_HYPHEN}++(?!{_GAP}(?:\n|\\Z))"
)
_AT_LINE_END = "[~\u00ac\u2e17](?<=[^\\W_].)(?:(?<!~)(?= *\n)|(?<=~)(?= *\n\\s*[a-zà-öø-ÿ]))"
# Beside a figure a soft hyphen is one that is printed: `2018-2019`.
_PRINTED = f"(?<=[0-9]){SOFT_HYPHEN}|{SOFT_HYPHEN}(?=[0-9])"
_RAISED = rf"(?<=\S) ?[{RAISED_DIGITS}]+(?![0-9])"  # behind something: a mark of a note
_SOFT_BREAK = rf"(?<=[^\W_])[{SOFT_HYPHENS}]{_GAP}\n\s*(?=[^\W_])"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")


class Special(NamedTuple):
    """A stretch of a text that became none or several characters of the folded one."""

    at: int  # in the folded text
    length: int
    start: int
    end: int
    is_mark: bool = False  # a combining mark, which belongs to the letter before it


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to the text it was made of."""

    text: str
    specials: tuple[Special, ...] = ()

    def original(self, start: int, end: int) -> Span | None:
        """Return where a stretch of the folded text stands; None where it would cut a character."""
        if not self.specials:
            return Span(start, end)
        first, last = self._start(start), self._end(end)
        return None if first is None or last is None else Span(first, last)

    def around(self, start: int, end: int) -> Span:
        """Return where a stretch of the folded text stands, grown to whole characters."""
        if not self.specials:
            return Span(start, end)
        first, last = self._start(start), self._end(end)
        first = self.specials[self._before(start)].start if first is None else first
        last = self.specials[self._before(end)].end if last is None else last
        return Span(first, max(first, last))

    def place(self, offset: int) -> int:
        """Return where an offset of the text lies in the folded one."""
        index = bisect.bisect_right(self.specials, offset, key=lambda special: special.start) - 1
        if index < 0:
            return offset
        special = self.specials[index]
        if offset < special.end:
            return special.at
        return special.at + special.length + offset - special.end

    def _before(self, offset: int) -> int:
        return bisect.bisect_left(self.specials, offset, key=lambda special: special.at) - 1

    def _start(self, offset: int) -> int | None:
        """Return where what begins at the offset begins: behind all that vanished in front of it."""
        index = bisect.bisect_right(self.specials, offset, key=lambda special: special.at) - 1
        if index < 0:
            return offset
        special = self.specials[index]
        into = offset - special.at
        if special.length and into == 0:
            return special.start
        return None if into < special.length else special.end + into - special.length

    def _end(self, offset: int) -> int | None:
        """Return where what ends at the offset ends: with its combining marks, without what vanished else."""
        index = self._before(offset)
        place = offset
        if index >= 0:
            special = self.specials[index]
            into = offset - special.at
            if into < special.length:
                return None
            place = special.end + into - special.length
        for special in self.specials[index + 1 :]:
            if special.at != offset or special.length or not special.is_mark or special.start != place:
                break
            place = special.end
        return place


def replaced(
    text: str,
    pattern: re.Pattern[str],
    becomes: Callable[[str], str],
    is_mark: Callable[[str], bool] = lambda _: False,
) -> Folded:
    """Return the text with what matches replaced, and the way back."""
    pieces: list[str] = []
    specials: list[Special] = []
    at = length = 0
    for match in pattern.finditer(text):
        before, after = text[at : match.start()], becomes(match[0])
        specials.append(
            Special(length + len(before), len(after), match.start(), match.end(), is_mark(match[0]))
        )
        pieces += [before, after]
        length += len(before) + len(after)
        at = match.end()
    if not specials:
        return Folded(text)
    pieces.append(text[at:])
    return Folded("".join(pieces), tuple(specials))


def has_special(text: str) -> bool:
    """Tell whether folding may change anything in the text."""
    return _compiled(_SPECIAL).search(text) is not None


def fold_signs(text: str) -> Folded:
    """Return the text with one sign for all that say the same; line ends and broken words stay."""
    if not has_special(text):
        return Folded(text)
    folded = replaced(text, _compiled(_OF_OTHER_LENGTH), lambda found: LIGATURES.get(found, ""))
    plain = _compiled(_AT_LINE_END).sub(
        lambda match: "-" if match[0] == "~" else SOFT_HYPHEN, same_length(folded.text)
    )
    return Folded(plain, folded.specials)


def plain_signs(text: str) -> str:
    """Return what `fold_signs` makes of a text, without the way back."""
    return fold_signs(text).text


def same_length(text: str) -> str:
    """Fold the signs of which each becomes one other: blanks and hyphens."""
    return _compiled(_OF_SAME_LENGTH).sub(lambda match: "-" if match[0] in HYPHENS else " ", text)


def read_whole(text: str) -> str:
    """Return a text for a reader of values: words whole again that only a line end broke, single spaces."""
    read = text
    while (text := _read_once(read)) != read:  # what is taken out may leave a break behind: `A¬\xadA`
        read = text
    return read


def without_raised(text: str) -> str:
    """Return a text for a reader of figures, without the raised digits of notes: `347⁴` is 347."""
    return _compiled(_RAISED).sub("", text)


def _read_once(text: str) -> str:
    return " ".join(plain_signs(_compiled(_PRINTED).sub("-", _compiled(_SOFT_BREAK).sub("", text))).split())


def has_line_break(text: str) -> bool:
    """Tell whether a word of the text is broken at a line end."""
    return _compiled(LINE_BREAK).search(text) is not None


def line_breaks(text: str) -> Iterator[Span]:
    """Yield what breaks the words of the text at line ends: from the hyphen to where the word goes on."""
    return (Span(*match.span()) for match in _compiled(LINE_BREAK).finditer(text))


def joined(text: str) -> str:
    """Return the text with its broken words whole, their hyphens left out."""
    return _compiled(LINE_BREAK).sub("", text)


def capitalised(word: str) -> str:
    """Return a word with a capital in front: of `ij` both letters (`IJzer`)."""
    return "IJ" + word[2:] if word[:2] == "ij" else word[:1].upper() + word[1:]


def has_half_a_capital(word: str) -> bool:
    """Tell whether a word begins with an `ij` of which only one half is a capital (`Ijzer`).

    Before a vowel it is a name from elsewhere: `Ijaz`.
    """
    return word[:2] == "Ij" and word[2:3] in _CONSONANTS and word[2:].islower()


def is_capitalised(word: str) -> bool:
    """Tell whether a word has a capital in front and nowhere else."""
    return word.istitle() or (word[:2] == "IJ" and word[2:].islower())
