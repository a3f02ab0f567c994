"""A preview of one correction at several places: which of them to correct, in one undoable step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.kit.elided_label import ElidedLabel
from annotator.ui.kit.icons import paint_icon
from annotator.ui.kit.key_button import KeyButton
from annotator.ui.kit.key_hint import KeyHint
from annotator.ui.kit.panel_header import PanelHeader
from annotator.ui.kit.separator import Separator
from annotator.ui.kit.visible_marks import marks_for
from annotator.ui.theme import Theme, theme_of_palette
from annotator.ui.theme_fonts import sized, text_font

Index = QModelIndex | QPersistentModelIndex

_SIDE = 16
_BOX = 15  # pixels of the check box
_MOST_WHERE = 160  # pixels for where the places are
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class PreviewPlace:
    """One place: the text before and behind it, and where it is (`line 126`)."""

    left: str
    right: str
    where: str = ""


class _Places(QAbstractListModel):
    """The places, each ticked or not."""

    ticked_changed = Signal()

    def __init__(self, old: str, new: str, places: Sequence[PreviewPlace], parent: QObject) -> None:
        super().__init__(parent)
        self.old, self.new = old, new
        self.places = tuple(places)
        self.ticked = [True] * len(self.places)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return place
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.ticked[index.row()] else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            change = f"{place.left}{self.old} → {self.new}{place.right}"
            return f"{place.where}: {change}" if place.where else change
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def set_ticked(self, rows: Sequence[int], ticked: bool) -> None:
        for row in rows:
            self.ticked[row] = ticked
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()


class _PlaceDelegate(QStyledItemDelegate):
    """Paint a place on one line: a check box, where it is, and the change in its context."""

    def __init__(self, old: str, new: str, where_width: int, parent: QObject) -> None:
        super().__init__(parent)
        self._old, self._new, self._where = old, new, where_width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 21)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = theme_of_palette(option.palette), option.rect
        place: PreviewPlace = index.data(Qt.ItemDataRole.UserRole)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        self._paint_box(painter, rect, theme, ticked)
        room = rect.adjusted(_SIDE + _BOX + 14, 0, -_SIDE, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(room, _ONE_LINE, place.where)
        self._paint_change(painter, room.adjusted(self._where, 0, 0, 0), place, theme, ticked)
        painter.restore()

    @staticmethod
    def _paint_box(painter: QPainter, rect: QRect, theme: Theme, ticked: bool) -> None:
        box = QRectF(rect.left() + _SIDE, rect.center().y() - _BOX / 2 + 0.5, _BOX, _BOX)
        painter.setPen(QPen(QColor(theme.accent), 1.2))
        painter.setBrush(QColor(theme.accent if ticked else theme.paper))
        painter.drawRoundedRect(box, 3.5, 3.5)
        if ticked:
            paint_icon(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), "check", theme.on_accent, width=2)

    def _paint_change(
        self, painter: QPainter, room: QRect, place: PreviewPlace, theme: Theme, ticked: bool
    ) -> None:
        """Paint the context with the old text struck through and, where it is ticked, the new one."""
        shown = marks_for(place.left, self._old, self._new, place.right).shown
        plain = text_font()
        struck, bold = QFont(plain), sized(plain, 1, bold=True)
        struck.setStrikeOut(ticked)
        pieces = [(shown(self._old), struck, theme.muted if ticked else theme.ink)]
        if ticked:
            pieces.append((" " + (shown(self._new) or "∅"), bold, theme.green))
        wide = sum(QFontMetrics(font).horizontalAdvance(text) for text, font, _ in pieces)
        # The context before gives way first: the change itself is always seen.
        metrics, left = QFontMetrics(plain), shown(place.left)
        before = max(0, min(metrics.horizontalAdvance(left) + 2, (room.width() - wide) // 2))
        left = metrics.elidedText(left, Qt.TextElideMode.ElideLeft, before)
        _paint_pieces(
            painter, room, [(left, plain, theme.ink), *pieces, (shown(place.right), plain, theme.ink)]
        )


def _paint_pieces(painter: QPainter, room: QRect, pieces: Sequence[tuple[str, QFont, str]]) -> None:
    """Paint texts one behind the other in their fonts and colours, and cut what has no room."""
    for text, font, colour in pieces:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room.adjusted(0, 0, 2, 0), _ONE_LINE, fitting)
        room = room.adjusted(painter.fontMetrics().horizontalAdvance(fitting), 0, 0, 0)


class _PlacesView(QListView):
    """The list; a click on a row's check box turns it on or off. It knows whether it has been seen."""

    box_clicked = Signal(int)
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < _SIDE * 2 + _BOX:
            self.box_clicked.emit(index.row())


