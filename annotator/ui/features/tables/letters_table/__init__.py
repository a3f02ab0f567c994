"""All letters in a table: one row a letter, one column a field."""

from annotator.ui.features.tables.letters_table.dialog import LettersPlace, LettersTable
from annotator.ui.features.tables.letters_table.model import LettersModel

__all__ = ["LettersModel", "LettersPlace", "LettersTable"]
