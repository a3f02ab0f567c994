"""Work in threads of its own: told, and let go, in the window's thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressDialog
from pytestqt.qtbot import QtBot

from annotator.ui.tasks import Background


class Thing:
    """Remembers in which thread it was let go."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread())


@pytest.fixture
def background(qtbot: QtBot, request: pytest.FixtureRequest) -> Background:
    """Return a background whose parent lives as long as the test."""
    parent = QObject()
    request.addfinalizer(parent.deleteLater)
    return Background(parent)


def test_the_end_is_told_in_the_thread_of_the_window(background: Background, qtbot: QtBot) -> None:
    told: list[object] = []
    background.run(
        lambda progress, cancelled: 7, lambda n: told.append((n, threading.current_thread())), told.append
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(7, threading.main_thread())]


def test_a_failure_is_told(background: Background, qtbot: QtBot) -> None:
    def fails(progress: object, cancelled: object) -> None:
        raise ZeroDivisionError

    told: list[Exception] = []
    background.run(fails, lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)


def test_what_the_work_holds_is_let_go_in_the_thread_of_the_window(
    background: Background, qtbot: QtBot
) -> None:
    gone: list[threading.Thread] = []
    told: list[object] = []
    go_on = threading.Event()

    def start() -> None:
        thing = Thing(gone)
        background.run(lambda progress, cancelled: go_on.wait(2) and id(thing), told.append, told.append)

    start()
    go_on.set()
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.main_thread()]


def test_cancelling_the_dialog_stops_the_work(background: Background, qtbot: QtBot) -> None:
    dialog = QProgressDialog()
    qtbot.addWidget(dialog)
    asked, told = threading.Event(), list[object]()

    def work(progress: object, cancelled: object) -> bool:
        asked.wait(2)
        return cancelled()  # type: ignore[operator,no-any-return]

    background.run(work, told.append, told.append, dialog)
    dialog.canceled.emit()
    asked.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]
