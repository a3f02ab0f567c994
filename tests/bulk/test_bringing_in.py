"""Letters of a data set in a project, as if they had been imported and looked over there."""

from __future__ import annotations

import shutil
from pathlib import Path

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
