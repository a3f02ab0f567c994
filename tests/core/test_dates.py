import pytest

from annotator.core.codebook import Field
from annotator.core.fields import parse

DATE = Field("letter_date", "date", {"nl": "Datum"})
PERIOD = Field("meeting_date", "period", {"nl": "Datum vergadering"})


@pytest.mark.parametrize(
    "typed",
    [
        "22 oktober 2020",
        "22\u00a0oktober\n2020",
        "22 OKTOBER 2020",
        "22 okt. 2020",
        "22 okt 2020",
        "22 oktober '20",
        "22 oktober ’20",
        "22 oktober 2020.",
        "(22 oktober 2020)",
        "22-10-2020",
        "22/10/2020",
        "22.10.2020",
        "22.10.20",
        "22 - 10 - 2020",
        "22\u201010\u20102020",
        "2020-10-22",
        "22 October 2020",
        "October 22, 2020",
        "Oct. 22, 2020",
        "22nd of October 2020",
        "22e oktober 2020",
        "donderdag 22 oktober 2020",
        "Thursday, 22 October 2020",
        "do 22 oktober 2020",
        "Den Haag, 22 oktober 2020",
        "Den Haag, donderdag 22 oktober 2020",
        "Datum 22 oktober 2020",
        "Datum: 22 oktober 2020",
        "d.d. 22 oktober 2020",
        "dd. 22 oktober 2020",
        "op 22 oktober 2020",
    ],
)
def test_a_date_as_letters_write_it(typed: str) -> None:
    assert parse(DATE, typed, "nl").value == "2020-10-22"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1 mei 2021", "2021-05-01"),
        ("3 mrt 2021", "2021-03-03"),
        ("4 maart 2021", "2021-03-04"),
        ("May 3, 2021", "2021-05-03"),
        ("29 februari 2020", "2020-02-29"),
        ("1-2-69", "1969-02-01"),
        ("1-2-68", "2068-02-01"),
    ],
)
def test_other_dates(typed: str, expected: str) -> None:
    assert parse(DATE, typed, "nl").value == expected


@pytest.mark.parametrize("typed", ["31 februari 2021", "31-02-2021", "2021-02-31"])
def test_a_day_that_does_not_exist(typed: str) -> None:
    problem = parse(DATE, typed, "nl").problem
    assert str(problem) == "31-2-2021 does not exist: check the day and the month."


@pytest.mark.parametrize(
    "typed", ["29 februari 2021", "31 april 2021", "0 mei 2021", "12-13-2021", "00-00-2021"]
)
def test_other_days_that_do_not_exist(typed: str) -> None:
    assert "does not exist" in str(parse(DATE, typed, "nl").problem)


@pytest.mark.parametrize("typed", ["22 oktober 0202", "1-1-3020"])
def test_a_year_that_cannot_be_right(typed: str) -> None:
    assert "cannot be right" in str(parse(DATE, typed, "nl").problem)


def test_a_period_where_a_day_is_asked_for() -> None:
    assert "is a period, and one day is asked for" in str(parse(DATE, "22 en 23 oktober 2020", "nl").problem)


@pytest.mark.parametrize("typed", ["morgen", "22 oktobre 2020", "22-10-20201", "najaar 2020", "٢٢-١٠-٢٠٢٠"])
def test_no_dates(typed: str) -> None:
    result = parse(DATE, typed, "nl")
    assert result.value is None and not result.incomplete


@pytest.mark.parametrize("whole", ["22 oktober 2020", "22-10-2020", "2020-10-22", "3 mei 2021"])
def test_a_date_is_never_called_wrong_while_it_is_typed(whole: str) -> None:
    results = [parse(DATE, whole[:end], "nl") for end in range(1, len(whole))]
    assert all(result.incomplete or result.value for result in results)


def test_a_month_without_a_day_is_unfinished() -> None:
    assert parse(DATE, "oktober 2020", "nl").incomplete


@pytest.mark.parametrize(
    "typed",
    [
        "22 en 23 oktober 2020",
        "22 en 23\noktober\u00a02020",
        "22 en\u00a023 oktober 2020",
        "22 oktober en 23 oktober 2020",
        "22 & 23 oktober 2020",
        "22–23 oktober 2020",
        "22 - 23 oktober 2020",
        "22 t/m 23 oktober 2020",
        "22 tot en met 23 oktober 2020",
        "van 22 tot 23 oktober 2020",
        "donderdag 22 en vrijdag 23 oktober 2020",
        "22-10-2020 t/m 23-10-2020",
        "22-10-2020 - 23-10-2020",
        "2020-10-22/2020-10-23",
        "22 and 23 October 2020",
        "22 to 23 October 2020",
        "October 22-23, 2020",
        "October 22 and 23, 2020",
    ],
)
def test_a_period_as_letters_write_it(typed: str) -> None:
    assert parse(PERIOD, typed, "nl").value == "2020-10-22/2020-10-23"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("28 september – 2 oktober 2020", "2020-09-28/2020-10-02"),
        ("28 september t/m 2 oktober 2020", "2020-09-28/2020-10-02"),
        ("30 december 2020 – 2 januari 2021", "2020-12-30/2021-01-02"),
        ("22, 23 en 24 oktober 2020", "2020-10-22/2020-10-24"),
        ("22 oktober 2020", "2020-10-22"),
        ("22 oktober 2020 t/m 22 oktober 2020", "2020-10-22"),
        ("oktober 2020", "2020-10-01/2020-10-31"),
        ("februari 2020", "2020-02-01/2020-02-29"),
        ("2021", "2021-01-01/2021-12-31"),
        ("2021-2025", "2021-01-01/2025-12-31"),
    ],
)
def test_other_periods(typed: str, expected: str) -> None:
    assert parse(PERIOD, typed, "nl").value == expected


@pytest.mark.parametrize("typed", ["24 en 22 oktober 2020", "2 januari 2021 – 30 december 2020", "2025-2021"])
def test_a_period_that_ends_before_it_begins(typed: str) -> None:
    assert "ends before it begins" in str(parse(PERIOD, typed, "nl").problem)


def test_a_period_with_a_day_that_does_not_exist() -> None:
    assert "30-2-2021 does not exist" in str(parse(PERIOD, "28 t/m 30 februari 2021", "nl").problem)


@pytest.mark.parametrize(
    "whole",
    [
        "22 en 23 oktober 2020",
        "22 t/m 23 oktober 2020",
        "22 tot en met 24 oktober 2020",
        "28 september – 2 oktober 2020",
        "22-10-2020 t/m 23-10-2020",
        "2021-2025",
    ],
)
def test_a_period_is_never_called_wrong_while_it_is_typed(whole: str) -> None:
    results = [(whole[:end], parse(PERIOD, whole[:end], "nl")) for end in range(1, len(whole))]
    assert [typed for typed, result in results if not (result.incomplete or result.value)] == []
