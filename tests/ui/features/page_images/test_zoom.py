"""How large pages are shown."""

from __future__ import annotations

import pytest

from annotator.pages.stack import GAP
from annotator.ui.features.page_images.zoom import FULL_SIZE, Zoom, stepped

A4 = (595.0, 842.0)


def test_a_percentage_is_that_of_paper() -> None:
    assert Zoom("", 200).scale(A4, None, (300, 300)) == 2 * FULL_SIZE


def test_the_width_of_the_page_fits() -> None:
    assert Zoom("width").scale(A4, None, (595 + 2 * GAP, 100)) == pytest.approx(1.0)


def test_the_whole_page_fits() -> None:
    scale = Zoom("page").scale(A4, None, (2000, 421 + 2 * GAP))
    assert scale == pytest.approx(0.5)


def test_lines_fit_larger_than_the_page() -> None:
    room = (400.0, 400.0)
    assert Zoom("text").scale(A4, (70, 520), room) > Zoom("width").scale(A4, (70, 520), room)


def test_narrow_lines_are_not_blown_up() -> None:
    assert Zoom("text").scale(A4, (70, 90), (600, 400)) == 1.5 * FULL_SIZE


def test_a_page_without_words_fits_by_its_width() -> None:
    room = (400.0, 400.0)
    assert Zoom("text").scale(A4, None, room) == Zoom("width").scale(A4, None, room)


def test_a_page_of_a_million_points_still_fits() -> None:
    assert Zoom("width").scale((1e6, 1e6), None, (500, 500)) == pytest.approx((500 - 2 * GAP) / 1e6)


@pytest.mark.parametrize("zoom", [Zoom("text"), Zoom("width"), Zoom("page"), Zoom("", 150)])
def test_a_zoom_is_read_as_it_was_written(zoom: Zoom) -> None:
    read = Zoom.read(zoom.written())
    assert (read.fit, read.percent if not read.fit else 0) == (zoom.fit, zoom.percent if not zoom.fit else 0)


@pytest.mark.parametrize("written", ["", "nonsense", "12.5", "-3"])
def test_what_is_no_zoom_is_the_usual_one(written: str) -> None:
    assert Zoom.read(written) == Zoom("text")


def test_steps_go_up_and_down_and_stop_at_the_ends() -> None:
    assert [stepped(93.0, 1), stepped(93.0, -1), stepped(100.0, 1), stepped(100.0, -1)] == [100, 90, 110, 90]
    assert (stepped(500, 1), stepped(25, -1)) == (500, 25)
