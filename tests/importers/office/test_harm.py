"""Word and Writer files that are damaged, mean harm, or are something else: one clear sentence each."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.importers import read_file, word, writer
from annotator.importers.office import archive, content, sentences
from annotator.importers.office.archive import names_in
from annotator.importers.office.kinds import kind_of_archive
from annotator.importers.pdf.sentences import TOO_MUCH_MEMORY, TOO_MUCH_TEXT, TOO_SLOW
from annotator.importers.plain_text import LINE_TOO_LONG, ONLY_SPACE, TOO_MANY_LINES, TOO_MANY_PAGES
from annotator.importers.word import read as read_word
from annotator.importers.writer import read as read_writer
from annotator.importers.xml_reading import BEYOND_LIMITS, BROKEN_XML, OWN_ENTITIES
from tests.importers.office.test_docx import NOTES, NUMBERING, cell, item, mark, table
from tests.importers.office.test_odt import CHANGES, LISTS, items, note
from tests.office_making import docx, docx_parts, odt, odt_parts, p, r, relations_of, zip_of

ODT_LINE = "<text:p>x</text:p>"
XXE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_TENS = (f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
LAUGHS = f'<!DOCTYPE a [<!ENTITY a0 "lol">{"".join(_TENS)}]>'


def refusal(data: bytes, read: Callable = read_word) -> str:
    with pytest.raises(UserError) as raised:
        read("brief", "brief", data)
    assert raised.value.message.params["name"] == "brief"
    return raised.value.message.text


def with_part(name: str, part: str | bytes, parts: dict[str, str | bytes] | None = None) -> bytes:
    return zip_of((parts or docx_parts(p("Tekst."), {"styles": "", "footnotes": NOTES})) | {name: part})


@pytest.mark.parametrize("begin", [XXE, LAUGHS])
@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "_rels/.rels"]
)
def test_entities_are_refused_in_every_part(begin, name):
    body = "<a b='&a11;'>&x;</a>" if begin is LAUGHS else "<a>&x;</a>"
    assert refusal(with_part(name, begin + body)) in (OWN_ENTITIES, BEYOND_LIMITS)
    assert refusal(with_part("content.xml", begin + body, odt_parts("")), read_writer) in (
        OWN_ENTITIES,
        BEYOND_LIMITS,
    )


def test_a_part_that_unpacks_to_far_more_than_it_is_is_refused():
    assert refusal(with_part("word/document.xml", b"<a>" + b" " * 30_000_000)) == sentences.BOMB
    assert refusal(with_part("word/styles.xml", b"<a>" + b" " * 30_000_000)) == sentences.BOMB


def test_all_parts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 600)
    assert refusal(docx(p("Tekst.") * 99)) == sentences.BOMB


def test_an_archive_of_very_many_parts_is_refused_before_it_is_opened(monkeypatch):
    parts = {f"word/{number}.xml": "" for number in range(archive.MOST_PARTS)}
    data = zip_of(docx_parts(p("Tekst.")) | parts)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("opened"))
    assert refusal(data) == sentences.TOO_MANY_PARTS


def test_what_is_deep_is_refused():
    deep = "<w:sdt>" * 400 + p("diep") + "</w:sdt>" * 400
    assert refusal(docx(deep)) == BEYOND_LIMITS
    nested = p("diep")
    for _ in range(70):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    assert read_word("brief", "brief", docx(nested)).text == "diep\n"


def test_too_much_text_is_refused(monkeypatch):
    monkeypatch.setattr(content, "MOST_CHARACTERS", 1_000)
    assert refusal(docx(p("Tekst. ") * 200)) == TOO_MUCH_TEXT
    assert refusal(odt(f"<text:p>{'Tekst. ' * 200}</text:p>"), read_writer) == TOO_MUCH_TEXT
    assert (
        refusal(docx(p(r("x") + mark(7)), footnotes=NOTES.replace("Kamerstuk", "K" * 2_000))) == TOO_MUCH_TEXT
    )


def test_a_line_that_cannot_be_shown_is_refused():
    assert refusal(docx(p("x" * 100_001))) == LINE_TOO_LONG


@pytest.mark.parametrize("body", ["", p(), p(" \u00a0 "), p(r("weg", "<w:vanish/>"))])
def test_a_file_without_text_is_refused(body):
    assert refusal(docx(body)) == ONLY_SPACE


@pytest.mark.parametrize(("data", "job"), [(docx(p("x") * 9), word.job), (odt(ODT_LINE * 9), writer.job)])
def test_reading_that_takes_long_tells_that_it_goes_on_and_has_an_end(data, job, monkeypatch):
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(content, "_BEAT", 0.0)
    job("brief", "brief", data, (), "", lambda done, total: told.append((done, total)))
    assert len(told) == 10
    monkeypatch.setattr(content, "MOST_SECONDS", -1.0)
    assert refusal(data, lambda *args: job(*args)) == TOO_SLOW


def test_memory_that_runs_out_is_said(monkeypatch):
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(archive.Archive, "bytes_of", fail)
    assert refusal(docx(p("x"))) == TOO_MUCH_MEMORY


def test_parts_that_are_missing_or_damaged_are_left_out_and_said():
    parts = docx_parts(
        p(r("Tekst") + mark(7)), {"styles": "", "footnotes": NOTES, "numbering": "", "comments": ""}
    )
    for name in list(parts):
        without = zip_of({key: part for key, part in parts.items() if key != name})
        if name == "word/document.xml":
            assert refusal(without) == sentences.NO_DOCUMENT
        else:
            assert read_word("brief", "brief", without).text.startswith("Tekst¹\n")
    damaged = read_word("brief", "brief", with_part("word/footnotes.xml", "<a", parts))
    assert [str(warning) for warning in damaged.warnings] == [
        "brief has 1 mark of a note whose text is not in the file.",
        "brief is damaged in part: word/footnotes.xml cannot be read and was left out.",
    ]
    assert refusal(with_part("word/document.xml", "<a", parts)) == sentences.BROKEN
    assert refusal(with_part("word/document.xml", "<a/>", parts)) == sentences.NO_DOCUMENT
    assert refusal(with_part("content.xml", "<a", odt_parts("")), read_writer) == sentences.BROKEN
    assert refusal(with_part("content.xml", "<a/>", odt_parts("")), read_writer) == sentences.NO_DOCUMENT
    assert read_writer(
        "brief", "brief", with_part("styles.xml", "<a", odt_parts("<text:p>Tekst.</text:p>"))
    ).warnings


def test_what_other_files_hold_is_never_followed(tmp_path: Path):
    (tmp_path / "geheim.xml").write_text(p("GEHEIM"))
    outside = relations_of(
        {"r1": ("header", f"{tmp_path}/geheim.xml"), "r2": ("header", "../../../etc/passwd")}
    )
    outside = outside.replace('Id="r1"', 'Id="r1" TargetMode="External"')
    section = '<w:sectPr><w:headerReference r:id="r1"/><w:footerReference r:id="r2"/></w:sectPr>'
    assert read_word("brief", "brief", zip_of(docx_parts(p("Tekst.") + section, relations=outside))).text == (
        "Tekst.\n"
    )


def test_the_text_may_stand_in_a_part_of_another_name():
    parts = docx_parts(p("Tekst."))
    parts["deel/tekst.document.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations_of({"r1": ("officeDocument", "/deel/tekst.document.xml")})
    data = zip_of(parts)
    assert read_word("brief", "brief", data).text == "Tekst.\n"


def test_names_of_parts_may_have_other_capitals_and_slashes(tmp_path: Path):
    for change in (str.upper, lambda name: name.replace("/", "\\")):
        parts = {
            change(name): part for name, part in docx_parts(p(r("T") + mark(7)), {"footnotes": NOTES}).items()
        }
        (tmp_path / "a.docx").write_bytes(zip_of(parts))
        assert read_file(tmp_path / "a.docx").text == "T¹\n\n¹ Kamerstuk 28676, nr. 347.\n"


def compound(*names: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + b"".join(n.encode("utf-16-le") for n in names)


LOCKED_ODT = odt_parts("") | {
    "META-INF/manifest.xml": "<manifest><file-entry><encryption-data/></file-entry></manifest>"
}


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        (
            "a.doc",
            compound("Root Entry", "WordDocument"),
            "is a document of an older Word (.doc): save it as a .docx",
        ),
        ("a.docx", compound("EncryptedPackage"), "is an Office document that a password locks"),
        ("a.xls", compound("Workbook"), "of tables or slides, not a letter: save it as a PDF"),
        ("a.msg", compound("__substg1.0_001A001E"), "is a message of Outlook"),
        ("a.doc", compound(), "is an older Office document: save it as a .docx"),
        ("a.rtf", b"{\\rtf1 x}", "is in rich text format (.rtf): save it as a .docx"),
        (
            "a.pages",
            zip_of({"Index/Document.iwa": "x"}),
            "of Pages, Numbers or Keynote: export it to Word (.docx)",
        ),
        ("a.xlsx", zip_of({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "of tables or slides"),
        (
            "a.ods",
            zip_of({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "of tables or slides",
        ),
        ("a.epub", zip_of({"mimetype": "application/epub+zip"}), "an office document or a book"),
        ("a.docx", zip_of({"brief.txt": "x"}), "is a compressed archive"),
        ("a.docx", docx(p("x"))[:-60], "is damaged and cannot be read as a Word or Writer file"),
        ("a.docx", b"%PDF-1.4 no", "is damaged and cannot be read as a PDF"),
        ("a.odt", zip_of(LOCKED_ODT), "is locked with a password: save it without one"),
        (
            "a.odt",
            zip_of({"content.xml": "<a/>", "META-INF/manifest.xml": ""}),
            "has no text of a Word or Writer file",
        ),
    ],
)
def test_other_kinds_are_named_with_what_to_do(name, data, sentence, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError) as raised:
        read_file(tmp_path / name)
    assert sentence in str(raised.value)


def test_a_word_file_is_known_whatever_it_is_called(tmp_path):
    word, writer = docx(p("Woord.")), odt("<text:p>Woord.</text:p>")
    for name, data in (("a.txt", word), ("b.docx", writer), ("c.odt", word), ("d.docx", b"Woord.\n")):
        (tmp_path / name).write_bytes(data)
        assert read_file(tmp_path / name).text == "Woord.\n"


def test_an_encrypted_part_is_said_to_be_locked():
    data = bytearray(docx(p("Tekst.")))
    for found in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[found.start() + 8] |= 1
    assert refusal(bytes(data)) == sentences.LOCKED


# ---------------------------------------------------------------- mutated files

SENTENCES = frozenset(
    (
        sentences.BROKEN, sentences.NO_DOCUMENT, sentences.LOCKED, sentences.BOMB, sentences.TOO_MANY_PARTS,
        sentences.TOO_DEEP, TOO_MUCH_TEXT, ONLY_SPACE, LINE_TOO_LONG, TOO_MANY_LINES, TOO_MANY_PAGES,
        BROKEN_XML, BEYOND_LIMITS, OWN_ENTITIES,
    )
)  # fmt: skip
RICH_WORD = docx_parts(
    p(r("Tekst") + mark(7) + mark(3)) + item("een", 1) + item("twee", 2, 1) + item("drie", 3)
    + table(cell("a") + cell("b", "c"), cell("d") + cell("e"))
    + p(f'<w:ins>{r("in")}</w:ins><w:del>{r("uit")}</w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    + p(r("kop"), '<w:pStyle w:val="A"/><w:outlineLvl w:val="1"/>')
    + '<w:sectPr><w:headerReference r:id="header1"/><w:pgMar w:left="1000"/></w:sectPr>',
    {"footnotes": NOTES, "numbering": NUMBERING, "header1": p("Hoofd"),
     "styles": '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'},
)  # fmt: skip
RICH_WRITER = odt_parts(
    CHANGES + f"<text:p>Tekst{note('Noot.')}<text:s text:c='3'/></text:p>"
    + items("<text:p>een</text:p>", "<text:p>twee</text:p>", more='text:style-name="L"')
    + "<table:table><table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>a</text:p>"
    "</table:table-cell></table:table-row></table:table><text:h text:outline-level='1'>kop</text:h>",
    LISTS,
    "<style:master-page><style:header><text:p>Hoofd</text:p></style:header></style:master-page>",
)  # fmt: skip
_PIECE = re.compile(r"<[^>]*>|[^<]+")
_ODD = ("", "-1", "0", "999999999999", "&#x10FFFF;", "nan", "x" * 3_000, "../../x", "\ud7ff", "true", "1e9")


def mutated_xml(part: str, chance: random.Random) -> str:
    """Return the XML with tags and values moved, doubled, gone or odd; mostly it is still well formed."""
    pieces = _PIECE.findall(part)
    for _ in range(chance.randint(1, 4)):
        pieces = pieces or ["<a/>"]
        at = chance.randrange(len(pieces))
        kind = chance.randrange(5)
        if kind == 0:
            pieces[at] = re.sub(r'"[^"]*"', f'"{chance.choice(_ODD)}"', pieces[at], count=1)
        elif kind == 1:
            names = [each for piece in pieces for each in re.findall(r"^</?([\w:]+)", piece)]
            one, other = chance.choice(names), chance.choice(names)
            pieces = [re.sub(rf"^(</?){one}\b", rf"\g<1>{other}", piece) for piece in pieces]
        elif kind == 2:
            pieces[at:at] = pieces[at : at + chance.randint(1, 30)]
        elif kind == 3:
            del pieces[at : at + chance.randint(1, 3)]
        else:
            low, high = sorted((at, chance.randrange(len(pieces))))
            pieces[low:high] = pieces[low:high] * chance.randint(0, 3)
    return "".join(pieces)


def mutated_bytes(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made))
        kind = chance.randrange(4)
        if kind == 0:
            made[at] = chance.randrange(256)
        elif kind == 1:
            del made[at : at + chance.randint(1, 40)]
        elif kind == 2:
            made[at:at] = made[max(0, at - 60) : at]
        else:
            made[at : at + 4] = chance.randrange(2**32).to_bytes(4, "little")
    return bytes(made)


def mutated(parts: dict[str, str | bytes], chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return mutated_bytes(zip_of(parts), chance)
    changed = dict(parts)
    for name in chance.sample([name for name in parts if name.endswith((".xml", ".rels"))], 2):
        changed[name] = mutated_xml(str(changed[name]), chance).encode("utf-8", "replace")
    return zip_of(changed)


@pytest.mark.parametrize("rounds", [400, pytest.param(3_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("parts", "read"), [(RICH_WORD, read_word), (RICH_WRITER, read_writer)])
def test_mutated_files_give_a_letter_or_one_sentence(parts, read, rounds):
    letters = 0
    for seed in range(rounds):
        data = mutated(parts, random.Random(seed))
        names_in(data), kind_of_archive(data)
        try:
            made = read("brief", "brief", data)
        except UserError as problem:
            assert problem.message.text in SENTENCES, seed
        else:
            letters += 1
            assert made.text.endswith("\n") and made.page_starts[0] == 0, seed
            assert all("\n" not in made.text[line.start : line.end] for line in made.lines), seed
    assert rounds / 10 < letters < rounds


def test_the_files_that_are_mutated_are_whole():
    assert read_word("brief", "brief", zip_of(RICH_WORD)).text.startswith("Hoofd\n\nTekst¹²")
    assert read_writer("brief", "brief", zip_of(RICH_WRITER)).text.startswith("Hoofd\n\nTekst¹")
    assert io.BytesIO(zip_of(RICH_WORD)).read(2) == b"PK"
