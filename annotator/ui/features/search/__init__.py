"""The search of the project: what is asked, and the hits by letter."""

from annotator.ui.features.search.page import SearchPage

__all__ = ["SearchPage"]
