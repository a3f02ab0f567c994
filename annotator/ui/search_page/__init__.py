"""The search of the project: what is asked, and the hits by letter."""

from annotator.ui.search_page.page import SearchPage

__all__ = ["SearchPage"]
