"""Going through words: every doubtful reading of the project once, decided for all its places together."""

from annotator.ui.review_words.page import Chosen, ReviewWordsPage
from annotator.ui.review_words.words_side import Done

__all__ = ["Chosen", "Done", "ReviewWordsPage"]
