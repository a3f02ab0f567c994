"""What is exported of a project in which some things were decided and others are only proposed."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.core import operations
from annotator.core.codebook_toml import read_codebook
from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.exporters import EXPORTERS, ExportCancelled
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.proposals.proposing import Proposing
from annotator.session.transfer import one_moment
from annotator.session.transfer.exporting import (
    Wish,
    export_formats,
    export_letters,
    names_of,
    open_proposals,
    preview,
)
from annotator.session.transfer.importing import import_paths
from annotator.session.transfer.passage_export import passages_csv
from annotator.storage.passage_table import PassageQuery
from annotator.storage.store import Store
from tests.exporters.reading_cells import undefuse
from tests.session.proposals.test_proposing import REPORT, AtOnce

LABEL = Message("Test", "test")
VIEWS = ("sections", "passages", "form_values")
Rows = list[dict[str, Any]]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session on a letter in which a section, a passage and a value are confirmed, and more is proposed."""
    (tmp_path / "1.txt").write_text(REPORT, encoding="utf-8")
    path = tmp_path / "p.kant"
    with Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan") as store:
        import_paths(store, [tmp_path / "1.txt"], "jan")
    session = Session(Store.open(path, analyst="jan"), "jan")
    Proposing(session, AtOnce(), lambda call: call())
    session.open_letter(1)
    confirm_some(session)
    session.store.flush()
    yield session
    session.close()


def confirm_some(session: Session) -> None:
    def letter() -> Any:
        return session.letter

    section = next(
        uid for uid in letter().sections if uid in letter().spans and "Vervolg" in letter().quote(uid)
    )
    session.do(LABEL, operations.confirm_section(letter(), section, session.stamp()))
    passage = next(p.uid for p in letter().passages.values() if p.tag == "reference")
    session.do(LABEL, operations.confirm_passage(letter(), passage, session.stamp()))
    [value] = (v for v in letter().values_of("reference") if v.value == "34919/71")
    session.do(LABEL, operations.confirm_value(letter(), value.uid, session.stamp()))


def view(session: Session, name: str) -> Rows:
    with closing(sqlite3.connect(session.store.path)) as conn:
        conn.row_factory = sqlite3.Row
        return [dict(row) for row in conn.execute(f"SELECT * FROM {name}")]


def exported_csv(session: Session, folder: Path) -> dict[str, Rows]:
    export_letters(session.store, Wish("csv"), folder)
    tables = {}
    for path in folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""))
        tables[path.stem] = [{name: undefuse(cell) for name, cell in row.items()} for row in rows]
    return tables


def exported_json(session: Session, folder: Path) -> dict[str, Any]:
    [path] = export_letters(session.store, Wish("json"), folder)
    made: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return made


def states(rows: Rows) -> dict[str, str]:
    return {str(row["uid"]): str(row["state"]) for row in rows}


def test_the_project_has_both(session: Session) -> None:
    for name in VIEWS:
        assert {*states(view(session, name)).values()} == {"proposed", "confirmed"}


@pytest.mark.parametrize("name", VIEWS)
def test_what_nobody_decided_on_is_exported_as_proposed(session: Session, tmp_path: Path, name: str) -> None:
    expected = states(view(session, name))
    assert states(exported_csv(session, tmp_path / "csv")[name]) == expected
    assert states(exported_json(session, tmp_path / "json")[name]) == expected


@pytest.mark.parametrize("name", VIEWS)
def test_a_proposal_was_made_by_nobody(session: Session, tmp_path: Path, name: str) -> None:
    for row in exported_csv(session, tmp_path / "csv")[name]:
        assert (row["analyst"], row["made_at"] != "") == (
            ("jan", True) if row["state"] == "confirmed" else ("", False)
        )


def test_the_sections_cover_the_letter_once(session: Session, tmp_path: Path) -> None:
    made = exported_json(session, tmp_path / "json")
    assert "".join(made["text"][row["start"] : row["end"]] for row in made["sections"]) == made["text"]
    places = [(row["start"], row["end"], row["level"], row["tag"]) for row in view(session, "sections")]
    assert sorted(places) == [(s["start"], s["end"], s["level"], s["tag"]) for s in made["sections"]]


def test_the_table_of_letters_has_confirmed_values_only(session: Session, tmp_path: Path) -> None:
    [row] = exported_csv(session, tmp_path / "csv")["letters"]
    assert row["reference"] == "34919/71"
    assert row["signatory.name"] == ""
    assert row["sender"] == ""


def test_no_text_is_shaped_by_what_is_only_proposed(session: Session, tmp_path: Path) -> None:
    [path] = export_letters(session.store, Wish("reflow"), tmp_path / "reflow")
    text = path.read_text(encoding="utf-8")
    letter = session.letter
    assert letter is not None
    for uid in [uid for uid, row in letter.sections.items() if row.state == "proposed"]:
        session.do(LABEL, operations.merge_section(session.letter_of(1), uid))
    session.store.flush()
    [again] = export_letters(session.store, Wish("reflow"), tmp_path / "again")
    assert again.read_text(encoding="utf-8") == text


