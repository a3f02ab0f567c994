"""The bar at a selection: it comes up beside the words, does what it says, and goes away by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from annotator.ui.features.editor.selection_bar import SelectionBar
from annotator.ui.widgets.cap_button import CapButton
from tests.ui.by_mouse import LEFT, button, click, point, press, sweep
from tests.ui.shell.making import FIRST, Bench, OpenBench, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen


def bar_of(bench: Bench) -> SelectionBar:
    return bench.window.views.selection_bar


def words_on(bench: Bench) -> list[str]:
    return [b.hint()[1] for b in bar_of(bench).findChildren(CapButton) if b.isVisible()]


def place_of(bench: Bench) -> QRect:
    bar = bar_of(bench)
    return bar.card_rect().translated(bar.parentWidget().mapTo(bench.window, QPoint(0, 0)))


def selection_place(bench: Bench) -> QRect:
    """Return what is seen of the selection, in the window."""
    view = bench.window.views.text
    rect = view.stretch_rect(*view.selection())
    rect.setRight(rect.left() + 300)
    return rect.intersected(view.viewport().rect()).translated(
        view.viewport().mapTo(bench.window, QPoint(0, 0))
    )


def test_a_swept_selection_brings_it_up(bench: Bench) -> None:
    sweep(bench, "De motie Jansen")
    assert bar_of(bench).isVisible()
    assert {"Commitment", "more…", "into field…", "copy", "with source"} <= set(words_on(bench))
    assert bench.window.views.text.hasFocus()


def test_its_tags_have_their_keys(bench: Bench) -> None:
    sweep(bench, "De motie Jansen")
    tag = next(t for t in bench.window.session.codebook.passage_tags if t.name("en") == "Commitment")
    assert button(bar_of(bench), "Commitment").hint()[0] == tag.key


def test_a_click_tags(bench: Bench) -> None:
    sweep(bench, "De motie Jansen")
    press(button(bar_of(bench), "Commitment"))
    assert [words for _, words in bench.drawn()] == ["De motie Jansen"]
    assert not bar_of(bench).isVisible()


def test_a_click_fills_the_chosen_field(bench: Bench) -> None:
    form = bench.window.views.side.form
    form.set_chosen("subject")
    sweep(bench, "De motie Jansen")
    press(button(bar_of(bench), "→ Subject"))
    assert bench.rows("SELECT field, shown FROM form_values") == [("subject", "De motie Jansen")]


def menu_row(bench: Bench, words: str) -> None:
    """Click the row of the menu that stands open."""
    (menu,) = [m for m in bench.window.findChildren(QMenu) if m.isVisible()]
    action = next(a for a in menu.actions() if a.text().split("\t")[0] == words)
    QTest.mouseClick(menu, LEFT, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center())
    settle()


def test_any_field_can_be_filled(bench: Bench) -> None:
    sweep(bench, "28 676")
    press(button(bar_of(bench), "into field…"))
    menu_row(bench, "Dossier")
    assert bench.rows("SELECT field, shown FROM form_values") == [("dossier", "28 676")]


def test_any_tag_can_be_put(bench: Bench) -> None:
    last = bench.window.session.codebook.passage_tags[-1]
    sweep(bench, "28 676")
    press(button(bar_of(bench), "more…"))
    menu_row(bench, last.name("en"))
    assert bench.drawn() == [(last.key, "28 676")]


def test_it_copies(bench: Bench) -> None:
    sweep(bench, "28 676")
    press(button(bar_of(bench), "copy"))
    assert QGuiApplication.clipboard().text() == "28 676"
    sweep(bench, "28 676")
    press(button(bar_of(bench), "with source"))
    assert QGuiApplication.clipboard().text().startswith("“28 676”")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("De Minister", "Lastenverdeling"),
        ("De inzet", "aangenomen"),
        ("volgt, zo", "van België."),
        ("De Min", "België."),
    ],
)
def test_it_never_covers_the_selection(bench: Bench, first: str, last: str) -> None:
    start, end = bench.span(first).start, FIRST.rindex(last) + len(last)
    sweep(bench, FIRST[start:end])
    assert bench.selected == FIRST[start:end]
    assert bar_of(bench).isVisible()
    assert not place_of(bench).intersects(selection_place(bench))
    assert bench.window.rect().contains(place_of(bench))


def test_the_selection_beside_it_takes_the_mouse(bench: Bench) -> None:
    sweep(bench, "De motie Jansen")
    view = bench.window.views.text
    span = bench.span("De motie Jansen")
    for offset in (span.start + 1, span.start + 8):
        at = view.viewport().mapTo(bench.window, point(bench, offset))
        for y in (-8, 0, 8):
            assert bench.window.childAt(at + QPoint(0, y)) is view.viewport()


def test_not_even_one_that_fills_the_view(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("\n".join(f"Regel {n} van een lange brief." for n in range(200)),))
    view = bench.window.views.text
    low, high, _ = view.stretch_in_view()
    view.select(low, high - 1)
    view.selected_by_hand.emit(True)
    settle()
    assert not place_of(bench).intersects(selection_place(bench))
    assert bench.window.rect().contains(place_of(bench))


@pytest.mark.parametrize("key", ["Esc", "Down", "C"])
def test_a_key_sends_it_away(bench: Bench, key: str) -> None:
    sweep(bench, "De motie Jansen")
    bench.keys(key)
    assert not bar_of(bench).isVisible()


def test_it_goes_with_the_selection_and_with_the_scrolling(bench: Bench) -> None:
    sweep(bench, "De motie Jansen")
    click(bench, "Lastenverdeling")
    assert not bar_of(bench).isVisible()
    bench.window.resize(900, 320)
    settle()
    sweep(bench, "De Minister")
    bench.window.views.text.verticalScrollBar().setValue(3)
    assert not bar_of(bench).isVisible()


def test_it_goes_by_itself(bench: Bench) -> None:
    sweep(bench, "De motie Jansen")
    bar = bar_of(bench)
    bar._timer.setInterval(1)  # noqa: SLF001 - it would take 12 s
    sweep(bench, "De Minister")
    bench.qtbot.waitUntil(lambda: not bar.isVisible())


def test_keys_that_select_bring_it_up_when_they_rest(bench: Bench) -> None:
    bench.caret("De motie", by=0)
    bench.keys("Shift+Right", "Ctrl+Shift+Right")
    assert not bar_of(bench).isVisible()
    bench.qtbot.waitUntil(lambda: bar_of(bench).isVisible())


def test_the_program_s_own_selections_do_not(bench: Bench) -> None:
    bench.select("De motie Jansen")
    bench.keys("F3", "Esc")
    assert not bar_of(bench).isVisible()


def test_the_setting_switches_it_off(bench: Bench) -> None:
    bench.window.composition.context.settings.set("selection_bar", False)
    sweep(bench, "De motie Jansen")
    assert bench.selected == "De motie Jansen"
    assert not bar_of(bench).isVisible()


def test_in_a_project_that_is_only_read_it_only_copies(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    sweep(bench, "De motie Jansen")
    assert words_on(bench) == ["copy", "with source"]


def test_in_a_narrow_window_it_stays_inside(bench: Bench) -> None:
    bench.window.setMinimumWidth(200)
    bench.window.resize(640, 600)
    settle()
    sweep(bench, "Belgié", 0)
    assert bench.window.rect().contains(place_of(bench))
    assert all(
        bar_of(bench).rect().contains(b.geometry())
        for b in bar_of(bench).findChildren(CapButton)
        if b.isVisible()
    )
