"""Metadata for Dutch archives: MDTO 1.0.1 of the Nationaal Archief, beside the source and the corrected text.

A letter is an `informatieobject`, each of its files a `bestand` that represents it. What the form does not
say is not made up: an archive decides on value and limits of use, and it is said that it has not yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.archive_facts import WrittenFile, facts_of, source_file_name
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import Choice, ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.xml_text import fit_for_xml

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
_SCHEMA = f"{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.1.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OWN_LIST = "Kanttekening"
VALUE = Choice(
    "waardering",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Appraisal")),
    (
        ("unknown", Message("Export", QT_TRANSLATE_NOOP("Export", "not decided here"))),
        ("B", Message("Export", QT_TRANSLATE_NOOP("Export", "to be kept (B)"))),
        ("V", Message("Export", QT_TRANSLATE_NOOP("Export", "to be kept for a time (V)"))),
    ),
)
_VALUES = {"B": "Blijvend te bewaren", "V": "Tijdelijk te bewaren"}


def object_file(one: ExportLetter, context: ExportContext, files: Sequence[WrittenFile]) -> bytes:
    """Return the description of a letter and its relations to these files."""
    facts = facts_of(one.letter, context.codebook, "nl")
    root, thing = _root("informatieobject")
    _identified(thing, one.uid)
    if facts.dossier:
        _identify(_sub(thing, "identificatie"), facts.dossier, "Kamerstukken")
    if facts.reference:
        _identify(_sub(thing, "identificatie"), facts.reference, facts.sender or "kenmerk van de afzender")
    _text(thing, "naam", facts.title or one.uid)
    _concept(thing, "aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO")
    if facts.kind:
        _concept(thing, "classificatie", facts.kind, context.codebook.name("nl"))
    if facts.subject and facts.subject != facts.title:
        _text(thing, "omschrijving", facts.subject)
    _text(thing, "taal", "nl")
    _events(thing, one.letter, facts.day, facts.sender, facts.tooi)
    value = context.choice(VALUE)
    if value in _VALUES:
        _concept(thing, "waardering", _VALUES[value], "Begrippenlijst Waarderingen MDTO", value)
    else:
        _concept(thing, "waardering", "Nog niet bepaald", _OWN_LIST)
    for file in files:
        _refer(thing, "heeftRepresentatie", file.name, file.sha256, "SHA-256")
    _refer(thing, "archiefvormer", facts.sender or "Onbekend", facts.tooi, "TOOI")
    _concept(_sub(thing, "beperkingGebruik"), "beperkingGebruikType", "Nog niet bepaald", _OWN_LIST)
    return _written(root)


def file_file(one: ExportLetter, context: ExportContext, file: WrittenFile) -> bytes:
    """Return the description of a file, with its checksum."""
    facts = facts_of(one.letter, context.codebook, "nl")
    root, thing = _root("bestand")
    _identify(_sub(thing, "identificatie"), file.sha256, "SHA-256")
    _text(thing, "naam", file.name)
    _text(thing, "omvang", str(file.size))
    _concept(thing, "bestandsformaat", file.format_name, "PRONOM-register", file.pronom)
    check = _sub(thing, "checksum")
    _concept(check, "checksumAlgoritme", "SHA256", "Begrippenlijst ChecksumAlgoritme MDTO")
    _text(check, "checksumWaarde", file.sha256)
    _text(check, "checksumDatum", context.made_at)
    _refer(thing, "isRepresentatieVan", facts.title or one.uid, one.uid, _OWN_LIST)
    return _written(root)


def _events(thing: Any, letter: Letter, day: str, sender: str, tooi: str) -> None:
    """Tell when the letter was made, and who corrected what the OCR read, and when they last did."""
    if day:
        event = _sub(thing, "event")
        _concept(event, "eventType", "Creatie", "Begrippenlijst EventTypeLijst MDTO")
        _text(event, "eventTijd", day)
        if sender:
            _refer(event, "eventVerantwoordelijkeActor", sender, tooi, "TOOI")
    done: dict[str, list[str]] = {}
    for row in letter.corrections:
        done.setdefault(row.analyst, []).append(row.made_at)
    for analyst, moments in sorted(done.items()):
        event = _sub(thing, "event")
        _concept(event, "eventType", "Correctie van de OCR-tekst", _OWN_LIST)
        if last := max(moments):
            _text(event, "eventTijd", last)
        if analyst:
            _refer(event, "eventVerantwoordelijkeActor", analyst)
        _text(event, "eventResultaat", f"{len(moments)} correcties in de tekst")


# ---------------------------------------------------------------------- elements
def _root(kind: str) -> tuple[Any, Any]:
    from lxml import etree  # not for the list of formats

    root = etree.Element(f"{{{NAMESPACE}}}MDTO", nsmap={None: NAMESPACE, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", _SCHEMA)
    return root, _sub(root, kind)


def _sub(parent: Any, name: str) -> Any:
    child = parent.makeelement(f"{{{NAMESPACE}}}{name}")
    parent.append(child)
    return child


def _text(parent: Any, name: str, text: str) -> None:
    _sub(parent, name).text = fit_for_xml(text)


def _identified(thing: Any, uid: str) -> None:
    _identify(_sub(thing, "identificatie"), uid, _OWN_LIST)


def _identify(place: Any, key: str, source: str) -> None:
    _text(place, "identificatieKenmerk", key)
    _text(place, "identificatieBron", source)


def _refer(parent: Any, name: str, said: str, key: str = "", source: str = "") -> None:
    place = _sub(parent, name)
    _text(place, "verwijzingNaam", said)
    if key:
        _identify(_sub(place, "verwijzingIdentificatie"), key, source)


def _concept(parent: Any, name: str, label: str, from_list: str, code: str = "") -> None:
    place = _sub(parent, name)
    _text(place, "begripLabel", label)
    if code:
        _text(place, "begripCode", code)
    _refer(place, "begripBegrippenlijst", from_list)


def _written(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


# ---------------------------------------------------------------------- the export
def files_of(one: ExportLetter) -> list[tuple[str, bytes]]:
    """Return a letter's source and corrected text with their names; of a redacted one no source."""
    name = letter_file_name(one.id, one.letter.about.title, ".txt")
    files = [(name, one.letter.text.encode())]
    source = b"" if one.is_redacted else one.source()
    return [(source_file_name(one), source), *files] if source else files


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    for one in letters:
        folder = letter_file_name(one.id, one.letter.about.title, "")
        written = []
        for name, data in files_of(one):
            yield Piece(f"{folder}/{name}", data)
            written.append(WrittenFile.of(name, data))
        for file in written:
            yield Piece(f"{folder}/{file.name}.bestand.mdto.xml", file_file(one, context, file))
        described = letter_file_name(one.id, one.letter.about.title, ".informatieobject.mdto.xml")
        yield Piece(f"{folder}/{described}", object_file(one, context, written))


TAGS_LEFT_OUT = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "sections, passages and other values are left out")
)


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    if count := len(one.letter.sections) + len(one.letter.passages):
        yield Omission(TAGS_LEFT_OUT, count)


MDTO = Exporter(
    "mdto",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Archive: source and text with MDTO metadata")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For Dutch archives: each letter's files, checksums and description by MDTO 1.0.1."
        ),
    ),
    leaves_out=_leaves_out,
    choices=(VALUE,),
)
