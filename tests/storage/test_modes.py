"""Whom files are for: what is made of a project is for those who may read and write the project."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.messages import Message
from annotator.storage.backup import backup
from annotator.storage.backup_names import folder_of
from annotator.storage.backups.erasing import erase_letters
from annotator.storage.backups.folder import list_backups
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.lock import lock_path
from annotator.storage.store import Store
from tests.storage.making import letter, project, save, tagged

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")
LABEL = Message("Test", "Test")


def modes(folder: Path) -> dict[str, int]:
    """Return the mode of each file below a folder, of folders as that of a file."""
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.parametrize(("mode", "folder_mode"), [(0o600, 0o700), (0o640, 0o750), (0o660, 0o770)])
def test_all_that_is_made_of_a_project_has_its_mode(
    path: Path, umask: None, mode: int, folder_mode: int
) -> None:
    project(path, letter(), letter("Een andere brief\n")).close()
    path.chmod(mode)
    with Store.open(path) as store:
        for number in range(3):
            save(store, number + 1, {1: tagged(store.reader.letter(1), "brief", f"p{number}")})
            back_up(path, folder_of(path), "jan")
        uid = store.do(lambda conn: conn.execute("SELECT uid FROM letter WHERE id = 2").fetchone()[0])
        assert modes(path.parent)[lock_path(path).name] == mode
        open_modes = modes(path.parent)
    backup(path, path.with_name("copy.kant"))
    erase_letters(folder_of(path), [uid], [path.with_name("copy.kant")])
    made = list_backups(folder_of(path))[0].path
    restore(made, path)
    restore(made, path.with_name("elsewhere.kant"))
    found = open_modes | modes(path.parent)
    assert len(found) >= 9
    assert found.pop(folder_of(path).name) == folder_mode
    assert set(found.values()) == {mode}


def test_what_was_made_before_follows_the_project(path: Path, umask: None) -> None:
    with project(path, letter()) as store:
        back_up(path, folder_of(path), "jan")
        assert set(modes(folder_of(path)).values()) == {0o644}
        path.chmod(0o600)
        save(store, 1, {1: tagged(store.reader.letter(1), "brief", "p1")})
        back_up(path, folder_of(path), "jan")
    assert set(modes(folder_of(path)).values()) == {0o600}


def test_the_mode_of_what_a_link_leads_to_is_not_changed(path: Path, umask: None, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text("theirs")
    theirs.chmod(0o604)
    with project(path, letter()):
        folder_of(path).mkdir()
        (folder_of(path) / "x.kantbackup").symlink_to(theirs)
        back_up(path, folder_of(path), "jan")
    assert stat.S_IMODE(theirs.stat().st_mode) == 0o604


@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o027, 0o640), (0o022, 0o644)])
@pytest.mark.parametrize("kind", ["txt", "csv", "json"])
def test_exports_heed_the_umask(
    path: Path, tmp_path: Path, umask: None, mask: int, mode: int, kind: str
) -> None:
    from annotator.exporters.writing import write_file
    from annotator.session.transfer.exporting import Wish, export_letters

    with project(path, letter()) as store:
        os.umask(mask)
        export_letters(store, Wish(kind), path.with_name("out"))
    write_file(path.with_name("out") / "table.csv", b"x")
    assert set(modes(path.with_name("out")).values()) == {mode}
