"""Change the files beside an open project while it is edited, again and again, and look at what is left.

    python tools/spoil_beside.py [--rounds 300] [--seed 1]

Each round opens a project, edits and saves, spoils one of its files (removed, truncated, replaced, linked,
made read-only, moved), and goes on editing. Whatever was said to be saved must be in the project; where
saving was called failed, what was saved before must be there or in a copy beside it. Exit code 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

_WAIT = 20.0  # seconds until an edit must be called saved or failed
_EDITS = 3

Spoil = Callable[[Path], None]


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def _truncate(path: Path) -> None:
    if path.exists():
        os.truncate(path, 0)


def _replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"something else " * 500)
    other.replace(path)


def _move(path: Path) -> None:
    if path.exists():
        path.rename(path.with_name(path.name + ".moved"))


def _link(path: Path) -> None:
    if path.exists():
        os.link(path, path.with_name("second-" + path.name))


def _protect(path: Path) -> None:
    if path.exists():
        path.chmod(0o400)


WAYS: dict[str, Spoil] = {
    "removed": _remove,
    "truncated": _truncate,
    "replaced": _replace,
    "moved": _move,
    "linked": _link,
    "read-only": _protect,
}
FILES = ("P.kant", "P.kant-wal", "P.kant-shm", "lock", "source", "backups")


def spoil(folder: Path, file: str, way: str) -> None:
    """Spoil one of the files beside the project; what is not there stays so."""
    if file == "backups":
        for backup in folder.iterdir():
            if backup.is_dir():
                shutil.rmtree(backup)
        return
    if file == "lock":
        found = [path for path in folder.iterdir() if "lock" in path.name]
    else:
        found = [folder / {"source": "1.txt"}.get(file, file)]
    for path in found:
        WAYS[way](path)


def make_project(folder: Path) -> Path:
    """Make a project with a letter that was imported from a file beside it."""
    from annotator.session.transfer.importing import import_paths
    from annotator.storage.store import Store
    from tests.storage.making import CODEBOOK

    path, source = folder / "P.kant", folder / "1.txt"
    source.write_text("Een brief over Irak.\n", encoding="utf-8")
    with Store.create(path, CODEBOOK, "jan") as store:
        import_paths(store, [source], "jan")
    return path


def edit(session: Any, word: str) -> bool:
    """Type a word at the start of the letter; tell whether it was called saved."""
    session.typed(0, 0, word + " ")
    session.end_typing()
    end = time.monotonic() + _WAIT
    while session.save_state.state == "saving" and time.monotonic() < end:
        time.sleep(0.005)
    return bool(session.save_state.state == "saved")


def text_in(path: Path) -> str:
    """Return the text of the letter in a project file; nothing where there is none."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT text FROM letters").fetchone()
            return str(row[0]) if row else ""
    except (sqlite3.Error, OSError):
        return ""


def work(path: Path, seed: int, file: str, way: str) -> None:
    """Edit, spoil, edit on; say of each word whether it was called saved."""
    from annotator.core.user_errors import UserError
    from annotator.session import Session
    from annotator.storage.store import Store

    session = Session(Store.open(path, analyst="jan"), "jan")
    session.open_letter(1)
    when = random.Random(seed).randrange(1, _EDITS)
    try:
        for number in range(_EDITS):
            if number == when:
                spoil(path.parent, file, way)
            word = f"woord{seed}x{number}"
            print("saved" if edit(session, word) else "failed", word, flush=True)
    except UserError as problem:  # said in a sentence: nothing is taken any more
        print("failed", problem, flush=True)
    session.abandon()


def one_round(seed: int, file: str, way: str) -> list[str]:
    """Edit and spoil in a process of its own; return what was called saved and is gone, and other faults."""
    with tempfile.TemporaryDirectory() as name:
        path = make_project(Path(name))
        command = [sys.executable, str(Path(__file__).resolve()), "--one", file, way]
        command += ["--seed", str(seed), "--path", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said = [line.split(" ", 1) for line in done.stdout.splitlines()]
        failed = done.returncode != 0 or any(what == "failed" for what, _ in said)
        texts = [text_in(place) for place in ([path, *path.parent.rglob("*.kant*")] if failed else [path])]
        gone = [w for what, w in said if what == "saved" and not any(w in text for text in texts)]
        faults = [f"{word} was called saved and is gone" for word in gone]
        if done.returncode:
            faults.append(f"ended with {done.returncode}: {done.stderr.strip()[-300:]}")
        if not failed:
            faults += _checked(path)
    return [f"{file} {way}, round {seed}: {fault}" for fault in faults]


def _checked(path: Path) -> list[str]:
    from annotator.core.user_errors import UserError
    from annotator.storage.check import check

    try:
        return [str(fault) for fault in check(path)]
    except UserError as problem:
        return [str(problem)]


def rounds_of(count: int, seed: int) -> list[str]:
    """Spoil so many times, each file in each way in turn; return what was wrong."""
    kinds = [(file, way) for file in FILES for way in WAYS]
    random.Random(seed).shuffle(kinds)
    return [fault for n in range(count) for fault in one_round(seed + n, *kinds[n % len(kinds)])]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the rounds and print what they found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--path", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.one:
        work(asked.path, asked.seed, *asked.one)
        return 0
    faults = rounds_of(asked.rounds, asked.seed)
    for fault in faults:
        print(fault, flush=True)
    print(f"{asked.rounds} rounds, {len(faults)} faults")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
