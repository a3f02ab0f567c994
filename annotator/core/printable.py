"""Names of files as they can be shown: on a terminal, in a dialog, in the project file."""

from __future__ import annotations

import unicodedata

# Signs that make the rest of a name run backwards, so that `txt.exe` looks like `exe.txt`.
_REVERSING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Control characters steer a terminal; undecodable bytes of a name arrive as lone surrogates, which neither
# SQLite nor a terminal takes.
_UNFIT = frozenset({"Cc", "Cs", "Zl", "Zp"})


def printable(name: str) -> str:
    """Return the text on one line, with `�` for what steers a terminal or cannot be written."""
    return "".join("\ufffd" if is_unfit(character) else character for character in name)


def is_unfit(character: str) -> bool:
    """Tell whether a character steers what shows it, or cannot be written."""
    return unicodedata.category(character) in _UNFIT or character in _REVERSING
