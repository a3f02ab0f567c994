"""Showing a spoilt project in the real window, without a screen: letters, panels, commands, exports."""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

_MOST_MEMORY = 900_000  # kB; a window takes some 250,000
# What ends the window, leads out of it, or takes a whole process.
_LEFT_OUT = frozenset({"quit", "close_project", "open_sample"})
_LETTERS = 5


def show_in_window(path: Path, most: int = 1_000) -> str:
    """Open the project as a start of the program does, with spoilt settings, and use all of the window.

    At most so many commands are run.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from annotator import app as application
    from annotator.cli.window_arguments import arguments_of
    from annotator.core.user_errors import UserError
    from tests.ui.shell.making import Here

    chance = random.Random(path.stat().st_size)
    raised: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        if not issubclass(kind, UserError):
            raised.append(error)

    app = QApplication.instance() or QApplication(["kanttekening"])
    assert isinstance(app, QApplication)
    _answer_dialogs(app)
    application.report_bugs = lambda shown: None  # type: ignore[assignment]
    sys.excepthook = hook
    options = arguments_of([str(path), "--analyst", "jan"])
    runner = Here(proposes=chance.random() < 0.5)
    window = application.started(app, options, _settings(path.parent / "settings", chance), runner).window
    while not window.composition.has_rest and not raised:
        app.processEvents()
    opened = window.session is not None
    if opened and not raised:
        _use(app, window, chance, raised, most)
    window.grab()
    window.close()
    app.processEvents()
    if raised:
        raise raised[0]
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if used > _MOST_MEMORY:
        raise MemoryError(f"{used} kB")
    return "shown" if opened else "refused in the window"


def _settings(folder: Path, chance: random.Random) -> Any:
    """Return settings, spoilt now and then."""
    from annotator.ui.settings import SETTINGS, Settings
    from annotator.ui.shell.commands import COMMANDS
    from tools.fuzz_values import settings_spoilt

    if chance.random() < 0.4:
        settings_spoilt(folder, [*SETTINGS, "recent"], [command.id for command in COMMANDS], chance)
    settings = Settings(folder)
    settings.set("backup_automatic", False)
    return settings


def _answer_dialogs(app: Any) -> None:
    """Have every dialog and menu show itself and go: nobody is there to answer it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
    from shiboken6 import isValid

    def answered(dialog: QDialog) -> int:
        dialog.show()
        for _ in range(3):
            app.processEvents()
        if isValid(dialog):  # not closed by `look` meanwhile
            dialog.grab()
            dialog.reject()
        return 0

    def look() -> None:
        for open_now in (app.activePopupWidget(), app.activeModalWidget()):
            if open_now is not None:
                open_now.close()

    closing = QTimer(app)
    closing.timeout.connect(look)
    closing.start(100)
    for kind in (QDialog, QMessageBox):
        kind.exec = answered  # type: ignore[assignment, method-assign]
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        setattr(QFileDialog, name, staticmethod(lambda *_: ("", "")))
    QFileDialog.getExistingDirectory = staticmethod(lambda *_: "")  # type: ignore[assignment, method-assign]


def _use(app: Any, window: Any, chance: random.Random, raised: list[BaseException], most: int) -> None:
    """Go through the letters, run all commands in any order, and export."""
    from annotator.core.user_errors import UserError

    for _ in range(_LETTERS):
        app.processEvents()
        with suppress(UserError):  # as `MainWindow.run` takes it
            window.composition.workspace.navigation.go_letters(1)
        window.grab()
    commands = [command for command in window.composition.actions.commands if command.id not in _LEFT_OUT]
    chance.shuffle(commands)
    for command in commands[:most]:
        window.composition.run(command)
        app.processEvents()
        if raised or window.session is None:
            return
    _export(window)


def _export(window: Any) -> None:
    """Write the letters in every format, and the table of passages."""
    from annotator.core.user_errors import UserError
    from annotator.exporters import EXPORTERS
    from annotator.session.transfer.exporting import Wish, export_letters

    for exporter in EXPORTERS:
        with tempfile.TemporaryDirectory() as folder, suppress(UserError):
            export_letters(window.session.store, Wish(exporter.id), Path(folder))