class PlacesPreview(QDialog):
    """Show what a correction would do at each of several places; all are ticked at first.

    Space turns a place on or off, A all of them, Enter accepts, Esc cancels. `ticked()` gives the indices.
    """

    def __init__(
        self, old: str, new: str, places: Sequence[PreviewPlace], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = _Places(old, new, places, self)
        shown = marks_for(old, new).shown
        self._header = PanelHeader(f"{shown(old)} → {shown(new) or '∅'}")
        self.setWindowTitle(self.tr("Correct at several places"))
        self._build()
        self._model.ticked_changed.connect(self._tell)
        self._view.box_clicked.connect(lambda row: self._turn([row]))
        self._view.installEventFilter(self)
        self._view.setCurrentIndex(self._model.index(0))
        self._view.setFocus()
        self._tell()

    def ticked(self) -> list[int]:
        """Return the indices of the places to correct."""
        return [row for row, ticked in enumerate(self._model.ticked) if ticked]

    def _build(self) -> None:
        self._view = _PlacesView(self)
        self._view.setModel(self._model)
        where = max((self.fontMetrics().horizontalAdvance(p.where) for p in self._model.places), default=0)
        where = min(where + 20, _MOST_WHERE) if where else 0
        self._view.setItemDelegate(_PlaceDelegate(self._model.old, self._model.new, where, self._view))
        self._view.setUniformItemSizes(True)
        self._view.setAccessibleName(self.tr("Places"))
        self._apply = KeyButton("", "Return", self)
        self._apply.setDefault(True)
        self._apply.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._apply.clicked.connect(self.accept)
        note = ElidedLabel(self.tr("one step, which undo takes back; tags stay"), self, tone="muted")
        note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE, 12, _SIDE, 12)
        foot.setSpacing(18)
        foot.addWidget(self._apply)
        for hint in self._hints():
            foot.addWidget(hint)
        foot.addStretch(1)
        foot.addWidget(note)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._view, 1)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(foot)
        self.resize(860, min(640, 150 + 37 * max(3, len(self._model.places))))

    def _hints(self) -> list[KeyHint]:
        space = KeyHint("Space", self.tr("this place on or off"), self)
        every = KeyHint("A", self.tr("all"), self)
        escape = KeyHint("Esc", self.tr("cancel"), self)
        space.clicked.connect(lambda: self._turn([self._view.currentIndex().row()]))
        every.clicked.connect(self._turn_all)
        escape.clicked.connect(self.reject)
        return [space, every, escape]

    def _tell(self) -> None:
        count, ticked = len(self._model.places), len(self.ticked())
        self._header.set_detail(
            self.tr("{count} places · {ticked} ticked").format(count=count, ticked=ticked)
        )
        one, many = self.tr("Correct 1 place"), self.tr("Correct {count} places")
        self._apply.set_text(one if ticked == 1 else many.format(count=ticked))
        self._apply.setEnabled(ticked > 0)

    def _turn(self, rows: Sequence[int]) -> None:
        for row in rows:
            if row >= 0:
                self._model.set_ticked([row], not self._model.ticked[row])

    def _turn_all(self) -> None:
        self._model.set_ticked(range(len(self._model.places)), not all(self._model.ticked))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            # The Enter that opened the preview may still be held, or come twice: it accepts nothing unseen.
            if self.ticked() and self._view.painted and not event.isAutoRepeat():
                self.accept()
        elif event.key() == Qt.Key.Key_Space:
            self._turn([self._view.currentIndex().row()])
        elif event.key() == Qt.Key.Key_A:
            self._turn_all()
        else:
            return False
        return True
