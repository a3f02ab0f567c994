"""Who wants which page images, and which are drawn first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.jobs.worker import JobFailed
from annotator.pages.drawing import DAMAGED
from annotator.pages.parts import whole
from annotator.session.pages.page_images import AHEAD, TOO_SLOW, PageImages, Source, Wanted

SOURCE = Source(Path("P.kant"), 1, "ab12")


class Hand:
    """A worker that draws when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Wanted, Callable[[Any], None], Callable[[Exception], None]]] = []
        self.drawn: list[int] = []
        self.cancelled = 0
        self.closed = False

    def submit(self, key: str, function: Any, *args: Any, **options: Any) -> None:
        self.waiting.append((args[0], options["done"], options["failed"]))

    def cancel(self, key: str) -> None:
        self.cancelled += 1
        self.waiting.pop(0)

    def close(self) -> None:
        self.closed = True

    def draw(self) -> None:
        wanted, done, _ = self.waiting.pop(0)
        self.drawn.append(wanted.part.page)
        done(bytes(wanted.part.width * wanted.part.height * 4))

    def draw_all(self) -> None:
        while self.waiting:
            self.draw()

    def fail(self, error: Exception) -> None:
        self.waiting.pop(0)[2](error)


def page(number: int) -> Wanted:
    return Wanted(SOURCE, whole(number, 4, 4))


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def images(hand: Hand) -> Any:
    made = PageImages(hand, lambda call: call())
    yield made
    made.close()


def nothing(_: Wanted) -> None:
    pass


def test_what_was_drawn_is_kept_and_told(images: PageImages, hand: Hand) -> None:
    told: list[Wanted] = []
    images.ask("pane", 0, [page(0)], told.append)
    assert images.get(SOURCE, page(0).part) is None
    hand.draw()
    assert told == [page(0)]
    assert images.get(SOURCE, page(0).part) is not None
    assert images.has_all([page(0)])


def test_one_is_drawn_at_a_time_and_what_is_seen_comes_first(images: PageImages, hand: Hand) -> None:
    images.ask("ahead", 2, [page(7), page(8)], nothing)
    images.ask("pane", 0, [page(0), page(1)], nothing)
    assert len(hand.waiting) == 1
    hand.draw_all()
    assert hand.drawn == [7, 0, 1, 8]


def test_what_nobody_wants_any_more_is_not_drawn(images: PageImages, hand: Hand) -> None:
    images.ask("pane", 0, [page(0), page(1), page(2)], nothing)
    images.ask("pane", 0, [page(5)], nothing)
    hand.draw_all()
    assert hand.drawn == [5]
    assert hand.cancelled == 1


def test_what_is_kept_is_not_drawn_again(images: PageImages, hand: Hand) -> None:
    images.ask("pane", 0, [page(0)], nothing)
    hand.draw_all()
    images.ask("pane", 0, [page(0)], nothing)
    assert hand.waiting == []


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (JobFailed("x", "timeout"), TOO_SLOW),
        (JobFailed("x", "crash"), DAMAGED),
        (UserError(Message("Pages", "It is locked.")), Message("Pages", "It is locked.")),
    ],
)
def test_a_page_that_cannot_be_drawn_has_a_sentence_and_the_others_are_drawn(
    images: PageImages, hand: Hand, error: Exception, sentence: Message
) -> None:
    told: list[Wanted] = []
    images.ask("pane", 0, [page(0), page(1)], told.append)
    hand.fail(error)
    hand.draw_all()
    assert images.problem(SOURCE, 0) == sentence
    assert told == [page(0), page(1)]
    assert hand.drawn == [1]


def test_a_page_that_takes_long_is_not_drawn_ahead_but_when_it_is_seen(
    images: PageImages, hand: Hand
) -> None:
    images.ask("ahead", AHEAD, [page(1), page(2)], nothing)
    hand.fail(JobFailed("x", "timeout"))
    hand.draw_all()
    assert hand.drawn == [2]
    assert images.problem(SOURCE, 1) is None
    images.ask("pane", 0, [page(1)], nothing)
    hand.draw_all()
    assert hand.drawn == [2, 1]


def test_a_page_that_could_not_be_drawn_is_tried_again_when_it_is_forgotten(
    images: PageImages, hand: Hand
) -> None:
    images.ask("pane", 0, [page(0)], nothing)
    hand.fail(JobFailed("x", "crash"))
    images.forget_problems(SOURCE)
    images.ask("pane", 0, [page(0)], nothing)
    hand.draw_all()
    assert hand.drawn == [0]


def test_who_forgot_is_told_nothing(images: PageImages, hand: Hand) -> None:
    told: list[Wanted] = []
    images.ask("word", 1, [page(0)], told.append)
    images.forget("word")
    hand.draw_all()
    assert told == []


def test_closing_ends_the_worker(images: PageImages, hand: Hand) -> None:
    images.close()
    assert hand.closed
    images.ask("pane", 0, [page(0)], nothing)
    assert hand.waiting == []
