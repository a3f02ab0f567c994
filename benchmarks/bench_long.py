"""Measure what is long in a letter at two sizes, the larger four times the other: time must grow with size.

Run: python benchmarks/bench_long.py [--json] [--folder DIR]. Each figure is the larger one beside the smaller
one; the exit code is 1 where it takes more than six times as long.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, settle, until  # isort: skip

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.core import history, operations
from annotator.core.document import Letter, new_letter
from annotator.core.history import Correction
from annotator.core.text import Span
from annotator.exporters.reflow import reflowed
from annotator.language.engine import SuspectEngine
from annotator.language.interface import LearntState
from annotator.storage.check import check
from annotator.storage.deltas import apply_deltas
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from benchmarks.big_project import STAMP, kamerbrief_codebook, new_from, remove_project
from benchmarks.measuring import Figure, arguments, median, show, timed, work_folder

TIMES = 4
MOST = 6.0  # times as long for four times the size
QUOTED = {
    "sections": "sum(position), sum(subtree_end), sum(length(text)), sum(length(heading))",
    "passages": "sum(length(quote))",
    "form_values": "sum(length(evidence_quote))",
}
MISREAD, RIGHT = "rninister", "minister"
END = "\n\nGeachte voorzitter,\n\nHierbij zend ik u het verslag.\n\nHoogachtend,\n\nDe Minister,\n"


def bench(folder: Path) -> Iterator[Figure]:
    """Yield the figures."""
    yield compared("a paragraph of 32,000 lines reflowed", 8_000, _paragraph, reflowed)  # type: ignore[arg-type]
    subjects = (
        ("words", "onderwerp "),
        ("one word", "x"),
        ("dates", "3 mei 2021 "),
        ("papers", "29521, nr. 3 "),
    )
    for what, said in subjects:
        yield compared(f"proposals, a subject of 90 kB: {what}", 22_500, _subject(said), propose)
    yield compared("proposals, 6,000 headings", 1_500, _headings, propose)
    engine = SuspectEngine()
    engine.suspects("De rninister.\n", LearntState())
    lines = ("one word", "x"), ("the same words", "de rninister ")
    for what, said in lines:
        name = f"suspects, a line of 100 kB: {what}"
        yield compared(name, 25_000, _line(said), lambda text: engine.suspects(text, LearntState()))
    yield compared("20,000 corrections of one letter worked out", 5_000, _plain, _corrections)
    yield compared("20,000 corrections undone in memory", 5_000, _undoable, lambda pair: history.apply(*pair))
    yield from bench_file(folder)
    yield from bench_views(folder)
    application()
    before, after = (typed_in_line(folder, size) for size in (25_000, TIMES * 25_000))
    yield grown("20 keys that wait, typed in a line of 100,000 characters, to the disk", after, before)


def compared(name: str, size: int, make: Callable[[int], Any], work: Callable[[Any], object]) -> Figure:
    """Return how long the work takes on four times the size, beside the size."""
    small, large = make(size), make(TIMES * size)
    before = median([timed(lambda: work(small)) for _ in range(3)])
    return grown(name, median([timed(lambda: work(large)) for _ in range(3)]), before)


def grown(name: str, value: float, before: float) -> Figure:
    """Return a figure beside that of a quarter of the size."""
    return Figure(name, value, MOST, before, "a quarter of it", of_ratio=True)


def bench_file(folder: Path) -> Iterator[Figure]:
    """Yield the figures of one letter's corrections in the file: reading them in the view, the check."""
    (view_before, check_before), (view, checked) = (in_file(folder, size) for size in (5_000, 20_000))
    yield grown("20,000 corrections of one letter read in the view", view, view_before)
    yield grown("check of a project with them", checked, check_before)


def in_file(folder: Path, size: int) -> tuple[float, float]:
    """Return the times of reading so many corrections in the view, and of checking their project."""
    path = folder / "corrections.kant"
    remove_project(path)
    letter, _ = _undoable(size)
    new = new_from(letter, "long.txt")
    with Store.create(path, kamerbrief_codebook()) as store:
        store.do(lambda conn: add_letters(conn, [new]))
    query = 'SELECT sum("start"), sum("end"), sum(length(before)) FROM corrections WHERE letter_id = 1'
    with closing(sqlite3.connect(path)) as conn:
        view = median([timed(lambda: conn.execute(query).fetchall()) for _ in range(5)])
    checked = median([timed(lambda: check(path)) for _ in range(5)])
    remove_project(path)
    return view, checked


