"""A click on a key that is shown does what the key does."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.shell.actions import Actions
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.workspace import Workspace
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.key_hint import KeyHint

# What hints tell of that is no command: it goes to what has the keys.
_NO_COMMANDS = {"Esc": Qt.Key.Key_Escape, "Right": Qt.Key.Key_Right}


class Window(Protocol):
    """What is asked of the window."""

    frame: Frame
    workspace: Workspace | None

    @property
    def actions(self) -> Actions:
        """The commands as actions."""


class HintPresses(QObject):
    """Answers the clicks on keys in the bottom line, and on those of commands in the panels."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.frame)
        self._window = window
        window.frame.views.strip.hint_clicked.connect(self.press)
        for hint in window.frame.findChildren(KeyHint):
            if hint.command:
                hint.clicked.connect(window.actions[hint.command].trigger)

    def press(self, shown: str) -> None:
        """Do what keys do that are shown like this, where the analyst is now."""
        here = self._window.workspace
        if here is not None and here.review.is_open and self._window.frame.views.box.press(shown):
            return
        in_words = here is not None and here.reviews_words  # its page has keys of its own
        if not (in_words and _press_in_focus(shown)) and not self._window.actions.trigger_keys(shown):
            _press_in_focus(shown)


def _press_in_focus(shown: str) -> bool:
    widget = QApplication.focusWidget()
    key = next((key for keys, key in _NO_COMMANDS.items() if key_text(keys) == shown), None)
    if widget is None or key is None:
        return False
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
    return True
