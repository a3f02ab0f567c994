"""Whatever is wrong with the file of an OCR program: it is read, or refused in one sentence."""

from __future__ import annotations

import pytest

from annotator.core.user_errors import UserError
from annotator.importers.interface import ImportedLetter
from annotator.importers.ocr_files import letters
from annotator.importers.ocr_files.letters import read
from tests.ocr_making import alto, hocr, page_file, page_xml, rows

FILES = {
    "hocr": hocr([rows("Geachte België")]),
    "alto": alto([rows("Geachte België")]),
    "page": page_xml([rows("Geachte België")]),
}
SECRET = "het geheim"
OUTSIDE = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file://%s'>]>"
LAUGHS = b"<!DOCTYPE x [<!ENTITY a0 'ha'>%s]>" % b"".join(
    b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
)


def imported(data: bytes) -> ImportedLetter:
    return read("a.xml", "a.xml", data)


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        imported(data)
    said = str(caught.value)
    assert said.startswith("a.xml ")
    return said


def with_type(data: bytes, kind: bytes) -> bytes:
    """A file with this document type, and its entity in the text."""
    at = data.index(b"<html") if b"<html" in data else data.index(b"?>") + 2
    start = data.index(b"<!DOCTYPE") if b"<!DOCTYPE" in data else at
    return data[:start] + kind + data[at:]


@pytest.mark.parametrize("form", FILES)
def test_utf_16_and_marks_are_read(form: str) -> None:
    text = FILES[form].decode()
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert imported(text.encode(encoding)).text == "Geachte België\n"
    assert imported(b"\n  " + FILES[form]).text == "Geachte België\n"


@pytest.mark.parametrize("form", FILES)
def test_bytes_of_another_encoding_are_read_and_said(form: str) -> None:
    letter = imported(FILES[form].replace("ë".encode(), b"\xeb"))
    assert letter.text == "Geachte België\n"
    assert "signs that are no text in its encoding" in str(letter.warnings[0])


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("junk", [b"\x00", b"\x1b", b"&#1;", b"&#xD800;"])
def test_signs_that_no_xml_holds_are_left_out(form: str, junk: bytes) -> None:
    assert imported(FILES[form].replace(b"Geachte", b"Gea" + junk + b"chte")).text == "Geachte België\n"


@pytest.mark.parametrize("form", FILES)
def test_files_outside_are_never_read(form: str, tmp_path) -> None:
    (tmp_path / "geheim").write_text(SECRET)
    made = with_type(FILES[form], OUTSIDE % str(tmp_path / "geheim").encode()).replace(b">Geachte<", b">&e;<")
    assert "defines entities of its own" in refusal(made)


@pytest.mark.parametrize("form", FILES)
def test_entities_do_not_grow(form: str) -> None:
    said = refusal(with_type(FILES[form], LAUGHS).replace(b"Geachte", b"&a11;"))
    assert "entities of its own" in said or "too deep or too large" in said


@pytest.mark.parametrize("form", FILES)
def test_depth_has_a_limit(form: str) -> None:
    deep = b"<p>" * 5_000 + b"</p>" * 5_000
    end = {"hocr": b"</body>", "alto": b"</PrintSpace>", "page": b"</Page>"}[form]
    assert "too deep or too large" in refusal(FILES[form].replace(end, deep + end))


@pytest.mark.parametrize("form", FILES)
def test_a_file_that_ends_in_the_middle_is_no_half_letter(form: str) -> None:
    for share in (0.5, 0.9):
        said = refusal(FILES[form][: int(len(FILES[form]) * share)])
        assert "is damaged" in said or "breaks off in the middle" in said


@pytest.mark.parametrize("form", FILES)
def test_a_huge_word_is_refused(form: str) -> None:
    assert "100,000" in refusal(FILES[form].replace("België".encode(), b"a" * 1_000_000))
    assert "too deep or too large" in refusal(FILES[form].replace("België".encode(), b"a" * 11_000_000))


def test_more_lines_than_a_page_has_are_refused() -> None:
    said = refusal(alto([rows("\n".join(["de heer"] * (letters.MOST_LINES + 1)), step=0)]))
    assert f"has {letters.MOST_LINES + 1:,} lines on page 1" in said


def test_more_pages_and_signs_than_a_letter_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "MOST_PAGES", 2)
    assert "pages, and a letter may have at most 2" in refusal(alto(*[[rows("een")]] * 3))
    monkeypatch.setattr(letters, "MOST_CHARACTERS", 10)
    assert "million characters" in refusal(alto([rows("een twee drie vier")]))


@pytest.mark.parametrize("number", ["nan", "inf", "-1e308", "1e308", "99999999999", "x", ""])
def test_numbers_that_are_no_places_leave_the_words(number: str) -> None:
    made = alto([rows("Geachte heer")]).replace(b"HPOS='300'", f"HPOS='{number}'".encode())
    assert imported(made).text == "Geachte heer\n"
    made = alto([rows("Geachte heer")]).replace(b"WIDTH='2480'", f"WIDTH='{number}'".encode())
    letter = imported(made)
    assert letter.text == "Geachte heer\n"
    assert 100 < letter.layouts[0].height < 2000


def test_lines_without_any_text_are_refused() -> None:
    said = refusal(
        page_file("<TextRegion id='r'><TextLine><Coords points='1,1 9,9'/></TextLine></TextRegion>")
    )
    assert "says where lines stand and not what they say" in said


def test_a_file_without_pages_is_refused() -> None:
    assert "has no pages of an OCR program" in refusal(b"<alto><Layout/></alto>")


def test_a_page_without_text_is_an_empty_line_and_said() -> None:
    letter = imported(alto([rows("Een")], [], [rows("Drie")]))
    assert (letter.text, letter.page_starts) == ("Een\n\nDrie\n", (0, 4, 5))
    assert letter.layouts[1].flags == ("no_text",)
    assert [str(w) for w in letter.warnings] == ["a.xml has no text on 1 page of 3."]


def test_the_title_is_the_subject() -> None:
    letter = imported(alto([rows("Betreft: De kustwacht\n\nGeachte voorzitter,".replace("\n\n", "\n"))]))
    assert letter.title == "De kustwacht"


def test_the_text_is_told_where_its_lines_begin() -> None:
    letter = imported(alto([rows("een\ntwee")]))
    assert [letter.text[each.start : each.end] for each in letter.lines] == ["een", "twee"]
    assert letter.lines[0].left == pytest.approx(72, abs=0.1)
