"""Measure the tables of all letters and of all passages in the real window.

Run: python benchmarks/bench_tables.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed.
Each work is asked for by its key; "held up" is the longest time that the window did not answer meanwhile.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, until  # isort: skip

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView

from annotator.ui.shell.main_window import MainWindow
from benchmarks.bench_structure import proposed_project
from benchmarks.measuring import Figure, arguments, show, work_folder

_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ROWS = 1_000  # that are confirmed at once


class Watch(QObject):
    """Tells when a widget was painted last, and the longest time that events were under way."""

    def __init__(self, widget: QTableView) -> None:
        super().__init__()
        self.painted = 0.0
        widget.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.painted = time.perf_counter()
        return False


def worked(act: Callable[[], object], done: Callable[[], bool], seconds: float = 120) -> tuple[float, float]:
    """Act, and let the window work until it is done; return the time it took and the longest one held up."""
    begin = time.perf_counter()
    act()
    longest = (time.perf_counter() - begin) * 1000
    while not done():
        step = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, (time.perf_counter() - step) * 1000)
        time.sleep(0.0005)
        if step - begin > seconds:
            raise TimeoutError
    return (time.perf_counter() - begin) * 1000, longest


def key(widget: QObject, which: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, which, held))


def bench_letters(window: MainWindow, letters: int) -> Iterator[Figure]:
    """Yield the figures of the table of letters."""
    held: dict[str, float] = {}

    def opened() -> None:
        window.composition.workspace.tables.show_letters()
        table: Any = window.composition.workspace.page
        held["table"] = table  # type: ignore[assignment]
        held["watch"] = Watch(table.grid)  # type: ignore[assignment]

    def painted() -> bool:
        table, watch = held["table"], held["watch"]
        return table.grid.model().rowCount() == letters and watch.painted > shown[0]  # type: ignore[attr-defined]

    shown = [0.0]
    took, longest = worked(opened, painted)
    yield Figure(f"table of {letters:,} letters: opened and painted", took, 1_000)
    yield Figure("the same: held up", longest, 150)
    table, watch = held["table"], held["watch"]
    grid, model = table.grid, table._model  # type: ignore[attr-defined]
    grid.setCurrentIndex(model.index(0, 2))

    def again(act: Callable[[], object], count: int) -> tuple[float, float]:
        shown[0] = time.perf_counter()
        came: list[int] = []
        model.modelReset.connect(lambda: came.append(1))
        return worked(
            act,
            lambda: bool(came) and model.rowCount() == count and watch.painted > shown[0],  # type: ignore[attr-defined]
        )

    took, longest = again(lambda: table._sort_by(2), letters)  # type: ignore[attr-defined]
    yield Figure("sorted by a field and painted", took, 1_000)
    yield Figure("the same: held up", longest, 60)
    took, longest = again(lambda: table._filter.setText("Brief 12"), _with(letters, "12"))  # type: ignore[attr-defined]
    yield Figure("filtered by words and painted (250 ms of it waits for the next key)", took, 1_000)
    yield Figure("the same: held up", longest, 60)
    again(lambda: table._filter.setText(""), letters)  # type: ignore[attr-defined]
    yield from _confirmed(window, table, min(ROWS, letters))
    window.composition.workspace.pages.leave()


def _with(letters: int, digits: str) -> int:
    return sum(f"Brief {number}".find(f"Brief {digits}") == 0 for number in range(letters))


def _confirmed(window: MainWindow, table: object, rows: int) -> Iterator[Figure]:
    grid, model = table.grid, table._model  # type: ignore[attr-defined]
    session = window.session
    assert session is not None
    grid.setCurrentIndex(model.index(0, 2))
    for column in (2, model.columnCount() - 1):
        top, bottom = model.index(0, 2), model.index(rows - 1, column)
        from PySide6.QtCore import QItemSelection, QItemSelectionModel

        grid.selectionModel().select(
            QItemSelection(top, bottom), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        table.say("")  # type: ignore[attr-defined]
        took, longest = worked(
            lambda: key(grid, Qt.Key.Key_C),
            lambda: bool(table._said.text()) and session.save_state.state == "saved",  # type: ignore[attr-defined]
        )
        what = "one value" if column == 2 else "all values"
        yield Figure(f"{what} of {rows:,} letters confirmed by one key, saved and painted", took, 20_000)
        yield Figure("the same: held up", longest, 150)
    took, longest = worked(
        lambda: (key(grid, Qt.Key.Key_Z, _CONTROL), key(grid, Qt.Key.Key_Z, _CONTROL)),
        lambda: session.save_state.state == "saved",
    )
    yield Figure("the same undone", took, 20_000)
    yield Figure("the same: held up", longest, 150)


def bench_passages(window: MainWindow) -> Iterator[Figure]:
    """Yield the figures of the table of passages."""
    held: list[object] = []

    def opened() -> None:
        window.composition.workspace.tables.show_passages()
        table: Any = window.composition.workspace.page
        held[:] = [table, Watch(table.grid)]

    def painted() -> bool:
        return held[0].grid.model().rowCount() > 0 and held[1].painted > came[-1]  # type: ignore[attr-defined]

    came = [0.0]
    took, longest = worked(opened, painted)
    count = held[0].grid.model().rowCount()  # type: ignore[attr-defined]
    yield Figure(f"table of {count:,} passages: opened and painted", took, 1_500)
    yield Figure("the same: held up", longest, 150)
    table = held[0]
    for name, act in (
        ("one tag of it", lambda: table._tag.setCurrentIndex(table._tag.findData("commitment"))),  # type: ignore[attr-defined]
        ("sorted by its words", lambda: table._sort_by(3)),  # type: ignore[attr-defined]
    ):
        came.append(time.perf_counter())
        resets: list[int] = []
        table._model.modelReset.connect(lambda resets=resets: resets.append(1))  # type: ignore[attr-defined]
        took, longest = worked(act, lambda resets=resets: bool(resets) and painted())  # type: ignore[misc]
        yield Figure(f"{name}, painted", took, 3_000)
        yield Figure("the same: held up", longest, 60)
    window.composition.workspace.pages.leave()


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    asked = parser.parse_args()
    application()
    figures: list[Figure] = []
    with work_folder(asked) as folder:
        path = folder / "tables.kant"
        proposed_project(path, asked.letters)
        with opened_window(path, folder / "settings") as window:
            until(lambda: window.composition.has_rest)
            # Letters that have just come are put into the full-text index first: that has its own benchmark.
            until(lambda: window.session.store.reader.stale_count() == 0, 300)
            figures += bench_letters(window, asked.letters)
            figures += bench_passages(window)
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
