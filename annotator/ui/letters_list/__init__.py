"""The list of the project's letters: filter, status, progress."""

from annotator.ui.letters_list.model import LettersModel, LetterSource
from annotator.ui.letters_list.panel import LettersList

__all__ = ["LetterSource", "LettersList", "LettersModel"]
