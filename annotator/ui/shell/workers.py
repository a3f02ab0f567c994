"""The processes that are started for a window when they are needed, and end with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.jobs.lazy import LazyWorker
    from annotator.session.pages.page_images import PageImages
    from annotator.session.search.regular_search import RegularSearch

_FINDER_MEMORY = 1 << 30  # bytes


class Workers:
    """Makes each when it is first asked for. `post` runs a callable in the window's thread."""

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post

    @cached_property
    def images(self) -> PageImages:
        """What draws the page images, in a process of its own."""
        from annotator.jobs.lazy import LazyWorker
        from annotator.session.pages.page_images import MEMORY_LIMIT, PageImages

        return PageImages(LazyWorker("kanttekening-pages", MEMORY_LIMIT, patient=False), self._post)

    @cached_property
    def _finder(self) -> LazyWorker:
        """The process of regular expressions: one may run wild, and is ended with it."""
        from annotator.jobs.lazy import LazyWorker

        return LazyWorker("kanttekening-finder", _FINDER_MEMORY)

    @cached_property
    def regular(self) -> RegularSearch:
        """Searching by regular expressions."""
        from annotator.session.search.regular_search import RegularSearch

        return RegularSearch(self._finder)

    def close(self) -> None:
        """End the processes that were started."""
        if "images" in self.__dict__:
            self.images.close()
        if "_finder" in self.__dict__:
            self._finder.close()
