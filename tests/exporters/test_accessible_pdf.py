"""A tagged PDF of a letter: its structure is there, its text is whole, and what it says is data."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.document import About, Letter, Passage, Section
from annotator.core.text import Span, clean
from annotator.core.user_errors import UserError
from annotator.exporters.accessible_pdf import PDF_UA
from annotator.exporters.interface import ExportContext, ExportLetter
from tests.exporters.pdfua_checks import faults
from tests.storage.making import CODEBOOK

pytest.importorskip("typst", reason="the extra pdf-ua is not installed")
TEXT = (
    "Irak\nDe motie¹ is af, ook later¹.\n\n- een\n- twee\n\nJaar     Bedrag\n2019     12\n\n¹ Kamerstuk 1.\n"
)


def letter(text: str = TEXT, title: str = "Een brief") -> ExportLetter:
    passages = {"p": Passage("p", CODEBOOK.passage_tags[0].id, "let op")}
    spans = {"p": Span(8, min(13, len(text))), "s": Span(0, 4)}
    sections = {"s": Section("s", 3)}
    one = Letter(text, text, About(title), passages=passages, sections=sections, spans=spans, points={"s": 0})
    return ExportLetter(1, "u", one, "a.txt", "", "", "")


def made(one: ExportLetter) -> bytes:
    [piece] = PDF_UA.pieces([one], ExportContext(CODEBOOK, made_at="2026-03-02T10:11:12Z"))
    return piece.data


def said(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def kinds(data: bytes) -> set[str]:
    """Return the kinds of elements in the structure of a PDF."""
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        waiting = [pdf.Root.StructTreeRoot]
        while waiting:
            each = waiting.pop()
            if isinstance(each, pikepdf.Array):
                waiting += list(each)
            elif isinstance(each, pikepdf.Dictionary):
                found.add(str(each.get("/S", "")))
                if "/K" in each:
                    waiting.append(each.K)
    return found


def test_it_says_that_it_is_accessible() -> None:
    with pikepdf.open(io.BytesIO(made(letter()))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("nl")
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Een brief"


def test_headings_lists_tables_and_notes_are_tagged() -> None:
    assert kinds(made(letter())) >= {"/H1", "/H2", "/L", "/LI", "/Table", "/TR", "/TD", "/Note"}


LONG = letter(TEXT * 30)


@pytest.mark.parametrize("one", [letter(), LONG, letter("x\n")], ids=["one of each", "many pages", "bare"])
def test_it_keeps_the_rules_that_a_program_can_check(one: ExportLetter) -> None:
    assert faults(made(one)) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda pdf: pdf.Root.__delattr__("Lang"), "no language"),
        (lambda pdf: pdf.Root.MarkInfo.__setattr__("Marked", False), "that it is tagged"),
        (lambda pdf: pdf.pages[0].contents_add(b"0 0 9 9 re f"), "outside all marks"),
        (
            lambda pdf: pdf.Root.StructTreeRoot.__setattr__("ParentTree", pikepdf.Dictionary()),
            "no element has",
        ),
        (lambda pdf: rename(pdf, "/H2", "/H4"), "H4 stands behind H1"),
        (lambda pdf: rename(pdf, "/LI", "/P"), "stands in P"),
        (lambda pdf: rename(pdf, "/Table", "/Figure"), "Figure without words"),
    ],
)
def test_the_check_finds_what_breaks_them(spoil: Callable[[pikepdf.Pdf], object], said: str) -> None:
    with pikepdf.open(io.BytesIO(made(letter()))) as pdf:
        spoil(pdf)
        written = io.BytesIO()
        pdf.save(written)
    assert any(said in fault for fault in faults(written.getvalue()))


def rename(pdf: pikepdf.Pdf, kind: str, other: str) -> None:
    """Give elements of the structure another kind."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and str(each.get("/S", "")) == kind:
            each.S = pikepdf.Name(other)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made(LONG))
    done = subprocess.run(
        ["qpdf", "--check", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_text_is_whole() -> None:
    text = "".join(said(made(letter())).split())
    for part in ("Irak", "motie", "een", "twee", "Jaar", "Bedrag", "2019", "Kamerstuk1."):
        assert part in text, part
    assert "letop" in text


def test_what_a_letter_says_is_data() -> None:
    text = '#panic("x") $a$ *vet* `code` <b> @ref \\ "aanhaling" // eind\n'
    one = ExportLetter(1, "u", Letter(text, text, About("#let x = 1")), "", "", "", "")
    assert "".join(text.split()) in "".join(said(made(one)).split())


def test_a_sign_that_no_font_has_is_said() -> None:
    with pytest.raises(UserError, match="could not be displayed"):
        made(ExportLetter(1, "u", Letter("😀\n", "😀\n", About("T")), "", "", "", ""))


def test_the_same_letter_makes_the_same_file() -> None:
    assert made(letter()) == made(letter())


@settings(max_examples=15)
@given(st.text(alphabet='ab#[]()"\\$*_`<>@=/~\n -1.¹²é€ĳ', max_size=60))
def test_any_text_can_be_set(text: str) -> None:
    one = letter(clean(text) or "x")
    assert made(ExportLetter(1, "u", Letter(one.letter.text, one.letter.text, About("T")), "", "", "", ""))
