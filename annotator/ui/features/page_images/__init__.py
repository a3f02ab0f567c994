"""The page images of a letter beside its text."""

from annotator.ui.features.page_images.pane import PageView

__all__ = ["PageView"]
