"""Measure the main paths in short, and fail where one takes twice what it took when it was kept.

Run: python benchmarks/short.py [--keep]. Each is held against a baseline that does the least of the same
kind, both in processor time and in turn, the median of some rounds: other work on the machine lengthens both
alike. What is too slow is measured again, twice; only what is so each time fails. `--keep` writes
`benchmarks/short.json`.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, press  # isort: skip

from PySide6.QtWidgets import QPlainTextEdit

from annotator.core import history, operations
from annotator.core.document import Letter
from annotator.core.history import Change, Correction
from annotator.core.messages import Message
from annotator.exporters import exporter_of
from annotator.language.engine import SuspectEngine
from annotator.language.interface import LearntState
from annotator.storage.changes import save_change
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from benchmarks import bench_exports, bench_import, bench_start
from benchmarks.big_project import (
    STAMP,
    big_project,
    full_letter,
    kamerbrief_codebook,
    new_from,
    text_of_words,
)
from benchmarks.measuring import machine, median

KEPT = Path(__file__).with_suffix(".json")
TIMES = 2.0  # what it took when it was kept
TRIES, ROUNDS = 3, 5
_SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "voortgang-kustwacht-2021.txt"
_WORDS, _PASSAGES = 10_000, 2_000
_LABEL = Message("Bench", "Correct")
_KEYS = "abcde fghij klmno pqrst "


@dataclass(frozen=True, slots=True)
class Measured:
    """A path that is measured: the work, and its baseline, each returning seconds of the processor."""

    name: str
    work: Callable[[], float]
    baseline: Callable[[], float]

    def ratio(self) -> float:
        """Return how many times its baseline the work takes."""
        pairs = [(self.work(), self.baseline()) for _ in range(ROUNDS)]
        return median([work for work, _ in pairs]) / median([base for _, base in pairs])


def processor(job: Callable[[], object]) -> float:
    """Return the seconds of the processor that a job takes, those of all threads."""
    begin = time.process_time()
    job()
    return time.process_time() - begin


def of(name: str, work: Callable[[], object], baseline: Callable[[], object]) -> Measured:
    """Return a path of which both sides are jobs in this process."""
    return Measured(name, partial(processor, work), partial(processor, baseline))


def paths(folder: Path, stack: ExitStack) -> Iterator[Measured]:
    """Yield what is measured."""
    yield _start(folder)
    yield _import(folder)
    yield from _letter(folder, stack)
    raw = _SAMPLE.read_text(encoding="utf-8")
    split = partial(_times, 100, raw.split)
    engine = SuspectEngine()
    engine.suspects(raw, LearntState())
    yield of("suspects of a letter", lambda: engine.suspects(raw, LearntState()), split)
    yield of("proposals for a letter", lambda: propose(LetterText(raw, (0,))), split)
    yield _export(folder)
    yield _keys(folder, stack)


def _times(times: int, job: Callable[[], object]) -> None:
    for _ in range(times):
        job()


def _start(folder: Path) -> Measured:
    settings = folder / "start"
    settings.mkdir()
    here = Path(bench_start.__file__).resolve().parent / "start"
    ours = [str(here / "program.py"), str(big_project(folder, 1000).path), "--analyst", "jan"]
    bare = [str(here / "bare.py")]
    for command in (ours, bare):
        bench_start.start(command, settings)  # what is not compiled is compiled

    def started(command: list[str]) -> float:
        return bench_start.start(command, settings).processor

    return Measured("start to first paint", partial(started, ours), partial(started, bare))


def _import(folder: Path) -> Measured:
    texts = bench_import.files(folder / "texts", 60)
    ours, plain = folder / "import.kant", folder / "import.db"
    return of(
        "import of text letters",
        lambda: bench_import.imported(ours, texts),
        lambda: bench_import.plainly(plain, texts),
    )


def _letter(folder: Path, stack: ExitStack) -> Iterator[Measured]:
    """Yield reading and changing a long letter in the file."""
    letter, text = full_letter(_WORDS, _PASSAGES, 100), text_of_words(_WORDS)
    path = folder / "long.kant"
    store = stack.enter_context(Store.create(path, kamerbrief_codebook()))
    [letter_id] = store.do(lambda conn: add_letters(conn, [new_from(letter, "long.txt")]))
    conn = stack.enter_context(closing(sqlite3.connect(folder / "plain.db", isolation_level=None)))
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, text TEXT)")
    conn.execute("INSERT INTO letter VALUES (1, ?)", (text,))
    numbers, texts, at = count(1), count(), [letter]

    def change() -> None:
        for _ in range(5):
            number = next(numbers)
            delta = _edit(at[0], 100 * number)
            made = Change(number, _LABEL, STAMP.analyst, STAMP.made_at, {letter_id: delta})
            store.do(partial(save_change, change=made, mode="new"))
            at[0] = history.apply(at[0], delta)

    def write() -> None:
        for _ in range(20):
            conn.execute("UPDATE letter SET text = ?", (f"{next(texts)}{text}",))

    def read() -> None:
        for _ in range(20):
            conn.execute("SELECT text FROM letter").fetchone()[0].split()

    yield of("a change of a long letter, to the file", change, write)
    yield of("a long letter read", lambda: store.reader.letter(letter_id), read)


def _edit(letter: Letter, at: int) -> history.Delta:
    correction = Correction(at, at + 3, letter.text[at : at + 3], "x", "word", "typed")
    return operations.correct(letter, (correction,), STAMP)


def _export(folder: Path) -> Measured:
    project, out = bench_exports.project(folder, 60), folder / "out"
    numbers = count()

    def exported(name: str) -> float:
        return bench_exports.export_once(project, exporter_of(name), out / str(next(numbers)))["ms"]

    return Measured("export as TEI beside JSON", partial(exported, "tei"), partial(exported, "json"))


def _keys(folder: Path, stack: ExitStack) -> Measured:
    """Return keys in the window, painted, beside those in the editor that Qt brings."""
    application()
    path = folder / "keys.kant"
    with Store.create(path, kamerbrief_codebook(), STAMP.analyst) as store:
        letter = full_letter(_WORDS, _PASSAGES, 100)
        store.do(lambda conn: add_letters(conn, [new_from(letter, "long.txt")]))
    window = stack.enter_context(opened_window(path, folder / "settings"))
    window.composition.workspace.navigation.set_editing(True)
    bare = QPlainTextEdit()
    bare.setUndoRedoEnabled(False)
    bare.setPlainText(letter.text)
    bare.resize(700, 900)
    bare.show()

    def ours() -> None:
        for character in _KEYS:
            press(window.views.text, character)

    def plain() -> None:
        for character in _KEYS:
            press(bare, character)

    for _ in range(ROUNDS):  # the first keys in a bare editor take half of what the later ones take
        ours()
        plain()
    return of("keys typed in a long letter, painted", ours, plain)


def measure(kept: dict[str, float]) -> dict[str, float]:
    """Return the ratios; what is too slow beside the kept ones is measured again, and its least counts."""
    found = {}
    with tempfile.TemporaryDirectory(prefix="kanttekening-bench-") as place, ExitStack() as stack:
        for path in paths(Path(place), stack):
            ratios = [path.ratio()]
            while len(ratios) < TRIES and (not kept or min(ratios) > TIMES * kept.get(path.name, 0)):
                ratios.append(path.ratio())
            found[path.name] = min(ratios) if kept else median(ratios)
    return found


def main() -> int:
    """Measure and show; return 1 where something takes twice what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep what is measured")
    asked = parser.parse_args()
    kept: dict[str, float] = {} if asked.keep else json.loads(KEPT.read_text(encoding="utf-8"))
    begin = time.perf_counter()
    found = measure(kept)
    slow = [name for name, ratio in found.items() if kept and ratio > TIMES * kept.get(name, ratio)]
    for name, ratio in found.items():
        said = f", {kept[name]:.2f} when kept" if name in kept else ""
        print(f"{name:44} {ratio:8.2f} times its baseline{said}{': TWICE AS SLOW' if name in slow else ''}")
    print(f"({machine()}; {time.perf_counter() - begin:.0f} s)")
    if asked.keep:
        KEPT.write_text(json.dumps({name: round(ratio, 3) for name, ratio in found.items()}, indent=1) + "\n")
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
