"""Measure the reading desk: key press to paint while editing, beside a bare QPlainTextEdit in the same run.

Run: python benchmarks/bench_typing.py [--json]. Times are in milliseconds.
The exit code is 1 when a bound is missed.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from annotator.ui.desk.marks import CorrectionMark, DeskMarks, PageMark, PassageMark, SectionMark, SuspectMark
from annotator.ui.desk.text_view import TextView
from annotator.ui.theme import ThemeKeeper

BOUNDS = {"key median": 4.0, "key p99": 8.0, "set_marks touched": 3.0, "show letter": 15.0}
COLOURS = ("#c23b12", "#1f5fa8", "#6f4bbd", "#2b7a4b", "#8a6d00")
WORDS = (
    "de",
    "bijeenkomst",
    "van",
    "ministers",
    "gecoordineerd",
    "Defensie",
    "overleg",
    "in",
    "februari",
    "Kamer",
)


def letter(words: int, passages: int, seed: int = 1) -> tuple[str, DeskMarks]:
    """Return a made-up letter of lines of ten words, with marks of every kind."""
    chance = random.Random(seed)
    picked = [chance.choice(WORDS) for _ in range(words)]
    text = "\n".join(" ".join(picked[at : at + 10]) for at in range(0, words, 10))
    starts = [0, *(at + 1 for at, character in enumerate(text) if character in " \n")]
    chosen = sorted(chance.sample(range(len(starts) - 12), passages))
    spans = [(starts[at], starts[at + chance.choice((1, 1, 2, 4, 11))] - 1) for at in chosen]
    marked = tuple(
        PassageMark(str(n), start, end, COLOURS[n % 5], "DLNTR"[n % 5], "tag")
        for n, (start, end) in enumerate(spans)
    )
    lines = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    heads = [*lines[::25], len(text)]
    sections = tuple(
        SectionMark(f"s{n}", start, end, COLOURS[n % 5], "O", "topic", 1 + n % 2, (start, start + 20))
        for n, (start, end) in enumerate(pairwise(heads))
    )
    some = spans[:: max(1, passages // 500)]
    suspects = tuple(SuspectMark(start, end, "not a word") for start, end in some)
    corrections = tuple(CorrectionMark(start, end, "was") for start, end in some[::4])
    pages = tuple(PageMark(n + 1, start) for n, start in enumerate(lines[::40]))
    return text, DeskMarks(marked, sections, suspects, corrections, pages)


def timed(job: Callable[[], object]) -> float:
    """Return how long a job takes until everything that it asked to be painted is painted."""
    begin = time.perf_counter()
    job()
    QApplication.processEvents()
    return (time.perf_counter() - begin) * 1000


def typing(widget: QWidget, keys: int) -> list[float]:
    """Return the time of each key, pressed at a place in the middle of the letter."""

    def press(character: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(character.upper())
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character))

    return [timed(partial(press, "abcde fghij"[n % 11])) for n in range(keys)]


def p99(times: list[float]) -> float:
    """Return the 99th percentile."""
    return sorted(times)[int(len(times) * 0.99)]


def bench_keys(text: str, marks: DeskMarks) -> dict[str, float]:
    """Return the figures of typing in the desk and in a bare editor."""
    bare = QPlainTextEdit()
    bare.setPlainText(text)
    bare.setUndoRedoEnabled(False)
    view = TextView(lambda pasted: pasted)
    view.resize(700, 900)
    view.show()
    first = timed(lambda: view.show_text(text, marks, range(1, text.count("\n") + 2)))
    view.set_editing(True)
    view.setFocus()
    view.move_caret(len(text) // 2)
    bare.resize(700, 900)
    bare.show()
    cursor = bare.textCursor()
    cursor.setPosition(len(text) // 2)
    bare.setTextCursor(cursor)
    bare.centerCursor()
    QApplication.processEvents()
    typing(view, 20)
    typing(bare, 20)
    mine, theirs = typing(view, 400), typing(bare, 400)
    at = view.caret()
    touched = [timed(lambda: view.set_marks(marks, (at, at + 1))) for _ in range(40)]
    calls = []
    for _ in range(40):
        begin = time.perf_counter()
        view.set_marks(marks, (at, at + 1))
        calls.append((time.perf_counter() - begin) * 1000)
    return {
        "bare key median": statistics.median(theirs),
        "bare key p99": p99(theirs),
        "key median": statistics.median(mine),
        "key p99": p99(mine),
        "set_marks touched": statistics.median(calls),
        "set_marks touched, painted": statistics.median(touched),
        "show 50,000 words": first,
    }


def bench_letter() -> dict[str, float]:
    """Return the figure of showing another letter of six pages."""
    text, marks = letter(2600, 200)
    other = replace(marks, passages=marks.passages[:150])
    view = TextView(lambda pasted: pasted)
    view.resize(700, 900)
    view.show()
    QApplication.processEvents()
    numbers = range(1, text.count("\n") + 2)
    calls, painted = [], []
    for n in range(21):
        begin = time.perf_counter()
        view.show_text(text, marks if n % 2 else other, numbers)
        calls.append((time.perf_counter() - begin) * 1000)
        painted.append(calls[-1] + timed(lambda: None))
    return {"show letter": statistics.median(calls), "show letter, painted": statistics.median(painted)}


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    app = QApplication([])
    ThemeKeeper(app, "light")
    text, marks = letter(50_000, 10_000)
    figures = bench_letter() | bench_keys(text, marks)
    if "--json" in sys.argv:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            bound = f"  (at most {BOUNDS[name]:g})" if name in BOUNDS else ""
            print(f"{name:28} {value:8.2f} ms{bound}")
    return int(any(figures[name] > bound for name, bound in BOUNDS.items()))


if __name__ == "__main__":
    sys.exit(main())
