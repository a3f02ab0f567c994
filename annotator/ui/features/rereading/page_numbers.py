"""Numbers of pages as people write them."""

from __future__ import annotations

import re

_PART = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def page_numbers(text: str, most: int) -> list[int]:
    """Return the numbers that a text such as `1-3, 7` names, in order; none where one of them is no page."""
    found: set[int] = set()
    for part in re.split(r"[,;]", text):
        match = _PART.fullmatch(part.strip())
        if match is None:
            return []
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= most:
            return []
        found.update(range(first, last + 1))
    return sorted(found)
