"""The panels at the right of the editor, and which of them a change concerns."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.panel_row import PanelRow
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

    def __init__(self, window: QMainWindow, rows: Sequence[PanelRow]) -> None:
        """Make the docks with their heads: the window's first picture has no time for more."""
        self._window, self._rows = window, tuple(rows)
        self.docks: dict[str, QDockWidget] = {row.name: self._dock(row) for row in self._rows}
        self.panels = ()

    def _dock(self, row: PanelRow) -> QDockWidget:
        title = QCoreApplication.translate("SidePanels", row.title)
        return add_pane(self._window, row.name, title, _StandIn(title, self._window), _RIGHT)

    def make_panels(self) -> None:
        """Put the panels into their docks."""
        self.panels = tuple(row.make(self._window) for row in self._rows)
        for row, panel in zip(self._rows, self.panels, strict=True):
            setattr(self, row.name, panel)  # those that others ask for are declared above
            put_in_pane(self.docks[row.name], panel)

    def flush(self) -> None:
        """Take what is being typed in a panel."""
        for panel in self.panels:
            panel.flush()

    def default_layout(self, left: QDockWidget) -> None:
        """Put the docks where they stand on the first start."""
        window, docks = self._window, self.docks
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        tabs = [dock for name, dock in docks.items() if name not in ("form", "outline")]
        for dock, behind in pairwise(tabs):
            window.tabifyDockWidget(dock, behind)
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
        for panel in self.panels:
            if panel is not self.form:
                panel.set_codebook(codebook, language)

    def show_letter(self, letter: Letter | None) -> None:
        """Show another letter."""
        for panel in self.panels:
            panel.show_letter(letter)

    def refresh(self, letter: Letter, kinds: Set[str]) -> None:
        """Show a letter after a change that touched these kinds of rows."""
        for row, panel in zip(self._rows, self.panels, strict=True):
            if row.shows & kinds:
                panel.show_letter(letter)


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
