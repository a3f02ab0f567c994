"""What those who have work done away from the views ask of a worker process, or of a stand-in for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Runner(Protocol):
    """What runs a job away from the views."""

    def submit(
        self,
        key: str,
        function: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = ...,
        failed: Callable[[Exception], None] | None = ...,
        timeout: float = ...,
        urgent: bool = ...,
    ) -> None:
        """Run `function(*args)`; a newer job with the same key replaces one that still waits."""


class CancellingRunner(Runner, Protocol):
    """A runner whose jobs can be ended before their time."""

    def cancel(self, key: str) -> None:
        """Forget the job of this key, and end it where it runs; its answer never comes."""
