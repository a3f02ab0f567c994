"""The warm worker process: answers, failures, time limits, cancelling, ending."""

from __future__ import annotations

import os
import queue
import select
import signal
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.jobs.worker import JobFailed, Worker

PATIENCE = 100.0  # seconds until a test gives up; a machine at work is slow to start a process


def add(one: int, other: int) -> int:
    return one + other


def process_id() -> int:
    return os.getpid()


def fail_plainly() -> None:
    raise ValueError("no such thing")


def fail_for_the_user() -> None:
    raise UserError(Message("Test", "{name} is missing.", {"name": "x"}))


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


def wait_at(port: int) -> str:
    """Wait at a test's gate until it is opened."""
    with socket.create_connection(("127.0.0.1", port)) as held:
        held.recv(1)
    return "through"


held: list[socket.socket] = []


def stay_connected(port: int) -> int:
    """Connect to a test's gate for as long as the process lives."""
    held.append(socket.create_connection(("127.0.0.1", port)))
    return os.getpid()


class Gate:
    """Holds a job in another process until the test lets it through; tells when it has come."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(PATIENCE)
        self._held: socket.socket | None = None
        self.port: int = self._server.getsockname()[1]

    def reached(self) -> socket.socket:
        """Wait until the job has come."""
        if self._held is None:
            self._held = self._server.accept()[0]
        return self._held

    def open(self) -> None:
        self.reached().sendall(b"x")

    def close(self) -> None:
        self._server.close()
        if self._held is not None:
            self._held.close()


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.close()


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


def test_a_process_ends_after_a_while_without_work(answers: Answers, gate: Gate) -> None:
    worker = Worker(idle_end=0.01)
    worker.submit("one", stay_connected, gate.port, done=answers.done)
    first = answers.next()
    connection = gate.reached()
    connection.settimeout(PATIENCE)
    assert connection.recv(1) == b""  # nothing more can come from there
    worker.submit("two", process_id, done=answers.done)
    assert answers.next() != first
    worker.close()


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
    assert isinstance(error, UserError)
    assert error.message.params == {"name": "x"}


def test_work_goes_on_after_an_error(worker: Worker, answers: Answers) -> None:
    worker.submit("bad", fail_plainly)
    worker.submit("sum", add, 1, 1, done=answers.done)
    assert answers.next() == ("done", 2)


def test_a_job_over_its_time_is_reported(worker: Worker, answers: Answers, gate: Gate) -> None:
    worker.submit("slow", wait_at, gate.port, done=answers.done, failed=answers.failed, timeout=0.2)
    what, error = answers.next()
    assert (what, error.reason) == ("failed", "timeout")


def test_work_goes_on_after_a_time_limit(worker: Worker, answers: Answers, gate: Gate) -> None:
    worker.submit("slow", wait_at, gate.port, timeout=0.2)
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


def test_a_newer_request_replaces_a_waiting_one(worker: Worker, answers: Answers, gate: Gate) -> None:
    worker.submit("busy", wait_at, gate.port, done=answers.done)
    worker.submit("letter", add, 1, 0, done=answers.done)
    worker.submit("letter", add, 2, 0, done=answers.done)
    worker.submit("last", add, 3, 0, done=answers.done)
    gate.open()
    assert [answers.next()[1] for _ in range(3)] == ["through", 2, 3]


def test_an_urgent_request_goes_in_front(worker: Worker, answers: Answers, gate: Gate) -> None:
    worker.submit("busy", wait_at, gate.port, done=answers.done)
    gate.reached()
    worker.submit("later", add, 1, 0, done=answers.done)
    worker.submit("now", add, 2, 0, done=answers.done, urgent=True)
    gate.open()
    assert [answers.next()[1] for _ in range(3)] == ["through", 2, 1]


def test_progress_is_reported(worker: Worker, answers: Answers) -> None:
    steps: list[tuple[int, int]] = []
    worker.submit("count", count, 3, done=answers.done, progress=lambda *step: steps.append(step))
    assert answers.next() == ("done", 3)
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_waiting_request_can_be_cancelled(worker: Worker, answers: Answers, gate: Gate) -> None:
    worker.submit("busy", wait_at, gate.port, done=answers.done)
    worker.submit("unwanted", add, 1, 0, done=answers.done)
    worker.submit("last", add, 2, 0, done=answers.done)
    worker.cancel("unwanted")
    gate.open()
    assert [answers.next()[1] for _ in range(2)] == ["through", 2]


def test_a_running_request_can_be_cancelled(worker: Worker, answers: Answers) -> None:
    started = threading.Event()
    worker.submit("endless", count_for_ever, failed=answers.failed, progress=lambda *_: started.set())
    assert started.wait(PATIENCE)
    worker.cancel("endless")
    worker.submit("sum", add, 1, 1, done=answers.done)
    assert answers.next() == ("done", 2)


def test_a_cancelled_request_that_does_not_notice_is_ended(
    worker: Worker, answers: Answers, gate: Gate
) -> None:
    worker.submit("id", process_id, done=answers.done)
    before = answers.next()[1]
    worker.submit("deaf", wait_at, gate.port, failed=answers.failed)
    worker.submit("id", process_id, done=answers.done)
    gate.reached()
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


def test_close_ends_a_busy_process(answers: Answers, gate: Gate) -> None:
    worker = Worker()
    worker.submit("id", process_id, done=answers.done)
    child = answers.next()[1]
    worker.submit("busy", wait_at, gate.port, done=answers.done, failed=answers.failed)
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
    import os, signal, sys, threading
    sys.path[:0] = {path!r}
    from annotator.jobs.worker import Worker
    if __name__ == "__main__":
        import queue
        # A shell that starts the tests in the background has them, and what they start, ignore Ctrl+C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        worker, process = Worker(), queue.Queue()
        worker.submit("warm", os.getpid, done=process.put)
        number = process.get(timeout={patience})
        worker.submit("busy", signal.pause)
        try:
            print(number, flush=True)
            {then}
        except KeyboardInterrupt:
            sys.exit(7)
"""
posix_only = pytest.mark.skipif(os.name == "nt", reason="waits for signals, which Windows does not have")


