"""Whether the text of a page was typed, or read by an OCR program: typed text is as it is on paper."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

TYPED = "typed"  # the flag of such a page
_LOOKED_AT = 60  # objects at either end of a page: a scan's picture comes first or last
_DEEPEST = 3  # forms in forms
_PICTURED = 0.3  # of the page: more of it in pictures is a scan
_OCR_PROGRAMS = re.compile(
    r"(?i)ocr|paper ?capture|finereader|omnipage|readiris|tesseract|scansoft|nuance|kofax|scan|copier|"
    r"xerox|ricoh|canon|konica|kyocera|lexmark|workcentre|imagerunner|bizhub|multifunction"
)


def was_read(document: pypdfium2.PdfDocument) -> bool:
    """Tell whether the file says that a scanner or an OCR program made it."""
    try:
        about = document.get_metadata_dict()
    except (pypdfium2.PdfiumError, ValueError):
        return False
    return any(_OCR_PROGRAMS.search(about.get(key) or "") for key in ("Producer", "Creator"))


def is_typed(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a page shows its text itself: no picture takes most of it, and its text is drawn."""
    drawn = unseen = 0
    pictured = 0.0
    count = raw.FPDFPage_CountObjects(page.raw)
    for thing, kind in _things(count, raw.FPDFPage_GetObject, page.raw):
        if kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_FORM and _has_a_picture(thing, 1)):
            pictured += area_of(thing)
        for text in _texts(thing, kind, 1):
            is_unseen = raw.FPDFTextObj_GetTextRenderMode(text) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
            unseen, drawn = unseen + is_unseen, drawn + (not is_unseen)
    return drawn > unseen and pictured < _PICTURED * math.prod(page.get_size())


def _things(count: int, at: Callable[[Any, int], Any], holder: Any) -> Iterator[tuple[Any, int]]:
    """Yield the first and the last objects of a page or a form, with their kinds."""
    for index in (*range(min(count, _LOOKED_AT)), *range(max(_LOOKED_AT, count - _LOOKED_AT), count)):
        thing = at(holder, index)
        yield thing, raw.FPDFPageObj_GetType(thing)


def _inside(form: Any) -> Iterator[tuple[Any, int]]:
    return _things(max(0, raw.FPDFFormObj_CountObjects(form)), raw.FPDFFormObj_GetObject, form)


def _has_a_picture(form: Any, depth: int) -> bool:
    return depth < _DEEPEST and any(
        kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_FORM and _has_a_picture(thing, depth + 1))
        for thing, kind in _inside(form)
    )


def _texts(thing: Any, kind: int, depth: int) -> Iterator[Any]:
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        yield thing
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        for one, of_kind in _inside(thing):
            yield from _texts(one, of_kind, depth + 1)


def area_of(thing: Any) -> float:
    """Return how large an object of a page is, in square points; 0 where that is not known."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(thing, *edges):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return max(0.0, right - left) * max(0.0, top - bottom)
