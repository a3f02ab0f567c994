"""The real main window on a project, offscreen unless the environment says otherwise, for measuring in it."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.jobs.worker import Worker
from annotator.ui.settings import Settings
from annotator.ui.shell.idle_collector import IdleCollector
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.theme.keeper import ThemeKeeper


def application() -> QApplication:
    """Return the application, made first where there is none."""
    app = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(app, QApplication)
    return app


@contextmanager
def opened_window(project: Path, settings: Path) -> Iterator[MainWindow]:
    """Give the main window with a project open and painted, its worker process at work beside it.

    Garbage is collected as in the program: while nobody types.
    """
    app, worker = application(), Worker()
    kept = Settings(settings)
    kept.set("backup_automatic", False)  # that has a benchmark of its own
    window = MainWindow(kept, ThemeKeeper(app, "light"), worker, "nl")
    window.resize(1440, 900)
    window.composition.context.analyst = "jan"
    window.composition.opening.open_path(project, loud=True)
    window.show()
    collector = IdleCollector(window)
    window.views.text.edited.connect(lambda *_: collector.wait())
    settle(0.3)
    yield window
    window.close()
    worker.close()
    gc.enable()


def until(done: Callable[[], bool], seconds: float = 20.0) -> None:
    """Let the window work until something is so; looks each millisecond. Raises TimeoutError.

    Between looks the thread sleeps as it does in the program: going round all the time, it would keep
    Python's lock from the writer's thread.
    """
    loop, end = QEventLoop(), time.monotonic() + seconds

    def look() -> None:
        if done() or time.monotonic() > end:
            loop.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(look)
    timer.start(1)
    loop.exec()
    if not done():
        raise TimeoutError


def settle(seconds: float) -> float:
    """Let the window work for a while; return the milliseconds of the longest time that it was deaf."""
    end, longest = time.monotonic() + seconds, 0.0
    while time.monotonic() < end:
        begin = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, (time.perf_counter() - begin) * 1000)
        time.sleep(0.001)
    return longest


def press(widget: QWidget, character: str) -> None:
    """Press and release a key that types a character, and let the window paint."""
    key = ord(character.upper())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character))
    QApplication.processEvents()
