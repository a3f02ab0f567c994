"""Rot: a flipped bit anywhere among the backups is mended or said; it never comes back as another text."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.cli.main import main
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.user_errors import UserError
from annotator.storage.backup_names import folder_of
from annotator.storage.backups import folder as folders
from annotator.storage.backups.checking import check_backups
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.backups.verifying import verify_turn
from annotator.storage.check import check
from annotator.storage.letters import NewLetter, add_letters, remove_letters
from annotator.storage.store import Store
from tests.storage.making import added, corrected, letter, project, save, tagged

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FLIPS = 40 if os.environ.get("KANTTEKENING_TEST_PROFILE") == "full" else 8
TEXT = "De minister van Belgié sprak over nummer {n}.\n" * 40


def flip(path: Path, at: int, bit: int = 3) -> None:
    """Turn one bit of a file round."""
    with path.open("rb+") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ 1 << bit]))


def flip_in(path: Path, words: bytes) -> None:
    """Turn a bit of words round that stand in a file."""
    flip(path, path.read_bytes().index(words), 0)


def packs_of(path: Path, kind: str) -> list[Path]:
    return sorted(folder_of(path).glob(f"{kind}-*.kantpack"))


def contents(path: Path) -> list[object]:
    """Return what letters of a project read, with their sources and the places of their words."""
    with Store.open(path, read_only=True) as store:
        reader = store.reader
        return [
            (reader.letter(n), reader.source_bytes(n), reader.page_layouts(n)) for n in reader.letter_ids()
        ]


@pytest.fixture
def backed_up(path: Path) -> Iterator[Path]:
    """A closed project of letters with sources and layouts, and two backups of it."""
    with project(path) as store:
        boxes = tuple(WordBox(n * 4, n * 4 + 3, n, 2.0, n + 3.0, 4.0) for n in range(60))
        layout = PageLayout(1, 0, 595.0, 842.0, boxes, ())
        for number in range(8):
            made = added(letter(TEXT.replace("{n}", str(number)), f"Brief {number}"), f"{number}.txt")
            new = NewLetter(made.letter, made.source_name, made.sha256, made.content, layouts=(layout,))
            store.do(lambda conn, new=new: add_letters(conn, [new]))
        back_up(path, folder_of(path), "jan", moment=NOON)
        save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
        back_up(path, folder_of(path), "jan", moment=NOON + timedelta(hours=1))
    yield path


def changed(path: Path, number: int) -> None:
    with Store.open(path) as store:
        save(store, 10 + number, {2: tagged(store.reader.letter(2), "minister", f"p{number}")})


def test_a_damaged_text_is_written_anew_by_the_next_backup_and_said(backed_up: Path, tmp_path: Path) -> None:
    for pack, words in (
        (packs_of(backed_up, "letters")[0], b"nummer 3"),
        (packs_of(backed_up, "sources")[0], b"nummer 5"),
    ):
        flip_in(pack, words)
    changed(backed_up, 1)
    done = back_up(backed_up, folder_of(backed_up), "jan", moment=NOON + timedelta(hours=2))
    said = [str(note) for note in done.notes]
    assert any("text of “Brief 3” was damaged in the backups. It was written anew" in each for each in said)
    assert any("source file of “Brief 5” was damaged in the backups. It was written" in each for each in said)
    assert done.newest is not None
    elsewhere = tmp_path / "elsewhere" / "Q.kant"
    elsewhere.parent.mkdir()
    assert restore(done.newest.path, elsewhere).notes == ()
    assert contents(elsewhere) == contents(backed_up)


@pytest.mark.parametrize("kind", ["letters", "sources"])
@pytest.mark.parametrize("seed", range(FLIPS))
def test_any_flipped_bit_in_a_pack_is_mended_by_the_next_backup(
    backed_up: Path, tmp_path: Path, kind: str, seed: int
) -> None:
    chance = random.Random(seed)
    [pack] = packs_of(backed_up, kind)
    flip(pack, chance.randrange(pack.stat().st_size), chance.randrange(8))
    changed(backed_up, 1)
    done = back_up(backed_up, folder_of(backed_up), "jan", moment=NOON + timedelta(hours=2))
    assert done.newest is not None
    elsewhere = tmp_path / "elsewhere.kant"
    restored = restore(done.newest.path, elsewhere)
    assert contents(elsewhere) == contents(backed_up)
    assert (restored.sources_damaged, restored.doubtful, restored.notes) == (0, False, ())


@pytest.mark.parametrize("kind", ["letters", "sources"])
@pytest.mark.parametrize("seed", range(FLIPS))
def test_any_flipped_bit_in_a_pack_is_harmless_or_said_by_a_restore(
    backed_up: Path, tmp_path: Path, kind: str, seed: int
) -> None:
    chance = random.Random(seed)
    [pack] = packs_of(backed_up, kind)
    flip(pack, chance.randrange(pack.stat().st_size), chance.randrange(8))
    newest = folders.list_backups(folder_of(backed_up))[0]
    wanted, elsewhere = contents(backed_up), tmp_path / "elsewhere.kant"
    try:
        alone = restore(newest.path, elsewhere)
    except UserError as problem:
        assert "texts of" in str(problem)
    else:
        as_it_was = contents(elsewhere) == wanted  # and it can be read, in any case
        assert as_it_was or alone.doubtful or alone.sources_damaged or alone.sources_missing
    # Where the project still has it, nothing is lost.
    in_place = restore(newest.path, backed_up)
    assert contents(backed_up) == wanted
    assert (in_place.sources_damaged, in_place.doubtful) == (0, False) or in_place.notes


@pytest.mark.parametrize("seed", range(FLIPS))
def test_any_flipped_bit_in_a_backup_is_found(backed_up: Path, seed: int) -> None:
    chance = random.Random(seed)
    newest, other = folders.list_backups(folder_of(backed_up))
    flip(newest.path, chance.randrange(newest.size), chance.randrange(8))
    with pytest.raises(UserError, match=r"was damaged on its disk|damaged or no backup"):
        restore(newest.path, backed_up)
    assert restore(other.path, backed_up).notes == ()


def test_packs_without_digests_gain_them_from_the_project(backed_up: Path, tmp_path: Path) -> None:
    [pack] = packs_of(backed_up, "letters")
    with closing(sqlite3.connect(pack)) as conn:
        conn.execute("DROP TABLE digest")
        conn.execute("UPDATE letter_ocr SET text = replace(text, 'nummer 3', 'nummer 4')")
        conn.commit()
    changed(backed_up, 1)
    made = back_up(backed_up, folder_of(backed_up), "jan", moment=NOON + timedelta(hours=2)).newest
    assert made is not None
    assert not pack.exists()
    restore(made.path, tmp_path / "elsewhere.kant")
    assert contents(tmp_path / "elsewhere.kant") == contents(backed_up)
    [pack] = packs_of(backed_up, "letters")
    flip_in(pack, b"nummer 3")
    assert check_backups(backed_up, folder_of(backed_up)) != []


def test_what_neither_backups_nor_project_have_whole_is_said_and_comes_back_as_it_is(
    backed_up: Path, tmp_path: Path
) -> None:
    with Store.open(backed_up) as store:
        store.do(lambda conn: remove_letters(conn, [4]))
    [pack] = packs_of(backed_up, "letters")
    flip_in(pack, b"nummer 3")
    before = pack.read_bytes()
    newest = folders.list_backups(folder_of(backed_up))[0]
    done = restore(newest.path, tmp_path / "elsewhere.kant")
    assert done.doubtful
    assert "text of “Brief 3” is damaged in the backups, and nowhere else" in str(done.notes[0])
    assert done.letters == 8
    later = back_up(backed_up, folder_of(backed_up), "jan", moment=NOON + timedelta(hours=2))
    assert "is damaged in the backups, and not in the project" in str(later.notes[0])
    assert pack.read_bytes() == before


def test_the_command_checks_backups(backed_up: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(backed_up), "--backups"]) == 0
    flip_in(packs_of(backed_up, "letters")[0], b"nummer 3")
    newest = folders.list_backups(folder_of(backed_up))[0]
    flip_in(newest.path, b"Brief 5")
    before = {file: file.read_bytes() for file in folder_of(backed_up).iterdir()}
    assert main(["check", str(backed_up), "--backups"]) == 1
    said = capsys.readouterr().err
    assert "The text of “Brief 3” is damaged in letters-" in said
    assert f"The backup {newest.path.name} was damaged on its disk" in said
    assert {file: file.read_bytes() for file in folder_of(backed_up).iterdir()} == before


def test_turns_verify_all_of_the_packs_in_the_end(backed_up: Path) -> None:
    flip_in(packs_of(backed_up, "letters")[0], b"nummer 7")
    found, begin, turns = set[str](), "", 0
    while turns == 0 or begin:
        turn = verify_turn(folder_of(backed_up), begin, 4_000)
        found |= {key for keys in turn.bad.values() for key in keys}
        begin, turns = turn.next, turns + 1
        if turns > 50:
            break
    assert len(found) == 1
    assert turns > 4


def test_a_backup_that_was_damaged_is_named_when_the_next_is_made(backed_up: Path) -> None:
    newest = folders.list_backups(folder_of(backed_up))[0]
    flip_in(newest.path, b"Brief 3")
    changed(backed_up, 1)
    later = back_up(backed_up, folder_of(backed_up), "jan", moment=NOON + timedelta(hours=2))
    assert f"The backup {newest.path.name} was damaged" in str(later.notes[0])


@pytest.mark.parametrize("kind", ["letters", "sources"])
@pytest.mark.parametrize("seed", range(FLIPS))
def test_whole_pages_that_are_damaged_are_mended_or_said(
    backed_up: Path, tmp_path: Path, kind: str, seed: int
) -> None:
    chance, wanted = random.Random(seed), contents(backed_up)
    [pack] = packs_of(backed_up, kind)
    content = bytearray(pack.read_bytes())
    at = chance.randrange(1, len(content) // 4096) * 4096
    content[at : at + 4096] = chance.choice((bytes(4096), chance.randbytes(4096), content[4096:8192], b""))
    pack.write_bytes(content)
    newest = folders.list_backups(folder_of(backed_up))[0]
    alone = restore(newest.path, tmp_path / "alone.kant")
    assert alone.doubtful or alone.sources_missing or contents(tmp_path / "alone.kant") == wanted
    assert check(tmp_path / "alone.kant") == []
    changed(backed_up, 1)
    wanted = contents(backed_up)
    made = back_up(backed_up, folder_of(backed_up), "jan", moment=NOON + timedelta(hours=2)).newest
    assert made is not None
    later = restore(made.path, tmp_path / "later.kant")
    assert contents(tmp_path / "later.kant") == wanted
    assert (later.notes, later.sources_missing) == ((), 0)
