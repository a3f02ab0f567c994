"""A key whose command cannot be run now says why."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QKeyCombination, QObject

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.ui.features.palette.palette_controller import PaletteController
from annotator.ui.shell.actions import Actions
from annotator.ui.shell.frame import Frame

_WHY = QT_TRANSLATE_NOOP("Window", "{name}: {reason}.")
_TAG = QT_TRANSLATE_NOOP("Window", "Nothing can be tagged: {reason}.")


class Window(Protocol):
    """What is asked of the window."""

    frame: Frame

    @property
    def actions(self) -> Actions:
        """The commands as actions."""

    @property
    def palette(self) -> PaletteController:
        """What knows why a command cannot be run."""


class RefusedKeys(QObject):
    """Hears of each key that nothing took: that of a command that is greyed out is one of them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.frame)
        self._window = window
        window.frame.key_unused.connect(self._pressed)

    def _pressed(self, pressed: QKeyCombination) -> None:
        actions, why_not = self._window.actions, self._window.palette.why_not
        command = actions.held_back(pressed)
        if command is not None:
            name, reason = Message("Command", command.name), why_not(command)
            self._window.frame.say(Message("Window", _WHY, {"name": name, "reason": reason}))
        elif actions.holds_back_tag(pressed):
            self._window.frame.say(Message("Window", _TAG, {"reason": why_not(changes=True)}))
