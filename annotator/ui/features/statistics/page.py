"""The statistics: a list at the left, the overview or the chosen chart at the right, saved from below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.features.statistics.overview import Overview
from annotator.ui.features.statistics.tiles import Tiles
from annotator.ui.widgets.chart import Chart, ChartView
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.roles import tell_role
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.stage_page import StagePage

_WIDEST = 1100  # pixels of a chart: longer bars say no more
_SIDE_BY_SIDE = 1200  # pixels of the page from which two charts stand beside each other


class StatisticsPage(StagePage):
    """Show the overview and charts; ask to save or copy what is shown, and for the letters of a bar."""

    command = "statistics"
    help_section = "statistics"
    save_wanted = Signal(object)  # Chart
    copy_wanted = Signal(object)  # Chart
    letters_wanted = Signal(object)  # what the bar's row leads to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Statistics"), parent)
        self._shown: list[tuple[Chart, ...]] = []
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Charts"))
        self._list.setProperty("class", "pages")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._show)
        self._tiles = Tiles(self)
        self._tiles.hide()
        self._views: list[ChartView] = []
        self._waiting = QLabel(self.tr("Counting…"), self)
        self._waiting.setObjectName("waiting")
        self._waiting.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._save = KeyButton(self.tr("Save…"), "Ctrl+S", self)
        self._copy = KeyButton(self.tr("Copy the numbers"), "Ctrl+C", self)
        self._save.clicked.connect(lambda: self.save_wanted.emit(self._chart()))
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self._chart()))
        for keys, button in (("Ctrl+S", self._save), ("Ctrl+C", self._copy)):
            button.setEnabled(False)
            button.setAutoDefault(False)
            self._add_keys(keys, button.click)
        self._lay_out()
        self.begin_at(self._list)

    def _lay_out(self) -> None:
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        foot = QHBoxLayout()
        foot.setContentsMargins(26, 10, 26, 14)
        foot.setSpacing(10)
        foot.addWidget(self._save)
        foot.addWidget(self._copy)
        foot.addWidget(self._said, 1)
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(26, 22, 26, 18)
        self._column.setSpacing(22)
        self._column.addWidget(self._waiting)
        self._column.addWidget(self._tiles)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(36)
        self._column.addLayout(self._beside)
        self._column.addStretch(1)
        area = QScrollArea(self)
        tell_role(area, QAccessible.Role.Chart)
        area.setAccessibleName(self.tr("Chart"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(area, 1)
        right.addWidget(Separator(parent=self))
        right.addLayout(foot)
        head = self.top()
        self.lay_in_pages(head, self._list, right)

    # --- what is shown ------------------------------------------------------------------------------

    def set_charts(
        self, found: Overview, today: date, first: Sequence[Chart], charts: Sequence[Chart]
    ) -> None:
        """Show the overview with its charts; the others by their titles."""
        self._shown = [tuple(first), *((chart,) for chart in charts)]
        self._waiting.hide()
        self._tiles.show_overview(found, today)
        titles = [self.tr("Overview"), *(chart.title for chart in charts)]
        self._list.clear()
        self._list.addItems(titles)
        widest = max(self.fontMetrics().horizontalAdvance(title) for title in titles)
        self._list.setFixedWidth(max(200, widest + 56))
        self._list.setCurrentRow(0)
        self._save.setEnabled(True)
        self._copy.setEnabled(True)

    def say(self, text: str) -> None:
        """Say beside the buttons what was done."""
        self._said.setText(text)

    def _chart(self) -> Chart:
        """Return the chart that is meant: the one that has the keys, else the first."""
        return next((view.chart for view in self._views if view.hasFocus()), self._views[0].chart)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._shown):
            return
        self._said.clear()
        self._tiles.setVisible(row == 0)
        for view in self._views:
            self._column.removeWidget(view)
            self._beside.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views = []
        for chart in self._shown[row]:
            view = ChartView(self)
            view.set_chart(chart)
            view.led.connect(self.letters_wanted)
            view.setMaximumWidth(_WIDEST)
            self._views.append(view)
        self._stand()

    def _stand(self) -> None:
        """Put the charts below one another; the overview's first two side by side in a wide page."""
        both = self._list.currentRow() == 0 and len(self._views) > 1 and self.width() > _SIDE_BY_SIDE
        beside, below = (self._views[:2], self._views[2:]) if both else ([], self._views)
        for view in beside:
            self._beside.addWidget(view, 1, Qt.AlignmentFlag.AlignTop)
        for view in below:
            self._column.insertWidget(self._column.count() - 1, view)
        for view in self._views:
            view.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()
