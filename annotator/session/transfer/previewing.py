"""How the files of an export begin, as text: what stands in a Word file, the first rows of a workbook."""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from itertools import chain, groupby

from annotator.exporters import Piece

_LARGEST = 8_000_000  # bytes of a package that is looked into
_ROWS = 40
# A table's row, or a paragraph beside tables.
_BLOCK = re.compile(rb"<w:tr[ >].*?</w:tr>|<w:p[ >].*?</w:p>", re.DOTALL)
_PARAGRAPH = re.compile(rb"<w:p[ >].*?</w:p>", re.DOTALL)
_RUN = re.compile(rb"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<|<w:(?:tab|br)\b", re.DOTALL)
_ROW = re.compile(rb"<row[ >].*?</row>", re.DOTALL)
_CELL = re.compile(rb"<c ([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_TEXT = re.compile(rb"<t(?: [^>]*)?>([^<]*)</t>", re.DOTALL)
_SHARED = re.compile(rb"<si>.*?</si>", re.DOTALL)


def beginning(pieces: Iterable[Piece], most: int) -> str:
    """Return at most so many characters of how the first file begins that says something; "" for none."""
    for _, file in groupby(pieces, lambda piece: piece.name):
        text = _said(_bytes(file, most * 4))
        if text.strip():
            return text[:most]
    return ""


def _bytes(file: Iterator[Piece], most: int) -> bytes:
    """Return how a file begins; all of a package, whose table of contents stands at its end."""
    first = next(file).data
    if first.startswith(b"PK"):
        most = _LARGEST
    parts, size = [first], len(first)
    for _, data in file:
        if size > most:
            break
        parts.append(data)
        size += len(data)
    return b"".join(parts)


def _said(data: bytes) -> str:
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(BytesIO(data)) as package:
                return _inside(package)
        except (zipfile.BadZipFile, OSError):
            return ""
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(data)  # may be cut within a character
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text else text


def _inside(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    if "word/document.xml" in names:
        return "\n".join(map(_block, _BLOCK.findall(package.read("word/document.xml"))))
    if "xl/worksheets/sheet1.xml" in names:
        shared = package.read("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in names else b""
        strings = [_joined(_TEXT.findall(one)) for one in _SHARED.findall(shared)]
        rows = _ROW.findall(package.read("xl/worksheets/sheet1.xml"))[:_ROWS]
        return "\n".join(" | ".join(_cell(cell, strings) for cell in _CELL.finditer(row)) for row in rows)
    told = chain(
        *([name for name in names if name.endswith(end)] for end in (".qde", ".json", ".xml", ".txt"))
    )
    name = next(told, "")
    return _said(package.read(name)) if name else ""


def _block(source: bytes) -> str:
    return " | ".join(map(_paragraph, _PARAGRAPH.findall(source)))


def _paragraph(source: bytes) -> str:
    return _joined(run.group(1) if run.group(1) is not None else b" " for run in _RUN.finditer(source))


def _cell(cell: re.Match[bytes], strings: list[str]) -> str:
    attributes, inside = cell.group(1), cell.group(2) or b""
    value = re.search(rb"<v>([^<]*)</v>", inside)
    if b't="s"' in attributes and value is not None:
        return strings[int(value.group(1))]
    return _joined(_TEXT.findall(inside)) or (_joined([value.group(1)]) if value is not None else "")


def _joined(parts: Iterable[bytes]) -> str:
    return unescape(b"".join(parts).decode(errors="replace"))
