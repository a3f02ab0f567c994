"""Backups of letters that are read anew: each brings the reading of its time back, whatever packs have."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.document import Letter
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.read_anew import read_anew
from annotator.core.readings import NewReading
from annotator.storage.backup_names import folder_of
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.check import check
from annotator.storage.kept_readings import ReadSource, keep_reading
from annotator.storage.store import Store
from tests.storage.making import STAMP, corrected, letter, project, save

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
OLD, NEW = "Belgie zcgt de motie\n", "Belgié zegt de motie\n"
BOX = PageLayout(1, 0, 600, 800, (WordBox(0, 6, 1, 2, 3, 4),))


def read(store: Store, change_id: int) -> Letter:
    """Read letter 1 anew and return it."""
    number = store.reader.kept_readings(1)[-1].number + 1
    source = ReadSource("scan.txt", f"{number:064}", b"scan", NEW, (0,), [BOX])
    store.do(lambda conn: keep_reading(conn, 1, number, source, "jan", STAMP.made_at))
    delta, _ = read_anew(store.reader.letter(1), NewReading(number, NEW, (0,)))
    save(store, change_id, {1: delta})
    return store.reader.letter(1)


def restored(backup: Path, path: Path) -> tuple[Letter, list[PageLayout]]:
    restore(backup, path)
    assert check(path) == []
    with Store.open(path, read_only=True) as store:
        return store.reader.letter(1), store.reader.page_layouts(1)


@pytest.mark.parametrize("lost", [False, True], ids=["packs", "packs were lost"])
def test_each_backup_brings_its_reading_back(path: Path, lost: bool) -> None:
    folder = folder_of(path)
    with project(path, letter(OLD), letter("Tweede brief\n", "Second")) as store:
        save(store, 1, {1: corrected(store.reader.letter(1), "Belgie", "België")})
        before = store.reader.letter(1)
        first = back_up(path, folder, "jan", moment=NOON).newest
        after = read(store, 2)
        if lost:  # what is packed anew is packed of letters that were read anew since
            for pack in folder.glob("*.kantpack"):
                pack.unlink()
        second = back_up(path, folder, "jan", moment=NOON + timedelta(hours=1)).newest
    assert first is not None and second is not None
    assert after.text != before.text and after.ocr_text == NEW
    assert restored(second.path, path) == (after, [BOX])
    assert restored(first.path, path) == (before, [])
    assert restored(second.path, path) == (after, [BOX])


def test_without_packs_the_text_comes_from_the_project_as_it_was_then(path: Path) -> None:
    folder = folder_of(path)
    with project(path, letter(OLD)) as store:
        before = store.reader.letter(1)
        first = back_up(path, folder, "jan", moment=NOON).newest
        read(store, 1)
    assert first is not None
    for pack in folder.glob("letters-*.kantpack"):
        pack.write_bytes(b"damaged")
    restore(first.path, path)
    with Store.open(path, read_only=True) as store:
        assert store.reader.letter(1) == before


def test_a_letter_that_is_forgotten_leaves_no_reading_in_the_backups(path: Path) -> None:
    folder, done = folder_of(path), threading.Event()
    with project(path, letter(OLD), letter("Tweede brief\n", "Second")) as store:
        back_up(path, folder, "jan", moment=NOON)
        read(store, 1)
        back_up(path, folder, "jan", moment=NOON + timedelta(hours=1))
        store.remove_letters([1], from_backups=True, done=lambda _: done.set())
        assert done.wait(30)
    words = NEW.split()[1].encode(), OLD.split()[1].encode(), b"scan.txt"
    for file in (path, *folder.iterdir()):
        assert not any(word in file.read_bytes() for word in words), file.name
