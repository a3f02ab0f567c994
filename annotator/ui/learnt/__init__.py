"""The window of what a project has learnt."""

from annotator.ui.learnt.dialog import LearntDialog

__all__ = ["LearntDialog"]
