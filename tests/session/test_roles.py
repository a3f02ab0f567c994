"""A codebook all of whose ids are others does the same: the program looks for roles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.core import codebook_edits, field_edits
from annotator.core.codebook import Codebook
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import Letter, Stamp, new_letter
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.plain import REFLOWED
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.codebook.labels import codebook_change
from annotator.session.proposals.outlining import outline_of, shown_letters
from annotator.session.proposals.proposing import Proposing
from annotator.session.proposals.proposing_now import propose_now
from annotator.session.transfer.importing import import_paths
from annotator.storage.check import check
from annotator.storage.store import Store
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from annotator.structure.record import outline_rows
from tests.renaming import other, renamed
from tests.session.proposals.test_proposing import AtOnce

SAMPLES = ("verslag-visserijraad-2021", "voortgang-kustwacht-2021", "motie-zeekabels-2021")
STAMP = Stamp("jan", "2026-03-02T09:00:00.000Z")
Rename = Callable[[str], str]


def same(name: str) -> str:
    return name


def kamerbrieven() -> Codebook:
    return read_codebook(resource_path("codebooks/kamerbrieven.toml"))


@pytest.fixture(params=[same, other], ids=["its own ids", "other ids"])
def rename(request: pytest.FixtureRequest) -> Rename:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def store(tmp_path: Path, rename: Rename) -> Iterator[Store]:
    """A project with three sample letters and their proposals, under a codebook with these ids."""
    book = kamerbrieven() if rename is same else renamed(kamerbrieven())
    with Store.create(tmp_path / "p.kant", book, "jan") as store:
        import_paths(store, [resource_path(f"sample/{name}.txt") for name in SAMPLES], "jan")
        assert propose_now(store, [1, 2, 3]) == 3
        yield store


def shown(store: Store) -> list[Letter]:
    return [letter for _, letter in shown_letters(store.reader)]


def test_all_that_is_found_is_proposed(store: Store, rename: Rename) -> None:
    for letter in shown(store):
        found = propose(LetterText(letter.text, letter.page_starts()))
        sections = [rename(section.role) for section in found.sections]
        assert [placed.section.tag for placed in letter.placed_sections()] == sections
        assert sorted(passage.tag for passage in letter.passages.values()) == sorted(
            rename(passage.role) for passage in found.passages
        )
        ids = {"signatory": "signatory.name", "signatory_role": "signatory.role"}
        wanted = {
            (rename(ids.get(v.role, v.role)), rename(v.value) if v.role in ("kind", "chamber") else v.value)
            for v in found.values
        }
        assert {(value.field, value.value) for value in letter.values.values()} == wanted
    assert check(store.path) == []


def test_the_outline_of_the_project_names_fields_as_that_of_the_file(store: Store, rename: Rename) -> None:
    codebook = store.reader.codebook()
    for letter in shown(store):
        found = propose(LetterText(letter.text, letter.page_starts()))
        fields = {row["field"] for row in outline_rows(letter.text, found)["fields"]}
        assert {row["field"] for row in outline_of(letter, codebook)["fields"]} == fields
        assert {"letter_date", "signatory_role"} & fields


def test_the_list_shows_date_and_sender(store: Store) -> None:
    lines = store.reader.letters_page()
    assert [(line.date, line.date_proposed) for line in lines if line.date]
    assert [(line.sender, line.sender_proposed) for line in lines if line.sender]
    assert all(line.undated == (not line.date) for line in lines)


def test_the_lines_of_a_letterhead_stay(store: Store, rename: Rename) -> None:
    letter = new_letter("Den Haag\nPostbus 1\nDatum 3 mei\n", [0], "a", STAMP)  # type: ignore[arg-type]
    [uid] = letter.sections
    heads = {uid: replace(letter.sections[uid], tag=rename("letterhead"), state="confirmed")}
    one = ExportLetter(1, "u", replace(letter, sections=heads), "", "", "", "")
    [piece] = REFLOWED.pieces([one], ExportContext(store.reader.codebook()))
    assert piece.data == b"Den Haag\nPostbus 1\nDatum 3 mei\n"


def test_without_a_role_it_is_not_proposed_and_with_it_it_is(tmp_path: Path) -> None:
    book = kamerbrieven()
    for field in ("letter_date", "chamber"):
        book = field_edits.set_role(book, field, "")
    book = codebook_edits.set_tag_role(book, "commitment", "")
    with Store.create(tmp_path / "p.kant", book, "jan") as store:
        import_paths(store, [resource_path(f"sample/{name}.txt") for name in SAMPLES[1:]], "jan")
    session = Session(Store.open(tmp_path / "p.kant", analyst="jan"), "jan")
    Proposing(session, AtOnce(), lambda call: call())
    session.open_letter(2)
    session.open_letter(1)
    assert not held(session) & {"letter_date", "chamber", "commitment"}
    session.store.flush()
    assert session.store.reader.letter_line(1).date == ""  # type: ignore[union-attr]
    for field in ("letter_date", "chamber"):
        after = field_edits.set_role(session.codebook, field, field)
        session.do_codebook(codebook_change("change_field", "a"), after, {})
    after = codebook_edits.set_tag_role(session.codebook, "decision", "commitment")
    session.do_codebook(codebook_change("role_tag", "a"), after, {})
    assert held(session) >= {"letter_date", "chamber", "decision"}
    session.store.flush()
    assert session.store.reader.letter_line(1).date  # type: ignore[union-attr]
    session.open_letter(2)  # it was looked at before, for another codebook
    assert held(session) >= {"letter_date", "chamber"}
    session.open_letter(1)
    session.undo()
    assert "decision" not in held(session)
    session.close()


def held(session: Session) -> set[str]:
    letter = session.letter
    assert letter is not None
    return {value.field for value in letter.values.values()} | {row.tag for row in letter.passages.values()}


def test_a_codebook_in_a_project_from_before_there_were_roles_has_those_of_its_ids(tmp_path: Path) -> None:
    path = tmp_path / "p.kant"
    with Store.create(path, kamerbrieven(), "jan"):
        pass
    with closing(sqlite3.connect(path)) as conn:
        for table in ("codebook_tag", "codebook_field"):
            for row_id, source in conn.execute(f"SELECT id, json FROM {table}").fetchall():
                entry = json.loads(source)
                drop_roles(entry)
                conn.execute(f"UPDATE {table} SET json = ? WHERE id = ?", (json.dumps(entry), row_id))
        conn.commit()
    with Store.open(path, read_only=True) as store:
        assert store.reader.codebook() == kamerbrieven()
        assert store.reader.codebook_faults() == []


def drop_roles(entry: dict[str, Any]) -> None:
    del entry["role"]
    for inner in (*entry.get("choices", ()), *entry.get("parts", ())):
        drop_roles(inner)
