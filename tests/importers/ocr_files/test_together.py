"""Files of one letter come as one: lists in METS, pages by number, pictures beside the text."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from annotator.core.parcels import parts_of
from annotator.core.user_errors import UserError
from annotator.importers import find, read_source
from annotator.importers.interface import FileGroup, ImportedLetter
from tests.ocr_making import alto, hocr, page_file, page_xml, rows


def picture(form: str = "PNG", frames: int = 1) -> bytes:
    made = io.BytesIO()
    pages = [Image.new("L", (20, 30), 255) for _ in range(frames)]
    more = {"save_all": True, "append_images": pages[1:]} if frames > 1 else {}
    pages[0].save(made, form, **more)
    return made.getvalue()


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def letters(folder: Path) -> list[ImportedLetter]:
    """Import a folder, as the import does."""
    found = []
    for item in find([folder]).items:
        source = read_source(item)
        found.append(source.importer.read(source.shown, source.name, source.data))
    return found


def names(folder: Path) -> list[list[str]]:
    items = find([folder]).items
    return [
        [name for name, _ in item.files] if isinstance(item, FileGroup) else [item.name] for item in items
    ]


def numbers(letter: ImportedLetter) -> list[int]:
    return [layout.source_page for layout in letter.layouts]


def test_a_picture_of_the_same_name_belongs_to_the_text(tmp_path: Path) -> None:
    written(
        tmp_path, {"brief.xml": alto([rows("een")]), "brief.TIF": picture("TIFF"), "ander.png": picture()}
    )
    letter = next(each for each in letters(tmp_path) if parts_of(each.data))
    assert (letter.text, numbers(letter)) == ("een\n", [0])
    assert set(parts_of(letter.data) or ()) == {"brief.xml", "brief.TIF"}


@pytest.mark.parametrize(
    "data",
    [
        page_xml([rows("een")], image="scans\\scan 7.png"),
        page_xml([rows("een")], image="/home/jan/scans/scan 7.png"),
        hocr([rows("een")], image="file:///tmp/scan%207.png"),
        alto([rows("een")]).replace(
            b"<Styles>",
            b"<sourceImageInformation><fileName>scan 7.png</fileName></sourceImageInformation><Styles>",
        ),
    ],
)
def test_the_picture_that_the_file_names_is_found_by_its_name(data: bytes, tmp_path: Path) -> None:
    written(tmp_path, {"a.xml": data, "scan 7.png": picture()})
    assert names(tmp_path) == [["a.xml", "scan 7.png"]]


def test_a_picture_in_a_folder_below_is_found(tmp_path: Path) -> None:
    written(tmp_path, {"a.xml": page_xml([rows("een")], image="beeld/1.png"), "beeld/1.png": picture()})
    (letter,) = letters(tmp_path)
    assert list(parts_of(letter.data) or ()) == ["a.xml", "beeld/1.png"]
    assert numbers(letter) == [0]


@pytest.mark.parametrize(
    "said", ["../geheim.png", "{outside}/geheim.png", "beeld/../../geheim.png", "link.png"]
)
def test_nothing_outside_the_folder_is_read(said: str, tmp_path: Path) -> None:
    written(tmp_path, {"geheim.png": picture()})
    image = said.format(outside=tmp_path)
    folder = written(tmp_path / "brieven", {"a.xml": page_xml([rows("een")], image=image)})
    if said == "link.png":
        os.symlink(tmp_path / "geheim.png", folder / "link.png")
    assert names(folder) == [["a.xml"]]


def test_pages_by_number_are_one_letter_each_with_its_picture(tmp_path: Path) -> None:
    for number in (1, 2, 10):
        name = f"brief_{number}" if number < 10 else "brief_3"
        written(tmp_path, {f"{name}.xml": page_xml([rows(f"bladzijde {number}")], image="weg.png")})
    written(tmp_path, {"brief_1.png": picture(), "brief_3.png": picture()})
    (letter,) = letters(tmp_path)
    assert letter.text == "bladzijde 1\nbladzijde 2\nbladzijde 10\n"
    first, second, third = numbers(letter)
    assert (first, third) == (0, 1)
    assert second not in (0, 1)  # no picture is drawn for it


def test_a_picture_of_many_pages_belongs_to_a_file_of_many(tmp_path: Path) -> None:
    pages = [[rows("een")], [rows("twee")]]
    written(tmp_path, {"a.hocr": hocr(*pages, image="a.tif"), "a.tif": picture("TIFF", 2)})
    (letter,) = letters(tmp_path)
    assert numbers(letter) == [0, 1]


def mets(*pages: tuple[str, ...], order: tuple[int, ...] = (), group: str = "FULLTEXT") -> bytes:
    """METS that lists the files of each page; `order` are the numbers it gives them."""
    space = "xmlns:mets='http://www.loc.gov/METS/' xmlns:xlink='http://www.w3.org/1999/xlink'"
    files: dict[str, str] = {"DEFAULT": "", group: ""}
    divisions = []
    for number, page in enumerate(pages):
        pointers = ""
        for at, name in enumerate(page):
            use = "DEFAULT" if name.endswith(".png") else group
            link = f"<mets:FLocat LOCTYPE='OTHER' xlink:href='{name}'/>"
            files[use] += f"<mets:file ID='f{number}_{at}'>{link}</mets:file>"
            pointers += f"<mets:fptr FILEID='f{number}_{at}'/>"
        place = f"ORDER='{order[number]}'" if order else ""
        divisions.append(f"<mets:div TYPE='page' {place}>{pointers}</mets:div>")
    groups = "".join(f"<mets:fileGrp USE='{use}'>{made}</mets:fileGrp>" for use, made in files.items())
    return (
        f"<mets:mets {space}><mets:fileSec>{groups}</mets:fileSec><mets:structMap TYPE='PHYSICAL'>"
        f"<mets:div TYPE='physSequence'>{''.join(divisions)}</mets:div></mets:structMap></mets:mets>"
    ).encode()


def test_mets_says_which_files_are_a_letter_and_their_order(tmp_path: Path) -> None:
    listed = mets(("b.xml", "b.png"), ("./tekst/a.xml", "a.png"))
    files = {"b.xml": alto([rows("eerst")]), "tekst/a.xml": page_xml([rows("dan")])}
    written(tmp_path, {"mets.xml": listed, "a.png": picture(), "b.png": picture(), **files})
    (letter,) = letters(tmp_path)
    assert letter.text == "eerst\ndan\n"
    assert numbers(letter) == [1, 0]  # the pictures of a parcel are counted by their names


def test_the_numbers_of_mets_count(tmp_path: Path) -> None:
    listed = mets(("a.xml",), ("b.xml",), order=(10, 9))
    written(tmp_path, {"mets.xml": listed, "a.xml": alto([rows("dan")]), "b.xml": alto([rows("eerst")])})
    (letter,) = letters(tmp_path)
    assert letter.text == "eerst\ndan\n"


def test_files_that_mets_lists_and_are_not_there_are_counted(tmp_path: Path) -> None:
    listed = mets(("a.xml",), ("https://example.org/weg.xml",), ("../b.xml",))
    folder = written(tmp_path / "map", {"mets.xml": listed, "a.xml": alto([rows("een")])})
    written(tmp_path, {"b.xml": alto([rows("buiten")])})
    (letter,) = letters(folder)
    assert letter.text == "een\n"
    assert "lists 2 pages whose files are not beside it" in str(letter.warnings[0])


def test_a_page_that_has_a_picture_alone_is_a_page_without_text(tmp_path: Path) -> None:
    listed = mets(("a.xml", "a.png"), ("b.png",))
    files = {"a.xml": alto([rows("een")]), "a.png": picture(), "b.png": picture()}
    written(tmp_path, {"mets.xml": listed, **files})
    (letter,) = letters(tmp_path)
    assert (letter.text, letter.layouts[1].flags) == ("een\n\n", ("no_text",))
    assert numbers(letter) == [0, 1]


def test_of_several_groups_of_text_the_last_one_is_taken(tmp_path: Path) -> None:
    end, pointer = b"</mets:fileSec>", b"<mets:fptr FILEID='f0_0'/>"
    other = b"<mets:fileGrp USE='REC'><mets:file ID='g'><mets:FLocat xlink:href='b.xml'/></mets:file>"
    listed = mets(("a.xml",), group="SEG").replace(end, other + b"</mets:fileGrp>" + end)
    listed = listed.replace(pointer, pointer + b"<mets:fptr FILEID='g'/>")
    written(tmp_path, {"mets.xml": listed, "a.xml": alto([rows("slecht")]), "b.xml": alto([rows("goed")])})
    assert letters(tmp_path)[-1].text == "goed\n"


def test_a_list_of_files_that_are_not_there_is_refused(tmp_path: Path) -> None:
    written(tmp_path, {"mets.xml": mets(("a.xml",))})
    with pytest.raises(UserError, match="none of them lies beside it"):
        letters(tmp_path)


def test_lines_without_text_are_a_letter_where_there_is_a_picture(tmp_path: Path) -> None:
    line = "<TextLine><Coords points='1,1 9,9'/></TextLine>"
    data = page_file(f"<TextRegion id='r'>{line}</TextRegion>", image="a.png")
    written(tmp_path, {"a.xml": data, "a.png": picture()})
    (letter,) = letters(tmp_path)
    assert (letter.text, letter.layouts[0].flags) == ("\n", ("no_text",))


def test_one_damaged_page_costs_the_letter_and_is_named(tmp_path: Path) -> None:
    written(tmp_path, {"a_1.xml": alto([rows("een")]), "a_2.xml": alto([rows("twee")])[:-30]})
    with pytest.raises(UserError, match=r"a_2\.xml\) is damaged"):
        letters(tmp_path)
