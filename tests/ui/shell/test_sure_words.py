"""All sure words corrected together, with real keys: shown before, one step, undone at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.session.review_words import sure_places
from annotator.ui.features.word_review.sure_dialog import SureDialog
from tests.ui.shell.making import Bench, OpenBench
from tests.ui.shell.test_word_review import LETTERS, current, idle, looked_over, page, start, texts, wait

SURE = "Ctrl+Shift+Return"


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    """Return a window in which the words are gone through; in the second letter one word is less sure."""
    bench = open_bench(letters=(*LETTERS, "Het zaakje xqzw komt morgen in de haven aan.\n"))
    start(bench)
    looked_over(bench, at_first=False)
    page(bench).words.set_current_row(0)
    return bench


def ask(bench: Bench) -> SureDialog:
    bench.keys(SURE)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SureDialog)
    return dialog


def test_nothing_changes_before_it_was_shown_and_agreed_to(bench: Bench) -> None:
    before = texts(bench)
    dialog = ask(bench)
    assert "Belgié" in [word.reading for word in dialog.words._words.items()]
    assert texts(bench) == before
    bench.keys("Escape")
    wait(bench, lambda: QApplication.activeModalWidget() is None)
    idle(bench)
    assert texts(bench) == before
    assert page(bench).words.hasFocus()


def test_one_step_corrects_all_that_is_sure(bench: Bench) -> None:
    dialog = ask(bench)
    asked = dialog.words._words.items()
    words = {word.reading: word.likely for word in asked}
    store = bench.window.project.store
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
    assert bench.window.project.store.reader.unknown_letters("") == 0
    bench.keys("Ctrl+Y")
    idle(bench)
    assert texts(bench) == corrected


def test_only_what_the_filter_shows(bench: Bench) -> None:
    bench.keys("Ctrl+F")
    bench.type("itali")
    bench.keys("Return")
    dialog = ask(bench)
    assert [word.reading for word in dialog.words._words.items()] == ["Italié"]
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
