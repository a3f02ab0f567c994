"""Kill the program in the middle of real work, again and again, and look at what is left.

    python tools/kill_test.py [--rounds 200] [--seed 1]

Each round plays random keys in the real window (a process of its own, without a screen) and kills it at a
random moment. Then the project must have all that was shown as saved, no fault,
every tag on its words, and an undo that leads back to the beginning. Exit code 1 where it has not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LETTERS = (
    "De Minister sprak met Belgié over de motie Jansen. Daarna kwam Irak.\n\nLastenverdeling\n\n"
    "De inzet van Belgié is verplich-\ntingen nagekomen. Ook Irak deed mee.\n",
    "Een tweede brief 😀 over Belgié. Met substantiélere bijdragen.\n\fEn een pagina over Irak.\n",
    "De veiligheidsin-\n\f stituties van Irak. De motie Jansen is aangenomen.\n",
)
# The words that get tags. Nothing but accepting a suspect changes them: a tag must stand on one of them.
WORDS = {
    "Belgié": ("Belgié", "België"),
    "Irak": ("Irak",),
    "motie Jansen": ("motie Jansen",),
    "substantiélere": ("substantiélere", "substantiëlere"),
    "Lastenverdeling": ("Lastenverdeling",),
}
TAG_KEYS = "LTPDG"
Fault = str


def state_of(letter: Any) -> str:
    """Return what a letter is, in few characters."""
    content = json.dumps(asdict(letter), sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def kept(session: Any, number: int) -> Any:
    """Return a letter without what is proposed for it: proposals are made anew, they need not be kept."""
    session.letter_of(number)
    return session._hand[number]


def tell(what: str) -> None:
    """Say a line to the process that kills: at once, whole."""
    os.write(1, f"{what}\n".encode())


# --- the process that is killed -----------------------------------------------------------------------------


class Player:
    """Presses random keys in the window, one small piece of work at a time."""

    def __init__(self, window: Any, seed: int) -> None:
        self.window, self.chance = window, random.Random(seed)
        self._work: Iterator[None] = iter(())

    def step(self) -> None:
        """Press the next key; the timer that calls it goes on in dialogs too."""
        from PySide6.QtWidgets import QApplication, QDialog

        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.accept()
            return
        try:
            next(self._work)
        except StopIteration:
            self._work = self.chance.choice(self._works)()

    @property
    def _works(self) -> tuple[Callable[[], Iterator[None]], ...]:
        often = (self.tag, self.accept, self.type, self.type)
        return (*often, self.undo, self.section, self.fill, self.go, self.judge, self.status, self.untag)

    def press(self, *sequences: str) -> Iterator[None]:
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        for sequence in sequences:
            keys = QKeySequence(sequence)[0]  # type: ignore[index]
            focused = QApplication.focusWidget() or self.window
            tell(f"key {sequence} in {type(focused).__name__}")
            QTest.keyClick(focused, keys.key(), keys.keyboardModifiers())
            yield

    def _text(self) -> str:
        return str(self.window.views.text.text())

    def _select(self, words: str) -> bool:
        start = self._text().find(words)
        if start >= 0:
            self.window.views.text.setFocus()
            self.window.views.text.select(start, start + len(words))
        return start >= 0

    def tag(self) -> Iterator[None]:
        if self._select(self.chance.choice([w for words in WORDS.values() for w in words])):
            yield from self.press(self.chance.choice(TAG_KEYS))

    def untag(self) -> Iterator[None]:
        if self._select(self.chance.choice(list(WORDS))):
            yield from self.press("Delete")

    def accept(self) -> Iterator[None]:
        yield from self.press("F3", self.chance.choice(("Return", "Return", "Ctrl+Return")), "Esc")

    def judge(self) -> Iterator[None]:
        if self.chance.random() < 0.3:
            yield from self.press("F3", "Ctrl+D", "Esc")

    def type(self) -> Iterator[None]:
        ends = [i + 1 for i, sign in enumerate(self._text()) if sign == "."]
        if ends:
            self.window.views.text.setFocus()
            yield from self.press("F2")
            self.window.views.text.move_caret(self.chance.choice(ends))
            yield from self.press("Space", *self.chance.choices("ABCDEFZ", k=self.chance.randrange(1, 9)))
            yield from self.press(*["Backspace"] * self.chance.choice((0, 1, 2)), "Esc")

    def undo(self) -> Iterator[None]:
        yield from self.press(*["Ctrl+Z"] * self.chance.randrange(1, 5))
        yield from self.press(*["Ctrl+Y"] * self.chance.randrange(0, 4))

    def section(self) -> Iterator[None]:
        self.window.views.text.setFocus()
        self.window.views.text.move_caret(self.chance.randrange(len(self._text()) + 1))
        yield from self.press(self.chance.choice(("S", "M", "<", ">", "O", "H")))

    def fill(self) -> Iterator[None]:
        if self._select(self.chance.choice(list(WORDS))):
            yield from self.press(".", "V")

    def go(self) -> Iterator[None]:
        yield from self.press(self.chance.choice(("Ctrl+PgDown", "Ctrl+PgUp")))

    def status(self) -> Iterator[None]:
        yield from self.press(self.chance.choice(("Ctrl+2", "Ctrl+4", "F9")))


def play(path: Path, seed: int) -> int:
    """Press keys in the window for ever; say what is being done and what shows as saved."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from annotator.jobs.worker import Worker
    from annotator.ui.settings import Settings
    from annotator.ui.shell.main_window import MainWindow
    from annotator.ui.theme.keeper import ThemeKeeper

    app = QApplication(["kanttekening"])
    window = MainWindow(Settings(path.parent / "settings"), ThemeKeeper(app, "light"), Worker(), "en")
    window.composition.context.analyst = "jan"
    window.composition.opening.open_path(path, loud=True)
    window.show()
    window.activateWindow()
    getattr(window.composition.startup, "after_first_paint", lambda: None)()
    session = window.session
    ids = session.store.reader.letter_ids()

    def states() -> str:
        return ",".join(state_of(kept(session, number)) for number in ids)

    write = session._write

    def telling_write(*arguments: Any) -> None:
        tell(f"doing {states()}")  # before the file can have it
        write(*arguments)

    states()  # all letters are in memory from now on
    session._write = telling_write  # type: ignore[assignment]
    session.saving.connect(lambda state: tell(state.state) if state.state == "saved" else None)
    tell(f"doing {states()}")
    tell("saved")
    player = Player(window, seed)
    timer = QTimer()
    timer.timeout.connect(player.step)
    timer.start(3)
    return app.exec()


