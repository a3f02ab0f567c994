"""A page that takes the place of the letter and its panes for a while; one key leads back to the letter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import lay_in_pages, lay_in_rows
from annotator.ui.widgets.key_button import KeyButton

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class StagePage(QWidget):
    """A page with its title and the way back. `left` asks for the letter; `gone` tells that it was put away.

    `command` is the command that shows it: once more, it leads back. Keys that are added go before those of
    the window while something on the page has the keys.
    """

    left = Signal()
    gone = Signal()
    command = ""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = title
        self._keys: dict[str, Callable[[], object]] = {}
        self._first: QWidget | None = None
        self._add_keys("Escape", self.left.emit)

    # --- making it ----------------------------------------------------------------------------------

    def top(self, *beside: QWidget) -> QHBoxLayout:
        """Return the line at the top: the title, what stands beside it, and the way back."""
        title = QLabel(self._title, self)
        title.setFont(sized(self.font(), 1.3, bold=True))
        back = KeyButton(self.tr("To the letter"), "Esc", self)
        back.setAutoDefault(False)
        back.clicked.connect(lambda: self.left.emit())  # noqa: PLW0108 - clicked gives a state
        row = QHBoxLayout()
        row.setContentsMargins(18, 12, 14, 10)
        row.setSpacing(12)
        row.addWidget(title)
        for widget in beside:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(back)
        return row

    def lay_in_rows(self, head: QLayout, middle: QWidget | QLayout, foot: QLayout) -> None:
        """Lay out a head, what takes the room, and a foot, with lines between."""
        lay_in_rows(self, head, middle, foot)

    def lay_in_pages(self, head: QLayout, pages: QWidget, page: QLayout) -> None:
        """Lay out a head, and below it a list of pages and the page that is chosen."""
        whole, below = QVBoxLayout(self), QWidget(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        lay_in_pages(below, pages, page)
        whole.addWidget(below, 1)

    def begin_at(self, widget: QWidget) -> None:
        """Have this widget get the keys when the page is shown."""
        self._first = widget

    def _add_keys(self, keys: str, call: Callable[[], object]) -> None:
        self._keys[QKeySequence(keys).toString(_PORTABLE)] = call

    # --- in the window ------------------------------------------------------------------------------

    def take_keys(self) -> None:
        """Have the keys."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_command(self, command_id: str) -> bool:
        """Do what a command of the window means on this page; tell whether it means anything."""
        return False

    def hints(self) -> list[tuple[str, str]]:
        """Return the keys that matter here, with what they do."""
        return [("Esc", self.tr("to the letter")), ("F1", self.tr("manual"))]

    # --- keys ---------------------------------------------------------------------------------------

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        keys = QKeySequence(event.key() | plain.value).toString(_PORTABLE)
        return self._keys.get(keys)

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and self._meant(event) is not None:  # type: ignore[arg-type]
            event.accept()  # it is no shortcut of the window now
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        call = self._meant(event)
        if call is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            call()
