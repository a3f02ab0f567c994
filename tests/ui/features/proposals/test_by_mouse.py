"""Proposals, passages and sections by mouse: ✓ and ✗ where it is, fitting menus, things drawn and dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDrag, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget

from annotator.resources import resource_path
from annotator.ui.features.panels.form.place import ValuePlace
from annotator.ui.widgets.decision_buttons import DecisionButtons
from tests.ui.by_mouse import LEFT, click, drag, list_of, point, press, sweep
from tests.ui.shell.making import Bench, Here, OpenBench, settle

LETTER = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
NONE = Qt.KeyboardModifier.NoModifier
RIGHT = Qt.MouseButton.RightButton


@pytest.fixture
def proposed(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=(LETTER,), runner=Here(proposes=True))
    bench.window.session.store.flush()
    return bench


def glide(over: QWidget, place: QPoint) -> None:
    """Move the mouse to a place, which it may be at from another test."""
    QTest.mouseMove(over, place - QPoint(1, 1))
    QTest.mouseMove(over, place)
    settle()


def hover(bench: Bench, words: str) -> DecisionButtons:
    view = bench.window.views.text
    span = bench.span(words)
    view.select_calmly(span.start, span.start)
    settle()
    glide(view.viewport(), point(bench, span.start + 1))
    return bench.window.views.proposal_hover.buttons


def hover_row(view: QListView, row: int) -> DecisionButtons:
    view.scrollTo(view.model().index(row, 0))
    settle()
    rect = view.visualRect(view.model().index(row, 0))
    glide(view.viewport(), rect.center())
    (buttons,) = view.findChildren(DecisionButtons)
    return buttons


def state(bench: Bench, view: str, where: str) -> object:
    return bench.one(f"SELECT state FROM {view} WHERE {where}")


# ------------------------------------------------------------------ in the text


def test_a_click_on_the_tick_confirms_what_is_under_the_mouse(proposed: Bench) -> None:
    buttons = hover(proposed, "€ 140 miljoen")
    before = proposed.window.views.text.verticalScrollBar().value()
    press(buttons.yes)
    assert state(proposed, "passages", "quote = '€ 140 miljoen'") == "confirmed"
    assert not buttons.isVisible()
    assert proposed.window.views.text.verticalScrollBar().value() == before
    marks = [mark for mark, words in proposed.marked("passages") if words == "€ 140 miljoen"]
    assert [mark.proposed for mark in marks] == [False]


def test_a_click_on_the_cross_turns_it_down(proposed: Bench) -> None:
    press(hover(proposed, "€ 140 miljoen").no)
    assert proposed.rows("SELECT * FROM passages WHERE quote = '€ 140 miljoen'") == []


def test_a_value_and_a_passage_of_the_same_words_are_one_click_and_one_change(proposed: Bench) -> None:
    press(hover(proposed, "Kamerstuk 39 412, nr. 21").yes)
    assert proposed.rows("SELECT count(*) FROM form_values WHERE state = 'confirmed'") == [(1,)]
    assert proposed.rows("SELECT count(*) FROM passages WHERE state = 'confirmed'") == [(1,)]
    assert proposed.rows("SELECT count(*) FROM changes") == [(1,)]


def test_a_heading_has_them_too(proposed: Bench) -> None:
    press(hover(proposed, "Waarom bewaking nodig is").yes)
    assert state(proposed, "sections", "heading = 'Waarom bewaking nodig is'") == "confirmed"


def test_they_stand_beside_the_words_and_stay_on_the_way_to_them(proposed: Bench) -> None:
    buttons = hover(proposed, "€ 140 miljoen")
    span, view = proposed.span("€ 140 miljoen"), proposed.window.views.text
    words = view.place_rect(*span)
    assert buttons.geometry().left() >= words.right() - 1
    assert abs(buttons.geometry().center().y() - words.center().y()) < 6
    QTest.mouseMove(view.viewport(), QPoint(buttons.geometry().left() - 1, words.center().y()))
    settle()
    assert buttons.isVisible()


def test_they_go_with_the_mouse_and_decided_words_have_none(proposed: Bench) -> None:
    buttons = hover(proposed, "€ 140 miljoen")
    over = proposed.window.views.text.viewport()
    glide(over, QPoint(over.width() - 3, buttons.geometry().center().y()))
    assert not buttons.isVisible()
    press(hover(proposed, "€ 140 miljoen").yes)
    assert not hover(proposed, "€ 140 miljoen").isVisible()


def test_in_a_project_that_is_only_read_there_are_none(open_bench: OpenBench, proposed: Bench) -> None:
    second = open_bench(proposed.path, read_only=True, runner=Here(proposes=True))
    assert not hover(second, "€ 140 miljoen").isVisible()


# ------------------------------------------------------------------ in lists


def row_of(view: QListView, words: str) -> int:
    model = view.model()
    return next(n for n in range(model.rowCount()) if words in model.index(n, 0).data())


def test_a_row_of_the_passages_is_confirmed_and_turned_down(proposed: Bench) -> None:
    view = list_of(proposed, "passages")
    press(hover_row(view, row_of(view, "€ 140 miljoen")).yes)
    assert state(proposed, "passages", "quote = '€ 140 miljoen'") == "confirmed"
    press(hover_row(view, row_of(view, "nr. 21")).no)
    assert proposed.rows("SELECT * FROM passages WHERE quote LIKE '%nr. 21'") == []


def test_a_row_of_the_outline_is_confirmed_and_turned_down(proposed: Bench) -> None:
    view = list_of(proposed, "outline")
    press(hover_row(view, row_of(view, "Waarom bewaking")).yes)
    assert state(proposed, "sections", "heading LIKE 'Waarom bewaking%'") == "confirmed"
    assert not hover_row(view, row_of(view, "Waarom bewaking")).isVisible()
    last = view.model().rowCount() - 1
    count = proposed.one("SELECT count(*) FROM sections")
    press(hover_row(view, last).no)
    assert proposed.one("SELECT count(*) FROM sections") == int(str(count)) - 1


def test_the_first_section_says_why_it_stays(proposed: Bench) -> None:
    view = list_of(proposed, "outline")
    press(hover_row(view, 0).no)
    assert proposed.said[-1] == "The first section cannot be turned down: give it another tag instead."


# ------------------------------------------------------------------ in the form


def hover_field(bench: Bench, field: str) -> DecisionButtons:
    bench.window.composition.show_panel("form")
    bench.window.views.side.form.set_chosen(field)
    settle()
    place = place_of(bench, field)
    glide(place.editor, QPoint(20, place.editor.height() // 2))
    QApplication.sendEvent(place, QEvent(QEvent.Type.Enter))  # as the system tells it
    return place.decisions.buttons


def test_a_value_is_confirmed_and_turned_down(proposed: Bench) -> None:
    press(hover_field(proposed, "subject").yes)
    assert state(proposed, "form_values", "field = 'subject'") == "confirmed"
    assert not hover_field(proposed, "subject").isVisible()
    press(hover_field(proposed, "letter_date").no)
    assert proposed.rows("SELECT * FROM form_values WHERE field = 'letter_date'") == []


# ------------------------------------------------------------------ menus


def menu_rows(bench: Bench) -> tuple[QMenu, list[QAction]]:
    """Return the menu that stands open, and its rows."""
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    menus = bench.window.views.text.findChildren(QMenu, options=directly)
    shown: QMenu
    (shown,) = [menu for menu in menus if menu.isVisible()]
    return shown, [action for action in shown.actions() if not action.isSeparator()]


def choose(bench: Bench, words: str, below: str = "") -> None:
    """Click on a row of the menu that stands open; in one `below`, press Enter on it."""
    shown, rows = menu_rows(bench)
    if not below:
        row = next(action for action in rows if action.text().split("\t")[0] == words)
        QTest.mouseClick(shown, LEFT, NONE, shown.actionGeometry(row).center())
        settle()
        return
    opens = next(action for action in rows if action.text() == below)
    QTest.mouseClick(shown, LEFT, NONE, shown.actionGeometry(opens).center())
    inner = opens.menu()
    assert isinstance(inner, QMenu)
    bench.qtbot.waitUntil(inner.isVisible)
    inner.setActiveAction(next(row for row in inner.actions() if row.text().split("\t")[0] == words))
    QTest.keyClick(inner, Qt.Key.Key_Return)
    settle()


def right_click(widget: QWidget, place: QPoint) -> None:
    """Press the right button, as the system tells it."""
    from PySide6.QtGui import QContextMenuEvent

    QTest.mouseClick(widget, RIGHT, NONE, place)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
    settle()


def on_words(bench: Bench, words: str) -> None:
    right_click(bench.window.views.text.viewport(), point(bench, bench.span(words).start + 1))


def test_a_suspect_s_menu_has_its_suggestions(bench: Bench) -> None:
    on_words(bench, "gecoordineerd")
    assert menu_rows(bench)[1][0].text() == "gecoördineerd"
    choose(bench, "gecoördineerd")
    assert "werd gecoördineerd door" in bench.text


def test_a_suspect_s_menu_says_that_it_is_right(bench: Bench) -> None:
    on_words(bench, "gecoordineerd")
    choose(bench, "Right as it stands")
    assert bench.rows("SELECT reading, verdict FROM verdicts") == [("gecoordineerd", "here")]


@pytest.mark.parametrize(("row", "left"), [("Confirm", [("confirmed",)]), ("Turn down", [])])
def test_a_proposal_s_menu_decides(proposed: Bench, row: str, left: object) -> None:
    hover(proposed, "€ 140 miljoen")
    on_words(proposed, "€ 140 miljoen")
    choose(proposed, row)
    assert proposed.rows("SELECT state FROM passages WHERE quote = '€ 140 miljoen'") == left


def tag_named(bench: Bench, name: str) -> str:
    tags = bench.window.session.codebook.tags
    return next(tag.id for tag in tags if tag.name("en") == name)


def test_a_passage_s_menu_changes_its_tag_and_removes_it(bench: Bench) -> None:
    bench.select("missie in Irak")
    bench.window.composition.workspace.apply_tag(tag_named(bench, "Country"))
    on_words(bench, "missie in Irak")
    choose(bench, "Organisation", below="Change the tag")
    other = tag_named(bench, "Organisation")
    assert bench.rows("SELECT tag, quote FROM passages") == [(other, "missie in Irak")]
    on_words(bench, "missie in Irak")
    choose(bench, "Remove “Organisation”")
    assert bench.rows("SELECT * FROM passages") == []


def test_a_heading_s_menu_levels_tags_and_merges(bench: Bench) -> None:
    bench.caret("Lastenverdeling")
    bench.keys("S")
    on_words(bench, "Lastenverdeling")
    choose(bench, "A level down")
    assert bench.rows("SELECT level FROM sections WHERE heading = 'Lastenverdeling'") == [(2,)]
    tag = bench.window.session.codebook.section_tags[0]
    outline = list_of(bench, "outline")
    rect = outline.visualRect(outline.model().index(1, 0))
    right_click(outline.viewport(), rect.center())
    choose(bench, tag.name("en"), below="Tag the section")
    assert bench.rows("SELECT tag FROM sections WHERE heading = 'Lastenverdeling'") == [(tag.id,)]
    on_words(bench, "Lastenverdeling")
    choose(bench, "Merge with the section before")
    assert bench.rows("SELECT count(*) FROM sections WHERE letter_id = 1") == [(1,)]


def test_a_row_of_the_passages_has_its_menu(proposed: Bench) -> None:
    view = list_of(proposed, "passages")
    at = view.model().index(row_of(view, "€ 140 miljoen"), 0)
    view.scrollTo(at)
    settle()
    right_click(view.viewport(), view.visualRect(at).center())
    choose(proposed, "Confirm")
    assert state(proposed, "passages", "quote = '€ 140 miljoen'") == "confirmed"


def test_while_typing_the_menu_cuts_copies_and_pastes(bench: Bench) -> None:
    bench.keys("F2")
    span = bench.select("missie")
    on_words(bench, "missie")
    choose(bench, "Cut")
    assert bench.text[span.start - 3 : span.start + 4] == "De  in "
    right_click(bench.window.views.text.viewport(), point(bench, span.start, 0))
    choose(bench, "Paste")
    assert "De missie in" in bench.text
    on_words(bench, "missie")
    choose(bench, "Select all")
    assert bench.selected == bench.text


# ------------------------------------------------------------------ drawn and dragged


def ends(bench: Bench) -> tuple[QWidget, QWidget]:
    return bench.window.views.passage_ends.handles


def draw(bench: Bench, handle: QWidget, offset: int) -> None:
    """Press a handle, move to an offset of the text and let go."""
    assert handle.isVisible()
    over = bench.window.views.text.viewport()
    there = handle.mapFromParent(point(bench, offset, 0))
    QTest.mousePress(handle, LEFT, NONE, handle.rect().center())
    QTest.mouseMove(handle, (handle.rect().center() + there) / 2)
    QTest.mouseMove(handle, there)
    QTest.mouseRelease(handle, LEFT, NONE, there)
    assert over.isVisible()
    settle()


def test_the_ends_of_a_passage_are_drawn(bench: Bench) -> None:
    bench.select("missie in Irak")
    bench.window.composition.workspace.apply_tag(tag_named(bench, "Country"))
    click(bench, "missie in")
    draw(bench, ends(bench)[1], bench.span("door. Zie").end)
    assert bench.rows("SELECT quote FROM passages") == [("missie in Irak gaat door. Zie",)]
    draw(bench, ends(bench)[0], bench.span("in Irak gaat").start)
    assert bench.rows("SELECT quote FROM passages") == [("in Irak gaat door. Zie",)]
    bench.keys("Ctrl+Z", "Ctrl+Z")
    assert bench.rows("SELECT quote FROM passages") == [("missie in Irak",)]
    assert bench.drawn() == [("L", "missie in Irak")]


def test_an_end_put_back_changes_nothing_and_words_without_a_passage_have_none(bench: Bench) -> None:
    bench.select("missie in Irak")
    bench.window.composition.workspace.apply_tag(tag_named(bench, "Country"))
    click(bench, "missie in")
    count = bench.one("SELECT count(*) FROM changes")
    draw(bench, ends(bench)[1], bench.span("missie in Irak").end)
    assert bench.one("SELECT count(*) FROM changes") == count
    click(bench, "Lastenverdeling")
    assert not any(handle.isVisible() for handle in ends(bench))


def test_a_section_is_drawn_to_a_level(bench: Bench) -> None:
    for words in ("Lastenverdeling", "Irak\n\nDe"):
        bench.caret(words)
        bench.keys("S")
    view = list_of(bench, "outline")
    row = view.visualRect(view.model().index(2, 0)).center()
    for aside, level in ((32, 3), (-16, 2)):
        QTest.mousePress(view.viewport(), LEFT, NONE, row)
        QTest.mouseMove(view.viewport(), row + QPoint(aside // 2, 0))
        QTest.mouseMove(view.viewport(), row + QPoint(aside, 0))
        QTest.mouseRelease(view.viewport(), LEFT, NONE, row + QPoint(aside, 0))
        settle()
        assert bench.rows("SELECT level FROM sections WHERE heading = 'Irak'") == [(level,)]
    bench.keys("Ctrl+Z")
    assert bench.rows("SELECT level FROM sections WHERE heading = 'Irak'") == [(3,)]


def carried(bench: Bench, words: str, monkeypatch: pytest.MonkeyPatch) -> QMimeData:
    """Select words, drag them and return what is dragged."""
    taken: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: taken.append(drag.mimeData()))
    sweep(bench, words)
    span = bench.span(words)
    drag(bench, span.start + 2, span.end + 30)
    (mime,) = taken
    assert bench.selected == words
    copy = QMimeData()
    for kind in mime.formats():
        copy.setData(kind, mime.data(kind))
    return copy


def drop(mime: QMimeData, on: QWidget) -> bool:
    keys = (Qt.DropAction.CopyAction, mime, LEFT, NONE)
    enter = QDragEnterEvent(on.rect().center(), *keys)
    QApplication.sendEvent(on, enter)
    event = QDropEvent(QPointF(on.rect().center()), *keys)
    QApplication.sendEvent(on, event)
    settle()
    return enter.isAccepted() and event.isAccepted()


def place_of(bench: Bench, field: str) -> ValuePlace:
    places = bench.window.views.side.form.findChildren(ValuePlace)
    return next(place for place in places if place.field.id == field)


@pytest.mark.parametrize("on", ["place", "editor"])
def test_the_selection_is_dragged_onto_a_field(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, on: str
) -> None:
    mime = carried(bench, "28 676", monkeypatch)
    place = place_of(bench, "dossier")
    assert drop(mime, place if on == "place" else place.editor)
    assert bench.rows("SELECT field, shown, evidence_quote FROM form_values") == [
        ("dossier", "28 676", "28 676")
    ]
    assert bench.rows("SELECT count(*) FROM changes") == [(1,)]


def test_a_click_in_the_selection_still_puts_the_caret_there(bench: Bench) -> None:
    sweep(bench, "missie in Irak")
    click(bench, "in Irak")
    assert bench.window.views.text.selection()[0] == bench.window.views.text.selection()[1]
    assert bench.span("in Irak").start <= bench.window.views.text.caret() <= bench.span("in Irak").end
