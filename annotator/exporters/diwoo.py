"""Metadata for the index of the Wet open overheid: DiWoo 0.9.8, with the terms of TOOI; one file a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.archive_facts import facts_of
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.xml_text import fit_for_xml

NAMESPACE = "https://standaarden.overheid.nl/diwoo/metadata/"
_TERMS = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_RECEIVED_BY_PARLIAMENT = ("c_8c840238", "bij vertegenwoordigende organen ingekomen stukken")
_LETTER_TO_PARLIAMENT = ("c_49599e6c", "Kamerbrief")
_ADOPTED = ("c_641ecd76", "vaststelling")
_DUTCH = ("http://publications.europa.eu/resource/authority/language/NLD", "Nederlands")
NO_SENDER = Message(
    "Export",
    QT_TRANSLATE_NOOP("Export", "letters have no confirmed sender: the publisher is said to be unknown"),
)
NO_DATE = Message(
    "Export",
    QT_TRANSLATE_NOOP(
        "Export", "letters have no confirmed date: the day of import stands for that of adoption"
    ),
)


def document(one: ExportLetter, context: ExportContext) -> bytes:
    """Return the description of a letter."""
    from lxml import etree  # not for the list of formats

    facts = facts_of(one.letter, context.codebook, "nl")
    root = etree.Element(f"{{{NAMESPACE}}}Document", nsmap={"diwoo": NAMESPACE})
    about = _sub(root, "DiWoo")
    keys = _sub(about, "identifiers")
    for key in filter(None, (f"urn:uuid:{one.uid}", facts.dossier, facts.reference)):
        _sub(keys, "identifier", key)
    _sub(about, "publisher", facts.sender or "Onbekend", facts.tooi)
    _sub(_sub(about, "titelcollectie"), "officieleTitel", facts.title or one.uid)
    if facts.subject and facts.subject != facts.title:
        _sub(_sub(about, "omschrijvingen"), "omschrijving", facts.subject)
    classes = _sub(about, "classificatiecollectie")
    _term(_sub(classes, "informatiecategorieen"), "informatiecategorie", _RECEIVED_BY_PARLIAMENT)
    _term(_sub(classes, "documentsoorten"), "documentsoort", _LETTER_TO_PARLIAMENT)
    if facts.day:
        _sub(about, "creatiedatum", facts.day)
    _sub(about, "language", _DUTCH[1], _DUTCH[0])
    done = _sub(_sub(about, "documenthandelingen"), "documenthandeling")
    _term(done, "soortHandeling", _ADOPTED)
    _sub(done, "atTime", f"{facts.day}T00:00:00" if facts.day else (one.created_at or context.made_at))
    if facts.tooi:
        _sub(done, "wasAssociatedWith", facts.sender, facts.tooi)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _sub(parent: Any, name: str, text: str = "", resource: str = "") -> Any:
    child = parent.makeelement(f"{{{NAMESPACE}}}{name}")
    child.text = fit_for_xml(text) or None
    if resource:
        child.set("resource", resource)
    parent.append(child)
    return child


def _term(parent: Any, name: str, term: tuple[str, str]) -> None:
    _sub(parent, name, term[1], _TERMS + term[0])


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    for one in letters:
        yield Piece(letter_file_name(one.id, one.letter.about.title, ".diwoo.xml"), document(one, context))


def _leaves_out(one: ExportLetter, context: ExportContext) -> Iterator[Omission]:
    facts = facts_of(one.letter, context.codebook)
    if not facts.sender:
        yield Omission(NO_SENDER, 1)
    if not facts.day:
        yield Omission(NO_DATE, 1)


DIWOO = Exporter(
    "diwoo",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Description for the Woo index (DiWoo)")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP("Export", "For the index of the Wet open overheid: a DiWoo 0.9.8 file a letter."),
    ),
    leaves_out=_leaves_out,
)
