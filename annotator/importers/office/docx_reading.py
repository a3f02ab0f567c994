"""Reading a Word file: its text, what its pages have at head and foot, its notes and comments."""

from __future__ import annotations

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers.office import sentences
from annotator.importers.office.archive import Archive
from annotator.importers.office.content import Content
from annotator.importers.office.docx_marks import (
    TWIPS,
    attribute,
    child,
    children,
    is_on,
    relation,
    value_of,
    whole,
)
from annotator.importers.office.docx_notes import Notes
from annotator.importers.office.docx_numbering import Numbering
from annotator.importers.office.docx_parts import Parts
from annotator.importers.office.docx_styles import Styles
from annotator.importers.office.docx_text import Document, Story
from annotator.importers.office.limits import Report
from annotator.importers.xml_reading import Element, name_of

_SAME_PAGE = frozenset(("continuous", "nextColumn"))
_FURNITURE = {"headerReference": "head", "footerReference": "foot"}
_WITHOUT = frozenset(("del", "moveFrom", "instrText", "pPr", "rPr"))


def read_content(shown: str, data: bytes, report: Report = lambda done, total: None) -> Content:
    """Return what a Word file says. Raises `UserError` where it cannot be read."""
    content = Content(shown, report=report)
    parts = Parts(Archive(shown, data), content)
    body = next(iter(parts.text.iter("{*}body")), None)
    if body is None:
        raise UserError(Message("Import", sentences.NO_DOCUMENT, {"name": shown}))
    styles = Styles(parts.of_kind("styles"))
    document = Document(
        content,
        styles,
        Numbering(parts.of_kind("numbering"), styles),
        Notes(body, parts.of_kind("footnotes"), parts.of_kind("endnotes")),
        _comments(parts.of_kind("comments")),
    )
    ends = [each for each in body.iter("{*}sectPr") if name_of(each.getparent()) != "sectPrChange"]
    sections = [_beginning(each) for each in ends]
    document.margin = sections[0][1] if sections else 0.0
    content.body = Story(document, body, sections).read()
    _read_furniture(document, parts, ends)
    _read_notes(document)
    for name, comment in document.comments.items():
        if name not in document.told:
            content.add_comment("", comment)
    return content


def _beginning(section: Element) -> tuple[bool, float]:
    """Return whether a section begins on a new page, and its left margin in points."""
    margin = child(section, "pgMar")
    left = whole(attribute(margin, "left")) if margin is not None else None
    return value_of(section, "type") not in _SAME_PAGE, max(0, left or 0) / TWIPS


def _read_furniture(document: Document, parts: Parts, sections: list[Element]) -> None:
    """Read the heads and feet that pages show, each once: those of first pages first."""
    seen: set[str] = set()
    for section in sections:
        first = is_on(section, "titlePg")
        for kind in ("first", "default", "even"):
            if kind == "first" and not first:
                continue
            for each in section:
                place, name = _FURNITURE.get(name_of(each)), relation(each)
                if place is None or (attribute(each, "type") or "default") != kind or name in seen:
                    continue
                seen.add(name)
                root = parts.named(name)
                if root is not None:
                    document.content.add_furniture(Story(document, root).read(), place)


def _read_notes(document: Document) -> None:
    content = document.content
    content.counts["end_notes"] = document.notes.renumbered
    for mark, note in document.notes.in_order():
        if note is None:
            content.counts["no_note"] += 1
        else:
            content.notes.append((mark, Story(document, note).read()))


def _comments(root: Element | None) -> dict[str, str]:
    """Return what comments say, by their ids."""
    return {
        attribute(each, "id"): " ".join(_plain(p) for p in each.iter("{*}p"))
        for each in children(root, "comment")
    }


def _plain(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter("{*}t"))
