"""Opening a PDF and reading its pages one by one, each by the engine that can be trusted with it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
from pypdfium2 import raw

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers.interface import Locked, Report
from annotator.importers.layout.words import RawPage
from annotator.importers.pdf import pdfium, sentences, trust, typed
from annotator.importers.pdf.attempts import BOTH, CAREFUL
from annotator.importers.pdf.forms import written_words
from annotator.importers.pdf.limited import may_have_layers
from annotator.importers.pdf.plumber import Careful

MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
_SECONDS = 20.0  # for a letter, and so many more for each page
_SECONDS_A_PAGE = 1.0


@dataclass(frozen=True, slots=True)
class _About:
    """What is known of a file before its pages are read."""

    may_be_typed: bool
    may_have_layers: bool


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as read, and the codes of what was noticed."""

    page: RawPage
    flags: tuple[str, ...] = ()


def read_pages(
    shown: str, data: bytes, passwords: Sequence[str], attempt: str, report: Report
) -> list[ReadPage]:
    """Return the pages of a PDF with their words. Raises `UserError`."""
    if attempt == CAREFUL:
        return _read_carefully(shown, data, passwords, report)
    try:
        with document_of(shown, data, passwords) as (document, password):
            return _read(shown, data, document, password, attempt, report)
    except UserError as problem:
        if attempt != BOTH or problem.message.text != sentences.BROKEN:
            raise
        return _read_carefully(shown, data, passwords, report)


def _read(
    shown: str,
    data: bytes,
    document: pypdfium2.PdfDocument,
    password: str | None,
    attempt: str,
    report: Report,
) -> list[ReadPage]:
    form = _form(shown, document)
    careful = Careful(data, password) if attempt == BOTH else None
    budget = _Budget(shown, len(document))
    about = _About(not typed.was_read(document), may_have_layers(data))
    pages = []
    try:
        for index in range(len(document)):
            pages.append(_page(document, index, form, careful, about))
            budget.spend(pages[-1].page)
            report(index + 1, len(document))
    finally:
        if careful is not None:
            careful.close()
    return pages


def _form(shown: str, document: pypdfium2.PdfDocument) -> Any:
    kind = document.get_formtype()
    if kind == raw.FORMTYPE_NONE:
        return None
    if kind == raw.FORMTYPE_XFA_FULL:
        raise _problem(sentences.XFA_FORM, shown)
    document.init_forms()
    return document.formenv


def _page(
    document: pypdfium2.PdfDocument, index: int, form: Any, careful: Careful | None, about: _About
) -> ReadPage:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return ReadPage(_carefully(careful, index) or RawPage(0, 0))
    try:
        read = pdfium.read_page(page, may_have_layers=about.may_have_layers)
        if careful is not None and trust.is_doubtful(read, not read.words and _draws_text(page)):
            other = _carefully(careful, index)
            read = read if other is None else trust.better(read, other)
        written = written_words(page, form, pdfium.frame_of(page).shown)
        flags = trust.flags_of(read)
        if about.may_be_typed and not flags and read.words and typed.is_typed(page):
            flags = (typed.TYPED,)
    finally:
        page.close()
    if written:
        read = replace(read, words=(*read.words, *written))
        flags = (*flags, "form")
    return ReadPage(read, flags)


def _draws_text(page: pypdfium2.PdfPage) -> bool:
    kinds = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM)
    count = min(raw.FPDFPage_CountObjects(page.raw), 2_000)
    return any(raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, n)) in kinds for n in range(count))


def _carefully(careful: Careful | None, index: int) -> RawPage | None:
    """Return a page as the careful engine reads it; None where it cannot: it raises all kinds of errors."""
    if careful is None:
        return None
    try:
        return careful.read_page(index)
    except MemoryError:
        raise
    except Exception:
        return None


def _read_carefully(shown: str, data: bytes, passwords: Sequence[str], report: Report) -> list[ReadPage]:
    """Read all pages with the careful engine: the other one does not open the file, or dies over it."""
    careful = Careful(data, passwords[0] if passwords else None)
    try:
        count = careful.count()
    except MemoryError:
        raise
    except Exception as error:
        raise _problem(sentences.BROKEN, shown) from error
    pages = []
    budget = _Budget(shown, count)
    for index in range(count):
        page = _carefully(careful, index) or RawPage(0, 0)
        pages.append(ReadPage(page, trust.flags_of(page)))
        budget.spend(page)
        report(index + 1, count)
    careful.close()
    if not any(one.page.words for one in pages):
        raise _problem(sentences.BROKEN, shown)
    return pages


class _Budget:
    """What a letter may take: pages, characters, time."""

    def __init__(self, shown: str, count: int) -> None:
        if not count:
            raise _problem(sentences.NO_PAGES, shown)
        if count > MOST_PAGES:
            raise _problem(sentences.TOO_MANY_PAGES, shown, pages=count, limit=MOST_PAGES)
        self._shown = shown
        self._signs = 0
        self._until = time.monotonic() + _SECONDS + _SECONDS_A_PAGE * count

    def spend(self, page: RawPage) -> None:
        """Count a page that was read."""
        self._signs += sum(len(word.text) for word in page.words)
        if self._signs > MOST_CHARACTERS:
            raise _problem(sentences.TOO_MUCH_TEXT, self._shown, limit=MOST_CHARACTERS // 1_000_000)
        if time.monotonic() > self._until:
            raise _problem(sentences.TOO_SLOW, self._shown)


@contextmanager
def document_of(
    shown: str, data: bytes, passwords: Sequence[str]
) -> Iterator[tuple[pypdfium2.PdfDocument, str | None]]:
    """Open a PDF by one of the passwords, or none; return that one, too. Raises `UserError`, `Locked`."""
    document, password = _opened(shown, data, passwords)
    try:
        yield document, password
    finally:
        document.close()


def _opened(shown: str, data: bytes, passwords: Sequence[str]) -> tuple[pypdfium2.PdfDocument, str | None]:
    for password in (None, *passwords):
        try:
            return pypdfium2.PdfDocument(data, password=password), password
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            if code == raw.FPDF_ERR_SECURITY:
                raise _problem(sentences.UNKNOWN_LOCK, shown) from error
            if code != raw.FPDF_ERR_PASSWORD:
                raise _problem(sentences.BROKEN, shown) from error
    text = sentences.WRONG_PASSWORD if passwords else sentences.NEEDS_PASSWORD
    raise Locked(Message("Import", text, {"name": shown}))


def _problem(text: str, shown: str, **params: object) -> UserError:
    return UserError(Message("Import", text, {"name": shown, **params}))
