"""hOCR of Tesseract, OCRopus, kraken and others becomes a letter."""

from __future__ import annotations

import pytest

from annotator.importers.interface import ImportedLetter
from annotator.importers.ocr_files.letters import read
from tests.ocr_making import hocr, rows


def imported(data: bytes | str) -> ImportedLetter:
    return read("a.hocr", "a.hocr", data.encode() if isinstance(data, str) else data)


def page(content: str, title: str = "bbox 0 0 2480 3508") -> str:
    return (
        "<html><head><meta name='ocr-system' content='x'/></head><body>"
        f"<div class='ocr_page' title='{title}'>{content}</div></body></html>"
    )


def line(content: str, top: int = 300, name: str = "ocr_line", more: str = "") -> str:
    return f"<span class='{name}' title='bbox 300 {top} 900 {top + 40}{more}'>{content}</span>"


def word(text: str, left: int = 300, top: int = 300, more: str = "") -> str:
    return f"<span class='ocrx_word' title='bbox {left} {top} {left + 100} {top + 40}{more}'>{text}</span>"


def readings(letter: ImportedLetter) -> list[tuple[str, float, tuple[str, ...]]]:
    found = [reading for layout in letter.layouts for reading in layout.readings]
    return [(letter.text[r.start : r.end], r.confidence, r.others) for r in found]


def test_what_tesseract_writes_is_read_in_lines_and_paragraphs() -> None:
    letter = imported(hocr([rows("Geachte voorzitter,"), rows("Hierbij bied ik\nu aan", top=420)]))
    assert letter.text == "Geachte voorzitter,\n\nHierbij bied ik\nu aan\n"
    assert {reading.confidence for reading in letter.layouts[0].readings} == {96.0}
    assert letter.warnings == ()


@pytest.mark.parametrize(("resolution", "width"), [(300, 595.2), (150, 1190.4), (1, 595.2), (70_000, 595.2)])
def test_the_resolution_says_how_large_a_page_is(resolution: int, width: float) -> None:
    layout = imported(hocr([rows("een")], resolution=resolution)).layouts[0]
    assert layout.width == pytest.approx(width, abs=0.5)


def test_each_page_has_its_start() -> None:
    letter = imported(hocr([rows("Een")], [rows("Twee")]))
    assert (letter.text, letter.page_starts) == ("Een\nTwee\n", (0, 4))


def test_lines_without_words_share_their_place() -> None:
    letter = imported(page(line("de voorzitter")))
    one, two = letter.layouts[0].words
    assert (one.left, two.right) == (pytest.approx(72, abs=0.1), pytest.approx(216, abs=0.1))


def test_bold_italic_and_levels_of_headings_are_kept() -> None:
    letter = imported(
        page(
            "<h2>" + line(word("<strong>Kop</strong>")) + "</h2>" + line(word("<em>tekst</em>", top=900), 900)
        )
    )
    assert [(each.level, each.bold, each.italic) for each in letter.lines] == [
        (2, True, False),
        (0, False, True),
    ]


def test_choices_of_signs_are_other_readings_and_no_text() -> None:
    choices = "".join(
        f"<span class='ocrx_cinfo' id='lstm_choices_{sign}'>"
        f"<span class='ocrx_cinfo' title='x_confs 90'>{sign}</span>"
        f"<span class='ocrx_cinfo' title='x_confs {sure}'>{other}</span></span>"
        for sign, other, sure in (("r", "t", 10), ("n", "m", 40), ("d", "q", 2))
    )
    letter = imported(page(line(word(f"rnd{choices}", more="; x_wconf 61"))))
    assert readings(letter) == [("rnd", 61.0, ("rmd", "tnd"))]


def test_places_of_signs_are_text() -> None:
    signs = "".join(
        f"<span class='ocrx_cinfo' title='x_bboxes 1 2 3 4; x_conf 90'>{sign}</span>" for sign in "van"
    )
    assert imported(page(line(word(signs)))).text == "van\n"


