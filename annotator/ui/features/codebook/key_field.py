"""A field that takes one key: press it, and it is the tag's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_cap import cap_size, paint_cap
from annotator.ui.widgets.roles import tell_role

_LEAVE = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_ALONE = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class KeyField(QWidget):
    """Show a key, and take another that is pressed; Backspace takes it away."""

    pressed = Signal(str)  # the key, "" for none

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._key = name, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tell_role(self, QAccessible.Role.Button)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_key(self, key: str) -> None:
        """Show the key that the tag has."""
        self._key = key
        self.setAccessibleDescription(key or self.tr("no key"))
        self.update()

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self._key

    def event(self, event: QEvent) -> bool:
        # Letters are this field's own: no shortcut of the window may take them first.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        return event.modifiers() in _ALONE and event.key() not in _LEAVE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isEnabled() or not self._takes(event) or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() in _CLEAR:
            self.pressed.emit("")
        elif event.text().strip():
            self.pressed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(150, self.fontMetrics().height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if focused else theme.line_strong), 2 if focused else 1))
        painter.setBrush(QColor(theme.paper if self.isEnabled() else theme.background))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        left = 9
        if self._key:
            size = cap_size(self._key, self.font())
            top = (self.height() - size.height()) / 2
            paint_cap(painter, QRectF(left, top, size.width(), size.height()), self._key, theme, self.font())
            left += size.width() + 8
        said = self.tr("press a key") if focused else "" if self._key else self.tr("no key")
        painter.setPen(QColor(theme.muted))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self.rect().adjusted(left, 0, -8, 0), align, said)
