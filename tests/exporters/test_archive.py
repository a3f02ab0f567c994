"""Metadata for archives: what the form says and no more, with the checksums of what was written."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from lxml import etree

from annotator.core.codebook import Codebook
from annotator.core.document import About, Letter, Value
from annotator.core.in_force import InForce
from annotator.exporters.archive_facts import WrittenFile, facts_of
from annotator.exporters.diwoo import DIWOO
from annotator.exporters.diwoo import NAMESPACE as DIWOO_NAMESPACE
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter
from annotator.exporters.mdto import MDTO, NAMESPACE
from benchmarks.big_project import kamerbrief_codebook

BOOK: Codebook = kamerbrief_codebook()
MADE = "2026-03-02T10:11:12Z"
HELD = {
    "letter_date": "2021-11-09",
    "sender": "Ministerie van Onderwijs, Cultuur en Wetenschap",
    "dossier": "28676",
    "sub_number": "347",
    "subject": "Het onderwerp",
}


def letter(state: str = "confirmed", **held: str) -> ExportLetter:
    values = {}
    for number, (role, value) in enumerate(held.items()):
        field = BOOK.field_for(role)
        assert field is not None
        values[f"v{number}"] = Value(f"v{number}", field.id, 0, value, value, state)
    corrections = (InForce(0, 2, "De", analyst="jan", made_at="2026-02-01T00:00:00Z"),)
    one = Letter("D3 brief.\n", "De brief.\n", About("Een <titel> & meer"), corrections, values=values)
    return ExportLetter(
        3,
        "0b9f5c9e-0000-4000-8000-000000000001",
        one,
        "brief.PDF",
        "",
        MADE,
        MADE,
        source=lambda: b"%PDF-1.7 x",
    )


def files(exporter: Exporter, one: ExportLetter, **chosen: str) -> dict[str, bytes]:
    context = ExportContext(BOOK, chosen=chosen, made_at=MADE)
    return {piece.name: piece.data for piece in exporter.pieces([one], context)}


def described(one: ExportLetter, **chosen: str) -> etree._Element:
    made = files(MDTO, one, **chosen)
    return etree.fromstring(next(data for name, data in made.items() if "informatieobject" in name))


def texts(root: etree._Element, path: str, namespace: str = NAMESPACE) -> list[str]:
    steps = "/".join(f"{{{namespace}}}{name}" for name in path.split("/"))
    return [str(found.text) for found in root.iterfind(f".//{steps}")]


def test_what_was_confirmed_is_told() -> None:
    root = described(letter(**HELD))
    assert texts(root, "informatieobject/naam") == ["Een <titel> & meer"]
    assert texts(root, "identificatie/identificatieKenmerk")[1:] == ["28676/347"]
    assert texts(root, "archiefvormer/verwijzingNaam") == [HELD["sender"]]
    assert texts(root, "archiefvormer/verwijzingIdentificatie/identificatieKenmerk")[0].endswith("/mnre1109")
    assert texts(root, "event/eventTijd") == ["2021-11-09", "2026-02-01T00:00:00Z"]
    assert texts(root, "event/eventResultaat") == ["1 correcties in de tekst"]


def test_what_is_only_proposed_is_not() -> None:
    root = described(letter("proposed", **HELD))
    assert texts(root, "archiefvormer/verwijzingNaam") == ["Onbekend"]
    assert texts(root, "event/eventTijd") == ["2026-02-01T00:00:00Z"]


@pytest.mark.parametrize(("chosen", "said"), [("", "Nog niet bepaald"), ("B", "Blijvend te bewaren")])
def test_an_appraisal_is_chosen_and_not_made_up(chosen: str, said: str) -> None:
    assert texts(described(letter(), waardering=chosen), "waardering/begripLabel") == [said]


def test_each_file_has_its_checksum() -> None:
    made = files(MDTO, letter())
    names = [name for name in made if not name.endswith(".mdto.xml")]
    assert [name.rpartition(".")[2] for name in names] == ["pdf", "txt"]
    for name in names:
        root = etree.fromstring(made[f"{name}.bestand.mdto.xml"])
        assert texts(root, "checksum/checksumWaarde") == [hashlib.sha256(made[name]).hexdigest()]
        assert texts(root, "omvang") == [str(len(made[name]))]
    assert texts(described(letter()), "heeftRepresentatie/verwijzingNaam") == [n.split("/")[1] for n in names]


def test_the_source_of_a_redacted_letter_stays_behind() -> None:
    made = files(MDTO, replace(letter(), is_redacted=True))
    assert not any(b"%PDF" in data for data in made.values())


@pytest.mark.parametrize(
    ("data", "pronom"),
    [(b"%PDF-1.4\n", "fmt/18"), (b"%PDF-1.7\n", "fmt/276"), (b"%PDF-1.9\n", ""), (b"a", "x-fmt/111")],
)
def test_the_key_of_a_format_is_told_where_it_is_certain(data: bytes, pronom: str) -> None:
    assert WrittenFile.of("a.txt", data).pronom == pronom


def test_the_index_gets_the_letters_to_parliament() -> None:
    ((name, data),) = files(DIWOO, letter(**HELD)).items()
    root = etree.fromstring(data)
    assert name.endswith(".diwoo.xml")
    assert texts(root, "titelcollectie/officieleTitel", DIWOO_NAMESPACE) == ["Een <titel> & meer"]
    assert texts(root, "creatiedatum", DIWOO_NAMESPACE) == ["2021-11-09"]
    assert texts(root, "documentsoorten/documentsoort", DIWOO_NAMESPACE) == ["Kamerbrief"]


def test_what_the_index_asks_and_nobody_confirmed_is_told_of() -> None:
    assert DIWOO.leaves_out is not None
    context = ExportContext(BOOK)
    assert len(list(DIWOO.leaves_out(letter(), context))) == 2
    assert list(DIWOO.leaves_out(letter(**HELD), context)) == []


@pytest.mark.parametrize(
    ("sender", "key"),
    [
        ("Ministerie van Financiën", "mnre1090"),
        ("Ministerie van Veiligheid en Justitie", ""),
        ("Gemeente Ede", ""),
    ],
)
def test_a_sender_has_its_key_where_the_register_has_its_name(sender: str, key: str) -> None:
    assert facts_of(letter(sender=sender).letter, BOOK).tooi.rpartition("/")[2] == key
