"""What is always at hand at the end of the menu bar: the palette, the focus layout, and Done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.features.palette import PaletteButton
from annotator.ui.features.palette.palette_controller import palette_hint
from annotator.ui.shell.actions import Actions
from annotator.ui.shell.frame import Frame
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.key_button import KeyButton

_ABOVE_LETTERS = 12  # pixels that the buttons are higher than their letters
_MENUS = 90  # pixels that a menu takes at most


class Corner(QWidget):
    """Show the buttons that work wherever one is. In a narrow window the palette gives way, then keys do."""

    def __init__(self, actions: Actions, window: Frame, show_palette: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._palette = PaletteButton(palette_hint(), actions.keys_of("palette"), self)
        self._palette.clicked.connect(show_palette)
        self.focus = self._button(self.tr("Focus"), actions, "focus_layout")
        self.focus.setCheckable(True)
        self.done = self._button(self.tr("Done"), actions, "done_next")
        self.done.setDefault(True)
        self.done.setAutoDefault(False)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(8)
        for widget in (self._palette, self.focus, self.done):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        window.installEventFilter(self)
        window.arrangement.changed.connect(self._show_focused)
        self._show_focused()
        self._fit()
        window.menuBar().setCornerWidget(self, Qt.Corner.TopRightCorner)
        self.show()

    def _button(self, text: str, actions: Actions, command: str) -> KeyButton:
        button, action = KeyButton(text, actions.keys_of(command), self), actions[command]
        button.setObjectName(command)
        button.setProperty("class", "corner")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the text keeps the keys
        button.setToolTip(plain_tooltip(action.toolTip()))
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        button.setEnabled(action.isEnabled())
        return button

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys that the commands have now."""
        self._palette.set_keys(keys["palette"])
        for button in (self.focus, self.done):
            button.set_keys(keys[button.objectName()])
        self._fit()

    def _show_focused(self) -> None:
        self.focus.setChecked(self._window.arrangement.is_focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._fit()
        return False

    def _fit(self) -> None:
        """Leave the menus their room: first the palette becomes small, then it is away."""
        bar, room = self._window.menuBar(), self._window.width()
        menus = sum(bar.actionGeometry(action).width() or _MENUS for action in bar.actions())
        buttons = self.focus.sizeHint().width() + self.done.sizeHint().width() + 36
        left = room - menus - buttons
        self._palette.set_small(left < self._palette.whole_width())
        self._palette.setVisible(left >= self._palette.sizeHint().width())
        self.setFixedWidth(self._row.sizeHint().width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)  # behind the buttons and the menus, which hear of it, too

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), self.fontMetrics().height() + _ABOVE_LETTERS)
