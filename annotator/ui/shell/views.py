"""The views of the main window: what the first picture shows at once, the others when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from annotator.core.text import clean
from annotator.ui.features.editor.text_view import TextView
from annotator.ui.features.letters import LettersList
from annotator.ui.features.page_images.page_pane import PagePane
from annotator.ui.features.panels.side_panels import SidePanels
from annotator.ui.settings import Settings
from annotator.ui.shell import panels
from annotator.ui.shell.status_strip import StatusStrip
from annotator.ui.widgets.pages import Pages
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.panes import add_pane

if TYPE_CHECKING:
    from annotator.ui.features.editor.passage_ends import PassageEnds
    from annotator.ui.features.editor.proposal_hover import ProposalHover
    from annotator.ui.features.editor.selection_bar import SelectionBar
    from annotator.ui.features.editor.typing_card import TypingCard
    from annotator.ui.features.hints.bar import HintBar
    from annotator.ui.features.page_images.pane import PageView
    from annotator.ui.features.projects.save_problem_bar import SaveProblemBar
    from annotator.ui.features.review.correction_box import CorrectionBox
    from annotator.ui.features.review.suggestion_card import SuggestionCard
    from annotator.ui.features.search import SearchPage
    from annotator.ui.features.search.find_bar import FindBar


class Views:
    """Makes the views and puts them in their places. They know no project: features fill them."""

    def __init__(self, frame: QMainWindow, settings: Settings) -> None:
        self._frame, self._settings = frame, settings
        self.text = TextView(clean, frame)
        self.text.setAccessibleName(QCoreApplication.translate("MainWindow", "Text of the letter"))
        self.head = PanelHeader("", "", frame)
        self.letter_page = QWidget(frame)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self.head, self.text):
            self._column.addWidget(widget)
        beside_pages = QWidget(frame)
        beside_pages.setLayout(self._column)
        self.page_pane = PagePane(settings, beside_pages, frame)
        whole = QVBoxLayout(self.letter_page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page_pane)
        self.pages = Pages(frame)
        self.pages.addWidget(self.letter_page)
        self.letters = LettersList(parent=frame)
        letters = QCoreApplication.translate("MainWindow", "Letters")
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        self.letters_dock = add_pane(frame, "letters", letters, self.letters, left)
        self.side = SidePanels(frame, panels.PANELS)
        self.strip = StatusStrip(frame)

    @cached_property
    def box(self) -> CorrectionBox:
        """The correction box, at its place below the text."""
        from annotator.ui.features.review.correction_box import CorrectionBox

        box = CorrectionBox()
        box.hide()
        self._column.insertWidget(self._column.indexOf(self.text) + 1, box)
        return box

    @cached_property
    def suggestions(self) -> SuggestionCard:
        """What comes up at a suspect that is clicked."""
        from annotator.ui.features.review.suggestion_card import SuggestionCard

        return SuggestionCard(self.letter_page)

    @cached_property
    def selection_bar(self) -> SelectionBar:
        """What comes up at words that are selected; it may stand over all of the window."""
        from annotator.ui.features.editor.selection_bar import SelectionBar

        return SelectionBar(self._frame)

    @cached_property
    def proposal_hover(self) -> ProposalHover:
        """✓ and ✗ at a proposal in the text."""
        from annotator.ui.features.editor.proposal_hover import ProposalHover

        return ProposalHover(self.text)

    @cached_property
    def passage_ends(self) -> PassageEnds:
        """The handles of a passage in the text."""
        from annotator.ui.features.editor.passage_ends import PassageEnds

        return PassageEnds(self.text, self._frame)

    @cached_property
    def typing_card(self) -> TypingCard:
        """What asks whether letters were meant to be typed."""
        from annotator.ui.features.editor.typing_card import TypingCard

        return TypingCard(self.letter_page)

    @cached_property
    def trouble(self) -> SaveProblemBar:
        """The bar that says why nothing is saved."""
        from annotator.ui.features.projects.save_problem_bar import SaveProblemBar

        bar = SaveProblemBar(self._frame)
        self._column.insertWidget(1, bar)
        return bar

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar below the letter in which is looked for something."""
        from annotator.ui.features.search.find_bar import FindBar

        bar = FindBar(self.letter_page)
        self._column.addWidget(bar)
        return bar

    @cached_property
    def hint_bar(self) -> HintBar:
        """The line below the letter with a hint."""
        from annotator.ui.features.hints.bar import HintBar

        bar = HintBar(self.text, self.letter_page)
        self._column.addWidget(bar)
        return bar

    @cached_property
    def page_view(self) -> PageView:
        """The page images, in the place that was kept for them."""
        from annotator.ui.features.page_images.pane import PageView
        from annotator.ui.features.page_images.zoom import Zoom

        settings, view = self._settings, PageView(self._frame)
        view.set_zoom(Zoom.read(settings.text("page_zoom")))
        view.set_follows(settings.flag("page_follows"))
        view.set_gliding(settings.flag("motion"))
        view.zoomed.connect(lambda zoom: settings.set("page_zoom", zoom))
        pane = self.page_pane
        pane.put_in(view)
        view.whole_wanted.connect(pane.show_whole)
        pane.rearranged.connect(lambda: view.show_as(strip=pane.is_strip, whole=pane.is_whole))
        view.show_as(strip=pane.is_strip, whole=pane.is_whole)
        return view

    @cached_property
    def search_page(self) -> SearchPage:
        """The search of the project."""
        from annotator.ui.features.search import SearchPage

        return SearchPage(self._frame)

    @cached_property
    def search_dock(self) -> QDockWidget:
        """The dock of the search."""
        title = QCoreApplication.translate("SearchPage", "Search")
        below = Qt.DockWidgetArea.BottomDockWidgetArea
        dock = add_pane(self._frame, "search", title, self.search_page, below)
        dock.hide()
        return dock

    @property
    def docks(self) -> tuple[QDockWidget, ...]:
        """All docks, the letters' first, the search's last."""
        return (self.letters_dock, *self.side.docks.values(), self.search_dock)

    def dock(self, name: str) -> QDockWidget:
        """Return the dock of a panel."""
        return self.letters_dock if name == "letters" else self.side.docks[name]

    def panes(self) -> Iterator[QWidget]:
        """Yield what the keys go round, in reading order."""
        yield from (self.letters, self.page_view, self.text, self.search_page, *self.side.panels)
