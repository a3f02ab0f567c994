"""What the letter does not have: said by a key, seen everywhere, undone, and missing no more."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from annotator.resources import resource_path
from annotator.storage.check import check
from annotator.storage.letter_list import LetterFilter
from annotator.ui.features.letters.rows import left_text
from annotator.ui.features.panels.form.place import ValuePlace
from annotator.ui.features.proposals.ready_dialog import ReadyDialog
from tests.ui.shell.making import Bench, Here, OpenBench

STATE = "SELECT field, state, value, shown FROM form_values WHERE letter_id = 1 ORDER BY field, position"
SAMPLE = resource_path("sample/motie-zeekabels-2021.txt")


def choose(bench: Bench, field: str) -> None:
    for _ in range(40):
        if bench.window.views.side.form.chosen == field:
            return
        bench.keys(".")
    raise AssertionError(bench.window.views.side.form.chosen)


def place_of(bench: Bench, field: str) -> ValuePlace:
    places = bench.window.views.side.form.findChildren(ValuePlace)
    return next(place for place in places if place.field.id == field)


def open_things(bench: Bench) -> list[str]:
    """Return what F9 says is open."""
    bench.keys("F9")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadyDialog)
    said = [button.text() for button in dialog.buttons]
    bench.keys("Esc")
    return said


def test_a_key_says_that_the_letter_does_not_have_it(bench: Bench) -> None:
    assert "Date missing" in open_things(bench)
    choose(bench, "letter_date")
    bench.keys("-")
    assert bench.rows(STATE) == [("letter_date", "absent", "", "")]
    editor = place_of(bench, "letter_date").editor
    assert (editor.placeholderText(), editor.property("state")) == ("not in the letter", "absent")
    assert "not in the letter" in editor.accessibleDescription()
    assert not any("Date" in said for said in open_things(bench))
    assert bench.window.views.side.form.chosen != "letter_date"  # and goes on


def test_the_key_again_takes_it_back_and_undo_does(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.keys("-")
    choose(bench, "letter_date")
    bench.keys("-")
    assert bench.rows(STATE) == []
    bench.keys("Ctrl+Z")
    assert [row[1] for row in bench.rows(STATE)] == ["absent"]
    bench.keys("Ctrl+Z")
    assert bench.rows(STATE) == []


def test_a_hyphen_typed_in_the_form_says_so_too(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.keys("Shift+V")
    bench.type("-")
    bench.keys("Return", "Esc")
    assert bench.rows(STATE) == [("letter_date", "absent", "", "")]
    assert place_of(bench, "letter_date").editor.plain() == ""
    choose(bench, "letter_date")
    bench.keys("Shift+V", "Ctrl+Backspace", "Esc")
    assert bench.rows(STATE) == []


def test_words_of_the_letter_take_its_place(bench: Bench) -> None:
    for field in ("letter_date", "dossier"):
        choose(bench, field)
        bench.keys("-")
        bench.select("22 oktober 2020" if field == "letter_date" else "28 676")
        choose(bench, field)
        bench.keys("V")
    assert bench.rows(STATE) == [
        ("dossier", "confirmed", "28676", "28 676"),
        ("letter_date", "confirmed", "2020-10-22", "22 oktober 2020"),
    ]
    assert bench.rows("SELECT position FROM form_values WHERE field = 'dossier'") == [(0,)]


def test_a_proposal_gives_way_and_does_not_come_back(open_bench: OpenBench) -> None:
    bench = open_bench(letters=(SAMPLE.read_text(encoding="utf-8"),), runner=Here(proposes=True))
    for field in ("letter_date", "reference"):
        choose(bench, field)
        bench.keys("-")
    query = "SELECT DISTINCT state FROM form_values WHERE field IN ('letter_date', 'reference')"
    assert bench.rows(query) == [("absent",)]
    bench.keys("Ctrl+Alt+V")
    assert bench.rows(query) == [("absent",)]
    bench.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert ("absent",) not in bench.rows(query)
    assert ("proposed",) in bench.rows(query)


def test_it_is_there_when_the_project_is_opened_again(bench: Bench, open_bench: OpenBench) -> None:
    choose(bench, "letter_date")
    bench.keys("-")
    bench.saved()
    bench.window.close()
    assert check(bench.path) == []
    again = open_bench(bench.path)
    assert place_of(again, "letter_date").editor.placeholderText() == "not in the letter"
    again.keys("Ctrl+Z")
    assert again.rows(STATE) == []


def test_the_list_of_letters_asks_for_no_date_that_is_not_there(bench: Bench) -> None:
    bench.keys("Ctrl+2")
    bench.saved()
    reader = bench.window.session.store.reader
    [line] = [one for one in reader.letter_lines([1]) if one is not None]
    assert "no date" in left_text(line)
    choose(bench, "letter_date")
    bench.keys("-")
    bench.saved()
    [line] = [one for one in reader.letter_lines([1]) if one is not None]
    assert "no date" not in left_text(line)


def test_the_list_of_letters_finds_it(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.keys("-")
    bench.saved()
    reader = bench.window.session.store.reader
    assert reader.letter_ids(LetterFilter(field="letter_date", value="-")) == [1]
    assert reader.letter_ids(LetterFilter(field="letter_date")) == []
