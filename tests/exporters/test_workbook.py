"""Tables for Excel: every cell comes back with its type, and no text runs."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from annotator.core.codebook import Field
from annotator.core.document import About, Letter, Passage, Value
from annotator.core.text import Span
from annotator.exporters.csv_tables import PARTS, letters_table
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.letter_csv import letter_row, part_rows
from annotator.exporters.workbook import XLSX
from tests.storage.making import CODEBOOK as BASE

DATE = Field("sent_on", "date", {"nl": "Verzonden op"})
CODEBOOK = replace(BASE, fields=(*BASE.fields, DATE))
MADE = "2026-03-02T10:11:12+00:00"


def exported(*letters: ExportLetter, language: str = "nl") -> openpyxl.Workbook:
    pieces = XLSX.pieces(letters, ExportContext(CODEBOOK, language))
    return openpyxl.load_workbook(io.BytesIO(b"".join(piece.data for piece in pieces)))


def letter(text: str = "De motie Jansen.\n", title: str = "Een brief", **values: str) -> ExportLetter:
    rows = {
        f"v{n}": Value(f"v{n}", field, 0, value, value) for n, (field, value) in enumerate(values.items())
    }
    passages = {"p0": Passage("p0", CODEBOOK.passage_tags[0].id, made_at=MADE, analyst="jan")}
    spans = {"p0": Span(3, min(8, len(text)))}
    one = Letter(text, text, About(title), values=rows, passages=passages, spans=spans)
    return ExportLetter(7, "u", one, "brief.pdf", "ab", MADE, MADE)


def heads(sheet: Iterable[Iterable[object]]) -> list[str]:
    return [str(cell.value) for cell in next(iter(sheet))]  # type: ignore[attr-defined]


def column(book: openpyxl.Workbook, sheet: int, name: str) -> list[object]:
    rows = list(book.worksheets[sheet])
    index = heads(rows).index(name)
    return [row[index].value for row in rows[1:]]


def test_there_is_a_sheet_for_each_table() -> None:
    assert exported(letter()).sheetnames == [
        "Brieven",
        "Secties",
        "Passages",
        "Correcties",
        "Waarden",
        "Codeboek",
    ]
    assert exported(letter(), language="en").sheetnames[0] == "Letters"


def test_every_cell_of_the_tables_comes_back() -> None:
    one = letter(**{DATE.id: "2021-11-09"})
    book = exported(one)
    expected = {"letters": [letter_row(one, CODEBOOK, letters_table(CODEBOOK))]}
    expected |= {table.name: rows for table, rows in part_rows(one).items()}
    for number, table in enumerate((letters_table(CODEBOOK), *PARTS)):
        rows = [[cell.value for cell in row] for row in book.worksheets[number]][1:]
        wanted = [[_plain(row[c.name]) for c in table.columns] for row in expected[table.name]]
        assert [[_plain(value) for value in row] for row in rows] == wanted


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return (
            value.isoformat() + "+00:00"
            if value.time().isoformat() != "00:00:00"
            else value.date().isoformat()
        )
    return None if value == "" else value


def test_a_date_is_a_date() -> None:
    assert column(exported(letter(**{DATE.id: "2021-11-09"})), 0, DATE.name("nl")) == [datetime(2021, 11, 9)]


@pytest.mark.parametrize("day", ["1899-03-04", "1900-02-29"])
def test_a_day_that_excel_has_not_is_text(day: str) -> None:
    assert column(exported(letter(**{DATE.id: day})), 0, DATE.name("nl")) == [day]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "http://example.org", "'a", "{=1}", "1e5", "TRUE"]
)
def test_a_text_is_a_text(text: str) -> None:
    sheet = exported(letter(title=text)).worksheets[0]
    cell = list(sheet)[1][2]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_what_a_cell_cannot_hold_is_cut_and_told() -> None:
    one = letter("a" * 32_766 + "😀b\n")
    whole = replace(one, letter=replace(one.letter, spans={"p0": Span(0, 32_768)}))
    assert column(exported(whole), 2, "quote") == ["a" * 32_766]
    assert XLSX.leaves_out is not None
    assert [each.times for each in XLSX.leaves_out(whole, ExportContext(CODEBOOK))] == [1]


def test_control_signs_are_left_out_and_told() -> None:
    one = letter(title="een\x01twee")
    assert column(exported(one), 0, "title") == ["eentwee"]
    assert XLSX.leaves_out is not None
    assert [each.times for each in XLSX.leaves_out(one, ExportContext(CODEBOOK))] == [1]


def test_each_sheet_has_a_filter_and_a_frozen_head() -> None:
    for sheet in exported(letter()).worksheets:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref is not None


def test_the_codebook_is_there() -> None:
    book = exported(letter())
    assert set(column(book, 5, "id")) == {tag.id for tag in CODEBOOK.tags} | {
        field.id for field in CODEBOOK.value_fields()
    }
