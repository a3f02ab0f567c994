"""The lines of a paragraph become one; what stands on its own line on paper keeps it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import About, Letter, Section
from annotator.core.in_force import InForce
from annotator.core.page_layout import Furniture
from annotator.core.text import Span
from annotator.exporters import reflow


def reflowed(letter: Letter) -> str:
    """Reflow a letter whose codebook has tags for letterhead and signature."""
    return reflow.reflowed(letter, {"letterhead", "signature"})


def letter(text: str, *sections: tuple[str, str, str]) -> Letter:
    """Make a letter with sections given by the text they start at, their heading and their tag."""
    rows = {f"s{n}": Section(f"s{n}", 1, tag) for n, (_, _, tag) in enumerate(sections)}
    points = {f"s{n}": text.index(start) for n, (start, _, _) in enumerate(sections)}
    found = {f"s{n}": text.index(heading) for n, (_, heading, _) in enumerate(sections) if heading}
    spans = {uid: Span(at, at + len(sections[int(uid[1:])][1])) for uid, at in found.items()}
    return Letter(text, text, About("a"), sections=rows, spans=spans, points=points)


def test_lines_are_joined_and_paragraphs_stay_apart() -> None:
    assert reflowed(letter("een\ntwee \n\n\n drie\nvier\n")) == "een twee\n\ndrie vier\n"


def test_a_heading_keeps_its_line() -> None:
    text = "einde.\nIrak\nDe Ministers\nspraken.\n"
    assert reflowed(letter(text, ("Irak", "Irak", "topic"))) == "einde.\n\nIrak\n\nDe Ministers spraken.\n"


def test_a_heading_of_two_lines_becomes_one() -> None:
    text = "Letter of\nIntent\nEn marge\n"
    assert (
        reflowed(letter(text, ("Letter", "Letter of\nIntent", "topic"))) == "Letter of Intent\n\nEn marge\n"
    )


def test_a_heading_that_runs_on_stays_in_its_paragraph() -> None:
    assert reflowed(letter("Irak. De\nMinisters\n", ("Irak", "Irak", "topic"))) == "Irak. De Ministers\n"


def test_a_section_without_a_heading_starts_a_paragraph() -> None:
    assert reflowed(letter("een\ntwee\n", ("een", "", ""), ("twee", "", ""))) == "een\n\ntwee\n"


def test_a_section_that_starts_behind_the_spaces_of_its_line() -> None:
    assert reflowed(letter("een\n twee\n", ("een", "", ""), ("twee", "", ""))) == "een\n\ntwee\n"


def test_a_section_inside_the_text_of_a_paragraph_does_not_split_a_line() -> None:
    assert reflowed(letter("een twee\ndrie", ("een", "", ""), ("twee", "", ""))) == "een twee drie\n"


@pytest.mark.parametrize("tag", ["signature", "letterhead"])
def test_addresses_and_names_keep_their_lines(tag: str) -> None:
    text = "slot\nvan de brief.\n\nDe Minister,\n  A. de Vries\n"
    expected = "slot van de brief.\n\nDe Minister,\n  A. de Vries\n"
    assert reflowed(letter(text, ("slot", "", ""), ("De Min", "", tag))) == expected


@pytest.mark.parametrize("hyphen", ["\u00ad", "\u00ac", "\u2e17"])
def test_a_soft_hyphen_at_a_line_end_joins(hyphen: str) -> None:
    text = f"verplich{hyphen}\ntingen aan\u00adgaan\n"
    assert reflowed(letter(text)) == "verplichtingen aan\u00adgaan\n"


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_another_hyphen_at_a_line_end_stays_and_joins(hyphen: str) -> None:
    assert reflowed(letter(f"verplich{hyphen}\ntingen\n")) == f"verplich{hyphen}tingen\n"


def test_a_hyphen_that_was_not_decided_keeps_its_sign_and_loses_its_break() -> None:
    assert reflowed(letter("de secretaris-\ngeneraal\n")) == "de secretaris-generaal\n"


def test_a_part_left_out_keeps_its_space() -> None:
    assert reflowed(letter("land-\nen tuinbouw\n")) == "land- en tuinbouw\n"


def test_a_dash_is_no_hyphen() -> None:
    assert reflowed(letter("Europa -\nook Nederland\n")) == "Europa - ook Nederland\n"


def test_items_keep_their_lines() -> None:
    assert reflowed(letter("Het gaat om:\n- een\ndeel;\n- twee.\n")) == "Het gaat om:\n- een deel;\n- twee.\n"


def test_a_dash_in_the_middle_of_a_sentence_is_no_item() -> None:
    assert reflowed(letter("de inzet\n- zoals gezegd - blijft\n")) == "de inzet - zoals gezegd - blijft\n"


def test_footnotes_are_paragraphs() -> None:
    assert (
        reflowed(letter("tekst¹\n¹ Een noot\nloopt door.\n² Twee.\n"))
        == "tekst¹\n\n¹ Een noot loopt door.\n\n² Twee.\n"
    )


def test_no_break_spaces_stay() -> None:
    assert reflowed(letter("28\u00a0676\nnr.\u00a0347\n")) == "28\u00a0676 nr.\u00a0347\n"


def test_an_empty_text_stays_empty() -> None:
    assert reflowed(letter("")) == ""


@given(st.text(st.sampled_from("ab\u00eb-.;: \n\n\t¹\u00a0\u2028"), max_size=80))
def test_nothing_but_white_space_changes(text: str) -> None:
    assert "".join(reflowed(letter(text)).split()) == "".join(text.split())


def with_furniture(text: str, *stretches: str) -> Letter:
    found = tuple(Furniture(text.index(s), text.index(s) + len(s), "foot") for s in stretches)
    return Letter(text, text, About("a"), furniture=found)


def test_a_paragraph_goes_on_behind_furniture() -> None:
    text = "De bezet-\n\nPagina 1 van 2\nDatum 3 mei\n\nting van\nde stad.\n"
    assert reflowed(with_furniture(text, "Pagina 1 van 2", "Datum 3 mei")) == "De bezet-ting van de stad.\n"


def test_a_sentence_that_ended_at_the_page_ends_its_paragraph() -> None:
    text = "De stad.\n\nPagina 1 van 2\nhet land.\n"
    assert reflowed(with_furniture(text, "Pagina 1 van 2")) == "De stad.\n\nhet land.\n"


def test_furniture_that_was_corrected_stays_furniture() -> None:
    ocr, text = "De stad\nPaglna 1\nis groot.\n", "De stad\nPagina 1\nis groot.\n"
    row = InForce(8, 14, "Pagina")
    letter = Letter(ocr, text, About("a"), (row,), furniture=(Furniture(8, 16, "page_number"),))
    assert reflowed(letter) == "De stad is groot.\n"
