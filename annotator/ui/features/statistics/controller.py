"""The statistics on behalf of the window: counted in the background, saved and copied."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project.counting import statistics
from annotator.session.project.operations import Answer, Query
from annotator.storage.statistics import Statistics
from annotator.ui.context import Context
from annotator.ui.tasks import Tasks
from annotator.ui.translate import translated
from annotator.ui.widgets.chart import Chart
from annotator.ui.widgets.parting import part_with

if TYPE_CHECKING:
    from annotator.ui.features.statistics.dialog import StatisticsDialog


def _plain(title: str) -> str:
    return re.sub(r"\W+", "-", title.casefold()).strip("-")


class StatisticsController(QObject):
    """Shows the statistics of the open project."""

    def __init__(self, session: Session, context: Context, edits: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._open: StatisticsDialog | None = None

    def show(self) -> None:
        """Show the statistics; they are counted in the background."""
        dialog = self.dialog()
        dialog.exec()
        self._open = None
        part_with(dialog)

    def dialog(self) -> StatisticsDialog:
        """Return the dialog, wired and waiting for its numbers."""
        from annotator.ui.features.statistics.charts import charts_of
        from annotator.ui.features.statistics.dialog import StatisticsDialog

        session, context = self._session, self._context
        context.navigator.finish_typing()
        dialog = StatisticsDialog(context.dialogs.parent)
        dialog.save_wanted.connect(lambda chart: self._save(dialog, chart))
        dialog.copy_wanted.connect(lambda chart: self._copy(dialog, chart))
        self._open = dialog

        def done(answer: Answer[Statistics]) -> None:
            if self._open is dialog:
                dialog.set_charts(charts_of(answer.value, session.codebook, context.language))

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            if self._open is dialog:
                dialog.say(translated(error.message))

        self._edits.operations.query(Query(statistics), done, failed)
        return dialog

    def _head(self) -> tuple[str, str]:
        return self.tr("What"), self.tr("Count")

    def _save(self, dialog: StatisticsDialog, chart: Chart) -> None:
        from annotator.ui.features.statistics.saving import ENDINGS, save_chart

        folder = self._context.settings.text("last_export_folder") or str(Path.home())
        kinds = self.tr("Picture (*.png);;Drawing (*.svg);;Numbers (*.csv)")
        start = str(Path(folder) / f"{_plain(chart.title)}.png")
        name, kind = QFileDialog.getSaveFileName(dialog, self.tr("Save the chart"), start, kinds)
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in ENDINGS:
            path = Path(name + next((ending for ending in ENDINGS if ending in kind), ".png"))
        self._context.settings.set("last_export_folder", str(path.parent))
        try:
            save_chart(chart, path, dialog.font(), self._head())
        except UserError as problem:
            dialog.say(translated(problem.message))
            return
        dialog.say(self.tr("Written to {name}.").format(name=path.name))

    def _copy(self, dialog: StatisticsDialog, chart: Chart) -> None:
        from annotator.ui.features.statistics.saving import tabbed

        QGuiApplication.clipboard().setText(tabbed(chart, self._head()))
        dialog.say(self.tr("The numbers are on the clipboard."))
