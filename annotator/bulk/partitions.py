"""A data set on the disk: partitions of some thousand letters, each there whole or not at all.

A partition is a Parquet file in the folder of each table, under one name. The one of the letters gets its
name last: without it the others do not count. What workers make lies in `.run` until its partition is whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from annotator.bulk.reading import How, read_letter
from annotator.bulk.sources import NEEDS, Letters
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.exporters.data_set.arrow import arrow_table, description, parquet_bytes
from annotator.exporters.data_set.export import DESCRIPTION
from annotator.exporters.data_set.rows import Rows
from annotator.exporters.data_set.tables import LETTERS, TABLES
from annotator.storage.lock import Lock, acquire

_RUN, _HOW = ".run", "how"
NO_DATA_SET = QT_TRANSLATE_NOOP(
    "Bulk", "{name} is a folder with other files in it: choose an empty folder, or one of an earlier run."
)
IN_USE = QT_TRANSLATE_NOOP(
    "Bulk", "Another run is writing the data set in {name} (since {since}, on {host}): wait until it is done."
)
NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "Bulk",
    "The data set in {name} could not be written ({reason}): make room or choose another folder, and run the"
    " command again. What is whole there is kept.",
)
DAMAGED_PART = QT_TRANSLATE_NOOP(
    "Bulk", "{name} is damaged, or no part of a data set: remove it, and run bulk again to read its letters."
)


class DataSet:
    """The folder of a data set."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs out. Raises `UserError` where there is one."""
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            lock = acquire(self.folder)
        except OSError as error:
            raise not_written(self.folder, error) from error
        if not isinstance(lock, Lock):
            params: dict[str, object] = {"name": str(self.folder), "since": lock.since, "host": lock.host}
            raise UserError(Message("Bulk", IN_USE, params))
        lock.sign("bulk")
        try:
            yield
        finally:
            lock.release()

    def prepare(self, how: How) -> None:
        """Make the folder where it is not there, sweep away what a stopped run left. Raises `UserError`."""
        require_pyarrow()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if not is_data_set(self.folder) and any(self.folder.iterdir()):
                raise UserError(Message("Bulk", NO_DATA_SET, {"name": str(self.folder)}))
            write_whole(self.folder / DESCRIPTION, description())
            for table in TABLES:
                (self.folder / table.name).mkdir(exist_ok=True)
            self.sweep()
            self._run.mkdir()
            write_whole(self._run / _HOW, pickle.dumps(how))
        except OSError as error:
            raise not_written(self.folder, error) from error

    @property
    def _run(self) -> Path:
        return self.folder / _RUN

    def sweep(self) -> None:
        """Remove drafts, and parts whose letters are not there."""
        shutil.rmtree(self._run, ignore_errors=True)
        whole = {path.name for path in self.parts()}
        for table in TABLES:
            for path in (self.folder / table.name).iterdir():
                if path.name not in whole:
                    path.unlink()

    def parts(self) -> list[Path]:
        """Return the files of the letters, one for each partition."""
        return sorted((self.folder / LETTERS.name).glob("*.parquet"))

    def known(self, engine: str) -> set[str]:
        """Return the SHA-256 of the sources that this engine has read."""
        return {
            row["sha256"]
            for part in self.parts()
            for row in _columns(part, ["sha256", "engine"])
            if row["engine"] == engine and row["sha256"]
        }

    def drop_older(self, engine: str) -> None:
        """Remove the partitions of other engines, where this one has read all their letters by now."""
        known = self.known(engine)
        for part in self.parts():
            rows = _columns(part, ["sha256", "engine"])
            if all(row["engine"] != engine and row["sha256"] in known for row in rows):
                for table in (LETTERS, *TABLES):  # the letters first: without them the others do not count
                    (self.folder / table.name / part.name).unlink(missing_ok=True)


