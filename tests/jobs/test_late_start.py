"""A process that is late because the machine is busy costs no job; one that hangs in a job still does."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from typing import Any

import pytest

from annotator.jobs.worker import JobFailed, Worker

PATIENCE = 100.0


def late(seconds: float, report: Any) -> str:
    """Be busy, as the start of a process is, before the first step."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass
    report(1, 1)
    return "there"


def stuck(report: Any) -> None:
    report(0, 1)
    while True:
        pass


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def ask(worker: Worker, job: Any, *args: Any, timeout: float) -> Any:
    answers: queue.Queue[Any] = queue.Queue()
    worker.submit(
        "job",
        job,
        *args,
        done=answers.put,
        failed=answers.put,
        progress=lambda done, total: None,
        timeout=timeout,
        by_step=True,
    )
    return answers.get(timeout=PATIENCE)


def test_the_first_step_of_a_fresh_process_may_be_late(worker: Worker) -> None:
    assert ask(worker, late, 0.5, timeout=0.01) == "there"


def test_the_time_of_a_step_counts_once_the_job_is_at_work(worker: Worker) -> None:
    failed = ask(worker, stuck, timeout=0.2)
    assert isinstance(failed, JobFailed) and failed.reason == "timeout"
    assert ask(worker, late, 0.0, timeout=PATIENCE) == "there"  # the process is warm now
    failed = ask(worker, late, PATIENCE, timeout=0.2)
    assert isinstance(failed, JobFailed) and failed.reason == "timeout"
