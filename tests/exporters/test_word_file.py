"""A letter as a Word file: read back it says what the reading copy says, and what it says is data."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import About, Letter, Passage, Section, Value
from annotator.core.in_force import InForce
from annotator.core.page_layout import Furniture
from annotator.core.text import Span, clean
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.reading_copy import Block, reading_copy
from annotator.exporters.word_file import DOCX
from annotator.exporters.xml_text import fit_for_xml
from tests.docs.pages import ROOT
from tests.exporters.reading_word import (
    W,
    body,
    commented,
    footnotes,
    letter_paragraphs,
    marks_of_items,
    marks_of_notes,
    opened,
    part,
    style_of,
    text_of,
)
from tests.storage.making import CODEBOOK

TAG = CODEBOOK.passage_tags[0]
MADE_AT = "2026-03-02T10:11:12.345Z"
OCR = """Geachte voorzitter,

Irak
Belgié steunt de motie¹ van Jan-
sen. De rest volgt <w:p>&.

Ik noem:
1. een
2. twee
a) binnen
3. drie
- streep
5) vijf

Jaar     Bedrag
2019     12
2020     13     x

Een alinea² en m³.

¹ Kamerstuk over Belgie.
² Noot van Jansen.
⁹ Wees.
"""
CHANGES = (("Belgié", "België"), ("Jan-\nsen", "Jansen"), (" volgt", ""), ("Belgie.", "België."))
TAGGED = ("steunt de motie¹ van", "motie¹ van Jansen. De rest", "Kamerstuk over", "Bedrag\n2019     12")


def letter(
    ocr: str = OCR,
    changes: Sequence[tuple[str, str]] = CHANGES,
    tagged: Sequence[str] = TAGGED,
    heading: str = "Irak",
    title: str = "Een brief",
) -> Letter:
    rows, text, at = [], "", 0
    for before, after in sorted(changes, key=lambda change: ocr.index(change[0])):
        start = ocr.index(before)
        text += ocr[at:start] + after
        at = start + len(before)
        rows.append(InForce(start, at, after, "word", "typed", "", "jan", MADE_AT))
    text += ocr[at:]
    spans = {
        f"p{n}": Span(text.index(quote), text.index(quote) + len(quote)) for n, quote in enumerate(tagged)
    }
    passages = {
        uid: Passage(uid, TAG.id, f"noot {uid}", analyst="Anna de Boer", made_at=MADE_AT) for uid in spans
    }
    sections = {"s0": Section("s0", 2)} if heading else {}
    if heading:
        spans["s0"] = Span(text.index(heading), text.index(heading) + len(heading))
    points = {"s0": spans["s0"].start} if heading else {}
    return Letter(ocr, text, About(title), tuple(rows), passages, sections, spans=spans, points=points)


def exported(one: Letter, language: str = "nl", **chosen: str) -> bytes:
    whole = ExportLetter(1, "u", one, "brief.pdf", "ab", "", "")
    [piece] = DOCX.pieces([whole], ExportContext(CODEBOOK, language, chosen, MADE_AT, "Kanttekening 1"))
    return piece.data


def left_out(one: Letter, **chosen: str) -> list[int]:
    assert DOCX.leaves_out is not None
    whole = ExportLetter(1, "u", one, "brief.pdf", "ab", "", "")
    return [each.times for each in DOCX.leaves_out(whole, ExportContext(CODEBOOK, "nl", chosen))]


def said(blocks: Sequence[Block]) -> list[str]:
    """Return what the paragraphs of a Word file must say: first marks of notes as `[1]`, notes left out."""
    made, placed = list[str](), list[int]()
    marked = {run.note for block in blocks for cell in block.cells or (block.runs,) for run in cell}
    for block in blocks:
        if block.kind == "note" and block.number in marked:
            continue
        for cell in block.cells or (block.runs,):
            text = ""
            for run in cell:
                is_first = run.note >= 0 and run.note not in placed
                placed += [run.note] * is_first
                text += f"[{len(placed)}]" if is_first else run.text
            made.append(fit_for_xml(f"{block.mark} {text}" if block.kind == "note" else text))
    return made


def filled(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if text]


# ------------------------------------------------------------------ the text
def test_the_text_is_that_of_the_reading_copy() -> None:
    one = letter()
    assert filled([text_of(p) for p in letter_paragraphs(exported(one))]) == said(reading_copy(one, ()))


WORDS = st.lists(
    st.sampled_from(
        [
            "Irak",
            "motie¹",
            "¹ Noot",
            "² Noot",
            "- een",
            "1. een",
            "2. twee",
            "a   b",
            "c\td",
            "é\u00a0😀",
            "<&>",
        ]
    ),
    max_size=12,
)


@given(WORDS, st.lists(st.sampled_from(["\n", "\n\n", " "]), min_size=12, max_size=12), st.text(max_size=9))
def test_any_text_comes_back(words: list[str], breaks: list[str], more: str) -> None:
    text = clean("".join(word + gap for word, gap in zip(words, breaks, strict=False)) + more)
    one = Letter(text, text, About("a"))
    blocks = reading_copy(one, ())
    data = exported(one)
    read = [text_of(p).translate({ord(c): None for c in "[]"}) for p in letter_paragraphs(data)]
    wanted = [text.translate({ord(c): None for c in "[]"}) for text in said(blocks)]
    assert filled(read) == filled(wanted)
    marked = {run.note for block in blocks for cell in block.cells or (block.runs,) for run in cell}
    notes = {b.number: b for b in blocks if b.kind == "note" and b.number in marked}
    assert sorted(footnotes(data).values()) == sorted(fit_for_xml(note.text) for note in notes.values())
    runs = (run for block in blocks for cell in block.cells or (block.runs,) for run in cell)
    order = dict.fromkeys(run.note for run in runs if run.note >= 0)
    assert marks_of_notes(data) == [notes[number].mark for number in order]
    assert marks_of_items(data) == [block.mark for block in blocks if block.kind == "item"]


def test_headings_are_headings_and_ours_are_not() -> None:
    made = opened(exported(letter()))
    headings = [(p.style.name, p.text) for p in made.paragraphs if p.style and "Heading" in str(p.style.name)]
    assert headings == [("Heading 2", "Irak")]


def test_a_level_that_word_has_not_is_its_lowest() -> None:
    one = letter()
    deep = replace(one, sections={"s0": replace(one.sections["s0"], level=12)})
    assert "Heading9" in map(style_of, letter_paragraphs(exported(deep)))


def test_items_have_the_marks_of_the_letter() -> None:
    assert marks_of_items(exported(letter())) == ["1.", "2.", "a)", "3.", "-", "5)"]


def test_rows_are_a_table() -> None:
    [table] = [t for t in opened(exported(letter())).tables if t.cell(0, 0).text == "Jaar"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Jaar", "Bedrag", ""],
        ["2019", "12", ""],
        ["2020", "13", "x"],
    ]


def test_notes_are_footnotes_that_word_numbers() -> None:
    data = exported(letter())
    assert footnotes(data) == {"1": "Kamerstuk over België.", "2": "Noot van Jansen."}
    kinds = [note.get(f"{W}type") for note in part(data, "footnotes")]
    assert kinds == ["separator", "continuationSeparator", None, None]
    assert body(data).findall(f".//{W}footnoteReference[@{W}customMarkFollows]") == []
    assert "9 Wees." in [text_of(p) for p in letter_paragraphs(data)]


def test_a_note_that_word_would_number_otherwise_keeps_its_mark() -> None:
    text = "Een⁴ en twee⁷ en drie⁵.\n\n⁴ Vier.\n⁵ Vijf.\n⁷ Zeven.\n"
    data = exported(letter(text, (), (), ""))
    assert marks_of_notes(data) == ["4", "7", "5"]
    custom = body(data).findall(f".//{W}footnoteReference[@{W}customMarkFollows]")
    assert [mark.getnext().text for mark in custom] == ["7"]
    assert list(footnotes(data).values()) == ["Vier.", "Zeven.", "Vijf."]


# ------------------------------------------------------------------ passages
def test_each_passage_has_a_comment_at_its_text() -> None:
    data = exported(letter())
    comments = {comment.comment_id: comment for comment in opened(data).comments}
    assert [(c.text, c.author, c.initials) for c in comments.values()] == [
        (f"{TAG.name('nl')}: noot p0", "Anna de Boer", "AdB"),
        (f"{TAG.name('nl')}: noot p1", "Anna de Boer", "AdB"),
        (f"{TAG.name('nl')}: noot p2\n“Kamerstuk over”", "Anna de Boer", "AdB"),
        (f"{TAG.name('nl')}: noot p3", "Anna de Boer", "AdB"),
    ]
    assert [commented(data)[str(number)] for number in comments] == [
        "steunt de motie[1] van",
        "motie[1] van Jansen. De rest",
        "[1]",
        "Bedrag201912",
    ]
    assert {str(c.timestamp) for c in comments.values()} == {"2026-03-02 10:11:12+00:00"}


def test_a_passage_is_shaded_and_the_legend_says_as_what() -> None:
    made = body(exported(letter()))
    shaded = [text_of(node.getparent().getparent()) for node in made.iter(f"{W}shd")]
    assert "steunt de " in shaded
    assert shaded[-1] == TAG.name("nl")


def test_a_proposed_passage_says_so() -> None:
    one = letter(tagged=TAGGED[:1])
    proposed = replace(
        one, passages={"p0": replace(one.passages["p0"], state="proposed", analyst="", note="")}
    )
    [comment] = opened(exported(proposed)).comments
    assert (comment.text, comment.author) == (f"{TAG.name('nl')} (voorstel)", "Kanttekening 1")


def test_no_comment_has_the_id_of_a_footnote() -> None:
    data = exported(letter())
    assert not footnotes(data).keys() & commented(data).keys()


# ------------------------------------------------------------------ corrections
def tables(data: bytes) -> dict[str, list[list[str]]]:
    return {
        t.cell(0, 0).text: [[cell.text for cell in row.cells] for row in t.rows[1:]]
        for t in opened(data).tables
    }


def test_corrections_stand_in_a_table_at_the_end() -> None:
    assert tables(exported(letter()))["Pagina"] == [
        ["1", "Belgié", "België", "jan", "2026-03-02"],
        ["1", "Jan-\nsen", "Jansen", "jan", "2026-03-02"],
        ["1", " volgt", "", "jan", "2026-03-02"],
        ["1", "Belgie.", "België.", "jan", "2026-03-02"],
    ]


def test_tracked_changes_give_the_old_text_and_the_new() -> None:
    one = letter()
    data = exported(one, corrections="tracked")
    paragraphs = letter_paragraphs(data)
    assert filled([text_of(p) for p in paragraphs]) == said(reading_copy(one, ()))
    assert "Belgié steunt de motie[1] van Jan-\nsen. De rest volgt <w:p>&." in [
        text_of(p, old=True) for p in paragraphs
    ]
    assert "Belgie." in text_of(part(data, "footnotes"), old=True)
    changes = [*body(data).iter(f"{W}ins", f"{W}del"), *part(data, "footnotes").iter(f"{W}ins", f"{W}del")]
    assert {c.get(f"{W}author") for c in changes} == {"jan"}
    assert {c.get(f"{W}date") for c in changes} == {"2026-03-02T10:11:12Z"}
    ids = [c.get(f"{W}id") for c in changes]
    assert len(ids) == len(set(ids)) == 7
    assert "Pagina" not in tables(data)


def test_a_correction_without_a_place_in_the_reading_copy_stands_in_the_table() -> None:
    data = exported(letter("een twee drie\n", [(" twee ", "\n")], (), ""), corrections="tracked")
    assert [row[1:3] for row in tables(data)["Pagina"]] == [[" twee ", "⏎"]]


@given(st.data())
def test_any_corrections_that_are_tracked_can_be_accepted(data: st.DataObject) -> None:
    words = ["een", "twee", "drie", "vier.", "¹ Noot", "motie¹", "- item", "a   b"]
    ocr = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=9))) + "\n"
    at, rows, text = 0, list[InForce](), ""
    while at < len(ocr) - 1:
        start = data.draw(st.integers(at, len(ocr) - 1))
        end = data.draw(st.integers(start, min(start + 4, len(ocr) - 1)))
        after = data.draw(st.sampled_from(["", "x", "y\nz", " ", "é"]))
        if ocr[start:end] != after:
            rows.append(InForce(start, end, after))
            text += ocr[at:start] + after
            at = end
        if data.draw(st.booleans()):
            break
        text, at = text + ocr[at : end + 1] if end >= at else text, max(at, end + 1)
    text += ocr[at:]
    one = Letter(ocr, text, About("a"), tuple(rows))
    made = exported(one, corrections="tracked")
    plain = exported(one, corrections="none")
    assert [text_of(p) for p in letter_paragraphs(made)] == [text_of(p) for p in letter_paragraphs(plain)]
    assert footnotes(made).keys() == footnotes(plain).keys()
    tracked = sum(1 for _ in body(made).iter(f"{W}del", f"{W}ins"))
    in_table = len(tables(made).get("Pagina", []))
    assert tracked + in_table >= (1 if rows else 0)


# ------------------------------------------------------------------ around it
def test_the_form_is_a_table_with_what_is_proposed_marked() -> None:
    one = replace(
        letter(),
        values={
            "v0": Value("v0", "subject", 0, "Irak", "Irak"),
            "v1": Value("v1", "subject", 1, "Iran", "Iran", "proposed"),
        },
    )
    one.spans["v0"] = one.spans["s0"]  # type: ignore[index]
    assert tables(exported(one))["Veld"] == [
        ["Subject", "Irak", "pagina 1: Irak"],
        ["Subject", "Iran (voorstel)", ""],
    ]


def test_the_language_is_said() -> None:
    data = exported(letter(), "en")
    languages = {node.get(f"{W}val") for node in part(data, "styles").iter(f"{W}lang")}
    assert languages == {"nl-NL", "en-GB"}
    assert "Corrections" in [p.text for p in opened(data).paragraphs]


def test_the_properties_name_no_analyst() -> None:
    properties = opened(exported(letter(title="Over <b> & zo"))).core_properties
    assert (properties.title, properties.author) == ("Over <b> & zo", "Kanttekening 1")
    assert str(properties.created) == "2026-03-02 10:11:12+00:00"


def test_the_same_export_gives_the_same_bytes() -> None:
    data = exported(letter())
    assert data == exported(letter())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_is_no_markup_no_field_and_no_link() -> None:
    evil = '"/><w:hyperlink r:id="x"/> { HYPERLINK "http://x" } &amp; http://example.org ]]> =1+1\n'
    made = exported(letter(evil, (), [evil.strip()], "", title=evil.strip()))
    assert evil.strip() in [p.text for p in opened(made).paragraphs]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    for tag in (b"<w:hyperlink", b"<w:fld", b"instrText", b"TargetMode", b"<!"):
        assert tag not in whole


def test_the_example_of_the_documentation_is_what_is_written() -> None:
    page = (ROOT / "docs/formats/docx.md").read_text(encoding="utf-8")
    [example] = re.findall("```xml\n(.*?)```", page, re.DOTALL)
    made = exported(letter("Irak\nBelgië steunt de motie¹.\n\n¹ Kamerstuk.\n", (), ["België steunt"]))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert example.replace("\n", "") in archive.read("word/document.xml").decode()


# ------------------------------------------------------------------ what it cannot hold
def test_what_is_left_out_is_told() -> None:
    one = letter()
    assert left_out(one) == []
    assert left_out(one, corrections="none") == [len(CHANGES)]
    assert left_out(letter("een\x01\n", (), (), "")) == [1]
    flagged = replace(one, spans={**one.spans, "p0": Span(3, 3)})
    assert left_out(flagged) == [1]
    running = replace(letter("Blad 1\n\nEen\n", (), ["Blad 1"], ""), furniture=(Furniture(0, 6, "head"),))
    assert left_out(running) == [1, 1]
    assert left_out(replace(one, sections={"s0": replace(one.sections["s0"], tag="t")})) == [1]


# ------------------------------------------------------------------ the other side
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize("corrections", ["appendix", "tracked"])
def test_libreoffice_reads_it(tmp_path: Path, corrections: str) -> None:
    (tmp_path / "brief.docx").write_bytes(exported(letter(), corrections=corrections))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "odt", "brief.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "brief.odt") as archive:
        made = archive.read("content.xml").decode()
    notes = made.split("<text:note ")[1:]
    assert [word for word in ("Kamerstuk", "Noot van") if word in "".join(notes)] == ["Kamerstuk", "Noot van"]
    assert [("Kamerstuk" in note.split("</text:note>")[0]) for note in notes] == [True, False]
    assert made.count("<office:annotation ") == len(TAGGED)
    assert made.count("<text:h ") >= 1
    assert ("<text:tracked-changes" in made) == (corrections == "tracked")
