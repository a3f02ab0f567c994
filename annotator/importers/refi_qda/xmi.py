"""UIMA's CAS as XMI, of INCEpTION and other programs: each a text with what was marked in it.

Offsets count code units of UTF-16. Layers that only say how a text is built (words, sentences, grammar) are
left out; of others each value is a tag. What this program wrote comes back as it was.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.core.messages import Message
from annotator.core.printable import printable
from annotator.core.refi_guids import (
    HEADING,
    MOST_LEVELS,
    PROPOSED,
    SECTIONS,
    field_guid,
    guid_of,
    letter_guid,
    level_guid,
)
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.importers.plain_text import require_lines_that_can_be_shown
from annotator.importers.refi_qda import sentences
from annotator.importers.refi_qda.model import Code, QdaLetter, QdaProject, Selected, Variable
from annotator.importers.refi_qda.places import Places
from annotator.importers.refi_qda.xml import attribute, moment
from annotator.importers.xml_reading import Element, name_of

_XMI_ID = "{http://www.omg.org/XMI}id"
# Layers that say how a text is built; told by their name spaces, or by their names.
_BUILDING = ("/lexmorph/", "/syntax/", "/metadata/", "/uima/", "/morph/", "/transform/", "/anomaly/")
_WORDS = frozenset(
    (
        "Token",
        "Sentence",
        "Lemma",
        "Stem",
        "POS",
        "Paragraph",
        "Compound",
        "CASMetadata",
        "DocumentAnnotation",
    )
)
_SAYS = ("tag", "value", "label", "category", "divType", "identifier")  # features that name what was marked
_OURS = frozenset(("Passage", "Section", "NamedEntity", "Div"))  # layers that this program writes tags in
_NOTES = ("note", "comment")
_NO_FEATURES = frozenset(("sofa", "begin", "end", "confidence", "id"))


@dataclass(slots=True)
class _Gathered:
    """Codes and variables of all texts by their GUIDs, and how much was left out."""

    codes: dict[str, Code] = field(default_factory=dict)
    variables: dict[str, Variable] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)


def of_cases(name: str, cases: Iterable[tuple[str, Element]]) -> QdaProject:
    """Return texts, each in a file of its own with that name, as a project. Raises `UserError`."""
    gathered = _Gathered()
    letters = tuple(_letter(each, root, gathered) for each, root in cases)
    said = ((sentences.OFF_CAS, gathered.left["off"]), (sentences.RELATIONS, gathered.left["relations"]))
    left = tuple(Message("Qda", sentence, {"count": count}) for sentence, count in said if count)
    codes, variables = tuple(gathered.codes.values()), tuple(gathered.variables.values())
    return QdaProject(name, "UIMA", codes, variables, letters, left)


def _letter(shown: str, root: Element, gathered: _Gathered) -> QdaLetter:
    sofa = next((each for each in root if name_of(each) == "Sofa" and each.get("sofaString")), None)
    if sofa is None:
        raise UserError(Message("Qda", sentences.NO_CAS_TEXT, {"name": shown}))
    raw, sofa_id = sofa.get("sofaString") or "", sofa.get(_XMI_ID)
    places = Places(raw)
    require_lines_that_can_be_shown(shown, places.text)
    reader = _Reader(raw, places, gathered)
    for element in root:
        if element.get("sofa") == sofa_id and element is not sofa:
            reader.take(element)
        elif element.get("begin") is None and not _is_building(element):
            gathered.left["relations"] += 1
    title = printable(" ".join(reader.title.split())) or shown.rpartition("/")[2].removesuffix(".xmi")
    data = raw.encode()
    guid = letter_guid(reader.uid) if reader.uid else guid_of("cas", hashlib.sha256(data).hexdigest())
    return QdaLetter(
        guid,
        title,
        f"{title}.txt",
        data,
        places.text,
        places.page_starts,
        selected=tuple(reader.selected),
        values=reader.values,
    )


class _Reader:
    """Reads what was marked in one text."""

    def __init__(self, raw: str, places: Places, gathered: _Gathered) -> None:
        self._places, self._gathered = places, gathered
        wide = [at for at, sign in enumerate(raw) if sign > "\uffff"]
        self._wide = [at + before for before, at in enumerate(wide)]  # in units of UTF-16: these take two
        self._length = len(raw)
        self.title = self.uid = ""
        self.selected: list[Selected] = []
        self.values: dict[str, str] = {}

    def take(self, element: Element) -> None:
        """Take up an annotation."""
        layer = name_of(element)
        if layer == "DocumentMetaData":
            self.title, self.uid = attribute(element, "documentTitle"), attribute(element, "documentId")
            return
        if _is_building(element):
            return
        span = self._span(element)
        if span is None:
            self._gathered.left["off"] += 1
        elif layer == "FormValue" and element.get("field"):
            self._value(element)
        else:
            self._mark(layer, element, span)

    def _value(self, element: Element) -> None:
        position = attribute(element, "position")
        if attribute(element, "state") == "proposed" or not position.isascii() or not position.isdigit():
            return
        name = attribute(element, "field")
        guid = field_guid(name, int(position))
        self._gathered.variables.setdefault(guid, Variable(guid, name, "Text"))
        self.values.setdefault(guid, attribute(element, "value"))

    def _mark(self, layer: str, element: Element, span: Span) -> None:
        codes = _codes(layer, element, self._gathered)
        if attribute(element, "state") == "proposed":
            codes = (*codes, PROPOSED)
        note = next((said for name in _NOTES if (said := attribute(element, name))), "")
        made_at = moment(attribute(element, "made_at"))
        self.selected.append(Selected(span, codes, note, attribute(element, "analyst"), made_at))

    def _span(self, element: Element) -> Span | None:
        try:
            start, end = int(element.get("begin") or ""), int(element.get("end") or "")
        except ValueError:
            return None
        start, end = start - bisect_left(self._wide, start), end - bisect_left(self._wide, end)
        if not 0 <= start < end <= self._length:
            return None
        span = Span(self._places.place(start), self._places.place(end))
        return span if span.start < span.end else None


def _codes(layer: str, element: Element, gathered: _Gathered) -> tuple[str, ...]:
    """Return the codes of what was marked, and note those that are new."""
    if layer == "Heading":
        return (HEADING,)
    said = next((value for name in _SAYS if (value := attribute(element, name))), "")
    if not said and layer not in _OURS:
        said = _first(element)
    if layer in ("Section", "Div"):
        level = attribute(element, "level") or attribute(element, "id").removeprefix("level ")
        known = int(level) if level.isascii() and level.isdigit() and len(level) < 3 else 1
        levels = (level_guid(min(max(known, 1), MOST_LEVELS)),)
        is_tagged = said and said != attribute(element, "id")
        return (_code("section", layer, said, gathered), *levels) if is_tagged else levels
    return (_code("passage", layer, said or layer, gathered),)


def _code(kind: str, layer: str, said: str, gathered: _Gathered) -> str:
    guid = guid_of("tag", kind, said) if layer in _OURS else guid_of("cas", layer, said)
    above = SECTIONS if kind == "section" else ""
    if above:
        gathered.codes.setdefault(SECTIONS, Code(SECTIONS, "sections"))
    gathered.codes.setdefault(guid, Code(guid, said, parent=above))
    return guid


def _first(element: Element) -> str:
    """Return the first feature of a layer that nobody knows that has words."""
    said = ((key, (value or "").strip()) for key, value in element.attrib.items())
    return next((v for key, v in said if key not in _NO_FEATURES and "}" not in key and _is_said(v)), "")


def _is_said(value: str) -> bool:
    return any(sign.isalpha() for sign in value) and value not in ("true", "false")


def _is_building(element: Element) -> bool:
    space = str(element.tag)
    return name_of(element) in _WORDS or any(part in space for part in _BUILDING) or "org/XMI" in space
