"""The pool of worker processes: all answers in order, whatever becomes of one of them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from annotator.jobs.pool import Pool, Request
from annotator.jobs.worker import JobFailed


def double(number: int, report: Any) -> int:
    report(1, 1)
    return 2 * number


def act(what: str, report: Any) -> str:
    if what == "die":
        os._exit(3)
    if what == "hang":
        threading.Event().wait()
    if what == "work":
        for step in range(8):
            time.sleep(1.0)  # no wait for anything: the time that a step takes is what is tested
            report(step, 8)
    return what


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(2) as made:
        yield made


def requests(*whats: str, timeout: float = 100.0) -> list[Request[int]]:
    return [Request(n, act, (what,), timeout) for n, what in enumerate(whats)]


def test_answers_come_in_the_order_of_the_row(pool: Pool) -> None:
    row = (Request(n, double, (n,), 20.0) for n in range(40))
    assert list(pool.answers(row)) == [(n, 2 * n) for n in range(40)]


def test_a_request_that_kills_its_process_costs_itself_alone(pool: Pool) -> None:
    found = dict(pool.answers(requests("a", "die", "b", "c")))
    assert isinstance(found[1], JobFailed) and found[1].reason == "crash"
    assert [found[n] for n in (0, 2, 3)] == ["a", "b", "c"]


def test_a_request_that_hangs_is_ended(pool: Pool) -> None:
    list(pool.answers(requests("a", "b")))  # the processes stand: their start is not in the time limit
    found = dict(pool.answers(requests("a", "hang", "b", timeout=4.0)))
    assert isinstance(found[1], JobFailed) and found[1].reason == "timeout"
    assert (found[0], found[2]) == ("a", "b")


def test_steps_that_are_reported_begin_the_time_anew(pool: Pool) -> None:
    list(pool.answers(requests("a", "b")))
    heard: list[bool] = []
    answers = pool.answers(requests("work", timeout=6.0), heard=lambda key, done, total: heard.append(True))
    assert list(answers) == [(0, "work")]
    assert len(heard) == 8


def test_after_a_cancel_nothing_new_is_begun(pool: Pool) -> None:
    taken: list[int] = []

    def row() -> Iterator[Request[int]]:
        for n in range(1000):
            taken.append(n)
            yield Request(n, double, (n,), 20.0)

    done: list[int] = []
    for key, _ in pool.answers(row(), cancelled=lambda: len(done) >= 3):
        done.append(key)
    assert len(taken) < 200


def test_no_more_is_under_way_than_the_memory_allows() -> None:
    under_way: list[int] = []
    with Pool(2, most_waiting=100) as pool:

        def row() -> Iterator[Request[int]]:
            for n in range(6):
                under_way.append(n)
                yield Request(n, double, (n,), 20.0, size=100)

        for _ in pool.answers(row()):
            assert len(under_way) <= 1
            under_way.clear()
