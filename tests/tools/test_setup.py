"""The set-up script on machines that are played by a few scripts: where it stops, and what it installs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_CHECKOUT = Path(__file__).parents[2]
_BASE = (
    *("bash", "cat", "cksum", "cp", "dirname", "env", "find", "flock", "grep", "id", "mkdir", "rm", "tail"),
    "uname",
)
# Notes what it is asked for; an environment that it makes is a copy of itself.
_PYTHON = """
echo "python $*" >>calls
case "$*" in
  "-m venv --clear"*) mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; echo "#!$PWD/$4/bin/python" >"$4/bin/pip" ;;
esac
"""
_PINS = "install --progress-bar off --require-hashes -r requirements/run.txt"
_PROJECT = "install --progress-bar off --no-deps --no-build-isolation -e ."

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
        shutil.copytree(_CHECKOUT / "requirements", folder / "requirements")
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

    def installs(self) -> list[str]:
        """Return what pip and uv were told since this was last asked."""
        calls = self.folder / "calls"
        lines = calls.read_text().splitlines() if calls.exists() else []
        calls.unlink(missing_ok=True)
        return [line.removeprefix("python -m pip ") for line in lines if "install" in line]

    def set_up(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the script as `make` does; to run, when nothing else is said."""
        return subprocess.run(
            [str(self.commands / "bash"), "tools/setup.sh", *arguments],
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
def equipped(machine: Machine) -> Machine:
    """A machine that can make environments."""
    machine.has("python3", _PYTHON)
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


def test_it_installs_the_pins_and_then_the_project_alone(equipped: Machine) -> None:
    assert equipped.set_up().returncode == 0
    assert equipped.installs() == [_PINS, _PROJECT]


def test_what_is_ready_is_left_alone(equipped: Machine) -> None:
    equipped.set_up()
    equipped.installs()
    assert equipped.set_up().stdout.count(".venv") == 0
    assert equipped.installs() == []


@pytest.mark.parametrize("file", ["pyproject.toml", "requirements/run.txt"])
def test_other_pins_are_installed(equipped: Machine, file: str) -> None:
    equipped.set_up()
    equipped.installs()
    with (equipped.folder / file).open("a") as changed:
        changed.write("# raised\n")
    equipped.set_up()
    assert equipped.installs() == [_PINS, _PROJECT]


def test_what_is_ready_for_the_tests_is_ready_to_run(equipped: Machine) -> None:
    equipped.set_up("test")
    assert "-r requirements/test.txt" in equipped.installs()[0]
    equipped.set_up("run")
    assert equipped.installs() == []


def test_what_is_ready_to_run_is_not_ready_for_the_tests(equipped: Machine) -> None:
    equipped.set_up("run")
    equipped.installs()
    equipped.set_up("test")
    assert equipped.installs() != []


def test_an_environment_of_its_own_leaves_the_usual_one_alone(equipped: Machine) -> None:
    assert equipped.set_up("lowest", "build/lowest").returncode == 0
    assert (equipped.folder / "build" / "lowest" / "ready-lowest").exists()
    assert not (equipped.folder / ".venv").exists()


def test_uv_installs_where_it_is_there(equipped: Machine) -> None:
    equipped.has("uv", 'echo "uv $*" >>calls')
    assert equipped.set_up().returncode == 0
    command = "uv pip install --quiet --python .venv/bin/python"
    assert equipped.installs() == [
        f"{command} --require-hashes -r requirements/run.txt",
        f"{command} --no-deps --no-build-isolation -e .",
    ]


def test_pip_installs_where_uv_cannot(equipped: Machine) -> None:
    equipped.has("uv", "exit 2")
    assert equipped.set_up().returncode == 0
    assert equipped.installs() == [_PINS, _PROJECT]


def test_what_could_not_be_installed_is_not_ready(equipped: Machine) -> None:
    equipped.has("python3", _PYTHON + 'case "$*" in "-m pip install"*) echo "ERROR: no hash"; exit 1 ;; esac')
    run = equipped.set_up()
    assert run.returncode == 2
    assert "ERROR: no hash" in run.stderr
    assert not list((equipped.folder / ".venv").glob("ready-*"))
