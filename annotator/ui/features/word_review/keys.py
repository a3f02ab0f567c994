"""Which key does what on the page: one place for all, so that hints and keys can be compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotator.session.words.word_decisions import ALWAYS, HERE
from annotator.ui.widgets.key_events import alt_digit
from annotator.ui.widgets.row_list import ENTER

if TYPE_CHECKING:
    from annotator.ui.features.word_review.page import ReviewWordsPage

Act = Callable[[], object]
_KEY, _MODIFIER = Qt.Key, Qt.KeyboardModifier
_CTRL, _SHIFT = _MODIFIER.ControlModifier, _MODIFIER.ShiftModifier
_NONE = _MODIFIER.NoModifier


def action_of(page: ReviewWordsPage, watched: QObject, event: QKeyEvent) -> Act | None:
    """Return what a key does in a list or in the field; None where it is left to Qt and to the window."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_MODIFIER.KeypadModifier
    in_field = watched is page.instead.field
    act = _by_number(page, event) or _anywhere(page, key, modifiers)
    if act is None and not (in_field and page.instead.field.isUndoAvailable()):
        act = _undoing(page, key, modifiers)
    if act is None and not in_field:
        act = _in_lists(page, watched, key, modifiers)
    # A key that is held goes on moving the cursor; it must not decide one word after the other.
    held = event.isAutoRepeat() and key not in (_KEY.Key_Left, _KEY.Key_Right)
    return (lambda: None) if act is not None and held else act


def _by_number(page: ReviewWordsPage, event: QKeyEvent) -> Act | None:
    number = alt_digit(event)
    return (lambda: page.instead.choose(number)) if number else None


def _anywhere(page: ReviewWordsPage, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Act | None:
    if key in ENTER and modifiers == _NONE:
        return page.correct
    if key in ENTER and modifiers == _CTRL:
        return page.open_place
    if key in ENTER and modifiers == _CTRL | _SHIFT:
        return page.correct_sure
    acts: dict[tuple[Qt.Key, Qt.KeyboardModifier], Act] = {
        (_KEY.Key_D, _CTRL): lambda: page.decide(HERE),
        (_KEY.Key_D, _CTRL | _SHIFT): lambda: page.decide(ALWAYS),
        (_KEY.Key_F, _CTRL): page.filters.take_keys,
        (_KEY.Key_F2, _NONE): page.instead.take_keys,
    }
    return acts.get((key, modifiers))


def _undoing(page: ReviewWordsPage, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Act | None:
    if (key, modifiers) == (_KEY.Key_Z, _CTRL):
        return page.undo_wanted.emit
    if (key, modifiers) in ((_KEY.Key_Z, _CTRL | _SHIFT), (_KEY.Key_Y, _CTRL)):
        return page.redo_wanted.emit
    return None


def _in_lists(
    page: ReviewWordsPage, watched: QObject, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> Act | None:
    if modifiers != _NONE:
        return None
    if key == _KEY.Key_Right and watched is page.words:
        return page.go_to_places
    if key == _KEY.Key_Left and watched is page.places:
        return page.take_keys
    acts: dict[Qt.Key, Act] = {
        _KEY.Key_Space: page.leave_for_later,
        _KEY.Key_X: page.turn_one,
        _KEY.Key_A: page.turn_all,
        _KEY.Key_O: page.filters.turn_order,
        _KEY.Key_L: page.turn_looking,
    }
    return acts.get(key)
