"""Words that OCR misread, read as the words that are looked for: `Karner` is `Kamer`, `ontvangl` is `ontvangt`.

Two words are the same reading where they differ only in signs that OCR takes for each other. Nothing is
corrected by it: it only lets patterns find what stands on paper.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable, Mapping

from annotator.structure.lines import near

_WORD = re.compile(r"[^\W_]+")
_ALIKE = str.maketrans("c0q91|!iíïjt5zbuyv", "eoggllllllllsshnvv")
_SHORTEST, _LONG = 3, 8


def skeleton(word: str) -> str:
    """Return the word with signs that look alike made one."""
    bare = "".join(
        sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign)
    )
    return bare.replace("rn", "m").replace("ii", "n").replace("vv", "w").translate(_ALIKE)


class Readings:
    """Words that are looked for, by what they look like."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_look: Mapping[str, str] = {
            skeleton(word): word for word in sorted(self._words, reverse=True) if len(word) >= _SHORTEST
        }

    def read(self, word: str) -> str:
        """Return the word that this one, in small letters, is probably a misreading of; else itself."""
        if len(word) < _SHORTEST or word in self._words:
            return word
        return self._by_look.get(skeleton(word), word)

    def nearly(self, word: str) -> str:
        """Return the word that this one is a misreading of, a long one also where a sign is wrong or gone."""
        found = self.read(word)
        if found != word or word in self._words or len(word) < _LONG:
            return found
        return next((known for known in self._words if len(known) >= _LONG and near(word, known, 1)), word)


class Reread:
    """A text in which misread words are replaced, with the way back to where they stand."""

    def __init__(self, text: str, readings: Readings) -> None:
        pieces: list[str] = []
        self._starts: list[int] = [0]
        self._places: list[int] = [0]
        length = end = 0
        for match in _WORD.finditer(text):
            found = readings.nearly(match.group().casefold())
            if found == match.group().casefold():
                continue
            pieces += [text[end : match.start()], found]
            length += match.start() - end + len(found)
            end = match.end()
            self._starts += [length - len(found), length]
            self._places += [match.start(), end]
        pieces.append(text[end:])
        self.text = "".join(pieces)

    def place(self, offset: int) -> int:
        """Return where an offset of the text as it is read lies in the text as it is."""
        piece = bisect.bisect_right(self._starts, offset) - 1
        return self._places[piece] + offset - self._starts[piece]
