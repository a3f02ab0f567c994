"""What a key event means, whatever the keyboard: text that is typed, or a digit by its place.

Held Alt, Ctrl or Meta is a command and types nothing. AltGr is no command: it comes as Ctrl+Alt on Windows,
as GroupSwitch or as nothing on X11 and Wayland, and on macOS its key is Alt itself.
"""

from __future__ import annotations

import sys
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_M = Qt.KeyboardModifier
_ALTGR = _M.ControlModifier | _M.AltModifier
_HELD = _ALTGR | _M.MetaModifier
_X_CONTROL_ALT, _X_ALTGR = 0x0C, 0x80  # what X11 and Wayland call them: Control and Mod1, Mod5

# Where the digits are: 1 to 9 and 0 in the row above the letters, and on the keypad.
_ROW, _KEYPAD = "1234567890", "7894561230"
_X_KEYS = dict(zip((*range(10, 20), 79, 80, 81, 83, 84, 85, 87, 88, 89, 90), _ROW + _KEYPAD, strict=True))
_PC_KEYS = dict(zip((*range(2, 12), 71, 72, 73, 75, 76, 77, 79, 80, 81, 82), _ROW + _KEYPAD, strict=True))
_MAC_CODES = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 89, 91, 92, 86, 87, 88, 83, 84, 85, 82)
_MAC_KEYS = dict(zip(_MAC_CODES, _ROW + _KEYPAD, strict=True))


def typed_text(event: QKeyEvent) -> str:
    """Return the text that a key types, empty when it types none."""
    text = event.text()
    if not text or not all(_types(character) for character in text):
        return ""
    held = event.modifiers() & _HELD
    if sys.platform == "darwin":
        held &= ~_M.AltModifier
    return text if held == _M.NoModifier or (held == _ALTGR and _is_altgr(event)) else ""


def holds_back(event: QKeyEvent) -> bool:
    """Tell whether a key would type in a field of Qt, and must not: Qt types with Alt held."""
    held = event.modifiers() & _HELD
    beside_control = held & ~_M.ControlModifier != _M.NoModifier
    return beside_control and _types(event.text()[:1]) and not typed_text(event)


def alt_digit(event: QKeyEvent) -> int | None:
    """Return the digit that is pressed with Alt, by its place; with Shift only where Shift types it."""
    return _digit_with(event, _M.AltModifier)


def plain_digit(event: QKeyEvent) -> int | None:
    """Return the digit that is pressed alone, by its place; with Shift only where Shift types it."""
    return _digit_with(event, _M.NoModifier)


def _digit_with(event: QKeyEvent, wanted: Qt.KeyboardModifier) -> int | None:
    held = event.modifiers() & ~(_M.KeypadModifier | _M.GroupSwitchModifier)
    if held == wanted:
        return _at_place(event) if _at_place(event) is not None else _by_sign(event)
    return _by_sign(event) if held == wanted | _M.ShiftModifier else None


def _at_place(event: QKeyEvent) -> int | None:
    """Return the digit that stands at a key's place on most keyboards."""
    if sys.platform == "darwin":
        digit = _MAC_KEYS.get(event.nativeVirtualKey()) if event.nativeVirtualKey() else None
    elif sys.platform == "win32":
        digit = _PC_KEYS.get(event.nativeScanCode())  # the arrows have the same codes with a bit more
    else:
        digit = _X_KEYS.get(event.nativeScanCode())
    return int(digit) if digit is not None else None


def _by_sign(event: QKeyEvent) -> int | None:
    number = int(event.key()) - int(Qt.Key.Key_0)
    return number if 0 <= number <= 9 else None


def _types(character: str) -> bool:
    # Unassigned and private characters are typed like others; controls are not, joiners (Cf) are.
    return bool(character) and unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")


def _is_altgr(event: QKeyEvent) -> bool:
    """Tell whether Ctrl and Alt together are AltGr, and not the two keys."""
    if event.modifiers() & _M.GroupSwitchModifier:
        return True
    native = event.nativeModifiers() if sys.platform.startswith("linux") else 0
    if native & _X_CONTROL_ALT == _X_CONTROL_ALT:
        return bool(native & _X_ALTGR)
    text = event.text()
    return not (text.isascii() and text.isalnum() and text.upper() == chr(event.key() & 0xFF))
