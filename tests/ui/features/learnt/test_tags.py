"""The page of what was learnt of tags: how well each does, and the key that switches it off."""

from __future__ import annotations

from annotator.core import operations
from annotator.core.text import Span
from annotator.ui.features.learnt.page import LearntPage
from tests.session.tags.making import LABEL, TAG, text_of
from tests.ui.looking import button_of
from tests.ui.shell.making import Bench, OpenBench, settle


def rows(page: LearntPage) -> list[tuple[object, ...]]:
    model = page.model
    columns = range(model.columnCount())
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def taught(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=tuple(text_of(number)[0] for number in range(1, 13)))
    session = bench.window.session
    for number in range(1, 11):
        session.open_letter(number)
        assert session.letter is not None
        start = session.letter.text.index(text_of(number)[1])
        span = Span(start, start + len(text_of(number)[1]))
        session.do(LABEL, operations.add_passage(span, TAG, session.stamp()))
    session.store.flush()
    return bench


def test_a_tag_is_shown_with_its_score_and_switched_off_by_a_key(open_bench: OpenBench) -> None:
    bench = taught(open_bench)
    bench.keys("Shift+F7")
    page = bench.window.composition.workspace.page
    assert isinstance(page, LearntPage)
    bench.keys("Down", "Down")
    bench.qtbot.waitUntil(lambda: [row[1] for row in rows(page)] == ["10"])
    settle()
    [row] = rows(page)
    assert row[-1] == "proposes"
    bench.keys("Ctrl+T")
    bench.qtbot.waitUntil(lambda: [row[-1] for row in rows(page)] == ["switched off"])
    assert button_of(page, "Switch on").isEnabled()
    bench.keys("Ctrl+T")
    bench.qtbot.waitUntil(lambda: [row[-1] for row in rows(page)] == ["proposes"])
    assert button_of(page, "Switch off").isEnabled()
