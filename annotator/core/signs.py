"""Signs that say the same as others, as sets for patterns: one list of each kind for the whole program.

`annotator.core.folding` says what they are folded to.
"""

from __future__ import annotations

LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ",
}  # fmt: skip
# Other than the space. The Braille one is a blank to the eye alone.
BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
ZERO_WIDTH = "\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
HYPHENS = "\u2010\u2011\ufe63\uff0d"  # other than `-`
SOFT_HYPHEN = "\u00ad"
# What only ever breaks a word: it is no part of it. `¬` is how some OCR programs write a soft hyphen.
SOFT_HYPHENS = f"{SOFT_HYPHEN}\u00ac\u2e17"
LINE_END_HYPHENS = f"\\-{HYPHENS}{SOFT_HYPHENS}"
RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # marks of notes, where they stand behind something
