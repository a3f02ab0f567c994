"""✓ and ✗ at a proposal that the mouse is over: in the text, in lists and tables, on a line of a form.

`DecisionButtons` are the two buttons. `HoverDecisions` has them come up at the rows of a list or table:

    decisions = HoverDecisions(view, lambda index: index.data(ITEM).proposed)
    decisions.confirm_wanted.connect(lambda index: ...)
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QCursor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHBoxLayout, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.icons import Name, paint_icon

_WIDE, _HIGH, _BETWEEN, _EDGE = 26, 20, 4, 6  # pixels


class DecisionButtons(QWidget):
    """Ask to confirm or to turn down. The keys have their own way, so they take no focus."""

    confirmed = Signal()
    turned_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(_BETWEEN)
        self.yes = _Button("check", self.tr("Confirm"), self)
        self.no = _Button("close", self.tr("Turn down"), self)
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.turned_down)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(2 * _WIDE + _BETWEEN + 4, _HIGH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies between the two is no click on what is below

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).paper))


class _Button(QAbstractButton):
    def __init__(self, icon: Name, says: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(says)
        self.setToolTip(plain_tooltip(says))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(_WIDE, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.accent if self._icon == "check" else theme.muted
        painter.setPen(QPen(QColor(colour), 1))
        painter.setBrush(QColor(theme.hover if self.underMouse() else theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        box = QRectF((self.width() - 12) / 2, (self.height() - 12) / 2, 12, 12)
        paint_icon(painter, box, self._icon, colour if self._icon == "check" else theme.ink)


class HoverDecisions(QObject):
    """Has ✓ and ✗ come up at the row under the mouse, where `is_open` says that its index is a proposal.

    Both signals give the index (a `QPersistentModelIndex`).
    """

    confirm_wanted = Signal(object)
    turn_down_wanted = Signal(object)

    def __init__(self, view: QAbstractItemView, is_open: Callable[[QModelIndex], bool]) -> None:
        super().__init__(view)
        self._view, self._is_open = view, is_open
        self._index = QPersistentModelIndex()
        self.buttons = DecisionButtons(view.viewport())
        self.buttons.confirmed.connect(lambda: self._decide(self.confirm_wanted))
        self.buttons.turned_down.connect(lambda: self._decide(self.turn_down_wanted))
        view.setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.buttons.hide)
        model = view.model()
        for changed in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(lambda *_: self.buttons.hide())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._over(event.position().toPoint())
        elif event.type() == QEvent.Type.Leave and not self._is_inside():
            self.buttons.hide()
        return super().eventFilter(watched, event)

    def _is_inside(self) -> bool:
        view = self._view.viewport()
        return view.rect().contains(view.mapFromGlobal(QCursor.pos()))

    def _over(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        if not index.isValid() or not self._is_open(index):
            self.buttons.hide()
            return
        self._index = QPersistentModelIndex(index)
        row = self._view.visualRect(index).intersected(self._view.viewport().rect())
        size = self.buttons.size()
        left = row.right() - size.width() - _EDGE
        self.buttons.setGeometry(QRect(QPoint(left, row.center().y() - size.height() // 2), size))
        self.buttons.show()
        self.buttons.raise_()

    def _decide(self, wanted: SignalInstance) -> None:
        index = self._index
        self.buttons.hide()
        if index.isValid():
            wanted.emit(index)
