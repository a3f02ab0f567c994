"""Start the program as `main.py` does; print when its first picture, letter and list in it, is painted.

Run: python benchmarks/start/program.py P.kant --analyst NAME. The time is that of the system's monotonic
clock; beside it stands what the process took of the processor.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

_SEEN = frozenset({"letter", "list"})
_shown: set[str] = set()


def _told(name: str, paint: Callable[..., None]) -> Callable[..., None]:
    def painting(self: Any, event: Any) -> None:
        paint(self, event)
        _shown.add(name)
        if _shown == _SEEN:
            _shown.add("told")
            _tell_when_painted()

    return painting


def _tell_when_painted() -> None:
    """Print the time when all of the first picture is handed over: posted events go before timers."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject
    from PySide6.QtWidgets import QApplication

    class Painted(QObject):
        def event(self, event: QEvent) -> bool:
            print(time.monotonic(), time.process_time(), flush=True)
            QApplication.closeAllWindows()
            return True

    painted = Painted(QCoreApplication.instance())
    QCoreApplication.postEvent(painted, QEvent(QEvent.Type.User), 1000)


class _Hook:
    """Wraps the paints of the letter and of the list as soon as their modules are there."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name == "annotator.ui.shell":
            from annotator.ui.features.editor.canvas import DeskCanvas
            from annotator.ui.features.letters.table import RowTable

            DeskCanvas.paintEvent = _told("letter", DeskCanvas.paintEvent)  # type: ignore[method-assign]
            RowTable.paintEvent = _told("list", RowTable.paintEvent)  # type: ignore[method-assign]
        return None


if __name__ == "__main__":
    sys.meta_path.insert(0, _Hook())
    from annotator.launch import launch

    sys.exit(launch(sys.argv[1:]))
