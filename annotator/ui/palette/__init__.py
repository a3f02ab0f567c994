"""The palette: commands, tags, letters and settings, found by a few letters and run by Enter."""

from annotator.ui.palette.button import PaletteButton
from annotator.ui.palette.items import Item
from annotator.ui.palette.palette import Palette

__all__ = ["Item", "Palette", "PaletteButton"]
