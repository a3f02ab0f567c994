"""Asking which places of the letter are to be corrected together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.core.document import Letter
from annotator.core.text import Span
from annotator.ui.widgets.places_preview import PlacesPreview, PreviewPlace

_CONTEXT = 60  # characters


def ask_places(
    letter: Letter, before: str, after: str, places: Sequence[Span], parent: QWidget
) -> Sequence[int] | None:
    """Show the places that a correction would change; return the indices of those that are ticked, None when
    the analyst went back."""
    text, numbers = letter.text, letter.line_numbers()
    line = QCoreApplication.translate("ReviewController", "line {number}")
    shown = [
        PreviewPlace(
            text[max(0, place.start - _CONTEXT) : place.start],
            text[place.end : place.end + _CONTEXT],
            line.format(number=numbers[text.count("\n", 0, place.start)]),
        )
        for place in places
    ]
    dialog = PlacesPreview(before, after, shown, parent)
    return dialog.ticked() if dialog.exec() else None
