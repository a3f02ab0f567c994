"""What programs wrote for programs is refused in a sentence, under any name; what people wrote is not."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.importers import read_file

WORDS = "<p>Geachte <b>voorzitter</b></p>" * 900
MARKUP = {
    "TEI": "<!DOCTYPE TEI [ <!ENTITY a 'b'> ]>\n<TEI xmlns='x'>{}</TEI>",
    "FineReader XML": '<?xml version="1.0"?><document xmlns="http://www.abbyy.com/x">{}</document>',
    "TSV": "level\tpage_num\tblock_num\tpar_num\n1\t1\t0\t0\n{}",
    "a web page": "<!doctype html>\n<title>Brief{}",
    "XML": "<brief datum='3 mei'>{}</brief>\n",
    "JSON": '[{{"tekst": "{}"}}]',
    "a message or web page in parts": "MIME-Version: 1.0\nContent-Type: multipart/related;\n\n{}",
}


@pytest.mark.parametrize("kind", MARKUP)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_markup_is_refused_by_its_name(kind: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(MARKUP[kind].format(WORDS).encode(encoding))
    with pytest.raises(UserError) as caught:
        read_file(path)
    assert f"brief.txt is {kind}," in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "<concept> Geachte voorzitter,\nHierbij zend ik u het verslag.\n",
        "<< Vorige\nGeachte voorzitter,\n",
        "[Aan: de Voorzitter]\nGeachte voorzitter,\n",
        '{"Geachte voorzitter", zo begon hij\n',
        "Geachte voorzitter,\nmet <b>nadruk</b>\n",
        "From: j@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\nGeachte voorzitter,\n",
    ],
)
def test_what_people_wrote_is_no_markup(text: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(text, encoding="utf-8")
    assert read_file(path).text == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%!PS-Adobe-3.0\n%%Title: brief\n", "made for a printer"),
        (b"II+\0\x08\0\0\0", "damaged and cannot be read as a picture"),
        (b"\xffWPC\0\0", "an older Office document"),
        (b"AT&TFORM\0\0\0\0DJVM", "an image"),
    ],
)
def test_other_binary_formats_are_named(data: bytes, kind: str, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_bytes(data)
    with pytest.raises(UserError, match=f"is {kind}"):
        read_file(tmp_path / "brief.txt")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "ppt/presentation.xml"])
def test_an_office_document_is_no_archive_to_unpack(part: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "brief.txt", "w") as archive:
        archive.writestr("[Content_Types].xml", "x" * 9000)
        archive.writestr(part, "y")
    with pytest.raises(UserError, match="is an office document"):
        read_file(tmp_path / "brief.txt")
