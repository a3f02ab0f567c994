"""Commands that are stopped by a signal, at any moment: they end in order and leave nothing half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.storage.backup_names import folder_of
from annotator.storage.backups.folder import list_backups
from annotator.storage.backups.making import back_up
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.storage.making import letter, project

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them"),
]
MAIN = Path(__file__).resolve().parents[1] / "main.py"
ROUNDS = 4 if os.environ.get("KANTTEKENING_TEST_PROFILE") == "full" else 3
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LETTERS = 400


@dataclass
class Place:
    """Where commands work: a project with backups, files to import, and folders that nobody else has."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "P.kant"

    def environment(self) -> dict[str, str]:
        own = {
            name: str(self.folder / "own" / name) for name in ("TMPDIR", "XDG_STATE_HOME", "XDG_DATA_HOME")
        }
        for path in own.values():
            Path(path).mkdir(parents=True, exist_ok=True)
        return {**os.environ, **own}

    def files(self) -> set[str]:
        """Return what there is, but for folders, and what SQLite keeps beside a project that was read."""
        return {
            str(path.relative_to(self.folder))
            for path in self.folder.rglob("*")
            if (path.is_file() or path.name.startswith("."))
            and not (path.name.endswith("-shm") or (path.name.endswith("-wal") and not path.stat().st_size))
        }

    def run(self, arguments: list[str], number: signal.Signals | None, after: float) -> tuple[int, str]:
        """Run a command and send it a signal; return its exit code and what it said."""
        command = [sys.executable, "-X", "faulthandler", str(MAIN), *arguments]
        child = subprocess.Popen(
            command, cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        if number is not None:
            try:
                child.wait(after)
            except subprocess.TimeoutExpired:
                child.send_signal(number)
        said, _ = child.communicate(timeout=120)
        return child.returncode, said.decode()


COMMANDS = {
    "new": ["new", "Q.kant"],
    "import": ["import", "P.kant", "letters", "--no-proposals"],
    "export": ["export", "P.kant", "--format", "txt", "--out", "out"],
    "replace": ["export", "P.kant", "--format", "json", "--out", "there", "--force"],
    "backup": ["backup", "P.kant", "copy.kant"],
    "restore": ["restore", "BACKUP", "P.kant"],
    "elsewhere": ["restore", "BACKUP", "Q.kant"],
    "screenshot": ["screenshot", "P.kant", "--out", "P.png"],
}
WHOLE = {"import": 0, "export": LETTERS, "replace": 0}  # files that a command makes, where it is not one


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path / "work")
    (made.folder / "letters").mkdir(parents=True)
    for number in range(40):
        (made.folder / "letters" / f"{number}.txt").write_text(f"Een brief over {number}.\n" * 50)
    with project(made.project, *(letter(f"Brief {n}\n" + "tekst\n" * 200) for n in range(LETTERS))):
        back_up(made.project, folder_of(made.project), "jan")
    made.run(["export", "P.kant", "--format", "json", "--out", "there"], None, 0)
    made.environment()
    return made


@pytest.mark.parametrize("name", COMMANDS)
def test_a_stopped_command_leaves_nothing_half(place: Place, name: str) -> None:
    backup = list_backups(folder_of(place.project))[0].path
    arguments = [str(backup) if each == "BACKUP" else each for each in COMMANDS[name]]
    chance, took = random.Random(name), 3.0
    for turn in range(ROUNDS):
        before, letters = place.files(), _letters(place.project)
        number = SIGNALS[turn % len(SIGNALS)]
        code, said = place.run(arguments, number, chance.uniform(0.0, took))
        after = place.files()
        assert code in (0, 1, -number), (code, number, said[-3000:])
        assert "Fatal Python error" not in said
        assert "Traceback" not in said or "stopped" not in said
        new = after - before
        assert before <= after
        # What was asked for may be done when the signal comes: then all of it is there.
        assert len(new) in (0, WHOLE.get(name, 1)), (new, said)
        assert all(_is_whole(place.folder / file) for file in new)
        assert not [each for each in after if ".kanttekening" in each or each.endswith((".part", ".lock"))]
        assert check(place.project) == []
        assert _letters(place.project) >= letters
        for file in new:
            (place.folder / file).unlink()


def _is_whole(path: Path) -> bool:
    if path.suffix == ".kant":
        return check(path) == []
    ends = {".png": b"IEND\xaeB`\x82", ".txt": b"tekst\n"}
    return path.read_bytes().endswith(ends[path.suffix])


def _letters(path: Path) -> int:
    with Store.open(path, read_only=True) as store:
        return store.reader.letters_count()
