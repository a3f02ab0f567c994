"""The caret's line stays in view when the room for the text changes, and the strip says where it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from annotator.ui.widgets.elided_label import ElidedLabel
from tests.ui.shell.making import Bench, OpenBench, settle

LONG = "\n".join(f"Regel {n} van een lange brief over de inzet in het buitenland." for n in range(120))


@pytest.fixture
def long(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=(LONG,))
    view = bench.window.views.text
    _, high, _ = view.stretch_in_view()
    at = bench.text.rindex("Regel", 0, high - 3)  # on the last line in view
    view.move_caret(at, reveal=False)
    settle()
    assert seen(bench)
    return bench


def seen(bench: Bench) -> bool:
    view = bench.window.views.text
    return view.is_in_view(view.caret(), view.caret())


def test_when_the_text_grows(long: Bench) -> None:
    long.keys(*["Ctrl++"] * 6)
    assert seen(long)


def test_when_the_window_gets_lower_and_narrower(long: Bench) -> None:
    long.window.resize(1280, 560)
    settle()
    assert seen(long)
    long.window.resize(1000, 420)
    settle()
    assert seen(long)


def test_when_the_page_comes_above_and_goes(long: Bench) -> None:
    """What takes room above the text, as the page does, must not push the caret's line out of view."""
    above = QWidget(long.window)
    above.setFixedHeight(260)
    column = long.window.views.text.parentWidget().layout()
    assert column is not None
    column.insertWidget(0, above)  # type: ignore[attr-defined]
    settle()
    assert seen(long)


def test_what_was_scrolled_away_stays_away(long: Bench) -> None:
    bar = long.window.views.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    long.window.resize(1280, 600)
    settle()
    assert not seen(long)


def place(bench: Bench) -> str:
    label = bench.window.views.strip.findChild(ElidedLabel, "place")
    assert label is not None
    return str(label.text())


def test_the_strip_s_place_is_true_after_an_undo(bench: Bench) -> None:
    def told() -> str:
        text, caret = bench.text, bench.window.views.text.caret()
        line = bench.window.session.letter.line_numbers()[text.count("\n", 0, caret)]
        return f"line {line}, character {caret - text.rfind(chr(10), 0, caret)}"

    bench.caret("missie", by=0)
    bench.keys("F2")
    bench.type("abc")
    bench.keys("Esc")
    bench.qtbot.waitUntil(lambda: place(bench) == told())
    before = told()
    bench.keys("Ctrl+Z")
    assert told() != before
    bench.qtbot.waitUntil(lambda: place(bench) == told())
