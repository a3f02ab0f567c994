"""Search in the project, with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QListView, QProgressBar

from annotator.ui.features.search.results import ResultRow
from tests.ui.looking import field_of, label_of, model_of
from tests.ui.shell.making import Bench, OpenBench, settle


def results(bench: Bench) -> list[str]:
    page = bench.window.views.search_page
    return [_said(row) for row in model_of(page).rows]


def _said(row: ResultRow) -> str:
    if row.letter is None:
        return "more"
    return row.hit.context.hit if row.hit else f"{row.letter.title}: {row.letter.count}"


def view(bench: Bench) -> QListView:
    return bench.window.views.search_page.findChildren(QListView)[0]


def searched(bench: Bench, rows: int) -> None:
    bar = bench.window.views.search_page.findChild(QProgressBar)
    bench.qtbot.waitUntil(lambda: len(results(bench)) == rows and bar.isHidden())


@pytest.fixture
def searching(bench: Bench) -> Bench:
    bench.window.views.text.move_caret(0)
    bench.keys("Ctrl+Shift+F")
    return bench


def test_words_are_searched_while_they_are_typed(searching: Bench) -> None:
    searching.type("belgie")
    searched(searching, 6)
    assert results(searching)[1:4] == ["Belgié", "Belgié", "België"]


def test_the_index_makes_no_difference(searching: Bench) -> None:
    index = searching.window.composition.workspace.index
    index.findChild(QTimer).setInterval(0)
    index.wake()
    searching.qtbot.waitUntil(lambda: searching.rows("SELECT count(*) FROM search_stale") == [(0,)])
    searching.type("belgie")
    searched(searching, 6)


def test_enter_opens_the_letter_at_the_hit_and_escape_goes_back(searching: Bench) -> None:
    searching.type("minister alinea")
    searching.keys("Return")
    settle()
    searching.window.views.search_page.ask("tweede")
    searched(searching, 2)
    searching.keys("Down", "Return")
    assert searching.window.session.letter_id == 2
    assert (searching.selected, searching.window.views.text.hasFocus()) == ("tweede", True)
    searching.keys("Escape")
    assert view(searching).hasFocus()
    searching.keys("Escape")
    assert not searching.window.views.search_dock.isVisible()
    assert searching.window.views.text.hasFocus()


def test_f3_walks_through_the_letters_from_the_desk(searching: Bench) -> None:
    searching.type("irak")
    searched(searching, 7)
    searching.window.views.text.setFocus()
    seen = []
    for _ in range(6):
        searching.keys("F3")
        seen.append((searching.window.session.letter_id, searching.selected))
    order = [
        row.letter.letter_id
        for row in model_of(searching.window.views.search_page).rows
        if row.hit and row.letter
    ]
    assert [letter for letter, _ in seen[:5]] == order
    assert seen[5] == seen[4]
    searching.keys("Shift+F3")
    assert searching.window.session.letter_id == order[3]
    assert searching.window.views.text.hasFocus()
    assert not searching.box.isVisible()


def test_exact_searches_at_enter(searching: Bench) -> None:
    searching.keys("Alt+2")
    searching.type("Belgié")
    assert results(searching) == []
    searching.keys("Return")
    searched(searching, 5)


def test_a_regular_expression_searches_at_enter(searching: Bench) -> None:
    searching.keys("Alt+3")
    searching.type("mini.ter")
    searching.keys("Return")
    searched(searching, 5)


def test_what_is_wrong_is_told_in_the_pane(searching: Bench) -> None:
    searching.keys("Alt+3")
    searching.type("(")
    searching.keys("Return")
    problem = label_of(searching.window.views.search_page, "problem")
    searching.qtbot.waitUntil(problem.isVisible)
    assert "bracket" in problem.text()


def test_the_ocr_text_is_searched_where_it_is_asked_for(searching: Bench) -> None:
    searching.keys("Escape")
    searching.select("motie")
    searching.keys("Return")
    searching.type("resolutie")
    searching.keys("Return")
    searching.saved()
    searching.keys("Ctrl+Shift+F")
    searching.window.views.search_page.ask("motie")
    searched(searching, 0)
    searching.keys("Alt+O")
    searched(searching, 2)
    searching.keys("Down", "Return")
    assert searching.selected == "resolutie"


def test_only_the_letters_of_the_list(searching: Bench) -> None:
    letters = searching.window.views.letters
    field_of(letters).setText("brief-2")
    searching.qtbot.waitUntil(lambda: model_of(letters).rowCount() == 1)
    searching.type("irak")
    searched(searching, 7)
    searching.keys("Alt+L")
    searched(searching, 2)


def test_a_selection_is_searched_for(bench: Bench) -> None:
    bench.select("Irak")
    bench.keys("Ctrl+Shift+F")
    searched(bench, 7)


def test_a_hit_is_found_again_after_the_letter_was_changed(searching: Bench) -> None:
    searching.type("door irak")
    searching.window.views.search_page.ask('"door irak"')
    searched(searching, 2)
    searching.window.session.typed(0, 0, "Vooraan. ")
    searching.window.session.end_typing()
    searching.window.composition.workspace.editor.show_letter()
    searching.keys("F3")
    assert searching.selected == "door Irak"


def test_the_pane_forgets_a_project_that_is_closed(open_bench: OpenBench) -> None:
    bench = open_bench()
    bench.keys("Ctrl+Shift+F")
    bench.type("irak")
    searched(bench, 7)
    bench.window.composition.opening.close_session()
    settle()
    assert results(bench) == []
