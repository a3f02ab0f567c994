"""Enter at an unsure suspect says that nothing was decided; the end says what is left, Enter goes there."""

from __future__ import annotations

import pytest

from tests.ui.shell.making import Bench, OpenBench

# A word in which nobody can tell what was meant: the box holds the reading.
LETTER = "De heer Jansxn sprak.\n\nZo werd gecoordineerd door Irak.\n\nDe heer Pietxrs zweeg.\n"


@pytest.fixture
def unsure(open_bench: OpenBench) -> Bench:
    bench = open_bench(letters=(LETTER,))
    assert bench.doubted() == ["Jansxn", "gecoordineerd", "Pietxrs"]
    return bench


def test_enter_says_that_it_did_not_decide(unsure: Bench) -> None:
    unsure.keys("F3")
    assert unsure.field == "Jansxn"
    unsure.keys("Return")
    assert unsure.asked == "gecoordineerd"
    assert unsure.said[-1].startswith("“Jansxn” was not decided on and stays doubted.")
    assert unsure.rows("SELECT * FROM verdicts") == []


def test_at_the_end_it_says_what_is_left_and_the_next_enter_goes_there(unsure: Bench) -> None:
    unsure.keys("F3", "Return", "Return", "Return")
    unsure.suspects_ready()
    assert not unsure.box.isVisible()
    assert unsure.said[-1] == "End of the letter: 2 suspects were not decided on. Enter goes to the first."
    unsure.keys("Return")
    assert unsure.asked == "Jansxn"
    unsure.keys("Ctrl+D")
    unsure.suspects_ready()
    assert unsure.asked == "Pietxrs"


def test_a_sure_one_says_nothing_of_the_kind(unsure: Bench) -> None:
    unsure.keys("F3", "F3", "Return")
    assert unsure.asked == "Pietxrs"
    assert not any("not decided" in said for said in unsure.said)


def test_one_key_takes_the_first_suggestion(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("De heer sprak over Italig en Slovenig, en over Belgié.\n",))
    bench.keys("F3")
    while not bench.box.place.sure and bench.box.place.choices:
        before, first = bench.box.place.reading, bench.box.place.choices[0].text
        bench.keys("Alt+Return")
        assert bench.rows("SELECT before, after FROM corrections")[-1] == (before, first)
        break
    else:
        raise AssertionError("no unsure suspect with a suggestion")
