"""Telling by their first and last bytes what files are that are no plain text, whatever they are called."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.importers.markup import kind_of_text
from annotator.importers.office.kinds import OLDER_OFFICE, kind_of_archive, kind_of_compound

# Whole sentences, one for each kind: a noun put into a sentence does not translate.
_PDF = QT_TRANSLATE_NOOP("Import", "{name} is a PDF, not plain text: save it as text first.")
_RTF = QT_TRANSLATE_NOOP("Import", "{name} is in rich text format (.rtf): save it as a .docx file first.")
_IMAGE = QT_TRANSLATE_NOOP(
    "Import", "{name} is an image of a kind that is not read: save it as PNG or TIFF first."
)
_DRAWN = QT_TRANSLATE_NOOP("Import", "{name} is made for a printer, not plain text: save it as a PDF first.")
_ARCHIVE = QT_TRANSLATE_NOOP("Import", "{name} is a compressed archive: unpack it first.")
_DATABASE = QT_TRANSLATE_NOOP(
    "Import", "{name} is a database, not plain text: a project is opened, not imported."
)

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLDER_OFFICE),
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
    (b"\xffWPC", OLDER_OFFICE),
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
_COMPOUND = b"\xd0\xcf\x11\xe0"


def disguise(data: bytes, shown: str = "") -> Message | None:
    """Return the sentence that says what the file is; None where it is none of the kinds known here."""
    kind = kind_of(data)
    return kind_of_text(data, shown) if kind is None else Message("Import", kind, {"name": shown})


def kind_of(data: bytes) -> str | None:
    """Return the sentence for a file that is no text at all, by its bytes; None where it is none of those."""
    # Some programs put blanks, or a mark of UTF-8, before the signature of a PDF or RTF.
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    found = next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)
    if found == _ARCHIVE and head.startswith(b"PK"):
        return kind_of_archive(data) or _ARCHIVE
    return kind_of_compound(data) if head.startswith(_COMPOUND) else found
