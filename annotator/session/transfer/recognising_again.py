"""Recognising the pages of a letter that is in the project already, as another reading of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.recognition.models import Recognition
from annotator.recognition.reading import page_reader
from annotator.session.project.text_language import language_of
from annotator.session.transfer.reading_files import FileReader
from annotator.session.transfer.recognising import NOT_INSTALLED_AT_ALL
from annotator.session.transfer.rereading import HAS_NO_TEXT, read_with
from annotator.session.transfer.some_pages import current_reading, with_pages
from annotator.storage.kept_readings import ReadSource
from annotator.storage.reader import Reader

# What import noticed of a page whose text is missing or poor.
_POOR = frozenset({"no_text", "unreadable", "unmapped", "overlapping"})
_NO_SUCH_PAGE = QT_TRANSLATE_NOOP(
    "Recognition", "Letter {id} has {pages:page|pages}: there is no page {page}."
)
_OTHER_PAGES = QT_TRANSLATE_NOOP(
    "Recognition",
    "Letter {id} has {pages:page|pages}, its source has {others:,}: recognise the whole letter anew.",
)
_NOTHING_FOUND = QT_TRANSLATE_NOOP(
    "Recognition", "No text was recognised on the pages of letter {id}: it stays as it is."
)
_NO_PAGES = QT_TRANSLATE_NOOP(
    "Recognition", "The source of letter {id} has no pages that can be recognised: it is text."
)


def poor_letters(reader: Reader) -> list[int]:
    """Return the letters with a page that has no text, or a text layer that cannot be relied upon."""
    return [
        letter_id
        for letter_id in reader.letter_ids()
        if any(_POOR & set(layout.flags) for layout in reader.page_layouts(letter_id))
    ]


def unrecognised_letters(reader: Reader, letter_ids: Iterable[int] | None = None) -> list[int]:
    """Return those of the letters (all, without any) that have a page which the program did not read itself.

    Letters without pages are not among them.
    """
    return [
        letter_id
        for letter_id in (reader.letter_ids() if letter_ids is None else letter_ids)
        if any("recognised" not in layout.flags for layout in reader.page_layouts(letter_id))
    ]


class RecognisesAgain:
    """Recognises letters that are in the project one after the other, in worker processes that stay warm."""

    def __init__(
        self,
        choice: Recognition,
        passwords: tuple[str, ...] = (),
        paged: Callable[[int, int], None] = lambda done, total: None,
    ) -> None:
        """`paged` is told how many pages of how many of a letter are done, on another thread."""
        self._choice, self._passwords, self._paged = choice, passwords, paged
        self._files: FileReader | None = None
        self._asked: Recognition | None = None

    def __enter__(self) -> RecognisesAgain:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker processes."""
        if self._files is not None:
            self._files.close()
            self._files = None

    def read(
        self,
        reader: Reader,
        letter_id: int,
        cancelled: Callable[[], bool] = bool,
        pages: Collection[int] = (),
    ) -> ReadSource:
        """Return all pages of a letter's source as recognised, as another reading of the letter.

        With `pages` (numbers from 1) these alone: all others stay as the letter has them. Raises `UserError`
        where nothing is installed for it, or the source has no such pages; `Locked` where it needs a
        password.
        """
        asked = replace(self._choice, mode="all", language=language_of(reader))
        if page_reader(asked) is None:
            raise UserError(Message("Recognition", NOT_INSTALLED_AT_ALL, {}))
        current = current_reading(reader, letter_id)
        asked = replace(asked, pages=_source_pages(letter_id, current, pages))
        with tempfile.TemporaryDirectory(prefix="kanttekening-") as folder:
            path = Path(folder, f"source{Path(current.source_name).suffix}")
            write_whole(path, reader.source_bytes(letter_id))
            try:
                read = read_with(self._reading(asked), path, cancelled)
            except UserError as problem:
                raise _of_letter(problem, letter_id, current.source_name) from problem
        if not any("recognised" in layout.flags for layout in read.layouts):
            raise UserError(Message("Recognition", _NO_PAGES, {"id": letter_id}))
        if pages:
            if len(current.layouts) != len(read.layouts):
                said: dict[str, object] = {"pages": len(current.layouts), "others": len(read.layouts)}
                raise UserError(Message("Recognition", _OTHER_PAGES, {"id": letter_id} | said))
            read = with_pages(current, read, pages)
        return replace(read, source_name=current.source_name)

    def _reading(self, asked: Recognition) -> FileReader:
        if self._files is None or self._asked != asked:
            self.close()
            self._files = FileReader(
                self._passwords,
                recognition=asked,
                paged=lambda _, done, total: self._paged(done, total),
            )
            self._asked = asked
        return self._files


def recognise_again(
    reader: Reader,
    letter_id: int,
    choice: Recognition,
    passwords: tuple[str, ...] = (),
    *,
    pages: Collection[int] = (),
) -> ReadSource:
    """Recognise one letter (`RecognisesAgain.read`)."""
    with RecognisesAgain(choice, passwords) as again:
        return again.read(reader, letter_id, pages=pages)


def _of_letter(problem: UserError, letter_id: int, name: str) -> UserError:
    """Return a problem of a source by its own name, not by the one that it was read under."""
    message = problem.message
    if message.text == HAS_NO_TEXT:
        return UserError(Message("Recognition", _NOTHING_FOUND, {"id": letter_id}))
    return type(problem)(replace(message, params=message.params | {"name": name}))


def _source_pages(letter_id: int, current: ReadSource, pages: Collection[int]) -> tuple[int, ...]:
    """Return where pages of a letter (numbers from 1) stand in its source, from 0."""
    if pages and not current.layouts:
        raise UserError(Message("Recognition", _NO_PAGES, {"id": letter_id}))
    known = {layout.number: layout.source_page for layout in current.layouts}
    for page in sorted(pages):
        if page not in known:
            said: dict[str, object] = {"id": letter_id, "pages": len(known), "page": page}
            raise UserError(Message("Recognition", _NO_SUCH_PAGE, said))
    return tuple(known[page] for page in sorted(pages))
