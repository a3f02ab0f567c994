"""The order that people put names in."""

from __future__ import annotations

import re


def natural(name: str) -> tuple[list[tuple[int, int, str]], str]:
    """Return the key to sort names by as people do: `brief 2` before `brief 10`, capitals no matter."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part], name
