"""What docs/bulk.md shows works as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.bulk.partitions import DataSet, read_piece, write_partition
from annotator.bulk.reading import digest_of
from annotator.exporters.data_set.tables import TABLES
from annotator.importers import find
from tests.bulk.letters import how, written
from tests.docs.pages import ROOT

duckdb = pytest.importorskip("duckdb")
pytest.importorskip("pandas")
pytest.importorskip("pyarrow")

PAGE = (ROOT / "docs" / "bulk.md").read_text(encoding="utf-8")


def shown(language: str) -> list[str]:
    found = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert found
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the data set that the page speaks of."""
    data_set = DataSet(tmp_path / "tabellen")
    data_set.prepare(how())
    written(tmp_path / "archief", 4)
    items = [(item, digest_of(item)) for item in find([tmp_path / "archief"]).items]
    read_piece(data_set.folder, "all", items)
    write_partition(data_set.folder, ["all"], how().engine)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("statement", shown("sql"))
def test_duckdb_answers(statement: str) -> None:
    duckdb.sql(statement).fetchall()


@pytest.mark.parametrize("program", shown("python"))
def test_pandas_answers(here: Path, program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=here, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "gecoordineerd" in done.stdout


def test_each_table_has_its_row() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert [name for name in rows if name in {table.name for table in TABLES}] == [t.name for t in TABLES]


def test_the_columns_that_are_named_are_there() -> None:
    for table in TABLES:
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{table.name}` |"))
        named = re.findall(r"`(\w+)`", row.split("|")[3])
        assert set(named) - {"import"} <= {column.name for column in table.columns}, table.name
