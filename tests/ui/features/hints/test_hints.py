"""The hints follow what is done with the first letter, each once, and take no keys."""

from __future__ import annotations

import string

import pytest
from PySide6.QtGui import QAccessible

from annotator.ui.features.hints.bar import HintBar
from annotator.ui.features.hints.table import BY_ID, HINTS
from annotator.ui.shell.commands import COMMANDS
from tests.ui.shell.making import Bench, focused, settle
from tests.ui.window_fixtures import OpenBench


def said(bench: Bench) -> str:
    """Return the hint that is on the screen."""
    found = bench.window.findChildren(HintBar)
    return found[0].said() if found and found[0].isVisible() else ""


def begins_as(hint_id: str) -> str:
    """Return how a hint begins on the screen, up to its first key."""
    return BY_ID[hint_id].text.split("{")[0] or BY_ID[hint_id].text.split("}")[1].split("{")[0]


def shows(bench: Bench, hint_id: str) -> bool:
    return begins_as(hint_id) in said(bench)


def test_there_are_eight_and_each_names_commands_that_there_are() -> None:
    assert len(HINTS) == len(BY_ID) == 8
    ids = {command.id for command in COMMANDS}
    for hint in HINTS:
        places = {name for _, name, _, _ in string.Formatter().parse(hint.text) if name}
        assert places == hint.keys.keys() and set(hint.keys.values()) <= ids


def test_they_follow_the_first_letter(open_bench: OpenBench) -> None:
    bench = open_bench(hints=True)
    assert shows(bench, "suspect") and "F3" in said(bench)
    assert bench.window.views.text.hasFocus()
    bench.keys("F3")
    assert shows(bench, "box") and bench.box.isAncestorOf(focused())
    bench.box.accepted.emit("België")
    settle()
    assert shows(bench, "corrected")
    bench.keys("Esc")
    bench.window.views.text.setFocus()
    bench.select("Irak")
    settle()
    assert shows(bench, "selected")
    bench.keys("L")
    assert shows(bench, "tagged")
    bench.select("Irak")
    bench.keys("V")
    assert shows(bench, "filled")
    bench.window.composition.actions["status_done"].trigger()
    settle()
    assert shows(bench, "done")


def test_esc_in_the_text_puts_a_hint_away_and_it_never_comes_back(open_bench: OpenBench) -> None:
    bench = open_bench(hints=True)
    assert said(bench)
    bench.keys("Esc")
    assert said(bench) == ""
    assert bench.window.views.text.hasFocus()
    bench.window.composition.open_letter(2)
    bench.window.composition.open_letter(1)
    settle()
    assert said(bench) == ""


def test_its_buttons_are_reached_by_keys(open_bench: OpenBench) -> None:
    bench = open_bench(hints=True)
    bar = bench.window.findChildren(HintBar)[0]
    names = {QAccessible.queryAccessibleInterface(b).text(QAccessible.Text.Name) for b in bar.buttons}
    assert names == {"Close the hint (Esc)", "No more hints"} or "Close the hint" in names
    for button in bar.buttons:
        assert button.focusPolicy().value & 1  # Tab
    bar.buttons[0].setFocus()
    bench.keys("Space")
    assert said(bench) == ""
    bench.keys("F3")
    assert said(bench) == ""
    assert not bench.window.composition.context.settings.flag("hints")


def test_the_settings_bring_them_again_or_none(open_bench: OpenBench) -> None:
    bench = open_bench(hints=True)
    settings = bench.window.composition.settings
    settings.change("hints", False)
    assert said(bench) == ""
    bench.keys("F3")
    assert said(bench) == ""
    bench.keys("Esc")
    settings.change("hints", True)
    bench.keys("F3")
    assert shows(bench, "box")


@pytest.mark.parametrize("hints", [False])
def test_without_them_there_is_no_bar(open_bench: OpenBench, hints: bool) -> None:
    bench = open_bench(hints=hints)
    bench.keys("F3")
    assert bench.window.findChildren(HintBar) == []


def test_a_project_that_is_only_read_has_none(open_bench: OpenBench, bench: Bench) -> None:
    path = bench.path
    bench.window.composition.opening.close_session()
    other = open_bench(path=path, read_only=True, hints=True)
    assert said(other) == ""
