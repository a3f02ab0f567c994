"""Telling what kind of office file some bytes are, by the names of the parts in them."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.importers.office.archive import names_in

# Whole sentences, one for each kind: a noun put into a sentence does not translate.
WORD = QT_TRANSLATE_NOOP("Import", "{name} is a Word document, not plain text: save it as text first.")
OPEN_DOCUMENT = QT_TRANSLATE_NOOP(
    "Import", "{name} is an OpenDocument text, not plain text: save it as text first."
)
OLDER_WORD = QT_TRANSLATE_NOOP(
    "Import", "{name} is a document of an older Word (.doc): save it as a .docx file in Word or Writer first."
)
OLDER_OFFICE = QT_TRANSLATE_NOOP(
    "Import", "{name} is an older Office document: save it as a .docx file, or as a PDF, first."
)
LOCKED = QT_TRANSLATE_NOOP(
    "Import", "{name} is an Office document that a password locks: save it without one, then import it again."
)
SHEETS = QT_TRANSLATE_NOOP(
    "Import", "{name} is an office document of tables or slides, not a letter: save it as a PDF first."
)
MAIL = QT_TRANSLATE_NOOP("Import", "{name} is a message of Outlook: save it as text or as a PDF first.")
APPLE = QT_TRANSLATE_NOOP(
    "Import", "{name} is a document of Pages, Numbers or Keynote: export it to Word (.docx) first."
)
BOOK = QT_TRANSLATE_NOOP("Import", "{name} is an office document or a book: save it as a PDF first.")

_OPEN_TEXT, _OPEN = b"mimetypeapplication/vnd.oasis.opendocument.text", b"mimetypeapplication/"
_HEAD, _TAIL = 4_096, 16_384  # bytes that are looked at in an archive that has no list of its parts
_SHEETS = ("xl/", "ppt/", "visio/")
_FLAT = b"application/vnd.oasis.opendocument.text"
_FLAT_ROOT = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
# The names of the streams in the files of older Office programs, in the order in which they decide.
_STREAMS = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", OLDER_WORD),
    ("Workbook", SHEETS),
    ("PowerPoint Document", SHEETS),
    ("__substg1.0_", MAIL),
)


def kind_of_compound(data: bytes) -> str:
    """Return the sentence for a file of the older Office programs, which is also that of locked new ones."""
    return next((said for name, said in _STREAMS if name.encode("utf-16-le") in data), OLDER_OFFICE)


def kind_of_archive(data: bytes) -> str | None:
    """Return the sentence for a ZIP archive that an office program made; None for others."""
    # The kind stands first, without any packing, where the format asks for it.
    if _OPEN_TEXT in data[:200]:
        return OPEN_DOCUMENT
    if _OPEN in data[:200]:
        return SHEETS if b"spreadsheet" in data[:200] or b"presentation" in data[:200] else BOOK
    names = names_in(data)
    return _by_names(names) if names is not None else _by_bytes(data)


def is_flat_writer(data: bytes) -> bool:
    """Tell whether some bytes are a text of Writer in one piece of XML (.fodt)."""
    return data.lstrip()[:1] == b"<" and _FLAT_ROOT in data[:_HEAD] and _FLAT in data[:_TAIL]


def _by_names(names: tuple[str, ...]) -> str | None:
    if any(name.startswith(_SHEETS) for name in names):
        return SHEETS if "word/document.xml" not in names else WORD
    if "content.xml" in names and "meta-inf/manifest.xml" in names:
        return OPEN_DOCUMENT
    if any(name.startswith("word/") for name in names):
        return WORD
    if "[content_types].xml" in names and any(name.endswith("document.xml") for name in names):
        return WORD
    if any(name.endswith(".iwa") or name == "index.apxl" for name in names):
        return APPLE
    return None


def _by_bytes(data: bytes) -> str | None:
    """Tell the kind of an archive whose end is missing by the names that stand before its parts."""
    if b"word/" in data[:_HEAD] or b"word/document.xml" in data[-_TAIL:]:
        return WORD
    return SHEETS if any(part.encode() in data[:_HEAD] for part in _SHEETS) else None
