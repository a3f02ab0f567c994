"""The warm worker process: answers, failures, time limits, cancelling, ending."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core.messages import Message
from annotator.core.problems import Problem
from annotator.jobs.worker import JobFailed, Worker

PATIENCE = 100.0  # seconds until a test gives up; a machine at work is slow to start a process


def add(one: int, other: int) -> int:
    return one + other


def process_id() -> int:
    return os.getpid()


def sleep(seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def fail_plainly() -> None:
    raise ValueError("no such thing")


def fail_for_the_user() -> None:
    raise Problem(Message("Test", "{name} is missing.", {"name": "x"}))


def die() -> None:
    os._exit(3)


def unpicklable() -> Any:
    return threading.Lock()


def count(steps: int, report: Any) -> int:
    for step in range(steps):
        report(step + 1, steps)
    return steps


def count_for_ever(report: Any) -> None:
    while True:
        report(1, 2)
        time.sleep(0.01)


def wait_for(path: str) -> str:
    while not Path(path).exists():
        time.sleep(0.01)
    return path


def wait_until_started(worker: Worker, key: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while key in worker._waiting and time.monotonic() < deadline:
        time.sleep(0.005)


class Answers:
    """Collects a worker's callbacks, to be waited for."""

    def __init__(self) -> None:
        self.queue: queue.Queue[tuple[str, Any]] = queue.Queue()

    def done(self, result: Any) -> None:
        self.queue.put(("done", result))

    def failed(self, error: Exception) -> None:
        self.queue.put(("failed", error))

    def next(self) -> tuple[str, Any]:
        return self.queue.get(timeout=PATIENCE)


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


def test_result_comes_by_callback(worker: Worker, answers: Answers) -> None:
    worker.submit("sum", add, 2, 3, done=answers.done)
    assert answers.next() == ("done", 5)


def test_the_work_is_done_in_another_process(worker: Worker, answers: Answers) -> None:
    worker.submit("id", process_id, done=answers.done)
    assert answers.next()[1] != os.getpid()


def test_the_process_stays_warm(worker: Worker, answers: Answers) -> None:
    worker.submit("one", process_id, done=answers.done)
    worker.submit("two", process_id, done=answers.done)
    assert answers.next() == answers.next()


def test_an_error_is_reported_with_its_traceback(worker: Worker, answers: Answers) -> None:
    worker.submit("bad", fail_plainly, failed=answers.failed)
    what, error = answers.next()
    assert what == "failed"
    assert isinstance(error, JobFailed)
    assert error.reason == "error"
    assert "no such thing" in error.details


def test_a_problem_arrives_as_itself(worker: Worker, answers: Answers) -> None:
    worker.submit("bad", fail_for_the_user, failed=answers.failed)
    error = answers.next()[1]
    assert isinstance(error, Problem)
    assert error.message.params == {"name": "x"}


def test_work_goes_on_after_an_error(worker: Worker, answers: Answers) -> None:
    worker.submit("bad", fail_plainly)
    worker.submit("sum", add, 1, 1, done=answers.done)
    assert answers.next() == ("done", 2)


def test_a_job_over_its_time_is_reported(worker: Worker, answers: Answers) -> None:
    worker.submit("slow", sleep, 60, done=answers.done, failed=answers.failed, timeout=0.2)
    what, error = answers.next()
    assert (what, error.reason) == ("failed", "timeout")


def test_work_goes_on_after_a_time_limit(worker: Worker, answers: Answers) -> None:
    worker.submit("slow", sleep, 60, timeout=0.2)
    worker.submit("sum", add, 1, 1, done=answers.done)
    assert answers.next() == ("done", 2)


def test_a_dying_process_is_reported_and_replaced(worker: Worker, answers: Answers) -> None:
    worker.submit("dies", die, failed=answers.failed)
    assert answers.next()[1].reason == "crash"
    worker.submit("sum", add, 1, 1, done=answers.done)
    assert answers.next() == ("done", 2)


def test_a_process_that_dies_while_idle_is_replaced(worker: Worker, answers: Answers) -> None:
    worker.submit("id", process_id, done=answers.done)
    os.kill(answers.next()[1], signal.SIGTERM)
    worker.submit("sum", add, 1, 1, done=answers.done, failed=answers.failed)
    what, content = answers.next()
    if what == "failed":  # it took the request with it: said, not lost
        assert content.reason == "crash"
    else:
        assert content == 2


