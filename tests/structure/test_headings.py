"""Which lines are headings: what may be one at all, and which of them are likely enough."""

from __future__ import annotations

import pytest

from annotator.structure.headings import (
    Body,
    Candidate,
    Heading,
    candidates_of,
    chosen,
    find_headings,
    letter_style,
    probability,
    score,
)
from annotator.structure.lines import lines_of

WIDTH = 80
PROSE = (
    "De Kamer wordt in het najaar nader geïnformeerd over de voortgang van de plannen\n"
    "en over de gevolgen daarvan voor de gemeenten in het noorden van het land.\n"
)


def body(text: str) -> Body:
    lines = lines_of(text, [0])
    return Body(lines, [line.text for line in lines], [False] * len(lines), WIDTH, len(lines))


def headings(text: str) -> list[str]:
    made = body(text)
    return [" ".join(made.texts[found.first : found.last + 1]) for found in find_headings(made)]


def may_be(text: str) -> set[str]:
    """Return the first lines that may be headings at all."""
    made = body(text)
    return {made.texts[candidate.first] for candidate in candidates_of(made)}


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    assert headings(f"{PROSE}\nVoortgang van de plannen\n\n{PROSE}") == ["Voortgang van de plannen"]


def test_numbered_headings() -> None:
    text = "".join(f"\n{n}. Onderdeel {name}\n\n{PROSE}" for n, name in ((1, "landbouw"), (2, "visserij")))
    assert headings(text) == ["1. Onderdeel landbouw", "2. Onderdeel visserij"]


def test_running_text_has_none() -> None:
    assert headings(PROSE * 3) == []
    assert headings("") == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ook de luchtverdedigings- en commandofregatten van de Koninklijke Marine krijgen\nNSM-raketten.\n",
        "Fregatten vormen al decennia de ruggengraat van de oppervlaktevloot der Koninklijke\nMarine, en zij "
        "zorgen samen met de overige schepen voor veiligheid op zee.\n",
        "In het vervolgonderzoek heeft de Inspectie voor de Gezondheidszorg zoals ook alle\nRegionale "
        "Overleggen gevraagd naar hun voorbereidingen in het afgelopen jaar.\n",
    ],
)
def test_a_paragraph_s_first_and_last_line_are_none_before_a_capital(paragraph: str) -> None:
    text = f"{PROSE}{paragraph}{PROSE}"
    assert headings(text) == []
    assert may_be(f"{PROSE}\n{paragraph}") & set(paragraph.split("\n")) == set()


def test_a_full_line_that_names_an_article_may_be_one() -> None:
    line = "Bedrijfs- en fabricagegegevens (artikel 10, eerste lid, onder c, van deze wet)"
    assert line in may_be(f"{PROSE}\n{line}\n{PROSE}")


def test_a_heading_goes_on_in_a_second_line() -> None:
    first = "Voortgang van de plannen voor de gemeenten in het noorden van het hele land en"
    assert headings(f"{PROSE}\n{first}\nvoor de provincies\n\n{PROSE}") == [f"{first} voor de provincies"]


@pytest.mark.parametrize(
    "line",
    [
        "met een kleine letter",
        "[noot van de griffie]",
        "(vervolg)",
        "€ 5 miljoen",
        "- een punt van een lijst",
        "Hoogachtend,",
        "De plannen, de middelen;",
        "Een afgebro-",
        "De voortgang van de",
        "12 345 678 910",
    ],
)
def test_what_is_no_heading_at_all(line: str) -> None:
    assert line not in may_be(f"{line}\n\n{PROSE}")


@pytest.mark.parametrize(
    "line", ["Inleiding", "1. Over geld", "“Samen verder”", "Wat gaan we doen?", "§ 2 Doel"]
)
def test_what_may_be_one(line: str) -> None:
    assert line in may_be(f"{line}\n{PROSE}")


def test_the_last_line_of_a_text_is_none() -> None:
    assert "Inleiding" not in may_be(f"{PROSE}\nInleiding")


def test_only_so_many_lines_may_be_headings() -> None:
    made = body(f"Inleiding\n{PROSE}\nVervolg\n{PROSE}")
    first = Body(made.lines, made.texts, made.breaks, made.width, 3)
    assert any(candidate.first == 0 for candidate in candidates_of(first))
    assert all(candidate.last < 3 for candidate in candidates_of(first))


def test_features_are_weighed() -> None:
    assert score({"a": 2.0, "b": 1.0, "unknown": 5.0}, {"a": 0.5, "b": -3.0}) == -2.0
    assert score({}, {"a": 1.0}) == 0


@pytest.mark.parametrize(("odds", "share"), [(0.0, 0.5), (1000.0, 1.0), (-1000.0, 0.0)])
def test_log_odds_are_a_probability(odds: float, share: float) -> None:
    assert probability(odds) == pytest.approx(share)


def test_of_candidates_that_share_a_line_the_likeliest_is_taken() -> None:
    candidates = [
        Candidate(0, 0, {}),
        Candidate(0, 1, {}),
        Candidate(1, 1, {}),
        Candidate(3, 3, {}),
        Candidate(4, 4, {}),
    ]
    found = chosen(candidates, [1.0, 2.0, 1.5, 0.5, 0.0])
    assert [(one.first, one.last) for one in found] == [(0, 1), (3, 3)]
    assert [one.confidence for one in found] == [probability(2.0), probability(0.5)]


def test_a_heading_that_goes_on_in_small_letters_is_not_cut_off() -> None:
    candidates = [Candidate(0, 0, {"after_small": 1.0}), Candidate(0, 1, {})]
    assert [(one.first, one.last) for one in chosen(candidates, [3.0, 1.0])] == [(0, 1)]
    assert [(one.first, one.last) for one in chosen(candidates, [3.0, -1.0])] == [(0, 0)]


def test_headings_that_are_sure_show_the_letters_style() -> None:
    made = body(f"1 Een\n\n{PROSE}\nTWEE\n{PROSE}")
    sure = [Heading(0, 0, 0.9), Heading(3, 3, 0.8)]
    style = letter_style(sure, made)
    assert (style.sure, style.gap_before, style.gap_after) == (2, 0.5, 0.5)
    assert (style.numbered, style.capitals) == (0.5, 0.5)
    assert letter_style([Heading(0, 0, 0.7)], made).sure == 0
