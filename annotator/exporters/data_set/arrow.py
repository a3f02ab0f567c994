"""Rows as tables of Arrow, and those as Parquet files."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from annotator.exporters.csv_tables import Table
from annotator.exporters.data_set.rows import Row
from annotator.exporters.data_set.tables import TABLES

_FORM = 1  # of the tables


def schema_of(table: Table) -> Any:
    """Return the schema of a table: its columns with what they hold, told in their metadata."""
    import pyarrow as pa  # an extra, and heavy

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "strings": pa.list_(pa.string()),
    }
    fields = [
        pa.field(column.name, types[column.kind], metadata={"description": column.about})
        for column in table.columns
    ]
    return pa.schema(fields)


def arrow_table(table: Table, rows: Iterable[Row]) -> Any:
    """Return the rows of a table; what a row does not tell is null."""
    import pyarrow as pa

    rows, schema = list(rows), schema_of(table)
    columns = []
    for column in table.columns:
        values, kind = [row.get(column.name) for row in rows], schema.field(column.name).type
        try:
            columns.append(pa.array(values, kind))
        except UnicodeEncodeError:  # a half of a pair of signs, as damaged files have them
            columns.append(pa.array(list(map(_fit_for_utf8, values)), kind))
    return pa.Table.from_arrays(columns, schema=schema)


def _fit_for_utf8(value: Any) -> Any:
    if isinstance(value, list):
        return list(map(_fit_for_utf8, value))
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def parquet_bytes(table: Any, about: Mapping[str, str]) -> bytes:
    """Return a table of Arrow as a Parquet file; `about` is what it says of itself."""
    import pyarrow.parquet as pq

    made = io.BytesIO()
    metadata = {"kanttekening": json.dumps({"form": _FORM, **about}, sort_keys=True)}
    pq.write_table(
        table.replace_schema_metadata(metadata), made, compression="zstd", store_schema=True, version="2.6"
    )
    return made.getvalue()


def description() -> bytes:
    """Return the description of a data set: its tables, their columns and what those hold (JSON)."""
    tables = [
        {
            "name": table.name,
            "files": f"{table.name}/*.parquet",
            "columns": [{"name": c.name, "type": c.kind, "about": c.about} for c in table.columns],
        }
        for table in TABLES
    ]
    said = {"format": "kanttekening-data-set", "form": _FORM, "tables": tables}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
