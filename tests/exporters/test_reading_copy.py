"""A letter as people read it: all of its text, in blocks, with the places of what is tagged."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import About, Letter, Passage, Section
from annotator.core.text import Span
from annotator.exporters.reading_copy import Block, notes_of, reading_copy
from annotator.exporters.reflow import reflowed

KEPT = {"signature"}


def letter(text: str, *tagged: str, headings: tuple[str, ...] = ()) -> Letter:
    """Make a letter with a passage for each text, and a section of level 2 for each heading."""
    passages = {f"p{n}": Passage(f"p{n}", "t") for n in range(len(tagged))}
    sections = {f"s{n}": Section(f"s{n}", 2) for n in range(len(headings))}
    found = [(f"p{n}", quote) for n, quote in enumerate(tagged)]
    found += [(f"s{n}", heading) for n, heading in enumerate(headings)]
    spans = {uid: Span(text.index(quote), text.index(quote) + len(quote)) for uid, quote in found}
    points = {uid: spans[uid].start for uid in sections}
    return Letter(text, text, About("a"), passages=passages, sections=sections, spans=spans, points=points)


RAISED = str.maketrans("¹²", "12")


def said(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def test_headings_and_paragraphs() -> None:
    blocks = reading_copy(letter("Irak\nDe Ministers\nspraken.\n\nSlot.\n", headings=("Irak",)), KEPT)
    assert said(blocks) == [
        ("heading", "Irak"),
        ("paragraph", "De Ministers spraken."),
        ("paragraph", "Slot."),
    ]
    assert [block.level for block in blocks] == [2, 0, 0]
    assert [block.section for block in blocks] == ["s0"] * 3


def test_items_of_a_list() -> None:
    (lead, *items) = reading_copy(letter("Ik noem:\n- de eerste\n- de\ntweede\n"), KEPT)
    assert (lead.text, [(item.mark, item.text) for item in items]) == (
        "Ik noem:",
        [("-", "de eerste"), ("-", "de tweede")],
    )


def test_rows_of_a_table() -> None:
    blocks = reading_copy(letter("Jaar     Bedrag\n2019     12\n2020     14\n"), KEPT)
    assert said(blocks) == [("row", "Jaar\tBedrag"), ("row", "2019\t12"), ("row", "2020\t14")]


def test_a_passage_runs_on_over_a_line_break() -> None:
    (block,) = reading_copy(letter("De motie\nJansen is af.\n", "motie\nJansen"), KEPT)
    assert [(run.text, run.passages) for run in block.runs] == [
        ("De ", ()),
        ("motie", ("p0",)),
        (" ", ("p0",)),
        ("Jansen", ("p0",)),
        (" is af.", ()),
    ]


def test_passages_that_overlap() -> None:
    (block,) = reading_copy(letter("een twee drie vier\n", "een twee drie", "twee drie vier"), KEPT)
    assert [run.passages for run in block.runs] == [("p0",), ("p0", "p1"), ("p1",)]


def test_marks_know_their_notes() -> None:
    text = "Zie daar¹ en daar².\n\n¹ Kamerstuk 1.\n² Kamerstuk 2.\n\nBijlage¹ telt anders.\n\n¹ Zie hier.\n"
    blocks = reading_copy(letter(text), KEPT)
    notes = notes_of(blocks)
    marks = [(run.text, notes[run.note].text) for block in blocks for run in block.runs if run.note >= 0]
    assert marks == [("¹", "Kamerstuk 1."), ("²", "Kamerstuk 2."), ("¹", "Zie hier.")]


def test_a_raised_figure_without_a_note_is_no_mark() -> None:
    (block,) = reading_copy(letter("Er is 5 m² nodig.\n"), KEPT)
    assert [run.note for run in block.runs] == [-1]


WORDS = st.lists(
    st.sampled_from(
        ["een", "twee-", "drie.", "¹", "²", "-", "1.", "   ", "\t", "\n", "\n\n", "Vier", "vijf\u00ad"]
    ),
    max_size=25,
).map(" ".join)


@given(WORDS, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_nothing_is_lost_and_all_stands_where_it_says(text: str, places: list[tuple[int, int]]) -> None:
    spans = {f"p{n}": Span(*sorted(min(at, len(text)) for at in place)) for n, place in enumerate(places)}
    one = Letter(text, text, About("a"), passages={uid: Passage(uid, "t") for uid in spans}, spans=spans)
    blocks = reading_copy(one, KEPT)
    shown = "".join(block.mark + block.text for block in blocks).translate(RAISED)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", reflowed(one, KEPT)).translate(RAISED)
    for run in (run for block in blocks for cell in block.cells or (block.runs,) for run in cell):
        if run.start >= 0:
            assert text[run.start : run.end] == run.text
            assert run.passages == tuple(
                passage.uid
                for span, passage in one.placed_passages()
                if span.start <= run.start and run.end <= span.end and span.start < span.end
            )
