"""The editors of the form, one for each type of field; all settle, and all have the form's keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from annotator.core.codebook import Field
from annotator.core.field_types import type_of
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.icons import icon
from annotator.ui.widgets.patient_edit import PatientLine, PatientText
from annotator.ui.widgets.row_list import ENTER

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
_ARROW = 20  # pixels of the arrow that opens the choices
_SCROLLBAR = 16  # pixels that a list leaves for it
_LINES = (2, 6)  # of a long text: at least, at most


class FormKeys(QObject):
    """The keys that mean the same in every editor."""

    stepped = Signal(int)  # 1: to the next place, -1: to the one before
    entered = Signal()
    add_wanted = Signal()
    removal_wanted = Signal()
    evidence_wanted = Signal()
    focused = Signal()
    left = Signal()

    def __init__(self, editor: FormLine | FormText) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            signal = self._meant(event)
            if signal is not None and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif signal is not None and event.type() is QEvent.Type.KeyPress:
                self._emit(signal)
                return True
        elif isinstance(event, QFocusEvent):
            if event.type() is QEvent.Type.FocusIn:
                self.focused.emit()
            elif event.type() is QEvent.Type.FocusOut and event.reason() not in _PASSING:
                self._editor.settling.settle()
                self.left.emit()
        return False

    def _meant(self, event: QKeyEvent) -> str | None:
        """Return the name of the signal that a key means, None for the editor's own keys."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTER:
            if modifiers == _CONTROL:
                return "add_wanted"
            return "entered" if not modifiers and not self._editor.keeps_enter else None
        if key == Qt.Key.Key_Backspace and modifiers == _CONTROL and not self._editor.plain():
            return "removal_wanted"
        if key == Qt.Key.Key_F4 and not modifiers:
            return "evidence_wanted"
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not modifiers:
            by = 1 if key == Qt.Key.Key_Down else -1
            return ("down" if by > 0 else "up") if self._editor.leaves_on(by) else None
        return None

    def _emit(self, signal: str) -> None:
        if signal in ("up", "down"):
            self.stepped.emit(1 if signal == "down" else -1)
        else:
            getattr(self, signal).emit()


class ChoicePopup(QObject):
    """Keeps a completer's list wide enough for what it lists, with its right edge under the editor's."""

    def __init__(self, completer: QCompleter, editor: QLineEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        popup = completer.popup()
        if popup is None:
            return
        popup.setProperty("class", "choices")
        popup.setTextElideMode(Qt.TextElideMode.ElideNone)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize)
        if moved and isinstance(watched, QAbstractItemView):
            self._stand(watched)
        return False

    def _stand(self, popup: QAbstractItemView) -> None:
        wants = popup.sizeHintForColumn(0) + 2 * popup.frameWidth() + _SCROLLBAR
        popup.setMinimumWidth(min(wants, popup.screen().availableGeometry().width()))
        right = self._editor.mapToGlobal(self._editor.rect().topRight()).x()
        left = max(popup.screen().availableGeometry().left(), right - popup.width() + 1)
        if popup.x() != left:
            popup.move(left, popup.y())


class FormLine(PatientLine):
    """One line. With `choices` it completes what is typed, and Alt+Down opens all of them."""

    keeps_enter = False

    def __init__(self, field: Field, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settling.keeps_empty = True
        self.keys = FormKeys(self)
        self._several = type_of(field.type).chooses == "several"
        self._choices = choices_of(field, language)
        self._arrow = QAction(self)
        if self._choices:
            self._add_choices()

    def leaves_on(self, by: int) -> bool:
        """Tell whether Up (-1) or Down (1) leaves the editor."""
        return True

    def _add_choices(self) -> None:
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        self._arrow.triggered.connect(self.open_choices)
        if self._several:
            return
        completer = QCompleter(list(self._choices), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._take_choice)
        ChoicePopup(completer, self)
        self.setCompleter(completer)

    def _take_choice(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)  # where it is too long its beginning says most
        self.settling.settle(paused=True)
        # One Enter takes the choice and goes on; the list must have closed before the focus can leave.
        QTimer.singleShot(0, self, self.keys.entered.emit)

    def open_choices(self) -> None:
        """Open the list of all choices."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._several:
            self._open_menu()
        else:
            self.completer().setCompletionPrefix("")
            self.completer().complete()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        chosen = {name.strip() for name in self.text().split(";")}
        for name in self._choices:
            action = QAction(name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(name in chosen)
            action.toggled.connect(lambda on, name=name: self._toggle(name, on))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _toggle(self, name: str, on: bool) -> None:
        chosen = [part.strip() for part in self.text().split(";") if part.strip() not in ("", name)]
        self.setText("; ".join([*chosen, name] if on else chosen))
        self.settling.settle(paused=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._choices and event.key() == Qt.Key.Key_Down and event.modifiers() == _ALT:
            self.open_choices()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or not self._is_too_long():
            super().paintEvent(event)
        else:
            self._paint_elided()
        if self.property("state") == "proposed":
            self._paint_dashes()

    def _paint_elided(self) -> None:
        """Paint the text as far as there is room, with a sign that there is more."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        room = self._room()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    def _paint_dashes(self) -> None:
        """Paint a dashed frame: the style sheet's own dashes come out as dots."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() or self.property("chosen") else 1
        pen = QPen(QColor(theme.accent), width)
        pen.setDashPattern([4 / width, 3 / width])
        painter.setPen(pen)
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 5, 5)

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        arrow = _ARROW if self._choices else 0
        return room.marginsRemoved(self.textMargins()).adjusted(2, 0, -2 - arrow, 0)

    def _is_too_long(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self._room().width()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            self.setToolTip(plain_tooltip(self.text()) if self._is_too_long() else "")
        return super().event(event)

    def dress(self) -> None:
        """Take the theme's colours where the style sheet does not reach."""
        self._arrow.setIcon(icon("chevron-down", theme_of(self).muted) if self._choices else QIcon())


class FormText(PatientText):
    """Several lines; as high as its text needs, within bounds."""

    keeps_enter = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settling.keeps_empty = True
        self.keys = FormKeys(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def leaves_on(self, by: int) -> bool:
        """Tell whether Up (-1) or Down (1) leaves the editor: on its first and last line."""
        cursor = QTextCursor(self.textCursor())
        move = QTextCursor.MoveOperation
        return not cursor.movePosition(move.Down if by > 0 else move.Up)

    def dress(self) -> None:
        """Take the theme's colours where the style sheet does not reach."""

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), _LINES[0]), _LINES[1])
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 18)


def choices_of(field: Field, language: str) -> tuple[str, ...]:
    """Return the names that a field is chosen from; none where it is typed freely."""
    return type_of(field.type).offers(field, language)


def editor_for(field: Field, language: str, parent: QWidget) -> FormLine | FormText:
    """Make the editor for a field that holds values (a part of a group is one)."""
    return EDITORS.get(field.type, FormLine)(field, language, parent)


# By type of field; where there is none it is a line.
EDITORS: Mapping[str, Callable[[Field, str, QWidget], FormLine | FormText]] = {
    "long_text": lambda field, language, parent: FormText(parent),
}