# --- the process that kills ---------------------------------------------------------------------------------


def make_template(path: Path) -> dict[int, Any]:
    """Make the project that every round begins with; return its letters."""
    from annotator.core.codebook_toml import read_codebook
    from annotator.resources import resource_path
    from annotator.session.transfer.importing import import_paths
    from annotator.storage.store import Store

    names = []
    for number, text in enumerate(LETTERS):
        names.append(path.with_name(f"{number}.txt"))
        names[-1].write_text(text, encoding="utf-8")
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    with Store.create(path, book, "jan") as store:
        import_paths(store, names, "jan")
        return {number: store.reader.letter(number) for number in store.reader.letter_ids()}


def killed(path: Path, seed: int) -> tuple[list[str], int, str]:
    """Play until killed; return the states that were told, which of them showed as saved last, and stderr.

    The last keys stand in `keys.txt` beside the project.
    """
    chance = random.Random(seed)
    wanted, late = chance.randrange(1, 40), chance.random() * 0.012
    command = [sys.executable, str(Path(__file__).resolve()), "--play", str(path), "--seed", str(seed)]
    errors = path.with_name("stderr.txt")
    said = b""
    with errors.open("wb") as err, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err) as child:
        assert child.stdout is not None
        while said.count(b"saved\n") < wanted and (piece := os.read(child.stdout.fileno(), 65536)):
            said += piece
        end = time.perf_counter() + late  # anywhere in a commit, not only right behind an acknowledgement
        while time.perf_counter() < end:
            pass
        child.kill()
        said += child.stdout.read()
    path.with_name("keys.txt").write_bytes(said)
    states, saved = list[str](), 0
    for line in said.decode().split("\n")[:-1]:
        if line.startswith("doing "):
            states.append(line.removeprefix("doing "))
        elif line == "saved":
            saved = len(states) - 1
    return states, saved, errors.read_text(encoding="utf-8", errors="replace")


def faults_left(path: Path, first: dict[int, Any], states: list[str], saved: int) -> list[Fault]:
    """Return what is wrong with a project after a kill."""
    from annotator.session import Session
    from annotator.storage.check import check
    from annotator.storage.store import Store

    faults = [str(fault) for fault in check(path)]
    with Store.open(path, must_write=True) as store:
        session = Session(store, "piet")
        found = {number: kept(session, number) for number in first}
        if ",".join(map(state_of, found.values())) not in states[saved:]:
            faults.append(f"what was shown as saved is not there ({saved} of {len(states)})")
        allowed = {word for words in WORDS.values() for word in words}
        for letter in found.values():
            quotes = {letter.quote(uid) for uid in letter.passages}
            faults += [f"a tag stands on {quote!r}" for quote in quotes - allowed]
        session.open_letter(1)
        for _ in range(4 * len(states) + 40):
            if session.undo() is None:
                break
        if {number: kept(session, number) for number in first} != first:
            faults.append("undo does not lead back to the beginning")
        store.flush()
    return [*faults, *(f"after undo: {fault}" for fault in check(path))]


def one_round(template: Path, first: dict[int, Any], seed: int) -> tuple[list[Fault], int, int]:
    """Play, kill and look; return the faults, how many changes there were, and how many showed as saved."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "P.kant"
        shutil.copy(template, path)
        states, saved, errors = killed(path, seed)
        if not states:
            return [f"the program did not start: {errors[-2000:]}"], 0, 0
        faults = faults_left(path, first, states, saved)
        if "Traceback" in errors:
            faults.append(f"the program failed by itself: {errors[-2000:]}")
        if faults:
            last = path.with_name("keys.txt").read_text(encoding="utf-8").splitlines()[-60:]
            faults.append("pressed at the end: " + ", ".join(x[4:] for x in last if x.startswith("key ")))
    return faults, len(states) - 1, saved


def main() -> int:
    """Run the rounds and print what they found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--play", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.play:
        return play(options.play, options.seed)
    changes, bad = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "P.kant"
        first = make_template(template)
        for seed in range(options.seed, options.seed + options.rounds):
            faults, done, _ = one_round(template, first, seed)
            changes += done
            bad += bool(faults)
            for fault in faults:
                print(f"round {seed}: {fault}", flush=True)
    print(f"{options.rounds} kills, {changes} changes, {bad} rounds with faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
