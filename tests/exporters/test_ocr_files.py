"""Files of OCR programs: the corrected text comes back by our own import, at the places of what was read."""

from __future__ import annotations

import io
import random
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from annotator.core.document import About, Letter, Page, Section
from annotator.core.in_force import InForce
from annotator.core.page_layout import Furniture, PageLayout, WordBox, WordReading
from annotator.core.parcels import pack
from annotator.core.text import Span
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter
from annotator.exporters.ocr_files import ALTO, HOCR, NO_PLACES, NOT_ON_PAPER, OTHER_READINGS, PAGE
from annotator.exporters.placed_words import placed_words
from annotator.importers.interface import ImportedLetter
from annotator.importers.ocr_files.letters import read
from annotator.pages.pictures import has_pictures
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from tests.ocr_making import hocr, rows
from tests.picture_making import saved, sheet
from tests.storage.making import CODEBOOK

FORMATS = [PAGE, ALTO, HOCR]
NAMED = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
WORDS = (
    "Geachte",
    "voorzitter,",
    "de",
    "motie",
    "Jansen",
    "Duits-",
    "land",
    "¹",
    "over",
    "België",
    "is",
    "af.",
)


def letter_of(imported: ImportedLetter, changes: Mapping[tuple[int, int], str]) -> ExportLetter:
    """The letter that was imported, with these corrections by their stretches of the OCR text."""
    corrections = tuple(InForce(*place, after, "word", "typed") for place, after in sorted(changes.items()))
    pieces, at = [], 0
    for row in corrections:
        pieces += [imported.text[at : row.ocr_start], row.after]
        at = row.ocr_end
    text = "".join([*pieces, imported.text[at:]])
    letter = Letter(imported.text, text, About("Een <brief>"), corrections, furniture=imported.furniture)
    places = letter.ocr_places()
    pages = {f"page:{n}": Page(f"page:{n}", n, at) for n, at in enumerate(imported.page_starts, 1)}
    points = {uid: places.from_ocr(Span(page.ocr_start, page.ocr_start)).start for uid, page in pages.items()}
    letter = replace(letter, pages=pages, points=points)
    return exported(letter, imported.layouts)


def exported(letter: Letter, layouts: tuple[PageLayout, ...]) -> ExportLetter:
    readings = {layout.number: layout.readings for layout in layouts}
    return ExportLetter(
        5, "u-5", letter, "brief.pdf", "", "", "", layouts=lambda: layouts, readings=lambda: readings
    )


def files(form: Exporter, one: ExportLetter, **chosen: str) -> dict[str, bytes]:
    context = ExportContext(CODEBOOK, made_at="2026-03-02T10:11:12Z", chosen=chosen)
    return {piece.name: piece.data for piece in form.pieces([one], context)}


def back(form: Exporter, one: ExportLetter) -> list[ImportedLetter]:
    return [read(name, name, data) for name, data in files(form, one).items()]


def lines(text: str) -> list[list[str]]:
    return [line.split() for line in text.split("\n") if line.split()]


@st.composite
def letters(draw: st.DrawFn) -> ExportLetter:
    chance = random.Random(draw(st.integers(0, 1 << 30)))

    def block(top: int) -> list[object]:
        text = "\n".join(
            " ".join(chance.choices(WORDS, k=chance.randint(1, 7))) for _ in range(chance.randint(1, 4))
        )
        return rows(text, top=top)  # type: ignore[return-value]

    pages = [[block(300 + 500 * n) for n in range(chance.randint(1, 4))] for _ in range(chance.randint(1, 3))]
    imported = read("a.hocr", "a.hocr", hocr(*pages))  # type: ignore[arg-type]
    changes, at = {}, 0
    while chance.random() < 0.9:
        start = at + chance.randrange(0, 20)
        end = start + chance.randrange(0, 12)
        if end >= len(imported.text):
            break
        after = "".join(chance.choices(("x", "é", " ", "\n", "zes", "\n\n", "&<"), k=chance.randrange(5)))
        crosses_a_page = any(start < page <= end for page in imported.page_starts)
        if not crosses_a_page and imported.text[start:end] != after:
            changes[start, end] = after
        at = end + 1
    return letter_of(imported, changes)


