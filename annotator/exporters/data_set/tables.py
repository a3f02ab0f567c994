"""The tables of a data set, in the words of the other exports; docs/bulk.md tells how to ask them."""

from __future__ import annotations

from annotator.exporters import csv_tables
from annotator.exporters.csv_tables import Column, Table

# Kinds beside those of the CSV: `strings` is a list of texts, `truth` true or false.
_KEY = (
    Column("letter", "the letter: the SHA-256 of its source in a bulk run, its UUID in an export"),
    Column("sha256", "SHA-256 of the source; empty where it could not be read"),
)
_SPAN = (
    Column("start", "offset in the text, in code points", "integer"),
    Column("end", "offset in the text", "integer"),
)

LETTERS = Table(
    "letters",
    (
        *_KEY,
        Column("source", "where it came from: a path or an address; the name of the file in an export"),
        Column("outcome", "read, or failed"),
        Column("reason", "why it failed, in a sentence"),
        Column("title", "title of the letter"),
        Column("status", "todo, busy, done or second_look"),
        Column("note", "the analyst's note"),
        Column("page_count", "number of pages", "integer"),
        Column("suspect_count", "how many places the program doubts; null: nobody looked", "integer"),
        Column("text", "the corrected text"),
        Column("ocr_text", "the text as it came in; null where it is the same"),
        Column("engine", "versions of what read, doubted and proposed; empty in an export"),
    ),
    ("letter",),
)
PAGES = Table(
    "pages",
    (
        *_KEY,
        Column("page", "number of the page, from 1", "integer"),
        *_SPAN,
        Column("ocr_start", "where it starts in the OCR text", "integer"),
        Column("source_page", "number of the page in the source, from 0; null: it has no pages", "integer"),
        Column("width", "points, as the page is shown", "number"),
        Column("height", "points", "number"),
        Column("flags", "what was noticed of the page (no_text, order_differs, …)", "strings"),
    ),
    ("letter", "page"),
)
WORDS = Table(
    "words",
    (
        *_KEY,
        Column("page", "number of the page, from 1", "integer"),
        Column("ocr_start", "offset in the OCR text", "integer"),
        Column("ocr_end", "offset in the OCR text", "integer"),
        Column("word", "as it was read"),
        Column("left", "points from the left of the page", "number"),
        Column("top", "points from its top", "number"),
        Column("right", "points from its left", "number"),
        Column("bottom", "points from its top", "number"),
        Column("confidence", "from 0 to 100, how surely it was read; null: nobody said", "number"),
        Column("others", "other readings, the likeliest first", "strings"),
    ),
)
SUSPECTS = Table(
    "suspects",
    (
        *_KEY,
        *_SPAN,
        Column("text", "what stands there"),
        Column("kind", "word, hyphen, mark, break, space, slip or other"),
        Column("reason", "why it is doubted (a code)"),
        Column("suggestion", "what it should probably say; null: nothing is suggested"),
        Column("score", "how surely, from 0 to 1", "number"),
        Column("suggestions", "all suggestions, the likeliest first", "strings"),
    ),
)
SECTIONS = Table("sections", (*_KEY, *csv_tables.SECTIONS.columns[1:]))
VALUES = Table(
    "values",
    (
        *_KEY,
        Column("role", "what the field is for, whatever the codebook calls it (letter_date, sender, …)"),
        *csv_tables.FORM_VALUES.columns[1:],
    ),
)
PASSAGES = Table("passages", (*_KEY, *csv_tables.PASSAGES.columns[1:]))
CORRECTIONS = Table("corrections", (*_KEY, *csv_tables.CORRECTIONS.columns[1:]))
RECORDS = Table(
    "records", (*_KEY, Column("record", "what import takes over as it is (JSON, the program's own)"))
)

TABLES = (LETTERS, PAGES, WORDS, SUSPECTS, SECTIONS, VALUES, PASSAGES, CORRECTIONS, RECORDS)
