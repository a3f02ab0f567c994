"""What a key means in the editor: a move, an edit, or typed text. All else is the window's."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_S = QKeySequence.StandardKey
_MOVES = (
    _S.MoveToNextChar, _S.MoveToPreviousChar, _S.MoveToNextWord, _S.MoveToPreviousWord, _S.MoveToNextLine,
    _S.MoveToPreviousLine, _S.MoveToNextPage, _S.MoveToPreviousPage, _S.MoveToStartOfLine, _S.MoveToEndOfLine,
    _S.MoveToStartOfBlock, _S.MoveToEndOfBlock, _S.MoveToStartOfDocument, _S.MoveToEndOfDocument,
    _S.SelectAll, _S.SelectNextChar, _S.SelectPreviousChar, _S.SelectNextWord, _S.SelectPreviousWord,
    _S.SelectNextLine, _S.SelectPreviousLine, _S.SelectNextPage, _S.SelectPreviousPage, _S.SelectStartOfLine,
    _S.SelectEndOfLine, _S.SelectStartOfBlock, _S.SelectEndOfBlock, _S.SelectStartOfDocument,
    _S.SelectEndOfDocument,
)  # fmt: skip
_MOVING_KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_A, Qt.Key.Key_F, Qt.Key.Key_B, Qt.Key.Key_N,
    Qt.Key.Key_P, Qt.Key.Key_E, Qt.Key.Key_V,
)  # fmt: skip  # the letters: macOS moves by Ctrl and a letter, and Ctrl+A selects all
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EditKey(Enum):
    """An edit that a key asks for."""

    BREAK = "break"
    BACKSPACE = "backspace"
    DELETE = "delete"
    WORD_BACK = "word back"
    WORD_FORWARD = "word forward"
    CUT = "cut"
    PASTE = "paste"


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether it is Enter, of the keyboard or the keypad, alone or with Shift."""
    allowed = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return event.key() in _ENTER and _modifiers(event) in allowed


def is_move(event: QKeyEvent) -> bool:
    """Tell whether the key moves the caret or changes the selection."""
    return event.key() in _MOVING_KEYS and any(event.matches(move) for move in _MOVES)


def edit_key(event: QKeyEvent) -> EditKey | None:
    """Return the edit that a key asks for, None for any other key."""
    if is_enter(event):
        return EditKey.BREAK
    if event.matches(_S.Cut):
        return EditKey.CUT
    if event.matches(_S.Paste):
        return EditKey.PASTE
    key, modifiers = event.key(), _modifiers(event)
    if key == Qt.Key.Key_Backspace:
        return _by_modifiers(modifiers, EditKey.BACKSPACE, EditKey.WORD_BACK)
    if key == Qt.Key.Key_Delete:
        return _by_modifiers(modifiers, EditKey.DELETE, EditKey.WORD_FORWARD)
    return None


def _by_modifiers(modifiers: Qt.KeyboardModifier, plain: EditKey, word: EditKey) -> EditKey | None:
    if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return plain
    return word if modifiers == Qt.KeyboardModifier.ControlModifier else None


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
