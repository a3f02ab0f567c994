"""The tables of all letters and of all passages: shown, sorted, filtered, confirmed, corrected, saved."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from annotator.resources import resource_path
from annotator.ui.letters_table import LettersTable
from annotator.ui.passages_table import PassagesTable
from tests.ui.window.making import Bench, Here, OpenBench

FIRST = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")
SECOND = resource_path("sample/archeologie-bijlage-2020.txt").read_text(encoding="utf-8")
PATIENCE = 5000


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=(FIRST, SECOND, "Een brief waarin niets staat.\n"), runner=Here(proposes=True))
    bench.window.proposal_desk.propose_for_all()
    bench.qtbot.waitUntil(lambda: _proposed(bench) == 3, timeout=PATIENCE)
    return bench


def _proposed(bench: Bench) -> int:
    bench.window.project.store.flush()
    reader = bench.window.project.store.reader
    return sum(reader.open_counts(letter_id) is not None for letter_id in (1, 2, 3))


@pytest.fixture
def letters(bench: Bench) -> LettersTable:
    table = bench.window.tables.letters_table()
    assert table is not None
    table.show()
    bench.qtbot.waitUntil(lambda: table.grid.model().rowCount() == 3, timeout=PATIENCE)
    return table


@pytest.fixture
def passages(bench: Bench) -> PassagesTable:
    table = bench.window.tables.passages_table()
    assert table is not None
    table.show()
    bench.qtbot.waitUntil(lambda: table.grid.model().rowCount() > 10, timeout=PATIENCE)
    return table


def column(table: LettersTable, name: str) -> int:
    model = table.grid.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return heads.index(name)


def cell(table: LettersTable, row: int, name: str) -> str:
    return str(table.grid.model().index(row, column(table, name)).data() or "")


def choose(table: LettersTable, rows: range, name: str) -> None:
    model, select = table.grid.model(), table.grid.selectionModel()
    for number, row in enumerate(rows):
        index = model.index(row, column(table, name))
        flag = QItemSelectionModel.SelectionFlag
        if number == 0:
            select.setCurrentIndex(index, flag.ClearAndSelect)
        else:
            select.select(index, flag.Select)


def test_a_row_a_letter_a_column_a_field(letters: LettersTable) -> None:
    assert cell(letters, 0, "Date") == "2 December 2021"
    assert cell(letters, 1, "Date") == "14 December 2020"
    assert cell(letters, 0, "References") == "39 412, nr. 21; 39 412, nr. 25"
    assert cell(letters, 2, "Date") == ""


def test_the_evidence_stands_beside_it(letters: LettersTable) -> None:
    choose(letters, range(1), "Date")
    assert "Datum: 2 december 2021" in letters._context.toPlainText()
    choose(letters, range(2, 3), "Date")
    assert letters._context.toPlainText() == "No evidence for this value."


def test_c_confirms_what_is_selected_in_many_letters_as_one_step(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(3), "Date")
    bench.qtbot.keyClick(letters.grid, Qt.Key.Key_C)
    query = "SELECT letter_id, value FROM form_values WHERE field = 'letter_date' AND state = 'confirmed'"
    bench.qtbot.waitUntil(lambda: len(bench.rows(query)) == 2, timeout=PATIENCE)
    assert sorted(bench.rows(query)) == [(1, "2021-12-02"), (2, "2020-12-14")]
    assert bench.one("SELECT count(*) FROM changes") == 1
    assert not letters._model.wanted([letters.grid.model().index(0, column(letters, "Date"))])


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


def test_sorted_by_a_field_letters_without_it_come_last(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(1), "Date")
    bench.qtbot.keyClick(letters, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dates = ["14 December 2020", "2 December 2021", ""]
    bench.qtbot.waitUntil(lambda: [cell(letters, n, "Date") for n in range(3)] == dates, timeout=PATIENCE)


def test_filtered_by_words_and_by_what_is_missing(bench: Bench, letters: LettersTable) -> None:
    letters._filter.setText("archeolog")
    bench.qtbot.waitUntil(lambda: letters.grid.model().rowCount() == 1, timeout=PATIENCE)
    assert cell(letters, 0, "Date") == "14 December 2020"
    letters._filter.setText("")
    letters._only.setCurrentIndex(2)
    bench.qtbot.waitUntil(lambda: cell(letters, 0, "Date") == "", timeout=PATIENCE)


def test_ctrl_enter_opens_the_letter_at_the_evidence(bench: Bench, letters: LettersTable) -> None:
    choose(letters, range(1, 2), "Subject")
    bench.qtbot.keyClick(letters.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.window.project.letter_id == 2
    start, end = bench.window.view.selection()
    assert bench.text[start:end] == "Toezicht op archeologische vindplaatsen"


def test_all_passages_by_tag(bench: Bench, passages: PassagesTable) -> None:
    passages._tag.setCurrentIndex(passages._tag.findData("commitment"))
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 3, timeout=PATIENCE)
    model = passages.grid.model()
    assert {model.index(row, 1).data() for row in range(3)} == {"Commitment"}
    assert str(model.index(0, 2).data()).startswith("Ik zal uw Kamer daarover")


def test_passages_are_filtered_by_their_words(bench: Bench, passages: PassagesTable) -> None:
    passages._filter.setText("39 412")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 2, timeout=PATIENCE)


def test_enter_goes_to_the_place(bench: Bench, passages: PassagesTable) -> None:
    passages._filter.setText("€ 21.750")
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 1, timeout=PATIENCE)
    bench.qtbot.keyClick(passages.grid, Qt.Key.Key_Return)
    assert bench.window.project.letter_id == 2
    start, end = bench.window.view.selection()
    assert bench.text[start:end] == "€ 21.750"


def test_passages_are_saved_as_csv(
    bench: Bench, passages: PassagesTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "passages.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    passages._tag.setCurrentIndex(passages._tag.findData("reference"))
    bench.qtbot.waitUntil(lambda: passages.grid.model().rowCount() == 3, timeout=PATIENCE)
    passages._export.click()
    bench.qtbot.waitUntil(lambda: "3 passage" in passages._said.text(), timeout=PATIENCE)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0]["quote"] == "Kamerstuk 39 412, nr. 21"
    assert {row["state"] for row in rows} == {"proposed"}
