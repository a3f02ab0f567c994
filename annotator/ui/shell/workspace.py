"""All that belongs to one open project: made when it is opened, put away as one when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaObject, QObject, Signal

from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.session import Session
from annotator.session.suspects.suspecting import Suspecting
from annotator.ui.context import Context
from annotator.ui.features.editor.controller import EditorController
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.navigation import Navigation
from annotator.ui.shell.page_features import PageFeatures
from annotator.ui.shell.views import Views
from annotator.ui.tasks import Tasks

if TYPE_CHECKING:
    from annotator.session.pages.page_images import PageImages
    from annotator.session.search.regular_search import RegularSearch
    from annotator.ui.features.backups.controller import BackupsController
    from annotator.ui.features.codebook.controller import CodebookController
    from annotator.ui.features.duplicates.controller import DuplicatesController
    from annotator.ui.features.hints.bar import HintBar
    from annotator.ui.features.hints.controller import HintsController
    from annotator.ui.features.letters.letter_actions import LetterActions
    from annotator.ui.features.page_images.controller import PageController
    from annotator.ui.features.page_images.word_images import WordImages
    from annotator.ui.features.panels.form import FormPanel
    from annotator.ui.features.panels.panel_edits import PanelEdits
    from annotator.ui.features.proposals.readiness import Readiness
    from annotator.ui.features.rereading.controller import RereadingController
    from annotator.ui.features.review.controller import ReviewController
    from annotator.ui.features.search.controller import SearchController
    from annotator.ui.features.search.find_controller import FindController
    from annotator.ui.features.search.index_keeper import IndexKeeper
    from annotator.ui.features.search.replace_everywhere import ReplaceEverywhere
    from annotator.ui.features.transfer.controller import TransferController
    from annotator.ui.features.word_review.controller import WordReviewController
    from annotator.ui.shell.box_images import BoxImages


class Workspace(PageFeatures):
    """The features of one project. Each is made when it is asked for, and then stays; `made` tells of those
    that are seldom used.

    `images` draws page images, `regular` runs regular expressions: both outlive the project.
    """

    disposed = Signal()

    def __init__(
        self,
        session: Session,
        context: Context,
        views: Views,
        frame: Frame,
        images: Callable[[], PageImages],
        regular: Callable[[], RegularSearch],
        desk_keys: Callable[[], dict[str, str]],
        *,
        held: bool,
    ) -> None:
        super().__init__(frame)
        self.session, self._context, self._views, self._frame = session, context, views, frame
        self._images, self._regular, self._desk_keys = images, regular, desk_keys
        self._wires: list[QMetaObject.Connection] = []
        self.grown: list[Span] = []  # what E went through to the selection as it is
        self.edits = Tasks(self, session, context.tasks, context.dialogs.holding)
        self.suspecting = Suspecting(session, context.runner, context.tasks.post, held=held)
        self.suspecting.slips = context.settings.flag("slips")
        self.editor = EditorController(views.text, session, self.suspecting, context.language)
        self.navigation = Navigation(session, context, views, self)

    def wire(self, signal: Any, slot: Callable[..., object]) -> None:
        """Connect a signal of a view, which outlives the project, until the project is closed."""
        self._wires.append(signal.connect(slot))

    # --- features -----------------------------------------------------------------------------------

    @cached_property
    def words(self) -> WordImages:
        """The images of words on paper."""
        from annotator.ui.features.page_images.word_images import WordImages
        from annotator.ui.theme.theme import theme_of

        tasks, frame = self._context.tasks, self._frame
        return WordImages(self._images(), self.session, tasks, lambda: theme_of(frame).dark)

    @cached_property
    def page_images(self) -> PageController:
        """The page images beside the text."""
        from annotator.ui.features.page_images.controller import PageController

        views, tasks = self._views, self._context.tasks
        return PageController(
            views.text, views.page_pane, views.page_view, self._images(), self.session, tasks, self.words
        )

    @cached_property
    def box_images(self) -> BoxImages:
        """The images in the correction box."""
        from annotator.ui.shell.box_images import BoxImages

        return BoxImages(self._views.box, self.page_images)

    @cached_property
    def replace(self) -> ReplaceEverywhere:
        """Replacing in many letters."""
        from annotator.ui.features.search.replace_everywhere import ReplaceEverywhere

        return ReplaceEverywhere(self.session, self._context, self.edits, self._regular(), self.words, self)

    @cached_property
    def review(self) -> ReviewController:
        """The flow of the correction box."""
        from annotator.ui.features.review.controller import ReviewController

        return ReviewController(
            self._views.text,
            self._views.box,
            self.session,
            self.suspecting,
            self._context,
            self.replace.start,
            self.box_images.image,
        )

    @cached_property
    def hints(self) -> HintsController:
        """The hints that follow what is done with the first letter."""
        from annotator.ui.features.hints.controller import HintsController

        def bar() -> HintBar:
            made = self._views.hint_bar
            self.wire(made.no_more_wanted, self.hints.no_more)
            return made

        return HintsController(self.session, self._context, bar, self)

    @cached_property
    def find(self) -> FindController:
        """Finding in the letter."""
        from annotator.ui.features.search.find_controller import FindController

        views = self._views
        return FindController(
            self.session,
            self._context,
            views.text,
            views.find_bar,
            self._regular(),
            views.letters.wanted,
            self,
        )

    @cached_property
    def search(self) -> SearchController:
        """Searching in the project."""
        from annotator.ui.features.search.controller import SearchController

        views = self._views
        return SearchController(
            self.session,
            self._context,
            views.search_page,
            views.search_dock,
            self._regular(),
            views.letters.wanted,
            self,
        )

    @cached_property
    def index(self) -> IndexKeeper:
        """What keeps the search's index."""
        from annotator.ui.features.search.index_keeper import IndexKeeper

        return IndexKeeper(self.session, self._context, self)

    @cached_property
    def readiness(self) -> Readiness:
        """What keeps a letter from being done."""
        from annotator.ui.features.proposals.readiness import Readiness

        head = self._views.head
        return Readiness(self.session, self._context, self.suspecting, self.proposals, head, self)

    @cached_property
    def panel_edits(self) -> PanelEdits:
        """What the panels ask for."""
        from annotator.ui.features.panels.panel_edits import PanelEdits

        return PanelEdits(self.session, self._context, self)

    @cached_property
    def letter_actions(self) -> LetterActions:
        """What is done to letters as a whole."""
        from annotator.ui.features.letters.letter_actions import LetterActions

        return LetterActions(self.session, self._context, self._views.letters, self)

    @cached_property
    def backups(self) -> BackupsController:
        """Automatic backups."""
        from annotator.ui.features.backups.controller import BackupsController

        return BackupsController(self.session, self._context, self)

    @cached_property
    def transfer(self) -> TransferController:
        """Import, export, copies."""
        from annotator.ui.features.transfer.controller import TransferController

        return TransferController(self.session, self._context, self.edits, self._views.letters, self)

    @cached_property
    def word_review(self) -> WordReviewController:
        """Going through words."""
        from annotator.ui.features.word_review.controller import WordReviewController

        made = WordReviewController(
            self.session, self._context, self.edits, self.suspecting, self._stage, self.words, self
        )
        self.__dict__["word_review"] = made  # made so that who listens to it can
        self.made.emit("word_review")
        return made

    @cached_property
    def duplicates(self) -> DuplicatesController:
        """Letters that are alike."""
        from annotator.ui.features.duplicates.controller import DuplicatesController

        found = DuplicatesController(self.session, self._context, self.edits, self)
        self.letter_actions.removed.connect(found.letters_gone)
        found.removal_wanted.connect(
            lambda ids: self._context.attempt(lambda: self.letter_actions.remove(ids))
        )
        return found

    @cached_property
    def rereading(self) -> RereadingController:
        """Reading letters anew."""
        from annotator.ui.features.rereading.controller import RereadingController

        views = self._views
        made = RereadingController(self.session, self._context, self.edits, views.letters, self)
        made.second_readings.looked.connect(self.suspecting.forget_state)
        return made

    @cached_property
    def codebook(self) -> CodebookController:
        """The codebook's editor."""
        from annotator.ui.features.codebook.controller import CodebookController

        made = CodebookController(self.session, self._context, self.edits, self._desk_keys, self)
        self.__dict__["codebook"] = made
        self.made.emit("codebook")
        return made

    # --- what commands work on ------------------------------------------------------------------------

    @property
    def project(self) -> Session:
        """The session of the project."""
        return self.session

    def caret(self) -> int:
        """Return the caret's offset in the text."""
        return self._views.text.caret()

    def selection(self) -> Span:
        """Return the selection; empty at the caret where nothing is selected."""
        return Span(*self._views.text.selection())

    def select(self, span: Span) -> None:
        """Select a span and bring it into view."""
        self.navigation.select(span)

    def say(self, message: Message) -> None:
        """Show a passing message."""
        self._context.say(message)

    @property
    def form(self) -> FormPanel:
        """The form."""
        return self._views.side.form

    def chosen_field(self) -> str:
        """Return the id of the field that a selection goes into."""
        return self._views.side.form.chosen

    def choose_next_field(self) -> None:
        """Choose the next field that is still empty."""
        self._views.side.form.choose_next_empty()

    def fill(self, field_id: str) -> None:
        """Put the selection into a field, which is the chosen one from then on."""
        from annotator.commands.filling import fill_field

        self._views.side.form.set_chosen(field_id)
        fill_field(self)

    def apply_tag(self, tag_id: str) -> None:
        """Put a tag on the selection, or on the word or section at the caret."""
        from annotator.commands import apply_tag

        apply_tag(self, tag_id)

    def next_suspect(self, by: int = 1) -> None:
        """Open the correction box on the next suspect, or the one before; with hits found, go to a hit."""
        if self.find.is_open:
            (self.find.next if by > 0 else self.find.previous)()
        elif self.search.walks and not self.review.is_open:
            self.search.go(by)
        else:
            (self.review.next if by > 0 else self.review.previous)()

    # --- what is made, without making it ------------------------------------------------------------

    @property
    def reviews_words(self) -> bool:
        """Tell whether the page on which words are gone through stands in the place of the letter."""
        return "word_review" in self.__dict__ and self.word_review.is_open

    @property
    def letter_is_aside(self) -> bool:
        """Tell whether something else stands in the place of the letter."""
        return self.reviews_words or self.page is not None

    def takes(self, command_id: str) -> bool:
        """Tell whether a command is done by what stands in the place of the letter."""
        if self.reviews_words:
            return self.word_review.takes(command_id)
        return self.page is not None and self.pages.takes(command_id)

    @property
    def edits_codebook(self) -> bool:
        """Tell whether the codebook's editor is open."""
        return "codebook" in self.__dict__ and self.codebook.editor is not None

    # --- the end ------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Do what was begun, and take what is being typed: the project is to be closed."""
        if "word_review" in self.__dict__:
            self.word_review.leave()  # what was decided there is done first
        if self.page is not None:
            self.pages.leave()  # it reads the file
        self.edits.operations.end()
        self.navigation.finish_typing()
        self.review.close()
        self.search.stop()
        self.index.leave()
        self.proposals.leave()

    def dispose(self) -> None:
        """Let go of the views: the project is closed, and nothing may ask it for anything any more."""
        self.disposed.emit()
        for wire in self._wires:
            QObject.disconnect(wire)
        self._wires.clear()
        made = self.__dict__
        for name in (
            "review",
            "suggestions",
            "selection_bar",
            "word_review",
            "page_images",
            "find",
            "search",
        ):
            if name in made:
                made[name].retire()
        for name in ("index", "proposals"):
            if name in made:
                made[name].leave()
        self.editor.retire()
        self._views.letters.set_source(None)
        self.deleteLater()
