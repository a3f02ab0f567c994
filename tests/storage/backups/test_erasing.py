"""Text of removed letters is gone for good: from the raw bytes of every file."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.history import Change
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.storage.backup import backup
from annotator.storage.backups import folder as folders
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.changes import save_change
from annotator.storage.check import check
from annotator.storage.connections import connect_to_read
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from annotator.storage.suspect_cache import save_suspects
from tests.storage.making import STAMP, added, corrected, letter, project, tagged

SOON = 100.0
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECRET = "Geheimwoord"
OTHER = "Blijfwoord"


def holding(folder: Path, words: str) -> list[str]:
    """Return the files in a folder, and below it, that have the words in their raw bytes."""
    sought = [words.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return sorted(file.name for file in files if any(s in file.read_bytes() for s in sought))


@pytest.fixture
def full(path: Path) -> Store:
    """A project in which a letter's words are wherever they can be."""
    texts = [f"De {word} van Belgié en de motie Jansen.\n" * 300 for word in (OTHER, SECRET)]
    store = project(path, *(letter(text, text[3:14]) for text in texts))
    secret = f"{SECRET}2"
    for number, delta in enumerate(
        (
            corrected(store.reader.letter(2), "Belgié", f"{SECRET}3"),
            tagged(store.reader.letter(2), "motie Jansen", "p"),
            operations.judge(Span(0, 2), f"{SECRET}4", "here", f"{SECRET}5", STAMP),
            operations.set_value(
                store.reader.letter(2), "subject", 0, f"{SECRET}6", f"{SECRET}7", Span(0, 2), STAMP
            ),
        ),
        1,
    ):
        label = Message("Test", "Correct {word}", {"word": secret})
        change = Change(number, label, "jan", STAMP.made_at, {2: delta})
        store.do(lambda conn, change=change: save_change(conn, change, "new"))
    store.do(lambda conn: save_suspects(conn, 2, 99, "1", f'["{SECRET}8"]', 1))
    return store


def removed(store: Store, *ids: int, from_backups: bool) -> list[Exception]:
    """Remove letters and wait for the end of it; return what failed."""
    ended, errors = threading.Event(), list[Exception]()

    def failed(error: Exception) -> None:
        errors.append(error)
        ended.set()

    store.remove_letters(ids, from_backups=from_backups, done=lambda _: ended.set(), failed=failed)
    assert ended.wait(SOON)
    return errors


def test_the_words_are_found_before(full: Store) -> None:
    back_up(full.path, full.backup_folder, "jan")
    full.close()
    assert len(holding(full.path.parent, SECRET)) == 4  # the project, a backup, two packs


def test_nothing_is_left_in_the_project_while_it_is_open(full: Store) -> None:
    assert removed(full, 2, from_backups=False) == []
    assert holding(full.path.parent, SECRET) == []
    full.close()
    assert holding(full.path.parent, SECRET) == []
    assert holding(full.path.parent, OTHER) == ["P.kant"]
    assert check(full.path) == []


def test_backups_keep_it_where_that_is_not_asked(full: Store) -> None:
    made = back_up(full.path, full.backup_folder, "jan").newest
    assert made is not None
    removed(full, 2, from_backups=False)
    full.close()
    restore(made.path, full.path)
    with Store.open(full.path) as store:
        assert SECRET in store.reader.letter(2).text


def test_nothing_is_left_anywhere_when_asked(full: Store) -> None:
    for number in range(3):
        back_up(full.path, full.backup_folder, "jan", moment=NOON + timedelta(hours=number))
        new = added(letter(f"Brief {number}\n"), f"{number}.txt")
        full.do(lambda conn, new=new: add_letters(conn, [new]))
    backup(full.path, full.path.with_name("P.kant.before-2.bak"))
    backup(full.path, full.path.with_name("P before restore 2026-03-02 12.00.00.kant"))
    assert removed(full, 2, from_backups=True) == []
    assert holding(full.path.parent, SECRET) == []
    assert len(holding(full.path.parent, OTHER)) >= 7
    made = folders.list_backups(full.backup_folder)
    assert [backup.letters for backup in made] == [3, 2, 1]
    full.close()
    for each in made:
        restore(each.path, full.path)
        assert check(full.path) == []
        with Store.open(full.path) as store:
            assert store.reader.source_bytes(1) == store.reader.letter(1).ocr_text.encode()


