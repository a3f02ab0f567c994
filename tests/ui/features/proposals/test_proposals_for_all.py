"""Proposals for a whole project: with progress, stopped by a key, taken up again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from annotator.core import operations
from annotator.core.history import Correction
from annotator.core.messages import Message
from annotator.resources import resource_path
from annotator.ui.widgets.progress_strip import Progress
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


def strip(bench: Bench) -> Progress | None:
    return next((one for one in bench.window.findChildren(Progress) if one.isVisible()), None)


def made(bench: Bench) -> int:
    assert bench.window.session is not None
    bench.window.session.store.flush()
    return int(bench.rows("SELECT count(DISTINCT letter_id) FROM form_values")[0][0])


def started(bench: Bench, runner: Stepping, letters: int) -> Progress:
    """Begin, and let that many letters be done; return the strip."""
    bench.window.composition.workspace.proposals.propose_for_all()
    for _ in range(letters):
        runner.step()
    bench.qtbot.waitUntil(lambda: strip(bench) is not None)
    found = strip(bench)
    assert found is not None
    return found


def test_the_strip_counts_letters_and_takes_no_keys(bench: Bench, runner: Stepping) -> None:
    assert made(bench) == 1  # the one on the desk
    found = started(bench, runner, 2)
    assert found.text() == f"Looking through all letters… · 2 of {COUNT - 1}"
    bench.keys("F2")
    bench.type("Zeker ")
    assert "Zeker " in bench.text


def test_its_key_stops_and_keeps_what_was_made(bench: Bench, runner: Stepping) -> None:
    started(bench, runner, 2)
    bench.keys("Ctrl+.")
    assert strip(bench) is None
    runner.step()  # the one that was under way is kept, and the last
    assert runner.waiting == []
    assert made(bench) == 4


def test_it_is_taken_up_again(bench: Bench, runner: Stepping) -> None:
    started(bench, runner, 2)
    bench.keys("Ctrl+.")
    found = started(bench, runner, 2)  # the first is the one that was under way
    assert found.text().endswith(f"of {COUNT - 3}")
    while runner.waiting:
        runner.step()
    assert strip(bench) is None
    assert made(bench) == COUNT


def test_an_answer_of_a_run_that_was_stopped_does_not_carry_the_next_on(
    bench: Bench, runner: Stepping
) -> None:
    started(bench, runner, 2)
    bench.keys("Ctrl+.")
    bench.window.composition.workspace.proposals.propose_for_all()
    runner.step()
    assert len(runner.waiting) == 1
    while runner.waiting:
        runner.step()
    assert made(bench) == COUNT


def test_the_desk_can_be_worked_on_meanwhile(bench: Bench, runner: Stepping) -> None:
    bench.window.composition.workspace.proposals.propose_for_all()
    runner.step()
    bench.caret("Waarom bewaking")
    bench.keys("C")
    assert bench.rows("SELECT count(*) FROM sections WHERE state = 'confirmed'") == [(1,)]
    run_to_the_end(bench, runner)
    assert bench.rows("SELECT count(*) FROM sections WHERE state = 'confirmed'") == [(1,)]
    assert made(bench) == COUNT


# ------------------------------------------------------------------ letters that were changed


def idle(bench: Bench) -> QTimer:
    """Return the timer after which letters that were changed are proposed for by themselves."""
    timer = bench.window.composition.workspace.proposals.findChild(QTimer, "idle")
    assert timer is not None
    return timer


def run_to_the_end(bench: Bench, runner: Stepping) -> None:
    def is_done() -> bool:
        if runner.waiting:
            runner.step()
        return to_propose(bench) == 0

    bench.qtbot.waitUntil(is_done)
    bench.qtbot.waitUntil(lambda: not bench.window.composition.workspace.proposals.going_through_all)


def all_made(bench: Bench, runner: Stepping) -> None:
    bench.window.composition.workspace.proposals.propose_for_all()
    run_to_the_end(bench, runner)


def correct_everywhere(bench: Bench, before: str, after: str) -> None:
    """Correct a word in each letter as one change, as replacing everywhere does."""
    session, deltas = bench.window.session, {}
    for letter_id in range(1, COUNT + 1):
        letter = session.letter_of(letter_id)
        at = letter.text.index(before)
        made = Correction(at, at + len(before), before, after, "word", "everywhere")
        deltas[letter_id] = operations.correct(letter, (made,), session.stamp())
    assert session.do_all(Message("Test", "test"), deltas)
    session.store.flush()
    settle()


def shown_in_list(bench: Bench) -> list[tuple[object, ...]]:
    lines = bench.window.session.store.reader.letter_lines(range(1, COUNT + 1))
    return [(line.date, line.sender, line.undated, line.proposals_left) for line in lines]


def quotes(bench: Bench) -> list[tuple[object, ...]]:
    return bench.rows(
        "SELECT letter_id, field, value, evidence_quote FROM form_values ORDER BY letter_id, field, position"
    )


def to_propose(bench: Bench) -> int:
    session = bench.window.session
    session.store.flush()
    return session.store.reader.count_to_propose(session.engine)


@pytest.fixture
def changed(bench: Bench, runner: Stepping) -> Bench:
    """Return a window in which all letters were corrected after something was proposed for them."""
    idle(bench).setInterval(600_000)  # on a busy machine, too, nothing comes by itself
    all_made(bench, runner)
    bench.before = shown_in_list(bench), quotes(bench)  # type: ignore[attr-defined]
    correct_everywhere(bench, "Waarom bewaking", "Waarom de langere bewaking")
    return bench


def test_after_a_mass_correction_nothing_proposed_vanishes_anywhere(changed: Bench) -> None:
    listed, said = changed.before  # type: ignore[attr-defined]
    assert [(bool(date), bool(sender), undated, bool(left)) for date, sender, undated, left in listed] == [
        (True, True, False, True)
    ] * COUNT
    assert [line[:3] for line in shown_in_list(changed)] == [line[:3] for line in listed]
    assert all(left for *_, left in shown_in_list(changed))
    assert quotes(changed) == said  # each on its words, though these stand elsewhere now


def test_a_letter_that_was_changed_is_proposed_anew_when_it_is_opened(changed: Bench) -> None:
    assert to_propose(changed) == COUNT - 1  # that on the desk was done at once
    changed.window.composition.open_letter(3)
    settle()
    assert to_propose(changed) == COUNT - 2


def test_what_was_changed_is_proposed_anew_when_idle_and_by_itself(changed: Bench, runner: Stepping) -> None:
    assert runner.waiting == []
    idle(changed).start(0)
    changed.qtbot.waitUntil(lambda: bool(runner.waiting))
    run_to_the_end(changed, runner)
    assert strip(changed) is None


def test_proposing_when_idle_gives_way_to_the_next_change(changed: Bench, runner: Stepping) -> None:
    idle(changed).start(0)
    changed.qtbot.waitUntil(lambda: bool(runner.waiting))
    idle(changed).setInterval(600_000)
    changed.caret("Waarom de")
    changed.keys("F2")
    changed.type("x")
    runner.step()
    assert runner.waiting == []
    changed.keys("Esc")
    changed.saved()
    assert idle(changed).isActive()


def test_letters_for_which_nothing_was_proposed_are_left_alone_when_idle(
    bench: Bench, runner: Stepping
) -> None:
    correct_everywhere(bench, "Waarom bewaking", "Waarom de langere bewaking")
    with bench.qtbot.waitSignal(idle(bench).timeout):
        idle(bench).start(0)
    settle()
    assert runner.waiting == []
