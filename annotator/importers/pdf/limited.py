"""Pieces of text that may not be drawn whole: on a layer, which may be switched off, or cut off by a clip."""

from __future__ import annotations

import ctypes
from typing import Any

from pypdfium2 import raw

_MOST_MARKS, _MOST_PATHS, _MOST_SEGMENTS = 20, 50, 500
_ROOM = 1.0  # points: a clip that is so much tighter than the text cuts off no letter
_LAYER = "OC"
_LONGEST = 16  # bytes of a mark's name that are looked at


def is_limited(piece: Any) -> bool:
    """Tell whether a piece of text, or a form with text in it, may be hidden so: what is seen of it the
    picture of the page tells."""
    return _is_on_layer(piece) or _is_cut_off(piece)


def may_have_layers(data: bytes) -> bool:
    """Tell whether a PDF may have layers: what lies in compressed objects cannot be told from outside.

    PDFium does not say on which layer a form in a page is, so that each form of such a file is looked at.
    """
    return b"/OCG" in data or b"/ObjStm" in data


def _is_on_layer(piece: Any) -> bool:
    for number in range(min(max(0, raw.FPDFPageObj_CountMarks(piece)), _MOST_MARKS)):
        mark = raw.FPDFPageObj_GetMark(piece, number)
        room, length = (ctypes.c_ushort * (_LONGEST // 2))(), ctypes.c_ulong()
        has_name = raw.FPDFPageObjMark_GetName(mark, room, _LONGEST, ctypes.byref(length))
        if has_name and bytes(room)[: max(0, length.value - 2)].decode("utf-16-le", "replace") == _LAYER:
            return True
    return False


def _is_cut_off(piece: Any) -> bool:
    """Tell whether the box of a clip does not hold that of the text; both are in the same units."""
    clip = raw.FPDFPageObj_GetClipPath(piece)
    paths = min(raw.FPDFClipPath_CountPaths(clip), _MOST_PATHS) if clip else 0
    if paths <= 0:
        return False
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(piece, *map(ctypes.byref, edges)):
        return False
    left, low, right, high = (edge.value for edge in edges)
    for number in range(paths):
        box = _box(clip, number)
        if box is None:
            return True  # it lets nothing through
        is_inside = box[0] <= left + _ROOM and right - _ROOM <= box[2]
        if not (is_inside and box[1] <= low + _ROOM and high - _ROOM <= box[3]):
            return True
    return False


def _box(clip: Any, number: int) -> tuple[float, float, float, float] | None:
    xs: list[float] = []
    ys: list[float] = []
    for segment in range(min(raw.FPDFClipPath_CountPathSegments(clip, number), _MOST_SEGMENTS)):
        x, y = ctypes.c_float(), ctypes.c_float()
        found = raw.FPDFClipPath_GetPathSegment(clip, number, segment)
        if found and raw.FPDFPathSegment_GetPoint(found, ctypes.byref(x), ctypes.byref(y)):
            xs.append(x.value)
            ys.append(y.value)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None