def test_the_table_of_passages_tells_them_apart(session: Session) -> None:
    reader = session.store.reader
    rows = reader.passage_rows(reader.passage_ids(PassageQuery()))
    made = list(csv.DictReader(io.StringIO(passages_csv(rows), newline="")))
    expected = {(row["start"], row["end"], row["tag"]): row["state"] for row in view(session, "passages")}
    assert {(int(r["start"]), int(r["end"]), r["tag"]): r["state"] for r in made} == expected


@pytest.mark.parametrize(
    ("format_id", "shown"),
    [
        ("docx", "Formulier\n"),
        ("xlsx", "id | uid | title"),
        ("html", "<!DOCTYPE html>"),
        ("json", '"format": "kanttekening-letter"'),
        ("csv", "letter"),
        ("refi-qda", "<?xml"),
    ],
)
def test_a_preview_shows_how_what_is_written_begins(session: Session, format_id: str, shown: str) -> None:
    text = preview(session.store, Wish(format_id), 600)
    assert shown in text
    assert len(text) <= 600


def test_proposals_that_wait_are_counted(session: Session) -> None:
    waiting = open_proposals(session.store, Wish("txt"))
    letter = session.letter
    assert letter is not None
    sections, passages, values = letter.sections, letter.passages, letter.values
    states = [row.state for row in sections.values()]
    states += [row.state for row in passages.values()] + [row.state for row in values.values()]
    assert waiting == states.count("proposed") > 0
    assert open_proposals(session.store, Wish("txt", ())) == 0


def test_an_export_of_nothing_is_said(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing to write"):
        export_letters(session.store, Wish("pdf"), tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("long", [one_moment.LONG, 0.0], ids=["short", "long"])
def test_what_is_typed_and_undone_meanwhile_goes_along_whole_or_not_at_all(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, long: float
) -> None:
    """An export shows one moment of the project in all of its formats, and holds nobody up."""
    monkeypatch.setattr(one_moment, "LONG", long)
    before, typed = session.letter_of(1).text, "Intussen getypt. "

    def type_and_undo(done: int) -> None:
        if done == 1:  # behind the letter's first format
            session.typed(0, 0, typed)
            session.settle()
            assert session.letter_of(1).text == typed + before
            session.undo()
            session.settle()
            session.typed(0, 0, typed)
            session.settle()

    wishes = [Wish("txt"), Wish("reflow"), Wish("json")]
    paths = export_formats(session.store, wishes, tmp_path, "brieven", progress=type_and_undo)
    assert session.letter_of(1).text == typed + before
    assert len(paths) == 3
    for path in paths:
        assert typed.strip() not in path.read_text(encoding="utf-8")
    [again] = export_letters(session.store, Wish("txt"), tmp_path / "again")
    assert again.read_text(encoding="utf-8") == typed + before


def log_can_be_emptied(session: Session) -> bool:
    with closing(sqlite3.connect(session.store.path, isolation_level=None)) as conn:
        busy, *_ = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def typed_beside_an_export(session: Session, out: Path, look: Callable[[], object]) -> str:
    """Export while somebody types behind the first format, and looks then; return what was written last."""

    def beside(done: int) -> None:
        if done == 1:
            session.typed(0, 0, "Intussen getypt. ")
            session.settle()
            session.store.flush()
            look()

    paths = export_formats(session.store, [Wish("txt"), Wish("reflow")], out, "b", progress=beside)
    return paths[1].read_text(encoding="utf-8")


def test_a_long_export_keeps_nothing_in_the_log(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed meanwhile comes into the project's file, and not into the export."""
    monkeypatch.setattr(one_moment, "LONG", 0.0)
    seen = list[bool]()
    written = typed_beside_an_export(
        session, tmp_path / "uit", lambda: seen.append(log_can_be_emptied(session))
    )
    assert seen == [True]
    assert "Intussen" not in written
    assert not drafts_in(session.store.path.parent)


def test_an_export_for_whose_copy_there_is_no_room_shows_one_moment_all_the_same(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_moment, "LONG", 0.0)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(1, 1, 0))  # type: ignore[attr-defined]
    seen = list[bool]()
    written = typed_beside_an_export(
        session, tmp_path / "uit", lambda: seen.append(log_can_be_emptied(session))
    )
    assert seen == [False]
    assert "Intussen" not in written


def test_a_cancel_while_the_moment_is_copied_leaves_nothing(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_moment, "LONG", 0.0)
    with pytest.raises(ExportCancelled):
        export_formats(session.store, [Wish("txt")], tmp_path / "uit", "b", cancelled=lambda: True)
    assert not drafts_in(session.store.path.parent)
    assert not (tmp_path / "uit").exists()


def drafts_in(folder: Path) -> list[Path]:
    return list(folder.glob(".kanttekening-*.part*"))


def test_formats_of_one_ending_have_names_of_their_own() -> None:
    assert names_of(["txt", "xlsx", "report-docx"], "a") == ["txt", "a.xlsx", "a.docx"]
    for ids in (["report-docx", "docx"], [exporter.id for exporter in EXPORTERS]):
        names = names_of(ids, "a")
        assert len({name.lower() for name in names}) == len(ids)
