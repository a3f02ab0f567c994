"""Words typed while reading: it is asked whether one wants to type, and nothing is tagged in silence."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from tests.ui.by_mouse import button, press
from tests.ui.shell.making import FIRST, Bench, OpenBench, settle


def card(bench: Bench):  # type: ignore[no-untyped-def]
    return bench.window.views.typing_card


def write(bench: Bench, words: str, pause: int = 0) -> None:
    """Type words key by key wherever the keys are, with so many milliseconds between them."""
    for letter in words:
        bench.type(letter)
        if pause:
            QTest.qWait(pause)


def test_a_word_typed_while_reading_asks_and_tags_nothing(bench: Bench) -> None:
    bench.caret("missie")
    write(bench, "besloten", pause=60)
    assert card(bench).isVisible()
    assert card(bench).words == "besloten"
    assert bench.text == FIRST
    assert bench.drawn() == []
    assert bench.rows("SELECT * FROM passages") == []


def test_enter_types_it_where_the_caret_was(bench: Bench) -> None:
    bench.caret("missie", by=0)
    write(bench, "grote ")
    bench.keys("Return")
    assert bench.window.views.text.editing
    assert "De grote missie in Irak" in bench.text
    write(bench, "ere")
    assert "De grote eremissie" in bench.text
    assert bench.rows("SELECT * FROM passages") == []


def test_esc_gives_back_what_the_letters_did(bench: Bench) -> None:
    bench.caret("missie")
    key = next(tag.key for tag in bench.window.session.codebook.passage_tags if tag.key)
    write(bench, key.lower() + "zxz")
    assert card(bench).isVisible()
    assert bench.drawn() == []
    bench.keys("Esc")
    assert bench.drawn() == [(key, "missie")]
    assert bench.text == FIRST
    assert bench.window.views.text.hasFocus()


def test_esc_does_the_key_as_well_at_which_it_was_asked(bench: Bench) -> None:
    keys = [tag.key for tag in bench.window.session.codebook.passage_tags if tag.key][:3]
    bench.caret("missie")
    write(bench, "".join(keys).lower())
    assert card(bench).isVisible()
    bench.keys("Esc")
    assert {key for key, _ in bench.drawn()} == set(keys)


def test_esc_does_the_keys_as_well_that_came_while_it_was_asked(bench: Bench) -> None:
    keys = [tag.key for tag in bench.window.session.codebook.passage_tags if tag.key][:5]
    bench.caret("missie")
    write(bench, "".join(keys).lower())
    assert card(bench).words == "".join(keys).lower()
    bench.keys("Esc")
    assert {key for key, _ in bench.drawn()} == set(keys)
    for _ in keys:
        bench.keys("Ctrl+Z")
    assert bench.drawn() == []


def test_the_buttons_do_the_same(bench: Bench) -> None:
    bench.caret("missie", by=0)
    write(bench, "grote")
    press(button(card(bench), "no, these were keys"))
    assert not bench.window.views.text.editing
    bench.caret("missie", by=0)
    write(bench, "grote")
    press(button(card(bench), "type it here"))
    assert "De grotemissie" in bench.text


@pytest.mark.parametrize("keys", ["CCCCC", "EEE", "ET"])
def test_keys_of_commands_are_keys(bench: Bench, keys: str) -> None:
    bench.caret("missie")
    bench.keys(*keys)
    assert not card(bench).isVisible()


def test_letters_with_pauses_are_keys(bench: Bench) -> None:
    bench.caret("missie")
    write(bench, "xzqw", pause=400)
    assert not card(bench).isVisible()


def test_in_a_project_that_is_only_read_nothing_is_asked(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    bench.caret("missie")
    write(bench, "besloten")
    settle()
    assert not card(bench).isVisible()


def test_who_selects_between_two_letters_is_asked_nothing(bench: Bench) -> None:
    for words, key in (("missie", "G"), ("Irak gaat", "T"), ("Irak", "L")):
        bench.select(words)
        bench.keys(key)
    assert not card(bench).isVisible()
    assert len(bench.drawn()) == 3
