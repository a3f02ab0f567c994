"""What stands around a hit, on one line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.core.text import Span

AROUND = 80  # characters on each side
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """A hit with what stands before and behind it; `line` counts from 1, in the text that was searched."""

    left: str
    hit: str
    right: str
    line: int


def context_of(text: str, span: Span, line: int | None = None) -> Context:
    """Return the context of a hit, white space as single spaces."""
    start, end = span
    left, hit, right = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    number = line if line is not None else text.count("\n", 0, start) + 1
    return Context(_on_one_line(left), _on_one_line(hit), _on_one_line(right), number)


def contexts_of(text: str, spans: list[Span]) -> list[Context]:
    """Return the contexts of hits in order; their lines are counted in one go."""
    contexts, line, at = [], 1, 0
    for span in spans:
        line += text.count("\n", at, span.start)
        at = span.start
        contexts.append(context_of(text, span, line))
    return contexts


def _on_one_line(text: str) -> str:
    return _WHITE.sub(" ", text)
