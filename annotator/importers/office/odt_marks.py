"""Reading the attributes of Writer's XML, whatever prefix they have, and its lengths."""

from __future__ import annotations

import re

from annotator.importers.xml_reading import Element

_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|cm|mm|in|inch|pc|px)")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "inch": 72.0, "pc": 12.0, "px": 0.75}
_MOST = 100_000


def attribute(element: Element | None, name: str) -> str | None:
    """Return the attribute of a name in any name space; None where there is none."""
    if element is None:
        return None
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), None)


def points(text: str | None) -> float | None:
    """Return a length in points; None where the text is none."""
    found = _LENGTH.fullmatch((text or "").strip())
    return float(found.group(1)) * _POINTS[found.group(2)] if found else None


def count_of(text: str | None, most: int = _MOST) -> int | None:
    """Return a whole number from 0 to a bound; None where the text is none."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 9:
        return None
    return min(int(text), most)
