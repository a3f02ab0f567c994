"""Elements of REFI-QDA's XML by their names, in whatever name space a program put them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from annotator.core.text import clean
from annotator.importers.xml_reading import Element, name_of


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements in an element that have one of these names."""
    return (child for child in element if name_of(child) in names)


def attribute(element: Element, name: str) -> str:
    """Return an attribute, "" without one."""
    return clean(element.get(name) or "").strip()


def guid(element: Element, name: str = "guid") -> str:
    """Return a GUID as they are compared: without braces, in small letters."""
    return (element.get(name) or "").strip().strip("{}").lower()


def text_of(element: Element, name: str) -> str:
    """Return the text of the first element in an element that has this name, "" without one."""
    return next((clean("".join(child.itertext())).strip() for child in children(element, name)), "")


def moment(said: str) -> str:
    """Return a moment as rows keep it: ISO 8601, UTC, milliseconds; "" where it is none."""
    try:
        read = datetime.fromisoformat(said)
        told = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return told.isoformat(timespec="milliseconds").replace("+00:00", "Z")
