"""One Excel file with a sheet for each table: letters, sections, passages, corrections, values, codebook.

The columns are those of the CSV. Dates, times and numbers are typed; a text is a text, whatever it begins
with: it is never read as a formula or a link.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.csv_tables import PARTS, Column, Table, letters_table
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.letter_csv import letter_row, part_rows
from annotator.exporters.wording import word
from annotator.exporters.xml_text import UNFIT_SIGNS, fit_for_xml, unfit_signs

_LONGEST = 32_767  # characters of UTF-16: Excel's own limit for a cell
_MOST_ROWS = 1_048_576
_WIDEST = 60
_CHUNK = 1_000_000
_FIRST_YEAR = 1900  # Excel knows no earlier day
_TIMES = {"created_at", "updated_at", "made_at"}
_CODEBOOK = Table(
    "codebook",
    tuple(
        Column(name, "")
        for name in ("kind", "id", "name", "key", "parent", "type", "required", "several", "description")
    ),
)
TOO_LONG = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "texts are longer than a cell of Excel can hold, and are cut there")
)


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    with tempfile.TemporaryDirectory(prefix="kanttekening-") as folder:
        path = Path(folder, "made.xlsx")
        book = _Book(path, folder, context)
        for one in letters:
            book.add(one)
            yield Piece("", b"")  # a moment to hear of a cancel
        book.close()
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                yield Piece("", data)


@dataclass(slots=True)
class _Sheet:
    table: Table
    sheet: Any
    kinds: tuple[str, ...]
    rows: int = 0


class _Book:
    """A workbook that is written row by row: what was written is not kept in memory."""

    def __init__(self, path: Path, folder: str, context: ExportContext) -> None:
        import xlsxwriter  # not for the list of formats

        self._codebook, self._language = context.codebook, context.language
        safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": folder, **safe})
        self._head = self._book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._text = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self._time = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top"})
        self._number = self._book.add_format({"valign": "top"})
        self._letters_table = letters_table(self._codebook)
        self._sheets = {
            table: self._sheet(table, names)
            for table, names in (
                (self._letters_table, self._names_of_letters()),
                *((table, [column.name for column in table.columns]) for table in PARTS),
                (_CODEBOOK, [column.name for column in _CODEBOOK.columns]),
            )
        }
        self._add_codebook()

    def add(self, one: ExportLetter) -> None:
        """Add the rows of a letter."""
        self._put(self._letters_table, letter_row(one, self._codebook, self._letters_table))
        for table, rows in part_rows(one).items():
            for row in rows:
                self._put(table, row)

    def close(self) -> None:
        """Write the file."""
        for each in self._sheets.values():
            each.sheet.autofilter(0, 0, max(each.rows, 1), len(each.table.columns) - 1)
        self._book.close()

    def _names_of_letters(self) -> list[str]:
        """Return the heads of the table of letters: fields by their names, where these are not taken."""
        fields = self._codebook.value_fields()
        heads = [column.name for column in self._letters_table.columns]
        own = heads[: len(heads) - len(fields)]
        for field in fields:
            name = self._codebook.full_name(field, self._language)
            own.append(name if name not in own else f"{name} ({field.id})")
        return own

    def _sheet(self, table: Table, names: Sequence[str]) -> _Sheet:
        sheet = self._book.add_worksheet(_sheet_name(table.name, self._language))
        sheet.freeze_panes(1, 1)
        kinds = tuple(self._kind(table, column) for column in table.columns)
        for index, name in enumerate(names):
            is_wide = table.columns[index].name in {"text", "quote", "title", "description", "heading"}
            sheet.set_column(index, index, _WIDEST if is_wide else max(12, min(28, len(name) + 4)))
            sheet.write_string(0, index, _fit(name), self._head)
        return _Sheet(table, sheet, kinds)

    def _kind(self, table: Table, column: Column) -> str:
        """Return how a column is written: as text, number or moment, or as the type of its field."""
        if column.kind != "string":
            return "number"
        if column.name in _TIMES:
            return "moment"
        field = self._codebook.field(column.name.removeprefix("form."))
        is_field = table.name == "letters" and field is not None and column.about.endswith(f" {field.id}")
        if not is_field or field is None or field.several or self._codebook.group_of(field.id):
            return "text"
        return {"date": "day", "whole_number": "number"}.get(field.type, "text")

    def _put(self, table: Table, row: dict[str, Any]) -> None:
        to = self._sheets[table]
        if to.rows + 1 >= _MOST_ROWS:
            raise OverflowError(f"more rows than a sheet of Excel can hold: {table.name}")
        to.rows += 1
        for index, column in enumerate(table.columns):
            self._cell(to.sheet, to.rows, index, row.get(column.name), to.kinds[index])

    def _cell(self, sheet: Any, row: int, column: int, value: object, kind: str) -> None:
        if value is None or value == "":
            return
        if kind == "number" and (number := _number(value)) is not None:
            sheet.write_number(row, column, number, self._number)
        elif kind == "day" and (day := _day(str(value))) is not None:
            sheet.write_datetime(row, column, day, self._day)
        elif kind == "moment" and (moment := _moment(str(value))) is not None:
            sheet.write_datetime(row, column, moment, self._time)
        else:
            sheet.write_string(row, column, _fit(str(value)), self._text)

    def _add_codebook(self) -> None:
        language = self._language
        for tag in self._codebook.tags:
            said = {"kind": tag.kind, "id": tag.id, "name": tag.name(language), "key": tag.key}
            self._put(_CODEBOOK, said | {"parent": tag.parent, "description": tag.description(language)})
        for field in self._codebook.value_fields():
            group = self._codebook.group_of(field.id)
            said = {"kind": "field", "id": field.id, "name": field.name(language), "type": field.type}
            more = {"required": _yes(field.required), "several": _yes(field.several or group is not None)}
            self._put(_CODEBOOK, said | more | {"description": field.description(language)})


def _sheet_name(table: str, language: str) -> str:
    return word({"form_values": "values"}.get(table, table), language)[:31]


def _yes(is_so: bool) -> str:
    return "1" if is_so else ""


def _number(value: object) -> float | int | None:
    if isinstance(value, int | float):
        return value
    text = str(value)
    # Excel keeps fifteen figures.
    return int(text) if text.lstrip("-").isdecimal() and text.isascii() and len(text) <= 15 else None


def _day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year > _FIRST_YEAR else None


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def _fit(text: str) -> str:
    """Return the text as a cell can hold it."""
    fit = fit_for_xml(text)
    if len(fit) * 2 <= _LONGEST or len(fit.encode("utf-16-le")) // 2 <= _LONGEST:
        return fit
    return fit.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")


def _leaves_out(one: ExportLetter, context: ExportContext) -> Iterator[Omission]:
    table = letters_table(context.codebook)
    rows = [
        letter_row(one, context.codebook, table),
        *(row for rows in part_rows(one).values() for row in rows),
    ]
    texts = [value for row in rows for value in row.values() if isinstance(value, str)]
    if unfit := sum(map(unfit_signs, texts)):
        yield Omission(UNFIT_SIGNS, unfit)
    if cut := sum(_fit(text) != fit_for_xml(text) for text in texts):
        yield Omission(TOO_LONG, cut)


XLSX = Exporter(
    "xlsx",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Tables for Excel (XLSX)")),
    _pieces,
    ".xlsx",
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP("Export", "For Excel and Calc: six sheets with filters, real dates and numbers."),
    ),
    leaves_out=_leaves_out,
)
