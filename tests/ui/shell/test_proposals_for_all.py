"""Proposals for a whole project: with progress, stopped by a key, taken up again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QProgressDialog

from annotator.resources import resource_path
from tests.ui.shell.making import Bench, OpenBench, settle

LETTER = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")
COUNT = 6
LETTERS = tuple(LETTER.replace("2021", str(2010 + number)) for number in range(COUNT))


class Stepping:
    """Holds the answers for the whole project back until the test lets one go."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(
        self,
        key: str,
        function: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        timeout: float = 0.0,
        urgent: bool = False,
    ) -> None:
        """Run a job at once, or keep it for later."""
        assert done is not None
        if key == "propose for all":
            self.waiting.append(lambda: done(function(*args)))
        else:
            done(function(*args))

    def step(self) -> None:
        """Let the next answer come."""
        self.waiting.pop(0)()
        settle()


@pytest.fixture
def runner() -> Stepping:
    return Stepping()


@pytest.fixture
def bench(open_bench: OpenBench, runner: Stepping) -> Bench:
    return open_bench(letters=LETTERS, runner=runner)


def dialog(bench: Bench) -> QProgressDialog | None:
    return next((d for d in bench.window.findChildren(QProgressDialog) if d.isVisible()), None)


def made(bench: Bench) -> int:
    assert bench.window.session is not None
    bench.window.session.store.flush()
    return int(bench.rows("SELECT count(DISTINCT letter_id) FROM form_values")[0][0])


def started(bench: Bench, runner: Stepping, letters: int) -> QProgressDialog:
    """Begin, and let that many letters be done; return the dialog, which has the keys."""
    bench.window.proposal_desk.propose_for_all()
    for _ in range(letters):
        runner.step()
    bench.qtbot.waitUntil(lambda: dialog(bench) is not None, timeout=5000)
    found = dialog(bench)
    assert found is not None
    found.activateWindow()
    bench.qtbot.waitUntil(lambda: QApplication.activeWindow() is found, timeout=5000)
    return found


def test_the_dialog_counts_letters(bench: Bench, runner: Stepping) -> None:
    assert made(bench) == 1  # the one on the desk
    found = started(bench, runner, 2)
    assert found.labelText() == f"Letter 2 of {COUNT - 1}"
    assert (found.value(), found.maximum()) == (2, COUNT - 1)


def test_esc_stops_and_keeps_what_was_made(bench: Bench, runner: Stepping) -> None:
    started(bench, runner, 2)
    bench.keys("Esc")
    assert dialog(bench) is None
    runner.step()  # the one that was under way is kept, and the last
    assert runner.waiting == []
    assert made(bench) == 4


def test_it_is_taken_up_again(bench: Bench, runner: Stepping) -> None:
    started(bench, runner, 2)
    bench.keys("Esc")
    found = started(bench, runner, 2)  # the first is the one that was under way
    assert found.maximum() == COUNT - 3
    while runner.waiting:
        runner.step()
    assert dialog(bench) is None
    assert made(bench) == COUNT


def test_an_answer_of_a_run_that_was_stopped_does_not_carry_the_next_on(
    bench: Bench, runner: Stepping
) -> None:
    started(bench, runner, 2)
    bench.keys("Esc")
    bench.window.proposal_desk.propose_for_all()
    runner.step()
    assert len(runner.waiting) == 1
    while runner.waiting:
        runner.step()
    assert made(bench) == COUNT


def test_the_desk_can_be_worked_on_meanwhile(bench: Bench, runner: Stepping) -> None:
    bench.window.proposal_desk.propose_for_all()
    runner.step()
    bench.caret("Waarom bewaking")
    bench.keys("C")
    assert bench.rows("SELECT count(*) FROM sections WHERE state = 'confirmed'") == [(1,)]
    while runner.waiting:
        runner.step()
    assert bench.rows("SELECT count(*) FROM sections WHERE state = 'confirmed'") == [(1,)]
    assert made(bench) == COUNT
