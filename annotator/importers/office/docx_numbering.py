"""The labels of Word's lists, worked out: `numbering.xml` says how, the paragraphs count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.importers.office.docx_marks import attribute, child, children, is_on, value_of, whole
from annotator.importers.office.docx_styles import ParagraphLook, Styles, paragraph_look
from annotator.importers.office.labels import BULLET, DECIMAL, LETTERS, ORDINAL, PADDED, ROMAN, numbered
from annotator.importers.office.symbols import UNKNOWN, plain
from annotator.importers.xml_reading import Element

_LEVELS = 9
_FORMS = {
    "lowerLetter": (LETTERS, False),
    "upperLetter": (LETTERS, True),
    "lowerRoman": (ROMAN, False),
    "upperRoman": (ROMAN, True),
    "decimalZero": (PADDED, False),
    "ordinal": (ORDINAL, False),
}
_PLACE = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True
    in_digits: bool = False
    font: str = ""
    style: str = ""
    look: ParagraphLook = ParagraphLook()


@dataclass(slots=True)
class _List:
    """A list as the document has it: the counting that it shares, its levels, and where it starts anew."""

    counting: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document; what is asked for its label must be asked in the order of the text."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {attribute(e, "abstractNumId"): e for e in children(root, "abstractNum")}
        self._elements = {attribute(e, "numId"): e for e in children(root, "num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def level_of_style(self, list_id: str, style: str) -> int:
        """Return which level of a list belongs to a style of paragraphs; the first where none does."""
        found = self._list(list_id)
        return next((n for n, level in found.levels.items() if level.style == style), 0) if found else 0

    def look(self, list_id: str, level: int) -> ParagraphLook:
        """Return how a level of a list sets its paragraphs."""
        found = self._list(list_id)
        return found.levels.get(level, _Level()).look if found else ParagraphLook()

    def label(self, list_id: str, level: int) -> str:
        """Return the label of the next paragraph of a list; "" where it has none."""
        found = self._list(list_id)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        self._count(list_id, found, level)
        own = found.levels.get(level, _Level())
        if own.form == "bullet":
            return _bullet(own)
        if own.form == "none":
            return _PLACE.sub("", own.text).strip()
        counts = self._counts[found.counting]

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            form = found.levels.get(at, _Level())
            value = counts[at]
            shape, capitals = _FORMS.get(form.form, (DECIMAL, False))
            if own.in_digits:
                shape = DECIMAL
            return "" if form.form in ("none", "bullet") else numbered(value or 0, shape, capitals)

        return _PLACE.sub(number, own.text).strip()

    def _count(self, list_id: str, found: _List, level: int) -> None:
        counts = self._counts.setdefault(found.counting, [None] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in found.starts:
                counts[at] = None
        for at in range(level + 1):
            value = counts[at]
            if value is None:
                counts[at] = found.starts.get(at, found.levels.get(at, _Level()).start)
            elif at == level:
                counts[at] = value + 1
        for at in range(level + 1, _LEVELS):
            if found.levels.get(at, _Level()).restarts:
                counts[at] = None

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._made(list_id)
        return self._lists[list_id]

    def _made(self, list_id: str) -> _List | None:
        own = self._elements.get(list_id)
        if own is None:
            return None
        name, abstract = self._abstract_of(own)
        if abstract is None:
            return None
        made = _List(name, dict(map(_level, children(abstract, "lvl"))))
        for override in children(own, "lvlOverride"):
            at, start = whole(attribute(override, "ilvl")) or 0, whole(value_of(override, "startOverride"))
            if start is not None:
                made.starts[at] = start
            made.levels.update(map(_level, children(override, "lvl")))
        made.starts = {at: start for at, start in made.starts.items() if 0 <= at < _LEVELS}
        return made

    def _abstract_of(self, own: Element) -> tuple[str, Element | None]:
        name = value_of(own, "abstractNumId") or ""
        abstract = self._abstract.get(name)
        # Lists that are a style of their own stand where that style points to.
        link = value_of(abstract, "numStyleLink")
        if link:
            other = self._elements.get(self._styles.numbering_of(link) or "")
            name = (value_of(other, "abstractNumId") or name) if other is not None else name
            abstract = self._abstract.get(name)
        return name, abstract


def _level(element: Element) -> tuple[int, _Level]:
    fonts = child(child(element, "rPr"), "rFonts")
    start, restart = whole(value_of(element, "start")), whole(value_of(element, "lvlRestart"))
    text = value_of(element, "lvlText") or ""
    made = _Level(
        value_of(element, "numFmt") or "decimal",
        text,
        1 if start is None else start,
        restart != 0,
        bool(is_on(element, "isLgl")),
        (attribute(fonts, "ascii") or attribute(fonts, "hAnsi")) if fonts is not None else "",
        value_of(element, "pStyle") or "",
        paragraph_look(child(element, "pPr")),
    )
    return whole(attribute(element, "ilvl")) or 0, made


def _bullet(level: _Level) -> str:
    sign = plain(level.text, level.font).strip()
    return BULLET if not sign or UNKNOWN in sign else sign[:4]
