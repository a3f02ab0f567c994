"""Words typed while reading: letters would tag with each of them, so one is asked whether to type."""

from __future__ import annotations

import time
from typing import NamedTuple

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.commands.undoing import undone
from annotator.ui.shell.views import Views
from annotator.ui.shell.workspace import Workspace
from annotator.ui.widgets.key_events import typed_text

_RUN_S, _FAST_S = 1.0, 0.3  # how soon four letters come, or three, that are no commands


class _Press(NamedTuple):
    at: float
    letter: str
    change: int  # the last change before it
    selection: tuple[int, int]
    keys: QKeyCombination


class TypingQuestion(QObject):
    """Watches the letters that are pressed in the text while it is read."""

    def __init__(self, here: Workspace, views: Views) -> None:
        super().__init__(here)
        self._here, self._views = here, views
        self._run: list[_Press] = []
        self._left_at: tuple[int, int] | None = None  # the selection behind the last letter, once it is done
        self._taken_back = 0
        self._began = (0, 0)
        self._swallows = False
        self._held_back: _Press | None = None  # the letter at which it was asked
        self._asked_at = 0  # how many letters there were then
        views.text.installEventFilter(self)
        here.wire(views.typing_card.type_wanted, self._type)
        here.wire(views.typing_card.refused, self._go_back)
        here.session.opened.connect(lambda _: self._run.clear())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not self._views.text.editing and self._takes(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key belongs to the words that are asked about."""
        if event.type() == QEvent.Type.KeyPress and self._swallows:
            self._swallows = False
            self._ask()  # only now: else the press would come to the question as another letter
            return True
        if event.type() != QEvent.Type.ShortcutOverride or event.isAutoRepeat():
            return False
        self._swallows = False
        text = typed_text(event)
        if text == " " and self._run:
            return False
        if len(text) != 1 or not text.isalpha():
            self._run.clear()
            return False
        now, session = time.monotonic(), self._here.session
        if session.read_only or session.letter is None:
            return False
        if self._left_at is not None and self._views.text.selection() != self._left_at:
            self._run.clear()  # who selects something between two letters does not type a word
        self._left_at = None
        QTimer.singleShot(0, self, self._keep_place)
        self._run = [press for press in self._run if now - press.at < _RUN_S]
        self._run.append(
            _Press(now, text, session.last_change(), self._views.text.selection(), event.keyCombination())
        )
        if _is_typing(self._run):
            self._swallows = True
            return True
        return False

    def _keep_place(self) -> None:
        self._left_at = self._views.text.selection()

    def _ask(self) -> None:
        """Take back what the letters did, and ask."""
        run, self._run = self._run, []
        session, text = self._here.session, self._views.text
        self._taken_back, self._began, self._held_back = 0, run[0].selection, run[-1]
        self._asked_at = len(run)
        while session.last_change() > run[0].change and self._taken_back < len(run):
            self._here.say(undone(session.undo(), back=True))
            self._taken_back += 1
        text.select_calmly(*self._began)
        self._views.typing_card.ask("".join(press.letter for press in run))
        self._views.typing_card.come_up(text.stretch_rect(*self._began), text.viewport())

    def _type(self, words: str) -> None:
        """Type the words where the first letter was pressed."""
        self._here.navigation.set_editing(True)
        text = self._views.text
        if text.editing:
            text.move_caret(self._began[1])
            text.insert(words)

    def _go_back(self, words: str) -> None:
        """Do again what the letters did, and what the others were to do: all were meant as keys."""
        for _ in range(self._taken_back):
            self._here.session.redo()
        text, last, self._held_back = self._views.text, self._held_back, None
        self._here.navigation.focus_text()
        if last is None:
            return
        text.select_calmly(*last.selection)
        self._press(QKeySequence(last.keys))
        for sign in words[self._asked_at :]:
            name = "Space" if sign == " " else sign.upper()
            held = "Shift+" if sign != sign.lower() else ""
            self._press(QKeySequence.fromString(f"{held}{name}"))

    def _press(self, keys: QKeySequence) -> None:
        """Do what keys do while one reads; nothing where they do nothing."""
        for action in self._views.text.actions():
            if keys in action.shortcuts():
                action.trigger()
                return


def _is_typing(run: list[_Press]) -> bool:
    """Tell whether letters follow each other as in words: commands are fewer, or the same ones."""
    four, three = run[-4:], run[-3:]
    if len(four) == 4 and len({press.letter for press in four}) >= 3:
        return True
    fast = len(three) == 3 and three[-1].at - three[0].at < _FAST_S
    return fast and len({press.letter for press in three}) == 3
