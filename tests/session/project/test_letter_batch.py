"""One thing done for every letter: by how many at once, stopped, begun again, with answers that come late."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from annotator.core.codebook import Codebook
from annotator.core.document import Letter, Stamp, new_letter
from annotator.jobs.runner import Runner
from annotator.jobs.worker_count import FEW
from annotator.session import Session
from annotator.session.project.letter_batch import LetterBatch
from annotator.storage.store import Store

LETTER = new_letter("Geachte voorzitter", (0,), "Brief", Stamp("jan", "2021-01-01T00:00:00Z"))


class Holding:
    """A runner that does its jobs when the test says so; the newest of a key takes an older one's place."""

    def __init__(self) -> None:
        self.waiting: dict[str, Callable[[], None]] = {}

    def submit(
        self,
        key: str,
        function: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        timeout: float = 0.0,
        urgent: bool = False,
    ) -> None:
        assert done is not None
        self.waiting[key] = lambda: done(function(*args))

    def answer(self) -> None:
        """Let the answer come."""
        self.waiting.pop("job")()


class Noting(LetterBatch):
    """Notes the letters, numbered from 1; nothing is read from the file."""

    def __init__(self, session: Session, letters: int, *runners: Runner) -> None:
        self.posted: list[Callable[[], None]] = []
        super().__init__(session, self.posted.append, runners[0], runners[1:])
        self.letters, self.kept, self.told = letters, list[int](), list[object]()
        self.at = 0
        self.progressed.connect(self.told.append)
        self.finished.connect(self.told.append)

    def start(self) -> None:
        super().start()
        self.settle()

    def settle(self) -> None:
        """Do what was left for later."""
        while self.posted:
            self.posted.pop(0)()

    def _rewind(self) -> int:
        self.at = 0
        return self.letters

    def _next_letter(self) -> tuple[int, Letter] | None:
        self.at += 1
        return (self.at, LETTER) if self.at <= self.letters else None

    def _ask(self, runner: Runner, letter_id: int, letter: Letter, answered: Callable[[], None]) -> None:
        def done(number: int) -> None:
            self.kept.append(number)
            answered()

        runner.submit("job", int, letter_id, done=done)


@pytest.fixture
def pair() -> tuple[Holding, Holding]:
    return Holding(), Holding()


def test_one_letter_is_with_each_runner(session: Session, pair: tuple[Holding, Holding]) -> None:
    first, second = pair
    batch = Noting(session, FEW + 1, first, second)
    batch.start()
    assert batch.at == 2
    second.answer()
    assert batch.at == 3 and batch.kept == [2]
    first.answer()
    assert batch.at == 4 and batch.kept == [2, 1]


def test_each_letter_is_read_by_itself(session: Session, pair: tuple[Holding, Holding]) -> None:
    batch = Noting(session, FEW + 1, *pair)
    LetterBatch.start(batch)
    assert batch.at == 1
    batch.settle()
    assert batch.at == 2


def test_few_letters_start_no_further_process(session: Session, pair: tuple[Holding, Holding]) -> None:
    first, second = pair
    batch = Noting(session, FEW, first, second)
    batch.start()
    assert first.waiting and not second.waiting


def test_it_is_finished_when_the_last_answer_was_told(
    session: Session, pair: tuple[Holding, Holding]
) -> None:
    first, second = pair
    batch = Noting(session, FEW + 2, first, second)
    batch.start()
    for _ in range(FEW):
        first.answer()
    first.answer()  # no letter is left, one is still with the other
    assert batch.running and batch.told[-1] == (FEW + 1, FEW + 2)
    second.answer()
    assert not batch.running and batch.told[-2:] == [(FEW + 2, FEW + 2), True]


def test_an_answer_that_comes_while_another_is_told(session: Session, pair: tuple[Holding, Holding]) -> None:
    first, second = pair
    batch = Noting(session, FEW + 2, first, second)
    batch.start()
    for _ in range(FEW):
        first.answer()

    def let_events_through(progress: tuple[int, int]) -> None:
        if progress == (FEW + 1, FEW + 2):
            second.answer()

    batch.progressed.connect(let_events_through)
    ended: list[int] = []
    batch.finished.connect(lambda _: ended.append(len(batch.told)))
    first.answer()
    assert ended == [FEW + 3]  # after the progress of all letters, once
    assert not batch.running


def test_after_a_stop_what_was_found_is_kept(session: Session, pair: tuple[Holding, Holding]) -> None:
    first, second = pair
    batch = Noting(session, FEW + 1, first, second)
    batch.start()
    batch.stop()
    assert batch.told == [False] and not batch.running
    first.answer()
    second.answer()
    assert sorted(batch.kept) == [1, 2]
    assert batch.told == [False] and batch.at == 2
    batch.stop()
    assert batch.told == [False]


def test_a_late_answer_does_not_go_on_with_what_began_since(session: Session) -> None:
    first = Holding()
    batch = Noting(session, 3, first)
    batch.start()
    late = first.waiting["job"]
    batch.stop()
    batch.start()
    late()
    assert batch.told == [False] and batch.at == 1
    for _ in range(3):
        first.answer()
    assert batch.told == [False, (1, 3), (2, 3), (3, 3), True]


def test_it_begins_once(session: Session) -> None:
    first = Holding()
    batch = Noting(session, 3, first)
    batch.start()
    first.answer()
    batch.start()
    assert batch.at == 2


def test_who_hears_that_it_is_finished_can_begin_anew(
    session: Session, pair: tuple[Holding, Holding]
) -> None:
    batch = Noting(session, 0, *pair)
    again = [True]
    batch.finished.connect(lambda _: batch.start() if again and again.pop() else None)
    batch.start()
    assert batch.told == [True, True] and not batch.running


def test_of_a_closed_project_nothing_is_asked(tmp_path: Any) -> None:
    Store.create(tmp_path / "p.kant", Codebook("c", {"en": "C"})).close()
    session = Session(Store.open(tmp_path / "p.kant"), "jan")
    first = Holding()
    batch = Noting(session, 3, first)
    batch.start()
    session.close()
    first.answer()
    assert batch.at == 1
    batch.stop()
    batch.start()
    assert batch.at == 1
