"""Removing letters without a trace: out of the file, its index and its log, the drafts, and the backups."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.core.drafts import sweep, sweep_noted
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.user_errors import UserError
from annotator.storage.troubles import problem
from annotator.storage.writer import Writer

Done = Callable[[None], None] | None
Failed = Callable[[Exception], None] | None

PATIENCE = 10.0  # seconds to wait for another program's reading before saying so
_SOON, _LATER = 0.2, 5.0  # seconds between two tries, before and after it is said
_MERGED_AT_ONCE = 500  # pages of the search index between two looks for other jobs

_STILL_READ = QT_TRANSLATE_NOOP(
    "Storage",
    "The text of the removed letters is still in the log of {name}, as another program reads it. "
    "It goes when that program lets go and the project is closed.",
)


def remove(
    writer: Writer,
    path: Path,
    ids: Sequence[int],
    backups: Path | None,
    done: Done,
    failed: Failed,
) -> None:
    """Remove letters and all that was made of them; with a folder of backups from there, too.

    `done` is called when no file has them any more, `failed` where one may have.
    """
    from annotator.storage.letters import remove_letters

    def removed(answer: tuple[list[str], bool]) -> None:
        uids, left = answer

        def erase(_: None) -> None:
            args = (path, backups, uids, done, failed)
            threading.Thread(target=_erase, args=args, name="eraser").start()

        if left:
            clean_index(writer, path, erase, failed)
        else:
            empty_log(writer, path, erase, failed)

    writer.submit(lambda conn: remove_letters(conn, ids), removed, failed)


def clean_index(writer: Writer, path: Path, done: Done, failed: Failed, *, first: bool = True) -> None:
    """Write the search index anew in small steps, between which changes are saved, then empty the log.

    Then no word of a removed letter is left in it.
    """
    from annotator.storage.indexing import merge_step

    def stepped(more: bool) -> None:
        if more:
            clean_index(writer, path, done, failed, first=False)
        else:
            empty_log(writer, path, done, failed)

    writer.submit(lambda conn: merge_step(conn, _MERGED_AT_ONCE, first=first), stepped, failed)


def empty_log(writer: Writer, path: Path, done: Done, failed: Failed) -> None:
    """Empty the log: at once, or when no reader needs it any more; after a while the analyst is told."""
    end = time.monotonic() + PATIENCE
    told = False

    def attempt() -> None:
        try:
            writer.submit(_emptied, tried, failed, in_transaction=False)
        except RuntimeError:
            tell()  # the project was closed meanwhile

    def tried(emptied: bool) -> None:
        if emptied:
            if not told and done is not None:
                done(None)
            return
        if time.monotonic() > end:
            tell()
        again = threading.Timer(_LATER if told else _SOON, attempt)
        again.daemon = True
        again.start()

    def tell() -> None:
        nonlocal told
        if not told and failed is not None:
            failed(problem(_STILL_READ, path))
        told = True

    attempt()


def _emptied(conn: sqlite3.Connection) -> bool:
    """Bring the log into the file and empty it; False where a reader still needs it."""
    (before,) = conn.execute("PRAGMA busy_timeout").fetchone()
    conn.execute("PRAGMA busy_timeout = 0")  # nothing else is held up by a reader
    try:
        return bool(conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    finally:
        conn.execute(f"PRAGMA busy_timeout = {int(before)}")


def _erase(path: Path, backups: Path | None, uids: Sequence[str], done: Done, failed: Failed) -> None:
    from annotator.storage.backups.erasing import erase_everywhere
    from annotator.storage.backups.opening import may_keep

    try:
        left = [*sweep(path.parent), *sweep_noted()]
        if backups is not None:
            erase_everywhere(path, backups, uids)
        if left:
            raise may_keep(left)
    except Exception as error:
        if not isinstance(error, UserError):
            logging.getLogger(__name__).exception("letters could not be taken out of the backups")
        if failed is not None:
            failed(error)
        return
    if done is not None:
        done(None)
