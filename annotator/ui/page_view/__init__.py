"""The page images of a letter beside its text."""

from annotator.ui.page_view.pane import PageView

__all__ = ["PageView"]
