"""A layout that puts widgets in a row and goes on to the next row when there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Place items from left to right and wrap them as words are; hidden items take no room."""

    def __init__(self, parent: QWidget | None = None, across: int = 16, down: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def addWidget(self, widget: QWidget) -> None:
        # Qt would make the item and delete it: the next one may get its address, and with it the wrapper of
        # one that is gone, which ends the program.
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def removeWidget(self, widget: QWidget) -> None:
        self._items = [item for item in self._items if item.widget() is not widget]
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)  # not QSize(), which is smaller than nothing
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Place the items (or only measure), and return the height they need."""
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        x, y, row = inside.left(), inside.top(), 0
        placed: list[tuple[QLayoutItem, int, QSize]] = []  # in this row
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > inside.left() and x + size.width() > inside.left() + inside.width():
                if moving:
                    _move(placed, y, row)
                x, y, row, placed = inside.left(), y + row + self._down, 0, []
            placed.append((item, x, size))
            x, row = x + size.width() + self._across, max(row, size.height())
        if moving:
            _move(placed, y, row)
        return y + row + margins.bottom() - rect.top()


def _move(placed: Sequence[tuple[QLayoutItem, int, QSize]], top: int, height: int) -> None:
    """Put the items of a row where they belong, the lower ones in the middle of its height."""
    for item, x, size in placed:
        item.setGeometry(QRect(QPoint(x, top + (height - size.height()) // 2), size))
