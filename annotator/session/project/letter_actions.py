"""Changes of letters as a whole: their titles, and the status of several at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotator.core.document import About, Letter
from annotator.core.history import Delta
from annotator.core.operations import set_about
from annotator.core.printable import printable
from annotator.core.statuses import STATUSES
from annotator.session.project import labels
from annotator.session.project.session import Session

LONGEST_TITLE = 300  # characters


def set_status_of(session: Session, abouts: Mapping[int, About], status: str) -> int:
    """Give letters a status as one undoable change; return how many had another one."""
    if status not in STATUSES:
        raise ValueError(status)
    deltas = {
        letter_id: _changed(about, replace(about, status=status))
        for letter_id, about in abouts.items()
        if about.status != status
    }
    if len(deltas) == 1:
        session.do_all(labels.about("status"), deltas)
    elif deltas:
        session.do_all(labels.status_of(len(deltas)), deltas)
    return len(deltas)


def rename(session: Session, letter_id: int, about: About, title: str) -> bool:
    """Give a letter another title as an undoable change; False where it says the same, or nothing."""
    wanted = printable(" ".join(title.split()))[:LONGEST_TITLE]
    if not wanted or wanted == about.title:
        return False
    return session.do_all(labels.about("title"), {letter_id: _changed(about, replace(about, title=wanted))})


def _changed(before: About, after: About) -> Delta:
    # What a letter is called does not depend on its text: no letter need be read for it.
    return set_about(Letter("", "", before), lambda _: after)
