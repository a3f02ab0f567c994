"""Random changes, in the file and in memory: the same letters, also undone, done again and opened anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.document import Letter, new_letter
from annotator.core.text import normalise
from annotator.storage.check import check
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, STAMP, Player, added, letter, project, save

PIECES = [
    "Belgié",
    "van",
    "vei-\nlig",
    "e\u0301",
    "😀",
    "👩\u200d💻",
    "\u2028",
    "\u00a0",
    " ",
    "\n",
    "®",
    ".",
    "\f",
]
raw_texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = project(tmp_path_factory.mktemp("random") / "P.kant")
    yield store
    store.close()


def played(store: Store, first: list[Letter], seed: int, steps: int) -> tuple[Player, list[int]]:
    ids = store.do(lambda conn: add_letters(conn, [added(made) for made in first]))
    return Player(dict(zip(ids, first, strict=True)), seed, store.reader.codebook()), ids


@given(st.lists(raw_texts, min_size=1, max_size=2), st.integers(0, 10**9), st.integers(1, 14))
@settings(max_examples=settings.default.max_examples * 2 // 3)
def test_the_file_and_the_memory_are_the_same(shared: Store, raws: list[str], seed: int, steps: int) -> None:
    texts = [normalise(raw) for raw in raws]
    first = [new_letter(t.text or "x", t.page_starts, "Letter", STAMP) for t in texts]
    player, ids = played(shared, first, seed, steps)
    book = player.codebook
    # Each example has a history of its own: ids go on from those before it.
    base = shared.reader.last_change_id()
    for _ in range(steps):
        change, mode = player.next()
        save(shared, base + change.id, change.deltas, mode, change.codebook)
        assert {i: shared.reader.letter(i) for i in ids} == player.letters
        assert shared.reader.codebook() == player.codebook
    last, redone = dict(player.letters), len(player.done)
    for change in reversed(player.done):
        save(shared, base + change.id, {}, "undo")
    assert [shared.reader.letter(i) for i in ids] == first
    assert shared.reader.codebook() == book
    for change in player.done[:redone]:
        save(shared, base + change.id, {}, "redo")
    assert {i: shared.reader.letter(i) for i in ids} == last
    assert shared.reader.codebook() == player.codebook


def test_a_project_after_random_changes_is_without_faults(tmp_path: Path) -> None:
    with project(tmp_path / "P.kant", letter(), letter("Belgié\n\nvei-\nlig", pages=(0, 8))) as store:
        player = Player({n: store.reader.letter(n) for n in (1, 2)}, 7)
        for _ in range(150):
            change, mode = player.next()
            save(store, change.id, change.deltas, mode, change.codebook)
            assert {n: store.reader.letter(n) for n in (1, 2)} == player.letters
        assert check(store.path) == []


def test_undo_from_the_file_alone_leads_back_to_the_start(tmp_path: Path) -> None:
    first = letter(pages=(0, 21, 60))
    with project(tmp_path / "P.kant", first) as store:
        player = Player({1: first}, 3)
        for _ in range(60):
            change, mode = player.next()
            save(store, change.id, change.deltas, mode, change.codebook)
        assert store.reader.letter(1) == player.letters[1]
        assert store.reader.codebook() == player.codebook != CODEBOOK
    shutil.copy(tmp_path / "P.kant", tmp_path / "Q.kant")
    with Store.open(tmp_path / "Q.kant") as store:
        while (change := store.reader.next_undo()) is not None:
            save(store, change.id, change.deltas, "undo")
        assert store.reader.letter(1) == first
        assert store.reader.codebook() == CODEBOOK