def bench_views(folder: Path) -> Iterator[Figure]:
    """Yield the figures of one letter's rows in the views that quote its text."""
    before, after = (in_views(folder, size) for size in (1_000, TIMES * 1_000))
    for view in QUOTED:
        yield grown(f"4,000 {view} of one letter read in the view", after[view], before[view])


def in_views(folder: Path, size: int) -> dict[str, float]:
    """Return the times of reading so many rows of a letter in each view, with their quotes."""
    path = folder / "rows.kant"
    remove_project(path)
    heading = "Een kop"
    line = f"{heading}\nDe minister sprak met België over de motie Jansen en over veel meer dan dat.\n"
    letter = new_letter(line * size, (0,), "Brief", STAMP)
    rows: list[history.Delta] = []
    for at in range(0, len(letter.text), len(line)):
        span = Span(at, at + len(heading))
        rows.append(operations.add_passage(span, "country", STAMP))
        rows.append(operations.set_value(letter, "subject", at, "x", "x", span, STAMP))
        if at:
            rows.append(operations.start_section(letter, at, 1 + at % 3, "topic", STAMP))
    with Store.create(path, kamerbrief_codebook()) as store:
        store.do(lambda conn: add_letters(conn, [new_from(letter, "long.txt")]))
        store.do(lambda conn: apply_deltas(conn, 1, rows, STAMP.made_at), timeout=600)
    with closing(sqlite3.connect(path)) as conn:
        times = {}
        for view, columns in QUOTED.items():
            query = f"SELECT {columns} FROM {view} WHERE letter_id = 1"
            times[view] = median(
                [timed(lambda query=query: conn.execute(query).fetchall()) for _ in range(3)]
            )
    remove_project(path)
    return times


def typed_in_line(folder: Path, size: int) -> float:
    """Return how long twenty keys that wait take to the disk, in a line of so many characters."""
    path, keys = folder / "line.kant", "abcdefghij" * 2
    remove_project(path)
    new = new_from(new_letter(("woord " * size)[:size], (0,), "Brief", STAMP), "long.txt")
    with Store.create(path, kamerbrief_codebook()) as store:
        store.do(lambda conn: add_letters(conn, [new]))
    query = f"SELECT instr(text, '{keys}') > 0 FROM letters"
    with opened_window(path, folder / "settings") as window, closing(sqlite3.connect(path)) as conn:
        window.composition.workspace.navigation.set_editing(True)
        window.views.text.move_caret(size // 2)
        settle(1.0)
        for key in keys:
            none = Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(QEvent.Type.KeyPress, ord(key.upper()), none, key)
            QCoreApplication.postEvent(window.views.text, event)
        return timed(lambda: until(lambda: bool(conn.execute(query).fetchone()[0]), 60))


def _paragraph(lines: int) -> Letter:
    return new_letter("de minister heeft\n" * lines, (0,), "Brief", STAMP)


def _subject(said: str) -> Callable[[int], LetterText]:
    return lambda size: LetterText(f"Betreft: {(said * size)[:size]}{END}")


def _headings(count: int) -> LetterText:
    return LetterText("\n\n".join(f"{number + 1}. Kop nummer" for number in range(count)) + END)


def _line(said: str) -> Callable[[int], str]:
    return lambda size: f"Geachte voorzitter,\n\n{(said * size)[:size]}\n\nHoogachtend,\n"


def _plain(count: int) -> Letter:
    return new_letter(f"{MISREAD} van het\n" * count, (0,), "Brief", STAMP)


def _corrections(letter: Letter) -> history.Delta:
    step, length = len(f"{MISREAD} van het\n"), len(MISREAD)
    wanted = [
        Correction(at, at + length, MISREAD, RIGHT, "word", "everywhere")
        for at in range(0, len(letter.text), step)
    ]
    return operations.correct(letter, wanted, STAMP)


def _undoable(count: int) -> tuple[Letter, history.Delta]:
    letter = _plain(count)
    delta = _corrections(letter)
    return history.apply(letter, delta), delta.inverse()


def main() -> int:
    """Print the figures; tell by the exit code whether all grow with the size."""
    asked = arguments(__doc__).parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
