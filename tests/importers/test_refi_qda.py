"""Projects of other programs for qualitative research: what is read of them, and what they may do wrong."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.refi_guids import area_guid
from annotator.core.text import Span, normalise
from annotator.core.user_errors import UserError
from annotator.importers.refi_qda.model import QdaProject
from annotator.importers.refi_qda.places import Places
from annotator.importers.refi_qda.reading import read, read_project
from tests.office_making import docx, p
from tests.qda_making import COKE, MILK, SELECTION, TEXT_GUID, described, packed, selection, source

TEXT = "Mabel drinks Coke.\nShe likes milk, too.\n"
AT = TEXT.index("Coke")
NOTE = '<Notes><Note guid="d"><PlainTextContent>x</PlainTextContent></Note></Notes>'


def project(*selections: str, text: str | bytes = TEXT, after: str = "", before: str = "") -> QdaProject:
    described_so = described(source(*selections), before=before, after=after)
    return read("p.qdpx", packed(described_so, {"one.txt": text}))


def quotes(read_so: QdaProject) -> list[str]:
    return [letter.text[slice(*each.span)] for letter in read_so.letters for each in letter.selected]


def said(read_so: QdaProject) -> str:
    return "\n".join(map(str, read_so.left))


def test_codes_come_with_their_place_colour_and_description() -> None:
    found = {code.name: code for code in project().codes}
    assert list(found) == ["Drinks", "Coke", "Milk"]
    assert (found["Coke"].colour, found["Coke"].description) == ("#ff0000", "the breakfast of champions")
    assert {found["Coke"].parent, found["Milk"].parent} == {found["Drinks"].guid}
    assert found["Milk"].guid == MILK.lower()


def test_selections_come_with_codes_notes_and_who_made_them_when() -> None:
    notes = f'<Notes><Note guid="{TEXT_GUID[:-1]}9"><PlainTextContent>Why?</PlainTextContent></Note></Notes>'
    inside = "<Description>Quite so</Description>"
    reference = f'<NoteRef targetGUID="{TEXT_GUID[:-1]}9"/>'
    [letter] = project(selection(AT, AT + 4, COKE, MILK, inside=inside + reference), after=notes).letters
    [each] = letter.selected
    assert each.codes == (COKE.lower(), MILK.lower())
    assert each.note == "Quite so\n\nWhy?"
    assert (each.analyst, each.made_at) == ("Sue", "2018-03-27T19:04:34.000Z")
    assert letter.text[slice(*each.span)] == "Coke"


def test_values_come_from_the_cases_of_a_text() -> None:
    variable = "F0000000-0000-4000-8000-000000000001"
    cases = (
        f'<Variables><Variable guid="{variable}" name="Age" typeOfVariable="Integer"/></Variables>'
        f'<Cases><Case guid="{variable[:-1]}2"><VariableValue><VariableRef targetGUID="{variable}"/>'
        f'<IntegerValue>67</IntegerValue></VariableValue><SourceRef targetGUID="{TEXT_GUID}"/></Case></Cases>'
    )
    read_so = project(before=cases)
    assert read_so.letters[0].values == {variable.lower(): "67"}
    assert [(each.name, each.type) for each in read_so.variables] == [("Age", "Integer")]


@pytest.mark.parametrize(
    ("text", "start", "quote", "name"),
    [
        ("🦆 Mabel drinks Coke", len("🦆 Mabel drinks "), "Coke", "Coke"),
        ("🦆🦆 Mabel drinks Coke", len("🦆🦆 Mabel drinks ") + 2, "Coke", "Coke"),  # units of UTF-16
        ("a\r\nb\r\nMabel drinks Coke", len("a\r\nb\r\nMabel drinks "), "Coke", "Coke"),
        ("a\r\nb\r\nMabel drinks Coke", len("a\nb\nMabel drinks "), "Coke", "Coke"),  # a line end is one
        ("\ufeffMabel drinks Coke", len("Mabel drinks "), "Coke", ""),
        ("Mabe\u0301l drinks Coke", len("Mabe\u0301l drinks "), "Coke", "anything"),
        ("one\fMabel drinks Coke", len("one\fMabel drinks "), "Coke", ""),
    ],
)
def test_offsets_are_taken_as_the_program_counts(text: str, start: int, quote: str, name: str) -> None:
    assert quotes(project(selection(start, start + len(quote), COKE, name=name), text=text.encode())) == [
        quote
    ]


def test_ends_are_taken_as_the_last_sign_where_names_prove_it() -> None:
    theirs = [
        selection(AT, AT + 3, COKE, name="Coke"),
        selection(0, 11, COKE),
        selection(0, 4, COKE, name="Mabel"),
    ]
    assert quotes(project(*theirs)) == ["Coke", "Mabel drinks", "Mabel"]
    ours = [selection(AT, AT + 4, COKE, name="Coke"), selection(0, 5, COKE, name="Mabel d")]
    assert quotes(project(*ours)) == ["Coke", "Mabel"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_text_in_another_encoding_is_read(encoding: str) -> None:
    assert quotes(project(selection(AT, AT + 4, COKE), text=TEXT.encode(encoding))) == ["Coke"]


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 4), (5, 5), (9, 3), (0, 10_000), ("x", 4), ("", ""), (10**40, 10**41)]
)
def test_wrong_offsets_are_left_out_and_told(start: object, end: object) -> None:
    read_so = project(selection(start, end, COKE), selection(AT, AT + 4, COKE))
    assert quotes(read_so) == ["Coke"]
    assert "outside its text" in said(read_so)


@pytest.mark.parametrize(
    "path",
    [
        "internal://missing.txt",
        "internal://../project.qde",
        "internal:///etc/passwd",
        "/etc/passwd",
        "absolute:///etc/hostname",
        "relative:///one.txt",
        "internal://..\\one.txt",
        "internal://..",
        "internal://",
    ],
)
def test_a_text_that_is_not_in_the_file_is_told_and_looked_for_nowhere(path: str) -> None:
    description = described(
        source(selection(0, 4, COKE), path=path) + source(path="internal://one.txt", guid=COKE)
    )
    read_so = read("p.qdpx", packed(description, {"one.txt": TEXT}))
    assert [letter.text for letter in read_so.letters] == [TEXT]
    assert "is not in the file" in said(read_so)


def test_a_project_without_its_sources_gives_its_codes(tmp_path: Path) -> None:
    path = tmp_path / "project.qde"
    path.write_text(described(source(selection(0, 4, COKE))), encoding="utf-8")
    read_so = read_project(path)
    assert (len(read_so.codes), read_so.letters) == (3, ())
    assert "with 1 selection" in said(read_so)


def test_a_text_within_the_description_and_any_name_space_will_do() -> None:
    text = f"<PlainTextContent>Coke</PlainTextContent>{selection(0, 4, COKE)}"
    inside = f'<TextSource guid="{TEXT_GUID}" name="In">{text}</TextSource>'
    read_so = read("p.qdpx", packed(described(inside, namespace="urn:QDA-XML:project:2.0")))
    assert quotes(read_so) == ["Coke"]


def test_pictures_areas_sets_and_loose_notes_are_told() -> None:
    media = (
        '<PictureSource guid="a" name="cow.jpg"><PictureSelection guid="b" firstX="1" firstY="1" secondX="2"'
        ' secondY="2"/></PictureSource><AudioSource guid="c" name="moo.m4a"/>'
    )
    after = NOTE + '<Sets><Set guid="e" name="s"/></Sets>'
    told = said(read("p.qdpx", packed(described(media, after=after))))
    for wanted in ("(2): cow.jpg, moo.m4a", "areas of a page", "belong to no text", "Sets, links and graphs"):
        assert wanted in told


def test_a_pdf_has_the_selections_of_its_text() -> None:
    chosen = selection(AT, AT + 4, COKE)
    text = f'<Representation guid="f" plainTextPath="internal://one.txt">{chosen}</Representation>'
    area = f'<PDFSelection guid="{SELECTION}" page="0" firstX="1" firstY="1" secondX="2" secondY="2"/>'
    pdf = f'<PDFSource guid="{TEXT_GUID}" name="Milk.pdf" path="internal://x.pdf">{area}{text}</PDFSource>'
    read_so = read("p.qdpx", packed(described(pdf), {"one.txt": TEXT}))
    assert quotes(read_so) == ["Coke"]
    assert read_so.letters[0].title == "Milk.pdf"
    assert not read_so.left


@pytest.mark.parametrize(
    "further, left",
    [(area_guid(SELECTION, 3), ""), (area_guid(SELECTION, 4), "areas of a page"), ("x", "areas")],
)
def test_an_area_that_goes_on_with_the_words_on_another_page_is_not_told_as_left_out(
    further: str, left: str
) -> None:
    chosen = selection(AT, AT + 4, COKE)
    text = f'<Representation guid="f" plainTextPath="internal://one.txt">{chosen}</Representation>'
    sides = 'firstX="1" firstY="1" secondX="2" secondY="2"'
    area = f'<PDFSelection guid="{further}" page="3" {sides}/>'
    pdf = f'<PDFSource guid="{TEXT_GUID}" name="Milk.pdf" path="internal://x.pdf">{area}{text}</PDFSource>'
    told = said(read("p.qdpx", packed(described(pdf), {"one.txt": TEXT})))
    assert left in told if left else not told


def test_a_word_file_without_a_plain_text_is_read_itself() -> None:
    styled = f'<TextSource guid="{TEXT_GUID}" name="Mabel" richTextPath="internal://x.docx"/>'
    files = {"x.docx": docx(p("Mabel drinks Coke."))}
    [letter] = read("p.qdpx", packed(described(styled), files)).letters
    assert (letter.text.strip(), letter.source_name, letter.data) == (
        "Mabel drinks Coke.",
        "Mabel.docx",
        files["x.docx"],
    )
    broken = read("p.qdpx", packed(described(styled), {"x.docx": b"nothing of the kind"}))
    assert (broken.letters, "cannot be read" in said(broken)) == ((), True)


def test_a_text_of_two_sources_is_one_letter() -> None:
    two = source(selection(AT, AT + 4, COKE)) + source(selection(0, 5, MILK), name="Again", guid=COKE)
    assert quotes(read("p.qdpx", packed(described(two), {"one.txt": TEXT}))) == ["Coke", "Mabel"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 and no more",
        b"nothing of the kind",
        b"<html><body>no</body></html>",
        packed("<Project"),
        packed("", {"one.txt": TEXT}),
        packed('<!DOCTYPE Project [<!ENTITY a "aaaa">]><Project name="&a;"/>'),
        packed("<Project>" + "<a>" * 5_000 + "</a>" * 5_000 + "</Project>"),
        packed(b"<Project/>" + b" " * 30_000_000),
    ],
)
def test_what_is_no_project_or_does_harm_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError, match=r"p\.qdpx"):
        read("p.qdpx", data)


def test_a_text_that_unpacks_to_far_too_much_is_left_out() -> None:
    read_so = read("p.qdpx", packed(described(source()), {"one.txt": b" " * 30_000_000}))
    assert not read_so.letters
    assert "cannot be read" in said(read_so)


@given(st.text(alphabet="ab \u0301e🦆\r\n\f\x0b\x00\u2028\ufeff", max_size=40), st.integers(0, 40))
def test_a_place_lies_behind_what_stands_before_it(raw: str, offset: int) -> None:
    places, at = Places(raw), min(offset, len(raw))
    found = places.place(at)
    assert places.text == normalise(raw).text
    assert 0 <= found <= len(places.text)
    assert places.place(max(0, at - 1)) <= found
    letters = [sign for sign in raw[:at] if sign in "b🦆"]
    assert [sign for sign in places.text[:found] if sign in "b🦆"] == letters


def test_broken_files_are_read_or_refused_and_nothing_else(tmp_path: Path) -> None:
    whole = packed(described(source(selection(AT, AT + 4, COKE)), after=NOTE), {"one.txt": TEXT})
    description = described(source(selection(AT, AT + 4, COKE)), after=NOTE).encode()
    dice = random.Random(13)
    for turn in range(600):
        data = bytearray(whole if turn % 3 == 0 else description)
        for _ in range(dice.randint(1, 8)):
            at = dice.randrange(len(data))
            match dice.randrange(4):
                case 0:
                    data[at] = dice.randrange(256)
                case 1:
                    del data[at : at + dice.randint(1, 30)]
                case 2:
                    data[at:at] = data[at : at + dice.randint(1, 60)]
                case _:
                    data[at:at] = dice.choice(
                        [b"<Code/>", b"]]>", b"\0", b"&#x1F986;", b'guid=""', b"99999999999"]
                    )
        made = bytes(data) if turn % 3 == 0 else packed(bytes(data), {"one.txt": TEXT})
        try:
            read_so = read("p.qdpx", made)
        except UserError:
            continue
        for letter in read_so.letters:
            for each in letter.selected:
                assert Span(0, 0) <= each.span
                assert 0 <= each.span.start < each.span.end <= len(letter.text)


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", described())
        for number in range(20_001):
            archive.writestr(f"sources/{number}", b"")
    with pytest.raises(UserError, match="20,000"):
        read_project(path)
