"""What is shown instead of the desk when no project is open: three ways to begin, or dropping letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.kit.icons import Name, paint_icon
from annotator.ui.kit.key_cap import cap_size, key_text, paint_cap
from annotator.ui.theme import theme_of
from annotator.ui.theme_fonts import sized

_WIDE = 520  # pixels of the column
_PAD = 18
_ICON = 20
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ActionCard(QAbstractButton):
    """A large button: an icon, what it does, a sentence on it, and its key."""

    def __init__(self, icon: Name, text: str, detail: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon: Name = icon
        self._detail, self._keys, self._hovered = detail, key_text(keys) if keys else "", False
        self.setText(text)
        self.setAccessibleName(f"{text} ({self._keys})" if self._keys else text)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def keys(self) -> str:
        """Return the keys as they are shown."""
        return self._keys

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, self.fontMetrics().height() * 2 + 34)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if ring else theme.line), 2 if ring else 1))
        painter.setBrush(QColor(theme.selection if self._hovered or self.isDown() else theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        middle = self.height() / 2
        paint_icon(
            painter, QRectF(_PAD, middle - _ICON / 2, _ICON, _ICON), self._icon, theme.accent, width=1.6
        )
        self._paint_words(painter)
        cap = cap_size(self._keys, self.font())
        if self._keys:
            place = QRectF(
                self.width() - _PAD - cap.width(), middle - cap.height() / 2, cap.width(), cap.height()
            )
            paint_cap(painter, place, self._keys, theme, self.font())

    def _paint_words(self, painter: QPainter) -> None:
        theme, left = theme_of(self), _PAD * 2 + _ICON
        high, wide = self.fontMetrics().height() + 2, self.width() - left - 90
        top = self.height() // 2 - high
        painter.setPen(QColor(theme.ink))
        painter.setFont(sized(self.font(), 1.08, bold=True))
        painter.drawText(QRect(left, top, wide, high), _ONE_LINE, self.text())
        painter.setPen(QColor(theme.muted))
        painter.setFont(self.font())
        detail = self.fontMetrics().elidedText(self._detail, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(left, top + high, wide, high), _ONE_LINE, detail)


class Welcome(QWidget):
    """Offer a new project, opening one, and the sample letter, and show that files can be dropped."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        new_keys: str = "Ctrl+N",
        open_keys: str = "Ctrl+O",
        sample_keys: str = "S",
    ) -> None:
        """Make the page; the keys are shown on the cards.

        A single letter is handled here, for there is nothing to type on this page; others by the window.
        """
        super().__init__(parent)
        self._dragged = False
        self._new = ActionCard(
            "plus", self.tr("New project"), self.tr("One file that holds everything"), new_keys, self
        )
        self._open = ActionCard(
            "folder", self.tr("Open a project"), self.tr("Go on where you stopped"), open_keys, self
        )
        self._sample = ActionCard(
            "letter",
            self.tr("Try the sample letter"),
            self.tr("Correct, tag and fill in without risk"),
            sample_keys,
            self,
        )
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        self.setFocusProxy(self._new)
        self._lay_out()

    def _lay_out(self) -> None:
        name = QLabel("Kanttekening", self)
        name.setFont(sized(self.font(), 2.3, bold=True))
        purpose = QLabel(self.tr("From OCR'd letters to a corrected text and clean data."), self)
        purpose.setFont(sized(self.font(), 1.15))
        drop = QLabel(self.tr("Or drop letters here: text files, or folders of them."), self)
        for label in (purpose, drop):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(name)
        column.addWidget(purpose)
        column.addSpacing(18)
        for card in (self._new, self._open, self._sample):
            card.setMaximumWidth(_WIDE)
            column.addWidget(card)
        column.addSpacing(10)
        column.addWidget(drop)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 32, 24)
        row.addStretch(1)
        row.addLayout(column, 8)
        row.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        for card in (self._new, self._open, self._sample):
            if letter and letter == card.keys and not event.isAutoRepeat():
                card.click()
                return
        super().keyPressEvent(event)

    # Drops are the window's, whatever page it shows: this page only shows that they are welcome.
    def showEvent(self, event: QShowEvent) -> None:
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        self.window().removeEventFilter(self)
        self._set_dragged(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self._set_dragged(holds_files(event.mimeData()))
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._set_dragged(False)
        return super().eventFilter(watched, event)

    @property
    def dragged_over(self) -> bool:
        """Tell whether files are being dragged over the page."""
        return self._dragged

    def _set_dragged(self, dragged: bool) -> None:
        self._dragged = dragged
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.paper))
        if self._dragged:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(theme.selection))
            inside = QRectF(QPointF(12, 12), QPointF(self.width() - 12, self.height() - 12))
            painter.drawRoundedRect(inside, 10, 10)


def holds_files(mime: QMimeData) -> bool:
    """Tell whether dragged data holds local files or folders; an address on a network is none."""
    return any(url.isLocalFile() for url in mime.urls())
