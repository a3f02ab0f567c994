"""Opening and making projects: what is refused, in one sentence, and left as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.backup import backup
from annotator.storage.check import check
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, added, letter, project


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def refused(path: Path, because: str) -> None:
    """Expect a refusal of one or two sentences, and that nothing in the folder was touched."""
    before = contents(path.parent)
    with pytest.raises(UserError, match=because) as caught:
        Store.open(path)
    assert "\n" not in str(caught.value)
    assert contents(path.parent) == before


def test_a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)
    refused(path, "leads nowhere")


def test_checking_a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)
    with pytest.raises(UserError, match="leads nowhere"):
        check(path)


def test_copying_a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)
    with pytest.raises(UserError, match="leads nowhere"):
        backup(path, path.with_name("copy.kant"))


def test_a_damaged_schema(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[100:4096] = b"\xff" * 3996
    closed.write_bytes(content)
    refused(closed, "is damaged")


def test_a_view_of_a_file_runs_no_function_that_is_not_harmless(closed: Path) -> None:
    with Store.open(closed) as store:
        conn = store.reader._conn
        assert conn.execute("PRAGMA trusted_schema").fetchone() == (0,)


def test_opening_an_up_to_date_project_does_not_import_sqlite_utils(closed: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from annotator.storage.store import Store\n"
        "with Store.open(Path(sys.argv[1])) as store: store.reader.letter(1)\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(closed)], check=False).returncode == 0


def test_a_project_that_was_only_looked_at_leaves_one_file(closed: Path) -> None:
    with Store.open(closed) as store:
        store.reader.letter(1)
    assert list(contents(closed.parent)) == ["P.kant"]


def test_a_project_that_was_written_leaves_one_file(path: Path) -> None:
    project(path, letter()).close()
    assert list(contents(path.parent)) == ["P.kant"]


def test_the_settings_that_keep_what_is_acknowledged(path: Path) -> None:
    with project(path, letter()) as store:

        def pragmas(conn: sqlite3.Connection) -> list[object]:
            names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "secure_delete")
            return [conn.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

        assert store.do(pragmas) == ["wal", 2, 1, 0, 1]


def test_a_network_drive_gets_no_log_and_a_warning(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("connections", "creation", "store"):
        monkeypatch.setattr(f"annotator.storage.{module}.on_network_drive", lambda path: True)
    with project(path, letter()) as store:
        assert "network drive" in str(store.warnings[0])
        mode = store.do(lambda conn: conn.execute("PRAGMA journal_mode").fetchone())
        assert mode == ("delete",)
        assert store.reader.letter(1).text


def test_making_a_project_over_a_file_is_refused(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(UserError, match="is already in"):
        Store.create(closed, CODEBOOK)
    assert closed.read_bytes() == before


def test_making_a_project_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is no folder"):
        Store.create(tmp_path / "absent" / "P.kant", CODEBOOK)


def test_odd_names_are_names(tmp_path: Path) -> None:
    path = tmp_path / "Één 100% #1 ?mode=rw&x=y.kant"
    project(path, letter()).close()
    with Store.open(path) as store:
        assert store.reader.letters_count() == 1


def test_an_unclean_end_is_noticed(closed: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from annotator.storage.store import Store\n"
        "store = Store.open(Path(sys.argv[1])); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(closed)], check=True)
    with Store.open(closed) as store:
        assert store.was_unclean


def test_a_clean_end_is_no_unclean_end(closed: Path) -> None:
    with Store.open(closed) as store:
        assert not store.was_unclean


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"br\xe9f.kant")
    project(path, letter()).close()
    with Store.open(path) as store:
        store.do(lambda conn: add_letters(conn, [added(letter(), os.fsdecode(b"br\xe9f.txt"))]))
        assert store.reader.details(2).source_name == "br\ufffdf.txt"
    backup(path, tmp_path / os.fsdecode(b"kopi\xeb.kant"))
    assert check(path) == []
