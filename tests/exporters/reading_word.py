"""Reading Word files back as Word understands them: text, numbers of lists, notes, ranges of comments."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OURS = "Kanttekening"


def opened(data: bytes) -> Document:
    """Return the file as python-docx has it."""
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> etree._Element:
    """Return a part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def body(data: bytes) -> etree._Element:
    """Return the body of the text."""
    [found] = part(data, "document")
    return found


def style_of(element: etree._Element) -> str:
    """Return the style of a paragraph, "" for the plain one."""
    found = element.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


def text_of(element: etree._Element, *, old: bool = False) -> str:
    """Return the text of an element, all tracked changes accepted; refused where `old`."""
    made = []
    for node in element.iter():
        inside = {parent.tag for parent in node.iterancestors()}
        if f"{W}{'ins' if old else 'del'}" in inside:
            continue
        if node.tag in (f"{W}t", f"{W}delText"):
            before = node.getprevious()
            if before is None or before.tag != f"{W}footnoteReference":
                made.append(node.text or "")
        elif node.tag == f"{W}br":
            made.append("\n")
        elif node.tag == f"{W}tab" and f"{W}r" in inside:
            made.append("\t")
        elif node.tag == f"{W}footnoteReference":
            made.append(f"[{node.get(f'{W}id')}]")
    return "".join(made)


def letter_paragraphs(data: bytes) -> list[etree._Element]:
    """Return the paragraphs of the letter itself, those of its tables too."""
    return [p for p in body(data).iter(f"{W}p") if _is_letters(p)]


def _is_letters(paragraph: etree._Element) -> bool:
    style = style_of(paragraph)
    if style == "KanttekeningCell":
        table = next(one for one in paragraph.iterancestors(f"{W}tbl"))
        return table.find(f".//{W}tblHeader") is None  # only ours have heads
    return not style.startswith(_OURS) and style != "Title"


def footnotes(data: bytes) -> dict[str, str]:
    """Return the texts of the footnotes by their ids, without their marks."""
    return {
        note.get(f"{W}id"): "".join(map(text_of, note.findall(f".//{W}r")[1:])).removeprefix(" ")
        for note in part(data, "footnotes")
        if note.get(f"{W}type") is None
    }


def marks_of_notes(data: bytes) -> list[str]:
    """Return the marks of the footnotes in the text, as Word counts them."""
    [start] = body(data).iter(f"{W}numStart")
    last, made = int(start.get(f"{W}val")) - 1, []
    for mark in body(data).iter(f"{W}footnoteReference"):
        is_counted = mark.get(f"{W}customMarkFollows") is None
        last += is_counted
        made.append(str(last) if is_counted else mark.getnext().text)
    return made


def marks_of_items(data: bytes) -> list[str]:
    """Return the marks of the items of lists, as Word counts them."""
    numbering = part(data, "numbering")
    levels = {a.get(f"{W}abstractNumId"): a.find(f"{W}lvl") for a in numbering.findall(f"{W}abstractNum")}
    counts: dict[str, int] = {}  # by kind of list: the lists of one kind count on
    begun: set[str] = set()
    made = []
    for item in body(data).iter(f"{W}numId"):
        number = item.get(f"{W}val")
        [one] = [n for n in numbering.findall(f"{W}num") if n.get(f"{W}numId") == number]
        kind = one.find(f"{W}abstractNumId").get(f"{W}val")
        start = one.find(f".//{W}startOverride")
        if number not in begun and start is not None:
            counts[kind] = int(start.get(f"{W}val")) - 1
        begun.add(number)
        counts[kind] = counts.get(kind, 0) + 1
        form, shown = (levels[kind].find(f"{W}{name}").get(f"{W}val") for name in ("numFmt", "lvlText"))
        counted = {"decimal": str(counts[kind]), "lowerLetter": chr(96 + counts[kind])}.get(form, "")
        made.append(shown.replace("%1", counted))
    return made


def commented(data: bytes) -> dict[str, str]:
    """Return what text each comment is about, by its id."""
    made: dict[str, str] = {}
    open_ids: set[str] = set()
    for node in _in_order(body(data)):
        number = node.get(f"{W}id")
        if node.tag == f"{W}commentRangeStart":
            open_ids.add(number)
            made[number] = ""
        elif node.tag == f"{W}commentRangeEnd":
            open_ids.remove(number)
        elif node.tag in (f"{W}t", f"{W}footnoteReference"):
            for each in open_ids:
                made[each] += node.text or "[" + number + "]"
    assert not open_ids
    return made


def _in_order(element: etree._Element) -> Iterator[etree._Element]:
    yield from element.iter()
