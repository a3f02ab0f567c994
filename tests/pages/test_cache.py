"""What was drawn is kept as long as there is room."""

from __future__ import annotations

from annotator.pages.cache import PixelCache
from annotator.pages.parts import Pixels, whole


def pixels(size: int) -> Pixels:
    return Pixels(size, 1, bytes(size))


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    cache = PixelCache(room=250)
    for page in (0, 1):
        cache.put("a", whole(page, 10, 10), pixels(100))
    cache.get("a", whole(0, 10, 10))
    cache.put("a", whole(2, 10, 10), pixels(100))
    assert cache.get("a", whole(1, 10, 10)) is None
    assert cache.get("a", whole(0, 10, 10)) is not None
    assert cache.used == 200


def test_what_alone_is_larger_than_the_room_is_kept_alone() -> None:
    cache = PixelCache(room=50)
    cache.put("a", whole(0, 10, 10), pixels(40))
    cache.put("a", whole(1, 10, 10), pixels(400))
    assert cache.get("a", whole(0, 10, 10)) is None
    assert cache.get("a", whole(1, 10, 10)) is not None


def test_a_page_gives_all_sizes_that_are_kept_of_it() -> None:
    cache = PixelCache()
    cache.put("a", whole(0, 10, 10), pixels(1))
    cache.put("a", whole(0, 20, 20), pixels(2))
    cache.put("b", whole(0, 30, 30), pixels(3))
    assert [part.wide for part, _ in cache.of_page("a", 0)] == [10, 20]


def test_drawing_again_takes_no_more_room() -> None:
    cache = PixelCache()
    cache.put("a", whole(0, 10, 10), pixels(100))
    cache.put("a", whole(0, 10, 10), pixels(60))
    assert cache.used == 60


def test_what_is_needed_at_once_has_room() -> None:
    cache = PixelCache(room=100)
    parts = [whole(page, 10, 10) for page in (0, 1, 2)]
    cache.make_room(3 * 400)
    for part in parts:
        cache.put("a", part, Pixels(10, 10, bytes(400)))
    assert [part for part in parts if cache.get("a", part) is None] == []
