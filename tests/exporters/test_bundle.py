"""A bundle is a bag: all files of each letter, each with its checksum, in a folder or a ZIP."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from lxml import etree

from annotator.core.document import About
from annotator.exporters.bundle import BUNDLE, NO_COPY, SOURCE_STAYS, ZIP_NAME
from annotator.exporters.interface import ExportContext, ExportLetter
from tests.exporters.test_archive import BOOK, letter

MADE = "2026-03-02T10:11:12Z"
NOT_PDF = b"De brief, zoals hij kwam.\n"


def source_letter(**changes: object) -> ExportLetter:
    return replace(letter(), source_name="brief.txt", source=lambda: NOT_PDF, **changes)  # type: ignore[arg-type]


def files(*letters: ExportLetter, **chosen: str) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for name, data in BUNDLE.pieces(letters, ExportContext(BOOK, chosen=chosen, made_at=MADE)):
        made[name] = made.get(name, b"") + data
    return made


def checked(made: dict[str, bytes], manifest: str) -> set[str]:
    """The names in a manifest, whose checksums are right."""
    rows = [row.split("  ", 1) for row in made[manifest].decode().splitlines()]
    for checksum, name in rows:
        assert hashlib.sha256(made[name]).hexdigest() == checksum
    return {name for _, name in rows}


def test_each_file_has_its_checksum() -> None:
    made = files(source_letter(), source_letter(id=4, uid="u-4"))
    payload = {name for name in made if name.startswith("data/")}
    assert checked(made, "manifest-sha256.txt") == payload
    tags = made.keys() - payload
    assert checked(made, "tagmanifest-sha256.txt") == tags - {"tagmanifest-sha256.txt"}
    size = sum(len(made[name]) for name in payload)
    assert f"Payload-Oxum: {size}.{len(payload)}" in made["bag-info.txt"].decode()
    assert made["bagit.txt"].startswith(b"BagIt-Version: 1.0\n")


def test_source_text_data_and_reading_copy_are_in_it() -> None:
    made = files(source_letter())
    named = {
        name.rpartition("/")[2].partition(".")[2]: data
        for name, data in made.items()
        if name.startswith("data/")
    }
    assert named["source.txt"] == NOT_PDF
    assert named["txt"] == b"De brief.\n"
    assert json.loads(named["json"])["ocr_text"] == "D3 brief.\n"
    assert b"<main>" in named["html"]


def test_every_file_is_described() -> None:
    made = files(source_letter())
    described = [name for name in made if name.startswith("data/") and not name.endswith(".mdto.xml")]
    assert len(described) == 4
    for name in described:
        root = etree.fromstring(made[f"{name}.bestand.mdto.xml"])
        [checksum] = root.iter("{*}checksumWaarde")
        assert checksum.text == hashlib.sha256(made[name]).hexdigest()
    [about] = [etree.fromstring(data) for name, data in made.items() if "informatieobject" in name]
    assert len(list(about.iter("{*}heeftRepresentatie"))) == 4


def test_a_zip_has_the_same_files() -> None:
    made = files(source_letter(), packing="zip")
    assert [*made] == [ZIP_NAME]
    with zipfile.ZipFile(io.BytesIO(made[ZIP_NAME])) as packed:
        assert packed.testzip() is None
        assert {name: packed.read(name) for name in packed.namelist()} == files(source_letter())
    assert made == files(source_letter(), packing="zip")  # the same from the same letters


def test_a_zip_of_many_letters_comes_in_pieces() -> None:
    context = ExportContext(BOOK, chosen={"packing": "zip"}, made_at=MADE)
    letters = (source_letter(id=number, uid=f"u-{number}") for number in range(1, 6))
    pieces = [piece for piece in BUNDLE.pieces(letters, context) if piece.data]
    assert len(pieces) > 5 * 4
    assert max(len(piece.data) for piece in pieces) < sum(len(piece.data) for piece in pieces) / 4


@pytest.mark.parametrize("packing", ["folder", "zip"])
def test_the_source_of_a_redacted_letter_stays_behind(packing: str) -> None:
    one = source_letter(is_redacted=True)
    made = files(one, packing=packing)
    if packing == "zip":
        with zipfile.ZipFile(io.BytesIO(made[ZIP_NAME])) as packed:
            made = {name: packed.read(name) for name in packed.namelist()}
    assert not any(NOT_PDF in data for data in made.values())
    assert BUNDLE.leaves_out is not None
    assert [omission.what for omission in BUNDLE.leaves_out(one, ExportContext(BOOK))] == [
        SOURCE_STAYS,
        NO_COPY,
    ]


def test_names_stay_inside_the_folder() -> None:
    one = source_letter()
    one = replace(
        one, source_name="../../brief.t/xt", letter=replace(one.letter, about=About("../../CON\x00" * 40))
    )
    for name in files(one):
        parts = name.split("/")
        assert ".." not in parts
        assert all(0 < len(part) < 200 for part in parts)


def pdf(password: str = "") -> bytes:
    made, written = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(written, encryption=pikepdf.Encryption(owner=password, user=password) if password else False)
    return written.getvalue()


def test_a_pdf_has_a_searchable_copy() -> None:
    data = pdf()
    made = files(replace(letter(), source=lambda: data))
    assert sorted(name.partition(".")[2] for name in made if name.endswith(".pdf")) == ["pdf", "source.pdf"]
    assert BUNDLE.leaves_out is not None
    assert list(BUNDLE.leaves_out(replace(letter(), source=lambda: data), ExportContext(BOOK))) == []


@pytest.mark.parametrize("data", [pdf("geheim"), b"%PDF-1.7 damaged", NOT_PDF])
def test_one_that_cannot_be_opened_goes_as_it_is_and_that_is_said(data: bytes) -> None:
    one = replace(letter(), source=lambda: data)
    made = files(one)
    assert [held for name, held in made.items() if ".source." in name and not name.endswith(".xml")] == [data]
    assert not [name for name in made if name.endswith("meer.pdf")]
    assert BUNDLE.leaves_out is not None
    assert [omission.what for omission in BUNDLE.leaves_out(one, ExportContext(BOOK))] == [NO_COPY]
