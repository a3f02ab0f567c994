"""The pages with the corrected words under them: words and places come back, on pages turned any way."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from annotator.core.document import About, Letter, Passage, Section
from annotator.core.in_force import InForce
from annotator.core.page_layout import PageLayout, WordBox, turn_flags
from annotator.core.parcels import pack
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.searchable_pdf import PDF
from annotator.importers.pdf.reading import read
from tests.exporters.pdf_insides import said, shown
from tests.pdf_making import at, page, pdf_of
from tests.picture_making import saved, sheet
from tests.storage.making import CODEBOOK

WIDTH, HEIGHT = 300, 200


def scan(turn: int = 0, box: tuple[int, int, int, int] = (0, 0, WIDTH, HEIGHT)) -> bytes:
    """Return a PDF of one page that is a picture, to be shown turned clockwise by `turn`."""
    made = io.BytesIO()
    Image.new("L", (WIDTH, HEIGHT), 255).save(made, "PDF", resolution=72)
    with pikepdf.open(made) as pdf:
        pdf.pages[0].obj.Rotate = turn
        pdf.pages[0].mediabox = pikepdf.Array(box)
        pdf.pages[0].cropbox = pikepdf.Array(box)
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


def letter(
    data: bytes, ocr: str = "De hrief\nis af €5 ⁴", after: str = "De brief\nis af €5 ⁴"
) -> ExportLetter:
    boxes, at_ = [], 0
    for row, line in enumerate(ocr.split("\n")):
        column = 0
        for word in line.split(" "):
            left, start = 20.0 + 8 * column, at_ + column
            boxes.append(
                WordBox(
                    start, start + len(word), left, 30.0 + 20 * row, left + 8 * len(word), 42.0 + 20 * row
                )
            )
            column += len(word) + 1
        at_ += len(line) + 1
    rows = tuple(InForce(n, n + 1, b) for n, (a, b) in enumerate(zip(ocr, after, strict=True)) if a != b)
    one = Letter(
        ocr,
        after,
        About("Een brief"),
        rows,
        {"p": Passage("p", CODEBOOK.passage_tags[0].id, "let op", analyst="jan")},
        {"s": Section("s", 1)},
        spans={"p": Span(3, 8), "s": Span(0, 8)},
        points={"s": 0},
    )
    layouts = [PageLayout(1, 0, WIDTH, HEIGHT, tuple(boxes))]
    return ExportLetter(1, "u", one, "a.pdf", "", "", "", lambda: data, lambda: layouts)


def exported(one: ExportLetter, **chosen: str) -> bytes:
    [piece] = PDF.pieces([one], ExportContext(CODEBOOK, chosen=chosen))
    assert piece.name.endswith(".pdf")
    return piece.data


def test_the_corrected_words_come_back() -> None:
    assert read("a", "a.pdf", exported(letter(scan()))).text == "De brief\nis af €5 ⁴\n"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("box", [(0, 0, WIDTH, HEIGHT), (10, -20, 10 + WIDTH, HEIGHT - 20)])
def test_words_stand_in_their_boxes(turn: int, box: tuple[int, int, int, int]) -> None:
    one = letter(scan(turn, box))
    back = read("a", "a.pdf", exported(one))
    (came,) = back.layouts
    assert (came.width, came.height) == ((WIDTH, HEIGHT) if turn in (0, 180) else (HEIGHT, WIDTH))
    assert back.text.split() == one.letter.text.split()
    for given, found in zip(one.layouts()[0].words, came.words, strict=True):
        assert found[2:] == pytest.approx(given[2:], abs=1.5)


def test_an_old_layer_goes() -> None:
    once = exported(letter(scan(), "Dc hrief\nis af €5 ⁴", "Dc hrief\nis af €5 ⁴"))
    assert "hrief" in read("a", "a.pdf", once).text
    assert read("a", "a.pdf", exported(letter(once))).text == "De brief\nis af €5 ⁴\n"


def test_a_page_whose_text_is_drawn_stays_as_it_is() -> None:
    data = pdf_of(page(at(72, 100, "Getekende tekst")))
    assert read("a", "a.pdf", exported(letter(data))).text == "Getekende tekst\n"


def test_the_outline_the_passages_and_the_title_go_along() -> None:
    with pikepdf.open(io.BytesIO(exported(letter(scan())))) as pdf:
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["De brief"]
        (note,) = pdf.pages[0].obj.Annots
        assert (str(note.Subtype), str(note.T)) == ("/Highlight", "jan")
        assert str(note.Contents).endswith(": let op")
        assert [float(n) for n in note.Rect] == pytest.approx([44, HEIGHT - 42, 84, HEIGHT - 30])
        with pdf.open_metadata() as about:
            assert about["dc:title"] == "Een brief"


def test_highlights_can_be_left_out() -> None:
    with pikepdf.open(io.BytesIO(exported(letter(scan()), highlights="no"))) as pdf:
        assert "/Annots" not in pdf.pages[0].obj


def test_the_same_letter_makes_the_same_file() -> None:
    data = scan()
    assert exported(letter(data)) == exported(letter(data))


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "JPEG"])
@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_picture_becomes_a_page_with_the_corrected_words(kind: str, mode: str) -> None:
    if (kind, mode) == ("JPEG", "1"):
        pytest.skip("JPEG has no black and white")
    picture = sheet((WIDTH, HEIGHT), mode="L")
    if mode == "RGB":
        picture = Image.merge("RGB", (picture, picture, picture.point(lambda dot: min(dot, 200))))
    data = saved(picture.convert(mode), kind)
    made = exported(letter(data))
    came = read("a", "a.pdf", made)
    assert came.text == "De brief\nis af €5 ⁴\n"
    assert (came.layouts[0].width, came.layouts[0].height) == (WIDTH, HEIGHT)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        image = pdf.pages[0].obj.Resources.XObject["/Page"]
        assert isinstance(image, pikepdf.Stream)
        if kind == "JPEG":
            assert image.read_raw_bytes() == data  # as it is
        else:
            shown_ = pikepdf.PdfImage(image).as_pil_image()
            assert shown_.convert("RGB").tobytes() == picture.convert(mode).convert("RGB").tobytes()


def test_all_pictures_of_a_parcel_become_pages() -> None:
    data = pack({f"b-{n}.png": saved(sheet((WIDTH, HEIGHT), (n, n, 50 + n, 60)), "PNG") for n in (1, 2, 3)})
    one = letter(data)
    layouts = [replace(one.layouts()[0], number=n, source_page=n - 1) for n in (1, 2, 3)]
    layouts[1:] = [replace(layout, words=()) for layout in layouts[1:]]
    with pikepdf.open(io.BytesIO(exported(replace(one, layouts=lambda: layouts)))) as pdf:
        assert ["/Page" in page.obj.Resources.XObject for page in pdf.pages] == [True] * 3


def test_a_picture_that_lies_on_its_side_is_shown_upright() -> None:
    lying = sheet((HEIGHT, WIDTH), (0, 0, 40, 20), "L")  # its mark at the top left
    one = letter(saved(lying, "JPEG"))
    layouts = [replace(one.layouts()[0], flags=turn_flags(90))]
    made = exported(replace(one, layouts=lambda: layouts))
    seen = shown(made, scale=1.0)
    assert seen.size == (WIDTH, HEIGHT)
    assert seen.getpixel((WIDTH - 10, 20)) == pytest.approx(0, abs=30)  # now at the top right


def test_a_page_without_a_picture_is_empty_and_keeps_its_words() -> None:
    one = letter(saved(sheet((WIDTH, HEIGHT)), "PNG"))
    layouts = [replace(one.layouts()[0], source_page=7)]
    made = exported(replace(one, layouts=lambda: layouts), highlights="no")
    assert "De brief" in said(made)[0]
    assert shown(made).getextrema() == (255, 255)


def test_a_damaged_picture_is_said() -> None:
    with pytest.raises(UserError, match=r"Een brief.*cannot be opened"):
        exported(letter(saved(sheet(), "PNG")[:60]))


def test_a_source_that_is_no_pdf_is_left_out_and_told() -> None:
    one = letter(b"platte tekst")
    assert list(PDF.pieces([one], ExportContext(CODEBOOK))) == []
    assert PDF.leaves_out is not None
    assert [each.times for each in PDF.leaves_out(one, ExportContext(CODEBOOK))] == [1]


def test_a_damaged_source_is_said() -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        exported(letter(b"%PDF-1.4\nkapot"))


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize(
    "data", [scan(90), saved(sheet(), "PNG"), saved(sheet(), "JPEG")], ids=["PDF", "PNG", "JPEG"]
)
def test_qpdf_finds_nothing_wrong(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(exported(letter(data)))
    command = ["qpdf", "--check", str(tmp_path / "a.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
