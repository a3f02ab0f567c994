"""The tables of all letters and of all passages: shown, sorted, filtered, confirmed, corrected, saved."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFileDialog, QLineEdit

from annotator.resources import resource_path
from annotator.ui.features.tables.letters_table import LettersTable
from annotator.ui.features.tables.letters_table.model import CELLS
from annotator.ui.features.tables.passages_table import PassagesTable
from annotator.ui.widgets.decision_buttons import DecisionButtons
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.evidence_side import EvidenceSide
from annotator.ui.widgets.frozen_column import FrozenColumn
from annotator.ui.widgets.stage_page import StagePage
from tests.ui.looking import field_of
from tests.ui.menus import choose_in, menu_at
from tests.ui.shell.making import Bench, Here, OpenBench, settle

FIRST = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")
SECOND = resource_path("sample/archeologie-bijlage-2020.txt").read_text(encoding="utf-8")
PATIENCE = 60_000  # ms: only so that nothing waits for ever


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=(FIRST, SECOND, "Een brief waarin niets staat.\n"), runner=Here(proposes=True))
    bench.window.composition.workspace.proposals.propose_for_all()
    bench.qtbot.waitUntil(lambda: _proposed(bench) == 3, timeout=PATIENCE)
    return bench


def _proposed(bench: Bench) -> int:
    bench.window.session.store.flush()
    reader = bench.window.session.store.reader
    return sum(reader.open_counts(letter_id) is not None for letter_id in (1, 2, 3))


@pytest.fixture
def letters(bench: Bench) -> LettersTable:
    bench.window.composition.workspace.tables.show_letters()
    table = bench.window.composition.workspace.page
    assert isinstance(table, LettersTable)
    bench.qtbot.waitUntil(lambda: table.grid.model().rowCount() == 3, timeout=PATIENCE)
    return table


@pytest.fixture
def passages(bench: Bench) -> PassagesTable:
    bench.window.composition.workspace.tables.show_passages()
    table = bench.window.composition.workspace.page
    assert isinstance(table, PassagesTable)
    bench.qtbot.waitUntil(lambda: table.grid.model().rowCount() > 10, timeout=PATIENCE)
    return table


def shown(bench: Bench) -> StagePage | None:
    """Return the page that stands in the place of the letter."""
    found: StagePage | None = bench.window.composition.workspace.page
    return found


def column(table: LettersTable, name: str) -> int:
    model = table.grid.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return heads.index(name)


def cell(table: LettersTable, row: int, name: str) -> str:
    return str(table.grid.model().index(row, column(table, name)).data() or "")


def proposed_in(table: LettersTable, row: int, name: str) -> bool:
    cells = table.grid.model().index(row, column(table, name)).data(CELLS) or ()
    return any(cell.proposed for cell in cells)


def choose(table: LettersTable, rows: range, name: str) -> None:
    model, select = table.grid.model(), table.grid.selectionModel()
    for number, row in enumerate(rows):
        index = model.index(row, column(table, name))
        flag = QItemSelectionModel.SelectionFlag
        if number == 0:
            select.setCurrentIndex(index, flag.ClearAndSelect)
        else:
            select.select(index, flag.Select)


def said_in(table: LettersTable | PassagesTable) -> str:
    """Return what is said beside the buttons of what was done."""
    return str(table.findChild(ElidedLabel, "said").text())


def evidence_in(table: LettersTable | PassagesTable) -> str:
    """Return the text that stands beside the rows."""
    return table.findChild(EvidenceSide).context.toPlainText()


def pick(table: LettersTable | PassagesTable, name: str, shown: str) -> None:
    """Pick what is shown so in the box that a screen reader calls `name`."""
    box = next(box for box in table.findChildren(QComboBox) if box.accessibleName() == name)
    box.setCurrentText(shown)
    assert box.currentText() == shown


def test_a_row_a_letter_a_column_a_field(letters: LettersTable) -> None:
    assert cell(letters, 0, "Date") == "2 December 2021"
    assert cell(letters, 1, "Date") == "14 December 2020"
    assert cell(letters, 0, "References") == "39 412, nr. 21; 39 412, nr. 25"
    assert cell(letters, 2, "Date") == ""


def test_the_evidence_stands_beside_it(letters: LettersTable) -> None:
    choose(letters, range(1), "Date")
    assert "Datum: 2 december 2021" in evidence_in(letters)
    choose(letters, range(2, 3), "Date")
    assert evidence_in(letters) == "No evidence for this value."


def test_c_confirms_what_is_selected_in_many_letters_as_one_step(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(3), "Date")
    bench.qtbot.keyClick(letters.grid, Qt.Key.Key_C)
    query = "SELECT letter_id, value FROM form_values WHERE field = 'letter_date' AND state = 'confirmed'"
    bench.qtbot.waitUntil(lambda: len(bench.rows(query)) == 2, timeout=PATIENCE)
    assert sorted(bench.rows(query)) == [(1, "2021-12-02"), (2, "2020-12-14")]
    assert bench.one("SELECT count(*) FROM changes") == 1
    bench.qtbot.waitUntil(lambda: not proposed_in(letters, 0, "Date"), timeout=PATIENCE)
    assert not any(proposed_in(letters, row, "Date") for row in range(3))
    assert proposed_in(letters, 0, "Subject")


def test_a_value_is_corrected_in_the_table(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(2, 3), "Date")
    bench.qtbot.keyClick(letters.grid, Qt.Key.Key_Return)
    editor = letters.grid.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    bench.qtbot.keyClicks(editor, "3 mei 2021")
    bench.qtbot.keyClick(editor, Qt.Key.Key_Return)
    query = "SELECT value, state FROM form_values WHERE letter_id = 3 AND field = 'letter_date'"
    bench.qtbot.waitUntil(lambda: bench.rows(query) == [("2021-05-03", "confirmed")], timeout=PATIENCE)
    assert cell(letters, 2, "Date") == "3 May 2021"


def test_a_hyphen_says_that_the_letter_does_not_have_it(bench: Bench, letters: LettersTable) -> None:
    query = "SELECT value, state FROM form_values WHERE letter_id = 1 AND field = 'letter_date'"
    for typed, stored in (("-", [("", "absent")]), ("3 mei 2021", [("2021-05-03", "confirmed")])):
        choose(letters, range(1), "Date")
        bench.qtbot.keyClick(letters.grid, Qt.Key.Key_Return)
        editor = letters.grid.viewport().findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        bench.qtbot.keyClicks(editor, typed)
        bench.qtbot.keyClick(editor, Qt.Key.Key_Return)
        bench.qtbot.waitUntil(lambda stored=stored: bench.rows(query) == stored, timeout=PATIENCE)
        shown = "not in the letter" if typed == "-" else "3 May 2021"
        bench.qtbot.waitUntil(lambda shown=shown: cell(letters, 0, "Date") == shown, timeout=PATIENCE)
        if typed == "-":
            pick(letters, "Which letters", "With a field that is not in the letter")
            bench.qtbot.waitUntil(lambda: letters.grid.model().rowCount() == 1, timeout=PATIENCE)
            pick(letters, "Which letters", "All letters")
            bench.qtbot.waitUntil(lambda: letters.grid.model().rowCount() == 3, timeout=PATIENCE)


def test_sorted_by_a_field_letters_without_it_come_last(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(1), "Date")
    bench.qtbot.keyClick(letters, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dates = ["14 December 2020", "2 December 2021", ""]
    bench.qtbot.waitUntil(lambda: [cell(letters, n, "Date") for n in range(3)] == dates, timeout=PATIENCE)


def test_filtered_by_words_and_by_what_is_missing(bench: Bench, letters: LettersTable) -> None:
    field_of(letters).setText("archeolog")
    bench.qtbot.waitUntil(lambda: letters.grid.model().rowCount() == 1, timeout=PATIENCE)
    assert cell(letters, 0, "Date") == "14 December 2020"
    field_of(letters).setText("")
    pick(letters, "Which letters", "With something missing")
    bench.qtbot.waitUntil(lambda: cell(letters, 0, "Date") == "", timeout=PATIENCE)


def test_ctrl_enter_opens_the_letter_at_the_evidence(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(1, 2), "Subject")
    bench.qtbot.keyClick(letters.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.window.session.letter_id == 2
    start, end = bench.window.views.text.selection()
    assert bench.text[start:end] == "Toezicht op archeologische vindplaatsen"


def test_all_passages_by_tag(bench: Bench, passages: PassagesTable) -> None:
    pick(passages, "Tag", "Commitment")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 3, timeout=PATIENCE)
    model = passages.grid.model()
    assert {model.index(row, 1).data() for row in range(3)} == {"Commitment"}
    assert str(model.index(0, 3).data()).startswith("Ik zal uw Kamer daarover")


def test_passages_are_filtered_by_their_words(bench: Bench, passages: PassagesTable) -> None:
    field_of(passages).setText("39 412")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 2, timeout=PATIENCE)


def test_enter_goes_to_the_place(bench: Bench, passages: PassagesTable) -> None:
    field_of(passages).setText("€ 21.750")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 1, timeout=PATIENCE)
    bench.qtbot.keyClick(passages.grid, Qt.Key.Key_Return)
    assert bench.window.session.letter_id == 2
    start, end = bench.window.views.text.selection()
    assert bench.text[start:end] == "€ 21.750"


def test_passages_are_saved_as_csv(
    bench: Bench, passages: PassagesTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "passages.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    pick(passages, "Tag", "Reference")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 3, timeout=PATIENCE)
    press(bench, passages, Qt.Key.Key_S, ALL)
    bench.qtbot.waitUntil(lambda: "3 passage" in said_in(passages), timeout=PATIENCE)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0]["quote"] == "Kamerstuk 39 412, nr. 21"
    assert {row["state"] for row in rows} == {"proposed"}


CONFIRMED = "SELECT letter_id, field FROM form_values WHERE state = 'confirmed' ORDER BY letter_id"
KEPT = "SELECT letter_id, tag, quote FROM passages WHERE state = 'confirmed' ORDER BY letter_id, start"
ALL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(bench: Bench, table: LettersTable | PassagesTable, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    bench.qtbot.keyClick(table.grid, key, held)


def test_a_whole_column_is_confirmed_with_two_keys(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(1), "Sender")
    bench.qtbot.keyClick(letters, Qt.Key.Key_Space, ALL)
    assert said_in(letters) == "3 letter(s) selected."
    press(bench, letters, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier)
    bench.qtbot.waitUntil(lambda: bench.rows(CONFIRMED) == [(1, "sender"), (2, "sender")], timeout=PATIENCE)
    bench.qtbot.waitUntil(lambda: said_in(letters) == "2 proposal(s) confirmed.", timeout=PATIENCE)


def test_what_an_older_program_proposed_is_confirmed_too(
    bench: Bench, letters: LettersTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.session.proposals.overlay.VERSION", "another")
    choose(letters, range(2), "Sender")
    press(bench, letters, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier)
    bench.qtbot.waitUntil(lambda: bench.rows(CONFIRMED) == [(1, "sender"), (2, "sender")], timeout=PATIENCE)


def test_what_was_confirmed_in_the_table_is_undone_there(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(2), "Sender")
    press(bench, letters, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier)
    bench.qtbot.waitUntil(lambda: len(bench.rows(CONFIRMED)) == 2, timeout=PATIENCE)
    press(bench, letters, Qt.Key.Key_Z, ALL)
    assert "Press again" in said_in(letters)  # another letter than the one on the desk is among them
    press(bench, letters, Qt.Key.Key_Z, ALL)
    bench.qtbot.waitUntil(lambda: bench.rows(CONFIRMED) == [], timeout=PATIENCE)
    bench.qtbot.waitUntil(lambda: proposed_in(letters, 1, "Sender"), timeout=PATIENCE)
    press(bench, letters, Qt.Key.Key_Z, ALL | SHIFT)
    press(bench, letters, Qt.Key.Key_Z, ALL | SHIFT)
    bench.qtbot.waitUntil(lambda: len(bench.rows(CONFIRMED)) == 2, timeout=PATIENCE)


def test_a_value_is_turned_down_in_the_table(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(1), "Sender")
    press(bench, letters, Qt.Key.Key_Delete, SHIFT)
    query = "SELECT letter_id FROM form_values WHERE field = 'sender'"
    bench.qtbot.waitUntil(lambda: bench.rows(query) == [(2,)], timeout=PATIENCE)
    bench.qtbot.waitUntil(lambda: cell(letters, 0, "Sender") == "", timeout=PATIENCE)
    assert bench.rows(CONFIRMED) == []


def test_an_empty_cell_has_nothing_to_confirm(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(2, 3), "Sender")
    press(bench, letters, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier)
    bench.qtbot.waitUntil(lambda: said_in(letters) == "Nothing proposed is selected.", timeout=PATIENCE)
    assert bench.one("SELECT count(*) FROM changes") == 0


def test_the_same_cell_is_current_after_sorting(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(1), "Date")
    bench.qtbot.keyClick(letters, Qt.Key.Key_D, ALL)
    bench.qtbot.waitUntil(lambda: letters.grid.currentIndex().row() == 1, timeout=PATIENCE)
    assert cell(letters, 1, "Date") == "2 December 2021"


def test_the_letter_is_one_key_away_and_the_table_is_where_it_was(
    bench: Bench, letters: LettersTable
) -> None:
    field_of(letters).setText("archeolog")
    bench.qtbot.waitUntil(lambda: letters.grid.model().rowCount() == 1, timeout=PATIENCE)
    choose(letters, range(1), "Subject")
    bench.keys("Escape")
    assert shown(bench) is None
    assert bench.window.views.text.hasFocus() and bench.window.views.text.isVisible()
    bench.keys("Ctrl+Alt+L")
    again = shown(bench)
    assert isinstance(again, LettersTable)
    bench.qtbot.waitUntil(lambda: again.grid.model().rowCount() == 1, timeout=PATIENCE)
    assert field_of(again).text() == "archeolog"
    assert again.grid.currentIndex().column() == column(again, "Subject")


def test_esc_brings_the_letter_back_as_far_down_as_it_was_with_its_panes(bench: Bench) -> None:
    bench.window.resize(1366, 600)
    text, docks = bench.window.views.text, bench.window.views.docks
    text.select(1200, 1210)
    settle()
    before = text.selection(), text.verticalScrollBar().value(), [dock.isVisible() for dock in docks]
    assert before[1] > 0
    bench.keys("Ctrl+Alt+L")
    assert not any(dock.isVisible() for dock in docks)
    bench.keys("Escape")
    settle()
    assert (text.selection(), text.verticalScrollBar().value(), [d.isVisible() for d in docks]) == before


def test_a_command_of_the_letter_leads_back_to_it(bench: Bench, letters: LettersTable) -> None:
    bench.keys("Ctrl+Shift+F")
    assert bench.window.composition.workspace.page is None
    assert bench.window.views.search_page.isVisible()


def test_undo_on_the_table_is_seen_in_it(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(1), "Date")
    bench.keys("C")
    bench.qtbot.waitUntil(lambda: not proposed_in(letters, 0, "Date"), timeout=PATIENCE)
    bench.keys("Ctrl+Z")
    bench.qtbot.waitUntil(lambda: proposed_in(letters, 0, "Date"), timeout=PATIENCE)
    assert "Undone" in said_in(letters)
    bench.keys("Ctrl+F")
    assert field_of(letters).hasFocus()


def test_a_filter_that_nothing_fits_says_so(bench: Bench, letters: LettersTable) -> None:
    field_of(letters).setText("qqqq")
    bench.qtbot.waitUntil(lambda: letters.grid.model().rowCount() == 0, timeout=PATIENCE)
    assert "Clear it" in letters.grid.note


def test_passages_are_confirmed_one_after_the_other(bench: Bench, passages: PassagesTable) -> None:
    pick(passages, "Tag", "Commitment")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 3, timeout=PATIENCE)
    for count in (1, 2):
        press(bench, passages, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier)
        bench.qtbot.waitUntil(
            lambda count=count: passages.grid.currentIndex().row() == count, timeout=PATIENCE
        )
    assert [row[1] for row in bench.rows(KEPT)] == ["commitment", "commitment"]
    assert bench.one("SELECT count(*) FROM changes") == 2


def test_all_passages_of_a_tag_are_confirmed_as_one_step(bench: Bench, passages: PassagesTable) -> None:
    pick(passages, "Tag", "Reference")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 3, timeout=PATIENCE)
    press(bench, passages, Qt.Key.Key_A, ALL)
    press(bench, passages, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier)
    bench.qtbot.waitUntil(lambda: len(bench.rows(KEPT)) == 3, timeout=PATIENCE)
    assert bench.one("SELECT count(*) FROM changes") == 1
    assert {row[1] for row in bench.rows(KEPT)} == {"reference"}


def test_a_passage_is_turned_down_for_good(bench: Bench, passages: PassagesTable) -> None:
    field_of(passages).setText("€ 21.750")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 1, timeout=PATIENCE)
    press(bench, passages, Qt.Key.Key_Delete, SHIFT)
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 0, timeout=PATIENCE)
    assert "No passage fits the filters" in passages.grid.note
    assert bench.rows("SELECT quote FROM passages WHERE quote = '€ 21.750'") == []


def test_the_place_stands_beside_a_passage(bench: Bench, passages: PassagesTable) -> None:
    field_of(passages).setText("€ 21.750")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 1, timeout=PATIENCE)
    assert "€ 21.750" in evidence_in(passages)


def test_the_titles_stay_in_sight(bench: Bench, letters: LettersTable) -> None:
    last = letters.grid.model().columnCount() - 1
    letters.grid.setCurrentIndex(letters.grid.model().index(0, last))
    bar = letters.grid.horizontalScrollBar()
    assert bar.value() > 0
    seen = letters.grid.viewport().rect()
    assert seen.contains(letters.grid.visualRect(letters.grid.currentIndex()).topLeft())
    titles = letters.grid.findChild(FrozenColumn)
    assert titles.isVisible()
    assert titles.mapTo(letters.grid, QPoint(0, 0)).x() < letters.grid.verticalHeader().width() + 4
    for _ in range(last - 1):
        press(bench, letters, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
        now = letters.grid.visualRect(letters.grid.currentIndex())
        assert now.left() >= titles.width()  # no cell is covered while it is current
    assert letters.grid.currentIndex().column() == 1


popups = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen


@popups
def test_a_right_click_on_a_cell_turns_its_proposal_down(bench: Bench, letters: LettersTable) -> None:
    choose_in(menu_at(bench, letters.grid, 0, column(letters, "Date")), "Turn down")
    bench.qtbot.waitUntil(lambda: not proposed_in(letters, 0, "Date"), timeout=PATIENCE)
    assert cell(letters, 0, "Date") == ""
    assert proposed_in(letters, 1, "Date")


@popups
def test_what_cannot_be_done_with_a_cell_is_greyed(bench: Bench, letters: LettersTable) -> None:
    menu = menu_at(bench, letters.grid, 2, column(letters, "Date"))
    greyed = {a.text().partition("\t")[0] for a in menu.actions() if not a.isEnabled() and a.text()}
    menu.close()
    assert greyed == {"Confirm", "Turn down"}


@popups
def test_a_right_click_on_a_passage_goes_to_its_place(bench: Bench, passages: PassagesTable) -> None:
    row = passages.grid.model().index(3, 3)
    words = row.data()
    choose_in(menu_at(bench, passages.grid, 3, 3), "Go to the place")
    assert shown(bench) is None
    assert " ".join(bench.selected.split()) == words


@popups
def test_a_right_click_on_a_passage_shows_its_tag_alone(bench: Bench, passages: PassagesTable) -> None:
    tag = passages.grid.model().index(0, 1).data()
    choose_in(menu_at(bench, passages.grid, 0, 3), "Only this tag")
    count = passages.grid.model().rowCount()
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() != count, timeout=PATIENCE)
    model = passages.grid.model()
    assert {model.index(row, 1).data() for row in range(model.rowCount())} == {tag}


def buttons_at(bench: Bench, view: QAbstractItemView, row: int, column: int) -> DecisionButtons:
    """Move the mouse over a cell; return the two buttons that come up."""
    place = view.visualRect(view.model().index(row, column)).center()
    bench.qtbot.mouseMove(view.viewport(), place - QPoint(3, 0))
    bench.qtbot.mouseMove(view.viewport(), place)
    found: DecisionButtons = view.viewport().findChild(DecisionButtons)
    return found


def test_the_mouse_over_a_proposed_value_brings_up_what_confirms_it(
    bench: Bench, letters: LettersTable
) -> None:
    buttons = buttons_at(bench, letters.grid, 1, column(letters, "Date"))
    bench.qtbot.waitUntil(buttons.isVisible)
    bench.qtbot.mouseClick(buttons.yes, Qt.MouseButton.LeftButton)
    bench.qtbot.waitUntil(lambda: not proposed_in(letters, 1, "Date"), timeout=PATIENCE)
    assert cell(letters, 1, "Date") == "14 December 2020"
    assert proposed_in(letters, 0, "Date") and proposed_in(letters, 1, "Subject")
    assert not buttons_at(bench, letters.grid, 1, column(letters, "Date")).isVisible()


def test_the_mouse_over_a_proposed_passage_brings_up_what_turns_it_down(
    bench: Bench, passages: PassagesTable
) -> None:
    model = passages.grid.model()
    before, words = model.rowCount(), model.index(2, 3).data()
    buttons = buttons_at(bench, passages.grid, 2, 3)
    bench.qtbot.waitUntil(buttons.isVisible)
    bench.qtbot.mouseClick(buttons.no, Qt.MouseButton.LeftButton)
    bench.qtbot.waitUntil(lambda: model.rowCount() == before - 1, timeout=PATIENCE)
    assert model.index(2, 3).data() != words
