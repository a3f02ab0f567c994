"""What is proposed; and what is a page in the place of the letter: tables, statistics, what was learnt."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.session import Session
from annotator.session.suspects.suspecting import Suspecting
from annotator.ui.context import Context
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.views import Views
from annotator.ui.tasks import Tasks

if TYPE_CHECKING:
    from annotator.storage.letter_list import LetterFilter
    from annotator.ui.features.learnt.controller import LearntController
    from annotator.ui.features.proposals.controller import ProposalsController
    from annotator.ui.features.statistics.controller import StatisticsController
    from annotator.ui.features.tables.controller import TablesController
    from annotator.ui.shell.stage import Stage
    from annotator.ui.shell.stage_pages import StagePages
    from annotator.ui.widgets.stage_page import StagePage


class PageFeatures(QObject):
    """That part of a workspace; `made` tells of what is seldom used, when it is made."""

    made = Signal(str)
    session: Session
    edits: Tasks
    suspecting: Suspecting
    _context: Context
    _views: Views
    _frame: Frame

    @property
    def page(self) -> StagePage | None:
        """What stands in the place of the letter: a table, the statistics, what was learnt; None for none."""
        return self.pages.current if "pages" in self.__dict__ else None

    @property
    def _stage(self) -> Stage:
        from annotator.ui.shell.stage import Stage

        return Stage(self._frame, self._views, self.session)

    @cached_property
    def pages(self) -> StagePages:
        """The pages that stand in the place of the letter."""
        from annotator.ui.shell.stage_pages import StagePages

        made = StagePages(self._stage, self._context, self)
        self.__dict__["pages"] = made
        self.made.emit("pages")
        return made

    @cached_property
    def tables(self) -> TablesController:
        """The tables of letters and passages."""
        from annotator.ui.features.tables.controller import TablesController

        return TablesController(self.session, self._context, self.edits, self.pages, self)

    @cached_property
    def statistics(self) -> StatisticsController:
        """The statistics."""
        from annotator.ui.features.statistics.controller import StatisticsController

        made = StatisticsController(self.session, self._context, self.edits, self.pages, self)
        made.letters_wanted.connect(self._show_letters)
        return made

    def _show_letters(self, wanted: LetterFilter) -> None:
        """Show these letters alone in the list, which has the keys."""
        self.pages.leave()
        self._context.navigator.show_panel("letters")
        self._views.letters.filter_by(wanted)

    @cached_property
    def proposals(self) -> ProposalsController:
        """What is proposed."""
        from annotator.ui.features.proposals.controller import ProposalsController

        return ProposalsController(self.session, self._context, self.edits, self)

    @cached_property
    def learnt(self) -> LearntController:
        """What was learnt."""
        from annotator.ui.features.learnt.controller import LearntController

        learning = self.proposals.learning
        return LearntController(
            self.session, self._context, self.edits, self.suspecting, learning, self.pages, self
        )
