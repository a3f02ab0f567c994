"""What is drawn how large, and that no page breaks the limits."""

from __future__ import annotations

import pytest

from annotator.pages.parts import MOST_PIXELS, Part, clipped, page_pixels, parts_within


def test_a_page_that_is_small_enough_is_one_part() -> None:
    assert list(parts_within(3, 700, 990, 0, 400, 700, 500)) == [Part(3, 700, 990, 0, 0, 700, 990)]


def test_a_large_page_is_drawn_in_the_tiles_that_are_seen() -> None:
    parts = list(parts_within(0, 6000, 8000, 1000, 2000, 2500, 2100))
    assert [(p.left, p.top) for p in parts] == [
        (0, 1024),
        (1024, 1024),
        (2048, 1024),
        (0, 2048),
        (1024, 2048),
        (2048, 2048),
    ]


@pytest.mark.parametrize("region", [(0, 0, 6000, 8000), (-500, -500, 9000, 9000)])
def test_tiles_cover_a_page_without_overlap(region: tuple[int, int, int, int]) -> None:
    parts = list(parts_within(0, 6000, 8000, *region))
    assert sum(p.width * p.height for p in parts) == 6000 * 8000
    assert len({(p.left, p.top) for p in parts}) == len(parts)


def test_a_page_of_a_million_points_is_drawn_smaller() -> None:
    wide, high = page_pixels(1_000_000, 500_000, 2.0)
    assert wide <= 60_000
    assert wide == pytest.approx(2 * high, rel=0.01)


def test_a_page_without_size_has_a_pixel() -> None:
    assert page_pixels(0, 0, 1.0) == (1, 1)


def test_what_lies_outside_a_page_is_cut_off() -> None:
    assert clipped(Part(0, 100, 200, -20, 190, 50, 50)) == Part(0, 100, 200, 0, 190, 30, 10)


def test_one_drawing_is_never_too_large() -> None:
    part = clipped(Part(0, 60_000, 60_000, 0, 0, 60_000, 60_000))
    assert part.width * part.height <= MOST_PIXELS
