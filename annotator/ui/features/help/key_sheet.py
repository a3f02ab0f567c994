"""The key sheet (Shift+F1): every command with its keys, what works here first; searched as you type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.text_fields import LineField

_COLUMN = 310  # pixels that a column needs
_MOST_COLUMNS = 3
_BETWEEN_GROUPS = 22
_SEVERAL = re.compile(r",\s+|\s+/\s+")
_BETWEEN_CAPS = 5
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class KeyEntry(NamedTuple):
    """A command: its name, its keys (several are parted by `, `), and what it does."""

    name: str
    keys: str
    description: str = ""


class KeyGroup(NamedTuple):
    """Commands that work in one place; `here` tells that this is where the focus is now."""

    name: str
    entries: tuple[KeyEntry, ...]
    here: bool = False


def matching(groups: Sequence[KeyGroup], wanted: str) -> list[KeyGroup]:
    """Return the groups with the entries in which every word of `wanted` occurs, what works here first."""
    words = wanted.casefold().split()
    found = (
        group._replace(entries=tuple(entry for entry in group.entries if _matches(group, entry, words)))
        for group in groups
    )
    return sorted((group for group in found if group.entries), key=lambda group: not group.here)


def _matches(group: KeyGroup, entry: KeyEntry, words: Iterable[str]) -> bool:
    shown = " ".join(key_text(keys) for keys in split_keys(entry.keys))
    text = " ".join((group.name, entry.name, entry.keys, shown, entry.description)).casefold()
    return all(word in text for word in words)


def split_keys(keys: str) -> list[str]:
    """Return the single key sequences of `Ctrl+Shift+Z, Ctrl+Y`."""
    return [part for part in _SEVERAL.split(keys) if part]


def share_out(heights: Sequence[int], columns: int) -> list[int]:
    """Return how many of the items go into each column, in order, so that the highest is as low as can be."""
    if not heights:
        return [0] * columns
    limits = sorted({sum(heights[i:j]) for i in range(len(heights)) for j in range(i + 1, len(heights) + 1)})
    for limit in limits:
        counts = _fill(heights, limit)
        if counts is not None and len(counts) <= columns:
            return counts + [0] * (columns - len(counts))
    return [len(heights)] + [0] * (columns - 1)


def _fill(heights: Sequence[int], limit: int) -> list[int] | None:
    counts, used = [0], 0
    for height in heights:
        if height > limit:
            return None
        if used + height > limit:
            counts.append(0)
            used = 0
        counts[-1] += 1
        used += height
    return counts


class EntryRow(QWidget):
    """A command: its name and what it does at the left, its keys at the right."""

    def __init__(self, entry: KeyEntry, muted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry, self._muted = entry, muted
        self._keys = [key_text(keys) for keys in split_keys(entry.keys)]
        self.setAccessibleName(": ".join(filter(None, (", ".join(self._keys), entry.name))))
        self.setAccessibleDescription(entry.description)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width)) + 9

    def sizeHint(self) -> QSize:
        return QSize(_COLUMN, self.heightForWidth(_COLUMN))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 10)

    def _keys_width(self) -> int:
        return sum(cap_size(keys, self.font()).width() + _BETWEEN_CAPS for keys in self._keys)

    def _heights(self, width: int) -> tuple[int, int]:
        """Return the heights of the name, beside the keys, and of the description below it."""
        small = QFontMetrics(sized(self.font(), 0.9))
        name = QRect(0, 0, max(60, width - self._keys_width() - 6), 2000)
        description = QRect(0, 0, width, 2000)
        below = small.boundingRect(description, _WRAPPED, self._entry.description).height()
        high = self.fontMetrics().boundingRect(name, _WRAPPED, self._entry.name).height()
        least = self.fontMetrics().height() + 2
        return max(least, high + 2), below if self._entry.description else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        name, description = self._heights(self.width())
        left = self._paint_keys(painter, QRect(0, 3, self.width(), self.fontMetrics().height() + 2))
        painter.setPen(QColor(theme.muted if self._muted else theme.ink))
        painter.drawText(QRect(0, 4, left - 6, name), _WRAPPED, self._entry.name)
        painter.setFont(sized(self.font(), 0.9))
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRect(0, name + 5, self.width(), description + 2), _WRAPPED, self._entry.description)

    def _paint_keys(self, painter: QPainter, line: QRect) -> int:
        """Paint the caps from the right, and return where the first begins."""
        right = self.width()
        for keys in reversed(self._keys):
            cap = cap_size(keys, self.font())
            right -= cap.width()
            top = line.top() + (line.height() - cap.height()) / 2
            paint_cap(
                painter, QRectF(right, top, cap.width(), cap.height()), keys, theme_of(self), self.font()
            )
            right -= _BETWEEN_CAPS
        return right


class GroupBlock(QWidget):
    """A heading and its commands; says so when they work here and now."""

    def __init__(self, group: KeyGroup, muted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role = QPalette.ColorRole
        heading = QLabel(group.name, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(sized(self.font(), 1, bold=True))
        heading.setForegroundRole(role.PlaceholderText if muted else role.WindowText)
        now = QLabel(self.tr("works here now") if group.here else "", self)
        now.setForegroundRole(role.Link)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _BETWEEN_GROUPS)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(Separator(parent=self))
        column.addSpacing(3)
        for entry in group.entries:
            column.addWidget(EntryRow(entry, muted, self))


class Columns(QWidget):
    """The groups in as many columns as the width allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[GroupBlock] = []
        self._columns = 0

    def set_groups(self, groups: Sequence[KeyGroup]) -> None:
        """Show other groups; when some of them work here, the others are muted."""
        for block in self._blocks:
            block.setParent(None)
            block.deleteLater()
        some_here = any(group.here for group in groups)
        self._blocks = [GroupBlock(group, some_here and not group.here, self) for group in groups]
        self._place()
        for block in self._blocks:
            block.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Place the blocks, and take the height that they need."""
        gap, wide = 36, self.width() - 12  # clear of the scroll bar
        count = max(1, min(_MOST_COLUMNS, (wide + gap) // (_COLUMN + gap)))
        column = (wide - gap * (count - 1)) // count
        heights = [block.heightForWidth(column) for block in self._blocks]
        rest, lowest = list(zip(self._blocks, heights, strict=True)), 0
        for index, items in enumerate(share_out(heights, count)):
            y = 0
            for block, height in rest[:items]:
                block.setGeometry(index * (column + gap), y, column, height)
                y += height
            rest, lowest = rest[items:], max(lowest, y)
        self.setMinimumHeight(lowest)


class KeySheet(Dialog):
    """Show every command with its keys. Type to search; Esc or Shift+F1 closes."""

    help_section = "the-window"

    def __init__(self, groups: Iterable[tuple[object, ...]], parent: QWidget | None = None) -> None:
        """Make the sheet for groups: `KeyGroup`s, or plain tuples of the same shape."""
        super().__init__(parent)
        self._groups = [_group(*group) for group in groups]
        self.setWindowTitle(self.tr("Keys"))
        self._build()
        self._search.textChanged.connect(self._fill)
        self._search.installEventFilter(self)
        self._fill()
        self._fit()
        self._search.setFocus()

    def _build(self) -> None:
        title = QLabel(self.tr("Keys"), self)
        title.setFont(sized(self.font(), 1.5, bold=True))
        self._search = LineField(self)
        self._search.setPlaceholderText(self.tr("Search: find, undo, Ctrl+D …"))
        self._search.setAccessibleName(self.tr("Search in the keys"))
        self._search.setFixedWidth(280)
        self._search.setClearButtonEnabled(True)
        self._columns = Columns(self)
        self._nothing = QLabel(self.tr("No command found."), self)
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._columns)
        self._lay_out(title)

    def _lay_out(self, title: QLabel) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._search)
        for hint in (KeyHint("Esc", "", self), KeyHint("Shift+F1", self.tr("close"), self)):
            hint.clicked.connect(self.reject)
            foot.addWidget(hint)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 22, 28, 14)
        whole.setSpacing(16)
        whole.addLayout(head)
        whole.addWidget(self._nothing)
        whole.addWidget(self._area, 1)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(foot)

    def _fill(self) -> None:
        groups = matching(self._groups, self._search.text())
        self._columns.set_groups(groups)
        self._nothing.setVisible(not groups)
        self._area.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1180, 800)
        self.resize(min(1120, max(420, room.width() - 80)), min(780, max(320, room.height() - 80)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._scroll(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _scroll(self, key: Qt.Key) -> bool:
        """Scroll the sheet by the keys that a one-line field has no use for."""
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        return key in steps

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.reject()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _group(name: object, entries: object, here: object = False) -> KeyGroup:
    assert isinstance(entries, Iterable)
    return KeyGroup(str(name), tuple(KeyEntry(*entry) for entry in entries), bool(here))
