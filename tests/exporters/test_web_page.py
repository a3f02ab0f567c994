"""A letter as a web page: well-formed, whole, and what it says is data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from annotator.core.codebook import Codebook
from annotator.core.document import About, Letter, Passage, Section, Value
from annotator.core.text import Span, clean
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.web_page import HTML
from annotator.exporters.xml_text import fit_for_xml
from tests.storage.making import CODEBOOK

TEXT = "Irak\nDe motie¹ is af.\n\n- een\n- twee\n\nJaar     Bedrag\n2019     12\n\n¹ Kamerstuk <b>&.\n"


def letter(text: str = TEXT, title: str = "Een brief") -> Letter:
    passages = {"p0": Passage("p0", CODEBOOK.passage_tags[0].id, note="let op")}
    sections = {"s0": Section("s0", 1)}
    spans = {"p0": Span(5, min(13, len(text))), "s0": Span(0, 4)}
    return Letter(
        text, text, About(title), passages=passages, sections=sections, spans=spans, points={"s0": 0}
    )


def page(one: Letter, book: Codebook = CODEBOOK, **context: str | Mapping[str, str]) -> str:
    whole = ExportLetter(1, "u", one, "brief.pdf", "ab", "", "")
    [piece] = HTML.pieces([whole], ExportContext(book, **context))  # type: ignore[arg-type]
    return piece.data.decode()


def body(one: Letter) -> html.HtmlElement:
    return html.document_fromstring(page(one))


def test_it_has_headings_lists_rows_and_notes() -> None:
    made = body(letter())
    assert [one.text_content() for one in made.xpath("//main//h2")] == ["Irak"]
    assert [one.text_content() for one in made.xpath("//main//li")] == ["- een", "- twee"]
    assert [one.text_content() for one in made.xpath("//main//td")] == ["Jaar", "Bedrag", "2019", "12"]
    assert made.xpath("//p[@id='note-0']")[0].text_content() == "1 Kamerstuk <b>&. ↩"
    assert made.xpath("//a[@role='doc-noteref']/@href") == ["#note-0"]


def test_a_passage_says_its_tag_and_note_once() -> None:
    made = body(letter())
    name = CODEBOOK.passage_tags[0].name("nl")
    assert [one.text_content() for one in made.xpath("//main//*[@class='tag']")] == [f"[{name}: let op]"]
    assert name in made.xpath("//footer")[0].text_content()


def test_every_link_leads_somewhere() -> None:
    made = body(letter())
    ids = made.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in made.xpath("//a/@href")} <= set(ids)


def test_nothing_comes_from_elsewhere_and_nothing_runs() -> None:
    text = "<script>alert(1)</script> <img src=x onerror=y>\n"
    made = body(Letter(text, text, About('Een "<i>titel</i>"')))
    assert made.xpath("//script | //img | //i | //*[@src] | //link") == []
    assert "<script>alert(1)</script>" in made.xpath("//main")[0].text_content()


def test_what_is_proposed_is_said() -> None:
    one = letter()
    proposed = replace(one, passages={"p0": replace(one.passages["p0"], state="proposed")})
    assert "(voorstel)" in page(proposed)
    assert "(proposed)" in page(proposed, language="en")


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_makes_a_page_that_says_it(text: str, title: str) -> None:
    text, title = clean(text), " ".join(clean(title).split())
    made = page(Letter(text, text, About(title)))
    said = etree.fromstring(made.removeprefix("<!DOCTYPE html>").encode())
    assert said.find("head/title").text in (fit_for_xml(title), None)


def test_signs_that_no_page_can_hold_are_told() -> None:
    assert HTML.leaves_out is not None
    one = ExportLetter(1, "u", letter("een\x01twee\n"), "", "", "", "")
    assert [omission.times for omission in HTML.leaves_out(one, ExportContext(CODEBOOK))] == [1]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_names_its_parts_in_the_language(language: str) -> None:
    assert {"nl": "Bronbestand", "en": "Source file"}[language] in page(letter(), language=language)


def test_several_values_of_a_field_have_its_name_once() -> None:
    rows = [Value(f"v{n}", "subject", n, said, said) for n, said in enumerate(("dijken", "havens"))]
    made = body(replace(letter(), values={row.uid: row for row in rows}))
    assert [(one.tag, one.text_content()) for one in made.xpath("//header//dl/*")] == [
        ("dt", "Subject"),
        ("dd", "dijken"),
        ("dd", "havens"),
    ]
