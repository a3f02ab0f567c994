"""A second look at the pages of letters that another program read, from their pictures.

What it tells is kept beside the words, as evidence for suspects; the text stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.core.messages import Message
from annotator.core.page_layout import PageLayout, WordReading
from annotator.core.user_errors import UserError
from annotator.jobs.pool import Pool, Request
from annotator.recognition.engine import is_installed
from annotator.recognition.models import Recognition, models_for
from annotator.recognition.second_look import LookPage, PlacedWord, second_look_job
from annotator.session.transfer.reading_files import MEMORY_LIMIT
from annotator.session.transfer.recognising import NOT_INSTALLED_AT_ALL, recognition
from annotator.storage.reader import Reader
from annotator.storage.readings import save_looks
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

_SECONDS = 60.0  # until the first page tells of itself: a process starts, and words and models are loaded
Readings = Mapping[int, Sequence[WordReading]]  # by page
Paged = Callable[[int, int], None]


class Looked(NamedTuple):
    """What a second look told of a letter as it was read then: the number of its reading, its OCR text.

    `readings` are those of the pages that were looked at, with what was known of their words before.
    """

    letter_id: int
    reading: int
    ocr_text: str
    readings: Readings

    @property
    def differing(self) -> int:
        """How many places were read differently."""
        return sum(bool(one.others) and one.sure >= 0 for page in self.readings.values() for one in page)


def can_look() -> bool:
    """Tell whether there is anything to look with."""
    return is_installed() and bool(models_for(Recognition()))


def choice_of(language: str, own_models: str = "") -> Recognition:
    """Return how letters in a language are looked at. Raises `UserError` where nothing can look."""
    if not can_look():
        raise UserError(Message("Recognition", NOT_INSTALLED_AT_ALL, {}))
    return replace(recognition("all", own_models), language=language)


class SecondLooks:
    """Looks at letters one after another, in a worker process that stays warm."""

    def __init__(
        self, choice: Recognition, passwords: Sequence[str] = (), paged: Paged = lambda done, total: None
    ) -> None:
        """`choice` says the language and the models; `paged` is told of pages, on another thread."""
        self._choice, self._passwords, self._paged = choice, tuple(passwords), paged
        self._pool = Pool(1, MEMORY_LIMIT)

    def __enter__(self) -> SecondLooks:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker process."""
        self._pool.close()

    def at(
        self,
        shown: str,
        data: bytes,
        text: str,
        layouts: Iterable[PageLayout],
        cancelled: Callable[[], bool] = bool,
    ) -> dict[int, list[WordReading]]:
        """Return what a second look tells of a source's pages with their OCR text; those that are no pictures
        are left out. What hangs or crashes tells nothing.

        Raises `UserError` where the source cannot be opened.
        """
        pages = pages_to_look_at(layouts, text)
        if not pages:
            return {}
        args = (shown, data, self._passwords, text, pages, self._choice)
        request = Request(shown, second_look_job, args, _SECONDS, len(data))
        for _, answer in self._pool.answers([request], cancelled, lambda _, d, total: self._paged(d, total)):
            if isinstance(answer, UserError):
                raise answer
            if isinstance(answer, dict):
                return answer
        return {}

    def at_letter(self, reader: Reader, letter_id: int, cancelled: Callable[[], bool] = bool) -> Looked:
        """Return what a second look tells of a letter of a project. Raises `UserError` as `at` does."""
        letter, known = reader.letter(letter_id), reader.readings(letter_id)
        layouts = reader.page_layouts(letter_id)
        found: dict[int, list[WordReading]] = {}
        if pages_to_look_at(layouts, letter.ocr_text):
            name = reader.details(letter_id).source_name
            found = self.at(name, reader.source_bytes(letter_id), letter.ocr_text, layouts, cancelled)
        merged = {number: with_looks(known.get(number, ()), looks) for number, looks in found.items()}
        return Looked(letter_id, letter.reading, letter.ocr_text, merged)


def pages_to_look_at(layouts: Iterable[PageLayout], text: str) -> list[LookPage]:
    """Return the pages that may be looked at: those with words that the program did not read itself."""
    return [
        LookPage(
            layout.number,
            layout.source_page,
            layout.width,
            layout.height,
            tuple(PlacedWord(w.start, w.end, text[w.start : w.end], *w[2:]) for w in layout.words),
        )
        for layout in layouts
        if layout.words and "recognised" not in layout.flags and not layout.turn
    ]


def with_looks(known: Sequence[WordReading], looks: Sequence[WordReading]) -> list[WordReading]:
    """Return what is known of a page's words with what a second look tells of them, in order."""
    # What an earlier look alone said is said by this one.
    made = {(one.start, one.end): one for one in known if one.sure < 0 or one.confidence >= 0}
    for look in looks:
        place = (look.start, look.end)
        was = made.get(place)
        if was is None:
            made[place] = look
        elif look.others:
            rest = tuple(other for other in was.others if other not in look.others)
            made[place] = look._replace(confidence=was.confidence, others=(*look.others, *rest))
        elif not was.others:
            made[place] = was._replace(sure=look.sure)
    return sorted(made.values())


def was_looked_at(readings: Readings) -> bool:
    """Tell whether somebody looked a second time at a letter, by what is known of its words."""
    return any(one.sure >= 0 for page in readings.values() for one in page)


def unlooked_letters(reader: Reader, letter_ids: Iterable[int] | None = None) -> list[int]:
    """Return those of the letters (all, without any) at whose pages nobody looked a second time."""
    return [
        letter_id
        for letter_id in (reader.letter_ids() if letter_ids is None else letter_ids)
        if not was_looked_at(reader.readings(letter_id))
        and any(
            layout.words and "recognised" not in layout.flags for layout in reader.page_layouts(letter_id)
        )
    ]


def keep_looks(store: Store, looked: Looked, done: Callable[[object], None] = lambda _: None) -> None:
    """Have the file keep what a second look told, where the letter still goes by the reading it was of."""
    if not looked.readings:
        return

    def job(connection: WriteConnection) -> None:
        save_looks(connection, looked.letter_id, looked.reading, looked.ocr_text, looked.readings)

    store.submit(job, done)
