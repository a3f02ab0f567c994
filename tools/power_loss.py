"""Replay power losses: what a disk may hold when the power goes, rebuilt from the calls of real writing.

    python tools/power_loss.py [--states 1000] [--seed 1] [--changes 250] [--synchronous FULL]

The real store makes random changes under strace and says which are acknowledged. From its calls the states
are rebuilt that a disk may have at a moment: of all that was written since the last sync of a file each
sector (512 bytes or 4 kB) may be there or not, in any combination, and so may each name that was made,
changed or removed since the last sync of the folder. The log's index (`-shm`) is lost always. The program
then opens each state: all that was acknowledged before must be there, and `check` must find nothing.
Exit code 1 where it does not. With `--synchronous NORMAL` it must fail: that proves that the test bites.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

_CALLS = (
    "openat,open,creat,pwrite64,write,fsync,fdatasync,ftruncate,"
    "rename,renameat,renameat2,unlink,unlinkat,link,linkat"
)
_TEXTS = ("Geachte voorzitter,\n\nBelgié en Duits-\nland steunen de motie Jansen.\n", "Irak\n\nDe motie.\n")


# --- the process that is traced -----------------------------------------------------------------------------


def play(path: Path, seed: int, changes: int, synchronous: str) -> None:
    """Make changes with the real store; say the number of each that is acknowledged."""
    from annotator.storage import write_line
    from annotator.storage.changes import save_change
    from annotator.storage.store import Store
    from tests.storage.making import Player

    if synchronous != "FULL":
        real = write_line.connect_to_write  # type: ignore[attr-defined]

        def weaker(of: Path, *, any_thread: bool = False):  # type: ignore[no-untyped-def]
            conn = real(of, any_thread=any_thread)
            conn.execute(f"PRAGMA synchronous = {synchronous}")
            return conn

        write_line.connect_to_write = weaker  # type: ignore[assignment, attr-defined]
    with Store.open(path, must_write=True) as store:
        player = Player({n: store.reader.letter(n) for n in store.reader.letter_ids()}, seed)
        store.reader.close()
        del store.__dict__["reader"]
        said = 0

        def acknowledge(_: object) -> None:
            nonlocal said
            said += 1
            os.write(1, f"ack {said}\n".encode())

        for number in range(changes):
            change, mode = player.next()
            os.write(1, f"doing {number + 1}\n".encode())
            store.submit(lambda conn, c=change, m=mode: save_change(conn, c, m), acknowledge)  # type: ignore[misc]
            if store.pending > 3:
                store.flush()
            if number % 60 == 59:  # as at a close, or when a letter is removed: the log goes into the file
                store.do(lambda conn: None)
                store._writer.submit(_checkpoint, in_transaction=False)
    os.write(1, b"closed 1\n")


def _checkpoint(conn):  # type: ignore[no-untyped-def]
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


# --- reading the trace --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a call did to a file of the folder, or a line that was said (`say`)."""

    kind: Literal["write", "truncate", "sync", "sync folder", "create", "rename", "link", "unlink", "say"]
    name: str = ""
    other: str = ""
    offset: int = -1
    data: bytes = b""


_LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)\)\s+=\s+(-?\d+).*$", re.DOTALL)
_UNFINISHED = re.compile(r"^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+)\s+<\.\.\. (\w+) resumed>(.*)\)\s+=\s+(-?\d+).*$")
_FD = re.compile(r"^(-?\d+)<([^>]*)>")


def events_of(trace: Path, folder: Path) -> Iterator[Event]:
    """Yield what happened to the files of a folder, in order."""
    begun: dict[tuple[str, str], str] = {}
    positions: dict[str, int] = {}
    for line in trace.read_text(encoding="latin-1").split("\n"):
        found = _LINE.match(line)
        if found:
            pid, call, arguments, result = found.groups()
        elif started := _UNFINISHED.match(line):
            begun[started[1], started[2]] = started[3]
            continue
        elif resumed := _RESUMED.match(line):
            pid, call, rest, result = resumed.groups()
            arguments = begun.pop((pid, call), "") + rest
        else:
            continue
        if int(result) >= 0:
            yield from _events(call, arguments, folder, positions)


