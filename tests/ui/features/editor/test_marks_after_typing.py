"""What stays marked on a line that is typed in."""

from __future__ import annotations

from annotator.core.text import Span
from tests.ui.shell.making import Bench, OpenBench


def passages_of_line(bench: Bench, words: str) -> int:
    """Return how many passages the desk shows on the line of some words."""
    view = bench.window.views.text
    line = view.text().index(words)
    start, end = view.text().rfind("\n", 0, line) + 1, view.text().index("\n", line)
    return sum(start <= place.start <= place.end <= end for _, place in view.drawn("passages"))


def test_the_other_passages_of_a_line_stay_marked(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Eerst Irak en dan Duitsland en dan nog meer.\nTweede regel.\n",))
    session, text = bench.window.session, bench.window.views.text.text()
    for word in ("Irak", "Duitsland"):
        at = text.index(word)
        bench.window.composition.select(Span(at, at + len(word)))
        bench.window.composition.apply_tag("country")
    assert passages_of_line(bench, "Irak") == 2
    bench.window.composition.workspace.navigation.set_editing(True)
    bench.window.views.text.move_caret(0)
    bench.qtbot.keyClicks(bench.window.views.text, "En ")
    session.flush_typing()
    assert passages_of_line(bench, "Irak") == 2
