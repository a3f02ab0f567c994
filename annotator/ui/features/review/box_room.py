"""How much room the correction box takes: as much for each place, so that all stays where it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize

IMAGE = 46  # pixels: the band with the image of the word
ACROSS, DOWN = 6, 5  # pixels between buttons
NARROW = 77  # letters: in less the list stands below the field
_LETTERS_OF_A_REASON = 78  # in the width of an average one; the longest sentences have as many


def height_of(buttons: Sequence[QSize], room: int) -> int:
    """Return how high buttons of these sizes are, placed in rows as words are."""
    rows, left = 1, room
    for size in buttons:
        if size.width() > left and left < room:
            rows, left = rows + 1, room
        left -= size.width() + ACROSS
    return rows * max(size.height() for size in buttons) + (rows - 1) * DOWN


def reason_lines(letter_width: int, room: int) -> int:
    """Return how many lines are kept for the reason, where a letter takes so many pixels."""
    return 1 if room >= _LETTERS_OF_A_REASON * letter_width else 2
