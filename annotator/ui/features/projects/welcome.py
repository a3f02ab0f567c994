"""What is shown instead of the text when no project is open: ways to begin, what was open last, dropping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.features.projects.introduction import Introduction
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import translated
from annotator.ui.widgets.drops import holds_files
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.icons import Name, paint_icon
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap
from annotator.ui.widgets.key_events import plain_digit

_WIDE = 520  # pixels of the column
_PAD = 18
_ICON = 20
_MOST_RECENT = 6
_BETWEEN = 40  # pixels between the two columns
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class _Card(QAbstractButton):
    """A button as wide as the column; arrows go to the next, Enter presses it."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def _lit(self) -> bool:
        return self.underMouse() or self.isDown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class ActionCard(_Card):
    """A large button: an icon, what it does, a sentence on it, and its key."""

    def __init__(self, icon: Name, text: str, detail: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon: Name = icon
        self._detail, self._keys = detail, key_text(keys) if keys else ""
        self.setAccessibleName(f"{text} ({self._keys})" if self._keys else text)
        self.setAccessibleDescription(detail)

    @property
    def keys(self) -> str:
        """Return the keys as they are shown."""
        return self._keys

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, self.fontMetrics().height() * 2 + 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if ring else theme.line), 2 if ring else 1))
        painter.setBrush(QColor(theme.selection if self._lit else theme.panel))
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


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project that was opened before. `detail` says when, and what is in it; `there`: None is unknown."""

    path: str
    name: str
    folder: str
    detail: str = ""
    there: bool | None = None


class RecentCard(_Card):
    """A project that was opened before: its name, where it lies, when that was, the digit that opens it."""

    removal_wanted = Signal()

    def __init__(self, project: RecentProject, digit: str, parent: QWidget | None = None) -> None:
        super().__init__(project.name, parent)
        self.project, self.digit = project, digit
        self.setToolTip(plain_tooltip(project.path))
        self.set_there(project.there)

    def set_there(self, there: bool | None) -> None:
        """Show whether the file is still there."""
        self._missing = there is False
        gone = self.tr("not found") if self._missing else ""
        said = ", ".join(filter(None, (self.project.name, gone, self.project.detail, self.digit)))
        self.setAccessibleName(said)
        self.setAccessibleDescription(self.project.path)
        self.update()

    @property
    def missing(self) -> bool:
        """Tell whether the file is not there any more."""
        return self._missing

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, self.fontMetrics().height() * 2 + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lit or self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection if self._lit else theme.paper))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        cap = cap_size(self.digit, self.font())
        middle, side = self.height() / 2, 12
        box = QRectF(self.width() - side - cap.width(), middle - cap.height() / 2, cap.width(), cap.height())
        paint_cap(painter, box, self.digit, theme, self.font())
        high, room = self.fontMetrics().height() + 2, int(box.left()) - side - 14
        top = self.height() // 2 - high
        aside = self.tr("not found") if self._missing else self.project.detail
        painter.setFont(self.font())
        painter.setPen(QColor(theme.amber if self._missing else theme.muted))
        wide = self.fontMetrics().horizontalAdvance(aside)
        painter.drawText(QRect(side, top, room, high), _ONE_LINE | Qt.AlignmentFlag.AlignRight, aside)
        painter.setPen(QColor(theme.muted))
        folder = self.fontMetrics().elidedText(self.project.folder, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(side, top + high, room, high), _ONE_LINE, folder)
        bold = sized(self.font(), 1.04, bold=True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.muted if self._missing else theme.ink))
        name = QFontMetrics(bold).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room - wide - 14)
        painter.drawText(QRect(side, top, room - wide - 14, high), _ONE_LINE, name)


class Welcome(QWidget):
    """Offer a new project, opening one, and the sample letter, and show that files can be dropped."""

    help_section = "the-first-letter"

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    project_wanted = Signal(str)  # path
    forget_wanted = Signal(str)  # path

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
        self._recent: list[RecentCard] = []
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
        from annotator.importers import kinds  # this page is made when there is no project to show

        self._introduction = Introduction(self, at_length=True)
        names = ", ".join(map(translated, kinds()))
        drop = QLabel(
            self.tr("Or drop letters here, or folders of letters: {kinds}.").format(kinds=names), self
        )
        drop.setWordWrap(True)
        drop.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        begin = QVBoxLayout()
        begin.setSpacing(10)
        for card in (self._new, self._open, self._sample):
            begin.addWidget(card)
        begin.addSpacing(10)
        begin.addWidget(drop)
        begin.addStretch(1)
        self._recent_title = QLabel(self.tr("Opened before"), self)
        self._recent_title.setFont(sized(self.font(), 1, bold=True))
        self._recent_column = QVBoxLayout()
        self._recent_column.setSpacing(2)
        self._recent_side = QWidget(self)
        recent = QVBoxLayout(self._recent_side)
        recent.setContentsMargins(_BETWEEN, 0, 0, 0)
        recent.setSpacing(6)
        recent.addWidget(self._recent_title)
        recent.addLayout(self._recent_column)
        recent.addStretch(1)
        self._recent_side.hide()
        # One column, or two: what stands above the cards begins where the cards begin.
        self._middle = QWidget(self)
        grid = QGridLayout(self._middle)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(28)
        grid.addWidget(self._introduction, 0, 0, 1, 2)
        grid.addLayout(begin, 1, 0)
        grid.addWidget(self._recent_side, 1, 1)
        grid.setColumnStretch(0, 1)
        self._grid = grid
        self._middle.setMaximumWidth(_WIDE)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 24, 32, 24)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)

    def set_recent(self, projects: Sequence[RecentProject]) -> None:
        """Show projects that were opened before, the last one first; at most nine, each with its digit."""
        for card in self._recent:
            self._recent_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._recent = [
            RecentCard(project, str(number), self)
            for number, project in enumerate(projects[:_MOST_RECENT], 1)
        ]
        for card in self._recent:
            card.clicked.connect(lambda _=False, path=card.project.path: self.project_wanted.emit(path))
            card.removal_wanted.connect(lambda path=card.project.path: self.forget_wanted.emit(path))
            self._recent_column.addWidget(card)
        self._recent_side.setVisible(bool(projects))
        self._introduction.show_at_length(not projects)
        self._grid.setColumnStretch(1, 1 if projects else 0)
        self._middle.setMaximumWidth(_WIDE * 2 + _BETWEEN if projects else _WIDE)
        self.setFocusProxy(self._recent[0] if self._recent else self._new)

    def set_there(self, path: str, there: bool) -> None:
        """Show whether a project's file is still there."""
        for card in self._recent:
            if card.project.path == path:
                card.set_there(there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        letter = "" if held else event.text().upper()
        for card in (self._new, self._open, self._sample):
            if letter and letter == card.keys and not event.isAutoRepeat():
                card.click()
                return
        number = plain_digit(event)
        for recent in self._recent:
            if str(number) == recent.digit and not event.isAutoRepeat():
                recent.click()
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