@NAMED
@given(one=letters())
def test_our_own_import_gives_the_corrected_text(form: Exporter, one: ExportLetter) -> None:
    said = "\n".join(each.text for each in back(form, one) if each.text.strip()) if has_text(one) else ""
    assert lines(said) == lines(one.letter.text)


def has_text(one: ExportLetter) -> bool:
    return bool(one.letter.text.strip())


def word_boxes(one: ExportLetter) -> dict[str, tuple[float, ...] | None]:
    text = one.letter.text
    return {text[word.start : word.end]: word.box for word in placed_words(one.letter, one.layouts())}


@given(one=letters())
def test_a_word_as_it_was_read_has_the_box_of_what_was_read(one: ExportLetter) -> None:
    read_at = {(box.start, box.end): box[2:] for layout in one.layouts() for box in layout.words}
    pages = {(box.start, box.end): layout.number for layout in one.layouts() for box in layout.words}
    starts = one.letter.page_starts()
    for word in placed_words(one.letter, one.layouts()):
        place = word.ocr_start, word.ocr_end
        if not word.is_corrected and place in read_at:
            on_its_page = pages[place] == (bisect_right(starts, word.start) or 1)
            assert one.letter.ocr_text[slice(*place)] == one.letter.text[word.start : word.end]
            assert (word.box == read_at[place]) is on_its_page


def test_words_of_pages_that_stand_in_another_order_have_their_own_boxes() -> None:
    one = paper("een twee\ndrie vier", {"twee": "tweede"})
    [layout] = one.layouts()
    mixed = replace(layout, words=layout.words[2:] + layout.words[:2])
    assert placed_words(one.letter, [mixed]) == placed_words(one.letter, [layout])


def test_a_word_that_was_read_on_another_page_has_no_place_on_its_own() -> None:
    one = paper("een twee\ndrie vier", {})
    [layout] = one.layouts()
    elsewhere = [replace(layout, words=()), replace(layout, number=2)]
    assert [word.box for word in placed_words(one.letter, elsewhere)] == [None] * 4


def paper(text: str, changes: Mapping[str, str]) -> ExportLetter:
    """The letter of a page with these lines, where each letter is ten points wide, corrected."""
    boxes, at = [], 0
    for row, line in enumerate(text.split("\n")):
        left = 0.0
        for word in line.split(" "):
            if word:
                right = left + 10.0 * len(word)
                boxes.append(WordBox(at, at + len(word), left, 20.0 * row, right, 20.0 * row + 10))
                left = right + 10
            at += len(word) + 1
    places = {text.index(before): (len(before), after) for before, after in changes.items()}
    made = {(start, start + length): after for start, (length, after) in places.items()}
    readings = (WordReading(boxes[0].start, boxes[0].end, 87.0, ("Ander",)),)
    layout = PageLayout(1, 0, 600.0, 800.0, tuple(boxes), readings=readings)
    return letter_of(ImportedLetter("t", "n", "", b"", text, (0,), (), (layout,)), made)


def test_a_box_is_shared_by_what_became_of_its_word() -> None:
    assert word_boxes(paper("demotie van\n", {"demotie": "de motie"})) == {
        "de": (0, 0, pytest.approx(17.5), 10),
        "motie": (pytest.approx(26.25), 0, 70, 10),
        "van": (80, 0, 110, 10),
    }


def test_boxes_are_united_in_what_became_of_their_words() -> None:
    assert word_boxes(paper("mo tie van\n", {"mo tie": "motie"}))["motie"] == (0, 0, 60, 10)
    assert word_boxes(paper("mo tie van\n", {" ": ""}))["motie"] == (0, 0, 60, 10)


def test_a_word_that_was_joined_over_a_lines_end_stands_in_its_line() -> None:
    joined = word_boxes(paper("in Duits-\nland is\n", {"Duits-\nland ": "Duitsland\n"}))
    assert joined["Duitsland"] == (30, 0, 90, 10)
    joined = word_boxes(paper("in Duits-\nland is\n", {"Duits-\nland": "\nDuitsland"}))
    assert joined["Duitsland"] == (0, 20, 40, 30)


