"""A field and a list over the window: what is typed is looked for, Enter runs what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.features.palette.items import Found, Item
from annotator.ui.features.palette.rows import FoundDelegate, told
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.icons import icon
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.row_list import ItemsModel, RowList
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.text_fields import LineField

_WIDE, _ROWS = 680, 11
_PAUSE = 90  # ms without a key before letters are looked for
_TO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}

Search = Callable[[str], Sequence[Found]]


class Palette(Dialog):
    """Offer what `search` finds, which must answer within a frame; slower answers come by `add`."""

    help_section = "the-command-palette"

    wanted = Signal(str)  # what is typed, after a pause

    def __init__(self, search: Search, hint: str, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Palette"))
        self._search = search
        self.chosen: Item | None = None
        self._waiting = True
        self._model: ItemsModel[Found] = ItemsModel(lambda found: found.item.id, told)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(lambda: self.wanted.emit(self._field.text()))
        self._build(hint)
        self._field.setText(text)
        self._field.textChanged.connect(lambda _: self._look())
        self._look()

    def _build(self, hint: str) -> None:
        self._field = LineField(self)
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(hint)
        self._field.setFont(sized(self.font(), 1.15))
        self._field.setMinimumHeight(self._field.fontMetrics().height() + 16)
        self._glass = self._field.addAction(
            icon("search", "#888888"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._field.installEventFilter(self)
        self._list = RowList(self.tr("What was found"), self, on_click=True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setModel(self._model)
        self._list.setItemDelegate(FoundDelegate(self._list))
        self._list.opened.connect(self._choose)
        self._foot = QLabel(self)
        self._foot.setObjectName("why_not")
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        hints = QHBoxLayout()
        hints.setContentsMargins(16, 8, 16, 10)
        hints.setSpacing(16)
        for keys, text in (("Return", self.tr("run")), ("Esc", self.tr("close"))):
            hints.addWidget(KeyHint(keys, text, self))
        hints.addStretch(1)
        hints.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 10)
        top.addWidget(self._field)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        column.addWidget(Separator(parent=self))
        column.addLayout(hints)

    # --- what is found ------------------------------------------------------------------------------

    def _look(self) -> None:
        self._waiting = True
        self._show(self._search(self._field.text()))
        self._timer.start()

    def add(self, text: str, found: Sequence[Found]) -> None:
        """Show what was found elsewhere for a text, behind what is there; a stale answer is dropped."""
        if text != self._field.text():
            return
        self._waiting = False
        known = {one.item.id for one in self._model.items()}
        more = [one for one in found if one.item.id not in known]
        row = self._list.current_row()
        self._show([*self._model.items(), *more], keep=row if row > 0 else 0)

    def _show(self, found: Sequence[Found], keep: int = 0) -> None:
        self._model.set_items(found, anew=True)
        self._list.set_current_row(min(keep, len(found) - 1))
        self._list.scrollTo(self._list.currentIndex())
        self._list.set_empty_text("" if found or self._waiting else self.tr("Nothing found."))
        self._list.updateGeometry()
        self._tell()

    def _tell(self) -> None:
        row = self._list.current_row()
        words = told(self._model.items()[row]) if row >= 0 else ""
        self._field.setAccessibleDescription(words)
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    # --- keys ---------------------------------------------------------------------------------------

    def _choose(self, row: int) -> None:
        item = self._model.items()[row].item if 0 <= row < len(self._model.items()) else None
        if item is None:
            return
        if item.why_not:
            self._foot.setText(item.why_not)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, item.why_not))
            return
        self.chosen = item
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _TO_LIST:
                self._move(key)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():
                    self._choose(self._list.current_row())
                return True
        return super().eventFilter(watched, event)

    def _move(self, key: Qt.Key) -> None:
        count, page = len(self._model.items()), _ROWS - 1
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        row = self._list.current_row() + steps[key]
        if count:
            single = abs(steps[key]) == 1
            self._list.set_current_row(row % count if single else max(0, min(count - 1, row)))
            self._list.scrollTo(self._list.currentIndex())
            self._tell()

    # --- place --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        row = self._list.fontMetrics().height() + 15
        return QSize(_WIDE, row * _ROWS + self._field.minimumHeight() + 84)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._glass.setIcon(icon("search", theme_of(self).muted))
        self._field.setFocus()
        parent = self.parentWidget()
        if parent is not None:
            around = parent.window().geometry()
            wide, high = (
                min(self.sizeHint().width(), around.width() - 40),
                min(self.sizeHint().height(), around.height() - 80),
            )
            left = around.left() + (around.width() - wide) // 2
            self.setGeometry(QRect(left, around.top() + 44, wide, high))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.setPen(QPen(QColor(theme.line_strong), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
