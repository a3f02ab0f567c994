"""The readings that a letter has: what it was read from, when, and by whom; and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.storage.kept_readings import KeptReading
from annotator.ui.widgets.dates import date_text
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row


class ReadingsDialog(Dialog):
    """Show readings, the newest first; `chosen` is the number of the one to go back to, 0 for none."""

    help_section = "reading-a-letter-anew"

    def __init__(
        self, readings: Sequence[KeptReading], parent: QWidget | None = None, *, can_change: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Readings of this letter"))
        self.chosen = 0
        self._can_change = can_change
        self._model: ItemsModel[KeptReading] = ItemsModel(lambda each: each.number, self._told)
        self._list = RowList(self.tr("Readings, the newest first"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self))
        self._list.opened.connect(lambda _: self._choose())
        self._list.done.connect(self.reject)
        self._list.selectionModel().currentChanged.connect(lambda *_: self._row_chosen())
        self._back = KeyButton(self.tr("Go back to this reading"), "Return", self)
        self._back.setDefault(True)
        self._back.clicked.connect(self._choose)
        self._lay_out(len(readings))
        self._model.set_items(sorted(readings, key=lambda each: -each.number), anew=True)
        self._list.set_current_row(0)
        self._row_chosen()
        self.resize(620, 360)
        self._list.setFocus()

    def _lay_out(self, count: int) -> None:
        header = QVBoxLayout()
        detail = self.tr("%Ln reading(s)", "", count)
        header.addWidget(PanelHeader(self.windowTitle(), detail, self, ruled=False))
        close = KeyButton(self.tr("Close"), "Esc", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(10)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(close)
        self.lay_in_rows(header, self._list, foot)

    def _row_chosen(self) -> None:
        row = self._list.current_row()
        chosen = self._model.items()[row] if row >= 0 else None
        self._back.setEnabled(self._can_change and chosen is not None and not chosen.is_current)

    def _choose(self) -> None:
        if self._back.isEnabled():
            self.chosen = self._model.items()[self._list.current_row()].number
            self.accept()

    def row_of(self, reading: KeptReading) -> Row:
        """Return how a reading is shown."""
        day = date_text(reading.made_at[:10])
        by = f"{day} · {reading.analyst}" if reading.analyst else day
        pages = self.tr("%Ln page(s)", "", reading.pages)
        aside = self.tr("in use") if reading.is_current else ""
        title = f"{reading.number} · {reading.source_name}"
        return Row(title, f"{by} · {pages}", aside, bold=reading.is_current, elide_middle=True)

    def _told(self, reading: KeptReading) -> str:
        row = self.row_of(reading)
        return ", ".join(part for part in (row.title, row.detail, row.aside) if part)


class _Delegate(HereDelegate):
    two_lines = True

    def __init__(self, dialog: ReadingsDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def row(self, index: Index) -> Row:
        return self._dialog.row_of(index.data(ITEM))
