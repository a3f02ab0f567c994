"""References to parliamentary papers, as letters write them and OCR misreads them."""

from __future__ import annotations

import pytest

from annotator.structure.references import find_references

ONE_PAPER = {
    "Kamerstuk 28 676, nr. 347": "28676/347",
    "Kamerstukken II 2022/23, 36 229, nr. 1": "36229/1",
    "Kamerstukken I 2021/22, 35 925, nr. E": "35925/E",
    "Kamerstukken II 2005/06, 30 316, nr. 3, p. 7–8": "30316/3",
    "Kamerstukken II 2021/2022, 35 925 IV, nr. 26": "35925-IV/26",
    "35 300-XV, nr. 28": "35300-XV/28",
    "21 501-07, nr. 1750": "21501-07/1750",
    "TK 2008-2009, 31473, nummer 25, bladzijde 5 - 6": "31473/25",
    "TK II, 2018-2019, 29 214, nr. 80": "29214/80",
    "21501-32-1740": "21501-32/1740",
    "36836 D": "36836/D",
    "Kamerstuk 35 462 (R2142), nr. 3": "35462-R2142/3",
    "Kamerstuknummer 35 334-231": "35334/231",
    "Kamerstuk 11 000, nr. 4": "11000/4",
    "kst-34851-4": "34851/4",
    "Tweede Kamer, vergaderjaar 2010-2011, 32 500 XVI, nr. 15": "32500-XVI/15",
    "Kamerstuk 32706-65": "32706/65",
    "Kamerstuk 24731-111": "24731/111",
    "36836 L": "36836/L",
    "kamerstuknummer 32 102 nr. 551": "32102/551",
    # Misread.
    "23 565-10, nr, 1S84": "23565-10/1584",
    "kamerztuknummer 28 379 nr. B46": "28379/846",
    "TK 2011-2012, 24104, nurnmcr 404, bladzijde 5 - 6": "24104/404",
    "Tweede Kamer, vergaderjaar 2018–2O19, 36 415, nr. 3S0": "36415/350",
    "Kamerstukken I 2023/2024, 21 420; D": "21420/D",
    "Kamerstuk 33012 V nn. 1596": "33012-V/1596",
    "Kamerstukken Il 2021/22, 39 412, nr. 25": "39412/25",
    "Kamerstukken ti 2018/19, 32 813, nr. 342": "32813/342",
    "Kamerstukken 1 2019/20, 35 462, C": "35462/C",
    "Kamerstukken ll, 2020–2021, 35 570-VIII, nr. 2": "35570-VIII/2",
    "Kamerstuk 32 849, nn. 198": "32849/198",
    "Karnerstuk 28 676, nr, 347": "28676/347",
    "Kamerstuk 2l 501-07, nr. l750": "21501-07/1750",
    "Kamerstuk 28676 nr. 347": "28676/347",
}


@pytest.mark.parametrize("written", ONE_PAPER)
def test_one_paper(written: str) -> None:
    text = f"Dit staat in de brief ({written}) van vorig jaar."
    found = list(find_references(text))
    assert [(text[r.start : r.end], r.values) for r in found] == [(written, (ONE_PAPER[written],))]


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("Kamerstuk 34 851, nrs. 4 en 5", [("34851/4", "34851/5")]),
        ("Kamerstuk 34 851, nrs. 4–6", [("34851/4", "34851/5", "34851/6")]),
        ("Kamerstuk 33 043, nr. 14 en 29 398, nr. 12", [("33043/14",), ("29398/12",)]),
        (
            "Kamerstukken 35 000 VI, nr. 4, 35 000 VII, nr. 6 en 35 000 XVI, nr. 2",
            [("35000-VI/4",), ("35000-VII/6",), ("35000-XVI/2",)],
        ),
    ],
)
def test_several_papers(written: str, values: list[tuple[str, ...]]) -> None:
    assert [reference.values for reference in find_references(written)] == values


@pytest.mark.parametrize(
    "written",
    [
        "Aanhangsel Handelingen II 2022/23, nr. 2011",
        "Aanhangsel van de Handelingen, vergaderjaar 2019-2020, nr. 12",
        "Kamerstuk 36 200 XVI",
    ],
)
def test_a_mention_without_a_paper_of_its_own(written: str) -> None:
    assert [(written[r.start : r.end], r.values) for r in find_references(written)] == [(written, ())]


@pytest.mark.parametrize(
    "text",
    [
        "een bedrag van 28 676 euro, nr. 3 van de lijst",
        "Postbus 20901 2500 EX Den Haag",
        "ons kenmerk 2021-0000048903",
        "Staatscourant 2020, 34757",
        "BZ-2021.48860",
        "telefoon 070 340 79 11",
        "artikel 10, tweede lid, onder e",
        "IENW/BSK-2021/212551",
        "ruim 26 000 woningen",
        "Verordening (EU) nr. 1380/2013",
        "200910061/1/H3, ECLI:NL:RVS:2010:BN5701",
        "op 29 april 2021",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert list(find_references(text)) == []


@pytest.mark.parametrize("written", ["36836 D", "29110 M", "23214 L"])
def test_a_letter_of_the_senate_in_running_text(written: str) -> None:
    text = f"Zie {written} voor de eerdere cijfers."
    assert [r.values for r in find_references(text)] == [(written.replace(" ", "/"),)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("zie 29684 nr. 87, 14 mei 2016", ["29684/87"]),
        ("Kamerstuk 29 684, nr. 87 en 14 juni", ["29684/87"]),
        ("Kamerstuk 29 684, nrs. 12, 13 en 14 mei 2016", ["29684/12", "29684/13"]),
        ("Kamerstuk 29 684, nrs. 12, 13 en 14", ["29684/12", "29684/13", "29684/14"]),
        ("zoals in 21501-123 staat", ["21501/123"]),
        ("in 21501 20, nr. 1740 staat", ["21501-20/1740"]),
        ("Kamerstukken II 2021/22, 35 570 A, nr. 41", ["35570-A/41"]),
    ],
)
def test_what_belongs_to_a_paper_and_what_does_not(text: str, values: list[str]) -> None:
    assert [value for found in find_references(text) for value in found.values] == values


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f", "\t", "\n", "  ", " \n "])
def test_any_blank_stands_inside_a_paper(blank: str) -> None:
    text = "Ook (Kamerstukken II 2021/22, 29 684, nr. 87) en 35 300 XV, nr. 28 noemen dit."
    found = list(find_references(text.replace(" ", blank)))
    assert [each.values for each in found] == [("29684/87",), ("35300-XV/28",)]
    assert text.replace(" ", blank)[found[1].start : found[1].end].split() == [
        "35",
        "300",
        "XV,",
        "nr.",
        "28",
    ]
