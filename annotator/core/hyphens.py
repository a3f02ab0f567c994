"""Joining a word that a line end broke: the line break moves behind the whole word."""

from __future__ import annotations

import re

# What may stand directly behind a word: its comma, its closing bracket, its footnote mark.
_TAIL = re.compile(r"\S*")
_SPACE = re.compile(r"[^\S\n]")
_REST_OF_LINE = re.compile(r"[^\S\n]*(?:\n|\Z)")


def join_broken_word(text: str, start: int, end: int, whole: str) -> tuple[int, int, str]:
    """Return the replacement `(start, end, after)` that puts `whole` in place of the broken word.

    `text[start:end]` is the broken word with its line break (`verplich-⏎tingen`). What stands directly behind
    it stays with it (`genoten,`), one space behind that is swallowed, and the line breaks stand there:
    `verplich-⏎tingen aan` becomes `verplichtingen⏎aan`. Indentation between the halves goes. Where the line
    ends right there anyway, or the text does, no break is added. Without a line break in the span only the
    word is replaced.
    """
    breaks = text.count("\n", start, end)
    if not breaks:
        return start, end, whole
    tail_end = _end_of(_TAIL, text, end)
    after = whole + text[end:tail_end]
    if _REST_OF_LINE.match(text, tail_end):
        return start, tail_end, after
    return start, _end_of(_SPACE, text, tail_end), after + "\n" * breaks


def _end_of(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
