"""How lines are set comes in with them: bold, italic, size, where they begin."""

from __future__ import annotations

import pytest

from annotator.importers.pdf.attempts import CAREFUL, FAST
from annotator.importers.pdf.faces import is_bold, is_italic
from annotator.importers.pdf.reading import job
from tests.pdf_making import Page, at, page, pdf_of


@pytest.mark.parametrize("engine", [FAST, CAREFUL])
def test_a_line_has_the_face_that_all_its_words_have(engine: str) -> None:
    lines = [
        at(72, 100, "Stand van zaken", 12, font="F2"),
        at(90, 120, "Dit is"),
        at(125, 120, "belangrijk", font="F2"),
        at(72, 140, "Onder een andere kop", 9),
    ]
    letter = job("a.pdf", "a.pdf", pdf_of(page(lines)), (), engine)
    found = [(letter.text[line.start : line.end], line.bold, line.italic, line.size) for line in letter.lines]
    assert found == [
        ("Stand van zaken", True, False, 12),
        ("Dit is belangrijk", False, False, 10),
        ("Onder een andere kop", False, False, 9),
    ]
    assert [round(line.left) for line in letter.lines] == [72, 90, 72]


def test_text_that_is_stroked_to_look_bold_is_bold() -> None:
    content = (
        b"BT 2 Tr /F1 11 Tf 1 0 0 1 72 700 Tm (Vette kop) Tj ET BT 0 Tr 1 0 0 1 72 680 Tm (Gewoon) Tj ET"
    )
    letter = job("a.pdf", "a.pdf", pdf_of(Page(raw=content)), (), FAST)
    assert [line.bold for line in letter.lines] == [True, False]


@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [
        ("ABCDEF+Verdana-Bold", True, False),
        ("Arial,BoldItalic", True, True),
        ("TimesNewRomanPS-ItalicMT", False, True),
        ("RijksoverheidSansText-Heavy", True, False),
        ("DejaVuSans-Oblique", False, True),
        ("CMBX10", True, False),
        ("Verdana", False, False),
    ],
)
def test_a_font_says_its_face_in_its_name(name: str, bold: bool, italic: bool) -> None:
    assert (is_bold(name), is_italic(name)) == (bold, italic)
