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


@pytest.mark.parametrize(
    "reading, likely",
    [
        ("Belgi¤", "België"),
        ("Belgi‰", "België"),
        ("geïnf□rmeerd", "geïnformeerd"),
        ("be\ue0b1indigd", "beëindigd"),
        ("co‡rdinatie", "coördinatie"),
        ("ko§ten", "kosten"),
        ("be#sluit", "besluit"),
        ("ver{plicht", "verplicht"),
    ],
)
def test_a_word_with_a_sign_that_no_word_has_is_doubted(reading: str, likely: str, engine: Engine) -> None:
    (found,) = engine.suspects(f"Over {reading} is met de leden gesproken.", LearntState())
    assert (found.text, found.kind, found.suggestions[0].text) == (reading, "word", likely)


@pytest.mark.parametrize(
    "right",
    [
        "12‰",
        "□ Ja",
        "\uf0b7 De dijken",
        "zie www.voorbeeld.nl/pagina#kop",
        "art. 5§3",
        "Q&A",
        "2018§",
        "(a)•",
    ],
)
def test_signs_that_stand_where_they_may_are_not_doubted(right: str, engine: Engine) -> None:
    found = engine.suspects(f"Over de kosten:\n{right} is met de leden gesproken.", LearntState())
    assert [suspect.text for suspect in found if set(suspect.text) & set("‰□\uf0b7#§&•")] == []
