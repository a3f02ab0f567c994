"""The panels at the right of the reading desk, and which of them a change concerns."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.ui.corrections_panel import CorrectionsPanel
from annotator.ui.form_panel import FormPanel
from annotator.ui.kit.letter_panel import LetterPanel
from annotator.ui.notes_panel import NotesPanel
from annotator.ui.outline_panel import OutlinePanel
from annotator.ui.passages_panel import PassagesPanel
from annotator.ui.window.panes import add_pane

_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea


class SidePanels:
    """Makes the panels with their docks, and passes on to each what concerns it."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.form = FormPanel(parent=window)
        self.outline = OutlinePanel(parent=window)
        self.passages = PassagesPanel(parent=window)
        self.corrections = CorrectionsPanel(parent=window)
        self.notes = NotesPanel(parent=window)
        self.panels: tuple[LetterPanel, ...] = (
            self.form,
            self.outline,
            self.passages,
            self.corrections,
            self.notes,
        )
        names = (
            ("form", QCoreApplication.translate("SidePanels", "Form")),
            ("outline", QCoreApplication.translate("SidePanels", "Outline")),
            ("passages", QCoreApplication.translate("SidePanels", "Passages")),
            ("corrections", QCoreApplication.translate("SidePanels", "Corrections")),
            ("notes", QCoreApplication.translate("SidePanels", "Notes")),
        )
        self.docks: dict[str, QDockWidget] = {
            name: add_pane(window, name, title, panel, _RIGHT)
            for (name, title), panel in zip(names, self.panels, strict=True)
        }

    def default_layout(self, left: QDockWidget) -> None:
        """Put the docks where they stand on the first start."""
        window, docks = self._window, self.docks
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.tabifyDockWidget(docks["passages"], docks["corrections"])
        window.tabifyDockWidget(docks["corrections"], docks["notes"])
        docks["passages"].raise_()
        window.resizeDocks([left, docks["form"]], [270, 400], Qt.Orientation.Horizontal)
        window.resizeDocks(
            [docks["form"], docks["outline"], docks["passages"]], [400, 230, 180], Qt.Orientation.Vertical
        )

    def set_codebook(self, codebook: Codebook, language: str) -> None:
        """Show the fields and tags of another codebook."""
        self.form.set_codebook(codebook, language)
        self.outline.set_codebook(codebook, language)
        self.passages.set_codebook(codebook, language)

    def show_letter(self, letter: Letter | None) -> None:
        """Show another letter."""
        for panel in (self.form, self.outline, self.passages, self.corrections, self.notes):
            panel.show_letter(letter)

    def refresh(self, letter: Letter, kinds: Set[str]) -> None:
        """Show a letter after a change that touched these kinds of rows."""
        text = "text" in kinds
        if text or "value" in kinds:
            self.form.show_letter(letter)
        if text or "section" in kinds:
            self.outline.show_letter(letter)
        if text or "passage" in kinds:
            self.passages.show_letter(letter)
        if text or "correction" in kinds:
            self.corrections.show_letter(letter)
        if "about" in kinds:
            self.notes.show_letter(letter)
