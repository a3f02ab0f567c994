"""Proposals for many letters without a window: all of them, kept as they come, taken up again."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.session.proposals import proposing_now
from annotator.session.proposals.overlay import engine_of
from annotator.session.proposals.proposing_now import propose_now
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from tests.session.proposals.test_proposing import REPORT

COUNT = 16  # more than are made without processes of their own


@pytest.fixture
def store(tmp_path: Path) -> Store:
    paths = [tmp_path / f"{number}.txt" for number in range(COUNT)]
    for number, path in enumerate(paths):
        path.write_text(REPORT + "x\n" * number, encoding="utf-8")
    made = Store.create(
        tmp_path / "p.kant", read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan"
    )
    import_paths(made, paths, "jan")
    yield made
    made.close()


def left(store: Store) -> int:
    return store.reader.count_to_propose(engine_of(store.reader.codebook()))


def test_all_letters(store: Store) -> None:
    told: list[tuple[int, int]] = []
    ids = store.reader.letter_ids()
    assert propose_now(store, ids, lambda done, total: told.append((done, total))) == COUNT
    assert left(store) == 0
    assert told == [(COUNT, COUNT)]
    counts = {store.reader.open_counts(letter_id).sections for letter_id in ids}
    assert counts == {4}


def test_only_those_that_were_named(store: Store) -> None:
    assert propose_now(store, [3, 5]) == 2
    assert left(store) == COUNT - 2
    assert store.reader.open_counts(3) is not None


def test_what_is_there_is_not_made_again(store: Store) -> None:
    propose_now(store, [3, 5])
    assert propose_now(store, [3, 5, 7]) == 1


def test_what_was_made_before_it_was_stopped_is_kept_and_the_rest_taken_up(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing_now, "_AT_ONCE", 2)
    ids = store.reader.letter_ids()
    done: list[int] = []
    kept = propose_now(store, ids, lambda n, total: done.append(n), lambda: bool(done) and done[-1] >= 4)
    assert kept == 4
    assert left(store) == COUNT - kept
    assert propose_now(store, ids) == COUNT - kept
    assert left(store) == 0
