"""A signal to end closes the window as a hand does: everything is saved first."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.ui.shell.ending import EndBySignal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the system here sends no such signals")


@pytest.fixture
def closed(qapp: QObject) -> Iterator[list[str]]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    calls: list[str] = []
    ending = EndBySignal(lambda: calls.append("closed"), qapp)
    yield calls
    ending.stop()
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_closes_while_the_window_waits(closed: list[str], qtbot: QtBot, name: str) -> None:
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: closed == ["closed"])


def test_a_second_signal_is_not_waited_for(qapp: QObject, qtbot: QtBot, closed: list[str]) -> None:
    seen: list[object] = []
    ending = EndBySignal(lambda: seen.append(signal.getsignal(signal.SIGTERM)), qapp)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: bool(seen))
    ending.stop()
    assert seen == [signal.SIG_DFL]


def test_who_chose_to_stay_is_asked_again(closed: list[str], qtbot: QtBot) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: len(closed) == 1)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: len(closed) == 2)
