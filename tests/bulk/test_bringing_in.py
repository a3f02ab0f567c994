"""Letters of a data set in a project, as if they had been imported and looked over there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.bulk.bringing_in import bring_in
from annotator.bulk.partitions import DataSet, read_piece, write_partition
from annotator.bulk.reading import digest_of
from annotator.core.user_errors import UserError
from annotator.importers import find
from annotator.language.languages import version_of
from annotator.session.proposals.overlay import engine_of
from annotator.session.proposals.proposing_now import propose_now
from annotator.session.transfer.importing import import_paths
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.bulk.letters import SAMPLE_PDF, how, written

pytest.importorskip("pyarrow")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "brieven"
    written(folder, 3)
    shutil.copy(SAMPLE_PDF, folder / "leeszalen.pdf")
    return folder


@pytest.fixture
def data_set(tmp_path: Path, source: Path) -> Path:
    made = DataSet(tmp_path / "set")
    made.prepare(how())
    items = [(item, digest_of(item)) for item in find([source]).items]
    read_piece(made.folder, "all", items)
    write_partition(made.folder, ["all"], how().engine)
    return made.folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.kant"
    Store.create(path, how().codebook, "jan").close()
    return path


def everything(path: Path) -> list[object]:
    """Return all that a project says of its letters, but for uids and times."""
    said: list[object] = []
    with Store.open(path, read_only=True) as store:
        reader = store.reader
        for letter_id in reader.letter_ids():
            letter, details = reader.letter(letter_id), reader.details(letter_id)
            proposed = reader.proposals(letter_id, engine_of(how().codebook))
            said.append(
                (
                    details.source_name,
                    details.source_sha256,
                    reader.source_bytes(letter_id),
                    letter.text,
                    letter.about,
                    letter.page_starts(),
                    letter.furniture,
                    letter.page_flags,
                    tuple(reader.page_layouts(letter_id)),
                    reader.readings(letter_id),
                    reader.line_styles(letter_id),
                    reader.import_notes(letter_id),
                    proposed,
                )
            )
    return sorted(said, key=str)


def test_it_is_as_if_they_had_been_imported(
    tmp_path: Path, source: Path, data_set: Path, project: Path
) -> None:
    with Store.open(project, must_write=True, analyst="jan") as store:
        report = bring_in(store, data_set, "", "jan")
    assert [file.outcome for file in report] == ["imported"] * 4
    other = tmp_path / "other.kant"
    with Store.create(other, how().codebook, "jan") as store:
        import_paths(store, [source], "jan")
        propose_now(store, store.reader.letter_ids())
    assert everything(project) == everything(other)
    assert check(project) == []


def test_suspects_and_proposals_are_there_at_once(data_set: Path, project: Path) -> None:
    with Store.open(project, must_write=True, analyst="jan") as store:
        (one,) = bring_in(store, data_set, "source like '%dijk-b2x%'", "jan")
        assert one.letter_id is not None
        line = store.reader.letter_line(one.letter_id)
        assert line is not None and line.suspects_left and line.date == "2021-03-03"
        kept = store.reader.suspects(one.letter_id, store.reader.version(one.letter_id), version_of("nl"))
        assert kept is not None and "gecoordineerd" in kept


def test_what_is_there_already_is_left_alone(data_set: Path, project: Path) -> None:
    with Store.open(project, must_write=True, analyst="jan") as store:
        bring_in(store, data_set, "source like '%dijk-a1x%'", "jan")
        report = bring_in(store, data_set, "", "jan")
        assert sorted(file.outcome for file in report) == ["imported"] * 3 + ["known"]
        assert len(store.reader.letter_ids()) == 4


def test_a_source_that_changed_or_went_is_said_and_the_others_come_in(
    source: Path, data_set: Path, project: Path
) -> None:
    changed, gone = sorted(source.glob("*.txt"))[:2]
    changed.write_text("Een andere brief.\n", encoding="utf-8")
    gone.unlink()
    with Store.open(project, must_write=True, analyst="jan") as store:
        report = bring_in(store, data_set, "", "jan")
    problems = {file.path.name: str(file.problem) for file in report if file.outcome == "failed"}
    assert "another file" in problems[changed.name]
    assert "does not exist" in problems[gone.name]
    assert len(report) == 4 and len(problems) == 2


def test_an_export_of_a_project_is_refused(data_set: Path, project: Path) -> None:
    shutil.rmtree(data_set / "records")
    with (
        Store.open(project, must_write=True, analyst="jan") as store,
        pytest.raises(UserError, match="export of a project"),
    ):
        bring_in(store, data_set, "", "jan")


def spoilt(data_set: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Write the records of a data set anew, each changed."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    (part,) = (data_set / "records").glob("*.parquet")
    table = pq.read_table(part)
    records = [json.loads(said) for said in table.column("record").to_pylist()]
    made = [change(record) or record for record in records]
    written = pa.array([one if isinstance(one, str) else json.dumps(one) for one in made], pa.string())
    pq.write_table(table.set_column(table.column_names.index("record"), "record", written), part)


HOSTILE: dict[str, Callable[[dict[str, Any]], object]] = {
    "deep": lambda record: "[" * 100_000 + "]" * 100_000,
    "no object": lambda record: "[1, 2]",
    "pages as text": lambda record: record.update(page_starts=["0"]),
    "pages out of the text": lambda record: record.update(page_starts=[0, 10**9]),
    "no pages": lambda record: record.update(page_starts=[]),
    "furniture out of the text": lambda record: record.update(furniture=[[0, 10**9, "head"]]),
    "furniture of no kind": lambda record: record.update(furniture=[[0, 1, None]]),
    "a line of text": lambda record: record.update(lines=[["a", "b"]]),
    "a short reading": lambda record: record.update(layouts=[[1, 0, 1.0, 1.0, [], [], [[0, 1]]]]),
    "a box of text": lambda record: record.update(
        layouts=[[1, 0, 595.0, 842.0, [[0, 1, "a", 1, 1, 1]], [], []]]
    ),
    "a page without a size": lambda record: record.update(layouts=[[1, 0, None, 842.0, [], [], []]]),
    "a page of infinite size": lambda record: record.update(layouts=[[1, 0, float("inf"), 1.0, [], [], []]]),
    "a name that is none": lambda record: record.update(name=7),
    "files that are none": lambda record: record.update(files=[[1, 2]]),
    "suspects elsewhere": lambda record: record.update(suspects='[{"start": 0}]'),
    "an engine that is none": lambda record: record.update(suspects_engine=None),
    "a proposal out of the text": lambda record: record.update(
        proposals=json.dumps(
            {
                "sections": [],
                "values": [],
                "reasons": {},
                "passages": [["proposed:x", "commitment", "", "proposed", "", "", [0, 10**9]]],
            }
        )
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_damaged_in_a_record_is_told_of_each_letter(what: str, data_set: Path, project: Path) -> None:
    spoilt(data_set, HOSTILE[what])
    with Store.open(project, must_write=True) as store:
        report = bring_in(store, data_set, "", "jan")
        assert [file.outcome for file in report] == ["failed"] * 4
        assert all("damaged" in str(file.problem) for file in report)
        assert list(store.reader.letter_ids()) == []


@pytest.mark.parametrize("table", ["letters", "records", "values"])
@pytest.mark.parametrize("content", [b"", b"PAR1 no part", None], ids=["empty", "garbage", "cut"])
def test_a_part_that_is_damaged_is_named_in_a_sentence(
    table: str, content: bytes | None, data_set: Path, project: Path
) -> None:
    (part,) = (data_set / table).glob("*.parquet")
    part.write_bytes(part.read_bytes()[:-40] if content is None else content)
    with Store.open(project, must_write=True) as store, pytest.raises(UserError) as told:
        bring_in(store, data_set, "chamber = 'x' or page_count > 0", "jan")
    assert "damaged" in str(told.value) and str(data_set) in str(told.value)


def test_a_run_into_a_data_set_with_a_damaged_part_names_it(data_set: Path) -> None:
    (part,) = (data_set / "letters").glob("*.parquet")
    part.write_bytes(b"PAR1 no part")
    with pytest.raises(UserError, match="damaged"):
        DataSet(data_set).known(how().engine)