def is_data_set(folder: Path) -> bool:
    """Tell whether a folder holds a data set."""
    try:
        said = json.loads((folder / DESCRIPTION).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(said, dict) and said.get("format") == "kanttekening-data-set"


def require_pyarrow() -> None:
    """Raise `UserError` where the package for Parquet is not there."""
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise UserError(Message("Bulk", NEEDS, {"package": "pyarrow"})) from error


def not_written(folder: Path, error: OSError) -> UserError:
    """Return what says that the data set could not be written."""
    reason = error.strerror or type(error).__name__
    return UserError(Message("Bulk", NOT_WRITTEN, {"name": str(folder), "reason": reason}))


@contextmanager
def damage_told(place: Path) -> Iterator[None]:
    """Have what cannot be read as Parquet, or lacks our columns, told in a sentence."""
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError, KeyError) as error:
        raise UserError(Message("Bulk", DAMAGED_PART, {"name": str(place)})) from error


def _columns(part: Path, names: Sequence[str]) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    with damage_told(part):
        table = pq.read_table(part, columns=list(names))
        rows: list[dict[str, Any]] = table.select(list(names)).to_pylist()
    return rows


# --- what workers do ----------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def _how(folder: Path, stamp: int) -> How:
    how: How = pickle.loads((folder / _RUN / _HOW).read_bytes())
    return how


def read_piece(
    folder: Path, name: str, items: Sequence[tuple[Letters, str]], after: str = ""
) -> tuple[int, int]:
    """Read letters and leave their rows in a piece of that name; return how many there are, and failed.

    Each item comes with the SHA-256 of its source, "" where it could not be read; `after` is that of
    `read_letter`.
    """
    how = _how(folder, (folder / _RUN / _HOW).stat().st_mtime_ns)
    made: Rows = {table.name: [] for table in TABLES}
    for item, sha256 in items:
        for table, rows in read_letter(item, how, sha256, after).items():
            made[table] += rows
    keep_piece(folder, name, made)
    return len(items), sum(row["outcome"] == "failed" for row in made[LETTERS.name])


def keep_piece(folder: Path, name: str, rows: Rows) -> None:
    """Leave rows in a piece of that name: a folder with a file for each table."""
    import pyarrow as pa

    place = folder / _RUN / name
    draft = place.with_name(f"{name}.{os.getpid()}")  # another worker may be at the same piece
    draft.mkdir(exist_ok=True)
    for table in TABLES:
        made = arrow_table(table, rows.get(table.name, ()))
        with pa.ipc.new_file(draft / table.name, made.schema) as writer:
            writer.write_table(made)
    try:
        draft.rename(place)
    except OSError:
        if not place.is_dir():
            raise
        shutil.rmtree(draft)  # the other one was first, with the same rows


def write_partition(folder: Path, pieces: Sequence[str], engine: str) -> str:
    """Make a partition of pieces, in their order; return its name. It is called by what letters it has."""
    letters = _together(folder, pieces, LETTERS.name)
    said = "\n".join([engine, *letters.column("letter").to_pylist()])
    name = f"part-{hashlib.sha256(said.encode()).hexdigest()[:24]}.parquet"
    for table in (*TABLES[1:], LETTERS):
        rows = letters if table is LETTERS else _together(folder, pieces, table.name)
        write_whole(folder / table.name / name, parquet_bytes(rows, {"engine": engine}))
    return name


def drop_pieces(folder: Path, pieces: Iterable[str]) -> None:
    """Remove pieces that are in a partition."""
    for name in pieces:
        shutil.rmtree(folder / _RUN / name, ignore_errors=True)


def _together(folder: Path, pieces: Sequence[str], table: str) -> Any:
    import pyarrow as pa

    read = []
    for name in pieces:
        with pa.ipc.open_file(folder / _RUN / name / table) as file:
            read.append(file.read_all())
    return pa.concat_tables(read)


def batches(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """Yield items in batches."""
    for at in range(0, len(items), size):
        yield items[at : at + size]
