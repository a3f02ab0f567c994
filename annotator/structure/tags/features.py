"""What a model of a tag sees of a sentence: words, pairs, phrases of three words, and where it stands.

Features are hashed to numbers, so that a model is a short table of weights and holds no text of a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

_WORDS = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[€%?]")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n\s*(?=[a-zà-ÿ])")
_STOP = re.compile(r"(?<=[.!?…:;])[\"'”’»)\]]*[¹²³⁴⁵⁶⁷⁸⁹]*\s+(?=[\"'“‘«(\[]?[^\Wa-zà-ÿ_])|\n[ \t]*\n\s*|\f")
_SPACE = 1 << 22
_STEM = 6  # letters of a word that its inflections share
_PLACES = 5  # a letter is seen in so many parts
_MOST_WORDS = 200  # of one sentence: what is longer is a text without stops


class Feature(NamedTuple):
    """A feature of a sentence, and the words that show it; `words` is "" for what no word shows."""

    number: int
    words: str


def plain(text: str) -> str:
    """Return the text in small letters without accents, words that a line breaks whole."""
    whole = _BROKEN.sub("", text)
    if whole.isascii():
        return whole.lower()
    parted = unicodedata.normalize("NFD", whole)
    return "".join(sign for sign in parted if not unicodedata.combining(sign)).casefold()


def features(text: str, place: float) -> list[Feature]:
    """Return what a sentence shows; `place` is where it stands in its letter, from 0 to 1."""
    words = ["0" if word[0].isdigit() else word for word in _WORDS.findall(plain(text))[:_MOST_WORDS]]
    found: dict[int, str] = {}
    for word in words:
        found.setdefault(_number(word), word)
        if len(word) > _STEM + 1:
            found.setdefault(_number(f"{word[:_STEM]}~"), word)
    for size in (2, 3):
        for first in range(len(words) - size + 1):
            phrase = " ".join(words[first : first + size])
            found.setdefault(_number(phrase), phrase)
    part = min(_PLACES - 1, int(place * _PLACES))
    found[_number(f"@{part}")] = found[_number(f"#{min(len(words) // 8, 5)}")] = ""
    return [Feature(number, shown) for number, shown in found.items()]


@lru_cache(maxsize=50_000)
def _number(name: str) -> int:
    return crc32(name.encode()) % _SPACE


def rough_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a letter, roughly: what a model is held against.

    It takes a thousandth of a second a letter, without looking for headings and the foot of pages.
    """
    start = 0
    for match in _STOP.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)
