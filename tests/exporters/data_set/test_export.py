"""A project as a data set, read back by DuckDB and pandas."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core import history, operations
from annotator.core.document import Stamp, new_letter
from annotator.core.history import Correction
from annotator.core.text import Span
from annotator.exporters import ExportContext, ExportLetter, Suspicion, export, exporter_of
from annotator.exporters.data_set.arrow import arrow_table
from annotator.exporters.data_set.tables import RECORDS, TABLES, WORDS
from annotator.resources import resource_path
from annotator.session.codebook.files import read_codebook_file

duckdb = pytest.importorskip("duckdb")
pandas = pytest.importorskip("pandas")
pytest.importorskip("pyarrow")

TEXT = "Geachte voorzitter,\n\nHet deel van Belgié.\nIk zal u informeren.\n"
STAMP = Stamp("jan", "2026-03-02T09:00:00.000Z")


def letter() -> ExportLetter:
    made = new_letter(TEXT, (0,), "Proef", STAMP)
    at = TEXT.index("Belgié")
    made = history.apply(made, operations.correct(made, [Correction(at, at + 6, "Belgié", "België")], STAMP))
    place = made.text.index("Ik zal")
    made = history.apply(made, operations.add_passage(Span(place, place + 20), "commitment", STAMP, "p1"))
    doubted = [Suspicion(4, 8, "chte", "word", "unknown_word", (("achte", 0.75),))]
    return ExportLetter(7, "uid-7", made, "proef.txt", "ab" * 32, "", "", suspects=lambda: doubted)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    book = read_codebook_file(resource_path("codebooks/kamerbrieven.toml"), "nl")
    export(exporter_of("parquet"), [letter()], ExportContext(book), tmp_path / "set")
    return tmp_path / "set"


def test_sql_reads_what_was_decided(folder: Path) -> None:
    def ask(table: str, what: str) -> list[tuple[object, ...]]:
        found: list[tuple[object, ...]] = duckdb.sql(
            f"SELECT {what} FROM read_parquet('{folder}/{table}/*.parquet')"
        ).fetchall()
        return found

    assert ask("letters", "letter, title, ocr_text, suspect_count") == [("uid-7", "Proef", TEXT, 1)]
    assert ask("letters", "text")[0][0] == TEXT.replace("Belgié", "België")
    assert ask("passages", "tag, quote, state, analyst") == [
        ("commitment", "Ik zal u informeren.", "confirmed", "jan")
    ]
    assert ask("corrections", '"before", "after"') == [("Belgié", "België")]
    assert ask("suspects", "text, suggestion, score, suggestions") == [("chte", "achte", 0.75, ["achte"])]
    assert ask("sections", "state") == [("proposed",)]


def test_pandas_reads_each_table(folder: Path) -> None:
    for table in TABLES:
        if table is RECORDS:
            assert not (folder / table.name).exists()
            continue
        frame = pandas.read_parquet(folder / table.name)
        assert list(frame.columns) == [column.name for column in table.columns]


def test_a_project_without_letters_has_its_tables(tmp_path: Path) -> None:
    book = read_codebook_file(resource_path("codebooks/kamerbrieven.toml"), "nl")
    export(exporter_of("parquet"), [], ExportContext(book), tmp_path / "set")
    assert len(pandas.read_parquet(tmp_path / "set" / "letters")) == 0


def test_half_a_pair_of_signs_does_not_stop_it() -> None:
    rows: list[dict[str, object]] = [
        {"letter": "a", "word": "half \ud800", "others": ["\udfff", "x"]},
        {"letter": "b"},
    ]
    (one, other) = arrow_table(WORDS, rows).to_pylist()
    assert (one["word"], one["others"]) == ("half ?", ["?", "x"])
    assert other["word"] is None
