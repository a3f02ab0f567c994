"""One moment of a project, read while others write: from a copy of it when that takes long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from annotator.session.transfer import one_moment
from annotator.session.transfer.one_moment import LONG, OneMoment
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, added, letter


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "p.kant", CODEBOOK, "jan") as store:
        add(store, "Een.\n")
        yield store


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, as the module sees it."""
    now = [0.0]
    monkeypatch.setattr(one_moment, "time", SimpleNamespace(monotonic=lambda: now[0]))
    return now


def add(store: Store, text: str) -> None:
    store.do(lambda conn: add_letters(conn, [added(letter(text), f"{text}.txt")]))


def texts(moment: OneMoment) -> list[str]:
    reader = moment.reader()
    return [reader.letter(letter_id).text for letter_id in reader.letter_ids()]


def test_what_is_written_before_the_copy_is_not_in_it(store: Store, clock: list[float]) -> None:
    with OneMoment(store) as moment:
        first = moment.reader()
        assert texts(moment) == ["Een.\n"]
        add(store, "Twee.\n")
        clock[0] = LONG
        assert moment.reader() is not first
        add(store, "Drie.\n")
        assert texts(moment) == ["Een.\n"]
    with OneMoment(store) as moment:
        assert texts(moment) == ["Een.\n", "Twee.\n", "Drie.\n"]


def test_it_is_copied_once_and_only_when_it_takes_long(store: Store, clock: list[float]) -> None:
    with OneMoment(store) as moment:
        first = moment.reader()
        clock[0] = LONG / 2
        assert moment.reader() is first
        clock[0] = LONG
        copied = moment.reader()
        clock[0] = 10 * LONG
        assert moment.reader() is copied
        assert len(list(store.path.parent.glob(".kanttekening-*.part"))) == 1
    assert not list(store.path.parent.glob(".kanttekening-*"))


def test_only_who_may_read_the_project_may_read_the_copy(store: Store, clock: list[float]) -> None:
    store.path.chmod(0o600)
    with OneMoment(store) as moment:
        clock[0] = LONG
        moment.reader()
        [copy] = store.path.parent.glob(".kanttekening-*.part")
        assert copy.stat().st_mode & 0o777 == 0o600
