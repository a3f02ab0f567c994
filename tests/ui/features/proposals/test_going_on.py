"""Where confirming goes on, and what it says."""

from __future__ import annotations

import pytest

from annotator.resources import resource_path
from tests.ui.by_mouse import list_of
from tests.ui.shell.making import Bench, Here, OpenBench

LETTER = resource_path("sample/motie-zeekabels-2021.txt").read_text(encoding="utf-8")


@pytest.fixture
def proposed(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=(LETTER,), runner=Here(proposes=True))
    bench.window.session.store.flush()
    return bench


def test_confirming_the_outline_stays_at_the_proposal_that_is_selected(proposed: Bench) -> None:
    proposed.select("€ 140 miljoen")
    proposed.keys("Ctrl+Alt+O")
    assert proposed.selected == "€ 140 miljoen"
    proposed.keys("C")
    assert proposed.rows("SELECT quote FROM passages WHERE state = 'confirmed'") == [("€ 140 miljoen",)]


def test_confirming_the_last_kind_does_not_say_that_nothing_is_proposed(proposed: Bench) -> None:
    proposed.keys("Ctrl+Alt+O", "Ctrl+Alt+V", "Shift+C")
    assert proposed.rows("SELECT count(*) FROM passages WHERE state = 'proposed'") == [(0,)]
    assert "Nothing is proposed here now." not in proposed.said
    proposed.keys("Shift+C")
    assert proposed.said[-1] == "Nothing is proposed here now."


def test_the_cursor_of_the_passages_goes_along_with_the_caret(proposed: Bench) -> None:
    view = list_of(proposed, "passages")

    def chosen() -> str:
        return str(view.currentIndex().data() or "")

    proposed.select("€ 140 miljoen")
    proposed.qtbot.waitUntil(lambda: "€ 140 miljoen" in chosen())
    proposed.keys("C")
    following = proposed.selected
    assert following != "€ 140 miljoen"
    passages = [row[0] for row in proposed.rows("SELECT quote FROM passages")]
    proposed.select(passages[0])
    proposed.qtbot.waitUntil(lambda: passages[0].split("\n")[0] in chosen())
    proposed.keys("Ctrl+Home", "Down")
    proposed.qtbot.waitUntil(lambda: not chosen())
