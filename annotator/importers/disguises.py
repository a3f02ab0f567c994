"""Telling by their first and last bytes what files are that are no plain text, whatever they are called."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.importers.markup import kind_of_text

# Whole sentences, one for each kind: a noun put into a sentence does not translate.
_PDF = QT_TRANSLATE_NOOP("Import", "{name} is a PDF, not plain text: save it as text first.")
_WORD = QT_TRANSLATE_NOOP("Import", "{name} is a Word document, not plain text: save it as text first.")
_OPEN_DOCUMENT = QT_TRANSLATE_NOOP(
    "Import", "{name} is an OpenDocument text, not plain text: save it as text first."
)
_OFFICE = QT_TRANSLATE_NOOP(
    "Import", "{name} is an older Office document, not plain text: save it as text first."
)
_RTF = QT_TRANSLATE_NOOP("Import", "{name} is in rich text format, not plain text: save it as text first.")
_IMAGE = QT_TRANSLATE_NOOP("Import", "{name} is an image, not text: have an OCR program read it first.")
_BOOK = QT_TRANSLATE_NOOP("Import", "{name} is an office document, not plain text: save it as text first.")
_DRAWN = QT_TRANSLATE_NOOP("Import", "{name} is made for a printer, not plain text: save it as a PDF first.")
_ARCHIVE = QT_TRANSLATE_NOOP("Import", "{name} is a compressed archive: unpack it first.")
_DATABASE = QT_TRANSLATE_NOOP(
    "Import", "{name} is a database, not plain text: a project is opened, not imported."
)

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"\x89PNG\r\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"\0\0\0\x0cjP  ", _IMAGE),
    (b"\xff\x4f\xff\x51", _IMAGE),
    (b"II+\0", _IMAGE),
    (b"MM\0+", _IMAGE),
    (b"\x97JB2\r\n", _IMAGE),
    (b"AT&TFORM", _IMAGE),
    (b"\xffWPC", _OFFICE),
    (b"%!PS", _DRAWN),
    (b"\x1b%-12345X", _DRAWN),
    (b"PK\x03\x04", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"SQLite format 3\0", _DATABASE),
)
_OFFICE_PARTS = (b"xl/workbook", b"ppt/presentation")


def disguise(data: bytes, shown: str = "") -> Message | None:
    """Return the sentence that says what the file is; None where it is none of the kinds known here."""
    # Some programs put blanks, or a mark of UTF-8, before the signature of a PDF or RTF.
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    found = next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)
    if found == _ARCHIVE and head.startswith(b"PK"):
        return Message("Import", _kind_of_zip(data), {"name": shown})
    if found is not None:
        return Message("Import", found, {"name": shown})
    return kind_of_text(data, shown)


def _kind_of_zip(data: bytes) -> str:
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return _OPEN_DOCUMENT
    if b"mimetypeapplication/" in data[:200]:
        return _BOOK
    # The names of the parts stand at the end of the file too; some writers begin with other parts.
    is_word = b"word/" in data[:4096] or b"word/document.xml" in data[-16_384:]
    if is_word:
        return _WORD
    is_office = any(part in end for part in _OFFICE_PARTS for end in (data[:4096], data[-16_384:]))
    return _BOOK if is_office else _ARCHIVE
