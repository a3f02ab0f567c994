"""Killed at a random moment of real changes: what was acknowledged is there, whole, and can be undone."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.core.document import Letter
from annotator.storage.check import check, quick_check
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, Player, letter, project, save

ROUNDS = 200 if os.environ.get("KANTTEKENING_TEST_PROFILE") == "full" else 10
CHILD = Path(__file__).with_name("kill_child.py")
# How many changes the child may be ahead of what it said.
AHEAD = 8


def killed_after(path: Path, seed: int, chance: random.Random) -> int:
    """Run the child, kill it at a random moment, and return how many changes it said were on the disk."""
    wanted, late = chance.randrange(1, 40), chance.random() * 0.006
    with subprocess.Popen(
        [sys.executable, str(CHILD), str(path), str(seed)], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        said = b""
        while said.count(b"\n") < wanted:
            piece = os.read(child.stdout.fileno(), 4096)
            assert piece, "the child ended by itself"
            said += piece
        # Anywhere in a commit, not only right behind an acknowledgement: a delay, not a wait.
        end = time.perf_counter() + late
        while time.perf_counter() < end:
            pass
        child.send_signal(signal.SIGKILL)
        said += child.stdout.read()
    return int(said.split(b"\n")[-2])


def replayed(first: dict[int, Letter], seed: int, steps: int) -> Player:
    player = Player(first, seed)
    for _ in range(steps):
        player.next()
    return player


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kill") / "P.kant"
    project(path, letter(), letter("Belgié steunt\n\nde motie\nJansen.\n", pages=(0, 15))).close()
    return path


@pytest.mark.parametrize("number", range(ROUNDS))
def test_nothing_acknowledged_is_lost(template: Path, tmp_path: Path, number: int) -> None:
    path, chance = tmp_path / "P.kant", random.Random(number)
    shutil.copy(template, path)
    with Store.open(path) as store:
        first = {n: store.reader.letter(n) for n in (1, 2)}
    saved = killed_after(path, number, chance)
    with Store.open(path) as store:
        assert store.was_unclean
        assert not store.read_only
        player = replayed(first, number, saved)
        found = {n: store.reader.letter(n) for n in (1, 2)}
        for _ in range(AHEAD):
            if (player.letters, player.codebook) == (found, store.reader.codebook()):
                break
            player.next()
        assert player.letters == found
        assert player.codebook == store.reader.codebook()
        last = store.reader.next_undo()
        assert (last.id if last else None) == (player.done[-1].id if player.done else None)
        assert quick_check(path) == []
        assert check(path) == []
        while (change := store.reader.next_undo()) is not None:
            save(store, change.id, {}, "undo")
        assert {n: store.reader.letter(n) for n in (1, 2)} == first
        assert store.reader.codebook() == CODEBOOK
    with Store.open(path) as store:
        assert not store.was_unclean
