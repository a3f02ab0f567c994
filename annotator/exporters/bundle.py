"""The whole of each letter in one place, for keeping: source, data, reading copies and their descriptions.

The folder is a bag by RFC 8493 (BagIt): what was handed over lies in `data`, and `manifest-sha256.txt` has
the checksum of each file, so that any program for bags, or `sha256sum -c`, tells whether all is there and
whole.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.archive_facts import WrittenFile
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import Choice, ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.letter_json import JSON
from annotator.exporters.mdto import VALUE, file_file, files_of, object_file
from annotator.exporters.page_pictures import has_pages
from annotator.exporters.searchable_pdf import BURNT, PDF
from annotator.exporters.web_page import HTML

_BAG = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can tell
ZIP_NAME = "bundle.zip"
_COPIES = (JSON, HTML)
PACKING = Choice(
    "packing",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Packing")),
    (
        ("folder", Message("Export", QT_TRANSLATE_NOOP("Export", "a folder"))),
        ("zip", Message("Export", QT_TRANSLATE_NOOP("Export", "one ZIP file"))),
    ),
)
SOURCE_STAYS = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "sources in which hidden words can be read are left out")
)
NO_COPY = Message(
    "Export",
    QT_TRANSLATE_NOOP("Export", "letters have no pages that may be shown and opened: no searchable PDF"),
)


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    files = _bag(letters, context)
    return _zipped(files, context) if context.choice(PACKING) == "zip" else files


def _bag(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    """Yield the files of a bag, each as one piece."""
    manifest: list[str] = []
    size = count = 0
    for one in letters:
        folder = letter_file_name(one.id, one.letter.about.title, "")
        for name, data in _files(one, context):
            piece = Piece(f"data/{folder}/{name}", data)
            manifest.append(_line(piece))
            size, count = size + len(data), count + 1
            yield piece
    about = f"Bag-Software-Agent: {context.program}\nPayload-Oxum: {size}.{count}\n"
    if _MOMENT.match(context.made_at):
        about += f"Bagging-Date: {context.made_at[:10]}\n"
    tags = [
        Piece("bagit.txt", _BAG.encode()),
        Piece("bag-info.txt", about.encode()),
        Piece("manifest-sha256.txt", "".join(manifest).encode()),
    ]
    yield from tags
    yield Piece("tagmanifest-sha256.txt", "".join(map(_line, tags)).encode())


def _line(piece: Piece) -> str:
    return f"{hashlib.sha256(piece.data).hexdigest()}  {piece.name}\n"


def _files(one: ExportLetter, context: ExportContext) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a letter with their names: those that are described, then what describes them."""
    written = []
    for name, data in (*reversed(files_of(one)), *_copies(one, context)):
        yield name, data
        written.append(WrittenFile.of(name, data))
    for file in written:
        yield f"{file.name}.bestand.mdto.xml", file_file(one, context, file)
    described = letter_file_name(one.id, one.letter.about.title, ".informatieobject.mdto.xml")
    yield described, object_file(one, context, written)


def _copies(one: ExportLetter, context: ExportContext) -> Iterator[tuple[str, bytes]]:
    for exporter in (*_COPIES, PDF) if _opens(one) else _COPIES:
        made: dict[str, list[bytes]] = {}
        for name, data in exporter.pieces([one], context):
            made.setdefault(name, []).append(data)
        for name, parts in made.items():
            yield name, b"".join(parts)


def _opens(one: ExportLetter) -> bool:
    """Tell whether the source has pages that may be shown and needs no password."""
    burning = one.burning() if one.is_redacted else None
    data = burning.source() if burning is not None else b"" if one.is_redacted else one.source()
    if b"%PDF-" not in data[:1024]:
        return has_pages(data)
    import pikepdf  # not for the list of formats

    try:
        with pikepdf.open(io.BytesIO(data)):
            return True
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, KeyError, RuntimeError):
        return False


# ---------------------------------------------------------------------- as one file
class _Stream(io.RawIOBase):
    """Takes what is written, to be given on: a zip that is written need not lie in memory whole."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self._written.append(bytes(data))  # type: ignore[call-overload]
        return len(self._written[-1])

    def taken(self) -> bytes:
        """Return what was written since it was last asked for."""
        data = b"".join(self._written)
        self._written.clear()
        return data


def _zipped(files: Iterable[Piece], context: ExportContext) -> Iterator[Piece]:
    found = _MOMENT.match(context.made_at)
    moment = tuple(map(int, found.groups())) if found else _EARLIEST
    stream = _Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files:
            info = zipfile.ZipInfo(name, max(moment, _EARLIEST))  # type: ignore[arg-type]
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, data)
            yield Piece(ZIP_NAME, stream.taken())
    yield Piece(ZIP_NAME, stream.taken())


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    if one.is_redacted:
        yield Omission(SOURCE_STAYS, 1)
    if not _opens(one):
        yield Omission(NO_COPY, 1)
    elif one.is_redacted:
        yield Omission(BURNT, 1)


BUNDLE = Exporter(
    "bundle",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Everything for keeping, with checksums (BagIt)")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For keeping: source, text, data, web page, searchable PDF and MDTO of each letter."
        ),
    ),
    leaves_out=_leaves_out,
    choices=(PACKING, VALUE, *PDF.choices),
)
