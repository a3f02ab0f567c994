"""Plain text as the model keeps it: import's normalisation, tokens, words, sentences, paragraphs, lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from annotator.core.signs import BLANKS, LINE_END_HYPHENS

# A word is letters with their combining marks, and plain digits. Superscript digits are not in it: the
# footnote mark of `luchtruimverdediging¹` is a token of its own, so a tag on the word does not swallow it.
_WORD_CHARACTERS = "(?:[^\\W_\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]|[\u0300-\u036f\u200d])+"
# A word broken at a line end is one token: correcting either half changes the one word.
_LINE_END = f"[{LINE_END_HYPHENS}][ {BLANKS}]*\n\\s*"
_BROKEN = f"{_WORD_CHARACTERS}(?:{_LINE_END}{_WORD_CHARACTERS})+"
# What ends in a stop without ending a sentence: `nr. 347`, `A.Th.B. Bijleveld`, `art. 5`.
_ABBREVIATIONS = (
    "nr nrs no art artt lid blz p pag pp jl jo dr drs mr mrs ir ing prof dhr mevr mw st ca bijv bv vgl zgn"
    " resp incl excl enz etc stb stcrt trb kamerst gen lt kol maj min max tel afd hfst par sub vol ed red o.a"
    " i.v.m m.b.t t.a.v d.w.z m.u.v t.o.v n.a.v e.d e.v"
)


# The patterns are compiled when they are first used: together they would cost the start 13 ms.
@cache
def _unwanted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what matches the line ends that become `\\n`, and the control characters that go."""
    controls = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]"
    return re.compile("\r\n|[\r\x0b\x85\u2028\u2029]"), re.compile(controls)


@cache
def _token() -> re.Pattern[str]:
    return re.compile(f"({_BROKEN})|({_WORD_CHARACTERS})|(\n)|([^\\S\n]+)|(.)", re.DOTALL)


@cache
def _said() -> re.Pattern[str]:
    return re.compile(f"{_BROKEN}|{_WORD_CHARACTERS}|\\S")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(_WORD_CHARACTERS)


@cache
def _sentence_end() -> re.Pattern[str]:
    closing = "[\"'\u201d\u2019)»\u00b9\u00b2\u00b3\u2070-\u2079]*"
    behind = "\\s+[^\\Wa-z_]|\\s+[\"'\u201c\u2018(«]|\\s*\\Z|\n\\s*\n"
    return re.compile(f"[.!?]{closing}(?={behind})")


@cache
def _stopped() -> re.Pattern[str]:
    known = "|".join(map(re.escape, _ABBREVIATIONS.split()))
    return re.compile(rf"(?:\b(?:{known})|(?<![^\W_])[^\W\d_]|\.[^\W\d_]{{1,2}})\Z", re.IGNORECASE)


class Span(NamedTuple):
    """A stretch of text: code points, half open."""

    start: int
    end: int


class Token(NamedTuple):
    """A word, a stretch of spaces, a line break or a single other character, with its place."""

    start: int
    end: int
    text: str
    kind: str  # "word", "space", "break", "sign"


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """What import makes of a raw text: the text, and where each page starts (the first at 0)."""

    text: str
    page_starts: tuple[int, ...]


def normalise(raw: str) -> NormalisedText:
    """Normalise a raw text once, at import: NFC, line ends to `\\n`, form feeds to page starts.

    Tabs, no-break spaces and soft hyphens stay. A form feed goes, and the next page starts there, after a
    `\\n` that is added only where none stands. Other control characters go.
    """
    pieces = [clean(piece) for piece in raw.split("\f")]
    text, starts = pieces[0], [0]
    for piece in pieces[1:]:
        if text and not text.endswith("\n"):
            text += "\n"
        starts.append(len(text))
        text += piece
    # A form feed at the very end closes the last page; one at the very start opens the first.
    pages = [start for index, start in enumerate(starts) if index == 0 or 0 < start < len(text)]
    return NormalisedText(text, tuple(dict.fromkeys(pages)))


