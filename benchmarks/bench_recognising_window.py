"""Measure how the window answers while scanned pages are recognised: what holds it up, and keys being typed.

Run: python benchmarks/bench_recognising_window.py [--pages 200] [--json] [--folder DIR]. A letter is typed
in, first with nothing else at work, then while a scan of so many pages is imported in the window, then while
one that came in without text is recognised, which is a change. Exit code 1 when a bound is missed. The
baseline is the window at rest. On a machine that has other work the window waits for a core: how long it was
held up without that is what the program itself costs (Linux alone knows it).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, press  # isort: skip

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from annotator.session.transfer.importing import import_paths
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from annotator.ui.shell.main_window import MainWindow
from benchmarks.big_project import STAMP, full_letter, kamerbrief_codebook, new_from, remove_project
from benchmarks.measuring import Figure, arguments, percentile, show, timed, work_folder
from tests.recognition.drawing import drawn, pdf_of_pictures

TYPED = "abcde fghij "
_LINES = ("De minister van Landbouw heeft de Kamer toegezegd dat het besluit volgt.",) * 38
_REST = 10  # rounds of keys and pauses with nothing else at work
_WARM = 3  # rounds first: what is done once in a window is no part of it
_TYPED_IN = 1  # the letter
_MOST = 20_000  # rounds: then the work hangs


def _project(folder: Path) -> Path:
    path = folder / "window.kant"
    remove_project(path)
    with Store.create(path, kamerbrief_codebook(), STAMP.analyst) as store:
        letter = full_letter(2_000, 100, 20, pages=4)
        store.do(lambda conn: add_letters(conn, [new_from(letter, "a.txt")]))
    return path


def _without_text(path: Path, scan: Path) -> int:
    """Import a scan without recognising it; return its letter."""
    with Store.open(path) as store:
        (letter_id,) = (file.letter_id for file in import_paths(store, [scan], STAMP.analyst, workers=1))
    assert letter_id is not None
    return letter_id


@dataclass(slots=True)
class _Typed:
    """The times of keys; how long the window was held up at most in each round, and without a core's wait."""

    keys: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)


def _typed(window: MainWindow, is_done: Callable[[int], bool]) -> _Typed:
    """Type until the work is done."""
    typed = _Typed()
    for n in range(_MOST):
        if is_done(n):
            break
        _go_on(window)
        typed.keys += [timed(partial(press, window.views.text, sign)) for sign in TYPED]
        held, own = _settled(0.5)
        typed.held.append(held)
        typed.own.append(own)
    return typed


def _settled(seconds: float) -> tuple[float, float]:
    """Let the window work for a while; return for how many milliseconds it was held up at most, and how long
    without waiting for a core."""
    end, held, own = time.monotonic() + seconds, 0.0, 0.0
    while time.monotonic() < end:
        waited = _waited_for_a_core()
        took = timed(QApplication.processEvents)
        held, own = max(held, took), max(own, took - (_waited_for_a_core() - waited))
        time.sleep(0.001)
    return held, own


def _waited_for_a_core() -> float:
    """Return for how many milliseconds this thread waited for a core since it began; 0 where nobody knows."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e6
    except (OSError, IndexError, ValueError):
        return 0.0


def _go_on(window: MainWindow) -> None:
    """Go to the next line: one line that grows all the time would be laid out ever more slowly."""
    text = window.views.text
    if text.textCursor().block().next().isValid():
        text.moveCursor(QTextCursor.MoveOperation.NextBlock)
    else:
        text.moveCursor(QTextCursor.MoveOperation.Start)


def _figures(name: str, at_work: _Typed, rest: _Typed) -> Iterator[Figure]:
    base = "nothing else at work"
    yield Figure(f"{name}: window held up, longest", max(at_work.held), 50, max(rest.held), base)
    yield Figure(f"{name}: without waiting for a core", max(at_work.own), 50, max(rest.own), base)
    p95 = percentile(at_work.keys, 95), percentile(rest.keys, 95)
    yield Figure(f"{name}: key press to paint, p95", p95[0], 2, p95[1], base, of_ratio=True)


def bench(folder: Path, pages: int) -> Iterator[Figure]:
    """Yield the figures."""
    application()
    path, scan, bare = _project(folder), folder / "scan.pdf", folder / "bare.pdf"
    scan.write_bytes(pdf_of_pictures([drawn(_LINES, size=(595, 842), points=10)] * pages))
    bare.write_bytes(pdf_of_pictures([drawn(_LINES[1:], size=(595, 842), points=10)] * pages))
    bare_id = _without_text(path, bare)
    with opened_window(path, folder / "settings") as window:
        here = window.composition.workspace
        here.navigation.set_editing(True)
        _typed(window, lambda n: n == _WARM)
        rest = _typed(window, lambda n: n == _REST)
        arrived: list[int] = []
        here.transfer.imports.arrived.connect(arrived.extend)
        here.transfer.imports.begin([scan])
        at_import = _typed(window, lambda n: bool(arrived))
        here.navigation.open_letter(_TYPED_IN)
        here.navigation.set_editing(True)
        _typed(window, lambda n: n == _WARM)
        changed: list[int] = []
        window.session.letter_changed.connect(changed.append)
        here.rereading.recognising.many(lambda: [bare_id])
        anew = _typed(window, lambda n: bare_id in changed)
    yield from _figures(f"{pages} scanned pages imported", at_import, rest)
    yield from _figures(f"{pages} pages recognised anew", anew, rest)


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--pages", type=int, default=200)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder, asked.pages)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
