"""What archives and indexes ask of a letter, from its form: who sent it, when, its kind and dossier.

Only what an analyst confirmed is told: metadata speak with authority.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePath

from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportLetter

# Organisations by the register of ministries of TOOI, as published on 2025-08-12; earlier names of a ministry
# that goes on under another name are not in it.
TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"
_MINISTRIES = {
    "algemene zaken": "mnre1010",
    "asiel en migratie": "mnre1162",
    "binnenlandse zaken en koninkrijksrelaties": "mnre1034",
    "buitenlandse zaken": "mnre1013",
    "defensie": "mnre1018",
    "economische zaken": "mnre1045",
    "financien": "mnre1090",
    "infrastructuur en waterstaat": "mnre1130",
    "justitie en veiligheid": "mnre1058",
    "klimaat en groene groei": "mnre1182",
    "landbouw natuur en voedselkwaliteit": "mnre1150",
    "landbouw visserij voedselzekerheid en natuur": "mnre1153",
    "onderwijs cultuur en wetenschap": "mnre1109",
    "sociale zaken en werkgelegenheid": "mnre1073",
    "verkeer en waterstaat": "mnre0170",
    "volksgezondheid welzijn en sport": "mnre1025",
    "volkshuisvesting en ruimtelijke ordening": "mnre1171",
    "volkshuisvesting ruimtelijke ordening en milieubeheer": "mnre0180",
}
_MINISTRY_OF = re.compile(r"^ministerie van\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a letter, "" where it is not: `day` is ISO 8601, `tooi` the sender as TOOI has it."""

    title: str
    kind: str
    sender: str
    tooi: str
    day: str
    dossier: str
    subject: str
    reference: str


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of an export: its name, its bytes' number and SHA-256, and what it is."""

    name: str
    size: int
    sha256: str
    format_name: str
    pronom: str  # its key in PRONOM, "" where that is not certain

    @classmethod
    def of(cls, name: str, data: bytes) -> WrittenFile:
        """Describe a file by its name and bytes."""
        format_name, pronom = _format(name, data)
        return cls(name, len(data), hashlib.sha256(data).hexdigest(), format_name, pronom)


def facts_of(letter: Letter, book: Codebook, language: str = "nl") -> Facts:
    """Return what the form says of a letter, by the roles of its fields."""
    number = "/".join(filter(None, (_value(letter, book, "dossier"), _value(letter, book, "sub_number"))))
    sender = _value(letter, book, "sender")
    return Facts(
        title=" ".join(letter.about.title.split()) or _value(letter, book, "subject"),
        kind=_choice(letter, book, "kind", language),
        sender=sender,
        tooi=_tooi(sender),
        day=_value(letter, book, "letter_date"),
        dossier=number,
        subject=_value(letter, book, "subject"),
        reference=_value(letter, book, "our_reference"),
    )


def source_file_name(one: ExportLetter) -> str:
    """Return the name under which a letter's source goes along: the letter's, with the ending it had."""
    suffix = re.sub("[^a-z0-9.]", "", PurePath(one.source_name).suffix.lower())[:10]
    return letter_file_name(one.id, one.letter.about.title, f".source{suffix}")


def _value(letter: Letter, book: Codebook, role: str) -> str:
    field = book.field_for(role)
    held = letter.values_of(field.id) if field else []
    return next((value.value for value in held if value.state == "confirmed" and value.value), "")


def _choice(letter: Letter, book: Codebook, role: str, language: str) -> str:
    field, value = book.field_for(role), _value(letter, book, role)
    found = next((choice for choice in field.choices if choice.id == value), None) if field else None
    return found.name(language) if found else ""


def _tooi(sender: str) -> str:
    name = re.sub("[^a-z ]", "", _MINISTRY_OF.sub("", sender).casefold().replace("ë", "e"))
    key = _MINISTRIES.get(" ".join(name.split()), "")
    return f"{TOOI}{key}" if key else ""


_PDF_VERSIONS = {
    b"1.3": "fmt/17",
    b"1.4": "fmt/18",
    b"1.5": "fmt/19",
    b"1.6": "fmt/20",
    b"1.7": "fmt/276",
}
_BY_SUFFIX = {
    ".txt": ("Plain Text File", "x-fmt/111"),
    ".docx": ("Microsoft Word for Windows", "fmt/412"),
    ".tif": ("Tagged Image File Format", "fmt/353"),
    ".tiff": ("Tagged Image File Format", "fmt/353"),
    ".xml": ("Extensible Markup Language", "fmt/101"),
    ".html": ("Hypertext Markup Language", ""),
    ".json": ("JSON Data Interchange Format", "fmt/817"),
}


def _format(name: str, data: bytes) -> tuple[str, str]:
    found = re.match(rb"%PDF-(\d\.\d)", data[:1024].lstrip())
    if found:
        version = found[1]
        return f"Acrobat PDF {version.decode()} - Portable Document Format", _PDF_VERSIONS.get(version, "")
    suffix = PurePath(name).suffix.lower()
    return _BY_SUFFIX.get(suffix, (suffix.lstrip(".").upper() or "Binary", ""))
