"""A search for suspects that takes too long or dies: the program says so and goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from annotator.jobs.worker import JobFailed
from tests.ui.shell.making import OpenBench, settle


class Slow:
    """A worker that never finds anything in time."""

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
        """Fail as the watchdog does."""
        if failed is not None:
            failed(JobFailed(key, "timeout"))


def test_it_is_never_said_that_no_suspects_are_left(open_bench: OpenBench) -> None:
    bench = open_bench(runner=Slow())
    settle()
    bench.keys("F3")
    assert bench.said == [
        "The suspects of this letter could not be found: the search took too long or failed."
    ]


def test_the_strip_does_not_count_what_was_not_looked_for(open_bench: OpenBench) -> None:
    bench = open_bench(runner=Slow())
    settle()
    assert bench.hints.left_text() == ""
