"""Start the program as `main.py` does; print when its first picture, letter and list in it, is painted, and end.

Run: python benchmarks/start/program.py P.kant --analyst NAME. The time is that of the system's monotonic clock.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

_shown: set[str] = set()


def _told(name: str, paint: Callable[..., None]) -> Callable[..., None]:
    def painting(self: Any, event: Any) -> None:
        paint(self, event)
        _shown.add(name)
        if _shown == {"letter", "list"}:
            QCoreApplication.postEvent(_painted, QEvent(QEvent.Type.User))

    return painting


def _hook() -> None:
    """Hear of the paints of the letter and of the list. What this imports the program imports anyway."""
    from annotator.ui.desk.canvas import DeskCanvas
    from annotator.ui.letters_list.table import RowTable

    DeskCanvas.paintEvent = _told("letter", DeskCanvas.paintEvent)  # type: ignore[method-assign]
    RowTable.paintEvent = _told("list", RowTable.paintEvent)  # type: ignore[method-assign]


if __name__ == "__main__":
    import annotator.app
    from annotator.launch import launch

    from PySide6.QtCore import QCoreApplication, QEvent, QObject  # isort: skip

    class Painted(QObject):
        """Gets its event when all of the first picture is painted and handed over."""

        def event(self, event: QEvent) -> bool:
            print(time.monotonic(), flush=True)
            os._exit(0)

    _painted = Painted()
    _hook()
    sys.exit(launch(sys.argv[1:]))
