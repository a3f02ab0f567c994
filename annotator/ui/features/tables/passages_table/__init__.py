"""All passages in a table, by tag, with the text around each."""

from annotator.ui.features.tables.passages_table.model import PassagesModel
from annotator.ui.features.tables.passages_table.page import PassagesPlace, PassagesTable

__all__ = ["PassagesModel", "PassagesPlace", "PassagesTable"]
