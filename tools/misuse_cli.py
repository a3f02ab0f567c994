"""Misuse the command line in many ways, and look at what it says and leaves behind.

Run: python tools/misuse_cli.py [--rounds N] [--seed N] [--only N] [--verbose]. Exit code 1 when anything
goes wrong: a traceback, an exit code other than 0, 1, 2 and 130, more than one line of complaint (the usage
and the lines of single files apart), a run of over 20 seconds, a half-made file, a project with faults. The
same seed misuses in the same ways.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.user_errors import UserError
from annotator.storage.backup_names import folder_of
from annotator.storage.backups.making import back_up
from annotator.storage.check import check
from tests.storage.making import letter, project
from tools.misuses import Misuse, misuses

MAIN = Path(__file__).resolve().parents[1] / "main.py"
MOST_SECONDS = 20.0
# Root may do everything; without these it may do what the modes of files say.
_RIGHTS = "-dac_override,-dac_read_search,-fowner"
_TEXT = "Geachte voorzitter,\n\nHet deel van Belgié is verplich-\ntingen aan.\n"


@dataclass(frozen=True)
class Ended:
    """What a run left behind."""

    code: int | None  # None when it had to be killed
    said: str
    seconds: float


# --- the world ---------------------------------------------------------------------------------------------


def make_world(world: Path) -> None:
    """Fill a folder with projects, letters, and much that is neither."""
    (world / "map").mkdir(parents=True)
    (world / "leeg").mkdir()
    (world / "folder.kant").mkdir()
    for name in ("brief.txt", "map/tweede.txt", "shut.txt"):
        (world / name).write_text(_TEXT + name, encoding="utf-8")
    for name in ("P.kant", "Q.kant", "shut.kant"):
        project(world / name, letter(_TEXT), letter("Een tweede brief.\n")).close()
    back_up(world / "P.kant", folder_of(world / "P.kant"), "jan")
    whole = (world / "P.kant").read_bytes()
    (world / "cut.kant").write_bytes(whole[: len(whole) // 3])
    (world / "garbage.kant").write_bytes(random.Random(1).randbytes(20_000))
    for name in ("empty.kant", "empty.txt"):
        (world / name).touch()
    for name in ("other.db", "other.kant"):
        _foreign_database(world / name)
    for name in ("fifo", "fifo.kant", "fifo.txt"):
        os.mkfifo(world / name)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(world / "socket.kant"))
    for name, target in (
        ("loop", "loop"),
        ("loop.kant", "loop.kant"),
        ("broken.kant", "nothing.kant"),
        ("to_zero.txt", "ZERO"),
    ):
        (world / name).symlink_to(target)
    os.link(world / "Q.kant", world / "hard.kant")
    for raw in (b"a\xff\xfe.txt", b"a\x1b]0;x\x07.txt", b"new\nline.txt"):
        Path(os.fsdecode(os.fsencode(world) + b"/" + raw)).write_text(_TEXT)
    shutil.copy(MAIN.parent / "resources" / "codebooks" / "kamerbrieven.toml", world / "boek.toml")
    (world / "bad.toml").write_text("tags = [")
    (world / "deep.toml").write_text("x = " + "[" * 50_000)
    for name, minor in (("NUL", 3), ("ZERO", 5), ("ZERO.kant", 5), ("FULL", 7)):
        if os.getuid() == 0:
            os.mknod(world / name, 0o666 | stat.S_IFCHR, os.makedev(1, minor))
    (world / "shut").mkdir()
    for name in ("shut", "shut.txt", "shut.kant"):
        (world / name).chmod(0)


def _foreign_database(path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE letters (id INTEGER PRIMARY KEY, text TEXT)")
    connection.commit()
    connection.close()


# --- running and looking -----------------------------------------------------------------------------------


def run(misuse: Misuse, world: Path) -> Ended:
    """Run a command line in a world."""
    backup = next(iter(folder_of(world / "P.kant").glob("*.kantbackup")), world / "no backup")
    given = [os.fsencode(backup) if word == b"BACKUP" else word for word in misuse.arguments]
    began = time.monotonic()
    with open(world.parent / "said", "wb+") as said:
        child = subprocess.Popen(
            [*_prefix(misuse), sys.executable, str(MAIN), *given],
            cwd=world,
            env=_environment(misuse, world),
            stdin=subprocess.DEVNULL,
            stdout=_stream(misuse.stdout, subprocess.DEVNULL),
            stderr=_stream(misuse.stderr, said.fileno()),
            start_new_session=True,
            preexec_fn=lambda: _spoil_process(misuse),  # noqa: PLW1509 - this program has one thread
        )
        code = _wait(child, misuse.signal_after)
        said.seek(0)
        return Ended(code, said.read().decode("utf-8", "replace"), time.monotonic() - began)


def _wait(child: subprocess.Popen[bytes], signal_after: float) -> int | None:
    try:
        if signal_after:
            try:
                return child.wait(signal_after)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGINT)  # as a terminal does: workers get it, too
        return child.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        return None


def _prefix(misuse: Misuse) -> list[str]:
    if misuse.without_rights and os.getuid() == 0 and shutil.which("setpriv"):
        return ["setpriv", "--bounding-set", _RIGHTS, "--inh-caps", _RIGHTS]
    return []


def _environment(misuse: Misuse, world: Path) -> dict[str, str]:
    own = world.parent / "own"
    made = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    made.update(QT_QPA_PLATFORM="", HOME=str(own), PYTHONDONTWRITEBYTECODE="1")
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR"):
        (own / name).mkdir(parents=True, exist_ok=True)
        made[name] = str(own / name)
    made.pop("QT_QPA_PLATFORM")
    for name, value in misuse.environment.items():
        made.pop(name, None)
        if value is not None:
            made[name] = value
    return made


def _stream(kind: str, ordinary: int) -> int:
    if kind == "full":
        return os.open("/dev/full", os.O_WRONLY)
    if kind == "broken":
        read, write = os.pipe()
        os.close(read)
        return write
    return ordinary


def _spoil_process(misuse: Misuse) -> None:
    if misuse.memory:
        resource.setrlimit(resource.RLIMIT_AS, (misuse.memory << 20, misuse.memory << 20))
    for number, kind in ((1, misuse.stdout), (2, misuse.stderr)):
        if kind == "closed":
            os.close(number)


def faults(misuse: Misuse, ended: Ended, world: Path) -> list[str]:
    """Return what is wrong with how a run ended and with what it left."""
    found = list[str]()
    if ended.code is None:
        found.append(f"hung for {MOST_SECONDS:.0f} s")
    elif ended.code not in (0, 1, 2, 130):
        found.append(f"exit code {ended.code}")
    if is_pythons_own(ended):
        return _half_made(world)
    if any(word in ended.said for word in ("Traceback", "Fatal Python", "Exception ignored", "Error in")):
        found.append("traceback")
    lines = ended.said.strip().split("\n")
    plain = [line for line in lines if line and not line.startswith("Usage: ")]
    several = _several(misuse)
    if len(plain) > (several or 1):
        found.append("more than one line")
    if [line for line in plain if not line.startswith("kanttekening: ") and b"check" not in misuse.arguments]:
        found.append("a line that is not the program's")
    if ended.code in (1, 2) and not plain and misuse.stderr == "pipe" and misuse.stdout == "pipe":
        found.append("failed without a word")
    if any(ord(sign) < 32 and sign != "\n" for sign in ended.said):
        found.append("steers the terminal")
    return found + _half_made(world)


def is_pythons_own(ended: Ended) -> bool:
    """Tell whether Python was stopped, or out of memory, before it came to the program's first line."""
    is_silent = ended.code == -signal.SIGINT and not ended.said
    is_before = ended.code in (1, -signal.SIGABRT) and "Traceback" in ended.said
    return is_silent or (is_before and "main.py" not in ended.said and "annotator" not in ended.said)


