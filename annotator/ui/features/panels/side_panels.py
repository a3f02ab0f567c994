"""The panels at the right of the editor, and which of them a change concerns."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.panes import add_pane, put_in_pane

if TYPE_CHECKING:
    from annotator.ui.features.panels.corrections_panel import CorrectionsPanel
    from annotator.ui.features.panels.form import FormPanel
    from annotator.ui.features.panels.notes_panel import NotesPanel
    from annotator.ui.features.panels.outline_panel import OutlinePanel
    from annotator.ui.features.panels.passages_panel import PassagesPanel
    from annotator.ui.widgets.letter_panel import LetterPanel

_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea


class SidePanels:
    """Makes the docks of the panels, later the panels themselves, and passes on to each what concerns it."""

    form: FormPanel
    outline: OutlinePanel
    passages: PassagesPanel
    corrections: CorrectionsPanel
    notes: NotesPanel
    panels: tuple[LetterPanel, ...]

    def __init__(self, window: QMainWindow) -> None:
        """Make the docks with their heads: the window's first picture has no time for more."""
        self._window = window
        names = (
            ("form", QCoreApplication.translate("SidePanels", "Form")),
            ("outline", QCoreApplication.translate("SidePanels", "Outline")),
            ("passages", QCoreApplication.translate("SidePanels", "Passages")),
            ("corrections", QCoreApplication.translate("SidePanels", "Corrections")),
            ("notes", QCoreApplication.translate("SidePanels", "Notes")),
        )
        self.docks: dict[str, QDockWidget] = {
            name: add_pane(window, name, title, _StandIn(title, window), _RIGHT) for name, title in names
        }

    def make_panels(self) -> None:
        """Put the panels into their docks."""
        from annotator.ui.features.panels.corrections_panel import CorrectionsPanel
        from annotator.ui.features.panels.form import FormPanel
        from annotator.ui.features.panels.notes_panel import NotesPanel
        from annotator.ui.features.panels.outline_panel import OutlinePanel
        from annotator.ui.features.panels.passages_panel import PassagesPanel

        window = self._window
        self.form = FormPanel(parent=window)
        self.outline = OutlinePanel(parent=window)
        self.passages = PassagesPanel(parent=window)
        self.corrections = CorrectionsPanel(parent=window)
        self.notes = NotesPanel(parent=window)
        self.panels = (self.form, self.outline, self.passages, self.corrections, self.notes)
        for dock, panel in zip(self.docks.values(), self.panels, strict=True):
            put_in_pane(dock, panel)

    def flush(self) -> None:
        """Take what is being typed in a panel."""
        if "form" in self.__dict__:  # made behind the first picture
            self.form.flush()
            self.notes.flush()
            self.passages.flush()

    def default_layout(self, left: QDockWidget) -> None:
        """Put the docks where they stand on the first start."""
        window, docks = self._window, self.docks
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.tabifyDockWidget(docks["passages"], docks["corrections"])
        window.tabifyDockWidget(docks["corrections"], docks["notes"])
        docks["passages"].raise_()
        # On a small screen the letter comes first: its lines should stand as on paper, unwrapped.
        wide = window.screen().availableGeometry().width()
        sides = [255, 375] if wide >= 1500 else [240, 375]
        window.resizeDocks([left, docks["form"]], sides, Qt.Orientation.Horizontal)
        window.resizeDocks(
            [docks["form"], docks["outline"], docks["passages"]], [400, 230, 180], Qt.Orientation.Vertical
        )

    def set_codebook(self, codebook: Codebook, language: str) -> None:
        """Show the fields and tags of another codebook."""
        self.form.set_codebook(codebook, language)
        self.set_tags(codebook, language)

    def set_tags(self, codebook: Codebook, language: str) -> None:
        """Show the tags of another codebook; the form, which takes longer to make, stays as it is."""
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


class _StandIn(QWidget):
    """What stands in a dock until its panel is made: the panel's head on its ground."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PanelHeader(title, parent=self))

    def sizeHint(self) -> QSize:
        return QSize(330, 260)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).panel))