def test_alternatives_of_the_format_are_other_readings() -> None:
    both = "<span class='alternatives'><ins class='alt'>modern</ins><del class='alt'>modem</del></span>"
    assert readings(imported(page(line(word(both))))) == [("modern", -1.0, ("modem",))]


def test_how_sure_signs_are_counts_where_the_word_says_nothing() -> None:
    assert readings(imported(page(line(word("de", more="; x_confs 90 80"))))) == [("de", 85.0, ())]


def test_a_raised_digit_is_no_part_of_a_number() -> None:
    assert imported(page(line(word("347<sup>4</sup>")))).text == "347⁴\n"


def test_text_beside_words_is_kept() -> None:
    assert imported(page(line(word("Kamer") + ", de " + word("heer", 600)))).text == "Kamer, de heer\n"


def test_words_in_no_line_make_lines_by_their_places() -> None:
    letter = imported(
        page("<p class='ocr_par'>" + word("de") + word("heer", 500) + word("onder", top=360) + "</p>")
    )
    assert letter.text == "de heer\nonder\n"
    assert len(letter.layouts[0].words) == 3


def test_text_in_no_line_is_kept_without_a_place() -> None:
    letter = imported(
        page("<p class='ocr_par'>Geachte heer,\nHierbij</p>" + line(word("slot", top=900), 900))
    )
    assert letter.text == "Geachte heer,\nHierbij\n\nslot\n"
    assert "does not say where 3 of its words" in str(letter.warnings[0])


def test_headers_and_footers_are_furniture() -> None:
    content = (
        line(word("Tweede"), 100, "ocr_header")
        + line(word("Hierbij", top=900), 900)
        + "<div class='ocr_footer'>" + line(word("voet", top=3300), 3300) + "</div>"
        + "<div class='ocr_pageno'>" + line(word("7", top=3400), 3400) + "</div>"
    )  # fmt: skip
    letter = imported(page(content))
    said = [(letter.text[f.start : f.end], f.kind) for f in letter.furniture]
    assert said == [("Tweede", "head"), ("voet", "foot"), ("7", "page_number")]


def test_headings_that_tesseract_calls_headers_are_text() -> None:
    content = (
        "<div class='ocr_carea'><p class='ocr_par'>" + line(word("Kop"), 100, "ocr_header") + "</p></div>"
    )
    assert imported(page(content + line(word("Hierbij", top=900), 900))).furniture == ()


def test_the_order_is_that_of_the_file() -> None:
    letter = imported(hocr([rows("rechts", 1500), rows("links", 300)]))
    assert letter.text.split() == ["rechts", "links"]


def test_text_that_is_turned_is_read_along_its_lines() -> None:
    content = "<span class='ocr_line' title='bbox 300 500 340 1000; textangle 90'>de voorzitter</span>"
    one, two = imported(page(content)).layouts[0].words
    assert one.top > two.top


def test_pages_that_are_no_xml_are_read(tmp_path: object) -> None:
    badly = page(line(word("caf&eacute; &amp; zo<br>"))).replace(
        "<meta name='ocr-system' content='x'/>", "<meta name=ocr-system>"
    )
    assert imported(badly).text == "café & zo\n"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
@pytest.mark.parametrize("said", [True, False])
def test_the_encoding_is_told(encoding: str, said: bool) -> None:
    charset = f"<meta charset='{encoding}'>" if said else "<meta>"
    text = page(line(word("België"))).replace("<head>", f"<head>{charset}")
    assert imported(text.encode(encoding)).text == "België\n"


@pytest.mark.parametrize("name", ["UTH-8", "mac-roman", "zlib", "x" * 300])
def test_an_encoding_that_nobody_knows_or_few_do(name: str) -> None:
    text = page(line(word("Kamer"))).replace("<head>", f"<head><meta charset='{name}'>")
    assert imported(text).text == "Kamer\n"


def test_a_file_without_pages_of_its_own_is_one() -> None:
    text = f"<div class='ocr_carea'>{line(word('Kamer'))}</div>"
    assert imported(text).text == "Kamer\n"
