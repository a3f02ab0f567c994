"""Edits and queries in the thread that asks for them: for commands without a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from annotator.session.project.operations import Answer, Cancelled, Edit, Operations, Outcome, Progress, Query
from annotator.session.project.session import Session

T = TypeVar("T")


class AtOnce:
    """Runs work at once, in the thread that asks."""

    def run(
        self,
        work: Callable[[Progress, Cancelled], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        /,
    ) -> None:
        """Run `work(progress, cancelled)`, then `done` or `failed`."""
        try:
            result = work(lambda count, name: None, lambda: False)
        except Exception as error:  # it is told as an edit in a thread tells it
            failed(error)
        else:
            done(result)


def made(session: Session, edit: Edit[T]) -> Outcome[T]:
    """Make an edit and return what it came to, when the file has it. Raises what it raises."""
    found: list[Outcome[T]] = []
    Operations(session, AtOnce()).edit(edit, lambda outcome, changed: found.append(outcome))
    session.settle()
    return found[0]


def answered(session: Session, query: Query[T]) -> T:
    """Return the answer of a query. Raises what it raises."""
    found: list[Answer[T]] = []
    Operations(session, AtOnce()).query(query, found.append)
    return found[0].value
