"""The page images that the views want: drawn one after the other in a worker process, the most urgent first,
and kept."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.jobs.runner import CancellingRunner
from annotator.jobs.shared_buffer import SharedBuffer, attached
from annotator.pages.cache import PixelCache
from annotator.pages.drawing import DAMAGED, Shelf
from annotator.pages.parts import BYTES_PER_PIXEL, MOST_PIXELS, Part, Pixels

MEMORY_LIMIT = 3 * 1024**3  # bytes of address space: a picture of a gigapixel costs the worker alone
_SECONDS = 15.0
_SECONDS_AHEAD = 2.0  # what may be seen next must not hold up what is seen now
AHEAD = 2  # the rank of what nobody sees yet
_KEY = "page image"
_log = logging.getLogger(__name__)

TOO_SLOW = Message(
    "Pages", QT_TRANSLATE_NOOP("Pages", "The image of this page takes too long to draw: it is left out.")
)


class Source(NamedTuple):
    """Where the pages of a letter are: the project, the letter, and the SHA-256 of its source."""

    project: Path
    letter_id: int
    sha256: str


class Wanted(NamedTuple):
    """A part of a page that a view wants."""

    source: Source
    part: Part


Arrived = Callable[[Wanted], None]


class DrawingRunner(CancellingRunner, Protocol):
    """What draws: the worker process, or a stand-in."""

    def close(self) -> None:
        """End it; no answer comes afterwards."""


class PageImages:
    """Has parts of pages drawn for several askers at once; used in the views' thread.

    Each asker has one list of what it wants now; a new list takes the place of the old one, and what nobody
    wants any more is not drawn.
    """

    def __init__(
        self,
        runner: DrawingRunner,
        post: Callable[[Callable[[], None]], None],
        cache: PixelCache | None = None,
    ) -> None:
        self._runner, self._post = runner, post
        self._cache = cache or PixelCache()
        self._asked: dict[str, tuple[int, Sequence[Wanted], Arrived]] = {}
        self._problems: dict[tuple[str, int], Message] = {}
        self._slow: set[tuple[str, int]] = set()  # pages that took too long to be drawn ahead
        self._running: tuple[int, Wanted] | None = None
        self._number = 0
        self._block: SharedBuffer | None = None
        self._closed = self._warm = False

    def warm(self) -> None:
        """Have the worker process started and made ready, before the first page is wanted."""
        if not self._warm:
            self._warm = True
            self._runner.submit("warm", warm_job)

    def get(self, source: Source, part: Part) -> Pixels | None:
        """Return what was drawn, if it is kept."""
        return self._cache.get(source.sha256, part)

    def of_page(self, source: Source, page: int) -> list[tuple[Part, Pixels]]:
        """Return what is kept of a page at any size, the newest last."""
        return list(self._cache.of_page(source.sha256, page))

    def problem(self, source: Source, page: int) -> Message | None:
        """Return why a page cannot be drawn, if that is so."""
        return self._problems.get((source.sha256, page))

    def forget_problems(self, source: Source) -> None:
        """Try pages again that could not be drawn."""
        for key in [key for key in self._problems if key[0] == source.sha256]:
            del self._problems[key]

    def ask(self, asker: str, rank: int, wanted: Sequence[Wanted], arrived: Arrived) -> None:
        """Want these parts from now on, in this order, instead of what this asker wanted before.

        Lists of a lower rank come first. `arrived` is called in the views' thread after each part, also for
        one that cannot be drawn: `problem` tells.
        """
        self._asked[asker] = (rank, wanted, arrived)
        parts = {(each.source.sha256, each.part) for _, asked, _ in self._asked.values() for each in asked}
        pixels = sum(part.width * part.height for _, part in parts)
        self._cache.make_room(pixels * BYTES_PER_PIXEL)
        if self._running is not None and not self._is_wanted(self._running[1]):
            self._stop_running()
        self._go_on()

    def forget(self, asker: str) -> None:
        """Want nothing any more of what this asker wanted."""
        self._asked.pop(asker, None)

    def has_all(self, wanted: Sequence[Wanted]) -> bool:
        """Tell whether nothing of these is still to be drawn."""
        return all(self._is_settled(each) for each in wanted)

    def close(self) -> None:
        """Want nothing any more, end the worker and let the shared memory go."""
        self._closed = True
        self._asked.clear()
        self._runner.close()
        if self._block is not None:
            self._block.close()

    # ------------------------------------------------------------------ one after the other

    def _is_wanted(self, wanted: Wanted) -> bool:
        return any(wanted in each[1] for each in self._asked.values())

    def _is_settled(self, wanted: Wanted) -> bool:
        sha256, part = wanted.source.sha256, wanted.part
        return (sha256, part) in self._cache or (sha256, part.page) in self._problems

    def _stop_running(self) -> None:
        if any(not self._is_settled(w) for _, parts, _ in self._asked.values() for w in parts):
            self._runner.cancel(_KEY)
            self._running = None

    def _next(self) -> tuple[int, Wanted] | None:
        """Return what is to be drawn next, with its rank."""
        for rank, parts, _ in sorted(self._asked.values(), key=lambda each: each[0]):
            for wanted in parts:
                is_slow = (wanted.source.sha256, wanted.part.page) in self._slow
                if not self._is_settled(wanted) and not (is_slow and rank >= AHEAD):
                    return rank, wanted
        return None

    def _go_on(self) -> None:
        if self._running is not None or self._closed:
            return
        found = self._next()
        if found is None:
            return
        rank, wanted = found
        self._number += 1
        number, block = self._number, self._shared()
        self._running = (number, wanted)

        def done(data: bytes | None) -> None:
            # In the worker's thread: the buffer must be read before the next request is sent.
            size = wanted.part.width * wanted.part.height * BYTES_PER_PIXEL
            taken = block.taken(size) if data is None and block is not None else data or b""
            pixels = Pixels(wanted.part.width, wanted.part.height, taken)
            self._post(lambda: self._drawn(number, wanted, pixels))

        def failed(error: Exception) -> None:
            self._post(lambda: self._failed(number, rank, wanted, error))

        self._runner.submit(
            _KEY,
            draw_job,
            wanted,
            block.name if block else "",
            done=done,
            failed=failed,
            timeout=_SECONDS if rank < AHEAD else _SECONDS_AHEAD,
        )

    def _shared(self) -> SharedBuffer | None:
        if self._block is None:
            with suppress(OSError):  # without it the pixels come through the pipe, more slowly
                self._block = SharedBuffer(MOST_PIXELS * BYTES_PER_PIXEL)
        return self._block

    def _drawn(self, number: int, wanted: Wanted, pixels: Pixels) -> None:
        self._cache.put(wanted.source.sha256, wanted.part, pixels)
        self._settle(number, wanted)

    def _failed(self, number: int, rank: int, wanted: Wanted, error: Exception) -> None:
        page = (wanted.source.sha256, wanted.part.page)
        if rank >= AHEAD and getattr(error, "reason", "") == "timeout":
            self._slow.add(page)
        else:
            self._problems[page] = _sentence(error)
        self._settle(number, wanted)

    def _settle(self, number: int, wanted: Wanted) -> None:
        if self._running is not None and self._running[0] == number:
            self._running = None
        self._go_on()  # first, so that the worker is busy while the views paint
        for _, parts, arrived in list(self._asked.values()):
            if wanted in parts:
                arrived(wanted)


def _sentence(error: Exception) -> Message:
    if isinstance(error, UserError):
        return error.message
    reason = getattr(error, "reason", "error")
    _log.warning("a page image could not be drawn: %s", reason)
    return TOO_SLOW if reason == "timeout" else DAMAGED


# ---------------------------------------------------------------------- in the worker process


@lru_cache(maxsize=1)
def _shelf() -> Shelf:
    """Return the process's one shelf of open documents."""
    return Shelf()


def warm_job() -> None:
    """Import what drawing takes."""
    import annotator.storage.reader  # noqa: F401

    _shelf().make_ready()


def draw_job(wanted: Wanted, block: str) -> bytes | None:
    """Draw a part into the block of this name and return None; without a block return the pixels."""
    source, part = wanted

    def read() -> bytes:
        from annotator.storage.reader import Reader

        with Reader(source.project) as reader:
            return reader.source_bytes(source.letter_id)

    if not block:
        room = bytearray(part.width * part.height * BYTES_PER_PIXEL)
        _shelf().draw(source.sha256, read, part, room)
        return bytes(room)
    _shelf().draw(source.sha256, read, part, attached(block).buf)
    return None