def _several(misuse: Misuse) -> int:
    """Return how many lines a command may complain in that says a line for each file or fault; 0: one."""
    many = (b"suspects", b"outline", b"check", b"backups", b"import", b"restore")
    return 50 if misuse.arguments[:1] and misuse.arguments[0] in many else 0


def _half_made(world: Path) -> list[str]:
    found = list[str]()
    for path in world.rglob("*"):
        if "mime" in path.parts:  # of the desktop's own tools
            continue
        name = path.name
        if ".kanttekening-" in name or name.endswith((".part", ".new", ".tmp")):
            found.append(f"a draft is left: {path}")
        if not path.is_symlink() and path.is_file():
            is_empty = not path.stat().st_size
            if is_empty and name not in ("empty.kant", "empty.txt") and not name.endswith((".lock", "-wal")):
                found.append(f"an empty file: {path}")
            if name.endswith(".png") and not path.read_bytes().endswith(b"IEND\xaeB`\x82"):
                found.append(f"half a picture: {path}")
    for name in ("P.kant", "Q.kant", "N.kant", "map/N.kant"):
        if (world / name).exists() and (wrong := _faults_of(world / name)):
            found.append(f"{name}: {wrong[0]}")
    return found


def _faults_of(path: Path) -> list[str]:
    try:
        return [str(fault) for fault in check(path)]
    except UserError as problem:
        return [str(problem)]


def attack(seed: int, rounds: int, only: int | None = None, *, verbose: bool = False) -> list[str]:
    """Misuse the command line so many times; return what went wrong."""
    found = list[str]()
    with tempfile.TemporaryDirectory(prefix="misuse") as folder:
        os.chmod(folder, 0o755)
        for number, misuse in enumerate(misuses(seed, rounds)):
            if only is not None and number != only:
                continue
            world = Path(folder) / str(number) / "w"
            make_world(world)
            world.chmod(0o555 if misuse.without_rights and number % 2 else 0o755)
            ended = run(misuse, world)
            wrong = faults(misuse, ended, world)
            if wrong:
                found.append(f"{number}: {misuse}: {', '.join(wrong)}\n{ended.said[-1500:]}")
                print(found[-1], flush=True)
            elif verbose:
                print(
                    f"{number}: {misuse}: {ended.code} in {ended.seconds:.1f} s\n{ended.said}",
                    end="",
                    flush=True,
                )
            shutil.rmtree(world.parent)
    return found


def main() -> int:
    """Attack as the command line says; return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    found = attack(options.seed, options.rounds, options.only, verbose=options.verbose)
    print(f"{options.rounds} misuses, {len(found)} went wrong")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