def test_a_word_that_was_put_in_has_the_room_between_others() -> None:
    one = paper("de af\n", {"de ": "de motie "})
    assert word_boxes(one)["de"] == (0, 0, 20, 10)
    assert PAGE.leaves_out is not None
    [[left, top, right, bottom]] = boxes(PAGE, one, "motie")
    assert 20 <= left < right
    assert (top, bottom) == (0, 10)


def test_what_was_deleted_leaves_the_others_where_they_stand() -> None:
    assert word_boxes(paper("de de motie\n", {"de de": "de"}))["motie"] == (60, 0, 110, 10)
    assert word_boxes(paper("een de motie\n", {"een ": ""}))["de"] == (40, 0, 60, 10)


def boxes(form: Exporter, one: ExportLetter, word: str) -> list[tuple[int, ...]]:
    """The boxes of a word as our own import reads them, in whole points."""
    found = []
    for letter in back(form, one):
        for layout in letter.layouts:
            found += [
                tuple(map(round, box[2:])) for box in layout.words if letter.text[box.start : box.end] == word
            ]
    return found


@NAMED
def test_words_stand_where_they_stood(form: Exporter) -> None:
    one = paper("De demotie van\nBelgië is af.\n", {"demotie": "motie", "Belgi": "belgi"})
    for word, box in word_boxes(one).items():
        assert box is not None
        assert boxes(form, one, word) == [tuple(map(round, box))]


@NAMED
def test_who_was_sure_of_a_word_is_told_and_not_of_a_corrected_one(form: Exporter) -> None:
    [letter] = back(form, paper("Een twee\n", {"twee": "drie"}))
    [reading] = [each for layout in letter.layouts for each in layout.readings]
    assert (letter.text[reading.start : reading.end], reading.confidence) == ("Een", 87.0)


@NAMED
@pytest.mark.parametrize("kind", ["head", "foot", "page_number", "margin"])
def test_furniture_is_told_by_its_kind(form: Exporter, kind: str) -> None:
    one = paper("Ministerie\n\nDe motie is af.\nHet kabinet ook.\n", {})
    one = replace(one, letter=replace(one.letter, furniture=(Furniture(0, 10, kind),)))
    [letter] = back(form, one)
    [found] = letter.furniture
    assert (letter.text[found.start : found.end], found.kind) == ("Ministerie", kind)


def test_paragraphs_headings_and_notes_are_regions() -> None:
    one = paper("Irak\nDe motie¹ is\naf.\n\nSlot.\n¹ Noot een\nen meer.\n² Noot twee.\n", {})
    heading = replace(
        one.letter,
        sections={"s": Section("s")},
        points={"s": 0, **one.letter.points},
        spans={"s": Span(0, 4)},
    )
    root = etree.fromstring(next(iter(files(PAGE, replace(one, letter=heading)).values())))
    kinds = [(each.get("type"), len(each.findall("{*}TextLine"))) for each in root.iter("{*}TextRegion")]
    assert kinds == [("heading", 1), ("paragraph", 2), ("paragraph", 1), ("footnote", 2), ("footnote", 1)]


@NAMED
def test_a_letter_without_places_goes_with_its_text(form: Exporter) -> None:
    one = exported(
        replace(paper("De motie\nis af.\n", {"motie": "moties"}).letter, ocr_text="De motie\nis af.\n"), ()
    )
    [letter] = back(form, one)
    assert letter.text == "De moties\nis af.\n"
    assert form.leaves_out is not None
    assert NO_PLACES in [omission.what for omission in form.leaves_out(one, ExportContext(CODEBOOK))]


def test_what_cannot_be_told_is_said() -> None:
    assert PAGE.leaves_out is not None
    one = paper("Een af\n", {"Een ": "Een twee "})
    said = {str(omission.what): omission.times for omission in PAGE.leaves_out(one, ExportContext(CODEBOOK))}
    assert said == {str(NOT_ON_PAPER): 1, str(OTHER_READINGS): 1}


