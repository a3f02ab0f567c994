"""Measure how the window answers while scanned pages are recognised: what holds it up, and keys being typed.

Run: python benchmarks/bench_recognising_window.py [--pages 200] [--json] [--folder DIR]. A letter is typed
in, first with nothing else at work, then while a scan of so many pages is imported in the window, then while
one that came in without text is recognised, which is a change. Exit code 1 when a bound is missed. The
baseline is the window at rest.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, press, settle  # isort: skip

from PySide6.QtGui import QTextCursor

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


def _typed(window: MainWindow, is_done: Callable[[int], bool]) -> tuple[list[float], list[float]]:
    """Type until the work is done; return the times of keys, and the longest times without an answer."""
    keys: list[float] = []
    deaf: list[float] = []
    for n in range(_MOST):
        if is_done(n):
            break
        _go_on(window)
        keys += [timed(partial(press, window.views.text, sign)) for sign in TYPED]
        deaf.append(settle(0.5))
    return keys, deaf


def _go_on(window: MainWindow) -> None:
    """Go to the next line: one line that grows all the time would be laid out ever more slowly."""
    text = window.views.text
    if text.textCursor().block().next().isValid():
        text.moveCursor(QTextCursor.MoveOperation.NextBlock)
    else:
        text.moveCursor(QTextCursor.MoveOperation.Start)


def _figures(
    name: str, at_work: tuple[list[float], list[float]], rest: tuple[list[float], list[float]]
) -> Iterator[Figure]:
    base = "nothing else at work"
    yield Figure(f"{name}: window held up, longest", max(at_work[1]), 50, max(rest[1]), base)
    yield Figure(
        f"{name}: window held up, 99 of 100", percentile(at_work[1], 99), None, percentile(rest[1], 99), base
    )
    p95 = percentile(at_work[0], 95), percentile(rest[0], 95)
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
