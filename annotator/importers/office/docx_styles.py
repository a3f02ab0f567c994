"""How Word sets paragraphs and runs: what the defaults, the styles and the text itself say."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.importers.office.docx_marks import TWIPS, attribute, child, children, is_on, value_of, whole
from annotator.importers.office.looks import RunLook
from annotator.importers.xml_reading import Element

_HEADING = re.compile(r"(?i)(?:heading|kop)\s?([1-9])")
_LOWEST_LEVEL = 9  # Word's word for running text
_WHITE = "FFFFFF"
_AUTOMATIC = 14.0  # points of "automatic" room between paragraphs


class ParagraphLook(NamedTuple):
    """How a paragraph is set, in points; None where nothing says. `level` is 1 for the highest heading."""

    left: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    together: bool | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    new_page: bool | None = None

    def under(self, other: ParagraphLook) -> ParagraphLook:
        """Return this with what the other says set over it."""
        return ParagraphLook._make(b if b is not None else a for a, b in zip(self, other, strict=True))


class Style(NamedTuple):
    """What a style says, with those that it is based on."""

    paragraph: ParagraphLook = ParagraphLook()
    run: RunLook = RunLook()


def run_look(properties: Element | None) -> RunLook:
    """Return what the properties of a run say."""
    if properties is None or not len(properties):
        return RunLook()
    size = whole(value_of(properties, "sz"))
    fonts = child(properties, "rFonts")
    font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi") if fonts is not None else ""
    raised, colour = value_of(properties, "vertAlign"), value_of(properties, "color")
    return RunLook(
        size / 2 if size else None,
        is_on(properties, "b"),
        is_on(properties, "i"),
        is_on(properties, "vanish"),
        is_on(properties, "caps"),
        None if raised is None else raised == "superscript",
        font or None,
        None if colour is None else colour.upper() == _WHITE,
        has_ground(properties),
    )


def has_ground(properties: Element | None) -> bool | None:
    """Return whether properties lay a colour under the text; None where they say nothing of it."""
    shade, marked = child(properties, "shd"), value_of(properties, "highlight")
    if shade is None and marked is None:
        return None
    fill = attribute(shade, "fill").upper() if shade is not None else ""
    return fill not in ("", "AUTO", _WHITE) or marked not in (None, "none", "white")


def paragraph_look(properties: Element | None) -> ParagraphLook:
    """Return what the properties of a paragraph say."""
    if properties is None or not len(properties):
        return ParagraphLook()
    indent, room = child(properties, "ind"), child(properties, "spacing")
    level, numbering = whole(value_of(properties, "outlineLvl")), child(properties, "numPr")
    return ParagraphLook(
        _points(indent, "start", "left"),
        _first(indent),
        _room(room, "before"),
        _room(room, "after"),
        is_on(properties, "contextualSpacing"),
        None if level is None else (level + 1 if 0 <= level < _LOWEST_LEVEL else 0),
        value_of(numbering, "numId"),
        whole(value_of(numbering, "ilvl")),
        is_on(properties, "pageBreakBefore"),
    )


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {attribute(each, "styleId"): each for each in children(root, "style")}
        self._read: dict[str, Style] = {}
        defaults = child(root, "docDefaults")
        self._defaults = Style(
            paragraph_look(child(child(defaults, "pPrDefault"), "pPr")),
            run_look(child(child(defaults, "rPrDefault"), "rPr")),
        )
        self._usual = next(
            (
                name
                for name, each in self._elements.items()
                if attribute(each, "type") == "paragraph"
                and attribute(each, "default") in ("1", "true", "on")
            ),
            "",
        )

    def usual(self) -> str:
        """Return the id of the style of paragraphs that name none."""
        return self._usual

    def of_paragraph(self, name: str) -> Style:
        """Return what a paragraph of a style is like, the document's defaults included."""
        own = self._style(name if name in self._elements else self._usual)
        return Style(self._defaults.paragraph.under(own.paragraph), self._defaults.run.under(own.run))

    def of_run(self, name: str) -> RunLook:
        """Return what a style of runs says itself."""
        return self._style(name).run

    def numbering_of(self, name: str) -> str | None:
        """Return the list that a style of lists names."""
        return self._style(name).paragraph.list_id

    def _style(self, name: str) -> Style:
        known = self._read.get(name)
        if known is not None:
            return known
        # From the style to the one that it is based on, and so on; each once, should they go in a circle.
        chain: list[str] = []
        while name in self._elements and name not in chain and name not in self._read:
            chain.append(name)
            name = value_of(self._elements[name], "basedOn") or ""
        made = self._read.get(name, Style())
        for each in reversed(chain):
            made = self._with_own(made, self._elements[each])
            self._read[each] = made
        return made

    def _with_own(self, base: Style, element: Element) -> Style:
        own = paragraph_look(child(element, "pPr"))
        named = _HEADING.fullmatch(value_of(element, "name") or "")
        if own.level is None and named:
            own = own._replace(level=int(named.group(1)))
        run = RunLook(ground=has_ground(child(element, "pPr"))).under(run_look(child(element, "rPr")))
        return Style(base.paragraph.under(own), base.run.under(run))


def _points(element: Element | None, *names: str) -> float | None:
    if element is None:
        return None
    found = next((n for n in (whole(attribute(element, name)) for name in names) if n is not None), None)
    return None if found is None else found / TWIPS


def _first(indent: Element | None) -> float | None:
    hanging = _points(indent, "hanging")
    return -hanging if hanging is not None else _points(indent, "firstLine")


def _room(spacing: Element | None, name: str) -> float | None:
    if spacing is not None and attribute(spacing, f"{name}Autospacing") in ("1", "true", "on"):
        return _AUTOMATIC
    return _points(spacing, name)
