"""A margin column that was run together with the text is found, and read on its own."""

from __future__ import annotations

from annotator.importers.layout.assembling import assemble
from annotator.recognition.engine import ReadLine, ReadWord
from annotator.recognition.margins import margin_beside, without
from annotator.recognition.models import Recognition
from annotator.recognition.recogniser import Recogniser
from tests.recognition.drawing import drawn, needs_engine, put

WIDTH, HEIGHT = 1000.0, 1400.0


def line(top: float, *words: tuple[str, float, float]) -> ReadLine:
    made = tuple(ReadWord(text, 90.0, left, top, right, top + 20) for text, left, right in words)
    return ReadLine(made, (words[0][1], top + 18, words[-1][2], top + 18), 20.0, False)


def text(top: float) -> ReadLine:
    return line(top, ("Geachte", 100, 300), ("voorzitter", 320, 600))


def both(top: float, word: str) -> ReadLine:
    return line(top, ("Geachte", 100, 300), ("voorzitter", 320, 600), (word, 750, 820))


def test_a_column_beside_the_text_is_found_with_the_lines_that_stand_alone() -> None:
    lines = [text(100), both(200, "Datum"), text(230), both(260, "19 juni"), line(290, ("Kenmerk", 752, 850))]
    box = margin_beside(lines, WIDTH, HEIGHT)
    assert box is not None
    left, top, right, bottom = box.of(WIDTH, HEIGHT)
    assert 600 < left <= 750 and right == WIDTH
    assert 120 < top < 200 and 310 < bottom < 400
    kept, place = without(lines, (left, top, right, bottom))
    assert [[word.text for word in one.words] for one in kept] == [["Geachte", "voorzitter"]] * 4
    assert place == 1  # the column goes where its first line stood


def test_a_line_across_ends_the_column() -> None:
    across = line(230, ("over", 100, 500), ("heel de breedte", 520, 900))
    lines = [both(200, "Datum"), across, both(260, "19 juni"), both(290, "Kenmerk")]
    assert margin_beside(lines, WIDTH, HEIGHT) is None
    lines = [across, both(260, "19 juni"), both(290, "Kenmerk"), both(320, "2021")]
    box = margin_beside(lines, WIDTH, HEIGHT)
    assert box is not None and box.top * HEIGHT >= 250


def test_words_far_apart_and_few_lines_are_no_column() -> None:
    assert margin_beside([both(200, "Datum"), both(230, "19 juni"), text(260)], WIDTH, HEIGHT) is None
    ragged = [
        line(top, ("een", 100, 200), ("twee", left, left + 60))
        for top, left in ((1, 600), (40, 660), (80, 720))
    ]
    assert margin_beside(ragged, WIDTH, HEIGHT) is None
    assert margin_beside([], WIDTH, HEIGHT) is None


@needs_engine
def test_small_print_beside_the_text_is_read_apart() -> None:
    body = ["Hierbij bied ik u het verslag", "van de vergadering over de", "visserij in de Noordzee aan."]
    page = drawn(body * 2, size=(440, 200))
    for row, small in enumerate(["Onze referentie", "visserij", "Uw brief van", "twaalf maart", "Bijlagen"]):
        put(page, [small], points=8, left=330, top=50 + 18 * row)
    made, _ = Recogniser(Recognition()).page(page, 440, 200)
    read = assemble([made])
    margin = " ".join(read.text[f.start : f.end] for f in read.furniture if f.kind == "margin").split()
    assert " ".join(margin) == "Onze referentie visserij Uw brief van twaalf maart Bijlagen"
    assert "\n".join(body) in read.text
