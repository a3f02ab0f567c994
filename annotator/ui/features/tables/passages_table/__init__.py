"""All passages in a table, by tag, with the text around each."""

from annotator.ui.features.tables.passages_table.dialog import PassagesPlace, PassagesTable
from annotator.ui.features.tables.passages_table.model import PassagesModel

__all__ = ["PassagesModel", "PassagesPlace", "PassagesTable"]
