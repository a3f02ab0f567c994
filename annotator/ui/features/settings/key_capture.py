"""A field that takes the next keys that are pressed, whatever they would mean elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_events import alt_digit

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_unknown,
}


class KeyCapture(QWidget):
    """Wait for keys. Esc leaves, and so does the focus."""

    captured = Signal(str)  # a portable key sequence
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def ask(self, text: str) -> None:
        """Say what the keys are for, and take what is pressed."""
        self._text = text
        self.setAccessibleName(text)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self.fontMetrics().height() + 20)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # a key that is in use comes here too: the clash is to be told
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)  # Tab too, which would move the focus
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.left.emit()
            return
        keys = keys_of(event)
        if keys:
            self.captured.emit(keys)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.selection))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(theme.ink))
        place = self.rect().adjusted(12, 0, -12, 0)
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)


def keys_of(event: QKeyEvent) -> str:
    """Return the keys of an event as the registry writes them: `<` for what is Shift and a comma here."""
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    sign = event.text()
    if plain == Qt.KeyboardModifier.NoModifier and len(sign) == 1 and sign.isprintable():
        if not sign.isalnum() and not sign.isspace():
            return sign
        if sign.isdigit():  # on a French keyboard digits are typed with Shift
            return sign
    digit = alt_digit(event)
    if digit is not None:
        return f"Alt+{digit}"
    combination = QKeySequence(
        int(event.key()) | (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier).value
    )
    text = combination.toString(QKeySequence.SequenceFormat.PortableText)
    return text.replace("Enter", "Return") if text.isprintable() else ""
