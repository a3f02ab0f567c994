"""What a letter tells of itself: its passages, sections, pages, values and lines, at their places."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from annotator.core.document import Letter, Page, Passage, Section, Stamp, Value, new_letter, new_uid, now
from annotator.core.in_force import InForce
from annotator.core.page_layout import Furniture
from annotator.core.text import Span

STAMP = Stamp("jan", "2026-03-02T09:00:00.000Z")
TEXT = "eerste regel\ntweede regel\nderde regel\n"


def letter(text: str = TEXT, pages: tuple[int, ...] = (0,)) -> Letter:
    return new_letter(text, pages, "Letter", STAMP)


def outlined(*sections: tuple[str, int, int]) -> Letter:
    """Return a letter with sections of these uids, levels and starts."""
    rows = {uid: Section(uid, level) for uid, level, _ in sections}
    return replace(letter(), sections=rows, points={uid: start for uid, _, start in sections})


def test_a_new_letter_is_one_proposed_section_and_its_pages() -> None:
    made = letter(pages=(0, 13))
    (section,) = made.sections.values()
    assert (section.state, section.tag, section.level, made.points[section.uid]) == ("proposed", "", 1, 0)
    assert made.pages == {"page:1": Page("page:1", 1, 0), "page:2": Page("page:2", 2, 13)}
    assert (made.text, made.ocr_text, made.about.title, made.about.status) == (TEXT, TEXT, "Letter", "todo")


def test_passages_come_in_reading_order_the_outer_ones_first() -> None:
    rows = {
        uid: Passage(uid, "tag", made_at=made_at)
        for uid, made_at in (("d", ""), ("b", "2"), ("a", "2"), ("c", "1"))
    }
    spans = {"a": Span(3, 6), "b": Span(3, 6), "c": Span(3, 6), "d": Span(3, 9)}
    made = replace(letter(), passages={**rows, "e": Passage("e", "tag")}, spans={**spans, "e": Span(0, 1)})
    assert [passage.uid for _, passage in made.placed_passages()] == ["e", "d", "c", "a", "b"]


def test_sections_partition_the_text_and_end_with_their_subsections() -> None:
    made = outlined(("a", 1, 0), ("b", 2, 5), ("c", 3, 9), ("d", 2, 13), ("e", 1, 26))
    found = {s.section.uid: (s.position, s.start, s.end, s.subtree_end) for s in made.placed_sections()}
    end = len(TEXT)
    assert found == {
        "a": (0, 0, 5, 26),
        "b": (1, 5, 9, 13),
        "c": (2, 9, 13, 13),
        "d": (3, 13, 26, 26),
        "e": (4, 26, end, end),
    }


def test_a_section_has_its_heading() -> None:
    made = replace(outlined(("a", 1, 0), ("b", 1, 13)), spans={"b": Span(13, 19)})
    assert [s.heading for s in made.placed_sections()] == [None, Span(13, 19)]


@pytest.mark.parametrize(("offset", "uid"), [(0, "a"), (12, "a"), (13, "b"), (99, "b")])
def test_the_section_at_a_place(offset: int, uid: str) -> None:
    found = outlined(("a", 1, 0), ("b", 1, 13)).section_at(offset)
    assert found is not None
    assert found.section.uid == uid


def test_before_the_first_section_there_is_none() -> None:
    assert outlined(("a", 1, 5)).section_at(4) is None


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (12, 1), (13, 2), (25, 2), (26, 3), (99, 3)])
def test_the_page_at_a_place(offset: int, page: int) -> None:
    assert letter(pages=(0, 13, 26)).page_at(offset) == page


def test_a_place_before_all_pages_is_on_the_first() -> None:
    assert letter(pages=(5,)).page_at(2) == 1


def test_pages_are_counted_not_spelt() -> None:
    starts = tuple(range(0, 33, 3))
    assert letter(pages=starts).page_starts() == list(starts)


def test_the_values_of_a_field_come_by_position() -> None:
    rows = [
        Value("a", "country", 1, "x", "x"),
        Value("b", "country", 0, "y", "y"),
        Value("c", "subject", 0, "z", "z"),
    ]
    made = replace(letter(), values={row.uid: row for row in rows})
    assert [value.uid for value in made.values_of("country")] == ["b", "a"]


def corrected() -> Letter:
    """Return a letter whose first two lines became one and whose last grew by a line."""
    rows = (InForce(12, 13, " "), InForce(26, 31, "vierde\nen vijfde"))
    return replace(letter(), text="eerste regel tweede regel\nvierde\nen vijfde regel\n", corrections=rows)


def test_corrections_have_their_place_in_the_text() -> None:
    made = corrected()
    assert [made.text[start:end] for start, end in made.correction_spans()] == [" ", "vierde\nen vijfde"]


def test_lines_have_the_numbers_of_the_lines_of_the_ocr_text() -> None:
    assert corrected().line_numbers() == [1, 3, 3, 4]


def test_furniture_stands_where_its_text_stands_now() -> None:
    made = replace(corrected(), furniture=(Furniture(32, 37, "margin"),))
    ((span, kind),) = made.furniture_spans()
    assert (made.text[span.start : span.end], kind) == ("regel", "margin")
    assert letter().furniture_spans() == []


def test_no_two_uids_are_the_same() -> None:
    assert len({new_uid() for _ in range(100)}) == 100


def test_a_moment_is_written_with_milliseconds_in_utc() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", now())
