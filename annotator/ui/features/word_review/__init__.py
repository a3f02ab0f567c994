"""Going through words: every doubtful reading of the project once, decided for all its places together."""

from annotator.ui.features.word_review.page import Chosen, ReviewWordsPage
from annotator.ui.features.word_review.words_side import Done

__all__ = ["Chosen", "Done", "ReviewWordsPage"]
