"""Change the files beside a project that a program works in, kill it, and look at what is left.

    python tools/beside.py [--rounds 200] [--seed 1]

Each round a process makes random real changes and says which are saved. Meanwhile its files are removed, cut,
replaced, linked, moved away and back, opened by other programs, and read by others as a user may. Then it is
killed (`kill -9`). All that it said to be saved must be in the project, or in a copy that it made when it
could not be; neither may have a fault, and nothing may have taken the project's place. Exit code 1 where it
is not so.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

AHEAD = 60  # changes that a copy may have which were not said to be saved
_SOON = 20.0
Act = Callable[[Path, random.Random], None]


# ------------------------------------------------------------------ the process that is disturbed
def work(path: Path, seed: int) -> None:
    """Make changes until killed, and say how many are saved; read as a window does meanwhile."""
    from annotator.storage.changes import save_change
    from annotator.storage.store import Store
    from tests.storage.making import Player

    with Store.open(path, must_write=True) as store:
        player = Player({n: store.reader.letter(n) for n in store.reader.letter_ids()}, seed)
        saved = 0

        def acknowledge(_: object) -> None:
            nonlocal saved
            saved += 1
            os.write(1, f"{saved}\n".encode())

        while True:
            change, mode = player.next()
            store.submit(lambda conn, c=change, m=mode: save_change(conn, c, m), acknowledge)  # type: ignore[misc]
            while store.pending > 3:
                store.flush(0.05)
            time.sleep(random.random() * 0.02)


# ------------------------------------------------------------------ what is done beside it
def _wal(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _remove(path: Path, _: random.Random) -> None:
    _wal(path).unlink(missing_ok=True)


def _remove_all(path: Path, _: random.Random) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _cut(path: Path, chance: random.Random) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.truncate(_wal(path), chance.choice((0, 32, chance.randrange(1 + _wal(path).stat().st_size))))


def _empty(path: Path, _: random.Random) -> None:
    draft = path.with_name("empty")
    draft.touch()
    os.replace(draft, _wal(path))


def _foreign(path: Path, _: random.Random) -> None:
    other = path.with_name("other")
    conn = sqlite3.connect(other, isolation_level=None)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("CREATE TABLE IF NOT EXISTS t (x)")
    with contextlib.suppress(FileNotFoundError):
        os.replace(_wal(other), _wal(path))
    conn.close()


def _remove_lock(path: Path, _: random.Random) -> None:
    path.with_name(f".{path.name}.lock").unlink(missing_ok=True)


def _move(path: Path, _: random.Random) -> None:
    away = path.with_name("away")
    path.rename(away)
    time.sleep(0.02)
    away.rename(path)


def _link(path: Path, _: random.Random) -> None:
    """Give the file a second name, and try to work under it."""
    from annotator.storage.store import Store

    other = path.with_name("Q.kant")
    os.link(path, other)
    with Store.open(other) as store:
        assert store.read_only, "a second name gave a second writer"
    for file in path.parent.glob("Q.kant*"):
        file.unlink()


def _other_program(path: Path, _: random.Random) -> None:
    conn = sqlite3.connect(path, timeout=5)
    conn.execute("SELECT count(*) FROM letter").fetchone()
    conn.close()


def _take_over(path: Path, _: random.Random) -> None:
    """Try to make, copy and restore something in the project's place."""
    from annotator.core.user_errors import UserError
    from annotator.storage.backup import backup
    from annotator.storage.store import Store
    from tests.storage.making import CODEBOOK

    with contextlib.suppress(UserError), Store.create(path, CODEBOOK):
        raise AssertionError("a project was made in the place of another")
    copy = path.with_name("copy.kant")
    with contextlib.suppress(UserError):
        backup(path, copy, replace=True)
        backup(copy, path, replace=True)
        raise AssertionError("a copy took the place of an open project")


def _look(path: Path, _: random.Random) -> None:
    """Read as another window or command does; what it finds is of a moment in which all may be in a mess."""
    from annotator.core.user_errors import UserError
    from annotator.storage.store import Store

    with contextlib.suppress(UserError), Store.open(path, read_only=True) as store:
        store.reader.letter(1)


