"""The context menus of words and places, by the mouse."""

from __future__ import annotations

import pytest

from tests.ui.features.word_review.test_word_review import (
    LETTERS,
    current,
    idle,
    loaded,
    looked_over,
    page,
    start,
    texts,
)
from tests.ui.menus import choose_in, menu_at
from tests.ui.shell.making import Bench, OpenBench

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=LETTERS)
    start(bench)
    looked_over(bench, at_first=False)
    page(bench).words.set_current_row(0)
    loaded(bench)
    return bench


def test_a_word_is_corrected_by_a_right_click(bench: Bench) -> None:
    word = current(bench)
    choose_in(menu_at(bench, page(bench).words, 0, 0), "Correct the ticked places")
    idle(bench)
    assert not any(word in text for text in texts(bench))


def test_a_place_is_left_out_by_a_right_click(bench: Bench) -> None:
    word, before = current(bench), "\n".join(texts(bench))
    choose_in(menu_at(bench, page(bench).places, 0, 0), "This place on or off")
    choose_in(menu_at(bench, page(bench).words, 0, 0), "Correct the ticked places")
    idle(bench)
    after = "\n".join(texts(bench))
    assert after.count(word) == 1 < before.count(word)
