"""How a command ends where the world gives it no output, memory or home, or stops it while it begins."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.making import letter, project
from tools import misuse_cli

MAIN = Path(__file__).resolve().parents[2] / "main.py"
IS_FULL = os.environ.get("KANTTEKENING_TEST_PROFILE") == "full"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams, limits and signals as POSIX has them")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a project and a letter."""
    project(tmp_path / "P.kant", letter()).close()
    (tmp_path / "brief.txt").write_text("Geachte voorzitter,\n\nHet deel van Belgié.\n", encoding="utf-8")
    return tmp_path


def run(
    place: Path,
    *arguments: str,
    stdout: int = subprocess.PIPE,
    stderr: int = subprocess.PIPE,
    prepare: Callable[[], None] | None = None,
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(MAIN), *arguments],
        cwd=place,
        env={**os.environ, **environment},
        stdout=stdout,
        stderr=stderr,
        preexec_fn=prepare,
        check=False,
        timeout=120,
    )


SAYING = [["suspects", "brief.txt"], ["outline", "P.kant", "--json"], ["--help"], ["check", "--help"]]


@pytest.mark.parametrize("arguments", [*SAYING, ["backup", "P.kant", "Q.kant"]], ids=lambda a: " ".join(a))
@pytest.mark.parametrize("kind", ["full", "closed"])
def test_an_output_that_takes_nothing_is_a_failure_in_one_sentence(
    place: Path, arguments: list[str], kind: str
) -> None:
    with open("/dev/full", "wb") as full:
        prepare = None if kind == "full" else lambda: os.close(1)
        done = run(place, *arguments, stdout=full.fileno(), prepare=prepare)
    reason = {"full": "No space left on device", "closed": "Bad file descriptor"}[kind]
    said = f"kanttekening: what there is to say cannot be written: {reason}.\n"
    assert (done.returncode, done.stderr.decode()) == (1, said)


def test_who_has_read_enough_is_no_failure_to_speak_of(place: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(place, "suspects", "brief.txt", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("arguments", [["check", "geen.kant"], ["check"], ["improt"]], ids=lambda a: a[0])
@pytest.mark.parametrize("kind", ["full", "closed"])
def test_complaints_that_nobody_hears_change_nothing(place: Path, arguments: list[str], kind: str) -> None:
    with open("/dev/full", "wb") as full:
        prepare = None if kind == "full" else lambda: os.close(2)
        done = run(place, *arguments, stderr=full.fileno(), prepare=prepare)
    assert done.returncode == (1 if arguments[1:] else 2)


def test_nothing_is_written_into_a_file_that_took_the_place_of_a_stream(place: Path) -> None:
    def close() -> None:
        for number in (0, 1, 2):
            os.close(number)

    assert run(place, "backup", "P.kant", "Q.kant", prepare=close).returncode == 1  # it cannot say so
    assert run(place, "check", "Q.kant").returncode == 0


@pytest.mark.parametrize("megabytes", [28, 40, 60, 80, 120, 160, 250])
def test_little_memory_is_said_in_a_sentence(place: Path, megabytes: int) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    done = run(place, "suspects", "brief.txt", prepare=limit)
    if b"main.py" not in done.stderr and b"kanttekening" not in done.stderr and done.returncode:
        pytest.skip("Python itself does not start")
    assert done.returncode in (0, 1)
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == done.returncode


@pytest.mark.parametrize("value", ["/nonexistent", "", "relative", "/dev/null"])
@pytest.mark.parametrize("arguments", [["suspects", "brief.txt"], ["import", "P.kant", "brief.txt"]])
def test_without_a_home_the_work_is_done(place: Path, arguments: list[str], value: str) -> None:
    homes = ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    done = run(place, *arguments, **dict.fromkeys(homes, value))  # type: ignore[arg-type]
    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(path.name for path in place.iterdir() if path.name != "relative") == ["P.kant", "brief.txt"]


def test_a_desktop_entry_without_a_home(place: Path) -> None:
    for option in ([], ["--remove"]):
        done = run(place, "install-desktop", *option, HOME="/dev/null", XDG_DATA_HOME="/dev/null/x")
        assert done.returncode == (0 if option else 1)
        assert done.stderr.count(b"\n") == (0 if option else 1)


@pytest.mark.parametrize("number", range(12 if IS_FULL else 8))
def test_ctrl_c_while_modules_load_is_no_traceback(place: Path, number: int) -> None:
    chance = random.Random(number)
    command = chance.choice([["suspects", "brief.txt"], ["new", "N.kant"], ["--help"], ["export"]])
    child = subprocess.Popen(
        [sys.executable, str(MAIN), *command],
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        child.wait(chance.uniform(0.0, 0.7))
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGINT)
    _, said = child.communicate(timeout=120)
    if misuse_cli.is_pythons_own(misuse_cli.Ended(child.returncode, said.decode(), 0.0)):
        pytest.skip("stopped before the first line of the program")
    assert child.returncode in (0, 1, 2, 130)
    assert b"Traceback" not in said
    assert len(said.splitlines()) <= (3 if child.returncode == 2 else 1)
