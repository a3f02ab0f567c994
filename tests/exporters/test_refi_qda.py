"""What programs for qualitative research get: a project of texts, selections, codes, cases; a codebook."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from lxml import etree

from annotator.core.codebook import Codebook, Field, Tag
from annotator.core.document import About, Letter, Page, Passage, Section, Value
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.refi_guids import HEADING, PROPOSED, level_guid
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.exporters import ExportContext, ExportLetter
from annotator.exporters.refi_qda.codes import code_of
from annotator.exporters.refi_qda.export import REFI_QDA, REFI_QDC

MADE = "2026-03-02T10:11:12.000Z"
TEXT = "Irak\n\nBelgië 🦆 steunt de motie.\n"
GUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
BOOK = Codebook(
    "brieven",
    {"nl": "Brieven"},
    (
        Tag("country", "section", {"nl": "Land"}, "#2d6c48", "#95e9b9"),
        Tag(
            "position",
            "passage",
            {"nl": "Standpunt"},
            "#7532aa",
            "#8462a4",
            descriptions={"nl": "Wat <hij> vindt"},
        ),
        Tag("support", "passage", {"nl": "Steun"}, "#982701", "#ce3f01", parent="position"),
    ),
    (
        Field("day", "date", {"nl": "Datum"}),
        Field("urgent", "yes_no", {"nl": "Spoed"}),
        Field("number", "whole_number", {"nl": "Aantal"}, several=True),
    ),
)


def passage(uid: str, tag: str, note: str = "", state: str = "confirmed") -> Passage:
    return Passage(uid, tag, note, state, "anna", MADE)


def value(field: str, normal: str, position: int = 0, state: str = "confirmed") -> Value:
    return Value(f"{field}-{position}", field, position, normal, normal, state, None, "anna", MADE)


def letter() -> ExportLetter:
    at = TEXT.index("steunt")
    rows = [
        value("day", "2020-10-22"),
        value("urgent", "yes"),
        value("number", "3"),
        value("number", "12", 1),
    ]
    values = {row.uid: row for row in rows}
    made = Letter(
        TEXT,
        TEXT,
        About("Verslag", "done", "Nog eens\x0b lezen"),
        passages={
            "p1": passage("p1", "support", "zie 2019"),
            "p2": passage("p2", "position", state="proposed"),
            "p3": passage("p3", "position"),
        },
        sections={"s1": Section("s1", 2, "country", "confirmed", "anna", MADE)},
        values=values,
        spans={
            "p1": Span(at, at + 6),
            "p2": Span(0, 4),
            "p3": Span(5, 5),
            "s1": Span(0, 4),
            "day-0": Span(0, 4),
        },
        points={"s1": 0},
    )
    return ExportLetter(1, "uid-1", made, "brief.pdf", "", MADE, MADE)


def written(*letters: ExportLetter) -> zipfile.ZipFile:
    context = ExportContext(BOOK, made_at=MADE)
    return zipfile.ZipFile(io.BytesIO(b"".join(piece.data for piece in REFI_QDA.pieces(letters, context))))


def described(*letters: ExportLetter) -> Any:
    return plain(written(*letters).read("project.qde"))


def plain(data: bytes) -> Any:
    """Return the root with its elements' names without their name space."""
    root = etree.fromstring(data)
    for each in root.iter():
        each.tag = etree.QName(each).localname
    return root


def codes_at(root: Any, start: int, end: int) -> set[str]:
    found = root.iterfind(f".//PlainTextSelection[@startPosition='{start}'][@endPosition='{end}']//CodeRef")
    return {code.get("targetGUID") for code in found}


def test_a_text_is_a_source_of_its_own_and_selections_count_code_points() -> None:
    archive = written(letter())
    root = plain(archive.read("project.qde"))
    [source] = root.iterfind("Sources/TextSource")
    path = source.get("plainTextPath").replace("internal://", "sources/")
    text = archive.read(path).decode()
    at = text.index("steunt")
    assert text == TEXT
    assert codes_at(root, at, at + 6) == {code_of("passage", "support")}


def test_codes_are_nested_with_their_colours_and_sections_stand_apart() -> None:
    root = described(letter())
    position = root.find(f".//Code[@guid='{code_of('passage', 'position')}']")
    assert position.get("color") == "#7532aa"
    assert position.find("Description").text == "Wat <hij> vindt"
    assert [code.get("name") for code in position.iterfind("Code")] == ["Steun"]
    folder = root.find(f".//Code[@guid='{code_of('section', 'country')}']").getparent()
    assert folder.get("isCodable") == "false"


