"""All sure words corrected together, with real keys: shown before, one step, undone at once."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from annotator.language.record import suspects_from_json, suspects_to_json
from annotator.session.words.review_words import SuspectWord, sure_places
from annotator.session.words.word_decisions import Loaded, load
from annotator.ui.features.word_review.sure_dialog import SureDialog
from annotator.ui.widgets.chip import Chip
from annotator.ui.widgets.key_button import KeyButton
from tests.ui.features.word_review.test_word_review import (
    LETTERS,
    PATIENCE,
    Held,
    current,
    go_to,
    idle,
    loaded,
    looked_over,
    page,
    said,
    shown,
    start,
    texts,
    wait,
)
from tests.ui.looking import detail_of, model_of
from tests.ui.shell.making import Bench, OpenBench, nothing_runs, settle

SURE = "Ctrl+Shift+Return"


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    """Return a window in which the words are gone through; in the second letter one word is less sure."""
    bench = open_bench(letters=(*LETTERS, "Het zaakje xqzw komt morgen in de haven aan.\n"))
    start(bench)
    looked_over(bench, at_first=False)
    page(bench).words.set_current_row(0)
    return bench


def promised_words(dialog: SureDialog) -> Sequence[SuspectWord]:
    """Return the words that the dialog lists."""
    listed: Sequence[SuspectWord] = model_of(dialog).items()
    return listed


def ask(bench: Bench) -> SureDialog:
    bench.keys(SURE)
    wait(bench, lambda: isinstance(QApplication.activeModalWidget(), SureDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SureDialog)
    return dialog


def test_nothing_changes_before_it_was_shown_and_agreed_to(bench: Bench) -> None:
    before = texts(bench)
    dialog = ask(bench)
    assert "Belgié" in [word.reading for word in promised_words(dialog)]
    assert texts(bench) == before
    bench.keys("Escape")
    wait(bench, lambda: QApplication.activeModalWidget() is None)
    idle(bench)
    assert texts(bench) == before
    assert page(bench).words.hasFocus()


def test_one_step_corrects_all_that_is_sure(bench: Bench) -> None:
    dialog = ask(bench)
    asked = promised_words(dialog)
    words = {word.reading: word.likely for word in asked}
    store = bench.window.session.store
    assert len(words) > 3 and sure_places(store, asked)
    bench.keys("Return")
    idle(bench)
    left = "\n".join(texts(bench))
    assert not sure_places(store, asked)
    assert "financiéle" not in left and "Italié" not in left
    assert "onderhandelingen" in left
    assert "xqzw" in left
    assert bench.one("SELECT count(*) FROM changes") == 1
    assert current(bench) not in words


def test_undo_takes_them_all_back(bench: Bench) -> None:
    before = texts(bench)
    ask(bench)
    bench.keys("Return")
    idle(bench)
    corrected = texts(bench)
    assert corrected != before
    bench.keys("Ctrl+Z")
    idle(bench)
    assert texts(bench) == before
    assert page(bench).words_side.model.done == {}
    assert bench.window.session.store.reader.unknown_letters("") == 0
    bench.keys("Ctrl+Y")
    idle(bench)
    assert texts(bench) == corrected


def test_only_what_the_filter_shows(bench: Bench) -> None:
    bench.keys("Ctrl+F")
    bench.type("itali")
    bench.keys("Return")
    dialog = ask(bench)
    assert [word.reading for word in promised_words(dialog)] == ["Italié"]
    bench.keys("Return")
    idle(bench)
    assert "Italié" not in "\n".join(texts(bench))
    assert "Belgié" in "\n".join(texts(bench))


def test_a_tag_stays_on_its_word(open_bench: OpenBench) -> None:
    bench = open_bench(letters=LETTERS)
    bench.select("Belgié")
    bench.keys("L")
    start(bench)
    looked_over(bench)
    ask(bench)
    bench.keys("Return")
    idle(bench)
    assert bench.one("SELECT quote FROM passages") == "België"


def test_where_nothing_is_sure_it_says_so(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Een brief zonder twijfel.\n",))
    start(bench)
    bench.keys(SURE)
    assert QApplication.activeModalWidget() is None


def test_read_only_projects_are_left_alone(open_bench: OpenBench) -> None:
    bench = open_bench(letters=LETTERS)
    start(bench)
    looked_over(bench)
    page(bench).set_read_only(True)
    bench.keys(SURE)
    assert QApplication.activeModalWidget() is None


# ------------------------------------------------------------------ what is promised is done


def promised(dialog: SureDialog) -> dict[str, int]:
    """Return what the dialog says of each word: its row, as it is read aloud."""
    model = model_of(dialog)
    assert all(str(word.count) in str(model.index(row, 0).data()) for row, word in enumerate(model.items()))
    return {word.reading: word.count for word in model.items()}


def note(dialog: SureDialog) -> str:
    return next(
        label.text() for label in dialog.findChildren(QLabel) if "Each word is replaced" in label.text()
    )


def head(bench: Bench) -> str:
    return detail_of(page(bench).words_side)


def apply_button(bench: Bench) -> KeyButton:
    """Return the button that corrects the word at the cursor."""
    found: KeyButton = page(bench).places_side.foot.findChild(KeyButton)
    return found


def chips(bench: Bench) -> list[str]:
    """Return what words can be filtered by, each with how many places it has."""
    return [chip.text() for chip in page(bench).filters.findChildren(Chip)]


def less_sure_in(bench: Bench, letter_id: int) -> None:
    """Have the engine be less sure of all that it doubts in a letter, as it is in another context."""

    def job(conn: sqlite3.Connection) -> None:
        (found,) = conn.execute("SELECT json FROM suspect_cache WHERE letter_id = ?", (letter_id,)).fetchone()
        suspects = suspects_from_json(found)
        doubted = [replace(suspect, sure=False) for suspect in suspects]
        conn.execute(
            "UPDATE suspect_cache SET json = ? WHERE letter_id = ?", (suspects_to_json(doubted), letter_id)
        )

    bench.window.session.store.do(job)


def corrected(bench: Bench) -> int:
    return int(bench.one("SELECT count(*) FROM corrections"))


def test_dialog_list_and_status_say_what_is_done_where_not_all_places_are_sure(bench: Bench) -> None:
    less_sure_in(bench, 3)
    bench.keys("Esc")
    start(bench)  # the words are taken anew
    wait(bench, nothing_runs)
    assert shown(bench)["Belgié"] == 4
    dialog = ask(bench)
    words = promised(dialog)
    assert words["Belgié"] == 2
    assert f"in {sum(words.values())} places" in note(dialog)
    bench.keys("Return")
    idle(bench)
    assert corrected(bench) == sum(words.values())
    assert f"{sum(words.values())}" in said(bench)
    done = page(bench).words_side.model.done
    wait(bench, lambda: ("word", "Belgié", "België") not in done)  # what nobody decided on is open again
    assert shown(bench)["Belgié"] == 2
    assert words["Italié"] == 1 == shown(bench)["Italié"]


def test_what_was_promised_is_done_and_no_more_while_letters_are_looked_at(open_bench: OpenBench) -> None:
    runner = Held()
    bench = open_bench(letters=LETTERS, runner=runner)  # the first is known: it is on the desk
    start(bench)
    wait(bench, lambda: shown(bench).get("Belgié") == 1)
    dialog = ask(bench)
    words = promised(dialog)
    while runner.waiting:  # all others come in while the dialog asks
        runner.let()
        settle()
    bench.window.session.store.flush()
    wait(bench, lambda: shown(bench).get("Belgié") == 4)
    bench.keys("Return")
    idle(bench)
    assert corrected(bench) == sum(words.values()) and words["Belgié"] == 1
    wait(bench, lambda: shown(bench).get("Belgié") == 3)
    open_count = sum(word.count for word in page(bench).words_side.open_words())
    wait(
        bench, lambda: f"{open_count + sum(page(bench).words_side.model.done.values())} place" in head(bench)
    )


def test_list_head_and_button_of_a_word_agree_while_letters_are_looked_at(
    open_bench: OpenBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = Held()
    bench = open_bench(letters=LETTERS, runner=runner)
    start(bench)
    wait(bench, lambda: shown(bench).get("Belgié") == 1)
    go_to(bench, "Belgié")
    # The places of what comes next are held back, as a busy machine does.
    let_go = threading.Event()

    def late(*asked: Any) -> Loaded:
        let_go.wait(PATIENCE / 1000)
        return load(*asked)

    monkeypatch.setattr("annotator.ui.features.word_review.lane.load", late)
    while runner.waiting:
        runner.let()
        settle()
    wait(bench, lambda: shown(bench).get("Belgié") == 4)
    button = apply_button(bench)
    assert not button.isEnabled() and "Correct" not in button.text()
    bench.keys("Return")
    assert page(bench).words_side.model.done == {}  # nobody saw all four
    let_go.set()
    loaded(bench)
    assert button.isEnabled() and "4 places" in button.text()
    bench.keys("Return")
    idle(bench)
    assert corrected(bench) == 4
    assert page(bench).words_side.model.done == {("word", "Belgié", "België"): 4}


def test_the_list_counts_the_places_that_are_shown(bench: Bench) -> None:
    loaded(bench)
    word = page(bench).words.current()
    assert word is not None
    page(bench).show_places(word, page(bench).shown_places()[:3])
    row = page(bench).words_side.model.index(page(bench).words.current_row(), 0)
    assert "3 place(s)" in str(row.data()) and "3 places" in apply_button(bench).text()


def test_undo_brings_back_the_words_that_were_counted_without_them(bench: Bench) -> None:
    before, counted = shown(bench), chips(bench)
    ask(bench)
    bench.keys("Return")
    idle(bench)
    wait(bench, lambda: chips(bench) != counted)
    bench.keys("Ctrl+Z")
    idle(bench)
    wait(bench, lambda: shown(bench) == before)
    assert page(bench).words_side.model.done == {}


def test_a_word_whose_tick_is_taken_away_stays(bench: Bench) -> None:
    dialog = ask(bench)
    words = list(promised_words(dialog))
    heading = next(label for label in dialog.findChildren(QLabel) if str(len(words)) in label.text())
    left, taken = words[0], words[1]
    bench.keys("Space")
    assert heading.text().startswith(f"Correct {len(words) - 1} ")
    bench.keys("Return")
    idle(bench)
    store = bench.window.session.store
    assert sure_places(store, [left])
    assert not sure_places(store, [taken])


def test_a_click_on_its_box_takes_a_tick_away_and_a_all_of_them(bench: Bench) -> None:
    dialog = ask(bench)
    words = promised_words(dialog)
    rows = dialog.words
    place = rows.visualRect(rows.model().index(1, 0))
    bench.qtbot.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 20, place.center().y())
    )
    assert dialog.left_out() == {words[1].key}
    bench.keys("A")
    assert dialog.left_out() == set()
    bench.keys("A")
    assert dialog.left_out() == {word.key for word in words}
    bench.keys("Return")  # nothing is left to correct
    assert QApplication.activeModalWidget() is dialog
    bench.keys("Escape")
