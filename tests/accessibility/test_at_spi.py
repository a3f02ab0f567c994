"""What a screen reader meets, over the real bus: names and roles of every view, the way of the focus, and
what is said where the caret comes.

Needs what `tools/setup.sh test` installs: a message bus, the bus of screen readers, pyatspi, and a screen.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.cli.window_arguments import LANGUAGES
from annotator.ui.shell.commands import COMMANDS
from tests.ui.shell.making import FIRST, SECOND, make_project

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = ("Xvfb", "xdotool", "dbus-daemon")
MOST_STOPS = 120
HANGS = 60  # seconds: only so that nothing waits for ever


def without_count(name: str) -> str:
    """Return a name without the figures behind it: they rise while letters are looked at."""
    return name.rstrip("0123456789. ")


def lacking() -> str:
    """Return what is not there of what these tests need."""
    if not sys.platform.startswith("linux"):
        return "the bus of screen readers of Linux"
    for tool in TOOLS:
        if shutil.which(tool) is None:
            return tool
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").is_file():
        return "at-spi2-core"
    known = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], check=False, capture_output=True)
    return "" if known.returncode == 0 else "python3-pyatspi"


LACKING = lacking()
pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(bool(LACKING), reason=f"needs {LACKING} (tools/setup.sh test installs it)"),
]

# What shows no view of its own: the system's dialog asks for files, the program ends, text is changed.
LEFT_ALONE = {
    "quit", "close_project", "new_project", "open_project", "open_sample", "import", "import_folder",
    "backup", "import_codebook", "export_codebook", "read_anew", "copy", "copy_with_source", "undo", "redo",
}  # fmt: skip
# In the correction box Tab stays: Esc leads out of it, as it says. In the manual it goes by the links first.
OF_ITS_OWN_KEYS = {"next_suspect", "previous_suspect", "correct_word", "manual"}
# A role that tells a listener nothing.
NO_ROLE = {"", "filler", "unknown", "invalid", "redundant object"}


Stop = tuple[int, str, str]  # a widget's address, name and kind


class Talking:
    """A process that answers each line with a line of JSON."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._line() == "ready"

    def _line(self) -> Any:
        line = self._process.stdout.readline()
        assert line, "the process has ended"
        return json.loads(line)

    def ask(self, line: str) -> Any:
        """Return its answer to a line."""
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._line()

    def end(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()


class Listener:
    """The window on a screen of its own, keys for it, and a screen reader that listens."""

    def __init__(self, project: Path, language: str) -> None:
        self.language = language
        # The bus of screen readers has its socket there, by the screen's number: each has one of its own.
        self._run = tempfile.TemporaryDirectory()
        env = {**os.environ, "XDG_RUNTIME_DIR": self._run.name}
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True,
            stderr=subprocess.DEVNULL, env=env,
        )  # fmt: skip
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "1366x768x24"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        self._env = {
            **env,
            "DBUS_SESSION_BUS_ADDRESS": self._bus.stdout.readline().strip(),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
            "PYTHONFAULTHANDLER": "1",  # should the window crash, it is said where
            "PYTHONPATH": str(ROOT),
        }
        child = [sys.executable, str(HERE / "window_child.py"), str(project), language]
        self.window = Talking(child, self._env)
        bare = {
            name: value for name, value in self._env.items() if not name.startswith(("PYTHON", "VIRTUAL"))
        }
        self.reader = Talking([SYSTEM_PYTHON, str(HERE / "reader.py")], bare)
        self.until(lambda: bool(self.tree()))
        self.until(lambda: self.window.ask("ready"))

    def close(self) -> None:
        """End what was started."""
        self.reader.end()
        self.window.end()
        for process in (self._bus, self._server):
            process.terminate()
            process.wait()
        self._bus.stdout.close()
        self._run.cleanup()

    def tree(self) -> list[dict[str, Any]]:
        """Return all that shows, as a screen reader finds it."""
        found: list[dict[str, Any]] = self.reader.ask("tree")
        return found

    def heard(self) -> list[dict[str, Any]]:
        """Return what was heard since it was asked last."""
        found: list[dict[str, Any]] = self.reader.ask("heard")
        return found

    def announced(self) -> list[str]:
        """Return what was announced since it was asked last."""
        return [one["said"] for one in self.heard() if one["kind"] == "announcement"]

    def keys(self, *keys: str) -> None:
        """Press keys."""
        subprocess.run(["xdotool", "key", *keys], env=self._env, timeout=HANGS, check=True)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + HANGS
        while not holds():
            assert time.monotonic() < end, "it never came"

    def hears_at(self, words: str, said: str) -> bool:
        """Move the caret by a key to where these words begin; tell whether this is said there."""
        at = self.window.ask("text").index(words)
        self.window.ask(f"caret {at - 2}")
        self.heard()
        end = time.monotonic() + HANGS
        while time.monotonic() < end:
            self.keys("Right", "Right", "Right")
            heard = [one["said"] for one in self.heard() if one["kind"] == "announcement"]
            if any(said in one for one in heard):
                return True
            self.window.ask(f"caret {at - 2}")
        return False

    def go_round(self) -> list[Stop]:
        """Press Tab until the focus is where it was; return what had it, one after the other."""
        reached: list[Stop] = []
        for _ in range(MOST_STOPS):
            reached.append(self.next_stop())
            if len(reached) > 1 and reached[-1] == reached[0]:
                break
        return reached

    def next_stop(self) -> Stop:
        """Press Tab; return what has the focus once that has moved, or is not going to."""
        before = self.window.ask("focus")
        self.keys("Tab")
        end = time.monotonic() + 5
        while (now := self.window.ask("focus")) == before and time.monotonic() < end:
            pass
        return tuple(now)

    def heard_of_focus(self, names: set[str]) -> set[str]:
        """Return the names that the focus came to, once the reader has heard of all of these."""
        heard: set[str] = set()
        end = time.monotonic() + 10
        while time.monotonic() < end and names - heard:
            told = (one for one in self.heard() if one["kind"].startswith("state-changed"))
            heard |= {without_count(one["name"]) for one in told}
        return heard

    def views(self) -> Iterator[str]:
        """Show each view that a command leads to, once; say by which command."""
        seen = {str(self.window.ask("view"))}
        yield "the letter"
        for command in COMMANDS:
            if command.id in LEFT_ALONE:
                continue
            self.window.ask(f"run {command.id}")
            shown = str(self.window.ask("view"))
            if shown not in seen:
                seen.add(shown)
                yield command.id
            while self.window.ask("close"):
                pass
            self.keys("Escape")


