"""Which words there are, and how often Dutch official prose uses them."""

from __future__ import annotations

import lzma
import math
from functools import cached_property
from pathlib import Path
from typing import Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.language.compounds import split_compound
from annotator.resources import resource_path

# Words counted for the frequency table.
_WORDS_COUNTED = 33.9e6
_PROPER = 50  # counted so often with a capital, a word in lower case is a slip
_EDITED = 20  # counted so often in edited prose, a word needs no dictionary
_DICTIONARY_ONLY = 0.3  # what a word of the dictionary counts that the table lacks
_COMPOUND_ONLY = 0.03
_CACHED_WORDS = 100_000


class Lexicon:
    """The Dutch and the English dictionary and the frequency table, each read when it is first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource_path("words")
        self._known: dict[str, bool] = {}

    @cached_property
    def _table(self) -> tuple[dict[str, int], dict[str, str]]:
        counts: dict[str, int] = {}
        written: dict[str, str] = {}
        for line in self._read("nl/frequencies.tsv.xz").splitlines():
            word, count, *form = line.split("\t")
            counts[word] = int(count)
            if form:
                written[word] = form[0]
        return counts, written

    def _read(self, name: str) -> str:
        try:
            return lzma.decompress((self._folder / name).read_bytes()).decode("utf8")
        except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
            raise _unreadable(self._folder / name) from error

    @cached_property
    def _dutch(self) -> Any:
        return _dictionary(self._folder / "nl" / "nl")

    @cached_property
    def _english(self) -> Any:
        return _dictionary(self._folder / "en" / "en")

    def count(self, word: str) -> int:
        """Return how often the table has the word, in any case."""
        return self._table[0].get(word.lower(), 0)

    def usual_form(self, word: str) -> str:
        """Return the word as it is nearly always written (`België`, `NAVO`), else as given."""
        return self._table[1].get(word.lower(), word)

    def log_prior(self, word: str) -> float:
        """Return the natural logarithm of how likely the (known) word is as the next one in a letter."""
        counted = float(self.count(word))
        if not counted:
            counted = _DICTIONARY_ONLY if self._in_dictionary(word) else _COMPOUND_ONLY
        return math.log(counted / _WORDS_COUNTED)

    def knows(self, word: str) -> bool:
        """Tell whether the word is in the dictionary or the table, or made of such words."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _CACHED_WORDS:
                self._known.clear()
            known = self._known[word] = self._looked_up(word)
        return known

    def _looked_up(self, word: str) -> bool:
        if self.lacks_capital(word):
            return False
        if self.count(word) >= _EDITED or self._in_dictionary(word):
            return True
        parts = [part for part in word.replace("/", "-").split("-") if part]
        if len(parts) > 1:
            return all(len(part) == 1 or self.knows(part) or _is_acronym(part) for part in parts)
        return self.count(word) > 0 or split_compound(word, self.count) is not None

    def _in_dictionary(self, word: str) -> bool:
        return bool(self._dutch.spell(word) or (word[:1].isupper() and self._dutch.spell(word.lower())))

    def lacks_capital(self, word: str) -> bool:
        """Tell whether the word is a name in lower case (`italië`)."""
        return (
            word.islower()
            and self.usual_form(word)[:1].isupper()
            and self.count(word) >= _PROPER
            and len(word) > 3
            and not self._dutch.spell(word)
            and bool(self._dutch.spell(word.capitalize()))
        )

    def knows_english(self, word: str) -> bool:
        """Tell whether the word is English."""
        return bool(self._english.spell(word) or self._english.spell(word.lower()))


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) <= 6


def _dictionary(base: Path) -> Any:
    for suffix in (".dic", ".aff"):
        if not base.with_suffix(suffix).is_file():
            raise _unreadable(base.with_suffix(suffix))
    import hunspell  # late: the window must paint before any dictionary is read

    return hunspell.Hunspell(base.name, hunspell_data_dir=str(base.parent))


def _unreadable(path: Path) -> Problem:
    text = QT_TRANSLATE_NOOP(
        "Language", "The word list {path} is missing or damaged: install the program again."
    )
    return Problem(Message("Language", text, {"path": str(path)}))
