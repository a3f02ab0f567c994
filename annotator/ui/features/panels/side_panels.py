"""The panels at the right of the editor, and which of them a change concerns."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

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
_FORM, _ROWS_BELOW = 640, 290  # pixels, until there are panels to ask


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
        self.reshaped: Callable[[], None] = lambda: None  # told of: another form may want another height
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

    @property
    def upper(self) -> QDockWidget | None:
        """Return the dock of the upper side place."""
        return self.docks.get("form")

    @property
    def lower(self) -> QDockWidget | None:
        """Return the dock that is in front in the lower side place."""
        lower = [dock for name, dock in self.docks.items() if name != "form" and not dock.isHidden()]
        return next((dock for dock in lower if not dock.visibleRegion().isEmpty()), next(iter(lower), None))

    def default_layout(self) -> None:
        """Put the docks where they stand on the first start: the form above, the others behind one another
        below it."""
        window, docks = self._window, self.docks
        window.setTabPosition(_RIGHT, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        for dock, behind in pairwise(dock for name, dock in docks.items() if name != "form"):
            window.tabifyDockWidget(dock, behind)
        docks["outline"].raise_()

    def heights_wanted(self) -> tuple[int, int]:
        """Return how high the upper place would be to show all of the form, and the lower one at least."""
        if not self.panels:
            return _FORM, _ROWS_BELOW
        return self.form.height_wanted(), self.outline.height_wanted()

    def give_way(self, high: int) -> None:
        """Leave the heads of panels behind tabs away, where the form would not fit with them; pixels."""
        if not self.panels:
            return
        low = high < self.form.height_needed() + self.outline.height_wanted()
        for name, dock in self.docks.items():
            header = dock.titleBarWidget()
            # The passages' head has what they are filtered by; a panel without tabs has its name there.
            may = name != "passages" and bool(self._window.tabifiedDockWidgets(dock))
            if isinstance(header, PanelHeader):
                header.set_away(low and may)

    def set_codebook(self, codebook: Codebook, language: str) -> None:
        """Show the fields and tags of another codebook."""
        self.form.set_codebook(codebook, language)
        self.set_tags(codebook, language)
        self.reshaped()

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
