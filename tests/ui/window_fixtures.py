"""The real window on a real project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.ui.features.codebook.dialog import CodebookEditor
from annotator.ui.settings import Settings
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.theme.keeper import ThemeKeeper
from tests.ui.shell.making import FIRST, SECOND, THIRD, Bench, Here, OpenBench, make_project, settle


@pytest.fixture
def no_dialog_stays(qapp: QApplication) -> Iterator[None]:
    """Close a dialog that nobody answers, and fail: the test would hang in it."""
    seen: list[str] = []
    before: list[object] = [None]
    timer = QTimer()
    timer.setInterval(10_000)

    def look() -> None:
        dialog = qapp.activeModalWidget()
        # The codebook's editor stays open while a test works in it.
        # One that has only just opened is about to be answered.
        stays = dialog is not None and dialog is before[0]
        before[0] = dialog
        if stays and isinstance(dialog, QDialog) and not isinstance(dialog, CodebookEditor):
            said = dialog.text() if isinstance(dialog, QMessageBox) else ""
            seen.append(f"{type(dialog).__name__} {dialog.windowTitle()} {said}")
            dialog.reject()

    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert not seen, seen


@pytest.fixture
def open_bench(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, no_dialog_stays: None
) -> Iterator[OpenBench]:
    """Open windows; on a project with three letters if nothing else is asked for."""
    opened: list[MainWindow] = []

    def make(
        path: Path | None = None,
        *,
        letters: Sequence[str] = (FIRST, SECOND, THIRD),
        runner: Any = None,
        analyst: str = "jan",
        read_only: bool = False,
        wait: bool = True,
        hints: bool = False,
    ) -> Bench:
        path = path or make_project(tmp_path, letters)
        themes = ThemeKeeper(qapp, "light")
        settings = Settings(tmp_path / "settings")
        settings.set("backup_automatic", False)  # they have tests of their own
        settings.set("hints", hints)
        window = MainWindow(settings, themes, runner or Here(), "en")
        themes.setParent(window)
        opened.append(window)
        window.composition.context.analyst = analyst
        bench = Bench(qtbot, window, path)
        window.resize(1280, 800)
        window.composition.opening.open_path(path, read_only=read_only)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.views.text.setFocus()
        settle()
        if wait and window.session.letter is not None:
            bench.suspects_ready()
        return bench

    yield make
    QGuiApplication.clipboard().clear()
    for window in opened:
        if window.session is not None and not window.session.store.flush():
            window.session.abandon()
        window.close()
        window.deleteLater()
    settle()


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    """Return a window on a project with three letters; the first is on the desk."""
    return open_bench()
