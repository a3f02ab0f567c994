"""Giving free pages back to the disk, in small steps, so that no change waits for it.

SQLite keeps pages that became free. A file with `auto_vacuum = INCREMENTAL` gives some back at a time. A file
without it is written anew once, if it is so small that this takes only a moment.
"""

from __future__ import annotations

import sqlite3

_LEAST = 256  # free pages, 1 MB: fewer are soon used again
_PART = 10  # and a tenth of the file
_STEP = 256  # pages at once: some 20 ms
_SMALL = 2000  # pages in use, 8 MB: written anew in some 0.2 s
_INCREMENTAL = 2


def prepare(conn: sqlite3.Connection, database: str = "main") -> None:
    """Have a file that is still empty give its free pages back later."""
    conn.execute(f"PRAGMA {database}.auto_vacuum = INCREMENTAL")


def give_back(conn: sqlite3.Connection) -> bool:
    """Give some free pages back; tell whether it did. Not inside a transaction."""
    free, pages, mode = _state(conn)
    if not _is_much(free, pages):
        return False
    if mode == _INCREMENTAL:
        # As a script: as a statement Python takes one step of it, which is one page.
        conn.executescript(f"PRAGMA incremental_vacuum({_STEP})")
    elif pages - free <= _SMALL:
        write_anew(conn)
    else:
        return False
    return True


def give_all_back(conn: sqlite3.Connection) -> None:
    """Write a file anew that has many free pages, however long that takes."""
    free, pages, _ = _state(conn)
    if _is_much(free, pages):
        write_anew(conn)


def write_anew(conn: sqlite3.Connection) -> None:
    """Write a file anew without its free pages; from then on it gives them back in steps."""
    prepare(conn)
    conn.execute("VACUUM")


def _state(conn: sqlite3.Connection) -> tuple[int, int, int]:
    free, pages, mode = (
        int(conn.execute(f"PRAGMA {what}").fetchone()[0])
        for what in ("freelist_count", "page_count", "auto_vacuum")
    )
    return free, pages, mode


def _is_much(free: int, pages: int) -> bool:
    return free >= _LEAST and free * _PART >= pages
