"""Five tables for spreadsheets and statistics, and their description; docs/csv.md tells how to read them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters import csv_tables, letter_json
from annotator.exporters.csv_cells import defuse, join_values
from annotator.exporters.csv_tables import CORRECTIONS, FORM_VALUES, PARTS, PASSAGES, SECTIONS, Table
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Piece

_BOM = "\ufeff"  # without it spreadsheets take UTF-8 for another encoding
_Row = dict[str, Any]


def _pieces(letters: Iterable[ExportLetter], context: ExportContext, *, delimiter: str) -> Iterator[Piece]:
    codebook = context.codebook
    letters_table = csv_tables.letters_table(codebook)
    tables = (letters_table, *PARTS)
    yield Piece("datapackage.json", csv_tables.data_package(tables, delimiter).encode())
    for table in tables:
        header = [defuse(column.name) for column in table.columns]
        yield Piece(table.file_name, (_BOM + _lines([header], delimiter)).encode())
    for one in letters:
        rows = {letters_table: [letter_row(one, codebook, letters_table)], **part_rows(one)}
        for table, table_rows in rows.items():
            if table_rows:
                cells = [_cells(table, row) for row in table_rows]
                yield Piece(table.file_name, _lines(cells, delimiter).encode())


def part_rows(one: ExportLetter) -> dict[Table, list[_Row]]:
    """Return the rows of the tables of sections, passages, corrections and values, by column."""
    letter = one.letter
    sections = [
        row | {"text": letter.text[row["start"] : row["end"]]} for row in letter_json.sections(letter)
    ]
    rows = {
        SECTIONS: sections,
        PASSAGES: letter_json.passages(one),
        CORRECTIONS: letter_json.corrections(letter),
        FORM_VALUES: letter_json.form_values(letter),
    }
    return {table: [{"letter_id": one.id} | row for row in table_rows] for table, table_rows in rows.items()}


def letter_row(one: ExportLetter, codebook: Codebook, table: Table) -> _Row:
    """Return the row of the table of letters, by column; fields hold their confirmed values."""
    about, fields = one.letter.about, codebook.value_fields()
    head = (
        one.id,
        one.uid,
        about.title,
        one.source_name,
        one.source_sha256,
        about.status,
        len(one.letter.pages),
        about.note,
        one.created_at,
        one.updated_at,
        join_values([field.id for field in fields if one.letter.lacks(field.id)]),
    )
    values = (_joined_values(one.letter, field.id) for field in fields)
    return dict(zip((column.name for column in table.columns), (*head, *values), strict=True))


def _joined_values(letter: Letter, field_id: str) -> str:
    """Join a field's confirmed values; parts of a group keep step, an absent one leaves an empty place."""
    mine = [v for v in letter.values_of(field_id) if v.state == "confirmed" and v.value]
    group, _, part = field_id.partition(".")
    if not part or not mine:
        return join_values([v.value for v in mine])
    at = {v.position: v.value for v in mine}
    return join_values([at.get(position, "") for position in _positions(letter, group)])


def _positions(letter: Letter, group: str) -> list[int]:
    confirmed = (v for v in letter.values.values() if v.state == "confirmed" and v.value)
    return sorted({v.position for v in confirmed if v.field.startswith(f"{group}.")})


def _cells(table: Table, row: _Row) -> list[str]:
    return [_cell(row[column.name], column.kind) for column in table.columns]


def _cell(value: object, kind: str) -> str:
    if value is None:
        return ""
    return defuse(str(value)) if kind == "string" else str(value)


def _lines(rows: list[list[str]], delimiter: str) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return made.getvalue()


CSV = Exporter(
    "csv",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Tables for statistics and spreadsheets (CSV)")),
    partial(_pieces, delimiter=","),
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For R, SPSS, Stata and Python: a file for each kind of thing, with commas."
        ),
    ),
)
CSV_SEMICOLON = Exporter(
    "csv-semicolon",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Tables for a Dutch Excel (CSV with semicolons)")),
    partial(_pieces, delimiter=";"),
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For a Dutch Excel: the same tables, with semicolons; a double click opens them."
        ),
    ),
)
