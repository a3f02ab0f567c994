"""A reading of which some pages are those of another one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.page_layout import Furniture, LineStyle, PageLayout, WordBox, WordReading
from annotator.session.transfer.some_pages import with_pages
from annotator.storage.kept_readings import ReadSource


def reading(*pages: str) -> ReadSource:
    """A reading with a word a page, which is furniture; the furniture of all pages is one stretch."""
    text = "".join(f"{page}\n" for page in pages)
    starts, layouts, lines = list[int](), list[PageLayout](), list[LineStyle]()
    for number, page in enumerate(pages, 1):
        start = sum(len(before) + 1 for before in pages[: number - 1])
        end = start + len(page)
        starts.append(start)
        box, read = WordBox(start, end, 1, 2, 3, 4), WordReading(start, end, 50.0, (page.upper(),))
        layouts.append(PageLayout(number, number - 1, 100, 100, (box,), (page,), (read,)))
        lines.append(LineStyle(start, end))
    whole = (Furniture(0, len(text) - 1, "margin"),)
    return ReadSource("brief.pdf", "", b"", text, tuple(starts), tuple(layouts), whole, tuple(lines))


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 5), st.integers(1, 5)), min_size=1), st.data()
)
def test_each_page_is_that_of_the_one_or_the_other_with_all_that_stands_on_it(
    pages: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    numbers = data.draw(st.sets(st.integers(1, len(pages))))
    ours = reading(*(sign * count for sign, count, _ in pages))
    theirs = reading(*(sign.upper() * count for sign, _, count in pages))
    made = with_pages(ours, theirs, numbers)
    chosen = [
        sign.upper() * other if number in numbers else sign * count
        for number, (sign, count, other) in enumerate(pages, 1)
    ]
    wanted = reading(*chosen)
    assert (made.text, made.page_starts, tuple(made.lines)) == (
        wanted.text,
        wanted.page_starts,
        tuple(wanted.lines),
    )
    assert [replace(layout, source_page=0) for layout in made.layouts] == [
        replace(layout, source_page=0) for layout in wanted.layouts
    ]
    for stretch, page, start in zip(made.furniture, chosen, made.page_starts, strict=True):
        assert made.text[stretch.start : stretch.end].rstrip("\n") == page and stretch.start == start


def test_all_pages_of_a_reading_as_they_are_are_that_reading() -> None:
    ours = reading("een", "twee")
    assert with_pages(ours, reading("EEN", "TWEE"), ()).text == ours.text