ACTS: tuple[Act, ...] = (
    _remove,
    _remove_all,
    _cut,
    _empty,
    _foreign,
    _remove_lock,
    _move,
    _link,
    _other_program,
    _take_over,
    _look,
)


# ------------------------------------------------------------------ a round
def _said(child: subprocess.Popen[bytes], counted: list[int]) -> None:
    assert child.stdout is not None
    for line in child.stdout:
        counted[0] = int(line)


@contextlib.contextmanager
def _working(path: Path, seed: int) -> Iterator[list[int]]:
    """Run the process that works, give how many changes it said are saved, and kill it."""
    command = [sys.executable, __file__, "--work", str(path), "--seed", str(seed)]
    counted = [0]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        listener = threading.Thread(target=_said, args=(child, counted))
        listener.start()
        try:
            end = time.monotonic() + _SOON
            while counted[0] < 5:
                assert child.poll() is None and time.monotonic() < end, "it saves nothing"
                time.sleep(0.01)
            yield counted
            assert child.poll() is None, "it ended by itself"
        finally:
            child.send_signal(signal.SIGKILL)
            listener.join()


def _wait_for_more(path: Path, counted: list[int]) -> None:
    """Wait until it looked again: nothing can be done about a log that is put there behind its last look."""
    saved, end = counted[0], time.monotonic() + _SOON
    while counted[0] == saved and time.monotonic() < end:
        if list(path.parent.glob("P rescued *.kant")):
            return
        time.sleep(0.01)


def _has(path: Path, template: Path, seed: int, saved: int) -> bool:
    """Tell whether a file has all that was saved, and is without a fault."""
    from annotator.storage.check import check
    from annotator.storage.store import Store
    from tests.storage.making import Player

    faults = check(path)
    assert not faults, f"{path.name}: {faults[0]}"
    with Store.open(path) as store:
        found = {n: store.reader.letter(n) for n in store.reader.letter_ids()}
    with Store.open(template, read_only=True) as store:
        player = Player({n: store.reader.letter(n) for n in store.reader.letter_ids()}, seed)
    for _ in range(saved):
        player.next()
    for _ in range(AHEAD):
        if player.letters == found:
            return True
        player.next()
    return False


def round_of(template: Path, folder: Path, seed: int) -> tuple[str, ...]:
    """Play one round; return what was done. Raises AssertionError where something is not as it must be."""
    chance, path = random.Random(seed), folder / "P.kant"
    shutil.copy(template, path)
    acts = tuple(chance.choice(ACTS) for _ in range(chance.randrange(1, 5)))
    names = tuple(act.__name__.strip("_") for act in acts)
    try:
        with _working(path, seed) as counted:
            for act in acts:
                time.sleep(chance.choice((0.0, 0.05, 0.3, 1.5)))
                act(path, chance)
            time.sleep(chance.random() * 0.5)
            if _foreign in acts:
                _wait_for_more(path, counted)
        copies = sorted(folder.glob("P rescued *.kant"))
        if copies and _foreign in acts:
            _remove_all(path, chance)
        found = [_has(file, template, seed, counted[0]) for file in (path, *copies)]
        assert any(found), f"{counted[0]} were saved"
    except Exception as error:
        raise AssertionError(f"seed {seed}, {', '.join(names)}: {error!r}") from error
    return names


def make_template(folder: Path) -> Path:
    """Make the project that each round begins with."""
    from tests.storage.making import letter, project

    path = folder / "template.kant"
    project(path, letter(), letter("Belgié steunt\n\nde motie\n", pages=(0, 15))).close()
    return path


def main() -> int:
    """Play the rounds and say how many had a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.work is not None:
        work(asked.work, asked.seed)
    done, failed = Counter[str](), 0
    with tempfile.TemporaryDirectory() as name:
        template = make_template(Path(name))
        for seed in range(asked.seed, asked.seed + asked.rounds):
            folder = Path(name) / str(seed)
            folder.mkdir()
            try:
                done.update(round_of(template, folder, seed))
            except AssertionError as error:
                failed += 1
                print(error, flush=True)
            shutil.rmtree(folder)
    print(f"{asked.rounds} rounds, {failed} with a fault; {dict(done)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
