"""Reading the attributes of Word's XML, whatever name space they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.importers.xml_reading import Element, name_of

TWIPS = 20.0  # in a point
_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
    "",
)
_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_OFF = frozenset(("0", "false", "off"))
_MOST = 100_000  # no number that means something is larger


def attribute(element: Element, name: str) -> str:
    """Return an attribute of Word's; "" where there is none."""
    for space in _SPACES:
        value = element.get(space + name)
        if value is not None:
            return str(value)
    return ""


def relation(element: Element, name: str = "id") -> str:
    """Return the id of the part that an element names; "" where it names none."""
    return next((str(element.get(s + name)) for s in _RELATIONS if element.get(s + name) is not None), "")


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name."""
    if element is None:
        return None
    return next((each for each in element if name_of(each) == name), None)


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of a name."""
    if element is not None:
        yield from (each for each in element if name_of(each) == name)


def value_of(element: Element | None, name: str) -> str | None:
    """Return what a child of a name says by its `val`; None where there is no such child."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")


def whole(text: str | None) -> int | None:
    """Return a whole number, None where the text is none or one beyond all bounds."""
    try:
        number = int(float(text or ""))
    except (ValueError, OverflowError):
        return None
    return number if -_MOST <= number <= _MOST else None


def is_on(element: Element | None, name: str) -> bool | None:
    """Return whether a child of a name switches something on; None where there is no such child."""
    said = value_of(element, name)
    return None if said is None else said.casefold() not in _OFF
