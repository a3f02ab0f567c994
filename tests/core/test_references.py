import pytest

from annotator.core import fields
from annotator.core.codebook import Field
from annotator.core.fields import parse

REFERENCE = Field("reference", "reference", {"nl": "Verwijzing"})
DOSSIER = Field("dossier", "text", {"nl": "Dossier"}, pattern="dossier")
SUB_NUMBER = Field("sub_number", "text", {"nl": "Ondernummer"}, pattern="sub_number")
SESSION_YEAR = Field("session_year", "text", {"nl": "Vergaderjaar"}, pattern="session_year")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Kamerstuk 28 676, nr. 347", "28676/347"),
        ("Kamerstuk 28\u00a0676,\nnr. 347", "28676/347"),
        ("(Kamerstuk 28 676, nr. 347)", "28676/347"),
        ("(Kamerstuk 28 676, nr. 347).", "28676/347"),
        ("Kamerstuk 28676 nr. 347", "28676/347"),
        ("28 676, nr. 347", "28676/347"),
        ("28 676, 347", "28676/347"),
        ("28676/347", "28676/347"),
        ("28676-347", "28676/347"),
        ("kst-28676-347", "28676/347"),
        ("28 676, nr. 0347", "28676/347"),
        ("28 676, nr. 347, herdruk", "28676/347"),
        ("28 676", "28676"),
        ("28 676,", "28676"),
        ("Kamerstukken II 2022/23, 36 229, nr. 1", "36229/1"),
        ("Kamerstukken I 2021/22, 35 925, nr. E", "35925/E"),
        ("Kamerstukken II 2005/06, 30 316, nr. 3, p. 7–8", "30316/3"),
        ("Kamerstukken II 2021/2022, 35 925 IV, nr. 26", "35925-IV/26"),
        ("Kamerstukken Il 2020/21, 35 570 X, nr. 12", "35570-X/12"),
        ("Kamerstukken ll 2020/21, 35 570 X, nr. 12", "35570-X/12"),
        ("Kamerstukken 1 2020/21, 35 570, B", "35570/B"),
        ("35 300-XV, nr. 28", "35300-XV/28"),
        ("35 300 XV, nr. 28", "35300-XV/28"),
        ("35 300 XV (nr. 28)", "35300-XV/28"),
        ("kst-35300-XV-28", "35300-XV/28"),
        ("35 570 lV, nr. 4", "35570-IV/4"),
        ("35 570 A, nr. 4", "35570-A/4"),
        ("21 501-07, nr. 1750", "21501-07/1750"),
        ("21501-32-1740", "21501-32/1740"),
        ("21 501-32", "21501-32"),
        ("TK 2008-2009, 31473, nummer 25, bladzijde 5 - 6", "31473/25"),
        ("36836 D", "36836/D"),
        ("36 836, D", "36836/D"),
        ("36 836, nr. e", "36836/E"),
        ("36836-D", "36836/D"),
        ("35 925 V", "35925-V"),
        ("35 925 IXB", "35925-IXB"),
        ("34851-12", "34851/12"),
        ("35 462 (R2142), nr. 3", "35462-R2142/3"),
        ("35 462 (R 2142)", "35462-R2142"),
        ("7 877, nr. 3", "7877/3"),
        ("Kamerstukken II, vergaderjaar 2020-2021, 28 676, nr. 347", "28676/347"),
        ("Dossier 28 676", "28676"),
    ],
)
def test_a_reference_as_letters_write_it(typed: str, expected: str) -> None:
    assert parse(REFERENCE, typed, "nl").value == expected


@pytest.mark.parametrize(
    "typed", ["Kamerstukken 28 676, nrs. 3 en 4", "28 676, nr. 3 en 4", "28 676, nr. 3, 4 en 5"]
)
def test_more_than_one_paper(typed: str) -> None:
    assert "names more than one paper" in str(parse(REFERENCE, typed, "nl").problem)


@pytest.mark.parametrize(
    "typed", ["hallo", "2020/21", "123456", "blg-12345", "28 676, bijlage", "artikel 12 Gw", "²8 676"]
)
def test_no_references(typed: str) -> None:
    result = parse(REFERENCE, typed, "nl")
    assert result.value is None and not result.incomplete


@pytest.mark.parametrize(
    "whole", ["28 676, nr. 347", "Kamerstuk 28 676, nr. 347", "35 300-XV, nr. 28", "21501-07/1750"]
)
def test_a_reference_is_never_called_wrong_while_it_is_typed(whole: str) -> None:
    results = [(whole[:end], parse(REFERENCE, whole[:end], "nl")) for end in range(1, len(whole))]
    assert [typed for typed, result in results if not (result.incomplete or result.value)] == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("28676/347", "28 676, nr. 347"),
        ("28676", "28 676"),
        ("35300-XV/28", "35 300-XV, nr. 28"),
        ("21501-07/1750", "21 501-07, nr. 1750"),
        ("35925/E", "35 925, nr. E"),
        ("35462-R2142/3", "35 462 (R2142), nr. 3"),
        ("7877/3", "7 877, nr. 3"),
    ],
)
def test_how_a_reference_is_shown(value: str, shown: str) -> None:
    assert fields.format(REFERENCE, value, "en") == shown


def test_a_dossier_has_no_sub_number() -> None:
    assert "is not a dossier" in str(parse(DOSSIER, "28 676, nr. 347", "nl").problem)


def test_a_dossier_on_its_way() -> None:
    assert parse(DOSSIER, "28 6", "nl").incomplete


def test_how_a_dossier_is_shown() -> None:
    assert fields.format(DOSSIER, "35300-XV", "nl") == "35 300-XV"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("nr. 347", "347"), ("347", "347"), ("Nr 347", "347"), ("E", "E"), ("e", "E"), ("AB", "AB")],
)
def test_sub_numbers(typed: str, expected: str) -> None:
    assert parse(SUB_NUMBER, typed, "nl").value == expected


def test_a_sub_number_on_its_way() -> None:
    assert parse(SUB_NUMBER, "nr.", "nl").incomplete


def test_no_sub_number() -> None:
    assert "is not a sub-number" in str(parse(SUB_NUMBER, "herdruk", "nl").problem)


@pytest.mark.parametrize(
    "typed", ["2020-2021", "2020–2021", "2020/2021", "2020/21", "vergaderjaar 2020-2021"]
)
def test_session_years(typed: str) -> None:
    assert parse(SESSION_YEAR, typed, "nl").value == "2020-2021"


def test_a_session_year_over_the_turn_of_a_century() -> None:
    assert parse(SESSION_YEAR, "1999/00", "nl").value == "1999-2000"


@pytest.mark.parametrize("typed", ["2020-2022", "2021-2020", "2020-21-22", "20-21"])
def test_no_session_years(typed: str) -> None:
    assert parse(SESSION_YEAR, typed, "nl").value is None


def test_a_session_year_is_never_called_wrong_while_it_is_typed() -> None:
    whole = "2020-2021"
    results = [parse(SESSION_YEAR, whole[:end], "nl") for end in range(1, len(whole))]
    assert all(result.incomplete or result.value for result in results)
