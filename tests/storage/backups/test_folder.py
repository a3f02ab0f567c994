"""Whatever lies in the folder of the backups: each file is looked at for itself, and stops no other."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.backup_names import folder_of
from annotator.storage.backups import folder as folders
from annotator.storage.backups.erasing import erase_everywhere
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.letters import add_letters
from annotator.storage.names import BACKUP_ID, PACK_ID
from annotator.storage.store import Store
from tests.storage.making import added, letter, project, save, tagged

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECRET = "Geheimwoord"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS key, i AS value FROM n"
posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices as POSIX has them")


def empty(path: Path) -> None:
    path.touch()


def nonsense(path: Path) -> None:
    path.write_bytes(b"nonsense" * 1000)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def endless_file(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("absent"))


def without_rights(path: Path) -> None:
    path.write_bytes(b"x" * 5000)
    path.chmod(0)


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE letter (id, uid)")


def endless_views(path: Path) -> None:
    mark = PACK_ID if path.suffix == ".kantpack" else BACKUP_ID
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(f"PRAGMA application_id = {mark}")
        for name in ("backup_about", "letter", "source", "held", "pack_about"):
            conn.execute(f"CREATE VIEW {name} AS {ENDLESS}")


def cut_off(path: Path) -> None:
    other = next(each for each in sorted(path.parent.glob(f"*{path.suffix}")) if each != path)
    path.write_bytes(other.read_bytes()[:5000])


BAD = (
    empty,
    nonsense,
    pytest.param(a_folder),
    pytest.param(a_pipe, marks=posix),
    pytest.param(endless_file, marks=posix),
    link_to_nothing,
    without_rights,
    foreign,
    endless_views,
    cut_off,
)


@pytest.mark.parametrize("name", ["A.kantbackup", "Z.kantbackup", "letters-0.kantpack", "sources-z.kantpack"])
@pytest.mark.parametrize("make", BAD)
def test_a_bad_file_stops_nothing(
    store: Store, make: Callable[[Path], None], name: str, tmp_path: Path
) -> None:
    folder = folder_of(store.path)
    store.do(lambda conn: add_letters(conn, [added(letter(f"Een {SECRET}\n" * 50), "geheim.txt")]))
    back_up(store.path, folder, "jan", moment=NOON)
    make(folder / name)
    save(store, 1, {1: tagged(store.reader.letter(1), "brief", "p1")})
    made = back_up(store.path, folder, "jan", moment=NOON + timedelta(hours=1))
    assert made.made
    assert name in str(made.notes[0]) or make is cut_off  # a backup cut off behind its first page has one
    assert len([each for each in folders.list_backups(folder) if each.path.name != name]) == 2
    uid = _uid(store, 2)
    with pytest.raises(UserError, match=name.replace(".", r"\.")):
        erase_everywhere(store.path, folder, [uid])
    left = [
        file.name
        for file in folder.rglob("*")
        if file.name != name and file.is_file() and SECRET.encode() in file.read_bytes()
    ]
    assert left == []
    newest = next(each for each in folders.list_backups(folder) if each.path.name != name)
    assert restore(newest.path, tmp_path / "elsewhere.kant").letters == 1


def _uid(store: Store, letter_id: int) -> str:
    return store.do(
        lambda conn: str(conn.execute("SELECT uid FROM letter WHERE id = ?", (letter_id,)).fetchone()[0])
    )


def test_backups_made_while_the_clock_is_set_back_stay(store: Store) -> None:
    folder, names = folder_of(store.path), list[str]()
    moments = [NOON + timedelta(hours=n) for n in (0, 1, 2, -1, -0.5, 0.2, 0.7, -3, -2)]
    for number, moment in enumerate(moments):
        save(store, number + 1, {1: tagged(store.reader.letter(1), "brief", f"p{number}")})
        made = back_up(store.path, folder, "jan", at_least=timedelta(minutes=10), moment=moment).newest
        assert made is not None
        names.append(made.path.name)
        there = [each.path.name for each in folders.list_backups(folder)]
        assert there[:3] == names[:-4:-1]
    assert [each.changes for each in folders.list_backups(folder)][:3] == [9, 8, 7]


def test_the_backups_of_a_lost_project_of_that_name_stay(store: Store, path: Path) -> None:
    folder = folder_of(path)
    back_up(path, folder, "jan", moment=NOON)
    lost = folders.list_backups(folder)[0]
    store.close()
    path.unlink()
    with project(path, letter("Een andere brief\n")) as other:
        for number in range(14):
            save(other, number + 1, {1: tagged(other.reader.letter(1), "brief", f"p{number}")})
            back_up(path, folder, "jan", moment=NOON + timedelta(minutes=number + 1))
    assert lost.path in [each.path for each in folders.list_backups(folder)]
    shutil.move(path, path.with_name("other.kant"))
    assert restore(lost.path, path).letters == 1


@posix
def test_strange_files_in_the_place_of_copies_stop_nothing(store: Store) -> None:
    copies = [store.path.with_name(name) for name in ("P.kant.before-1.bak", "P before restore x.kant")]
    for copy in copies:
        a_pipe(copy)
        copy.with_name(f"{copy.name}-wal").write_bytes(b"log")
    back_up(store.path, folder_of(store.path), "jan")
    uid = _uid(store, 1)
    with pytest.raises(UserError, match=r"P before restore x\.kant, P\.kant\.before-1\.bak"):
        erase_everywhere(store.path, folder_of(store.path), [uid])
    assert [each.letters for each in folders.list_backups(folder_of(store.path))] == [0]
