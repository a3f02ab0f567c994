"""The hands and eyes of an analyst on the real window, and what the file says meanwhile."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.codebook_toml import read_codebook
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.shell.status_strip import HintRow

FIRST = """De Minister van Defensie heeft op 22 oktober 2020 met Belgié gesproken.

Lastenverdeling

De inzet van Belgié is verplich-
tingen nagekomen. Ook Irak deed mee; de Ministers spraken over
substantiélere bijdragen. De motie Jansen werd aangenomen.

Irak

De missie in Irak gaat door. Zie 28 676, nr. 347. Een financiéle bijdrage
volgt, zo werd gecoordineerd door Irak en financiéle partners van België.
"""
SECOND = "Een tweede brief over Belgié.\n\nMet een alinea over Irak en de miniſter.\n"
THIRD = "Een derde brief zonder twijfel.\n"


class Here:
    """Runs jobs of the worker at once, in this process: the answer still comes through the event loop.

    Without `proposes` nothing is proposed: most tests are of what analysts make themselves.
    """

    def __init__(self, proposes: bool = False) -> None:
        self.jobs = 0
        self._proposes = proposes

    def submit(
        self,
        key: str,
        function: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        timeout: float = 0.0,
        urgent: bool = False,
    ) -> None:
        """Run a job."""
        if key in ("proposals", "propose for all") and not self._proposes:
            return
        self.jobs += 1
        result = function(*args)
        if done is not None:
            done(result)


class Bench:
    """A window on a project, and the hands and eyes of the analyst."""

    def __init__(self, qtbot: QtBot, window: MainWindow, path: Path) -> None:
        self.qtbot, self.window, self.path = qtbot, window, path
        self.said: list[str] = []
        say = window.say

        def heard(message: Message) -> None:
            self.said.append(str(message))
            say(message)

        window.say = heard  # type: ignore[method-assign]

    # ---------------------------------------------------------------- hands

    def keys(self, *sequences: str) -> None:
        """Press keys, written as `Ctrl+D`, in whatever has the focus."""
        for sequence in sequences:
            combination = QKeySequence(sequence, QKeySequence.SequenceFormat.PortableText)[0]  # type: ignore[index]
            self.qtbot.keyClick(focused(), combination.key(), combination.keyboardModifiers())
            settle()

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        for character in text:
            widget = focused()
            if character.isascii():
                self.qtbot.keyClick(widget, character)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    key = ord(character.upper()[0])
                    QApplication.sendEvent(
                        widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                    )
        settle()

    def select(self, words: str, nth: int = 0) -> Span:
        """Select words on the desk and give it the focus."""
        span = self.span(words, nth)
        self.window.views.text.setFocus()
        self.window.views.text.select(*span)
        settle()
        return span

    def caret(self, words: str, nth: int = 0, by: int = 1) -> None:
        """Put the caret into words on the desk, `by` characters behind their start."""
        self.window.views.text.setFocus()
        self.window.views.text.move_caret(self.span(words, nth).start + by)
        settle()

    # ---------------------------------------------------------------- eyes

    @property
    def text(self) -> str:
        """What the desk shows."""
        return self.window.views.text.text()

    @property
    def selected(self) -> str:
        """What is selected on the desk."""
        start, end = self.window.views.text.selection()
        return self.text[start:end]

    @property
    def box(self) -> Any:
        """The correction box."""
        return self.window.views.box

    @property
    def field(self) -> str:
        """What the correction box's field means."""
        return self.window.views.box.text()

    @property
    def asked(self) -> str:
        """The reading that the correction box is open on; nothing when it is closed."""
        return self.window.views.box.place.reading if self.window.views.box.isVisible() else ""

    def span(self, words: str, nth: int = 0) -> Span:
        """Where words stand on the desk."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def drawn(self) -> list[tuple[str, str]]:
        """The passages that the desk draws: the tag's key, the words."""
        return [(mark.key, words) for mark, words in self.marked("passages")]

    def doubted(self) -> list[str]:
        """The suspects that the desk draws."""
        return [words for _, words in self.marked("suspects")]

    def marked(self, kind: str) -> list[tuple[Any, str]]:
        """The marks of a kind that the desk draws, each with its words."""
        found: dict[tuple[Any, ...], tuple[Any, int, int]] = {}
        for mark, (start, end) in self.window.views.text.drawn(kind):
            key = (mark.start, getattr(mark, "uid", ""))
            first = found[key][1] if key in found else start
            found[key] = (mark, first, end)
        return [(mark, self.text[start:end]) for mark, start, end in found.values()]

    @property
    def hints(self) -> HintRow:
        """The keys that the bottom line tells of."""
        found = self.window.views.strip.findChild(HintRow)
        assert found is not None
        return found

    def suspects_ready(self) -> None:
        """Wait until the suspects of the text as it is are known."""
        suspecting = self.window.composition.workspace.suspecting
        assert suspecting is not None
        self.qtbot.waitUntil(lambda: suspecting.ready)
        settle()

    # ---------------------------------------------------------------- the file

    def saved(self) -> None:
        """Wait until the strip says that all is saved."""
        session = self.window.session
        session.flush_typing()
        self.qtbot.waitUntil(lambda: session.save_state.state == "saved")

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What the file says, through its views."""
        self.saved()
        return rows(self.path, sql, *values)

    def one(self, sql: str, *values: object) -> Any:
        """The one value that the file says."""
        found = self.rows(sql, *values)
        assert len(found) == 1 and len(found[0]) == 1, found
        return found[0][0]

    def passages(self) -> list[tuple[str, str]]:
        """The passages in the file: tag, quote, in the order of the text."""
        return [
            (tag, quote) for tag, quote in self.rows("SELECT tag, quote FROM passages ORDER BY start, id")
        ]

    def file_text(self, letter: int = 1) -> str:
        """The text of a letter in the file."""
        return str(self.one("SELECT text FROM letters WHERE id = ?", letter))


def rows(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows of a project's views, read only."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def focused() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.activeModalWidget() or QApplication.activeWindow()
    found = QApplication.focusWidget() or widget
    assert found is not None, "nothing has the focus"
    return found


def settle() -> None:
    """Let what was asked for just now happen and be painted."""
    for _ in range(3):
        QApplication.processEvents()


def nothing_runs() -> bool:
    """Tell whether all that ran in the background has ended, and the window has heard so."""

    def runs() -> bool:
        return any(thread.name == "background" for thread in threading.enumerate())

    if runs():
        return False
    settle()  # what is heard may begin something else
    return not runs()


def make_project(folder: Path, letters: Sequence[str]) -> Path:
    """Make a project of letters, with ids from 1."""
    path, names = folder / "P.kant", []
    for number, text in enumerate(letters, 1):
        names.append(folder / f"brief-{number}.txt")
        names[-1].write_text(text, encoding="utf-8")
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    with Store.create(path, book, "jan") as store:
        import_paths(store, names, "jan")
    return path


OpenBench = Callable[..., Bench]
