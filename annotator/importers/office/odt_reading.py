"""Reading a Writer file: its text, what its pages have at head and foot, its notes and comments."""

from __future__ import annotations

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers.office import sentences
from annotator.importers.office.archive import Archive, DamagedPart
from annotator.importers.office.content import Content
from annotator.importers.office.kinds import is_flat_writer
from annotator.importers.office.limits import Report
from annotator.importers.office.odt_changes import Changes
from annotator.importers.office.odt_lists import ListStyles
from annotator.importers.office.odt_marks import attribute, points
from annotator.importers.office.odt_notes import Notes
from annotator.importers.office.odt_styles import Styles
from annotator.importers.office.odt_text import Document, Story
from annotator.importers.xml_reading import Element, name_of, parse_xml

_TEXT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_HEADS, _FEET = ("header-first", "header", "header-left"), ("footer-first", "footer", "footer-left")


def read_content(shown: str, data: bytes, report: Report = lambda done, total: None) -> Content:
    """Return what a Writer file says. Raises `UserError` where it cannot be read."""
    content = Content(shown, report=report)
    root, styles = _parts(content, data)
    body = next((e for e in root.iter("{*}text") if name_of(e.getparent()) == "body"), None)
    if body is None:
        raise UserError(Message("Import", sentences.NO_DOCUMENT, {"name": shown}))
    changes = Changes(body)
    document = Document(content, Styles(styles, root), ListStyles(styles, root), Notes(body), changes)
    document.margin = _margin(root if styles is None else styles)
    content.counts["inserted"], content.counts["deleted"] = changes.inserted, changes.deleted
    content.body = Story(document, body).read()
    for master in (root if styles is None else styles).iter("{*}master-page"):
        for kind, names in (("head", _HEADS), ("foot", _FEET)):
            for each in sorted(
                (each for each in master if name_of(each) in names), key=lambda e: names.index(name_of(e))
            ):
                if attribute(each, "display") != "false":
                    content.add_furniture(Story(document, each).read(), kind)
    content.counts["end_notes"] = document.notes.renumbered
    for mark, note in document.notes.in_order():
        if note is not None:
            content.notes.append((mark, Story(document, note).read()))
    return content


def _parts(content: Content, data: bytes) -> tuple[Element, Element | None]:
    """Return the roots of the text and of the styles."""
    if is_flat_writer(data):
        return parse_xml(content.shown, data), None
    archive = Archive(content.shown, data)
    try:
        manifest = archive.root_of(_MANIFEST)
    except DamagedPart:
        manifest = None
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise UserError(Message("Import", sentences.LOCKED, {"name": content.shown}))
    try:
        root = archive.root_of(_TEXT)
    except DamagedPart as error:
        raise UserError(Message("Import", sentences.BROKEN, {"name": content.shown})) from error
    if root is None:
        raise UserError(Message("Import", sentences.NO_DOCUMENT, {"name": content.shown}))
    try:
        return root, archive.root_of(_STYLES)
    except DamagedPart:
        content.damaged.append(_STYLES)
        return root, None


def _margin(root: Element) -> float:
    """Return the left margin of the first kind of page, in points."""
    found = (points(attribute(each, "margin-left")) for each in root.iter("{*}page-layout-properties"))
    return next((margin for margin in found if margin is not None), 0.0)
