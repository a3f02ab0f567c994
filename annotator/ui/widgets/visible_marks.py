"""Make characters that cannot be seen visible in a one-line field, and read them back."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.text import clean

# Each invisible character with the signs that may stand for it. The first sign that occurs in none of the
# texts at hand is taken, so that a text that really holds `⏎` comes back as it was.
_SIGNS = (("\n", "⏎↵␤"), ("\u00a0", "⍽␣⎵"), ("\t", "⇥↹␉"), ("\u00ad", "¬⌐␛"))


@dataclass(frozen=True, slots=True)
class VisibleMarks:
    """Signs chosen for line breaks, no-break spaces, tabs and soft hyphens."""

    signs: tuple[tuple[str, str], ...]

    def shown(self, text: str) -> str:
        """Return the text with a sign for each invisible character."""
        for character, sign in self.signs:
            text = text.replace(character, sign)
        return text

    def meant(self, shown: str) -> str:
        """Return the text that the shown one stands for, in the form that the model keeps."""
        for character, sign in self.signs:
            shown = shown.replace(sign, character)
        return clean(shown)


def marks_for(*texts: str) -> VisibleMarks:
    """Choose signs that occur in none of the texts."""
    together = "".join(texts)
    return VisibleMarks(tuple((character, _free_sign(signs, together)) for character, signs in _SIGNS))


def _free_sign(signs: str, text: str) -> str:
    return next((sign for sign in signs if sign not in text), signs[-1])
