"""The statistics on behalf of the window: counted in the background, saved and copied."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project.counting import statistics
from annotator.session.project.operations import Answer, Query
from annotator.storage.statistics import Statistics
from annotator.ui.context import Context, Pages
from annotator.ui.tasks import Tasks
from annotator.ui.translate import translated
from annotator.ui.widgets.chart import Chart

if TYPE_CHECKING:
    from annotator.ui.features.statistics.page import StatisticsPage


def _plain(title: str) -> str:
    return re.sub(r"\W+", "-", title.casefold()).strip("-")


class StatisticsController(QObject):
    """Shows the statistics of the open project; `letters_wanted` asks for the letters that a bar is of."""

    letters_wanted = Signal(object)  # LetterFilter

    def __init__(
        self, session: Session, context: Context, edits: Tasks, pages: Pages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits, self._pages = session, context, edits, pages
        self._open: StatisticsPage | None = None

    def show(self) -> None:
        """Show the statistics; they are counted in the background."""
        page = self.page()
        page.gone.connect(self._gone)
        self._pages.show(page)

    def _gone(self) -> None:
        self._open = None

    def page(self) -> StatisticsPage:
        """Return the page, wired and waiting for its numbers."""
        from annotator.ui.features.statistics.page import StatisticsPage

        context = self._context
        context.navigator.finish_typing()
        page = StatisticsPage(context.dialogs.parent)
        page.save_wanted.connect(lambda chart: self._save(page, chart))
        page.copy_wanted.connect(lambda chart: self._copy(page, chart))
        page.letters_wanted.connect(self.letters_wanted)
        self._open = page

        def done(answer: Answer[Statistics]) -> None:
            if self._open is page:
                self._show_counted(page, answer.value)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            if self._open is page:
                page.say(translated(error.message))

        self._edits.operations.query(Query(statistics), done, failed)
        return page

    def _show_counted(self, page: StatisticsPage, found: Statistics) -> None:
        from annotator.ui.features.statistics.charts import charts_of, overview_charts
        from annotator.ui.features.statistics.overview import overview

        today = date.today()
        charts = charts_of(found, self._session.codebook, self._context.language)
        page.set_charts(overview(found, today), today, overview_charts(found), charts)

    def _head(self) -> tuple[str, str]:
        return self.tr("What"), self.tr("Count")

    def _save(self, page: StatisticsPage, chart: Chart) -> None:
        from annotator.ui.features.statistics.saving import ENDINGS, save_chart

        folder = self._context.settings.text("last_export_folder") or str(Path.home())
        kinds = self.tr("Picture (*.png);;Drawing (*.svg);;Numbers (*.csv)")
        start = str(Path(folder) / f"{_plain(chart.title)}.png")
        name, kind = QFileDialog.getSaveFileName(page, self.tr("Save the chart"), start, kinds)
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in ENDINGS:
            path = Path(name + next((ending for ending in ENDINGS if ending in kind), ".png"))
        self._context.settings.set("last_export_folder", str(path.parent))
        try:
            save_chart(chart, path, page.font(), self._head())
        except UserError as problem:
            page.say(translated(problem.message))
            return
        page.say(self.tr("Written to {name}.").format(name=path.name))

    def _copy(self, page: StatisticsPage, chart: Chart) -> None:
        from annotator.ui.features.statistics.saving import tabbed

        QGuiApplication.clipboard().setText(tabbed(chart, self._head()))
        page.say(self.tr("The numbers are on the clipboard."))
