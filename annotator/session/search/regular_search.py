"""Regular expressions over the project, in a worker process: one that runs wild is stopped with it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from annotator.core.user_errors import UserError
from annotator.jobs.runner import CancellingRunner
from annotator.search.finding import Find
from annotator.search.regular import RUNS_WILD, Match, compiled, matches, matches_job
from annotator.storage.reader import Reader
from annotator.storage.search_index import Scope

Found = tuple[int, list[Match], list[Match]]  # a letter, what was found in its text, and in its OCR text
Cancelled = Callable[[], bool]

_SECONDS = 4.0  # for one text
_SECONDS_FOR_MANY = 60.0
_LOOK = 0.05  # seconds between two looks at the cancel button
_THREADS = 2
_AT_ONCE = 100


def letters_job(find: Find, path: str, ids: Sequence[int], scope: Scope, template: str | None) -> list[Found]:
    """Return what an expression finds in letters of a project, ids in ascending order: for a worker."""
    pattern = compiled(find)
    share = -(-len(ids) // _THREADS)
    parts = [ids[start : start + share] for start in range(0, len(ids), max(1, share))]
    with ThreadPoolExecutor(_THREADS) as threads:  # the matching itself does not hold Python's lock
        found = threads.map(lambda part: list(_in_letters(pattern, path, part, scope, template)), parts)
        return [letter for part in found for letter in part]


def _in_letters(
    pattern: Any, path: str, ids: Sequence[int], scope: Scope, template: str | None
) -> Iterator[Found]:
    with Reader(Path(path)) as reader:
        for start in range(0, len(ids), _AT_ONCE):
            for letter_id, ocr_text, text in reader.plain_texts(ids[start : start + _AT_ONCE]):
                in_text = list(matches(pattern, text, template)) if scope != "ocr" else []
                also = scope == "ocr" or (scope == "both" and text is not ocr_text)
                in_ocr = list(matches(pattern, ocr_text, template)) if also else []
                if in_text or in_ocr:
                    yield letter_id, in_text, in_ocr


class RegularSearch:
    """Asks a worker process for what an expression finds."""

    def __init__(self, worker: CancellingRunner) -> None:
        self._worker = worker

    def in_letters(
        self,
        find: Find,
        path: Path,
        ids: Sequence[int],
        scope: Scope,
        cancelled: Cancelled,
        template: str | None = None,
    ) -> list[Found]:
        """Return what an expression finds in letters of a project, ids in ascending order; waits for it.

        Called away from the views' thread. Raises UserError if the expression is wrong or runs wild; returns
        nothing when cancelled.
        """
        answered = threading.Event()
        answers: list[list[Found]] = []
        failures: list[Exception] = []

        def done(found: list[Found]) -> None:
            answers.append(found)
            answered.set()

        def failed(error: Exception) -> None:
            failures.append(error)
            answered.set()

        self._worker.submit(
            "letters",
            letters_job,
            find,
            str(path),
            list(ids),
            scope,
            template,
            done=done,
            failed=failed,
            timeout=_SECONDS_FOR_MANY,
        )
        while not answered.wait(_LOOK):
            if cancelled():
                self._worker.cancel("letters")
                return []
        if failures:
            raise problem_of(failures[0])
        return answers[0]

    def in_text(
        self,
        find: Find,
        text: str,
        done: Callable[[list[Match]], None],
        failed: Callable[[UserError], None],
        template: str | None = None,
    ) -> None:
        """Ask for what an expression finds in one text; one of the two follows, in the worker's thread."""
        self._worker.submit(
            "text",
            matches_job,
            find,
            text,
            template,
            done=done,
            failed=lambda error: failed(problem_of(error)),
            timeout=_SECONDS,
        )


def problem_of(error: Exception) -> UserError:
    """Return what to tell of an expression that got no answer: of time, or of memory, it took too much."""
    return error if isinstance(error, UserError) else UserError(RUNS_WILD)
