"""What the correction box opens on, and what its keys ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap

from annotator.ui.widgets.choice_list import MOST
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.key_events import alt_digit


@dataclass(frozen=True, slots=True)
class BoxChoice:
    """A suggestion, and what speaks for it (`98 % · chosen 12 times`)."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """What the box opens on; offsets are code points, half open, in the letter's text.

    `prefill` is what the field holds when the program is `sure`, and always for a broken word (`kind` is
    `hyphen`: the whole word). Otherwise the field holds the reading. `chain`: accepting goes on to the next.
    """

    start: int
    end: int
    reading: str
    prefill: str | None = None
    sure: bool = False
    reason: str = ""
    choices: tuple[BoxChoice, ...] = ()
    kind: str = "word"
    image: QPixmap | None = None
    same_in_letter: int = 1
    chain: bool = False

    def field_text(self) -> str:
        """Return the text that the field holds at first."""
        if self.prefill is not None and (self.sure or self.kind == "hyphen"):
            return self.prefill
        return self.reading


def likeliest(choices: Sequence[BoxChoice], reading: str) -> int:
    """Return which of the choices is the first that changes the reading, -1 where none does."""
    return next((index for index, choice in enumerate(choices) if choice.text != reading), -1)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_COMMANDS = {
    **{(key, _NONE): "accept" for key in _ENTER},
    **{(key, _ALT): "accept_first" for key in _ENTER},
    **{(key, _CTRL): "accept_in_letter" for key in _ENTER},
    **{(key, _CTRL | _SHIFT): "accept_everywhere" for key in _ENTER},
    (Qt.Key.Key_D, _CTRL): "right_here",
    (Qt.Key.Key_D, _CTRL | _SHIFT): "always_right",
    (Qt.Key.Key_F3, _NONE): "next",
    (Qt.Key.Key_F3, _SHIFT): "previous",
    (Qt.Key.Key_Escape, _NONE): "close",
    (Qt.Key.Key_Z, _CTRL): "undo",
    (Qt.Key.Key_Up, _NONE): "up",
    (Qt.Key.Key_Down, _NONE): "down",
    (Qt.Key.Key_Tab, _NONE): "stay",
    (Qt.Key.Key_Backtab, _SHIFT): "stay",
}


def command_of(event: QKeyEvent) -> str | None:
    """Return what a key asks of the box (`choose 3` for Alt+3), or None when it is the field's own."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    digit = alt_digit(event)
    if digit is not None and 1 <= digit <= MOST:
        return f"choose {digit}"
    return _COMMANDS.get((Qt.Key(event.key()), modifiers))


def command_shown(shown: str) -> str:
    """Return what keys ask of the box that are shown like this (`Ctrl+Enter`), "" for nothing."""
    for (key, modifiers), command in _COMMANDS.items():
        if key_text(QKeySequence(QKeyCombination(modifiers, key)).toString()) == shown:
            return command
    return ""
