"""Suspects by mouse: their suggestions right there, the box at one place, the text where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.ui.widgets.choice_list import ChoiceRow
from tests.ui.by_mouse import LEFT, button, click, point, press
from tests.ui.shell.making import FIRST, Bench, OpenBench, settle

LONG = "\n".join(f"Regel {n} over Belgié en financiéle zaken." for n in range(100))


def choices(bench: Bench) -> list[ChoiceRow]:
    return [row for row in bench.window.views.suggestions.findChildren(ChoiceRow) if row.isVisible()]


def test_a_click_on_a_suspect_shows_its_suggestions_and_one_more_accepts(bench: Bench) -> None:
    click(bench, "gecoordineerd")
    assert choices(bench)[0].accessibleName().startswith("gecoördineerd, ")
    press(choices(bench)[0])
    assert "werd gecoördineerd door" in bench.text
    assert not bench.window.views.suggestions.isVisible()
    assert bench.file_text() == bench.text


def test_the_suggestions_stand_at_the_suspect_and_take_no_keys(bench: Bench) -> None:
    click(bench, "gecoordineerd")
    view, card = bench.window.views.text, bench.window.views.suggestions
    span = bench.span("gecoordineerd")
    word = view.stretch_rect(*span).translated(view.viewport().mapTo(bench.window, QPoint(0, 0)))
    at = card.card_rect().translated(card.parentWidget().mapTo(bench.window, QPoint(0, 0)))
    assert not at.intersects(word)
    assert min(abs(at.top() - word.bottom()), abs(word.top() - at.bottom())) < 12
    assert view.hasFocus()


def test_a_suspect_over_a_line_end_has_them_too(bench: Bench) -> None:
    click(bench, "verplich-")
    press(choices(bench)[0])
    assert "verplichtingen\n" in bench.text


def test_a_click_says_that_a_suspect_is_right(bench: Bench) -> None:
    click(bench, "gecoordineerd")
    press(button(bench.window.views.suggestions, "right as it stands"))
    assert bench.rows("SELECT reading, verdict FROM verdicts") == [("gecoordineerd", "here")]
    assert bench.text == FIRST


def test_a_click_leads_to_the_box(bench: Bench) -> None:
    click(bench, "gecoordineerd")
    press(button(bench.window.views.suggestions, "correct…"))
    assert bench.asked == "gecoordineerd"


@pytest.mark.parametrize("key", ["Down", "Esc", "E"])
def test_a_key_sends_the_suggestions_away(bench: Bench, key: str) -> None:
    click(bench, "gecoordineerd")
    bench.keys(key)
    assert not bench.window.views.suggestions.isVisible()


def test_a_click_elsewhere_sends_them_away_and_a_sure_word_has_none(bench: Bench) -> None:
    click(bench, "gecoordineerd")
    click(bench, "Lastenverdeling")
    assert not bench.window.views.suggestions.isVisible()


def test_the_text_does_not_move_when_a_suspect_near_the_edge_is_accepted(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(LONG,))
    view = bench.window.views.text
    view.verticalScrollBar().setValue(20)
    settle()
    low, high, _ = view.stretch_in_view()
    line = bench.text[low:high].split("\n")[0]  # the first one in view: `select` would scroll there
    before = view.verticalScrollBar().value()
    start = bench.text.index(line) + line.index("Belgié")
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point(bench, start + 1))
    settle()
    press(choices(bench)[0])
    assert bench.text[start : start + 6] == "België"
    assert view.verticalScrollBar().value() == before


def test_the_box_opens_and_closes_without_moving_the_text(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(LONG,))
    view = bench.window.views.text
    view.verticalScrollBar().setValue(20)
    settle()
    start = bench.text.index("Belgié", view.stretch_in_view()[0])
    before = view.verticalScrollBar().value()
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point(bench, start + 1))
    settle()
    assert bench.asked == "Belgié"
    assert view.verticalScrollBar().value() == before
    press(button(bench.box, "Accept"))
    assert view.verticalScrollBar().value() == before
    assert not bench.box.isVisible()


def test_the_box_has_one_place_and_never_hides_the_marked_line(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(LONG,))
    view, places = bench.window.views.text, set()
    bench.keys("F3")
    for _ in range(40):
        places.add((bench.box.mapTo(bench.window, QPoint(0, 0)).toTuple(), bench.box.size().toTuple()))
        assert view.is_in_view(*view.selection())
        bench.keys("F3")
    assert len(places) == 1


def test_the_line_of_a_double_click_at_the_foot_is_not_hidden(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(LONG,))
    view = bench.window.views.text
    start = bench.text.rindex("Belgié", 0, view.stretch_in_view()[1] - 60)
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point(bench, start + 1))
    settle()
    assert bench.asked == "Belgié"
    assert view.is_in_view(*view.selection())


def hint(bench: Bench, keys: str) -> None:
    """Click on a hint of the bottom line."""
    row = bench.hints
    row.grab()
    rect = row.place_of(keys)
    assert not rect.isEmpty()
    QTest.mouseClick(row, LEFT, Qt.KeyboardModifier.NoModifier, rect.center())
    settle()


def test_the_caps_of_the_bottom_line_work_in_the_box(bench: Bench) -> None:
    bench.window.resize(1920, 1000)  # room for all, beside what was just done
    settle()
    bench.keys("F3")
    hint(bench, "Enter")
    assert "met België gesproken" in bench.text
    hint(bench, "Ctrl+D")
    assert bench.rows("SELECT verdict FROM verdicts ORDER BY id") == [("accepted",), ("here",)]
    hint(bench, "Esc")
    assert not bench.box.isVisible()


def test_the_caps_of_the_bottom_line_work_in_the_text(bench: Bench) -> None:
    bench.caret("gecoordineerd")
    hint(bench, "Enter")
    assert bench.asked == "gecoordineerd"
    bench.keys("Esc")
    hint(bench, "F2")
    assert bench.window.views.text.editing
    hint(bench, "Esc")
    assert not bench.window.views.text.editing
