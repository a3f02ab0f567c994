"""File names made from titles, safe on Linux, macOS and Windows."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
_NOT_PLAIN = re.compile("[^a-z0-9]+")
# Letters that are no base letter with an accent, so that taking accents off leaves them.
_SPELT_OUT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ı": "i"}
)


def letter_file_name(letter_id: int, title: str, suffix: str) -> str:
    """Return e.g. `0042-verslag-navo.txt`: the id makes it unique, and no name that Windows reserves."""
    head = f"{letter_id:04d}"
    room = LONGEST - len(head) - len(suffix) - 1
    plain = _plain(title)[:room].rstrip("-")
    return f"{head}-{plain}{suffix}" if plain else f"{head}{suffix}"


def _plain(title: str) -> str:
    spelt = title.replace("\u00ad", "").casefold().translate(_SPELT_OUT)
    apart = unicodedata.normalize("NFKD", spelt)
    without_accents = "".join(c for c in apart if not unicodedata.combining(c))
    return _NOT_PLAIN.sub("-", without_accents).strip("-")
