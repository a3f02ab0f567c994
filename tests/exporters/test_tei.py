"""TEI: both texts can be had back from it, sign by sign, whatever was done to the letter."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotator.core.codebook import Codebook
from annotator.core.document import About, Letter, Page, Passage, Section, Value
from annotator.core.in_force import InForce
from annotator.core.page_layout import FURNITURE_KINDS, Furniture
from annotator.core.text import Span, clean
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.tei import TEI
from annotator.exporters.xml_text import fit_for_xml
from benchmarks.big_project import kamerbrief_codebook

BOOK: Codebook = kamerbrief_codebook()
SECTION, PASSAGE = BOOK.section_tags[0].id, BOOK.passage_tags[0].id
NS = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
PIECES = (
    "Duits-\nland",
    "De motie",
    "zes",
    " ",
    "\n",
    "\n\n",
    "\n  \n",
    " \n",
    "¹ ",
    "\n¹ Kamerstuk",
    "😀",
    "<&>",
    "\t",
)


def made(letter: Letter, **context: str) -> bytes:
    one = ExportLetter(7, "uid-7", letter, "brief.pdf", "ab", "", "")
    [piece] = TEI.pieces([one], ExportContext(BOOK, made_at="2026-03-02T10:11:12Z", **context))  # type: ignore[arg-type]
    assert piece.name.endswith(".tei.xml")
    return piece.data


def root(letter: Letter, **context: str) -> etree._Element:
    return etree.fromstring(made(letter, **context))


def text_of(body: etree._Element, without: str) -> str:
    """The text of a body, without one of the two readings: as the page on the format says."""
    said = []

    def walk(element: etree._Element) -> None:
        if element.tag == NS + "lb":
            said.append("\n")
        if element.tag != NS + without:
            said.append((element.text or "").replace("\n", ""))
            for child in element:
                walk(child)
                said.append((child.tail or "").replace("\n", ""))

    walk(body)
    return "".join(said).replace("\n", "", 1)  # the first line begins with no break


def anchors(body: etree._Element) -> dict[str, int]:
    """Where the anchors stand in the corrected text."""
    found = {}
    for anchor in body.iter(NS + "anchor"):
        anchor.text = "\ue000"
        found[anchor.get(XML_ID)] = text_of(body, "sic").index("\ue000")
        anchor.text = None
    return found


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    ocr = clean("".join(draw(st.lists(st.sampled_from(PIECES), max_size=25))))
    chance = random.Random(draw(st.integers(0, 1 << 30)))
    corrections, at, pieces = [], 0, []
    while at < len(ocr) and chance.random() < 0.8:
        start = min(len(ocr), at + chance.randrange(1, 9))
        end = min(len(ocr), start + chance.randrange(0, 7))
        after = "".join(chance.choices(("", "a", "ë", " ", "\n", "\n\n", "¹", "<"), k=chance.randrange(4)))
        if ocr[start:end] != after:
            corrections.append(
                InForce(
                    start,
                    end,
                    after,
                    "word",
                    "typed",
                    "",
                    chance.choice(("jan", "piet", "")),
                    "2026-02-01T00:00:00.123Z",
                )
            )
            pieces += [ocr[at:start], after]
            at = end
        else:
            break
    text = "".join([*pieces, ocr[at:]])

    def place() -> int:
        return chance.randint(0, len(text))

    def span() -> Span:
        return Span(*sorted((place(), place())))

    passages = {
        f"p{n}": Passage(f"p{n}", PASSAGE, "let <op>", chance.choice(("confirmed", "proposed")), "jan")
        for n in range(chance.randrange(4))
    }
    sections = {
        f"s{n}": Section(
            f"s{n}",
            chance.randint(1, 3),
            chance.choice(("", SECTION)),
            chance.choice(("confirmed", "confirmed", "proposed")),
        )
        for n in range(chance.randrange(4))
    }
    values = {
        f"v{n}": Value(f"v{n}", BOOK.value_fields()[0].id, n, "x", "x") for n in range(chance.randrange(3))
    }
    spans = {
        uid: span() for uid in (*passages, *values, *sections) if chance.random() < 0.8 or uid in passages
    }
    points = {uid: place() for uid in sections}
    for uid in sections:
        if chance.random() < 0.6:
            spans[uid] = Span(points[uid], min(len(text), points[uid] + chance.randrange(8)))
    starts = sorted(place() for _ in range(chance.randrange(3)))
    pages = {f"page:{n}": Page(f"page:{n}", n, 0) for n, _ in enumerate(starts, 1)}
    points |= {f"page:{n}": start for n, start in enumerate(starts, 1)}
    furniture = []
    edge = 0
    while edge < len(ocr) and chance.random() < 0.6:
        start = chance.randint(edge, len(ocr))
        edge = chance.randint(start, len(ocr))
        furniture.append(Furniture(start, edge, chance.choice(FURNITURE_KINDS)))
    return Letter(
        ocr,
        text,
        About("Een <titel>", note="en"),
        tuple(corrections),
        passages,
        sections,
        values,
        {},
        pages,
        spans,
        points,
        tuple(furniture),
    )


@given(letters())
def test_both_texts_can_be_had_back(letter: Letter) -> None:
    body = root(letter).find(f"{NS}text/{NS}body")
    assert text_of(body, "sic") == letter.text
    assert text_of(body, "corr") == letter.ocr_text


@given(letters())
def test_passages_and_evidence_stand_where_they_stand(letter: Letter) -> None:
    made = root(letter)
    at = anchors(made.find(f"{NS}text/{NS}body"))
    said = {
        span.get("n") or span.get("ana"): (at[span.get("from")[1:]], at[span.get("to")[1:]])
        for span in made.iter(NS + "span")
    }
    spans = [letter.spans[uid] for uid in (*letter.passages, *letter.values) if uid in letter.spans]
    assert sorted(said.values()) == sorted(map(tuple, spans))
    assert all(said[uid] == tuple(letter.spans[uid]) for uid in letter.passages)


@given(letters())
def test_sections_are_divisions_in_each_other(letter: Letter) -> None:
    divisions = [each for each in root(letter).iter(NS + "div") if each.get("n")]
    placed = [each for each in letter.placed_sections() if each.section.state == "confirmed"]
    assert [int(each.get("n")) for each in divisions] == [each.section.level for each in placed]
    for division in divisions:
        above = division.getparent()
        assert above.tag == NS + "body" or int(above.get("n")) < int(division.get("n"))


@given(letters())
def test_every_reference_leads_somewhere(letter: Letter) -> None:
    made = root(letter)
    ids = [str(each) for each in made.xpath("//@xml:id")]
    assert len(ids) == len(set(ids))
    for name in ("ana", "resp", "change", "who", "from", "to", "target"):
        assert {str(each).removeprefix("#") for each in made.xpath(f"//@{name}")} <= set(ids)


@given(letters())
def test_furniture_is_told_apart(letter: Letter) -> None:
    body = root(letter).find(f"{NS}text/{NS}body")
    said = "".join(text_of(each, "sic") for each in body.iter(NS + "fw")).replace("\n", "")
    stretches, at = [], 0
    for span, _ in sorted(letter.furniture_spans()):
        stretches.append(letter.text[max(at, span.start) : span.end])
        at = max(at, span.end)
    assert said.replace(" ", "").replace("\t", "") == "".join(stretches).replace("\n", "").replace(
        " ", ""
    ).replace("\t", "")


OCR = """Ministerie van Defensie

