"""Evidence follows its value, however the value comes: typed, paused, typed over a proposal, in the table."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.resources import resource_path
from annotator.ui.features.panels.form.place import ValuePlace
from annotator.ui.features.proposals.ready_dialog import ReadyDialog
from tests.ui.shell.making import Bench, Here, OpenBench

TEXT = """Datum: 22 oktober 2020

Op 13 mei 2021 sprak de Minister. Daarna niet meer.
"""


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    return open_bench(letters=(TEXT, TEXT))


def choose(bench: Bench, field: str) -> None:
    for _ in range(40):
        if bench.window.views.side.form.chosen == field:
            return
        bench.keys(".")
    raise AssertionError(bench.window.views.side.form.chosen)


def take(bench: Bench, field: str, words: str) -> None:
    """Take a value from the letter."""
    choose(bench, field)
    bench.select(words)
    bench.keys("V")
    choose(bench, field)


def retype(bench: Bench, text: str) -> None:
    """Type over the value of the chosen field."""
    bench.keys("Shift+V", "Ctrl+A")
    bench.type(text)
    bench.keys("Esc")


def proof(bench: Bench, field: str) -> str | None:
    return bench.one("SELECT evidence_quote FROM form_values WHERE letter_id = 1 AND field = ?", field)


def place_of(bench: Bench, field: str) -> ValuePlace:
    places = bench.window.views.side.form.findChildren(ValuePlace)
    return next(place for place in places if place.field.id == field)


def test_another_date_has_its_own_evidence(bench: Bench) -> None:
    take(bench, "letter_date", "22 oktober 2020")
    retype(bench, "13 mei 2021")
    assert proof(bench, "letter_date") == "13 mei 2021"
    bench.keys("Ctrl+Z")
    assert proof(bench, "letter_date") == "22 oktober 2020"
    bench.keys("Ctrl+Y")
    assert proof(bench, "letter_date") == "13 mei 2021"


def test_what_stands_nowhere_is_asked_for_and_pointed_to_by_keys(bench: Bench) -> None:
    take(bench, "letter_date", "22 oktober 2020")
    retype(bench, "14 mei 2021")
    assert proof(bench, "letter_date") is None
    assert "Shift+F4" in place_of(bench, "letter_date").editor.accessibleDescription()
    bench.select("Daarna niet meer")
    choose(bench, "letter_date")
    bench.keys("Shift+F4")
    assert proof(bench, "letter_date") == "Daarna niet meer"
    assert bench.one("SELECT value FROM form_values") == "2021-05-14"
    bench.keys("Ctrl+Z")
    assert proof(bench, "letter_date") is None


def test_pointing_says_what_it_needs(bench: Bench) -> None:
    choose(bench, "letter_date")
    bench.caret("sprak")
    bench.keys("Shift+F4")
    assert bench.said[-1].startswith("Select the words")
    bench.select("sprak")
    bench.keys("Shift+F4")
    assert "has no value yet" in bench.said[-1]


def test_a_pause_while_typing_does_not_lose_the_place(bench: Bench) -> None:
    take(bench, "letter_date", "22 oktober 2020")
    bench.keys("Shift+V", "Ctrl+A")
    bench.type("13 m")
    bench.window.views.side.form.flush()
    bench.type("ei 2021")
    bench.keys("Esc")
    assert proof(bench, "letter_date") == "13 mei 2021"


def test_a_corrected_word_that_says_otherwise_is_told(bench: Bench) -> None:
    take(bench, "letter_date", "22 oktober 2020")
    bench.select("22")
    bench.keys("Return", "Ctrl+A")
    bench.type("23")
    bench.keys("Return")
    assert proof(bench, "letter_date") == "23 oktober 2020"
    assert "23 oktober 2020" in place_of(bench, "letter_date").editor.accessibleDescription()


def test_a_required_value_that_cannot_be_read_is_open_at_f9(bench: Bench) -> None:
    for field, text in (("letter_date", "31 februari 2020"), ("subject", "Verslag")):
        choose(bench, field)
        retype(bench, text)
    bench.keys("F9")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadyDialog)
    said = [button.text() for button in dialog.buttons]
    assert "Date unreadable" in said
    assert not any("Subject" in each for each in said)
    bench.keys(str(said.index("Date unreadable") + 1))
    assert place_of(bench, "letter_date").editor.hasFocus()


def test_a_proposal_that_is_typed_over_loses_its_evidence(open_bench: OpenBench) -> None:
    text = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")
    bench = open_bench(letters=(text,), runner=Here(proposes=True))
    choose(bench, "letter_date")
    retype(bench, "1 januari 1999")
    assert proof(bench, "letter_date") is None
    choose(bench, "subject")
    bench.keys("Shift+V", "Return", "Esc")
    assert proof(bench, "subject")  # confirmed as it was proposed


def test_no_proposal_of_the_sample_contradicts_its_evidence(open_bench: OpenBench) -> None:
    samples = sorted(resource_path("sample").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in samples]
    bench = open_bench(letters=texts, runner=Here(proposes=True))
    for _ in texts:
        bench.keys("Ctrl+Alt+V")
        places = bench.window.views.side.form.findChildren(ValuePlace)
        assert any(place.shown.evidence for place in places)
        assert [place.shown for place in places if place.shown.otherwise] == []
        bench.keys("Ctrl+PgDown")
