"""The letters as a model that reads only the pages that are looked at, out of a hundred thousand letters."""

from __future__ import annotations

import bisect
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.storage.letter_list import LetterFilter, LetterLine
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.rows import Index

LINE = int(Qt.ItemDataRole.UserRole)
PAGE = 100  # letters read at once
_PAGES_KEPT = 40
_FEW = 2000  # letters that a list is short with: it is found once, and not counted and read page by page


class LetterSource(Protocol):
    """Where the list reads from; the order is that of the ids."""

    def letters_count(self, wanted: LetterFilter, /) -> int:
        """Return how many letters the list has."""

    def letters_page(
        self, wanted: LetterFilter, /, *, after: int = 0, offset: int = 0, limit: int = PAGE
    ) -> list[LetterLine]:
        """Return lines: those behind the letter `after`, without the first `offset` of them."""

    def letter_ids(self, wanted: LetterFilter, /, *, most: int = -1) -> Sequence[int]:
        """Return the ids of all letters of the list; with `most`, of so many of them."""

    def letter_place(self, letter_id: int, wanted: LetterFilter, /) -> int | None:
        """Return how many letters of the list come before a letter; None where it is not in the list."""

    def lines(self, ids: Sequence[int], /) -> list[LetterLine]:
        """Return the lines of the letters that are there."""

    def letter_line(self, letter_id: int, /) -> LetterLine | None:
        """Return the line of one letter."""

    def status_counts(self) -> Mapping[str, int]:
        """Return how many letters of the project have each status."""


class LettersModel(QAbstractListModel):
    """Know how many letters there are, and read the lines of those that are looked at.

    All rows are there from the start, so that the scroll bar is right and any letter can be reached at once.
    """

    def __init__(self, tell: Callable[[LetterLine], str]) -> None:
        """`tell` says in words what a row shows, for its tooltip and for a screen reader."""
        super().__init__()
        self._tell = tell
        self._source: LetterSource | None = None
        self._wanted = LetterFilter()
        self._count = 0
        self._pages: OrderedDict[int, list[LetterLine]] = OrderedDict()
        self._ids: Sequence[int] | None = None
        self._is_short = False

    @property
    def wanted(self) -> LetterFilter:
        """Return which letters the list shows."""
        return self._wanted

    def show(self, source: LetterSource | None, wanted: LetterFilter) -> None:
        """Show the letters of a source that pass the filter, read anew."""
        # Before the reset: it may be a problem.
        ids = source.letter_ids(wanted, most=_FEW) if source and wanted != LetterFilter() else ()
        self._is_short = wanted != LetterFilter() and len(ids) < _FEW
        count = len(ids) if self._is_short or source is None else source.letters_count(wanted)
        self.beginResetModel()
        self._source, self._wanted, self._ids = source, wanted, ids if self._is_short else None
        self._pages.clear()
        self._count = count
        self.endResetModel()

    def line(self, row: int) -> LetterLine | None:
        """Return the line in a row; its page is read if it was not."""
        if not 0 <= row < self._count:
            return None
        page = self._page(row // PAGE)
        # Letters may have gone from the file since they were counted.
        return page[row % PAGE] if row % PAGE < len(page) else None

    def id_at(self, row: int) -> int:
        """Return the id of the letter in a row, without reading the lines of all rows before it."""
        page = self._pages.get(row // PAGE)
        if page is not None and row % PAGE < len(page):
            return page[row % PAGE].id
        ids = self._all_ids()
        return ids[row] if row < len(ids) else 0

    def row_of(self, letter_id: int) -> int:
        """Return the row of a letter, -1 where the filter leaves it out."""
        for number, page in self._pages.items():
            for at, line in enumerate(page):
                if line.id == letter_id:
                    return number * PAGE + at
        if self._ids is not None:
            row = bisect.bisect_left(self._ids, letter_id)
            return row if row < len(self._ids) and self._ids[row] == letter_id else -1
        # The ids of a million letters would take seconds.
        place = self._source.letter_place(letter_id, self._wanted) if self._source else None
        return -1 if place is None else place

    def known(self, letter_id: int) -> LetterLine | None:
        """Return the line of a letter as it was read, None where it was not."""
        lines = (line for page in self._pages.values() for line in page)
        return next((line for line in lines if line.id == letter_id), None)

    def refresh(self, line: LetterLine) -> None:
        """Show what is new of a letter, if its page was read."""
        for number, page in self._pages.items():
            for at, old in enumerate(page):
                if old.id == line.id and old != line:
                    page[at] = line
                    index = self.index(number * PAGE + at)
                    self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == LINE:
            return self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self.line(index.row())
            return self._tell(line) if line else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            line = self.line(index.row())
            return plain_tooltip(self._tell(line)) if line else None
        return None

    def _page(self, number: int) -> list[LetterLine]:
        if number not in self._pages:
            self._pages[number] = self._read(number)
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]

    def _read(self, number: int) -> list[LetterLine]:
        if self._source is None:
            return []
        start, before = number * PAGE, self._pages.get(number - 1)
        if self._is_short and self._ids is not None:
            return self._source.lines(self._ids[start : start + PAGE])
        if self._ids is not None and 0 < start <= len(self._ids):
            return self._source.letters_page(self._wanted, after=self._ids[start - 1], limit=PAGE)
        if before is not None and len(before) == PAGE:
            return self._source.letters_page(self._wanted, after=before[-1].id, limit=PAGE)
        return self._source.letters_page(self._wanted, offset=start, limit=PAGE)

    def _all_ids(self) -> Sequence[int]:
        if self._ids is None:
            self._ids = self._source.letter_ids(self._wanted) if self._source else ()
        return self._ids
