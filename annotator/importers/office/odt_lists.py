"""The labels of Writer's lists and numbered headings, worked out."""

from __future__ import annotations

from typing import NamedTuple

from annotator.importers.office.labels import BULLET, DECIMAL, LETTERS, ROMAN, numbered
from annotator.importers.office.odt_marks import attribute, count_of
from annotator.importers.office.symbols import UNKNOWN, plain
from annotator.importers.xml_reading import Element, name_of

_LEVELS = 10
_FORMS = {"a": (LETTERS, False), "A": (LETTERS, True), "i": (ROMAN, False), "I": (ROMAN, True)}
_LEVEL_STYLES = ("list-level-style-number", "list-level-style-bullet", "outline-level-style")


class _Level(NamedTuple):
    form: str = ""
    before: str = ""
    behind: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""


class ListStyles:
    """The styles of lists by their names, and that of the headings."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self.outline: dict[int, _Level] = {}
        for root in roots:
            for each in () if root is None else root.iter("{*}list-style", "{*}outline-style"):
                levels = dict(_level(one) for one in each if name_of(one) in _LEVEL_STYLES)
                if name_of(each) == "outline-style":
                    self.outline = levels
                else:
                    self._styles[attribute(each, "name") or ""] = levels

    def levels(self, name: str) -> dict[int, _Level]:
        """Return the levels of a style, counted from 0."""
        return self._styles.get(name, {})


class Counting:
    """How far the items of a list are counted, by level."""

    def __init__(self) -> None:
        self._counts: list[int | None] = [None] * _LEVELS

    def label(self, levels: dict[int, _Level], level: int, start: int | None = None) -> str:
        """Return the label of the next item; "" where it has none. `start` counts anew from there."""
        if not 0 <= level < _LEVELS:
            return ""
        for at in range(level + 1):
            value = self._counts[at]
            if at == level and start is not None:
                self._counts[at] = start
            elif value is None:
                self._counts[at] = levels.get(at, _Level()).start
            elif at == level:
                self._counts[at] = value + 1
        self._counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        own = levels.get(level, _Level())
        if own.bullet:
            return own.bullet
        said = [
            numbered(self._counts[at] or 0, *_FORMS.get(levels.get(at, _Level()).form, (DECIMAL, False)))
            for at in range(max(0, level + 1 - own.shown), level + 1)
            if levels.get(at, _Level()).form
        ]
        return f"{own.before}{'.'.join(said)}{own.behind}".strip() if own.form else own.before.strip()


def _level(element: Element) -> tuple[int, _Level]:
    level = (count_of(attribute(element, "level"), _LEVELS) or 1) - 1
    if name_of(element) == "list-level-style-bullet":
        return level, _Level(bullet=_bullet(element))
    start = count_of(attribute(element, "start-value"))
    made = _Level(
        attribute(element, "num-format") or "",
        attribute(element, "num-prefix") or "",
        attribute(element, "num-suffix") or "",
        count_of(attribute(element, "display-levels"), _LEVELS) or 1,
        1 if start is None else start,
    )
    return level, made


def _bullet(element: Element) -> str:
    font = next((attribute(each, "font-name") or "" for each in element if attribute(each, "font-name")), "")
    sign = plain(attribute(element, "bullet-char") or "", font).strip()
    return BULLET if not sign or UNKNOWN in sign else sign[:4]
