"""Labels side by side, with their columns or after they were lost."""

from __future__ import annotations

import pytest

from annotator.structure.columns import labels_in_columns
from annotator.structure.lines import lines_of
from tests.structure.reading import proposed, values_of

TEXT = (
    "\nGeachte voorzitter,\n\n"
    "Hierbij informeer ik u over de voortgang van de aanleg van de vaarweg naar de haven,\n"
    "waarover uw Kamer in het overleg van 11 maart vragen heeft gesteld aan de minister.\n"
)


@pytest.mark.parametrize("gap", [" ", "      "])
def test_values_below_labels(gap: str) -> None:
    def row(*cells: str) -> str:
        return gap.join(cells)

    text = "\n".join(
        [
            "Ministerie van Landbouw",
            row("uw brief van", "uw kenmerk", "ons kenmerk", "datum"),
            row("12 mei 1993", "LNV-93-210", "J. 934512", "9 juni 1993"),
            "",
            row("onderwerp", "doorkiesnummer", "bijlagen"),
            row("mestbeleid derde fase", "070-3793911", "2"),
        ]
    )
    _, proposals = proposed(text + TEXT)
    assert values_of(proposals, "letter_date") == ["1993-06-09"]
    assert values_of(proposals, "our_reference") == ["J. 934512"]
    assert values_of(proposals, "your_reference") == ["LNV-93-210"]
    assert values_of(proposals, "subject") == ["mestbeleid derde fase"]
    assert values_of(proposals, "attachments") == ["2"]


@pytest.mark.parametrize("text", ["datum", "datum van de brief", "Onderwerp Datum van ontvangst", "Betreft"])
def test_what_is_no_row_of_labels(text: str) -> None:
    assert labels_in_columns(lines_of(text, [0])[0]) == []