def _events(call: str, arguments: str, folder: Path, positions: dict[str, int]) -> Iterator[Event]:
    if call in ("pwrite64", "write", "ftruncate", "fsync", "fdatasync"):
        if found := _FD.match(arguments):
            yield from _events_of_file(call, arguments, found[1], _text(found[2]), folder, positions)
        return
    names = [_inside(part.decode(), folder) for part in _strings(arguments)]
    if not names or not all(names):
        return
    if call in ("open", "openat", "creat"):
        if "O_CREAT" in arguments or call == "creat":
            positions.pop(names[0], None)
            yield Event("create", names[0])
        if "O_TRUNC" in arguments:
            yield Event("truncate", names[0], offset=0)
    elif call.startswith("rename"):
        yield Event("rename", names[0], names[1])
    elif call.startswith("link"):
        yield Event("link", names[0], names[1])
    elif call.startswith("unlink"):
        yield Event("unlink", names[0])


def _events_of_file(
    call: str, arguments: str, number: str, path: str, folder: Path, positions: dict[str, int]
) -> Iterator[Event]:
    name = _inside(path, folder)
    if call == "write" and number == "1":
        yield Event("say", _strings(arguments)[0].decode().strip())
    elif call in ("fsync", "fdatasync") and path == str(folder):
        yield Event("sync folder")
    elif not name:
        return
    elif call == "ftruncate":
        yield Event("truncate", name, offset=int(arguments.rsplit(",", 1)[1]))
    elif call in ("fsync", "fdatasync"):
        yield Event("sync", name)
    else:
        data = _strings(arguments)[0]
        offset = int(arguments.rsplit(",", 1)[1]) if call == "pwrite64" else positions.get(name, 0)
        if call == "write":
            positions[name] = offset + len(data)
        yield Event("write", name, offset=offset, data=data)


def _text(quoted: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda m: chr(int(m[1], 16)), quoted).encode("latin-1").decode()


def _strings(arguments: str) -> list[bytes]:
    """Return the quoted arguments: strace writes every byte as `\\x41`."""
    return [
        bytes.fromhex(found.replace("\\x", "")) for found in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', arguments)
    ]


def _inside(path: str, folder: Path) -> str:
    name = path.removeprefix(f"{folder}/")
    return name if name != path and "/" not in name and not name.endswith("-shm") else ""


# --- the disk -----------------------------------------------------------------------------------------------


@dataclass
class Inode:
    """A file: what of it is on the disk for sure, and what was done to it since."""

    durable: bytes = b""
    pending: list[Event] = field(default_factory=list)

    def apply(self, ops: list[Event]) -> bytes:
        """Return the content after these writes and cuts."""
        content = bytearray(self.durable)
        for op in ops:
            if op.kind == "truncate":
                del content[op.offset :]
                content.extend(bytes(op.offset - len(content)))
            else:
                if len(content) < op.offset:
                    content.extend(bytes(op.offset - len(content)))
                content[op.offset : op.offset + len(op.data)] = op.data
        return bytes(content)

    def sync(self) -> None:
        self.durable, self.pending = self.apply(self.pending), []


