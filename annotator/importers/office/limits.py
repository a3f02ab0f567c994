"""What a Word or Writer file may take, and what is said where it takes more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers.office.sentences import TOO_DEEP
from annotator.importers.pdf.sentences import TOO_MUCH_MEMORY

LIMIT = 200_000_000  # bytes
Report = Callable[[int, int], None]


@contextmanager
def within_limits(shown: str) -> Iterator[None]:
    """Say in one sentence where a file takes more memory, or is deeper, than a letter may be."""
    try:
        yield
    except MemoryError as error:
        raise UserError(Message("Import", TOO_MUCH_MEMORY, {"name": shown})) from error
    except RecursionError as error:
        raise UserError(Message("Import", TOO_DEEP, {"name": shown})) from error
