"""Another program that opens and closes the file takes nothing from the open project."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.core.user_errors import UserError
from annotator.session.transfer.importing import import_paths
from annotator.storage.backup_names import folder_of
from annotator.storage.backups.comparing import compare
from annotator.storage.backups.making import back_up
from annotator.storage.check import check, quick_check
from annotator.storage.store import Store
from annotator.ui.features.learnt.controller import _read_text
from tests.storage.making import letter, project, save, tagged

OTHER = (
    "import sqlite3, sys; conn = sqlite3.connect(sys.argv[1]);"
    "print(conn.execute('SELECT count(*) FROM passage').fetchone()[0]); conn.close()"
)


def by_another_program(path: Path) -> int:
    """Open the file for writing, as a browser of databases does, look into it, and close it."""
    done = subprocess.run(
        [sys.executable, "-c", OTHER, str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def compare_with_backup(store: Store) -> object:
    made = back_up(store.path, folder_of(store.path), "jan").newest
    assert made is not None
    return compare(made.path, store.path)


def linked(path: Path) -> Path:
    link = path.with_name("link.txt")
    link.symlink_to(path)
    return link


def refused(read: Callable[[], object]) -> None:
    with pytest.raises(UserError, match="is open in this program"):
        read()


@pytest.mark.parametrize(
    "work",
    [
        lambda store: back_up(store.path, folder_of(store.path), "jan"),
        compare_with_backup,
        lambda store: store.save_copy(store.path.with_name("copy.kant")),
        lambda store: quick_check(store.path),
        lambda store: store.open_reader().close(),
        lambda store: Store.open(store.path, read_only=True).close(),
        lambda store: check(store.path),
        lambda store: import_paths(store, [store.path, linked(store.path)], "jan"),
        lambda store: refused(lambda: read_codebook(linked(store.path))),
        lambda store: refused(lambda: _read_text(linked(store.path))),
    ],
    ids=[
        "backup",
        "compare",
        "copy",
        "quick check",
        "reader",
        "second store",
        "check",
        "import",
        "codebook",
        "learnt",
    ],
)
def test_what_is_saved_behind_it_is_there(path: Path, work: Callable[[Store], object]) -> None:
    # Closing a file of one's own takes the locks of SQLite away (POSIX): another program that closes the file
    # as the last one, as it seems to it, would then take the log away under the open project.
    with project(path, letter()) as store:
        save(store, 1, {1: tagged(store.reader.letter(1), "brief", "p")})
        work(store)
        assert by_another_program(path) == 1
        assert path.with_name("P.kant-wal").exists()
        save(store, 2, {1: tagged(store.reader.letter(1), "Belgié", "q")})
        assert by_another_program(path) == 2
    with Store.open(path) as store:
        assert set(store.reader.letter(1).passages) == {"p", "q"}
