"""Each word with a sign that could not be read is a suspect, with the sign in it."""

from __future__ import annotations

import pytest

from annotator.language.interface import AcceptedCorrection, Engine, LearntState, Suspect
from annotator.language.learning import learn

SIGN = "\ufffd"


def doubted(engine: Engine, text: str, state: LearntState | None = None) -> list[Suspect]:
    found = engine.suspects(f"Geachte voorzitter,\n\nDaarover {text} is besloten.\n", state or LearntState())
    return [suspect for suspect in found if SIGN in suspect.text]


@pytest.mark.parametrize(
    ("reading", "likely"),
    [
        (f"re{SIGN}le", "re\u00eble"),
        (f"Belgi{SIGN}", "Belgi\u00eb"),
        (f"ge{SIGN}ndexeerd", "ge\u00efndexeerd"),
        (f"comit{SIGN}", "comit\u00e9"),
        (f"pati{SIGN}{SIGN}nt", "pati\u00ebnt"),
        (f"verpli{SIGN}htingen", "verplichtingen"),
        (f"ge{SIGN}nfor-\nmeerd", "ge\u00efnformeerd"),
        (f"verplich-\nting{SIGN}n", "verplichtingen"),
    ],
)
def test_what_stands_there_is_suggested(engine: Engine, reading: str, likely: str) -> None:
    (suspect,) = doubted(engine, reading)
    assert suspect.text == reading
    assert suspect.suggestions[0].text == likely


@pytest.mark.parametrize("reading", [SIGN, f"Xq{SIGN}zz", SIGN * 5, f"{SIGN}ebr{SIGN}i{SIGN}", f"5{SIGN}"])
def test_what_nobody_can_guess_is_doubted_too(engine: Engine, reading: str) -> None:
    assert [suspect.text for suspect in doubted(engine, reading)] == [reading]


def test_what_it_was_corrected_to_comes_first(engine: Engine) -> None:
    reading = f"Xq{SIGN}zz"
    state = learn(LearntState(), [AcceptedCorrection(reading, "Xqazz", "word")])
    assert doubted(engine, reading, state)[0].suggestions[0].text == "Xqazz"
