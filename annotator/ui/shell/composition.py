"""What the main window needs beside its first picture: panels, menus, dialogs' owners, and all the wires.

Imported behind the first picture: what is imported here costs the analyst no wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from annotator.core.text import Span
from annotator.jobs.late import LateWorker
from annotator.session.regular_search import RegularSearch
from annotator.ui.features.backups.controller import Safekeeping
from annotator.ui.features.codebook.controller import CodebookDesk
from annotator.ui.features.duplicates.controller import Duplicates
from annotator.ui.features.help.controller import WindowHelp
from annotator.ui.features.learnt.controller import Learning
from annotator.ui.features.letters.letter_actions import LetterCare
from annotator.ui.features.page_images.page_commands import PageMoves
from annotator.ui.features.page_images.paging import Paging
from annotator.ui.features.palette import PaletteButton
from annotator.ui.features.palette.palette_controller import Finding, palette_hint
from annotator.ui.features.panels.panel_edits import Requests
from annotator.ui.features.projects.save_problem_bar import SaveProblemBar
from annotator.ui.features.proposals.controller import ProposalDesk
from annotator.ui.features.proposals.readiness import Readiness
from annotator.ui.features.review.correction_box import CorrectionBox
from annotator.ui.features.search import SearchPage
from annotator.ui.features.search.controller import Searching
from annotator.ui.features.search.find_bar import FindBar
from annotator.ui.features.search.find_controller import LetterFinding
from annotator.ui.features.search.index_keeper import IndexKeeper
from annotator.ui.features.search.replace_everywhere import Everywhere
from annotator.ui.features.settings.controller import Preferences
from annotator.ui.features.statistics.controller import Counting
from annotator.ui.features.tables.controller import Tables
from annotator.ui.features.transfer.files import Files
from annotator.ui.features.word_review.controller import WordReview
from annotator.ui.shell.actions import Actions
from annotator.ui.shell.docks import FocusRing, add_pane
from annotator.ui.shell.navigation import Moves
from annotator.ui.shell.window_commands import COMMANDS

if TYPE_CHECKING:
    from annotator.ui.shell.main_window import MainWindow


_FINDER_MEMORY = 1 << 30  # bytes


def build_rest(window: MainWindow) -> None:
    """Make what the first picture does without, and connect all views."""
    _build(window)
    _wire(window)


def _build(window: MainWindow) -> None:
    window.trouble = SaveProblemBar(window)
    window.desk_column.insertWidget(1, window.trouble)
    window.box = CorrectionBox(window.desk_page)
    window.box.hide()
    window.paging = Paging(window)
    window.page_moves = PageMoves(window)
    window.side.make_panels()
    window.form = window.side.form
    window.moves = Moves(window)
    window.requests = Requests(window)
    _build_search(window)
    window.codebook_desk = CodebookDesk(window)
    window.help = WindowHelp(window)
    window.preferences = Preferences(window)
    window.finding = Finding(window)
    window.safekeeping = Safekeeping(window)
    window.care = LetterCare(window)
    window.counting = Counting(window)
    window.learning = Learning(window)
    window.readiness = Readiness(window)
    for panel in window.side.panels:
        panel.why = window.proposal_desk.why
    window.duplicates = Duplicates(window)
    window.word_review = WordReview(window)
    window.files = Files(window, window.settings, window.background)
    window.actions_ = Actions(COMMANDS, window, window.view, window.run, window.settings.keys())
    window.actions_.fill(window.menuBar())
    for dock in (window.letters_dock, *window.side.docks.values(), window.search_dock):
        window.actions_.menu("View").addAction(dock.toggleViewAction())
    window.palette_button = PaletteButton(palette_hint(), window.actions_.keys_of("palette"), window)
    window.palette_button.clicked.connect(window.finding.show_palette)
    window.menuBar().setCornerWidget(window.palette_button, Qt.Corner.TopRightCorner)
    window.palette_button.show()
    window.ring = FocusRing(
        (window.letters, window.paging.view, window.view, window.search_page, *window.side.panels)
    )
    window.place_timer.timeout.connect(window.help.show_place)
    window.place_timer.timeout.connect(window.readiness.show)
    window.message_timer.timeout.connect(window.help.show_hints)


def _build_search(window: MainWindow) -> None:
    # A regular expression may run wild: it has a process of its own, which is ended with it.
    window.finder = LateWorker("kanttekening-finder", _FINDER_MEMORY)
    regular = RegularSearch(window.finder)
    window.everywhere = Everywhere(window, regular)
    window.find_bar = FindBar(window.desk_page)
    window.desk_column.addWidget(window.find_bar)
    window.letter_finding = LetterFinding(window, window.find_bar, regular)
    window.search_page = SearchPage(window)
    window.search_dock = add_pane(
        window,
        "search",
        QCoreApplication.translate("SearchPage", "Search"),
        window.search_page,
        Qt.DockWidgetArea.BottomDockWidgetArea,
    )
    window.search_dock.hide()
    window.searching = Searching(window, window.search_page, window.search_dock, regular)
    window.index_keeper = IndexKeeper(window)
    window.proposal_desk = ProposalDesk(window)
    window.tables = Tables(window)


def _wire(window: MainWindow) -> None:
    """Connect every request of a view to what answers it. Nothing else wires views."""
    view, form, side, moves, requests = window.view, window.form, window.side, window.moves, window.requests
    view.word_activated.connect(
        lambda start, end: window.review.open_on(start, end) if window.session else None
    )
    view.caret_moved.connect(lambda _: window.place_timer.start())
    view.installEventFilter(window)
    view.customContextMenuRequested.connect(window.show_desk_menu)
    view.zoom_wanted.connect(lambda steps: moves.zoom(10 * steps))
    window.paging.view.done.connect(moves.focus_desk)
    window.letters.letter_wanted.connect(window.open_letter)
    window.letters.left.connect(moves.focus_desk)
    window.letters.rename_wanted.connect(
        lambda letter_id: window.attempt(lambda: window.care.rename(letter_id))
    )
    window.letters.removal_wanted.connect(lambda ids: window.attempt(lambda: window.care.remove(ids)))
    window.care.removed.connect(window.duplicates.letters_gone)
    window.letters.menu_wanted.connect(window.care.show_menu)
    window.letters.filter_changed.connect(window.searching.filter_changed)
    form.value_focused.connect(window.readiness.show_value)
    form.value_edited.connect(requests.value_edited)
    form.value_removed.connect(requests.value_removed)
    for panel in (form, side.passages, side.notes):
        panel.undo_wanted.connect(window.actions_["undo"].trigger)
        panel.redo_wanted.connect(window.actions_["redo"].trigger)
    for pane in side.panels:
        pane.done.connect(moves.focus_desk)
    form.evidence_wanted.connect(moves.show_evidence)
    side.outline.section_wanted.connect(moves.go_to_section)
    side.passages.passage_wanted.connect(moves.go_to_passage)
    side.passages.passage_removal_wanted.connect(requests.remove_passage)
    side.passages.note_edited.connect(requests.passage_noted)
    side.corrections.place_wanted.connect(lambda start, end: window.select(Span(start, end), focus=True))
    side.corrections.restore_wanted.connect(requests.restore_reading)
    side.notes.note_edited.connect(requests.note_edited)
    side.notes.status_wanted.connect(moves.set_status)
    window.trouble.try_again.connect(lambda: window.session.store.retry() if window.session else None)
    window.trouble.save_copy.connect(window.files.backup_dialog)
    window.trouble.read_anew.connect(window.opening.read_anew)
    window.strip.hint_clicked.connect(window.actions_.trigger_keys)
    window.themes.changed.connect(lambda _: window.theme_changed())
    window.actions_.keys_changed.connect(window.help.show_changed_keys)
