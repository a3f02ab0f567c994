"""Lines that a file states stay as it has them; what it does not state is found as in PDFs."""

from __future__ import annotations

import pytest

from annotator.importers.layout.assembling import Assembled, assemble
from annotator.importers.layout.words import PageWord, RawPage, StatedLine


def line(text: str, left: float = 72, top: float = 100, **stated: object) -> StatedLine:
    words, at = [], left
    for word in text.split():
        words.append(PageWord(word, at, top, at + 6 * len(word), top + 10, 10))
        at += 6 * (len(word) + 1)
    return StatedLine(tuple(words), **stated)  # type: ignore[arg-type]


def nowhere(text: str, **stated: object) -> StatedLine:
    words = tuple(PageWord(word, 0, 0, 0, 0, 0) for word in text.split())
    return StatedLine(words, **stated)  # type: ignore[arg-type]


def made(*lines: StatedLine) -> Assembled:
    return assemble([RawPage(595, 842, lines=lines)])


def test_the_order_of_the_file_stays_and_is_not_remarked_on() -> None:
    found = made(line("rechts", 400), line("onder", 72, 300), line("boven", 72, 100))
    assert found.text.split() == ["rechts", "onder", "boven"]
    assert found.layouts[0].flags == ()


def test_furniture_that_is_stated_goes_where_furniture_goes() -> None:
    found = made(line("tekst", top=400), line("kop", top=40, kind="head"), line("voet", top=800, kind="foot"))
    assert found.text.split() == ["kop", "tekst", "voet"]
    assert [(found.text[f.start : f.end], f.kind) for f in found.furniture] == [
        ("kop", "head"),
        ("voet", "foot"),
    ]
    assert found.prose.strip() == "tekst"


def test_what_is_stated_to_be_text_is_no_furniture() -> None:
    pages = [RawPage(595, 842, lines=(line("Verslag", top=40, kind=""),)) for _ in range(3)]
    assert assemble(pages).furniture == ()


@pytest.mark.parametrize(("left", "blank"), [(72, False), (90, True)])
def test_a_stated_paragraph_counts_where_one_can_see_it(left: float, blank: bool) -> None:
    rows = [line("een regel", top=100 + 12 * n) for n in range(4)]
    found = made(*rows, line("nieuw", left, 148, block=1))
    assert ("\n\nnieuw" in found.text) is blank


def test_lines_without_a_place_have_no_boxes_and_part_by_their_paragraphs() -> None:
    found = made(nowhere("een twee"), nowhere("drie"), nowhere("vier", block=1), line("vijf", block=2))
    assert found.text == "een twee\ndrie\n\nvier\n\nvijf\n"
    assert [found.text[w.start : w.end] for w in found.layouts[0].words] == ["vijf"]


def test_lines_without_a_place_do_not_hide_a_page_number() -> None:
    pages = [
        RawPage(595, 842, lines=(nowhere("Hierbij"), line(f"Pagina {number} van 2", top=20)))
        for number in (1, 2)
    ]
    assert [each.kind for each in assemble(pages).furniture] == ["page_number", "page_number"]


def test_levels_of_headings_are_kept() -> None:
    assert [each.level for each in made(line("Kop", level=2), line("tekst", top=300)).lines] == [2, 0]
