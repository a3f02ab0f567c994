"""Hidden words on page images: the dots are gone, the text says something else, or the pages stay behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from annotator.core import operations
from annotator.core.codebook import Codebook, Tag
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction, apply
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.text import Span
from annotator.exporters.bundle import BUNDLE
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.redacting import HiddenWords
from annotator.exporters.searchable_pdf import PDF
from annotator.importers.pdf.reading import read
from tests.exporters.pdf_insides import said, shown, streams
from tests.pdf_making import at, page, pdf_of
from tests.picture_making import saved

CODEBOOK = Codebook(
    "c", {"en": "C"}, (Tag("p", "passage", {"en": "P"}, "#112233", "#112233", hidden=True),), ()
)
STAMP = Stamp("jan", "2026-01-01T10:00:00.000Z")
NAME = "Quirijn Zwaluwe"


def tagged(letter: Letter, words: str = NAME) -> Letter:
    start = letter.text.index(words)
    span = Span(start, start + len(words))
    return apply(letter, operations.add_passage(span, "p", STAMP))


def hidden(letter: Letter, data: bytes, layouts: Sequence[PageLayout]) -> ExportLetter:
    words = HiddenWords(CODEBOOK, "en")
    words.learn(letter)
    one = ExportLetter(1, "u", letter, "a.pdf", "", "", "", lambda: data, lambda: layouts)
    return words.letter(one)


def digital(*lines: str) -> tuple[Letter, bytes, Sequence[PageLayout]]:
    """A letter whose PDF draws its text."""
    data = pdf_of(page(*(at(72, 100 + 40 * row, line) for row, line in enumerate(lines))))
    came = read("a", "a.pdf", data)
    return new_letter(came.text, (0,), "t", STAMP), data, came.layouts


def exported(one: ExportLetter) -> list[bytes]:
    return [piece.data for piece in PDF.pieces([one], ExportContext(CODEBOOK, "en"))]


def boxes_of(layouts: Sequence[PageLayout], letter: Letter, *words: str) -> list[WordBox]:
    return [box for box in layouts[0].words if letter.ocr_text[box.start : box.end].strip(".,") in words]


def is_black(picture: Image.Image, box: WordBox, scale: float = 2.0) -> bool:
    room = [round(side * scale) for side in box[2:]]
    _, brightest = picture.crop((room[0], room[1], room[2], room[3])).getextrema()
    assert isinstance(brightest, float | int)
    return brightest < 16


def test_the_dots_are_gone_and_the_layer_says_something_else() -> None:
    letter, data, layouts = digital("Minister Quirijn Zwaluwe sprak,", "en Quirijn Zwaluwe zweeg.")
    [made] = exported(hidden(tagged(letter), data, layouts))
    [text] = said(made)
    assert "[p 1] sprak" in text.replace("\r\n", " ") and "zweeg" in text
    assert "Zwaluwe" not in text and "Quirijn" not in text
    picture, names = shown(made), boxes_of(layouts, letter, "Quirijn", "Zwaluwe")
    assert len(names) == 4 and all(is_black(picture, box) for box in names)
    rest = boxes_of(layouts, letter, "Minister", "sprak", "zweeg")
    assert len(rest) == 3 and not any(is_black(picture, box) for box in rest)
    left, top, right, bottom = (round(2 * side) for side in rest[0][2:])
    darkest, _ = picture.crop((left, top, right, bottom)).getextrema()
    assert isinstance(darkest, float | int) and darkest < 128  # is still to be read


def test_nothing_of_the_source_goes_along() -> None:
    letter, data, layouts = digital("Minister Quirijn Zwaluwe sprak.")
    [made] = exported(hidden(tagged(letter), data, layouts))
    for stream in streams(made):
        for word in ("Quirijn", "Zwaluwe"):
            assert word.encode() not in stream and word.encode("utf-16-be") not in stream
    assert any(b"Zwaluwe" in stream for stream in streams(data))  # as it was found in there


def test_pictures_are_burnt_too() -> None:
    letter, _, layouts = digital("Minister Quirijn Zwaluwe sprak.")
    width, height = layouts[0].width, layouts[0].height
    picture = Image.new("L", (round(width), round(height)), 255)
    for box in layouts[0].words:
        ImageDraw.Draw(picture).line((box.left, box.top, box.right, box.bottom), fill=0)
    for kind in ("PNG", "JPEG", "TIFF"):
        [made] = exported(hidden(tagged(letter), saved(picture, kind), layouts))
        seen = shown(made)
        names = boxes_of(layouts, letter, "Quirijn", "Zwaluwe")
        assert len(names) == 2 and all(is_black(seen, box) for box in names)
        assert not is_black(seen, boxes_of(layouts, letter, "sprak")[0])


def test_what_was_misread_is_burnt_where_it_was_read() -> None:
    letter, data, layouts = digital("Minister Quirijn Zwa1uwe sprak.")
    start = letter.text.index("Zwa1uwe")
    correction = Correction(start, start + 7, "Zwa1uwe", "Zwaluwe", "word", "suggestion")
    letter = apply(letter, operations.correct(letter, (correction,), STAMP))
    [made] = exported(hidden(tagged(letter), data, layouts))
    assert all(is_black(shown(made), box) for box in boxes_of(layouts, letter, "Quirijn", "Zwa1uwe"))


def test_what_was_corrected_away_is_burnt_too() -> None:
    letter, data, layouts = digital("Quirijn Zwaluwe sprak,", "en Quirijn Zwaluwe zweeg.")
    start = letter.text.index("Quirijn Zwaluwe zweeg")
    correction = Correction(start, start + len(NAME), NAME, "hij", "word", "typed")
    letter = apply(letter, operations.correct(letter, (correction,), STAMP))
    [made] = exported(hidden(tagged(letter), data, layouts))
    assert all(is_black(shown(made), box) for box in boxes_of(layouts, letter, "Quirijn", "Zwaluwe"))


def test_a_word_without_a_place_keeps_the_pages_behind() -> None:
    letter, data, layouts = digital("Minister Quirijn Zwaluwe sprak.")
    unread = [replace(layouts[0], words=tuple(layouts[0].words[:2]))]
    one = hidden(tagged(letter), data, unread)
    assert exported(one) == []
    assert PDF.leaves_out is not None
    [omission] = PDF.leaves_out(one, ExportContext(CODEBOOK))
    assert "nobody knows where" in str(omission.what)


def test_a_word_that_was_typed_keeps_the_pages_behind() -> None:
    letter, data, layouts = digital("Minister sprak.")
    correction = Correction(9, 9, "", f"{NAME} ", "word", "typed")
    letter = apply(letter, operations.correct(letter, (correction,), STAMP))
    assert exported(hidden(tagged(letter), data, layouts)) == []


def test_a_page_that_nobody_read_is_black() -> None:
    letter, data, layouts = digital("Minister Quirijn Zwaluwe sprak.")
    data = pdf_of(page(at(72, 100, "Minister Quirijn Zwaluwe sprak.")), page(at(72, 100, "Quirijn")))
    unread = PageLayout(2, 1, layouts[0].width, layouts[0].height)
    [made] = exported(hidden(tagged(letter), data, [*layouts, unread]))
    assert shown(made, 1).getextrema()[1] == 0
    assert shown(made, 0).getextrema()[1] == 255


def test_it_is_said_that_what_nobody_read_is_still_seen() -> None:
    letter, data, layouts = digital("Minister Quirijn Zwaluwe sprak.")
    assert PDF.leaves_out is not None and BUNDLE.leaves_out is not None
    one = hidden(tagged(letter), data, layouts)
    for exporter in (PDF, BUNDLE):
        assert exporter.leaves_out is not None
        told = [str(each.what) for each in exporter.leaves_out(one, ExportContext(CODEBOOK))]
        assert any("handwriting" in sentence for sentence in told)


def test_the_bundle_has_the_burnt_pages_and_no_source() -> None:
    letter, data, layouts = digital("Minister Quirijn Zwaluwe sprak.")
    one = hidden(tagged(letter), data, layouts)
    files = {piece.name: piece.data for piece in BUNDLE.pieces([one], ExportContext(CODEBOOK, "en"))}
    [made] = [content for name, content in files.items() if name.endswith(".pdf")]
    assert made == exported(one)[0]


@pytest.mark.parametrize("words", ["Quirijn", "Zwaluwe"])
def test_a_part_of_a_line_is_burnt_and_no_more(words: str) -> None:
    letter, data, layouts = digital("Minister Quirijn Zwaluwe sprak.")
    [made] = exported(hidden(tagged(letter, words), data, layouts))
    black = [is_black(shown(made), box) for box in layouts[0].words]
    assert black == [letter.ocr_text[box.start : box.end] == words for box in layouts[0].words]