def test_each_page_has_a_file_that_is_numbered() -> None:
    imported = read("a.hocr", "a.hocr", hocr([rows("een")], [], [rows("drie")]))
    assert [*files(PAGE, letter_of(imported, {}))] == [
        f"0005-een-brief/0005-een-brief-000{n}.xml" for n in (1, 2, 3)
    ]
    assert len(back(ALTO, letter_of(imported, {}))[0].page_starts) == 3


@NAMED
def test_words_are_data(form: Exporter) -> None:
    one = replace(paper("<script>&amp; \"x\" 'y'\n", {}), source_name='a"<b>&.pdf')
    assert back(form, one)[0].text == "<script>&amp; \"x\" 'y'\n"


@NAMED
def test_text_that_looks_like_furniture_is_text(form: Exporter) -> None:
    imported = read("a.hocr", "a.hocr", hocr([rows("De motie\nis af."), rows("Pagina 2 van 3", 1100, 3400)]))
    assert [each.kind for each in imported.furniture] == ["page_number"]
    one = letter_of(imported, {})
    one = replace(one, letter=replace(one.letter, furniture=()))
    [letter] = back(form, one)
    assert (letter.furniture, lines(letter.text)) == ((), lines(imported.text))


def scanned(kind: str = "PNG", size: tuple[int, int] = (600, 800)) -> ExportLetter:
    """A letter of two pages that are pictures, each with a mark where its word stands."""
    first, second = sheet(size, (50, 100, 150, 130)), sheet(size, (200, 300, 290, 330))
    data = pack({"b-1.png": saved(first, kind), "b-2.png": saved(second, kind)})
    layouts = (
        PageLayout(1, 0, 300, 400, (WordBox(0, 5, 25, 50, 75, 65),)),
        PageLayout(2, 1, 300, 400, (WordBox(6, 11, 100, 150, 145, 165),)),
    )
    pages = {"1": Page("1", 1, 0), "2": Page("2", 2, 6)}
    letter = Letter("eerst\nlaats\n", "eerst\nlaats\n", About("a"), pages=pages, points={"1": 0, "2": 6})
    return replace(exported(letter, layouts), source=lambda: data)


def dark(data: bytes) -> tuple[int, int, int, int] | None:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("L").point(lambda dot: 255 * (dot < 100)).getbbox()


@NAMED
def test_pictures_go_beside_it_where_they_are_asked_for(form: Exporter) -> None:
    made = files(form, scanned(), pictures="yes")
    pictures = {name: data for name, data in sorted(made.items()) if name.endswith((".png", ".jpg"))}
    assert len(pictures) == 2
    told = b"".join(data for name, data in made.items() if name not in pictures).decode()
    named = [name.rpartition("/")[2] for name in pictures]
    assert all(name in told for name in (named[:1] if form is ALTO else named))
    for data, box in zip(pictures.values(), ((25, 50, 75, 65), (100, 150, 145, 165)), strict=True):
        assert dark(data) == pytest.approx([round(side * 300 / 72) for side in box], abs=3)
    assert not any(name.endswith((".png", ".jpg")) for name in files(form, scanned()))


@NAMED
def test_what_goes_with_its_pictures_comes_in_with_them(form: Exporter, tmp_path: Path) -> None:
    for name, data in files(form, scanned(), pictures="yes").items():
        (tmp_path / "uit" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "uit" / name).write_bytes(data)
    with Store.create(tmp_path / "p.kant", CODEBOOK, "jan") as store:
        import_paths(store, [tmp_path / "uit"], "jan")
        ids = store.reader.letter_ids()
        texts = [store.reader.letter(letter_id).text for letter_id in ids]
        assert "".join(texts).split() == ["eerst", "laats"]
        if form is not ALTO:  # which names one picture for all of its pages
            assert all(has_pictures(store.reader.source_bytes(letter_id)) for letter_id in ids)


@NAMED
def test_a_letter_with_hidden_words_has_no_pictures_beside_it(form: Exporter) -> None:
    made = files(form, replace(scanned(), is_redacted=True), pictures="yes")
    assert not any(name.endswith((".png", ".jpg")) for name in made)