def test_a_section_has_its_tag_its_level_and_its_heading() -> None:
    root = described(letter())
    assert codes_at(root, 0, len(TEXT)) == {code_of("section", "country"), level_guid(2)}
    assert HEADING in codes_at(root, 0, 4)


def test_what_is_proposed_is_marked_so() -> None:
    root = described(letter())
    assert {code_of("passage", "position"), PROPOSED} <= codes_at(root, 0, 4)


def test_notes_hang_on_the_passage_and_on_the_letter() -> None:
    root = described(letter())
    notes = {note.get("guid"): note.findtext("PlainTextContent") for note in root.iterfind("Notes/Note")}
    on_passage = root.find(".//PlainTextSelection/NoteRef").get("targetGUID")
    on_letter = root.find(".//TextSource/NoteRef").get("targetGUID")
    assert (notes[on_passage], notes[on_letter]) == ("zie 2019", "Nog eens lezen")


def test_values_are_typed_and_each_position_is_a_variable() -> None:
    root = described(letter())
    names = {each.get("guid"): each.get("name") for each in root.iterfind("Variables/Variable")}
    held = {
        names[each.find("VariableRef").get("targetGUID")]: (each[1].tag, each[1].text)
        for each in root.iterfind("Cases/Case/VariableValue")
    }
    assert held == {
        "Status": ("TextValue", "done"),
        "Datum": ("DateValue", "2020-10-22"),
        "Spoed": ("BooleanValue", "true"),
        "Aantal": ("IntegerValue", "3"),
        "Aantal 2": ("IntegerValue", "12"),
    }


def test_analysts_are_users_and_nobody_is_none() -> None:
    root = described(letter())
    [user] = root.iterfind("Users/User")
    assert user.get("name") == "anna"
    assert root.find(".//Coding").get("creatingUser") == user.get("guid")
    nameless = replace(
        letter().letter, passages={"p1": replace(passage("p1", "support"), analyst="")}, sections={}
    )
    assert described(replace(letter(), letter=nameless)).find("Users") is None


def test_guids_are_guids_each_its_own_and_stay() -> None:
    second = replace(letter(), id=2, uid="uid-2")
    root = described(letter(), second)
    guids = [each.get("guid") for each in root.iter() if each.get("guid")]
    assert len(guids) == len(set(guids))
    assert all(GUID.fullmatch(guid) for guid in guids)
    assert {each.get("targetGUID") for each in root.iter() if each.get("targetGUID")} <= set(guids)
    assert etree.tostring(described(letter(), second)) == etree.tostring(root)


def test_elements_stand_in_the_order_of_the_schema() -> None:
    root = described(letter())
    assert [each.tag for each in root] == ["Users", "CodeBook", "Variables", "Cases", "Sources", "Notes"]
    source = [each.tag for each in root.find("Sources/TextSource")]
    assert source == sorted(source, key=["PlainTextSelection", "Coding", "NoteRef"].index)


def test_what_it_cannot_hold_is_told() -> None:
    assert REFI_QDA.leaves_out is not None
    told = [(str(each.what), each.times) for each in REFI_QDA.leaves_out(letter(), ExportContext(BOOK))]
    assert [times for _, times in told] == [1, 1, 1]
    assert [said.split()[0] for said, _ in told] == ["values", "passages", "signs"]


def test_a_value_that_is_only_proposed_stays_behind_and_is_told() -> None:
    rows = {"d": value("day", "2020-10-22", state="proposed")}
    one = replace(letter(), letter=replace(letter().letter, values=rows))
    assert described(one).find(".//DateValue") is None
    assert REFI_QDA.leaves_out is not None
    assert any("proposed" in str(each.what) for each in REFI_QDA.leaves_out(one, ExportContext(BOOK)))


@pytest.mark.parametrize("book", [BOOK, replace(BOOK, tags=())])
def test_the_codebook_alone_has_the_tags(book: Codebook) -> None:
    [*_, data] = [piece.data for piece in REFI_QDC.pieces([letter()], ExportContext(book))]
    root = plain(data)
    codes = {code.get("name") for code in root.iterfind(".//Codes//Code")}
    assert codes == ({"Standpunt", "Steun", "Secties", "Land"} if book.tags else {"Secties"})