def test_a_source_that_another_letter_has_stays(path: Path) -> None:
    with project(path, letter("Een tekst\n"), letter("Een tekst\n")) as store:
        made = back_up(path, store.backup_folder, "jan").newest
        assert made is not None
        assert removed(store, 2, from_backups=True) == []
    assert restore(made.path, path).sources_missing == 0


def test_the_chosen_folder_and_the_one_beside_are_both_cleared(full: Store, tmp_path: Path) -> None:
    back_up(full.path, full.backup_folder, "jan")
    full.backup_folder = tmp_path / "elsewhere" / "P.kant-backups"
    back_up(full.path, full.backup_folder, "jan")
    assert removed(full, 2, from_backups=True) == []
    full.close()
    assert holding(tmp_path, SECRET) == []


def test_a_damaged_backup_is_named(full: Store) -> None:
    back_up(full.path, full.backup_folder, "jan")
    broken = full.backup_folder / "P old.kantbackup"
    shutil.copy(next(full.backup_folder.glob("*.kantbackup")), broken)
    content = bytearray(broken.read_bytes())
    content[100:] = b"\xa5" * len(content[100:])
    broken.write_bytes(content)
    [problem] = removed(full, 2, from_backups=True)
    assert isinstance(problem, UserError)
    assert "may still be in files that could not be read: P old.kantbackup." in str(problem)
    full.close()


def test_a_reader_may_not_remove(closed: Path) -> None:
    with Store.open(closed, read_only=True) as store, pytest.raises(UserError, match="may not be written"):
        store.remove_letters([1])


def test_what_programs_that_died_left_goes_too(full: Store, tmp_path: Path) -> None:
    """Drafts beside the project, among the backups, and of an export elsewhere, in the names of dead ones."""
    back_up(full.path, full.backup_folder, "jan")
    dies = (
        "import os, signal, sys; from pathlib import Path; from annotator.core.drafts import draft_beside\n"
        "made = [draft_beside(Path(place) / 'x') for place in sys.argv[1:]]\n"
        "for draft in [each.__enter__() for each in made]:\n"
        f"    draft.mkdir(); (draft / 'a.txt').write_text('{SECRET}')\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    places = [str(place) for place in (full.path.parent, full.backup_folder, elsewhere)]
    subprocess.run([sys.executable, "-c", dies, *places], check=False)
    (full.path.parent / f".P.kant.{2**22 - 1}.part").write_text(SECRET)  # of an older version
    assert holding(tmp_path, SECRET) != []
    assert removed(full, 2, from_backups=True) == []
    assert holding(tmp_path, SECRET) == []


def test_done_is_said_when_nobody_reads_it_any_more(full: Store) -> None:
    with closing(connect_to_read(full.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM letter").fetchone()
        ended, errors = threading.Event(), list[Exception]()
        full.remove_letters([2], done=lambda _: ended.set(), failed=errors.append)
        full.flush()
        assert holding(full.path.parent, SECRET) != []
        full.flush()  # what empties the log was tried behind the removal
        assert not ended.is_set()
        assert errors == []
        reader.execute("ROLLBACK")
    assert ended.wait(SOON)
    assert holding(full.path.parent, SECRET) == []


def test_where_somebody_goes_on_reading_that_is_said(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.storage.removing.PATIENCE", 0.3)
    with closing(connect_to_read(full.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM letter").fetchone()
        [problem] = removed(full, 2, from_backups=False)
        assert "is still in the log of P.kant, as another program reads it" in str(problem)
    full.close()
    assert holding(full.path.parent, SECRET) == []


def test_a_drive_that_is_not_there_is_named(full: Store, tmp_path: Path) -> None:
    back_up(full.path, full.backup_folder, "jan")
    full.backup_folder = tmp_path / "drive" / "P.kant-backups-1"
    [problem] = removed(full, 2, from_backups=True)
    assert "could not be read: P.kant-backups-1." in str(problem)
    assert holding(tmp_path, SECRET) == []
