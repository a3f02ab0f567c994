"""Work one project with thousands of random keys and clicks, and look at the memory and at what goes wrong.

    python tools/soak.py [--actions 20000] [--seed 1] [PATH ...]

The real main window, without a screen, its worker process beside it: keys of every command, typing, clicks
and wheels on whatever is there, dialogs included. Fails where memory grows by more than 30 MB after the
warm-up (a tenth of the actions), where Qt warns, where an exception comes to the top, or where the project
has faults afterwards. Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import collections
import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

MOST_GROWTH = 30.0  # MB
# What ends the session or leaves it for another window; the rest of the registry is fair game.
NOT_PRESSED = frozenset(
    {"quit", "new_project", "open_project", "close_project", "open_sample", "restore", "remove_letters"}
)
CLOSED_AT_ONCE = frozenset({"QFileDialog", "RemovalDialog"})
LETTERS_TYPED = "abc de éëï.,-12 ENTS"
KEYS = ("Return", "Esc", "Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown")
KEYS_TOO = (
    "Space",
    "Delete",
    "Backspace",
    "Alt+1",
    "Alt+Return",
    "Alt+2",
    "F3",
    "F3",
    "Shift+Right",
    "Shift+Down",
    "Ctrl+A",
)


def resident() -> float:
    """Return this process's resident memory in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0


class Hands:
    """Does a random thing to whatever has the focus or lies under the hand, again and again."""

    def __init__(self, window: Any, seed: int, actions: int, ended: Callable[[], None]) -> None:
        self.window, self.chance, self.left, self._ended = window, random.Random(seed), actions, ended
        self.done: collections.Counter[str] = collections.Counter()
        self.last: collections.deque[str] = collections.deque(maxlen=30)
        self.memory: list[tuple[int, float]] = []
        self._busy = False
        self._in_dialog = 0
        self._every = max(1, actions // 20)
        self._all = actions
        self._keys = self._command_keys()

    def _command_keys(self) -> list[str]:
        from annotator.commands import SESSION_COMMANDS
        from annotator.ui.shell.commands import WINDOW_COMMANDS

        commands = [c for c in (*SESSION_COMMANDS, *WINDOW_COMMANDS) if c.id not in NOT_PRESSED]
        return [key for command in commands for key in command.keys]

    def step(self) -> None:
        """Do the next thing; called by a timer, also while a dialog is open."""
        if self._busy or not self.left:
            return
        self._busy = True
        try:
            self._step()
        finally:
            self._busy = False

    def _step(self) -> None:
        self.left -= 1
        number = self._all - self.left
        if number % self._every == 0:
            gc.collect()
            self.memory.append((number, resident()))
            print(f"{number} actions, {self.memory[-1][1]:.0f} MB", flush=True)
        if not self.left:
            self._ended()
            return
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        self._in_dialog = self._in_dialog + 1 if dialog is not None else 0
        # Letters are not removed: soon there would be none to work in.
        if dialog is not None and (type(dialog).__name__ in CLOSED_AT_ONCE or self._in_dialog > 25):
            self._say(f"close {type(dialog).__name__}")
            QTimer.singleShot(0, dialog.close)
            return
        # What a key opens may run an event loop of its own: then the timer goes on inside it.
        QTimer.singleShot(
            0,
            self.chance.choices((self.key, self.type, self.click, self.wheel, self.go), (50, 20, 20, 5, 5))[
                0
            ],
        )

    def _say(self, what: str) -> None:
        self.done[what.split(" ", maxsplit=1)[0]] += 1
        self.last.append(what)

    def _focused(self) -> QWidget:
        return (
            QApplication.activePopupWidget()
            or QApplication.focusWidget()
            or QApplication.activeModalWidget()
            or self.window
        )

    def key(self) -> None:
        """Press a key of a command, or one that goes about."""
        sequence = self.chance.choice(self._keys if self.chance.random() < 0.5 else [*KEYS, *KEYS_TOO])
        keys = QKeySequence(sequence, QKeySequence.SequenceFormat.PortableText)[0]  # type: ignore[index]
        self._say(f"key {sequence} in {type(self._focused()).__name__}")
        widget = self._focused()
        QTest.keyPress(widget, keys.key(), keys.keyboardModifiers())
        # What a key opens runs on while the widget may go.
        if isValid(widget):
            QTest.keyRelease(widget, keys.key(), keys.keyboardModifiers())

    def type(self) -> None:
        """Type a letter."""
        sign = self.chance.choice(LETTERS_TYPED)
        widget = self._focused()
        self._say(f"type {sign!r} in {type(widget).__name__}")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if isValid(widget):
                QApplication.sendEvent(
                    widget, QKeyEvent(kind, ord(sign.upper()), Qt.KeyboardModifier.NoModifier, sign)
                )

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        at = QPoint(self.chance.randrange(max(1, top.width())), self.chance.randrange(max(1, top.height())))
        child = top.childAt(at) or top
        return child, child.mapFrom(top, at) if child is not top else at

    def click(self) -> None:
        """Click, now and then twice, somewhere."""
        widget, at = self._somewhere()
        self._say(f"click {type(widget).__name__}")
        for _ in range(2 if self.chance.random() < 0.2 else 1):
            for move in (QTest.mousePress, QTest.mouseRelease):
                if isValid(widget):
                    move(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def wheel(self) -> None:
        """Turn the wheel somewhere."""
        widget, at = self._somewhere()
        self._say(f"wheel {type(widget).__name__}")
        modifiers = self.chance.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier))
        turned = QPoint(0, self.chance.choice((120, -120)))
        if not isValid(widget):
            return
        event = QWheelEvent(
            QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), turned, Qt.MouseButton.NoButton,
            modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def go(self) -> None:
        """Put the caret anywhere in the letter, or open another one."""
        session = self.window.session
        if session is None or QApplication.activeModalWidget() is not None:
            return
        if self.chance.random() < 0.3:
            ids = session.store.reader.letter_ids()
            if ids:
                self._say("open a letter")
                self.window.composition.open_letter(self.chance.choice(ids))
        else:
            self._say("caret")
            self.window.views.text.setFocus()
            self.window.views.text.move_caret(self.chance.randrange(len(self.window.views.text.text()) + 1))


