"""The window of what a project has learnt."""

from annotator.ui.features.learnt.dialog import LearntDialog

__all__ = ["LearntDialog"]
