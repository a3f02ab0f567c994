"""Which line a section may be headed by, as long as nothing knows more of the letter."""

from __future__ import annotations

from annotator.core.text import Span, line_end, line_start, trimmed

_LONGEST_HEADING = 90  # where a blank line follows
_LONGEST_ABOVE_TEXT = 60  # where the text follows at once
_STOPS = ".,;:?!"


def heading_at(text: str, offset: int) -> Span | None:
    """Return the span of the line at the offset if it looks like a heading.

    It is short, begins with a capital or a number, has no stop at its end, and neither goes on from the line
    before nor fills its line like running text does.
    """
    while offset < len(text) and text[offset] == "\n":
        offset += 1
    start = line_start(text, offset)
    line = trimmed(text, Span(start, line_end(text, offset)))
    words = text[line.start : line.end]
    before = text[line_start(text, max(0, start - 1)) : start].rstrip()
    goes_on = before and before[-1] not in _STOPS
    if not words or words[-1] in _STOPS or goes_on or not (words[0].isupper() or words[0].isdigit()):
        return None
    behind = text[line.end :].lstrip(" \t")[:2]
    longest = _LONGEST_HEADING if behind in ("", "\n", "\n\n") else _LONGEST_ABOVE_TEXT
    return line if len(words) <= longest else None
