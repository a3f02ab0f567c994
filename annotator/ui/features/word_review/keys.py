"""Which key does what on the page: one place for all, so that hints and keys can be compared."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.widgets.row_list import ENTER

_KEY, _MODIFIER = Qt.Key, Qt.KeyboardModifier
_CTRL, _SHIFT = _MODIFIER.ControlModifier, _MODIFIER.ShiftModifier
_NONE = _MODIFIER.NoModifier


class Act(Enum):
    """What a key does."""

    CORRECT = auto()
    CORRECT_SURE = auto()
    OPEN_PLACE = auto()
    RIGHT_HERE = auto()
    ALWAYS_RIGHT = auto()
    TO_FILTERS = auto()
    TO_FIELD = auto()
    TO_PLACES = auto()
    TO_WORDS = auto()
    UNDO = auto()
    REDO = auto()
    LEAVE_FOR_LATER = auto()
    TURN_ONE = auto()
    TURN_ALL = auto()
    TURN_ORDER = auto()
    TURN_LOOKING = auto()


class Where(Enum):
    """What has the keys."""

    WORDS = auto()
    PLACES = auto()
    FIELD = auto()


def act_of(event: QKeyEvent, where: Where, *, field_can_undo: bool) -> Act | None:
    """Return what a key does; None where it is left to Qt and to the window.

    `field_can_undo`: the field has keys of its own to take back.
    """
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_MODIFIER.KeypadModifier
    in_field = where is Where.FIELD
    act = _anywhere(key, modifiers)
    if act is None and not (in_field and field_can_undo):
        act = _undoing(key, modifiers)
    if act is None and not in_field and modifiers == _NONE:
        act = _in_lists(key, where)
    return act


def may_repeat(event: QKeyEvent) -> bool:
    """Tell whether a key acts: one that is held moves the cursor, but decides nothing."""
    return not event.isAutoRepeat() or event.key() in (_KEY.Key_Left, _KEY.Key_Right)


def _anywhere(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Act | None:
    if key in ENTER:
        by_enter = {_NONE: Act.CORRECT, _CTRL: Act.OPEN_PLACE, _CTRL | _SHIFT: Act.CORRECT_SURE}
        return by_enter.get(modifiers)
    acts = {
        (_KEY.Key_D, _CTRL): Act.RIGHT_HERE,
        (_KEY.Key_D, _CTRL | _SHIFT): Act.ALWAYS_RIGHT,
        (_KEY.Key_F, _CTRL): Act.TO_FILTERS,
        (_KEY.Key_F2, _NONE): Act.TO_FIELD,
    }
    return acts.get((key, modifiers))


def _undoing(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Act | None:
    if (key, modifiers) == (_KEY.Key_Z, _CTRL):
        return Act.UNDO
    if (key, modifiers) in ((_KEY.Key_Z, _CTRL | _SHIFT), (_KEY.Key_Y, _CTRL)):
        return Act.REDO
    return None


def _in_lists(key: Qt.Key, where: Where) -> Act | None:
    if key == _KEY.Key_Right and where is Where.WORDS:
        return Act.TO_PLACES
    if key == _KEY.Key_Left and where is Where.PLACES:
        return Act.TO_WORDS
    acts = {
        _KEY.Key_Space: Act.LEAVE_FOR_LATER,
        _KEY.Key_X: Act.TURN_ONE,
        _KEY.Key_A: Act.TURN_ALL,
        _KEY.Key_O: Act.TURN_ORDER,
        _KEY.Key_L: Act.TURN_LOOKING,
    }
    return acts.get(key)
