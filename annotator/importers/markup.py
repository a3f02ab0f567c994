"""Telling text that programs wrote for programs (XML, web pages, JSON) from text that people read."""

from __future__ import annotations

import re

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.importers.encodings import told_encoding

# `kind` is a name: it is not translated.
_RECOGNISED = QT_TRANSLATE_NOOP(
    "Import",
    "{name} is {kind}, the output of an OCR program, which cannot be read yet: save it as plain text or as a"
    " PDF with its text.",
)
_WEB_PAGE = QT_TRANSLATE_NOOP("Import", "{name} is a web page, not plain text: save it as text first.")
_XML = QT_TRANSLATE_NOOP("Import", "{name} is XML, not plain text: save it as text first.")
_JSON = QT_TRANSLATE_NOOP("Import", "{name} is JSON, not plain text: save it as text first.")
_IN_PARTS = QT_TRANSLATE_NOOP(
    "Import", "{name} is a message or web page in parts, not plain text: save it as text first."
)

_HEAD, _TAIL = 16_384, 512  # bytes that are looked at
# What may stand before the first element: the XML declaration, comments, the kind of document.
_BEFORE_ROOT = re.compile(
    r"(?:\s|<\?[^>]*>|<!--(?s:.*?)-->|<!(?:DOCTYPE|doctype)[^>\[]*(?:\[[^\]]*\]\s*)?>)*"
)
_ROOT = re.compile(r"<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_LAST = re.compile(r"(?:</(?:[\w.-]+:)?([\w.-]+)\s*|<[^<>]*/)>(?:\s|<!--[^>]*-->)*\Z")
_PROLOGUE = ("<?xml", "<!doctype")
_RECOGNISED_BY = {
    "alto": "ALTO",
    "pcgts": "PAGE",
    "mets": "METS",
    "tei": "TEI",
    "tei.2": "TEI",
    "teicorpus": "TEI",
    "djvuxml": "DjVu XML",
    "boxfile": "OCR XML",
}
_HOCR = re.compile(r"ocr-system|class\s*=\s*[\"']ocrx?_")
_FINEREADER = re.compile(r"abbyy|finereader", re.IGNORECASE)
_HTML = frozenset(("html", "head", "body", "title", "meta", "style", "div", "p", "span", "table", "h1", "h2"))
_JSON_START = re.compile(r"[\[{][\[{\s]*\"[^\"\n]{0,200}\"\s*:")
_PARTS = re.compile(r"^content-type:[ \t]*multipart/", re.IGNORECASE | re.MULTILINE)
_TABLE_OF_WORDS = "level\tpage_num\tblock_num\t"


def kind_of_text(data: bytes, shown: str) -> Message | None:
    """Return the sentence that says what kind of markup a file is; None where it is none."""
    encoding = told_encoding(data) or "utf-8"
    head = data[:_HEAD].decode(encoding, "replace").lstrip("\ufeff \t\r\n\x0c\xa0")
    if head.startswith("<"):
        # An even number of bytes from the end, so that UTF-16 is not cut in the middle.
        tail = data[-_TAIL - len(data) % 2 :].decode(encoding, "replace")
        return _kind_of_markup(head, tail.rstrip("\0 \t\r\n\x0c"), shown)
    if head.startswith(_TABLE_OF_WORDS):
        return Message("Import", _RECOGNISED, {"name": shown, "kind": "TSV"})
    if _JSON_START.match(head):
        return Message("Import", _JSON, {"name": shown})
    return Message("Import", _IN_PARTS, {"name": shown}) if _PARTS.search(head) else None


def _kind_of_markup(head: str, tail: str, shown: str) -> Message | None:
    is_declared = head[:9].lower().startswith(_PROLOGUE)
    before = _BEFORE_ROOT.match(head)
    root = _ROOT.match(head, before.end() if before else 0)
    name = root.group(2).lower() if root else ""
    # A text that begins with `<naam>` is no markup: then no element ends it either.
    if not is_declared and not (root and (_LAST.search(tail) or name in ("html", *_RECOGNISED_BY))):
        return None
    if _HOCR.search(head):
        return Message("Import", _RECOGNISED, {"name": shown, "kind": "hOCR"})
    if name in _RECOGNISED_BY:
        return Message("Import", _RECOGNISED, {"name": shown, "kind": _RECOGNISED_BY[name]})
    if name == "document" and _FINEREADER.search(head[:4096]):
        return Message("Import", _RECOGNISED, {"name": shown, "kind": "FineReader XML"})
    is_page = name in _HTML or "doctype html" in head[:2048].lower()
    return Message("Import", _WEB_PAGE if is_page else _XML, {"name": shown})
