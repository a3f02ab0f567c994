"""How Writer sets paragraphs and spans: its default styles, named ones, and those made for one place."""

from __future__ import annotations

from typing import NamedTuple

from annotator.importers.office.looks import RunLook
from annotator.importers.office.odt_marks import attribute, count_of, points
from annotator.importers.xml_reading import Element, name_of

_WHITE = "#ffffff"
USUAL_SIZE = 12.0  # points, where nothing says


class ParagraphLook(NamedTuple):
    """How a paragraph is set, in points; None where nothing says."""

    left: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    together: bool | None = None
    new_page: bool | None = None
    level: int | None = None
    unlisted: bool | None = None

    def under(self, other: ParagraphLook) -> ParagraphLook:
        """Return this with what the other says set over it."""
        return ParagraphLook._make(b if b is not None else a for a, b in zip(self, other, strict=True))


class Style(NamedTuple):
    """What a style says, with those that it is based on."""

    paragraph: ParagraphLook = ParagraphLook()
    span: RunLook = RunLook()


class Styles:
    """The styles of a file by their family and name; those that stand later go first."""

    def __init__(self, *roots: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Style] = {}
        self._read: dict[tuple[str, str], Style] = {}
        for root in roots:
            for each in () if root is None else root.iter("{*}style", "{*}default-style"):
                family = attribute(each, "family") or ""
                if name_of(each) == "style":
                    self._elements[family, attribute(each, "name") or ""] = each
                else:
                    self._defaults[family] = _with_own(Style(), each)

    def of_paragraph(self, name: str | None) -> Style:
        """Return what a paragraph of a style is like, the defaults included."""
        own, base = self._style(("paragraph", name or "")), self._defaults.get("paragraph", Style())
        return Style(base.paragraph.under(own.paragraph), base.span.under(own.span))

    def of_span(self, name: str | None, around: RunLook) -> RunLook:
        """Return what a span of a style is like in what stands around it."""
        own = self._style(("text", name or "")).span
        # A size below 5 is a part of the size around it.
        size = own.size * (around.size or USUAL_SIZE) if own.size and own.size < 5 else own.size
        return around.under(own._replace(size=size))

    def _style(self, key: tuple[str, str]) -> Style:
        chain: list[tuple[str, str]] = []
        while key in self._elements and key not in chain and key not in self._read:
            chain.append(key)
            key = (key[0], attribute(self._elements[key], "parent-style-name") or "")
        made = self._read.get(key, Style())
        for each in reversed(chain):
            made = self._read[each] = _with_own(made, self._elements[each])
        return made


def _with_own(base: Style, element: Element) -> Style:
    paragraph = span = None
    for each in element:
        name = name_of(each)
        paragraph = each if name == "paragraph-properties" else paragraph
        span = each if name == "text-properties" else span
    own = _paragraph(paragraph, element)
    look = _span(span)
    if look.size and look.size < 5:
        look = look._replace(size=look.size * (base.span.size or USUAL_SIZE) if base.span.size else look.size)
    look = RunLook(ground=_has_ground(paragraph)).under(look)
    return Style(base.paragraph.under(own), base.span.under(look))


def _paragraph(properties: Element | None, style: Element) -> ParagraphLook:
    together, breaks = attribute(properties, "contextual-spacing"), attribute(properties, "break-before")
    level = attribute(style, "default-outline-level")
    master = attribute(style, "master-page-name")
    return ParagraphLook(
        points(attribute(properties, "margin-left")),
        points(attribute(properties, "text-indent")),
        points(attribute(properties, "margin-top")),
        points(attribute(properties, "margin-bottom")),
        None if together is None else together == "true",
        True if master else (None if breaks is None else breaks == "page"),
        None if level is None else count_of(level, 9) or 0,
        True if attribute(style, "list-style-name") == "" else None,
    )


def _span(properties: Element | None) -> RunLook:
    if properties is None:
        return RunLook()
    weight, slant = attribute(properties, "font-weight"), attribute(properties, "font-style")
    shown, case = attribute(properties, "display"), attribute(properties, "text-transform")
    place, colour = attribute(properties, "text-position"), attribute(properties, "color")
    return RunLook(
        _size(attribute(properties, "font-size")),
        None if weight is None else weight == "bold" or (count_of(weight) or 0) >= 600,
        None if slant is None else slant in ("italic", "oblique"),
        None if shown is None else shown == "none",
        None if case is None else case == "uppercase",
        None if place is None else _is_raised(place),
        attribute(properties, "font-name") or attribute(properties, "font-family"),
        None if colour is None else colour.casefold() == _WHITE,
        _has_ground(properties),
    )


def _has_ground(properties: Element | None) -> bool | None:
    colour = attribute(properties, "background-color")
    return None if colour is None else colour.casefold() not in ("transparent", _WHITE)


def _size(text: str | None) -> float | None:
    """Return a size in points, or as a part of the size around it."""
    if text and text.endswith("%"):
        share = count_of(text[:-1])
        return share / 100 if share and share < 500 else None
    return points(text) or None


def _is_raised(place: str) -> bool:
    height = place.split(maxsplit=1)[0] if place.split() else ""
    return height == "super" or (height.endswith("%") and bool(count_of(height[:-1])))
