"""The fonts of the window and of the letter's text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont

UI_PIXELS = 13
TEXT_PIXELS = 14

# Inter's own alternates: an l with a tail and an I with serifs. Telling `Il` from `II` is half of the work
# on OCR text.
_DISTINCT_LETTERS = ("cv05", "cv08")


def ui_font(percent: int = 100, families: Sequence[str] = ()) -> QFont:
    """Return the window's font: Inter where installed, else the given families; with tabular numbers."""
    font = QFont()
    font.setFamilies(["Inter", *(name for name in (families or font.families()) if name != "Inter")])
    font.setPixelSize(max(8, round(UI_PIXELS * percent / 100)))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def text_font(percent: int = 100) -> QFont:
    """Return the font of a letter's text: the window's, larger, with letters that cannot be mistaken."""
    font = distinct(ui_font())
    font.setPixelSize(max(8, round(TEXT_PIXELS * percent / 100)))
    return font


def distinct(font: QFont) -> QFont:
    """Return a copy of a font with letters that cannot be mistaken: for `I→l` among the window's words."""
    copy = QFont(font)
    for feature in _DISTINCT_LETTERS:
        copy.setFeature(QFont.Tag(feature), 1)
    return copy


def sized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return a copy of a font that is in pixels, scaled, and bold if wanted."""
    copy = QFont(font)
    size = font.pixelSize() if font.pixelSize() > 0 else UI_PIXELS
    copy.setPixelSize(max(7, round(size * factor)))
    if bold:
        copy.setWeight(QFont.Weight.DemiBold)
    return copy
