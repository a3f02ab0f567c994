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
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.theme.theme import theme_of_palette
from annotator.ui.translate import filled
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.image_band import ImageBand
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.namesakes import fitting_name, full_name
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.ticks import BOX, SIDE, paint_change, paint_tick, ticked_row
from annotator.ui.widgets.visible_marks import marks_for

Index = QModelIndex | QPersistentModelIndex

_IMAGE_HEIGHT = 46  # pixels
_MOST_WHERE = 240  # pixels for where the places are
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class PreviewPlace:
    """One place: the text before and behind it, and where it is (`line 126`).

    `old` and `new` where they are not the same at all places; `group` tells the places of one letter,
    `apart` that letter from others of the same title.
    """

    left: str
    right: str
    where: str = ""
    old: str = ""
    new: str = ""
    group: int = 0
    apart: str = ""

    @property
    def name(self) -> str:
        """Return where it is, in full."""
        return full_name(self.where, self.apart)


class _Places(QAbstractListModel):
    """The places, each ticked or not."""

    ticked_changed = Signal()

    def __init__(self, old: str, new: str, places: Sequence[PreviewPlace], parent: QObject) -> None:
        super().__init__(parent)
        self.old, self.new = old, new
        self.places = tuple(places)
        self.ticked = [True] * len(self.places)

    def change(self, place: PreviewPlace) -> tuple[str, str]:
        """Return what a place reads, and what it would read."""
        return (place.old, place.new) if place.old else (self.old, self.new)

    def group_of(self, row: int) -> list[int]:
        """Return the rows of the letter that a row is of; they lie together."""
        group, first, last = self.places[row].group, row, row
        while first and self.places[first - 1].group == group:
            first -= 1
        while last + 1 < len(self.places) and self.places[last + 1].group == group:
            last += 1
        return list(range(first, last + 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return place
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.ticked[index.row()] else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            old, new = self.change(place)
            change = f"{place.left}{old} → {new}{place.right}"
            return f"{place.name}: {change}" if place.where else change
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def set_ticked(self, rows: Sequence[int], ticked: bool) -> None:
        for row in rows:
            self.ticked[row] = ticked
        if rows:
            first, last = self.index(min(rows)), self.index(max(rows))
            self.dataChanged.emit(first, last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()


class _PlaceDelegate(QStyledItemDelegate):
    """Paint a place on one line: a check box, where it is, and the change in its context."""

    def __init__(self, model: _Places, where_width: int, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._where = model, where_width

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
        paint_tick(painter, rect, theme, ticked)
        room = rect.adjusted(SIDE + BOX + 14, 0, -SIDE, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        width = max(0, self._where - 20)
        where = fitting_name(place.where, place.apart, QFontMetrics(option.font), width)
        painter.drawText(room, _ONE_LINE, where)
        room = room.adjusted(self._where, 0, 0, 0)
        paint_change(painter, room, (place.left, place.right), self._model.change(place), theme, ticked)
        painter.restore()


class _PlacesView(QListView):
    """The list; a click on a row's check box turns it on or off. It knows whether it has been seen."""

    box_clicked = Signal(int)
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (row := ticked_row(self, event)) is not None:
            self.box_clicked.emit(row)


class PlacesPreview(Dialog):
    """Show what a correction would do at each of several places; all are ticked at first.

    Space turns a place on or off, L those of its letter, A all of them; Enter accepts, Esc cancels.
    `ticked()` gives the indices. `looked_at` tells which place the cursor is on; `show_image` shows its
    image from the page above the list.
    """

    help_section = "searching-and-replacing"

    looked_at = Signal(int)
    first_shown = Signal()

    def __init__(
        self, old: str, new: str, places: Sequence[PreviewPlace], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = _Places(old, new, places, self)
        self._in_letters = len({place.group for place in places})
        shown = marks_for(old, new).shown
        self._header = PanelHeader(f"{shown(old)} → {shown(new) or '∅'}")
        self.setWindowTitle(self.tr("Correct at several places"))
        self._build()
        self._model.ticked_changed.connect(self._tell)
        self._view.box_clicked.connect(lambda row: self._turn([row]))
        self._view.selectionModel().currentChanged.connect(lambda index, _: self._look_at(index.row()))
        self._view.installEventFilter(self)
        self._view.setCurrentIndex(self._model.index(0))
        self._view.setFocus()
        self._tell()

    def ticked(self) -> list[int]:
        """Return the indices of the places to correct."""
        return [row for row, ticked in enumerate(self._model.ticked) if ticked]

    def show_image(self, row: int, image: QImage | None) -> None:
        """Show the image of a place, if the cursor is on it still; None where it is on no page."""
        if row == self._view.currentIndex().row():
            self._image.set_image(None if image is None else QPixmap.fromImage(image))

    def image_size(self) -> tuple[int, int]:
        """Return how large an image is shown, in dots of the screen."""
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(_IMAGE_HEIGHT * ratio)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first_shown.emit()

    def _look_at(self, row: int) -> None:
        if row >= 0:
            self.looked_at.emit(row)

    def current_row(self) -> int:
        """Return the row of the cursor."""
        return self._view.currentIndex().row()

    def _build(self) -> None:
        self._image = ImageBand(0, self)
        self._image.set_image(None)
        self._view = _PlacesView(self)
        self._view.setModel(self._model)
        names = {place.name for place in self._model.places}
        where = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        where = min(where + 20, _MOST_WHERE) if where else 0
        self._view.setItemDelegate(_PlaceDelegate(self._model, where, self._view))
        self._view.setUniformItemSizes(True)
        self._view.setAccessibleName(self.tr("Places"))
        self._apply = KeyButton("", "Return", self)
        self._apply.setDefault(True)
        self._apply.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._apply.clicked.connect(self.accept)
        note = ElidedLabel(self.tr("one step, one undo; tags stay"), self, tone="muted")
        note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE, 12, SIDE, 12)
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
        whole.addWidget(self._image)
        whole.addWidget(self._view, 1)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(foot)
        self.resize(940, min(640, 150 + 37 * max(3, len(self._model.places))))

    def _hints(self) -> list[KeyHint]:
        space = KeyHint("Space", self.tr("this place on or off"), self)
        every = KeyHint("A", self.tr("all"), self)
        escape = KeyHint("Esc", self.tr("cancel"), self)
        letter = KeyHint("L", self.tr("this letter"), self)
        letter.setVisible(self._in_letters > 1)
        letter.clicked.connect(self._turn_letter)
        space.clicked.connect(lambda: self._turn([self._view.currentIndex().row()]))
        every.clicked.connect(self._turn_all)
        escape.clicked.connect(self.reject)
        return [space, letter, every, escape]

    def _tell(self) -> None:
        count, ticked = len(self._model.places), len(self.ticked())
        said = self.tr("{count:place|places} · {ticked:,} ticked")
        if self._in_letters > 1:
            said = self.tr("{count:place|places} in {letters:letter|letters} · {ticked:,} ticked")
        told = {"count": count, "letters": self._in_letters, "ticked": ticked}
        self._header.set_detail(filled(said, **told))
        self._apply.set_text(filled(self.tr("Correct {count:place|places}"), count=ticked))
        self._apply.setEnabled(ticked > 0)

    def _turn(self, rows: Sequence[int]) -> None:
        for row in rows:
            if row >= 0:
                self._model.set_ticked([row], not self._model.ticked[row])

    def _turn_letter(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0:
            rows = self._model.group_of(row)
            self._model.set_ticked(rows, not all(self._model.ticked[at] for at in rows))

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
        elif event.key() == Qt.Key.Key_A:  # with Ctrl, as elsewhere, or alone
            self._turn_all()
        elif event.key() == Qt.Key.Key_L:
            self._turn_letter()
        else:
            return False
        return True