@pytest.fixture(scope="module", params=LANGUAGES)
def listener(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    made = Listener(make_project(tmp_path_factory.mktemp("project"), (FIRST, SECOND)), str(request.param))
    yield made
    made.close()


# What is said of a place, by the language of the screen.
PROPOSAL = {"nl": "(voorstel)", "en": "(proposal)"}
HEADING = {"nl": "Kop van een sectie", "en": "Heading of a section"}
SAVED = {"nl": "bewaard", "en": "saved"}
COUNTRY = {"nl": "Land", "en": "Country"}


def test_the_reader_hears_what_the_caret_meets(listener: Listener) -> None:
    listener.window.ask("focus_text")
    # A suspect says why it is doubted: what stands there, and what was meant.
    assert listener.hears_at("Belgi\u00e9", "Belgi\u00e9")
    assert listener.hears_at("22 oktober", PROPOSAL[listener.language])
    irak = listener.window.ask("text").index("Irak deed")
    listener.window.ask(f"tag {irak} {irak + 4} country")
    assert listener.hears_at("Irak deed", COUNTRY[listener.language])
    listener.window.ask(f"caret {listener.window.ask('text').index('Lastenverdeling')}")
    listener.window.ask("run start_section")
    assert listener.hears_at("Lastenverdeling", HEADING[listener.language])


def test_the_reader_hears_what_passes_in_the_bottom_line(listener: Listener) -> None:
    """What a command answers, and what was done with the key that undoes it."""
    listener.window.ask("focus_text")

    def hears_of_saving() -> bool:  # asked again: the program learns late that somebody listens
        listener.keys("ctrl+s")
        return any(SAVED[listener.language] in said for said in listener.announced())

    listener.until(hears_of_saving)
    irak = listener.window.ask("text").index("Irak deed")
    listener.window.ask(f"tag {irak} {irak + 4} country")
    listener.until(lambda: any("Ctrl+Z" in said for said in listener.announced()))


def test_esc_leads_out_of_the_box(listener: Listener) -> None:
    listener.window.ask("focus_text")
    text = listener.window.ask("focus")
    listener.window.ask("run next_suspect")
    listener.until(lambda: listener.window.ask("focus") != text)
    listener.keys("Escape")
    listener.until(lambda: listener.window.ask("focus") == text)


def test_each_view_has_names_and_roles(listener: Listener) -> None:
    lacks, views = [], []
    for view in listener.views():
        views.append(view)
        for one in listener.tree():
            # A cell may have nothing in it, and a bar of tabs no tab.
            may_be_empty = one["role"] in {"table cell", "page tab list"}
            if one["focusable"] and (
                (not one["name"].strip() and not may_be_empty) or one["role"] in NO_ROLE
            ):
                lacks.append(f"{view}: {one['path']}")
    assert len(views) > 12, views
    assert not lacks, "\n".join(sorted(set(lacks)))


def test_tab_goes_round_each_view_and_the_reader_follows(listener: Listener) -> None:
    """Tab comes by everything that it can come by, and back: nothing holds the focus."""
    wrong, views = [], 0
    for view in listener.views():
        stops = {tuple(stop) for stop in listener.window.ask("stops")}
        if not stops or view in OF_ITS_OWN_KEYS:
            continue
        views += 1
        listener.heard()
        reached = listener.go_round()
        stops &= {tuple(stop) for stop in listener.window.ask("stops")}  # some come and go meanwhile
        wrong += [
            f"{view}: Tab does not come to {kind} {name!r}" for _, name, kind in sorted(stops - set(reached))
        ]
        if reached[-1] != reached[0]:
            wrong.append(f"{view}: Tab does not come round: {reached}")
        if len(stops) > 1:
            # Of a bar of tabs the reader hears by the tab that is chosen.
            spoken = {(without_count(name), kind) for _, name, kind in reached if kind != "QTabBar"}
            heard = listener.heard_of_focus({name for name, _ in spoken})
            wrong += [
                f"{view}: the reader did not hear of {kind} {name!r}"
                for name, kind in spoken
                if name not in heard
            ]
    assert views > 8
    assert not wrong, "\n".join(wrong)
