"""Opening, making and checking project files on behalf of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.core.codebook import Codebook
from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.session.project.session import Session
from annotator.storage.store import Store
from annotator.storage.troubles import resolved

Post = Callable[[Callable[[], None]], None]


def open_project(path: Path, analyst: str, post: Post, *, read_only: bool = False) -> Session:
    """Open a project file. Raises `UserError`."""
    return _session(Store.open(path, read_only=read_only, analyst=analyst), analyst, post)


def make_project(path: Path, book: Codebook, analyst: str, post: Post) -> Session:
    """Make a project file with a codebook, and open it. Raises `UserError`."""
    return _session(Store.create(path, book, analyst), analyst, post)


def discard(session: Session) -> None:
    """Close the file of a session that was opened and is not to be shown."""
    session.store.close()


def is_of(session: Session, path: Path) -> bool:
    """Tell whether a session's project is the file at a path. Raises `UserError` for links in a circle."""
    return session.store.path == resolved(path)


def check(path: Path) -> Sequence[Message]:
    """Look through a project file; return what is wrong with it. Takes long: in a thread."""
    from annotator.storage.check import quick_check

    return quick_check(path)


def _session(store: Store, analyst: str, post: Post) -> Session:
    try:
        return Session(store, analyst, post)
    except UserError:
        store.close()
        raise
