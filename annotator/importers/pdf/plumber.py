"""The careful engine: words with boxes by pdfplumber, for pages that the fast one cannot be trusted with.

Its settings: characters that are drawn twice go, words come in the order of the file, and a new word begins
at 0.15 of the font's size; the default glues words together.
"""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from annotator.importers.encodings import REPLACEMENT
from annotator.importers.layout.raised import RAISED, SMALLER
from annotator.importers.layout.words import PageWord, RawPage, readable
from annotator.importers.pdf.accents import ACCENTS, Box, settled
from annotator.importers.pdf.faces import is_bold, is_italic
from annotator.importers.pdf.frames import turn_of
from annotator.importers.pdf.paint import seen_of, with_sight
from annotator.importers.pdf.pdfium import GAP, LIFT, SOFT_HYPHEN

_Char = dict[str, Any]
_RISE = 0.6  # of the font's size, from head to head: a small sign stands no further from its word
_UNKNOWN = re.compile(r"\(cid:\d+\)")


class Careful:
    """A PDF opened with pdfplumber, at the first page that is asked for."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self._data = data
        self._password = password
        self._pdf: Any = None

    def close(self) -> None:
        """Let the file go; over a damaged one pdfplumber raises here too, when it has given all it has."""
        if self._pdf is not None:
            with suppress(Exception):
                self._pdf.close()

    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._opened().pages)

    def read_page(self, index: int) -> RawPage:
        """Return the words of a page; whatever pdfplumber raises over a damaged file goes on."""
        page = self._opened().pages[index]
        try:
            with _few_warnings():
                words, unseen = _words(with_sight(page.dedupe_chars().chars, page))
            return RawPage(float(page.width), float(page.height), words, unseen=unseen)
        finally:
            page.close()

    def _opened(self) -> Any:
        if self._pdf is None:
            import pdfplumber  # 150 ms, for few files

            with _few_warnings():
                self._pdf = pdfplumber.open(
                    io.BytesIO(self._data),
                    password=self._password,
                    unicode_norm="NFC",
                    raise_unicode_errors=False,
                )
        return self._pdf


def _words(characters: Sequence[_Char]) -> tuple[tuple[PageWord, ...], tuple[PageWord, ...]]:
    """Return the words that are seen, and those that are not; what lies across the page comes last."""
    from pdfplumber.utils.text import extract_words

    level = [char for char in characters if _turn(char) % 90 == 0]
    across = [char for char in characters if _turn(char) % 90]
    found = extract_words(
        _settled(level),
        use_text_flow=True,
        x_tolerance_ratio=GAP,
        y_tolerance_ratio=_RISE,
        return_chars=True,
    )
    runs = [one["chars"] for one in found]
    for _, run in itertools.groupby(across, _turn):
        runs += [list(word) for blank, word in itertools.groupby(run, _is_blank) if not blank]
    shown = [seen_of(run) for run in runs]
    unseen = (_word(run) for run, part in zip(runs, shown, strict=True) if len(part) < len(run))
    return tuple(word for part in shown if part and (word := _word(part)).text), tuple(unseen)


def _settled(characters: Sequence[_Char]) -> list[_Char]:
    """Return the characters with accents in their letters, and soft hyphens that are drawn as hyphens."""
    signs = [char["text"] for char in characters]
    if any(sign in ACCENTS for sign in signs):
        signs = settled(signs, lambda index: _box(characters[index]))
    if SOFT_HYPHEN in signs:
        signs = ["-" if sign == SOFT_HYPHEN else sign for sign in signs]
    return [char | {"text": sign} for sign, char in zip(signs, characters, strict=True) if sign]


def _box(char: _Char) -> Box:
    return char["x0"], -char["bottom"], char["x1"], -char["top"]


def _turn(char: _Char) -> int:
    return turn_of(*char["matrix"][:2])


def _is_blank(char: _Char) -> bool:
    return str(char["text"]).isspace()


def _word(characters: Sequence[_Char]) -> PageWord:
    """Return the word of these characters, with raised digits as such."""
    turn = _turn(characters[0])
    size = max(float(char["size"]) for char in characters) or 1.0
    text = "".join(_sign(char, characters, size) if turn == 0 else char["text"] for char in characters)
    left, right = min(char["x0"] for char in characters), max(char["x1"] for char in characters)
    top, bottom = min(char["top"] for char in characters), max(char["bottom"] for char in characters)
    shown = readable(_UNKNOWN.sub(REPLACEMENT, text))
    font = str(characters[0]["fontname"])
    return PageWord(
        shown,
        float(left),
        float(top),
        float(right),
        float(bottom),
        size,
        turn,
        is_bold(font),
        is_italic(font),
    )


def _sign(char: _Char, word: Sequence[_Char], size: float) -> str:
    """Return what a character of a word says: a digit that is small and stands high is raised."""
    if char["text"] not in RAISED or char["size"] > SMALLER * size:
        return str(char["text"])
    foot = max(other["bottom"] for other in word if other["size"] == size)
    return RAISED[char["text"]] if foot - char["bottom"] > LIFT * size else str(char["text"])


@contextmanager
def _few_warnings() -> Iterator[None]:
    """Keep what pdfminer has to say of a damaged file out of the log: it would be a line a character."""
    import logging

    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
