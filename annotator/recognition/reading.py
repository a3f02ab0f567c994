"""Recognising the pages of a source: what an importer is given, to be called in a worker process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.importers.interface import PageImage, Recognised, Report
from annotator.importers.layout.words import RawPage
from annotator.recognition.engine import is_installed, patience
from annotator.recognition.keeping import KeptPages
from annotator.recognition.models import Recognition, models_for
from annotator.recognition.recogniser import Recogniser

_ROOM = 5.0  # seconds for what is done beside reading a page once
_MOST_ALONE = 6  # pages: more are divided among the worker processes
_DIVIDE = QT_TRANSLATE_NOOP("Recognition", "{count:page is|pages are} to be recognised.")


class ManyPages(UserError):
    """There are so many pages to recognise that several processes should share them."""


@dataclass(frozen=True, slots=True)
class PageReader:
    """Recognises pages: plain data that goes to a worker process.

    With `share` (which, of how many) only these pages are read, and kept; the others come back empty.
    `divides` asks for that by `ManyPages` where there are many.
    """

    choice: Recognition
    share: tuple[int, int] = (0, 1)
    divides: bool = False

    def wants(self, number: int, has_text: bool) -> bool:
        """Tell whether a page (from 0) is recognised; those that have text are where that was asked for."""
        if self.choice.pages:
            return number in self.choice.pages
        return not has_text or self.choice.mode == "all"

    def read(self, pages: Sequence[PageImage], sha256: str, report: Report) -> list[Recognised]:
        """Return the pages of a source as recognised, with what was noticed of each. Raises `ManyPages`."""
        return recognise_pages(pages, self, sha256, report)


def page_reader(choice: Recognition) -> PageReader | None:
    """Return what recognises pages; None where nobody wants it or nothing is installed for it."""
    return PageReader(choice) if choice.mode != "never" and is_installed() and models_for(choice) else None


def recognise_pages(
    pages: Sequence[PageImage], reader: PageReader, sha256: str, report: Report
) -> list[Recognised]:
    """Recognise pages one after the other, telling of each; those that were kept are not read again.

    Pages that are not wanted come back empty.
    """
    choice = reader.choice
    how = "-".join(name for name, _ in models_for(choice))
    kept = KeptPages(choice.kept, sha256, how)
    wanted = [page.number for page in pages if reader.wants(page.number, has_text=False)]
    known = {number: kept.get(number) for number in wanted}
    left = sum(one is None for one in known.values())
    if reader.divides and choice.kept and left > _MOST_ALONE:
        raise ManyPages(Message("Recognition", _DIVIDE, {"count": left}))
    which, of_all = reader.share
    made: list[Recognised] = []

    def alive() -> None:
        report(done, len(wanted), patience() + _ROOM)

    done = 0
    for page in pages:
        found = known.get(page.number)
        if page.number in known:
            alive()
            if found is None and done % of_all == which:
                reads = _recogniser(replace(choice, mode="auto", pages=()))
                found = reads.page(page.draw(), page.width, page.height, alive)
                kept.put(page.number, found)
            done += 1
        made.append(found or (RawPage(page.width, page.height), ()))
    report(len(wanted), len(wanted))
    return made


@lru_cache(maxsize=2)
def _recogniser(choice: Recognition) -> Recogniser:
    """Return the recogniser of this process: models are loaded once."""
    return Recogniser(choice)
