"""What misreadings cost, and which readings they lead to."""

from __future__ import annotations

import pytest

from annotator.language.channel import Channel, confusion_of, differences
from annotator.resources import resource_path


@pytest.fixture(scope="module")
def channel() -> Channel:
    return Channel.general(resource_path("words/nl"))


def test_readings_of_a_confusion(channel: Channel) -> None:
    assert "België" in dict(channel.readings("Belgié"))


def test_cost_of_several_misreadings_is_their_sum(channel: Channel) -> None:
    one, other = channel.cost("Belgié", "België"), channel.cost("sarnen", "samen")
    assert channel.cost("sarnenBelgié", "samenBelgië") == pytest.approx(one + other)


def test_what_is_the_same_costs_nothing(channel: Channel) -> None:
    assert channel.cost("brief", "brief") == 0


def test_accepted_correction_makes_its_confusion_cheaper(channel: Channel) -> None:
    learnt = channel.learnt([("Italig", "Italië", "word", 3)])
    assert learnt.cost("Italig", "Italië") < channel.cost("Italig", "Italië")


def test_corrections_of_marks_teach_no_confusion(channel: Channel) -> None:
    assert channel.learnt([("T", "¹", "mark", 9)]) is channel


@pytest.mark.parametrize(
    ("reading", "likely", "confusion"),
    [
        ("Belgié", "België", "é→ë"),
        ("dewet", "de wet", "∅→␣"),
        ("brief", "brief", ""),
        ("rnet", "met", "rn→m"),
    ],
)
def test_confusion_of_two_readings(reading: str, likely: str, confusion: str) -> None:
    assert confusion_of(reading, likely) == confusion


def test_differences_are_the_short_replaced_stretches() -> None:
    assert list(differences("gecoordineérd", "gecoördineerd")) == [("o", "ö"), ("é", "e")]
