"""All letters in a table: one row a letter, one column a field."""

from annotator.ui.features.tables.letters_table.model import LettersModel
from annotator.ui.features.tables.letters_table.page import LettersPlace, LettersTable

__all__ = ["LettersModel", "LettersPlace", "LettersTable"]
