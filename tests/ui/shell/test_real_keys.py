"""Real keys of other keyboards, through a real X server, in the real window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.shell.making import make_project

CHILD = Path(__file__).with_name("keys_child.py")
ROOT = Path(__file__).parents[3]
TOOLS = ("Xvfb", "xdotool", "setxkbmap")
HANGS = 60  # seconds: only so that nothing waits for ever
TEXT = "Belgié is een land.\n\nEen tweede alinea.\n"
ONE, EIGHT, ACUTE = "10", "17", "48"  # keys by their number: the digits' places, and the key of the accent

pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.timeout(2 * HANGS),
    pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason="needs " + ", ".join(TOOLS)),
]


class Screen:
    """An X server, the window on it, and the keys."""

    def __init__(self, layout: str, project: Path) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "1280x900x24"]
        self._server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        self._env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        self._env["PYTHONPATH"] = str(ROOT)
        self.lay(layout)
        self._window = subprocess.Popen(
            [sys.executable, str(CHILD), str(project)], env=self._env, stdout=subprocess.PIPE, text=True
        )
        assert self._line() == "ready"
        found = self._run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self._window.pid))
        self._run("xdotool", "windowfocus", "--sync", found.split()[-1])

    def close(self) -> None:
        """End what was started."""
        for process in (self._window, self._server):
            process.kill()
            process.wait()
        assert self._window.stdout is not None
        self._window.stdout.close()

    def _line(self) -> str:
        assert self._window.stdout is not None
        return self._window.stdout.readline().strip()

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._env, capture_output=True, text=True, timeout=HANGS, check=True
        )
        return done.stdout

    def lay(self, layout: str) -> None:
        """Lay another keyboard before the analyst."""
        self._run("setxkbmap", *layout.split())

    def keys(self, *keys: str, held: str = "") -> None:
        """Press keys, by name or number, while others are held."""
        down = [word for key in held.split() for word in ("keydown", key)]
        up = [word for key in reversed(held.split()) for word in ("keyup", key)]
        self._run("xdotool", *down, "key", *keys, *up)

    def state(self) -> dict[str, Any]:
        """How things are after the keys so far."""
        self.keys("Pause")
        state: dict[str, Any] = json.loads(self._line())
        return state

    def until(self, **wanted: object) -> dict[str, Any]:
        """Wait until things are so."""
        end = time.monotonic() + HANGS
        while time.monotonic() < end:
            state = self.state()
            if all(state[name] == value for name, value in wanted.items()):
                return state
        raise AssertionError(f"{wanted} never came: {state}")

    def choose_first(self) -> None:
        """Choose the first suggestion by its place; one that was not seen yet is not taken."""
        end = time.monotonic() + HANGS
        while time.monotonic() < end:
            self.keys(ONE, held="Alt_L")
            state = self.state()
            if state["field"] == state["choices"][0]:
                return
        raise AssertionError(f"Alt+1 does not choose: {state}")


@pytest.fixture(params=["be", "us -variant intl", "nl"])
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screen]:
    made = Screen(request.param, make_project(tmp_path, [TEXT]))
    yield made
    made.close()


def test_the_box_on_this_keyboard(screen: Screen) -> None:
    screen.until(focus="Text of the letter")
    screen.keys("Return")
    screen.until(box=True, focus="Corrected text")
    screen.keys("x")
    screen.until(field="x")
    screen.choose_first()
    screen.keys("x")
    for held in ("Alt_L", "Control_L", "Control_L Alt_L", "Alt_L Shift_L"):
        screen.keys("20", "e", held=held)  # the key behind 0, and a letter
        assert screen.state()["field"] == "x", held


def test_altgr_types_on_this_keyboard(screen: Screen) -> None:
    screen.until(focus="Text of the letter")
    screen.keys("Return")
    screen.until(box=True, focus="Corrected text")
    screen.keys("x")
    screen.keys("e", held="ISO_Level3_Shift")
    field = screen.state()["field"]
    assert len(field) == 2 and field != "xe"


@pytest.mark.parametrize("screen", ["us -variant intl"], indirect=True)
def test_esc_takes_back_an_accent_first(screen: Screen) -> None:
    screen.until(focus="Text of the letter")
    screen.keys("F2")
    screen.until(editing=True)
    screen.keys(ACUTE, "Escape")
    assert screen.state()["editing"]
    screen.keys(ACUTE, "e")
    screen.until(text="é" + TEXT)
    screen.keys("Escape")
    screen.until(editing=False)
    screen.keys("Return")
    screen.until(box=True, focus="Corrected text")
    screen.keys(ACUTE, "Escape")
    assert screen.state()["box"]
    screen.keys("Escape")
    assert not screen.state()["box"]


def test_held_keys_type_nothing_in_the_letter(screen: Screen) -> None:
    screen.until(focus="Text of the letter")
    screen.keys("F2")
    for held in ("Alt_L", "Control_L Alt_L", "Alt_L Shift_L", "Super_L"):
        screen.keys(ONE, "20", "e", held=held)
    assert screen.state()["text"] == TEXT


def test_digits_by_place_in_the_search_and_in_the_window(screen: Screen) -> None:
    screen.until(focus="Text of the letter")
    screen.keys(EIGHT, held="Alt_L")
    assert "no page images" in screen.state()["said"]
    screen.keys("f", held="Control_L Shift_L")
    screen.until(shown=True, focus="What to search for in the project")
    screen.keys("11", held="Alt_L")
    state = screen.state()
    assert (state["mode"], state["typed"]) == ("exact", "")