def scan(turn: int = 0) -> bytes:
    """A PDF of two pages whose boxes begin at 10, 20; the second is turned."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for number in range(2):
            page = pdf.add_blank_page(page_size=(200, 300))
            page.mediabox = pikepdf.Array([10, 20, 210, 320])
            if number and turn:
                page.obj.Rotate = turn
        pdf.save(made)
    return made.getvalue()


def on_paper(turn: int = 0, source: bytes = b"") -> ExportLetter:
    """A letter of two pages, a passage across them, whose words have places on the pages of a PDF."""
    text = "Steunt de\nmotie niet.\n"
    made = Letter(
        text,
        text,
        About("Verslag"),
        passages={"p1": passage("p1", "support"), "p2": passage("p2", "position", state="proposed")},
        spans={"p1": Span(7, 15), "p2": Span(0, 6)},
        pages={"page:1": Page("page:1", 1, 0), "page:2": Page("page:2", 2, 10)},
        points={"page:1": 0, "page:2": 10},
    )
    boxes = [
        (WordBox(0, 6, 20, 30, 60.5, 40), WordBox(7, 9, 65, 30, 80, 40)),
        (WordBox(10, 15, 20, 50, 60, 60), WordBox(16, 21, 65, 50, 90, 60)),
    ]
    sizes = [(200.0, 300.0), (300.0, 200.0) if turn in (90, 270) else (200.0, 300.0)]
    layouts = [PageLayout(n + 1, n, *sizes[n], words) for n, words in enumerate(boxes)]
    data = source or scan(turn)
    return ExportLetter(1, "uid-1", made, "a.pdf", "", MADE, MADE, lambda: data, lambda: layouts)


def with_pdf(one: ExportLetter) -> zipfile.ZipFile:
    context = ExportContext(BOOK, made_at=MADE, chosen={"sources": "pdf"})
    return zipfile.ZipFile(io.BytesIO(b"".join(piece.data for piece in REFI_QDA.pieces([one], context))))


def areas(archive: zipfile.ZipFile) -> list[tuple[int, ...]]:
    found = plain(archive.read("project.qde")).iterfind(".//PDFSource/PDFSelection")
    sides = ("page", "firstX", "firstY", "secondX", "secondY")
    return [tuple(int(each.get(side)) for side in sides) for each in found]


def test_a_pdf_has_its_passages_as_areas_from_the_bottom_left_of_its_media_box() -> None:
    assert areas(with_pdf(on_paper())) == [
        (0, 20, 260, 61, 270),  # Steunt, its sides rounded outwards
        (0, 65, 260, 80, 270),  # de
        (1, 20, 240, 60, 250),  # motie
    ]


def test_on_a_page_that_is_turned_an_area_lies_where_the_words_are() -> None:
    *_, turned = areas(with_pdf(on_paper(90)))
    assert turned == (1, 50, 20, 60, 60)  # the top left of the page as shown is the bottom left of the box


def test_an_area_and_the_words_in_the_text_are_one_selection_with_the_same_codes() -> None:
    archive = with_pdf(on_paper())
    root = plain(archive.read("project.qde"))
    [pdf] = root.iterfind("Sources/PDFSource")
    selected = {each.get("guid"): each for each in pdf.iterfind("Representation/PlainTextSelection")}
    first, second, further = pdf.iterfind("PDFSelection")
    for area in (first, second):
        words = selected[area.get("guid")]
        assert area.get("name") == words.get("name")
        codes = [
            [code.get("targetGUID") for code in each.iterfind("Coding/CodeRef")] for each in (area, words)
        ]
        assert codes[0] == codes[1] != []
    assert further.get("guid") not in selected
    guids = [each.get("guid") for each in root.iterfind(".//Coding")]
    assert len(guids) == len(set(guids))


def test_the_pdf_goes_along_byte_by_byte_beside_its_text_and_the_case_is_of_it() -> None:
    one = on_paper()
    archive = with_pdf(one)
    root = plain(archive.read("project.qde"))
    [pdf] = root.iterfind("Sources/PDFSource")
    text = pdf.find("Representation")
    assert archive.read(pdf.get("path").replace("internal://", "sources/")) == one.source()
    assert (
        archive.read(text.get("plainTextPath").replace("internal://", "sources/")).decode() == one.letter.text
    )
    assert root.find("Cases/Case/SourceRef").get("targetGUID") == pdf.get("guid")


def test_a_letter_without_a_pdf_or_with_hidden_words_stays_a_text() -> None:
    for one in (letter(), on_paper(source=b"plain"), replace(on_paper(), is_redacted=True)):
        archive = with_pdf(one)
        root = plain(archive.read("project.qde"))
        assert [each.tag for each in root.find("Sources")] == ["TextSource"]
        assert not [name for name in archive.namelist() if name.endswith(".pdf")]


def test_a_pdf_that_cannot_be_opened_is_said_with_its_letter() -> None:
    with pytest.raises(UserError, match="Verslag"):
        with_pdf(on_paper(source=b"%PDF-1.4 nothing"))
