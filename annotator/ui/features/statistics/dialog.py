"""The statistics: a list of charts at the left, the chosen one at the right, saved and copied from below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.widgets.chart import Chart, ChartView
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.separator import Separator


class StatisticsDialog(Dialog):
    """Show charts; ask to save or copy the one that is shown."""

    save_wanted = Signal(object)  # Chart
    copy_wanted = Signal(object)  # Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Statistics"))
        self._charts: tuple[Chart, ...] = ()
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Charts"))
        self._list.setProperty("class", "pages")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._show)
        self._view = ChartView(self)
        self._waiting = QLabel(self.tr("Counting…"), self)
        self._waiting.setObjectName("waiting")
        self._waiting.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._save = KeyButton(self.tr("Save…"), "Ctrl+S", self)
        self._copy = KeyButton(self.tr("Copy the numbers"), "Ctrl+C", self)
        self._save.clicked.connect(lambda: self.save_wanted.emit(self._view.chart))
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self._view.chart))
        for keys, button in (("Ctrl+S", self._save), ("Ctrl+C", self._copy)):
            button.setEnabled(False)
            button.setAutoDefault(False)
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self._lay_out()
        self._list.setFocus()

    def _lay_out(self) -> None:
        close = KeyButton(self.tr("Close"), "Esc", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        foot = QHBoxLayout()
        foot.setContentsMargins(26, 10, 26, 14)
        foot.setSpacing(10)
        foot.addWidget(self._save)
        foot.addWidget(self._copy)
        foot.addWidget(self._said, 1)
        foot.addWidget(close)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(26, 22, 26, 18)
        column.addWidget(self._waiting)
        column.addWidget(self._view)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setAccessibleName(self.tr("Chart"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(area, 1)
        right.addWidget(Separator(parent=self))
        right.addLayout(foot)
        self.lay_in_pages(self._list, right)
        self.fill_window((680, 440), (1120, 760))

    def set_charts(self, charts: Sequence[Chart]) -> None:
        """Show charts, the first of them chosen."""
        self._charts = tuple(charts)
        self._waiting.hide()
        self._list.clear()
        self._list.addItems([chart.title for chart in charts])
        widest = max((self.fontMetrics().horizontalAdvance(chart.title) for chart in charts), default=0)
        self._list.setFixedWidth(max(200, widest + 56))
        self._list.setCurrentRow(0)
        self._save.setEnabled(bool(charts))
        self._copy.setEnabled(bool(charts))

    def say(self, text: str) -> None:
        """Say beside the buttons what was done."""
        self._said.setText(text)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._charts):
            self._said.clear()
            self._view.set_chart(self._charts[row])
