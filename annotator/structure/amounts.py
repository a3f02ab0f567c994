"""Amounts of money in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.structure.taken import Taken

_NUMBER = r"[0-9lIO](?:[0-9lIO]|[.,](?=[0-9lIO])|\s(?=\d{3}\b))*(?:,[-–—]+)?"
_SCALE = r"(?:\s*(?:m[il1]{1,2}[l1i]?j?[a-z]{0,2}oen|mil[jl]?oen|miljard|mi[jl]{1,2}ard|duizend|mln\.?|mld\.?|mrd\.?|biljoen)\b)"
_CURRENCY = r"(?:[Ee]ur[oö]|euro's|[Dd]ollars?|EUR|USD|pond(?: sterling)?|gulden)"
_BEFORE = re.compile(rf"(?:€|EUR|US\$|\$|£|USD)\s*{_NUMBER}{_SCALE}?(?!\w)")
_AFTER = re.compile(
    rf"(?<![\w.,€]){_NUMBER}{_SCALE}?\s+(?:Amerikaanse |Canadese |Australische )?{_CURRENCY}\b"
)


def find_amounts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the amounts, in order."""
    found = [match.span() for match in _BEFORE.finditer(text)]
    taken = Taken(found)
    for match in _AFTER.finditer(text):
        if any(sign.isdigit() for sign in match.group()) and not taken.overlaps(*match.span()):
            found.append(match.span())
    yield from sorted(found)
