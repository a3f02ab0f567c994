"""Bold and slanted lines are told from their strokes."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from annotator.importers.layout.assembling import assemble
from annotator.recognition.engine import ReadLine, ReadWord
from annotator.recognition.models import Recognition
from annotator.recognition.recogniser import Recogniser
from annotator.recognition.type_marks import marks_of
from tests.recognition.drawing import drawn, needs_engine

HIGH = 40  # pixels between two lines
TEXT = "Hierbij het verslag van de visserij"


def page_of(*kinds: str) -> tuple[Image.Image, list[ReadLine]]:
    """Return lines of a text, each plain, bold, slanted or small, and as they would be read."""
    image = Image.new("L", (900, HIGH * len(kinds) + 20), 255)
    lines = []
    for row, kind in enumerate(kinds):
        points = 18 if kind == "small" else 28
        font = ImageFont.load_default(points)
        strip = Image.new("L", (900, HIGH), 255)
        draw = ImageDraw.Draw(strip)
        draw.text((40, 2), TEXT, fill=0, font=font, stroke_width=1 if kind == "bold" else 0)
        if kind == "slanted":
            strip = strip.transform(
                strip.size,
                Image.Transform.AFFINE,
                (1, 0.2, -4, 0, 1, 0),
                Image.Resampling.BICUBIC,
                fillcolor=255,
            )
        top = 10 + row * HIGH
        image.paste(strip, (0, top))
        wide = 40 + draw.textlength(TEXT, font)
        word = ReadWord(TEXT, 90, 36, top, wide + 8, top + HIGH - 2)
        lines.append(ReadLine((word,), (40, top + 30, wide, top + 30), float(points), False))
    return image, lines


def marks(*kinds: str) -> list[tuple[bool, bool]]:
    image, lines = page_of(*kinds)
    return marks_of(image, lines, [line.height for line in lines])


def test_a_bold_line_is_told_from_the_text() -> None:
    assert [bold for bold, _ in marks("plain", "bold", "plain", "plain")] == [False, True, False, False]


def test_a_slanted_line_is_told_from_upright_ones() -> None:
    assert [slanted for _, slanted in marks("plain", "slanted", "plain", "bold")] == [
        False,
        True,
        False,
        False,
    ]


def test_small_print_is_held_against_its_like() -> None:
    assert [bold for bold, _ in marks("plain", "plain", "plain", "small", "small", "small")] == [False] * 6


@pytest.mark.parametrize("kinds", [(), ("bold",), ("bold", "bold")])
def test_few_lines_tell_nothing(kinds: tuple[str, ...]) -> None:
    assert [bold for bold, _ in marks(*kinds)] == [False] * len(kinds)


@needs_engine
def test_a_bold_line_of_a_scan_is_bold_in_the_letter() -> None:
    page = drawn(
        ["Geachte voorzitter,", "", "Hierbij het verslag van de", "vergadering over de", "visserij."]
    )
    font = ImageFont.load_default(12 * 150 / 72)
    ImageDraw.Draw(page).text((75, 48 * 150 / 72 + 37), "Over de vangst", fill=0, font=font, stroke_width=1)
    made, _ = Recogniser(Recognition()).page(page, 420, 300)
    read = assemble([made])
    assert [read.text[line.start : line.end] for line in read.lines if line.bold] == ["Over de vangst"]
