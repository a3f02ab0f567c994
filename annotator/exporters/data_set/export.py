"""A project as a data set: Parquet files in the tables of a bulk run, decided and proposed told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.data_set.rows import Rows, rows_of
from annotator.exporters.data_set.tables import RECORDS, TABLES
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Piece

_AT_ONCE = 500  # letters in a file
_WORDS_AT_ONCE = 500_000
DESCRIPTION = "data-set.json"


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    from annotator.exporters.data_set.arrow import description

    yield Piece(DESCRIPTION, description())
    held: Rows = {table.name: [] for table in TABLES}
    part = 0
    for one in letters:
        for name, rows in rows_of(one, context.codebook, one.uid).items():
            held[name] += rows
        if len(held["letters"]) >= _AT_ONCE or len(held["words"]) >= _WORDS_AT_ONCE:
            yield from _part(held, part, context)
            part += 1
        yield Piece(DESCRIPTION, b"")  # a moment to hear of a cancel
    if held["letters"] or not part:
        yield from _part(held, part, context)


def _part(held: Rows, part: int, context: ExportContext) -> Iterator[Piece]:
    from annotator.exporters.data_set.arrow import arrow_table, parquet_bytes

    for table in TABLES:
        if table is RECORDS:
            continue
        data = parquet_bytes(arrow_table(table, held[table.name]), {"program": context.program})
        held[table.name].clear()
        yield Piece(f"{table.name}/part-{part:05}.parquet", data)


PARQUET = Exporter(
    "parquet",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Data set (Parquet)")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For DuckDB, pandas and Spark: the tables of a bulk run, to be asked with SQL."
        ),
    ),
    needs="pyarrow",
    extra="cluster",
)