# Not one wait for a signal: one that comes just before it would be waited for without end.
FOR_EVER = "while True: threading.Event().wait(0.05)"


def started_program(folder: Path, then: str = FOR_EVER) -> tuple[subprocess.Popen[str], int]:
    """Return a program whose worker is busy, and the number of the worker's process."""
    script = folder / "program.py"
    root = str(Path(__file__).parents[2])
    script.write_text(textwrap.dedent(SCRIPT.format(path=[root], patience=PATIENCE, then=then)))
    program = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert program.stdout is not None
    return program, int(program.stdout.readline())


@posix_only
def test_a_program_that_forgets_to_close_ends_at_once(tmp_path: Path) -> None:
    program, _ = started_program(tmp_path, "pass")
    _out, errors = program.communicate(timeout=PATIENCE)
    assert (program.returncode, errors) == (0, "")


@posix_only
def test_ctrl_c_prints_no_traceback_of_the_worker(tmp_path: Path) -> None:
    program, _ = started_program(tmp_path)
    os.killpg(program.pid, signal.SIGINT)
    _out, errors = program.communicate(timeout=PATIENCE)
    assert (program.returncode, errors) == (7, "")


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for another program's process: Linux")
def test_a_killed_program_takes_its_busy_process_along(tmp_path: Path) -> None:
    program, number = started_program(tmp_path)
    process = os.pidfd_open(number)
    program.kill()
    ended, _, _ = select.select([process], [], [], PATIENCE)
    os.close(process)
    if not ended:
        os.killpg(program.pid, signal.SIGKILL)
    program.communicate(timeout=PATIENCE)
    assert ended, "a process outlived the program"