def test_a_newer_request_replaces_a_waiting_one(worker: Worker, answers: Answers, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    worker.submit("busy", wait_for, str(gate), done=answers.done)
    worker.submit("letter", add, 1, 0, done=answers.done)
    worker.submit("letter", add, 2, 0, done=answers.done)
    worker.submit("last", add, 3, 0, done=answers.done)
    gate.touch()
    assert [answers.next()[1] for _ in range(3)] == [str(gate), 2, 3]


def test_an_urgent_request_goes_in_front(worker: Worker, answers: Answers, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    worker.submit("busy", wait_for, str(gate), done=answers.done)
    wait_until_started(worker, "busy")
    worker.submit("later", add, 1, 0, done=answers.done)
    worker.submit("now", add, 2, 0, done=answers.done, urgent=True)
    gate.touch()
    assert [answers.next()[1] for _ in range(3)] == [str(gate), 2, 1]


def test_progress_is_reported(worker: Worker, answers: Answers) -> None:
    steps: list[tuple[int, int]] = []
    worker.submit("count", count, 3, done=answers.done, progress=lambda *step: steps.append(step))
    assert answers.next() == ("done", 3)
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_waiting_request_can_be_cancelled(worker: Worker, answers: Answers, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    worker.submit("busy", wait_for, str(gate), done=answers.done)
    worker.submit("unwanted", add, 1, 0, done=answers.done)
    worker.submit("last", add, 2, 0, done=answers.done)
    worker.cancel("unwanted")
    gate.touch()
    assert [answers.next()[1] for _ in range(2)] == [str(gate), 2]


def test_a_running_request_can_be_cancelled(worker: Worker, answers: Answers) -> None:
    started = threading.Event()
    worker.submit("endless", count_for_ever, failed=answers.failed, progress=lambda *_: started.set())
    assert started.wait(PATIENCE)
    worker.cancel("endless")
    worker.submit("sum", add, 1, 1, done=answers.done)
    assert answers.next() == ("done", 2)


def test_a_cancelled_request_that_does_not_notice_is_ended(worker: Worker, answers: Answers) -> None:
    worker.submit("id", process_id, done=answers.done)
    before = answers.next()[1]
    worker.submit("deaf", sleep, 60, failed=answers.failed)
    worker.submit("id", process_id, done=answers.done)
    wait_until_started(worker, "deaf")
    worker.cancel("deaf")
    assert answers.next()[1] != before


def test_an_answer_that_cannot_be_sent_is_a_failure(worker: Worker, answers: Answers) -> None:
    worker.submit("lock", unpicklable, done=answers.done, failed=answers.failed)
    assert answers.next()[1].reason == "error"


def test_a_request_that_cannot_be_sent_is_a_failure(worker: Worker, answers: Answers) -> None:
    worker.submit("lambda", lambda: 1, done=answers.done, failed=answers.failed)
    assert answers.next()[1].reason == "error"


def test_a_failing_callback_does_not_stop_the_worker(worker: Worker, answers: Answers) -> None:
    def bad(_result: object) -> None:
        raise RuntimeError("bad callback")

    worker.submit("one", add, 1, 1, done=bad)
    worker.submit("two", add, 2, 2, done=answers.done)
    assert answers.next() == ("done", 4)


def test_close_ends_a_busy_process(answers: Answers) -> None:
    worker = Worker()
    worker.submit("id", process_id, done=answers.done)
    child = answers.next()[1]
    worker.submit("busy", sleep, 60, done=answers.done, failed=answers.failed)
    worker.close()
    with pytest.raises(ProcessLookupError):  # no zombie either: that would still have its number
        os.kill(child, 0)
    assert answers.queue.empty()


def test_close_may_be_repeated_and_without_work() -> None:
    worker = Worker()
    worker.close()
    worker.close()
    worker.submit("late", add, 1, 1)


SCRIPT = """
    import sys, time
    sys.path[:0] = {path!r}
    from annotator.jobs.worker import Worker
    if __name__ == "__main__":
        import math, threading
        worker, ready = Worker(), threading.Event()
        worker.submit("warm", math.sqrt, 4, done=lambda _: ready.set())
        ready.wait({patience})
        worker.submit("busy", time.sleep, 60)
        try:
            print("ready", flush=True)
            time.sleep({seconds})
        except KeyboardInterrupt:
            sys.exit(7)
"""


def started_program(folder: Path, seconds: int) -> subprocess.Popen[str]:
    script = folder / "program.py"
    root = str(Path(__file__).parents[2])
    script.write_text(textwrap.dedent(SCRIPT.format(path=[root], patience=PATIENCE, seconds=seconds)))
    program = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    return program


def test_a_program_that_forgets_to_close_ends_at_once(tmp_path: Path) -> None:
    program = started_program(tmp_path, 0)
    _out, errors = program.communicate(timeout=PATIENCE)
    assert (program.returncode, errors) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="a terminal's Ctrl+C is another thing on Windows")
def test_ctrl_c_prints_no_traceback_of_the_worker(tmp_path: Path) -> None:
    program = started_program(tmp_path, 60)
    os.killpg(program.pid, signal.SIGINT)
    _out, errors = program.communicate(timeout=PATIENCE)
    assert (program.returncode, errors) == (7, "")


@pytest.mark.skipif(os.name == "nt", reason="processes are counted by their session")
def test_a_killed_program_takes_its_busy_process_along(tmp_path: Path) -> None:
    program = started_program(tmp_path, 60)
    program.kill()
    program.communicate(timeout=PATIENCE)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            os.killpg(program.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(program.pid, signal.SIGKILL)
    pytest.fail("a process outlived the program")
