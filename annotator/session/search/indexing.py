"""Keeping the full-text index up with the letters: in small steps, between which changes are saved."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from functools import partial

from annotator.core.user_errors import UserError
from annotator.storage.indexing import SETTING_UNCLEAN, IndexedLetter, put_letters
from annotator.storage.search_index import mark_unknown
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

_LETTERS = 100
_CHARACTERS = 300_000  # of text in one step: some 30 ms of the writer's time
_PATIENCE = 30.0  # seconds that the disk may block before the index is put off
_log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def bring_up_to_date(store: Store, progress: Progress, cancelled: Cancelled) -> bool:
    """Put every letter into the index as it is now; tell whether it is complete.

    Called away from the views' thread; it waits. `progress` gets how many letters are done, of how many. It
    can be cancelled, and killed, at any time: what is left is done the next time.
    """
    if store.read_only:
        return False
    try:
        with store.open_reader() as reader:
            if not reader.can_index():
                return False
            if reader.index_is_behind():
                store.do(mark_unknown, _PATIENCE)
            if reader.setting(SETTING_UNCLEAN):
                store.clean_index()
            left = total = reader.stale_count()
            while not cancelled() and (letters := reader.stale_letters(_LETTERS, _CHARACTERS)):
                progress(total - left, total)
                began = time.monotonic()
                store.do(partial(_put, letters), _PATIENCE)
                left = reader.stale_count()
                total = max(total, left)
                if not cancelled():
                    # As long again, so that waiting changes and other programs get their turn.
                    time.sleep(min(0.2, time.monotonic() - began))
    except (UserError, RuntimeError) as trouble:  # the disk, or the project was closed meanwhile
        _log.info("the search index waits: %s", type(trouble).__name__)
        return False
    return not cancelled()


def _put(letters: Sequence[IndexedLetter], connection: WriteConnection) -> None:
    put_letters(connection, letters)
