"""What was filled in or written on a page: values of form fields, text boxes. It is part of the text."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from annotator.importers.layout.words import PageWord, readable

_MOST = 2_000  # on a page
_LONGEST = 10_000  # characters of one value
_LINE = 11.0  # points
_TEXTS = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_TICKS = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_TICKED = "☒"
_Place = Callable[[float, float, float, float], tuple[float, float, float, float]]


def written_words(page: pypdfium2.PdfPage, form: Any, place: _Place) -> list[PageWord]:
    """Return the words of fields and text boxes; `form` is the document's form, where it has one.

    `place` makes a box of the page out of one in the file's own units (left, bottom, right, top).
    """
    words: list[PageWord] = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            words += _words(annotation, form, place)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return words


def _words(annotation: Any, form: Any, place: _Place) -> Iterator[PageWord]:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_WIDGET and form is not None:
        text = _value(annotation, form.raw)
    elif kind == raw.FPDF_ANNOT_FREETEXT:
        text = _string(lambda room, size: raw.FPDFAnnot_GetStringValue(annotation, b"Contents", room, size))
    else:
        return
    box = raw.FS_RECTF()
    if not text.strip() or not raw.FPDFAnnot_GetRect(annotation, ctypes.byref(box)):
        return
    left, top, right, bottom = place(box.left, box.bottom, box.right, box.top)
    yield from _laid_out(text, left, top, right, bottom)


def _value(annotation: Any, form: Any) -> str:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _TICKS:
        return _TICKED if raw.FPDFAnnot_IsChecked(form, annotation) else ""
    if kind not in _TEXTS:
        return ""
    return _string(lambda room, size: raw.FPDFAnnot_GetFormFieldValue(form, annotation, room, size))


def _string(ask: Callable[[Any, int], int]) -> str:
    size = ask(None, 0)  # in bytes, UTF-16, with a zero at the end
    if not 2 < size <= 2 * _LONGEST:
        return ""
    room = ctypes.create_string_buffer(size)
    ask(ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return room.raw[: size - 2].decode("utf-16-le", "replace")


def _laid_out(text: str, left: float, top: float, right: float, bottom: float) -> Iterator[PageWord]:
    """Yield the words of a value, set in its box: how it is drawn is for each program to decide."""
    lines = [line.split() for line in text.replace("\r", "\n").split("\n") if line.strip()]
    height = min(_LINE, (bottom - top) / max(1, len(lines))) or 1.0
    first = top + max(0.0, (bottom - top - height * len(lines)) / 2)
    for row, words in enumerate(lines):
        signs = sum(map(len, words)) + len(words) - 1
        step = min(height * 0.5, (right - left) / max(1, signs))
        at = left
        for word in words:
            shown, width = readable(word), step * len(word)
            if shown:
                upper = first + row * height
                yield PageWord(shown, at, upper, at + width, upper + height, height * 0.8)
            at += width + step
