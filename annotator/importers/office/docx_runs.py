"""What stands in a run of Word: signs, symbols, text boxes, pictures."""

from __future__ import annotations

from annotator.importers.office.content import as_on_paper
from annotator.importers.office.docx_marks import attribute
from annotator.importers.office.labels import raised
from annotator.importers.office.looks import RunLook
from annotator.importers.office.symbols import UNKNOWN, is_symbol_font, plain, symbol
from annotator.importers.xml_reading import Element, name_of

# A hyphen that must not break is a hyphen on paper; one that may is nothing, inside a line.
SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_SMALLEST = 2.0  # points
_PICTURES = frozenset(("blip", "imagedata", "chart", "OLEObject", "relIds", "contentPart"))


def written(text: str, look: RunLook) -> str:
    """Return a text as its run shows it."""
    text = as_on_paper(text)
    font = look.font or ""
    if (
        is_symbol_font(font)
        and len(text) == 1
        and not text.isspace()
        and ord(text) < 0x100
        and text not in "-."
    ):
        text = symbol(ord(text), font)
    text = plain(text, font)
    if look.capitals:
        text = text.upper()
    return raised(text) if look.raised else text


def is_unseen(look: RunLook) -> bool:
    """Tell whether nobody sees a text on white paper: it is white, or hardly has a size."""
    return bool(look.white and not look.ground) or (look.size is not None and look.size < _SMALLEST)


def sign_of_symbol(element: Element) -> str:
    """Return the sign that a symbol shows; U+FFFD where nobody knows."""
    try:
        return symbol(int(attribute(element, "char"), 16), attribute(element, "font"))
    except ValueError:
        return UNKNOWN


def chosen(alternatives: Element) -> Element:
    """Return that of several ways to draw a thing which is read: the first, others are for older programs."""
    kept = [each for each in alternatives if name_of(each) in ("Choice", "Fallback")]
    return next((each for each in kept if len(each)), alternatives)


def boxes_in(drawing: Element) -> list[Element]:
    """Return the text boxes of a drawing, those in them left out."""
    return [each for each in _shapes(drawing) if name_of(each) == "txbxContent"]


def has_picture(drawing: Element) -> bool:
    """Tell whether a drawing shows what may hold text that is not read."""
    return any(name_of(each) in _PICTURES for each in _shapes(drawing))


def _shapes(drawing: Element) -> list[Element]:
    """Return the elements of a drawing, outside of its text boxes, of each alternative one."""
    found, left = [], [drawing]
    while left:
        each = left.pop()
        found.append(each)
        name = name_of(each)
        if name == "AlternateContent":
            taken = chosen(each)
            left += [] if taken is each else [taken]
        elif name != "txbxContent":
            left += reversed(each)
    return found
