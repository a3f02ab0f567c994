"""The real window for a screen reader's tests; it does what it is told in lines, and answers each with JSON.

Run as `window_child.py P.kant LANGUAGE`. A line is the name of a method of `Told` and its words: `run ID`
runs a command, `close` closes what it opened, `focus` says what has the focus.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QDockWidget, QTabBar, QWidget
from shiboken6 import getCppPointer

from annotator.app import install_translators
from annotator.core.text import Span
from annotator.jobs.lazy import LazyWorker
from annotator.ui.settings import Settings
from annotator.ui.shell.commands import COMMANDS
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.theme.keeper import ThemeKeeper


class Told:
    """Does what the lines say."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._commands = {command.id: command for command in COMMANDS}
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._line)

    def _line(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.exit()
            return
        word, _, rest = line.strip().partition(" ")
        print(json.dumps(getattr(self, word)(*rest.split())), flush=True)

    def run(self, command: str) -> str:
        # A dialog runs its own loop: the answer must not wait for it.
        QTimer.singleShot(0, lambda: self._window.composition.run(self._commands[command]))
        return command

    def close(self) -> int:
        """Close what was opened over the window; say how many."""
        others = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and widget is not self._window and widget.isWindow()
        ]
        for widget in others:
            widget.reject() if isinstance(widget, QDialog) else widget.close()
        return len(others)

    def ready(self) -> bool:
        """Tell whether suspects and proposals are there."""
        workspace = self._window.composition.workspace
        return workspace is not None and bool(workspace.suspecting.ready)

    def front(self) -> QWidget:
        return QApplication.activeModalWidget() or QApplication.activePopupWidget() or self._window

    def view(self) -> list[str]:
        """Say what is on the screen: each kind of widget that shows."""
        front = self.front()
        front.activateWindow()
        return [
            type(front).__name__,
            *sorted({type(w).__name__ for w in front.findChildren(QWidget) if w.isVisible()}),
        ]

    def focus(self) -> list[object]:
        widget = QApplication.focusWidget()
        return [0, "nothing", ""] if widget is None else told(widget)

    def stops(self) -> list[list[object]]:
        return [told(widget) for widget in self.front().findChildren(QWidget) if is_stop(widget)]

    def focus_text(self) -> bool:
        self._window.activateWindow()
        self._window.views.text.setFocus()
        return True

    def caret(self, offset: str) -> int:
        self._window.views.text.move_caret(int(offset))
        return int(offset)

    def tag(self, start: str, end: str, tag: str) -> str:
        """Tag a stretch of the text."""
        self._window.composition.select(Span(int(start), int(end)))
        self._window.composition.apply_tag(tag)
        return tag

    def text(self) -> str:
        return str(self._window.views.text.text())


def is_one_of_several(button: QAbstractButton) -> bool:
    return button.isCheckable() and (
        button.autoExclusive() or (button.group() is not None and button.group().exclusive())
    )


def told(widget: QWidget) -> list[object]:
    """Return a widget's address, name and kind."""
    return [getCppPointer(widget)[0], name_of(widget), type(widget).__name__]


def is_stop(widget: QWidget) -> bool:
    """Tell whether Tab has to come by a widget."""
    if not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.objectName().startswith("qt_"):
        return False
    if isinstance(widget, QTabBar) and widget.count() == 0:
        return False
    if isinstance(widget, QAbstractButton) and is_one_of_several(widget) and not widget.isChecked():
        return False  # Tab comes to the one that is chosen, arrow keys to the others
    # What lies behind a dock's tab is called visible, too; what is scrolled out of sight is there.
    dock = widget.parentWidget()
    while dock is not None and not isinstance(dock, QDockWidget):
        dock = dock.parentWidget()
    return dock is None or not dock.visibleRegion().isEmpty()


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def main() -> None:
    """Open the project and run."""
    app = QApplication(["kanttekening"])
    app.setApplicationName("Kanttekening")
    install_translators(app, sys.argv[2])
    settings = Settings(Path(tempfile.mkdtemp()))
    window = MainWindow(settings, ThemeKeeper(app, "light"), LazyWorker(), sys.argv[2])
    window.composition.context.analyst = "jan"
    window.composition.opening.open_path(Path(sys.argv[1]))
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    listening = Told(window)
    print(json.dumps("ready"), flush=True)
    app.exec()
    del listening


if __name__ == "__main__":
    main()
