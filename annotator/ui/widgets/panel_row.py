"""A panel as a row of the table of panels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from annotator.ui.widgets.letter_panel import LetterPanel


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A panel beside the letter: its name, its title (context `SidePanels`), and what makes it.

    `shows` are the kinds of changes that concern it: `text`, and kinds of rows of a letter.
    """

    name: str
    title: str
    make: Callable[[QWidget], LetterPanel]
    shows: frozenset[str]
