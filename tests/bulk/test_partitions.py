"""Partitions are there whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.bulk.partitions import DataSet, drop_pieces, read_piece, write_partition
from annotator.bulk.reading import digest_of
from annotator.core.user_errors import UserError
from annotator.exporters.data_set.tables import TABLES
from tests.bulk.letters import how, written

pq = pytest.importorskip("pyarrow.parquet")


def made(tmp_path: Path, count: int = 3) -> tuple[DataSet, str]:
    data_set = DataSet(tmp_path / "set")
    data_set.prepare(how())
    paths = written(tmp_path / "brieven", count)
    for n, path in enumerate(paths):
        assert read_piece(data_set.folder, f"piece-{n}", [(path, digest_of(path))]) == (1, 0)
    pieces = [f"piece-{n}" for n in range(count)]
    name = write_partition(data_set.folder, pieces, how().engine)
    drop_pieces(data_set.folder, pieces)
    return data_set, name


def test_a_partition_has_a_file_in_each_table(tmp_path: Path) -> None:
    data_set, name = made(tmp_path)
    for table in TABLES:
        read = pq.read_table(data_set.folder / table.name / name)
        assert read.column_names == [column.name for column in table.columns]
    letters = pq.read_table(data_set.folder / "letters" / name).to_pylist()
    assert {row["sha256"] for row in letters} == data_set.known(how().engine)
    assert not list((data_set.folder / ".run").glob("piece-*"))


def test_a_partition_that_is_written_again_is_the_same(tmp_path: Path) -> None:
    one, name = made(tmp_path)
    before = {table.name: (one.folder / table.name / name).read_bytes() for table in TABLES}
    other, again = made(tmp_path)
    assert again == name and len(other.parts()) == 1
    assert before == {table.name: (other.folder / table.name / name).read_bytes() for table in TABLES}


def test_what_a_stopped_run_left_does_not_count(tmp_path: Path) -> None:
    data_set, name = made(tmp_path)
    (data_set.folder / "letters" / name).unlink()
    (data_set.folder / "words" / ".kanttekening-1-2-00000000-1.part").write_bytes(b"half")
    (data_set.folder / ".run" / "piece-9").mkdir()
    data_set.prepare(how())
    left = [path for table in TABLES for path in (data_set.folder / table.name).iterdir()]
    assert left == [] and not (data_set.folder / ".run" / "piece-9").exists()


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "verslag.docx").write_bytes(b"iets")
    with pytest.raises(UserError, match="other files"):
        DataSet(tmp_path).prepare(how())
    assert [path.name for path in tmp_path.iterdir()] == ["verslag.docx"]


def test_two_runs_do_not_write_one_data_set(tmp_path: Path) -> None:
    with (
        DataSet(tmp_path / "set").held(),
        pytest.raises(UserError, match="Another run"),
        DataSet(tmp_path / "set").held(),
    ):
        pass
    with DataSet(tmp_path / "set").held():
        pass


def test_partitions_of_another_engine_go_when_this_one_has_their_letters(tmp_path: Path) -> None:
    data_set, name = made(tmp_path)
    newer = replace(how(), language="en").engine
    data_set.drop_older(newer)
    assert [path.name for path in data_set.parts()] == [name]
    paths = sorted((tmp_path / "brieven").iterdir())
    data_set.prepare(replace(how(), language="en"))
    read_piece(data_set.folder, "new", [(path, digest_of(path)) for path in paths])
    other = write_partition(data_set.folder, ["new"], newer)
    data_set.drop_older(newer)
    assert [path.name for path in data_set.parts()] == [other]
    assert not (data_set.folder / "words" / name).exists()
