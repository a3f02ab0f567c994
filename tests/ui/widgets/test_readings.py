from __future__ import annotations

import pytest

from annotator.ui.widgets.readings import around_difference, in_context, on_one_line, visible


def room(width: int):
    return lambda before, after: len(before) + len(after) <= width


def test_a_break_is_a_sign():
    assert visible("verplich-\ntingen") == "verplich-⏎tingen"


def test_spaces_alone_are_signs():
    assert visible("  ") == "␣␣"


def test_nothing_is_a_sign():
    assert visible("") == "∅"


def test_what_was_deleted_is_shown_among_its_words():
    assert in_context("van het is", 4, 4, "oud ") == ("van oud het", "van het")


def test_a_quote_stands_on_one_line():
    assert on_one_line("De missie\n  gaat verplich-\ntingen aan") == "De missie gaat verplich-tingen aan"


def test_words_need_no_context():
    assert in_context("van België is", 4, 10, "Belgié") == ("Belgié", "België")


def test_readings_that_fit_stay_whole():
    assert around_difference("Belgié", "België", room(12)) == ("Belgié", "België")


def test_what_differs_is_still_seen_in_a_narrow_row():
    before, after = around_difference("secretaris-⏎generaal", "secretaris-generaal", room(24))
    assert "-⏎g" in before and "-g" in after
    assert len(before) + len(after) <= 24


@pytest.mark.parametrize("width", [0, 5, 17, 30])
def test_cutting_ends_whatever_the_room(width):
    around_difference("substantiélere", "substantiëlere", room(width))


def test_equal_readings_are_cut_too():
    around_difference("a" * 40, "a" * 40, room(10))
