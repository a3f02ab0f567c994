"""Keys that come while letters are changed in the background: both are done, each where it belongs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QProgressDialog

from annotator.session.search import everywhere
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.ui.features.search.test_find_controller import Answer, fill
from tests.ui.shell.making import Bench, settle

PATIENCE = 20_000  # milliseconds


class Gate:
    """Holds the working out of a replacement when it is done, so that it grows old."""

    def __init__(self, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
        self._bench, self.runs, self._go_on = bench, 0, threading.Semaphore(0)
        real = everywhere.correct_everywhere

        def held(*arguments: Any) -> Any:
            result = real(*arguments)
            self.runs += 1
            assert self._go_on.acquire(timeout=PATIENCE / 1000)
            return result

        monkeypatch.setattr(everywhere, "correct_everywhere", held)

    def wait(self, runs: int) -> None:
        """Wait until it was worked out so many times."""
        self._bench.qtbot.waitUntil(lambda: self.runs == runs, timeout=PATIENCE)

    def open(self, times: int = 1) -> None:
        """Let it go on."""
        self._go_on.release(times)


@pytest.fixture
def gate(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Return the gate of a replacement of "Irak" by "Iran" in all letters, worked out once."""
    gate = Gate(bench, monkeypatch)
    bench.select("Belgié")
    bench.keys("L")
    bench.saved()
    bench.keys("Ctrl+H")
    answer = Answer("Return")
    fill(bench, "irak", "Iran", "Alt+3", "Return")
    gate.wait(1)
    assert answer.seen == 5
    bench.window.views.text.setFocus()
    yield gate
    gate.open(10)


def require_replaced(bench: Bench) -> None:
    corrected = "Corrected in 5 places"
    bench.qtbot.waitUntil(lambda: any(corrected in said for said in bench.said), timeout=PATIENCE)
    bench.saved()
    assert "Irak" not in bench.text and bench.text.count("Iran") == 4
    assert bench.file_text() == bench.text
    assert "Iran" in bench.file_text(2)


def test_typing_while_it_corrects(bench: Bench, gate: Gate) -> None:
    bench.keys("F2", "Ctrl+Home")
    bench.type("Zie ")
    gate.open()
    gate.wait(2)
    gate.open()
    require_replaced(bench)
    assert bench.text.startswith("Zie De Minister")
    assert bench.passages() == [("country", "Belgié")]
    assert check(bench.path) == []


def test_undo_while_it_corrects(bench: Bench, gate: Gate) -> None:
    bench.keys("Ctrl+Z")
    assert bench.drawn() == []
    gate.open()
    gate.wait(2)
    gate.open()
    require_replaced(bench)
    assert bench.passages() == []
    assert check(bench.path) == []


def test_who_goes_on_typing_is_kept_from_the_third_run(bench: Bench, gate: Gate) -> None:
    bench.keys("F2", "Ctrl+Home")
    for run in (1, 2):
        gate.wait(run)
        bench.type("x")
        gate.open()
    gate.wait(3)
    bench.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QProgressDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QProgressDialog)
    assert "Changing letters" in dialog.labelText()
    bench.window.views.text.setFocus()
    gate.open()
    require_replaced(bench)
    bench.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=PATIENCE)
    assert bench.text.startswith("xxDe Minister")
    bench.window.views.text.setFocus()
    bench.type("y")
    assert bench.text.startswith("xxyDe Minister")
    bench.saved()
    assert check(bench.path) == []


def test_closing_the_project_while_it_corrects(bench: Bench, gate: Gate) -> None:
    bench.keys("F2", "Ctrl+Home")
    bench.type("Zie ")
    text = bench.text
    gate.open(3)
    bench.window.close()
    settle()
    assert bench.window.session is None
    assert check(bench.path) == []
    with Store.open(bench.path, read_only=True) as store:
        assert store.reader.letter(1).text == text