Irak
De motíe¹ over Belgié en Duits-
land is af. De minister gaat

Pagina 1 van 2

hier op in.

¹ Kamerstuk 28676, nr. 3.
"""


def example() -> Letter:
    """A letter with one of everything, of which the page on the format has its example."""
    text = OCR.replace("motíe", "motie").replace("Belgié", "België")

    def at(words: str) -> int:
        return OCR.index(words)

    corrections = tuple(
        InForce(
            at(before),
            at(before) + len(before),
            after,
            "word",
            origin,
            "",
            "jan",
            f"2026-02-01T09:3{n}:00.000Z",
        )
        for n, (before, after, origin) in enumerate(
            [("motíe", "motie", "suggestion"), ("Belgié", "België", "typed")]
        )
    )
    return Letter(
        OCR,
        text,
        About("Verslag"),
        corrections,
        {
            "p": Passage("p", "country", "buurland", analyst="jan"),
            "q": Passage("q", "country", "", "proposed"),
        },
        {"s": Section("s", 1, "topic", analyst="jan"), "t": Section("t", 1, "", "proposed")},
        {"v": Value("v", "letter_date", 0, "2021-11-09", "9 november 2021")},
        pages={"page:1": Page("page:1", 1, 0), "page:2": Page("page:2", 2, at("hier"))},
        spans={
            "p": Span(at("Belgié"), at("Belgié") + 6),
            "q": Span(at("Irak"), at("Irak") + 4),
            "s": Span(at("Irak"), at("Irak") + 4),
        },
        points={"s": at("Irak"), "t": at("hier"), "page:1": 0, "page:2": at("hier")},
        furniture=(Furniture(at("Pagina"), at("Pagina") + 14, "page_number"),),
    )


def test_a_paragraph_goes_on_behind_the_end_of_a_page() -> None:
    made = root(example())
    [paragraph] = [each for each in made.iter(NS + "p") if each.findall(NS + "pb")]
    assert paragraph.find(NS + "fw").get("type") == "pageNum"
    assert "".join(paragraph.itertext()).split()[-3:] == ["hier", "op", "in."]


def test_a_correction_says_who_made_it_and_when() -> None:
    made = root(example())
    corr = made.find(f".//{NS}corr")
    by_id = {each.get(XML_ID): each for each in made.iter() if each.get(XML_ID)}
    assert by_id[corr.get("resp")[1:]].text == "jan"
    change = by_id[corr.get("change")[1:]]
    assert (change.get("when"), change.get("who")) == ("2026-02-01T09:30:00.000Z", corr.get("resp"))


def test_headings_notes_and_broken_words_are_told() -> None:
    made = root(example())
    assert ["".join(each.itertext()).strip() for each in made.iter(NS + "head")] == ["Irak"]
    [note] = made.iterfind(f".//{NS}body//{NS}note")
    assert note.get("n") == "1"
    [mark] = made.iter(NS + "ref")
    assert (mark.text, mark.get("target")) == ("¹", f"#{note.get(XML_ID)}")
    assert [each.tail.strip() for each in made.iter(NS + "lb") if each.get("break") == "no"] == [
        "land is af. De minister gaat"
    ]


def test_the_form_is_in_the_header() -> None:
    header = root(example()).find(f"{NS}teiHeader")
    assert [each.get("when") for each in header.iter(NS + "date")] == ["2021-11-09"] * 2
    assert [each.get("type") for each in header.iter(NS + "term")] == ["letter_date"]


def test_what_is_proposed_is_said() -> None:
    letter = example()
    groups = {each.get("type"): len(each) for each in root(letter).iter(NS + "spanGrp")}
    assert groups == {"passages": 1, "proposed-passages": 1}
    assert TEI.leaves_out is not None
    one = ExportLetter(1, "u", replace(letter, ocr_text="\x01" + letter.ocr_text), "", "", "", "")
    assert [omission.times for omission in TEI.leaves_out(one, ExportContext(BOOK))] == [1, 1]


def test_a_correction_over_a_paragraphs_end_stays_whole() -> None:
    letter = Letter(
        "een twee\n", "een\n\ntwee\n", About("a"), (InForce(3, 4, "\n\n", "space", "typed", "", "jan", ""),)
    )
    body = root(letter).find(f"{NS}text/{NS}body")
    assert (text_of(body, "sic"), text_of(body, "corr")) == (letter.text, letter.ocr_text)
    assert [text_of(each, "sic").strip() for each in body.iter(NS + "p")] == ["een", "twee"]


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_is_data(text: str, title: str) -> None:
    text = clean(text).replace("\r", "")
    body = root(Letter(text, text, About(title, note=title))).find(f"{NS}text/{NS}body")
    assert text_of(body, "sic") == fit_for_xml(text)
