"""The palette: commands, tags, letters and settings, found by a few letters and run by Enter."""

from annotator.ui.features.palette.button import PaletteButton
from annotator.ui.features.palette.items import Item
from annotator.ui.features.palette.palette import Palette

__all__ = ["Item", "Palette", "PaletteButton"]
