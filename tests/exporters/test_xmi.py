"""Letters for UIMA: read back by cassis with the type system that goes along."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from annotator.core.codebook import Codebook
from annotator.core.document import About, Letter, Passage
from annotator.core.text import Span
from annotator.exporters import ExportContext, ExportLetter
from annotator.exporters.xmi import (
    DIVISION,
    ENTITY,
    HEADING,
    PASSAGE,
    SECTION,
    SENTENCE,
    TOKEN,
    TYPE_SYSTEM,
    VALUE,
    XMI,
)

cassis = pytest.importorskip("cassis")


def read_back(one: ExportLetter, layers: str = "own") -> Any:
    context = ExportContext(Codebook("b", {}), chosen={"layers": layers})
    files = {piece.name: piece.data for piece in XMI.pieces([one], context)}
    types = cassis.load_typesystem(io.BytesIO(files.pop(TYPE_SYSTEM)))
    [data] = files.values()
    return cassis.load_cas_from_xmi(io.BytesIO(data), typesystem=types)


def test_what_a_letter_has_comes_back_with_its_words(example: ExportLetter) -> None:
    cas = read_back(example)
    letter = example.letter
    assert cas.sofa_string == letter.text
    [passage] = cas.select(PASSAGE)
    assert (passage.get_covered_text(), passage.tag) == (letter.quote("passage-1"), "position")
    assert (passage.note, passage.state, passage.analyst) == ("zie ook 2019", "confirmed", "anna")
    assert [(each.level, each.tag) for each in cas.select(SECTION)] == [(1, "introduction"), (1, None)]
    assert [each.get_covered_text() for each in cas.select(HEADING)] == ["Irak"]
    assert {(each.field, each.value, each.get_covered_text()) for each in cas.select(VALUE)} == {
        ("letter_date", "2020-10-22", "22 oktober 2020"),
        ("signatory.name", "A. de Vries", "A. de Vries"),
    }


def test_with_layers_of_inception_passages_are_entities(example: ExportLetter) -> None:
    cas = read_back(example, "inception")
    letter = example.letter
    assert [(each.value, each.get_covered_text()) for each in cas.select(ENTITY)] == [
        ("position", letter.quote("passage-1"))
    ]
    assert [(each.divType, each.id) for each in cas.select(DIVISION)] == [
        ("introduction", "level 1"),
        (None, "level 1"),
    ]
    assert not list(cas.select(PASSAGE))


def test_words_and_sentences_cover_the_text(example: ExportLetter) -> None:
    cas = read_back(example)
    words = [each.get_covered_text() for each in cas.select(TOKEN)]
    assert "".join(words) == "".join(example.letter.text.split())
    sentences = [each.get_covered_text() for each in cas.select(SENTENCE)]
    assert "".join("".join(sentences).split()) == "".join(words)
    assert "België steunt de motie." in sentences


@pytest.mark.parametrize("text", ["🦆🦆 Irak\n", "a\u00a0b\t🦆 <Irak> & \"c\" 'd'\n", "\x01🦆\ufffe Irak\n"])
def test_signs_beyond_the_basic_plane_and_of_xml_shift_nothing(text: str) -> None:
    at = text.index("Irak")
    passages = {"p": Passage("p", "country")}
    letter = Letter(text, text, About("x"), passages=passages, spans={"p": Span(at, at + 4)})
    cas = read_back(ExportLetter(1, "u", letter, "b.txt", "", "", ""))
    [passage] = cas.select(PASSAGE)
    assert passage.get_covered_text() == "Irak"
    assert len(cas.sofa_string) == len(text)


def told(one: ExportLetter, layers: str) -> dict[str, int]:
    assert XMI.leaves_out is not None
    context = ExportContext(Codebook("b", {}), chosen={"layers": layers})
    return {str(each.what): each.times for each in XMI.leaves_out(one, context)}


def test_what_layers_lack_is_told(example: ExportLetter) -> None:
    assert told(example, "own")["values without evidence in the text are left out"] == 1
    known = told(example, "inception")
    assert known["values of the form are left out"] == 3
    assert known["notes are left out"] == 2
    assert known["what is only proposed is not marked so"] == 1
    assert not any("control" in what for what in known)
    odd = replace(example, letter=replace(example.letter, text="\x01"))
    assert any("control" in what for what in told(odd, "own"))
