"""The words of a letter as the engine looks at them, and what it never looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHUNK = re.compile(r"\S+")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
# In front of a word and behind it; what else stands there is a stray sign (see marks.py).
_NOTE_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SENTENCE_END = re.compile(r"[.!?:][\"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_BULLET = re.compile(r"[-–—•*·o►▪]|\(?[a-z0-9]{1,3}[.)°]?")
_ADDRESS = re.compile(r"@|://|^www\.|\.(?:nl|com|org|eu|net|be|gov|int)(?:$|[/:])", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{0,4}")
_ROMAN = re.compile(r"[IVXLCDM]+[a-z]?")
_SHORT_CAPITALS = 6
_LONGEST = 60


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


def words(text: str) -> list[Word]:
    """Return the words of the text; footnote marks are no part of them."""
    pieces = [(chunk, core) for chunk in _CHUNK.finditer(text) if (core := _core(chunk)) is not None]
    found: list[Word] = []
    for index, (chunk, (start, end)) in enumerate(pieces):
        previous = pieces[index - 1] if index else None
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        found.append(
            Word(
                start,
                end,
                text[start:end],
                previous is None or _opens(text, previous[0], chunk),
                "" if previous is None or _apart(text, previous[0], chunk) else text[slice(*previous[1])],
                "" if following is None or _apart(text, chunk, following[0]) else text[slice(*following[1])],
                chunk.start(),
                chunk.end(),
            )
        )
    return found


def _core(chunk: re.Match[str]) -> tuple[int, int] | None:
    bare = chunk.group().rstrip(_NOTE_DIGITS)
    core = _CORE.search(bare)
    if core is None:
        return None
    text = core.group().rstrip(_NOTE_DIGITS)
    if (
        bare[core.end() : core.end() + 1] == "!"
        and text.islower()
        and not bare[core.end() + 1 :].strip(".,;:)")
    ):
        text += "!"  # it may be a misread `l`
    start = chunk.start() + core.start()
    return start, start + len(text)


def _apart(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text.count("\n", one.end(), other.start()) > 1


def _opens(text: str, previous: re.Match[str], chunk: re.Match[str]) -> bool:
    if _apart(text, previous, chunk) or _SENTENCE_END.search(previous.group()):
        return True
    between = text[previous.end() : chunk.start()]
    if "\n" not in between:
        return bool(_BULLET.fullmatch(previous.group())) and text[max(0, previous.start() - 1)] == "\n"
    # After a line much shorter than this one a new line may be a new thought: a heading, an address.
    line_start = text.rfind("\n", 0, previous.end()) + 1
    return previous.end() - line_start < 40


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


def running_words(text: str) -> Iterator[str]:
    """Yield the words of the text in lower case, as often as they stand there, also those with a hyphen."""
    for chunk in _CHUNK.finditer(text):
        core = _CORE.search(chunk.group())
        if core is not None:
            yield core.group().lower()
