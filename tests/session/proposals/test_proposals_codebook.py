"""Proposals and the codebook: they follow it, and never stand in its way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.core import codebook_edits
from annotator.core.codebook import Codebook
from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.codebook.codebook_migration import follow
from annotator.session.codebook.labels import codebook_change
from annotator.session.proposals.proposing import Proposing, ProposingForAll
from annotator.session.transfer.importing import import_paths
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.session.proposals.test_proposing import REPORT, AtOnce


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session on two letters with proposals; the first is open."""
    paths = [tmp_path / f"{number}.txt" for number in (1, 2)]
    for number, path in enumerate(paths):
        path.write_text(REPORT + "x\n" * number, encoding="utf-8")
    with Store.create(
        tmp_path / "p.kant", read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan"
    ) as store:
        import_paths(store, paths, "jan")
    session = Session(Store.open(tmp_path / "p.kant", analyst="jan"), "jan")
    session.open_letter(1)
    look_at_all(session)
    yield session
    session.close()


def look_at_all(session: Session) -> None:
    for_all = ProposingForAll(session, Proposing(session, AtOnce(), lambda call: call()), AtOnce())
    for_all.start()
    session.store.flush()


def rows(session: Session, query: str) -> list[tuple[Any, ...]]:
    session.store.flush()
    with closing(sqlite3.connect(session.store.path)) as conn:
        return conn.execute(query).fetchall()


def change(session: Session, after: Codebook, merged: dict[str, str] | None = None) -> None:
    following = follow(
        session.store, session.codebook, after, merged or {}, "nl", lambda n, name: None, lambda: False
    )
    session.do_codebook(codebook_change("rename_tag", "a", "b"), after, following.deltas)


COMMITMENTS = "SELECT letter_id FROM passages WHERE tag = 'commitment' ORDER BY letter_id"
OPEN = "SELECT sum(passages_open), (SELECT count(*) FROM passages WHERE state = 'proposed') FROM proposal"


def test_a_tag_that_is_only_proposed_may_go(session: Session) -> None:
    assert rows(session, COMMITMENTS) == [(1,), (2,)]
    change(session, codebook_edits.delete_tag(session.codebook, "commitment"))
    assert rows(session, COMMITMENTS) == []
    assert check(session.store.path) == []


def test_a_tag_that_is_only_proposed_is_merged(session: Session) -> None:
    after = codebook_edits.merge_tags(session.codebook, "commitment", "decision")
    change(session, after, {"commitment": "decision"})
    assert rows(session, COMMITMENTS) == []
    assert rows(session, "SELECT * FROM change_letter") == []
    assert check(session.store.path) == []


def test_what_waits_is_counted_anew(session: Session) -> None:
    change(session, codebook_edits.retire_tag(session.codebook, "commitment"))
    [(counted, waiting)] = rows(session, OPEN)
    assert counted == waiting > 0


def test_undone_it_is_proposed_again(session: Session) -> None:
    change(session, codebook_edits.delete_tag(session.codebook, "commitment"))
    session.store.flush()
    assert session.store.reader.count_to_propose(session.engine) == 0
    session.undo()
    session.store.flush()
    # The letter on the desk was looked at again at once.
    assert session.store.reader.count_to_propose(session.engine) == 1
    look_at_all(session)
    assert rows(session, COMMITMENTS) == [(1,), (2,)]
