"""Letters that are alike: pairs, side by side, of which one can be removed."""

from annotator.ui.features.duplicates.dialog import DuplicatesDialog, PairLine

__all__ = ["DuplicatesDialog", "PairLine"]