class Disk:
    """A folder as it is in the system's memory, and what of it is on the disk."""

    def __init__(self, folder: Path) -> None:
        self.now = {f.name: Inode(f.read_bytes()) for f in folder.iterdir() if f.is_file()}
        self.durable = dict(self.now)
        self.names_pending: list[tuple[Event, Inode | None]] = []

    def do(self, event: Event) -> None:
        """Follow a call."""
        name = event.name
        if event.kind in ("write", "truncate"):
            self.now.setdefault(name, Inode()).pending.append(event)
        elif event.kind == "sync":
            if name in self.now:
                self.now[name].sync()
        elif event.kind == "sync folder":
            self.durable, self.names_pending = dict(self.now), []
        elif event.kind == "create":
            if name not in self.now:
                self._rename(event, self.now.setdefault(name, Inode()))
        elif event.kind in ("rename", "link"):
            inode = self.now[name] if event.kind == "link" else self.now.pop(name)
            self.now[event.other] = inode
            self._rename(event, inode)
        elif event.kind == "unlink" and name in self.now:
            self._rename(event, self.now.pop(name))

    def _rename(self, event: Event, inode: Inode) -> None:
        self.names_pending.append((event, inode))

    def after_power_loss(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files that may be found: what was not synced is there, or not, or in part."""
        names = dict(self.durable)
        keep_names = chance.choice((0.0, 0.5, 1.0))
        for event, inode in self.names_pending:
            if chance.random() >= keep_names or inode is None:
                continue
            if event.kind in ("unlink", "rename"):
                names.pop(event.name, None)
            if event.kind != "unlink":
                names[event.other or event.name] = inode
        sector, keep = chance.choice((512, 4096)), chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        how = chance.choice(("any", "any", "first", "last"))
        return {name: self._content(inode, chance, sector, keep, how) for name, inode in names.items()}

    @staticmethod
    def _content(inode: Inode, chance: random.Random, sector: int, keep: float, how: str) -> bytes:
        pieces = [piece for op in inode.pending for piece in _sectors(op, sector)]
        if how == "any":
            pieces = [piece for piece in pieces if chance.random() < keep]
        else:
            at = chance.randrange(len(pieces) + 1)
            pieces = pieces[:at] if how == "first" else pieces[at:]
        return inode.apply(pieces)


def _sectors(op: Event, size: int) -> Iterator[Event]:
    if op.kind == "truncate":
        yield op
        return
    at = op.offset
    end = op.offset + len(op.data)
    while at < end:
        upto = min(end, (at // size + 1) * size)
        yield Event("write", op.name, offset=at, data=op.data[at - op.offset : upto - op.offset])
        at = upto


# --- the test -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Result:
    """How many states were opened, how many lost what was acknowledged, and how many were damaged."""

    states: int
    lost: int
    damaged: int
    events: int


def traced(
    folder: Path, seed: int, changes: int, synchronous: str
) -> tuple[list[Event], Disk, dict[int, object]]:
    """Have the store make changes under strace; return what happened, the disk before it, and the letters."""
    from annotator.storage.store import Store
    from tests.storage.making import letter, project

    path = folder / "disk" / "P.kant"
    path.parent.mkdir()
    with project(path, *(letter(text, pages=(0,)) for text in _TEXTS)):
        pass
    with Store.open(path, read_only=True) as store:
        first = {n: store.reader.letter(n) for n in store.reader.letter_ids()}
    for beside in path.parent.glob("P.kant-*"):
        beside.unlink()
    disk = Disk(path.parent)
    trace = folder / "trace"
    command = ["strace", "-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={_CALLS}", "-o", str(trace)]
    command += [sys.executable, str(Path(__file__).resolve()), "--play", str(path), "--seed", str(seed)]
    command += ["--changes", str(changes), "--synchronous", synchronous]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return list(events_of(trace, path.parent)), disk, dict(first)


def replay(states: int, seed: int, changes: int, synchronous: str = "FULL") -> Result:
    """Rebuild and open states of the disk; tell what was found."""
    from tests.storage.making import Player

    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        events, disk, first = traced(folder, seed, changes, synchronous)
        player = Player(first, seed)  # type: ignore[arg-type]
        expected = [dict(player.letters)]
        for _ in range(changes):
            player.next()
            expected.append(dict(player.letters))
        # Half of them right behind an acknowledgement, where most is at stake.
        said = [n for n, event in enumerate(events) if event.name.startswith("ack ")]
        picked = (chance.choice((range(len(events)), said)) for _ in range(states))
        moments = Counter(chance.choice(where) for where in picked)
        acknowledged = lost = damaged = 0
        for number, event in enumerate(events):
            if event.kind == "say" and event.name.startswith("ack "):
                acknowledged = int(event.name[4:])
            disk.do(event)
            for _ in range(moments[number]):
                found = disk.after_power_loss(chance)
                fault = opened(folder / "state", found, expected, acknowledged)  # type: ignore[arg-type]
                lost += fault == "lost"
                damaged += fault not in ("", "lost")
                if fault and synchronous == "FULL":
                    print(f"event {number}, {acknowledged} acknowledged: {fault}", flush=True)
    return Result(states, lost, damaged, len(events))


def opened(
    folder: Path, files: dict[str, bytes], expected: list[dict[int, object]], acknowledged: int
) -> str:
    """Open a state as the program does; return what is wrong with it, "" for nothing."""
    from annotator.core.user_errors import UserError
    from annotator.storage.check import check
    from annotator.storage.store import Store

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    path = folder / "P.kant"
    try:
        with Store.open(path, must_write=True) as store:
            found = {n: store.reader.letter(n) for n in store.reader.letter_ids()}
            store.do(lambda conn: None)
        faults = check(path)
    except UserError as problem:
        return f"refused: {problem}"
    if faults:
        return str(faults[0])
    return "" if any(found == state for state in expected[acknowledged:]) else "lost"


def main() -> int:
    """Play, or replay and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--states", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changes", type=int, default=250)
    parser.add_argument("--synchronous", choices=("FULL", "NORMAL", "OFF"), default="FULL")
    parser.add_argument("--play", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.play:
        play(asked.play, asked.seed, asked.changes, asked.synchronous)
        return 0
    result = replay(asked.states, asked.seed, asked.changes, asked.synchronous)
    print(
        f"synchronous={asked.synchronous}: {result.states} states of {result.events} calls, "
        f"{result.lost} lost what was acknowledged, {result.damaged} damaged"
    )
    return int(bool(result.lost or result.damaged))


if __name__ == "__main__":
    sys.exit(main())
