"""What was drawn lately, kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from annotator.pages.parts import Part, Pixels

ROOM = 24 * 1024 * 1024  # bytes: a dozen pages as they fit a window
Key = tuple[str, Part]  # the source's SHA-256, and what of it


class PixelCache:
    """Keeps drawings by source and part; the one that was asked for longest ago goes first."""

    def __init__(self, room: int = ROOM) -> None:
        self._least = self._room = room
        self._used = 0
        self._kept: OrderedDict[Key, Pixels] = OrderedDict()
        self._by_page: dict[tuple[str, int], dict[Part, None]] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._kept

    @property
    def used(self) -> int:
        """Return how many bytes are kept."""
        return self._used

    def make_room(self, needed: int) -> None:
        """Have room for at least so many bytes that are needed at once: no drawing is to push out another."""
        self._room = max(self._least, needed)

    def get(self, source: str, part: Part) -> Pixels | None:
        """Return a drawing, if it is kept."""
        found = self._kept.get((source, part))
        if found is not None:
            self._kept.move_to_end((source, part))
        return found

    def put(self, source: str, part: Part, pixels: Pixels) -> None:
        """Keep a drawing; older ones make room for it."""
        self._drop((source, part))
        self._kept[source, part] = pixels
        self._by_page.setdefault((source, part.page), {})[part] = None
        self._used += len(pixels.data)
        while self._used > self._room and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def of_page(self, source: str, page: int) -> Iterator[tuple[Part, Pixels]]:
        """Yield what is kept of a page, at whatever size, the newest last."""
        for part in self._by_page.get((source, page), ()):
            yield part, self._kept[source, part]

    def _drop(self, key: Key) -> None:
        pixels = self._kept.pop(key, None)
        if pixels is None:
            return
        self._used -= len(pixels.data)
        source, part = key
        of_page = self._by_page[source, part.page]
        del of_page[part]
        if not of_page:
            del self._by_page[source, part.page]
