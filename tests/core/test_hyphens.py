"""The line break of a broken word moves behind the whole word."""

from __future__ import annotations

import pytest

from annotator.core.hyphens import join_broken_word


def joined(text: str, broken: str, whole: str) -> str:
    start = text.index(broken)
    low, high, after = join_broken_word(text, start, start + len(broken), whole)
    return text[:low] + after + text[high:]


@pytest.mark.parametrize(
    ("text", "broken", "whole", "result"),
    [
        ("verplich-\ntingen aan.", "verplich-\ntingen", "verplichtingen", "verplichtingen\naan."),
        (
            "de secretaris-\ngeneraal om",
            "secretaris-\ngeneraal",
            "secretaris-generaal",
            "de secretaris-generaal\nom",
        ),
        ("bond-\ngenoten, die", "bond-\ngenoten", "bondgenoten", "bondgenoten,\ndie"),
        ("(bond-\ngenoten)¹, die", "bond-\ngenoten", "bondgenoten", "(bondgenoten)¹,\ndie"),
        ("aange-\ngeven\ndat", "aange-\ngeven", "aangegeven", "aangegeven\ndat"),
        ("aange-\ngeven.\n\nDat", "aange-\ngeven", "aangegeven", "aangegeven.\n\nDat"),
        ("aange-\ngeven  \ndat", "aange-\ngeven", "aangegeven", "aangegeven  \ndat"),
        ("in-\n stituties dan", "in-\n stituties", "instituties", "instituties\ndan"),
        ("in-\n\nstituties dan", "in-\n\nstituties", "instituties", "instituties\n\ndan"),
        ("in- \n \n  stituties dan", "in- \n \n  stituties", "instituties", "instituties\n\ndan"),
        ("aange-\ngeven", "aange-\ngeven", "aangegeven", "aangegeven"),
        ("aange-\ngeven.", "aange-\ngeven", "aangegeven", "aangegeven."),
        ("aange-\ngeven  dat", "aange-\ngeven", "aangegeven", "aangegeven\n dat"),
        ("aange-\ngeven\u00a0dat", "aange-\ngeven", "aangegeven", "aangegeven\ndat"),
        ("ver-\nant-\nwoording van", "ver-\nant-\nwoording", "verantwoording", "verantwoording\n\nvan"),
        ("Belgié is", "Belgié", "België", "België is"),
    ],
)
def test_break_moves_behind_the_word(text: str, broken: str, whole: str, result: str) -> None:
    assert joined(text, broken, whole) == result


def test_only_the_word_and_one_space_are_replaced() -> None:
    text = "geen verplich-\ntingen aan."
    start = text.index("verplich")
    assert join_broken_word(text, start, start + 16, "verplichtingen") == (
        start,
        start + 17,
        "verplichtingen\n",
    )


def test_page_break_keeps_what_follows() -> None:
    text = "Iraakse veiligheidsin-\n stituties dan enkel"
    assert joined(text, "veiligheidsin-\n stituties", "veiligheidsinstituties") == (
        "Iraakse veiligheidsinstituties\ndan enkel"
    )
