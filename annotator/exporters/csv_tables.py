"""The tables of the CSV export, in the words of the project file's views, and their description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from annotator.core.codebook import Codebook

ABOUT = (
    "A text cell that a spreadsheet would take for a formula, a number, a date or a truth value begins with "
    "an apostrophe that is not part of the text; so does one that begins with an apostrophe itself. Take one "
    "apostrophe away from every text cell that begins with one. Offsets are Unicode code points, half open."
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` is `integer`, `number` or `string` (only the last is ever protected)."""

    name: str
    about: str
    kind: str = "string"


@dataclass(frozen=True, slots=True)
class Table:
    """A file of the export."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """The file's name."""
        return f"{self.name}.csv"


_LETTER_ID = Column("letter_id", "id of the letter in letters.csv", "integer")
_START = Column("start", "offset in the corrected text", "integer")
_END = Column("end", "offset in the corrected text", "integer")
_STATE = Column("state", "confirmed by an analyst, or proposed by the program and not decided on")
_STAMP = (
    Column("analyst", "who did it; empty: the program"),
    Column("made_at", "when: ISO 8601, UTC; empty: a proposal"),
)

SECTIONS = Table(
    "sections",
    (
        _LETTER_ID,
        Column("uid", "UUID of the section; of a proposal: proposed:…, unique in its letter"),
        Column("position", "place in the reading order, from 0", "integer"),
        Column("level", "1 is the highest", "integer"),
        Column("tag", "id of the section tag; empty: none yet"),
        Column("heading", "heading on one line; empty: none"),
        _START,
        _END,
        Column("subtree_end", "where its last subsection ends", "integer"),
        Column("text", "corrected text of the section, without its subsections"),
        _STATE,
        *_STAMP,
    ),
    ("letter_id", "uid"),
)
PASSAGES = Table(
    "passages",
    (
        _LETTER_ID,
        Column("uid", "UUID of the passage; of a proposal: proposed:…, unique in its letter"),
        Column("tag", "id of the passage tag"),
        _START,
        _END,
        Column("quote", "corrected text of the passage"),
        Column("note", "the analyst's note"),
        _STATE,
        *_STAMP,
        Column(
            "origin",
            "empty: tagged by a person; else what had proposed it: rule, trigger (a phrase of the codebook)"
            " or learnt (from passages of that tag)",
        ),
        Column("who", "of a commitment: who promises, in the words of the sentence"),
        Column("what", "of a commitment: what is promised"),
        Column("to_whom", "of a commitment: to whom"),
        Column("by_when", "of a commitment: the words that say when"),
        Column("due", "of a commitment: the last day that these mean, by the letter's date (ISO 8601)"),
    ),
    ("letter_id", "uid"),
)
CORRECTIONS = Table(
    "corrections",
    (
        _LETTER_ID,
        Column("ocr_start", "offset in the OCR text", "integer"),
        Column("ocr_end", "offset in the OCR text", "integer"),
        _START,
        _END,
        Column("before", "what the OCR read"),
        Column("after", "what it reads now"),
        Column("kind", "word, hyphen, mark, break, space or other"),
        Column("origin", "typed, suggestion, everywhere or rule"),
        Column("reason", "why, where the program said so"),
        *_STAMP,
    ),
)
FORM_VALUES = Table(
    "form_values",
    (
        _LETTER_ID,
        Column("uid", "UUID of the value; of a proposal: proposed:…, unique in its letter"),
        Column("field", "id of the field; group.part for a part of a group"),
        Column("position", "place among the field's values, from 0; ties the parts of a group", "integer"),
        Column("value", "in its normal form; empty: absent, or what stands in the form could not be read"),
        Column("shown", "as it stands in the letter or the form"),
        Column("evidence_start", "offset in the corrected text", "integer"),
        Column("evidence_end", "offset in the corrected text", "integer"),
        Column("evidence_quote", "corrected text of the evidence"),
        Column(
            "state",
            "confirmed by an analyst; proposed by the program and not decided on; absent: an analyst said"
            " that the letter does not have it",
        ),
        Column("confidence", "from 0 to 1, of proposals", "number"),
        *_STAMP,
    ),
    ("letter_id", "uid"),
)
PARTS = (SECTIONS, PASSAGES, CORRECTIONS, FORM_VALUES)

_LETTER_HEAD = (
    Column("id", "number of the letter in the project", "integer"),
    Column("uid", "UUID of the letter"),
    Column("title", "title of the letter"),
    Column("source_name", "name of the file it came from"),
    Column("source_sha256", "SHA-256 of that file"),
    Column("status", "todo, busy, done or second_look"),
    Column("pages", "number of pages", "integer"),
    Column("note", "the analyst's note"),
    Column("created_at", "when imported: ISO 8601, UTC"),
    Column("updated_at", "when last changed: ISO 8601, UTC"),
    Column("absent", "ids of the fields that the letter does not have, as an analyst said"),
)


def letters_table(codebook: Codebook) -> Table:
    """Return the table of letters: what is known of each, then a column for each field of the form."""
    taken = {column.name for column in _LETTER_HEAD}
    fields = (
        # A field that is called as one of ours is told apart by a prefix.
        Column(
            f"form.{field.id}" if field.id in taken else field.id, f"confirmed values of the field {field.id}"
        )
        for field in codebook.value_fields()
    )
    return Table("letters", (*_LETTER_HEAD, *fields), ("id",))


def data_package(tables: tuple[Table, ...], delimiter: str) -> str:
    """Return the description of the files as a Frictionless data package (JSON)."""
    import json  # not for the list of formats

    package = {
        "profile": "tabular-data-package",
        "name": "kanttekening-export",
        "description": ABOUT,
        "resources": [_resource(table, delimiter) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table, delimiter: str) -> dict[str, Any]:
    fields = [{"name": c.name, "type": c.kind, "description": c.about} for c in table.columns]
    schema: dict[str, Any] = {"fields": fields}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table in PARTS:
        reference = {"resource": "letters", "fields": "id"}
        schema["foreignKeys"] = [{"fields": "letter_id", "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file_name,
        "format": "csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": delimiter, "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }
