"""What the careful engine can tell of text that is not seen: it knows colours and places, and draws nothing.

Text in the colour of the sheet that it lies on or under is not seen, nor is what lies outside the page. What
lies under a sheet of another colour is not told: the order in which things are drawn is not known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

_ALIKE = 0.15  # of 1, in each colour
_THICK = 3.0  # points: what is thinner hides nothing
_SCAN = 0.4  # of the page
_WHITE = (1.0, 1.0, 1.0)
_Colour = tuple[float, float, float]


class _Sheet(NamedTuple):
    """A filled box, and its colour: None where it is not known, as of a picture."""

    left: float
    top: float
    right: float
    bottom: float
    colour: _Colour | None


def with_sight(characters: Sequence[dict[str, Any]], page: Any) -> list[dict[str, Any]]:
    """Return the characters of a page, each with whether it may be seen (`seen`).

    Over pictures that take most of the page all are: an OCR program read them there, in whatever colour.
    """
    sheets = [_sheet(rect, _rgb(rect.get("non_stroking_color"))) for rect in page.rects if rect.get("fill")]
    sheets += [_sheet(picture, None) for picture in (*page.images, *page.curves)]
    sheets = [sheet for sheet in sheets if min(sheet.right - sheet.left, sheet.bottom - sheet.top) >= _THICK]
    pictured = sum((one["x1"] - one["x0"]) * (one["bottom"] - one["top"]) for one in page.images)
    is_scan = pictured > _SCAN * page.width * page.height
    made = [char | {"seen": is_scan or _is_seen(char, sheets, page)} for char in characters]
    if not any(char["seen"] for char in made):  # what is known of the page is wrong, or all of it is white
        return [char | {"seen": True} for char in made]
    return made


def seen_of(word: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Return the characters of a word that are seen: all, or where most are not, its stops that are."""
    signs = [char["seen"] for char in word if char["text"].isalnum() or not char["seen"]]
    if all(signs) or sum(signs) * 2 > len(signs):
        return word
    return [char for char in word if char["seen"] and not char["text"].isalnum()]


def _sheet(box: dict[str, Any], colour: _Colour | None) -> _Sheet:
    return _Sheet(box["x0"], box["top"], box["x1"], box["bottom"], colour)


def _is_seen(char: dict[str, Any], sheets: Sequence[_Sheet], page: Any) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    if not (0 <= x <= page.width and 0 <= y <= page.height):
        return False
    colour = _rgb(char.get("non_stroking_color"))
    if colour is None:
        return True
    under = [one.colour for one in sheets if one.left <= x <= one.right and one.top <= y <= one.bottom]
    if not under:
        return not _are_alike(colour, _WHITE)
    return not any(one is not None and _are_alike(colour, one) for one in under) or None in under


def _are_alike(one: _Colour, other: _Colour) -> bool:
    return all(abs(a - b) < _ALIKE for a, b in zip(one, other, strict=True))


def _rgb(colour: Any) -> _Colour | None:
    """Return a colour of grey, RGB or CMYK as red, green and blue from 0 to 1; None for all else."""
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return None
    match [float(part) for part in parts]:
        case [grey]:
            return grey, grey, grey
        case [red, green, blue]:
            return red, green, blue
        case [cyan, magenta, yellow, black]:
            return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return None
