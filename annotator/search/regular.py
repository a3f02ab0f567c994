"""Regular expressions, which may run wild: only a worker process with a limit of time and memory runs them.

The functions here are jobs: they take and give plain data.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.search.finding import Find, require_findable

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS_A_TEXT = 2.0
_MOST_REPEATS = 100_000
_COUNT = re.compile(r"\{(\d*)(?:,(\d*))?\}")

_WRONG = QT_TRANSLATE_NOOP("Search", "The expression cannot be read from character {place} on.")
# What goes wrong most, by how the words of `regex` begin.
_REASONS = (
    ("missing )", QT_TRANSLATE_NOOP("Search", "The expression lacks a closing bracket: )")),
    ("unbalanced", QT_TRANSLATE_NOOP("Search", "The expression has a closing bracket too many: )")),
    ("unterminated character set", QT_TRANSLATE_NOOP("Search", "The expression lacks a closing bracket: ]")),
    (
        "nothing to repeat",
        QT_TRANSLATE_NOOP("Search", "Nothing stands before the repeat at character {place}."),
    ),
    ("multiple repeat", QT_TRANSLATE_NOOP("Search", "Two repeats follow each other at character {place}.")),
    ("bad escape", QT_TRANSLATE_NOOP("Search", "There is no such sign behind \\ at character {place}.")),
)
_GROUP = QT_TRANSLATE_NOOP(
    "Search", "The replacement names a group that the expression does not have, or ends in \\."
)
_REPEATS = QT_TRANSLATE_NOOP("Search", "The expression asks for too many repeats. Take smaller numbers.")
RUNS_WILD = Message(
    "Search",
    QT_TRANSLATE_NOOP("Search", "The expression takes too long and was stopped. Make it simpler."),
)


class Match(NamedTuple):
    """A place that an expression matches, and what the template makes of it ("" without a template)."""

    start: int
    end: int
    becomes: str = ""


def compiled(find: Find) -> Any:
    """Return the compiled expression. Raises UserError where it is wrong."""
    import regex

    require_findable(find)
    repeats = 1
    for low, high in _COUNT.findall(find.text):
        repeats *= max(1, *(int(number[:9]) for number in (low, high) if number), 1)
    if repeats > _MOST_REPEATS:
        raise UserError(Message("Search", _REPEATS))
    flags = regex.VERSION0 | regex.MULTILINE | (0 if find.match_case else regex.IGNORECASE)
    pattern = rf"\b(?:{find.text})\b" if find.whole_word else find.text
    try:
        regex.compile(find.text, flags)  # by itself, so that the place of a fault is the one that was typed
        return regex.compile(pattern, flags)
    except regex.error as error:
        known = (said for reason, said in _REASONS if error.msg.startswith(reason))
        params = {"place": (error.pos or 0) + 1}
        raise UserError(Message("Search", next(known, _WRONG), params)) from error
    except (RecursionError, OverflowError, MemoryError, ValueError) as error:
        raise UserError(Message("Search", _REPEATS)) from error


def matches(pattern: Any, text: str, template: str | None = None) -> Iterator[Match]:
    """Yield where an expression matches, empty matches left out. Raises UserError where it takes too long."""
    try:
        for match in pattern.finditer(text, timeout=SECONDS_A_TEXT, concurrent=True):
            start, end = match.span()
            if start < end:
                yield Match(start, end, "" if template is None else _expanded(match, template))
    except TimeoutError as error:
        raise UserError(RUNS_WILD) from error


def _expanded(match: Any, template: str) -> str:
    import regex

    try:
        return str(match.expand(template))
    except (regex.error, IndexError, KeyError) as error:
        raise UserError(Message("Search", _GROUP)) from error


def matches_job(find: Find, text: str, template: str | None = None) -> list[Match]:
    """Return where an expression matches in one text: for a worker process."""
    return list(matches(compiled(find), text, template))
