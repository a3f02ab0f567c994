"""The panels beside the letter: a row for each, in the order in which they stand below one another.

What makes one imports it: the window's first picture does without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.widgets.panel_row import PanelRow

if TYPE_CHECKING:
    from annotator.ui.widgets.letter_panel import LetterPanel


def _form(window: QWidget) -> LetterPanel:
    from annotator.ui.features.panels.form import FormPanel

    return FormPanel(parent=window)


def _outline(window: QWidget) -> LetterPanel:
    from annotator.ui.features.panels.outline_panel import OutlinePanel

    return OutlinePanel(parent=window)


def _passages(window: QWidget) -> LetterPanel:
    from annotator.ui.features.panels.passages_panel import PassagesPanel

    return PassagesPanel(parent=window)


def _corrections(window: QWidget) -> LetterPanel:
    from annotator.ui.features.panels.corrections_panel import CorrectionsPanel

    return CorrectionsPanel(parent=window)


def _notes(window: QWidget) -> LetterPanel:
    from annotator.ui.features.panels.notes_panel import NotesPanel

    return NotesPanel(parent=window)


PANELS: tuple[PanelRow, ...] = (
    PanelRow("form", QT_TRANSLATE_NOOP("SidePanels", "Form"), _form, frozenset({"text", "value"})),
    PanelRow("outline", QT_TRANSLATE_NOOP("SidePanels", "Outline"), _outline, frozenset({"text", "section"})),
    PanelRow(
        "passages", QT_TRANSLATE_NOOP("SidePanels", "Passages"), _passages, frozenset({"text", "passage"})
    ),
    PanelRow(
        "corrections",
        QT_TRANSLATE_NOOP("SidePanels", "Corrections"),
        _corrections,
        frozenset({"text", "correction"}),
    ),
    PanelRow("notes", QT_TRANSLATE_NOOP("SidePanels", "Notes"), _notes, frozenset({"about"})),
)
