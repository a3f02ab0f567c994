"""What the views ask of the pages of the project's letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.core.text import Span
from annotator.session.project.session import Session

if TYPE_CHECKING:
    from annotator.session.pages.letter_pages import LetterPages


def has_pages(session: Session) -> bool:
    """Tell whether the source of any letter has pages to show."""
    return session.store.reader.has_pages()


def pages_size(session: Session, letter_id: int | None) -> tuple[int, int]:
    """Return how many pages a letter's source has to show, and how many bytes their words take."""
    return session.store.reader.pages_size(letter_id) if letter_id is not None else (0, 0)


def pages_at_once(session: Session, letter_id: int, ocr_text: str) -> LetterPages | None:
    """Read the pages of a letter in the thread of the views: quick for small ones."""
    from annotator.session.pages.letter_pages import read_pages

    return read_pages(session.store.reader, session.store.path, letter_id, ocr_text)


def pages_apart(
    session: Session, letter_id: int, ocr_text: str | None = None, *, settled: bool = False
) -> Callable[[], LetterPages | None]:
    """Return what reads the pages of a letter in another thread; `settled`: after what waits is written."""
    from annotator.session.pages.letter_pages import read_pages

    store = session.store

    def read() -> LetterPages | None:
        if settled:
            store.flush()
        with store.open_reader() as reader:
            return read_pages(reader, store.path, letter_id, ocr_text)

    return read


def place_on_paper(session: Session, letter_id: int, span: Span) -> Span | None:
    """Return where a span of a letter's text stands in its OCR text; None where the letter has no pages."""
    if not pages_size(session, letter_id)[0]:
        return None
    places = session.store.reader.letter(letter_id).ocr_places()
    start, end = places.to_ocr(span.start), places.to_ocr(span.end)
    return Span(start, max(start, end))
