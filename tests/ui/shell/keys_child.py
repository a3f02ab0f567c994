"""The real window for tests with real keys: it says how things are whenever Pause goes up.

Run as `keys_child.py P.kant`; it writes a line of JSON each time.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.core.messages import Message
from annotator.jobs.lazy import LazyWorker
from annotator.ui.settings import Settings
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.theme.keeper import ThemeKeeper


class Reporter(QObject):
    """Tells on Pause what is on the screen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._said = window, list[str]()
        say = window.say

        def heard(message: Message) -> None:
            self._said.append(str(message))
            say(message)

        window.say = heard  # type: ignore[method-assign]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        mine = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Pause
        if mine and event.type() is QEvent.Type.KeyRelease and watched.isWindowType():
            print(json.dumps(self._state()), flush=True)
        return mine

    def _state(self) -> dict[str, object]:
        window = self._window
        focus = QApplication.focusWidget()
        return {
            "text": window.views.text.text(),
            "editing": window.views.text.editing,
            "box": window.views.box.isVisible(),
            "field": window.views.box.text() if window.views.box.isVisible() else "",
            "choices": [choice.text for choice in window.views.box.choices]
            if window.views.box.isVisible()
            else [],
            "focus": "" if focus is None else focus.accessibleName(),
            "mode": window.views.search_page.mode,
            "typed": window.views.search_page.typed,
            "shown": window.views.search_page.isVisible(),
            "said": self._said[-1] if self._said else "",
        }


def main() -> None:
    """Open the project and run."""
    app = QApplication([])
    window = MainWindow(Settings(Path(tempfile.mkdtemp())), ThemeKeeper(app, "light"), LazyWorker(), "en")
    window.composition.context.analyst = "jan"
    window.composition.opening.open_path(Path(sys.argv[1]))
    window.resize(1200, 800)
    window.show()
    app.installEventFilter(Reporter(window))
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
