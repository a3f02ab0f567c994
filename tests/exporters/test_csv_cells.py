"""No cell is taken for a formula, a number or a date, and every cell can be had back exactly."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.exporters.csv_cells import defuse, join_values
from tests.exporters.reading_cells import split_values, undefuse

CELLS = st.text(st.characters(exclude_categories=("Cs",)))  # type: ignore[arg-type]
NASTY = st.lists(
    st.sampled_from(["'", "=", "+", "-", "@", "\t", "\r", "\n", '"', ",", ";", "|", "\\", " ", "1", "a"])
).map("".join)


@given(CELLS | NASTY)
@example("'=1+1")
def test_what_was_defused_comes_back(cell: str) -> None:
    assert undefuse(defuse(cell)) == cell


@given(st.lists(CELLS | NASTY, min_size=1), st.sampled_from([",", ";"]))
def test_cells_come_back_through_a_csv_file(cells: list[str], delimiter: str) -> None:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter, lineterminator="\r\n").writerow([defuse(cell) for cell in cells])
    [row] = csv.reader(io.StringIO(made.getvalue(), newline=""), delimiter=delimiter)
    assert [undefuse(cell) for cell in row] == cells


@given(CELLS | NASTY)
def test_no_defused_cell_begins_as_a_formula(cell: str) -> None:
    assert not defuse(cell).lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    "cell",
    [
        "=HYPERLINK(\"http://x\")", "+31 70 123", "-operaties", "@SUM(1)", "\tx", "\rx", " =1", "＝1",
        "28 676", "28\u00a0676", "2020-10-22", "1-2", "1/2", "007", "12345678901234567890", "9" * 80,
        "1e5", "1E+5", "28676/347", "22 oktober 2020", "okt 2020", "March 1", "SEPT2", "10:30", "10 a",
        "2 pm", "50%", "€ 1.200,50", "(12)", "2026-11-23T09:30:00.000Z", "TRUE", "waar", "#N/B", "1,5",
        "1.000", "'t",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_change_is_protected(cell: str) -> None:
    assert defuse(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "België",
        "20-jarig bestaan",
        "COVID-19",
        "Kamerstuk 28 676, nr. 347",
        "a=b",
        "mei",
        "motie Jansen c.s.",
    ],
)
def test_plain_words_stay_as_they_are(cell: str) -> None:
    assert defuse(cell) == cell


@given(st.lists(CELLS | NASTY).filter(lambda values: values != [""]))
def test_joined_values_come_apart_again(values: list[str]) -> None:
    assert split_values(join_values(values)) == values


def test_several_values_have_a_bar_between_them() -> None:
    assert join_values(["België", "Irak"]) == "België | Irak"