def make_project(path: Path, extra: list[Path]) -> None:
    """Make a project of the sample letters, each several times with other words, and what is given."""
    from annotator.core.codebook_toml import read_codebook
    from annotator.resources import resource_path
    from annotator.session.transfer.importing import import_paths
    from annotator.storage.store import Store

    folder = path.parent / "letters"
    folder.mkdir()
    for source in sorted(resource_path("sample").glob("*.txt")):
        text = source.read_text(encoding="utf-8")
        for number in range(6):
            (folder / f"{source.stem}-{number}.txt").write_text(
                f"{text}\nKopie {number}.\n", encoding="utf-8"
            )
    pdfs = sorted(resource_path("sample").glob("*.pdf"))
    with Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan") as store:
        import_paths(store, [folder, *pdfs, *extra], "jan")


def run(path: Path, options: argparse.Namespace) -> int:
    """Open the project, let the hands loose, and tell what they found."""
    from annotator.app import let_go_of_clipboard
    from annotator.jobs.worker import Worker
    from annotator.storage.check import check
    from annotator.ui.settings import Settings
    from annotator.ui.shell.main_window import MainWindow
    from annotator.ui.theme.keeper import ThemeKeeper

    faults: list[str] = []
    app = QApplication(["kanttekening"])
    app.setQuitOnLastWindowClosed(False)
    worker = Worker()
    window = MainWindow(Settings(path.parent / "settings"), ThemeKeeper(app, "light"), worker, "nl")
    window.resize(1440, 900)
    window.composition.context.analyst = "jan"
    window.composition.opening.open_path(path, loud=True)
    window.show()
    window.composition.startup.after_first_paint()
    hands = Hands(window, options.seed, options.actions, app.quit)

    def warned(kind: object, context: object, text: str) -> None:
        if "plugin does not support" not in text:  # what a screen that nobody sees cannot do
            faults.append(f"Qt: {text} (after {', '.join(list(hands.last)[-4:])})")

    def caught(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        import traceback

        shown = "".join(traceback.format_exception(kind, error, trace)[-6:])
        faults.append(f"{kind.__name__}: {error} (after {', '.join(list(hands.last)[-6:])})\n{shown}")

    qInstallMessageHandler(warned)
    sys.excepthook = caught
    # Nobody is to leave by a close button or Alt+F4 in the middle.
    timer = QTimer()
    timer.timeout.connect(hands.step)
    timer.start(2)
    begin = time.monotonic()
    app.exec()
    timer.stop()
    while QApplication.activeModalWidget() is not None:
        QApplication.activeModalWidget().close()
        app.processEvents()
    window.close()
    worker.close()
    let_go_of_clipboard(app)
    sys.excepthook = sys.__excepthook__
    faults += [f"after it: {fault}" for fault in check(path)]
    warm = next(mb for number, mb in hands.memory if number >= hands._all / 10)
    growth = hands.memory[-1][1] - warm
    print(dict(hands.done))
    for fault, times in collections.Counter(faults).most_common(40):
        print(f"{times} x {fault}")
    seconds = time.monotonic() - begin
    print(
        f"{options.actions} actions in {seconds:.0f} s, memory {warm:.0f} MB, grown by {growth:.1f} MB, "
        f"{len(faults)} faults"
    )
    return 1 if faults or growth > MOST_GROWTH else 0


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "paths", nargs="*", type=Path, help="letters to have in the project beside the sample's"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "P.kant"
        make_project(path, options.paths)
        return run(path, options)


if __name__ == "__main__":
    sys.exit(main())