def clean(raw: str) -> str:
    """Return typed or pasted text in the form the model keeps: NFC, `\\n`, no other control characters."""
    line_ends, controls = _unwanted()
    return unicodedata.normalize("NFC", controls.sub("", line_ends.sub("\n", raw)).replace("\f", "\n"))


def is_word_character(character: str) -> bool:
    """Tell whether the character belongs to a word (a letter, a combining mark or a plain digit)."""
    return _word().fullmatch(character) is not None


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of `text[start:end]`, with offsets into `text`; together they cover it."""
    for match in _token().finditer(text, start, len(text) if end is None else end):
        kind = ("word", "word", "break", "space", "sign")[(match.lastindex or 1) - 1]
        yield Token(match.start(), match.end(), match.group(), kind)


def words_and_signs(text: str) -> tuple[list[str], list[int], list[int]]:
    """Return the words and other signs of the text, where they start and where they end: for long texts."""
    found = list(_said().finditer(text))
    return [m.group() for m in found], [m.start() for m in found], [m.end() for m in found]


def pieces(text: str) -> list[str]:
    """Return what the tokens of the text say, without their places: for very long texts."""
    return [match.group() for match in _token().finditer(text)]


def word_at(text: str, offset: int) -> Span | None:
    """Return the word that the offset lies in or at the edge of, with inner hyphens and apostrophes.

    A word broken at a line end is one word. None where there is no word.
    """
    low, high = offset, offset
    while low > 0 and _joins(text, low - 1):
        low -= 1
    while high < len(text) and _joins(text, high):
        high += 1
    while low < high and not is_word_character(text[low]):
        low += 1
    while high > low and not is_word_character(text[high - 1]):
        high -= 1
    if low == high or not low <= offset <= high:
        return None
    return broken_word_around(text, Span(low, high))


def _joins(text: str, index: int) -> bool:
    character = text[index]
    if is_word_character(character):
        return True
    inside = 0 < index < len(text) - 1
    return (
        inside
        and character in "-'\u2019\u2010\u2011\u00ad"
        and all(map(is_word_character, (text[index - 1], text[index + 1])))
    )


def broken_word_around(text: str, word: Span) -> Span:
    """Return the whole broken word that `word` is a half of, or `word` itself."""
    before = re.search(
        f"{_WORD_CHARACTERS}(?:-{_WORD_CHARACTERS})*{_LINE_END}\\Z",
        text[max(0, word.start - 60) : word.start],
    )
    low = max(0, word.start - 60) + before.start() if before else word.start
    after = re.match(f"{_LINE_END}{_WORD_CHARACTERS}", text[word.end : word.end + 60])
    high = word.end + after.end() if after else word.end
    return Span(low, high)


def line_start(text: str, offset: int) -> int:
    """Return where the line of the offset starts."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return where the line of the offset ends (before its `\\n`)."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def sentence_at(text: str, offset: int) -> Span:
    """Return the sentence around the offset, without the spaces at its ends; it stays in its paragraph."""
    low, high = paragraph_at(text, offset)
    start = low
    for end in _sentence_ends(text, low, high):
        if end > offset:
            high = end
            break
        start = end
    return trimmed(text, Span(start, high))


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of the text in order, without the spaces at their ends."""
    found = _said().search(text)
    while found is not None:
        low, high = paragraph_at(text, found.start())
        for end in (*_sentence_ends(text, low, high), high):
            sentence = trimmed(text, Span(low, end))
            if sentence.start < sentence.end:
                yield sentence
            low = end
        found = _said().search(text, max(high, found.end()))


def _sentence_ends(text: str, low: int, high: int) -> Iterator[int]:
    for match in _sentence_end().finditer(text, low, high):
        before = text[max(low, match.start() - 12) : match.start()]
        if text[match.start()] != "." or not _stopped().search(before):
            yield match.end()


def paragraph_at(text: str, offset: int) -> Span:
    """Return the paragraph around the offset: what stands between blank lines."""
    low, high = 0, len(text)
    for match in re.compile(r"\n[^\S\n]*\n").finditer(text, max(0, offset - 20_000)):
        if match.end() <= offset:
            low = match.end()
        elif match.start() >= offset:
            high = match.start()
            break
    return trimmed(text, Span(low, high))


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the white space at its two ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
