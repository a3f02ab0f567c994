"""The set-up script where it cannot go on: on machines that are played by a few scripts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_CHECKOUT = Path(__file__).parents[2]
_BASE = ("bash", "cat", "cksum", "dirname", "env", "find", "flock", "grep", "id", "mkdir", "tail", "uname")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="system packages are looked for on Linux only"
)


class Machine:
    """A machine with a shell, Python and no graphics library, whose other commands are what a test says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commands = folder / "commands"
        self.commands.mkdir(parents=True)
        (folder / "tools").mkdir()
        shutil.copy(_CHECKOUT / "tools" / "setup.sh", folder / "tools")
        shutil.copy(_CHECKOUT / "pyproject.toml", folder)
        for name in _BASE:
            (self.commands / name).symlink_to(shutil.which(name) or "/nowhere")
        self.has("ldconfig", "true")
        self.has("python3", "true")

    def has(self, command: str, does: str) -> None:
        """Give the machine a command that runs one line of shell."""
        path = self.commands / command
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/sh\n{does}\n")
        path.chmod(0o755)

    def set_up(self, purpose: str = "run") -> subprocess.CompletedProcess[str]:
        """Run the script as `make` does."""
        return subprocess.run(
            [str(self.commands / "bash"), "tools/setup.sh", purpose],
            cwd=self.folder,
            env={"PATH": str(self.commands), "HOME": str(self.folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            start_new_session=True,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "checkout")


@pytest.fixture
def debian(machine: Machine) -> Machine:
    machine.has("apt-get", 'echo "E: no such mirror"; exit 100')
    machine.has("dpkg", "true")
    return machine


@pytest.fixture
def powerless(debian: Machine) -> Machine:
    debian.has("id", "echo 1000")
    return debian


def test_without_rights_it_stops(powerless: Machine) -> None:
    assert powerless.set_up().returncode == 2


def test_without_rights_it_says_in_one_line_what_to_install(powerless: Machine) -> None:
    said = powerless.set_up().stderr
    assert said.count("\n") == 1
    assert "apt-get install libegl1 libgl1 " in said


def test_the_tests_need_a_window_server(powerless: Machine) -> None:
    assert "xvfb xdotool" in powerless.set_up("test").stderr


def test_to_run_needs_no_window_server(powerless: Machine) -> None:
    assert "xvfb" not in powerless.set_up("run").stderr


def test_a_library_that_is_there_is_not_asked_for(powerless: Machine) -> None:
    powerless.has("ldconfig", 'echo "  libEGL.so.1 (libc6,x86-64) => /lib/libEGL.so.1"')
    assert "libegl1" not in powerless.set_up().stderr


def test_another_system_is_told_what_was_not_found(machine: Machine) -> None:
    assert "not a Debian system; not found" in machine.set_up().stdout


def test_a_failing_apt_is_quoted(debian: Machine) -> None:
    debian.has("id", "echo 0")
    run = debian.set_up()
    assert run.returncode == 2
    assert "E: no such mirror" in run.stderr


def test_an_unknown_purpose_is_refused(machine: Machine) -> None:
    assert "usage" in machine.set_up("everything").stderr


def test_an_old_python_is_not_taken(powerless: Machine) -> None:
    powerless.has("python3", "exit 1")
    assert "apt-get install python3 python3-venv " in powerless.set_up().stderr
