"""Where pages lie."""

from __future__ import annotations

from annotator.core.page_layout import PageLayout, WordBox
from annotator.pages.stack import GAP, PageStack, text_bounds


def test_pages_lie_one_below_the_other() -> None:
    stack = PageStack([(100, 200), (100, 200)], [1.0, 2.0], 400)
    first, second = stack.frames
    assert second.top == first.top + 200 + GAP
    assert stack.height == second.top + 400 + GAP
    assert first.left + first.width / 2 == second.left + second.width / 2 == 200


def test_a_page_wider_than_the_pane_gives_a_wider_content() -> None:
    stack = PageStack([(100, 200)], [8.0], 400)
    assert stack.width == 800 + 2 * GAP
    assert stack.frames[0].left == GAP


def test_a_chosen_point_of_each_page_stands_on_the_axis() -> None:
    stack = PageStack([(100, 200), (300, 200)], [1.0, 1.0], 50, anchors=[20, 200])
    assert [frame.left + anchor for frame, anchor in zip(stack.frames, (20, 200), strict=True)] == [
        stack.axis
    ] * 2


def test_a_stretch_meets_the_pages_that_it_shows() -> None:
    stack = PageStack([(10, 100)] * 5, [1.0] * 5, 50)
    second = stack.frames[1]
    assert list(stack.between(second.top + 10, second.top + 20)) == [1]
    assert list(stack.between(second.top + 10, second.top + 130)) == [1, 2]
    assert list(stack.between(second.top + 101, second.top + 102)) == []


def test_the_page_at_a_height_is_the_nearest_one() -> None:
    stack = PageStack([(10, 100)] * 3, [1.0] * 3, 50)
    assert [stack.page_at(y) for y in (-50, 60, stack.frames[1].top + 1, 10_000)] == [0, 0, 1, 2]
    assert PageStack([], [], 50).page_at(10) == -1


def test_pages_of_one_size_share_the_bounds_of_their_lines() -> None:
    def words(left: float, right: float) -> tuple[WordBox, ...]:
        return tuple(WordBox(n, n + 1, left, 10, right, 20) for n in range(50))

    layouts = [
        PageLayout(1, 0, 595.3, 841.9, words(70, 520)),
        PageLayout(2, 1, 596.0, 842.0, words(300, 400)[:1]),
        PageLayout(3, 2, 842.0, 595.0),
    ]
    assert text_bounds(layouts) == [(70, 520), (70, 520), None]
