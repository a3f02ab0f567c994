"""Automatic backups: of one moment, verified, only where something changed, and never half."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.user_errors import UserError
from annotator.storage.backup_names import folder_of
from annotator.storage.backups import folder as folders
from annotator.storage.backups import packs
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.check import check
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.lock import Lock, acquire
from annotator.storage.store import Store
from tests.storage.making import added, corrected, letter, project, save

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOURLY = timedelta(hours=1)


@pytest.fixture
def folder(path: Path) -> Path:
    return folder_of(path)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def restored(folder: Path, dest: Path) -> Store:
    """Restore the newest backup to another place, where no present project can help."""
    done = restore(folders.list_backups(folder)[0].path, dest)
    assert (done.sources_missing, done.sources_damaged) == (0, 0)
    assert check(dest) == []
    return Store.open(dest)


def test_a_backup_has_all_of_an_open_project(store: Store, folder: Path, tmp_path: Path) -> None:
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    made = back_up(store.path, folder, "piet", moment=NOON).newest
    assert made is not None
    assert (made.letters, made.changes, made.sources, made.analyst) == (1, 1, 1, "piet")
    with restored(folder, tmp_path / "Q.kant") as copy:
        assert copy.reader.letter(1) == store.reader.letter(1)
        assert copy.reader.source_bytes(1) == store.reader.source_bytes(1)
        assert copy.reader.codebook() == store.reader.codebook()
        assert copy.reader.next_undo() == store.reader.next_undo()


def test_the_words_on_the_pages_are_backed_up(store: Store, folder: Path, tmp_path: Path) -> None:
    layout = PageLayout(1, 0, 595.0, 842.0, (WordBox(0, 8, 1.0, 2.0, 3.0, 4.0),), ())
    new = added(letter("Geachte voorzitter\n"), "scan.pdf")
    new = NewLetter(new.letter, new.source_name, new.sha256, new.content, layouts=(layout,))
    store.do(lambda conn: add_letters(conn, [new]))
    back_up(store.path, folder, "jan")
    with restored(folder, tmp_path / "Q.kant") as copy:
        assert copy.reader.page_layouts(2) == [layout]


def test_nothing_is_made_where_nothing_changed(store: Store, folder: Path) -> None:
    assert back_up(store.path, folder, "jan", moment=NOON).made
    before = names(folder)
    again = back_up(store.path, folder, "jan", moment=NOON + HOURLY)
    assert not again.made
    assert again.newest is not None
    assert names(folder) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE setting SET value = 'x' WHERE key = 'created_by'",
        "UPDATE codebook_tag SET json = replace(json, 'Country', 'Land')",
        "DELETE FROM letter",
    ],
)
def test_any_change_is_noticed(store: Store, folder: Path, statement: str) -> None:
    back_up(store.path, folder, "jan", moment=NOON)
    store.do(lambda conn: conn.execute(statement))
    assert back_up(store.path, folder, "jan", moment=NOON + HOURLY).made


def test_what_the_program_finds_by_itself_is_no_change(store: Store, folder: Path) -> None:
    from annotator.storage.suspect_cache import save_suspects

    back_up(store.path, folder, "jan", moment=NOON)
    store.do(lambda conn: save_suspects(conn, 1, 1, "1", "[]", 0))
    assert not back_up(store.path, folder, "jan", moment=NOON + HOURLY).made


def test_at_most_one_an_hour(store: Store, folder: Path) -> None:
    back_up(store.path, folder, "jan", moment=NOON)
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    soon = NOON + timedelta(minutes=59)
    assert not back_up(store.path, folder, "jan", at_least=HOURLY, moment=soon).made
    assert back_up(store.path, folder, "jan", at_least=HOURLY, moment=NOON + HOURLY).made


def test_a_closed_project_stays_one_file(closed: Path, folder: Path) -> None:
    before = closed.read_bytes()
    back_up(closed, folder, "jan")
    assert names(closed.parent) == ["P.kant", "P.kant-backups"]
    assert closed.read_bytes() == before
    with Store.open(closed) as store:
        assert not store.was_unclean


def test_a_damaged_project_gives_no_backup(path: Path, folder: Path) -> None:
    project(path, *(letter(f"Brief {n}\n" * 500) for n in range(20))).close()
    content = bytearray(path.read_bytes())
    for page in range(8, len(content) // 4096):
        content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"P\.kant is damaged"):
        back_up(path, folder, "jan")
    assert names(folder) == []


def test_a_folder_that_cannot_be_made(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="for backups cannot be made"):
        back_up(store.path, tmp_path / "absent" / "drive" / "P.kant-backups", "jan")


def test_a_file_in_the_place_of_the_folder(store: Store, folder: Path) -> None:
    folder.write_text("precious")
    with pytest.raises(UserError):
        back_up(store.path, folder, "jan")
    assert folder.read_text() == "precious"


def test_a_full_disk_leaves_nothing_behind(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = packs.attached

    def small(conn: sqlite3.Connection, path: Path, name: str, **params: str):  # type: ignore[no-untyped-def]
        found = real(conn, path, name, **params)
        return Small(conn, name, found)

    class Small:
        def __init__(self, conn: sqlite3.Connection, name: str, found) -> None:  # type: ignore[no-untyped-def]
            self.conn, self.name, self.found = conn, name, found

        def __enter__(self) -> None:
            self.found.__enter__()
            self.conn.execute(f"PRAGMA {self.name}.max_page_count = 4")

        def __exit__(self, *exc: object) -> None:
            self.found.__exit__(*exc)

    monkeypatch.setattr("annotator.storage.backups.packs.attached", small)
    with pytest.raises(UserError, match="is full"):
        back_up(store.path, folder, "jan")
    assert names(folder) == []


def test_two_do_not_work_in_one_folder(store: Store, folder: Path) -> None:
    folder.mkdir()
    held = acquire(folder / "backups")
    assert isinstance(held, Lock)
    with pytest.raises(UserError, match="Another window works on the backups"):
        back_up(store.path, folder, "jan")
    held.release()


def test_what_a_killed_program_left_is_removed(store: Store, folder: Path) -> None:
    folder.mkdir()
    draft = folder / f".x.kantbackup.{2**22 - 1}.part"
    draft.write_text("half")
    back_up(store.path, folder, "jan")
    assert not draft.exists()


def test_a_draft_that_is_being_written_stays(store: Store, folder: Path) -> None:
    folder.mkdir()
    draft = folder / f".x.kantbackup.{os.getppid()}.part"
    draft.write_text("half")
    back_up(store.path, folder, "jan")
    assert draft.exists()


def test_a_backup_opened_as_a_project_is_refused(store: Store, folder: Path) -> None:
    made = back_up(store.path, folder, "jan").newest
    assert made is not None
    with pytest.raises(UserError, match="is a backup"):
        Store.open(made.path)
