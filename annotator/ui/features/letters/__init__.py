"""The list of the project's letters: filter, status, progress."""

from annotator.ui.features.letters.model import LettersModel, LetterSource
from annotator.ui.features.letters.panel import LettersList

__all__ = ["LetterSource", "LettersList", "LettersModel"]
