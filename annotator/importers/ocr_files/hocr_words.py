"""A word of hOCR: its text, where it stands, how sure it was read, and how else it may be read."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.importers.ocr_files.building import Piece, confidence, make, raised
from annotator.importers.xml_reading import Element, name_of

WORDS = frozenset(("ocrx_word", "ocr_word"))
BBOX = re.compile(r"\bbbox\s+(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)")
# Almost all words have this and no more.
_USUAL = re.compile(r"bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)(?![\d.])")
_SURE = re.compile(r"\bx_wconf\s+(\d+(?:\.\d+)?)")
_SURE_OF_SIGNS = re.compile(r"\bx_confs?\s+(\d[\d.\s]*)")
_BOLD, _ITALIC = frozenset(("b", "strong")), frozenset(("i", "em"))
_LEAST_OTHER = 5.0  # of 100: how likely a sign's other reading must be


class Said(NamedTuple):
    """The text of an element, what it may also say, and how it is set."""

    text: str
    others: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False


def class_of(element: Element) -> str:
    """Return the class of hOCR that an element has, "" where it has none."""
    names = element.get("class")
    if not names:
        return ""
    if " " not in names:
        return str(names) if names.startswith("ocr") else ""
    return next((name for name in names.split() if name.startswith("ocr")), "")


def piece_of(word: Element) -> Piece:
    """Return a word as a piece of its line."""
    title = word.get("title") or ""
    usual = _USUAL.match(title)
    if usual and not len(word):
        left, top, right, bottom, of_word = map(float, usual.groups())
        sure_of = of_word if of_word <= 100 else -1.0
        return make(Piece, (word.text or "", (left, top, right, bottom), sure_of, (), False, False, False))
    found = BBOX.search(title)
    box = (float(found[1]), float(found[2]), float(found[3]), float(found[4])) if found else None
    sure = _SURE.search(title)
    said = text_of(word)
    of_word = confidence(sure[1], 100) if sure else _of_signs(title)
    return Piece(said.text, box, of_word, said.others, said.bold, said.italic)


def text_of(element: Element) -> Said:
    """Return what an element says, without the other readings in it."""
    if not len(element):
        return Said(element.text or "")
    said: list[str] = [element.text or ""]
    choices: list[list[tuple[float, str]]] = []
    others: list[str] = []
    names: set[str] = set()
    waiting: list[Element | str] = []
    _put(waiting, element)
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            said.append(item)
            continue
        name = name_of(item).lower()
        names.add(name)
        if name == "del":
            others.append("".join(item.itertext()))
        elif _is_choices(item):
            choices.append(_choices(item))
        elif name == "sup" and not len(item):
            said.append(raised(item.text or ""))
        else:
            said.append(item.text or "")
            _put(waiting, item)
    text = "".join(said)
    others += _otherwise(text.strip(), choices)
    return Said(text, tuple(others), bool(names & _BOLD), bool(names & _ITALIC))


def _put(waiting: list[Element | str], element: Element) -> None:
    for child in reversed(element):
        if child.tail:
            waiting.append(child.tail)
        waiting.append(child)


def _is_choices(element: Element) -> bool:
    """Tell whether an element lists what a sign may be, as Tesseract does behind a word."""
    if class_of(element) not in ("ocrx_cinfo", "ocr_cinfo", "ocr_glyph"):
        return False
    return len(element) > 0 and all(class_of(child).startswith("ocr") for child in element)


def _choices(element: Element) -> list[tuple[float, str]]:
    found = [(_of_signs(child.get("title") or ""), "".join(child.itertext()).strip()) for child in element]
    return sorted(found, key=lambda each: -each[0])


def _otherwise(text: str, choices: list[list[tuple[float, str]]]) -> list[str]:
    """Return the word with each of its signs read otherwise, the likeliest first."""
    if len(choices) != len(text):
        return []
    found = [
        (sure, text[:at] + other + text[at + 1 :])
        for at, of_sign in enumerate(choices)
        for sure, other in of_sign
        if other != text[at] and sure >= _LEAST_OTHER
    ]
    return [other for _, other in sorted(found, key=lambda each: -each[0])]


def _of_signs(title: str) -> float:
    """Return the mean of what is said of single signs; -1 where nothing is."""
    found = _SURE_OF_SIGNS.search(title)
    if not found:
        return -1.0
    numbers = [confidence(number, 100) for number in found[1].split()]
    known = [number for number in numbers if number >= 0]
    return round(sum(known) / len(known), 1) if known else -1.0
