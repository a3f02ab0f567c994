"""ALTO of all versions becomes a letter: words, places, sureness, order, hyphens, furniture."""

from __future__ import annotations

import pytest

from annotator.importers.interface import ImportedLetter
from annotator.importers.ocr_files.letters import read
from tests.ocr_making import Row, alto, rows

SPACES = (
    "http://schema.ccs-gmbh.com/ALTO",
    "http://www.loc.gov/standards/alto/ns-v2#",
    "http://www.loc.gov/standards/alto/ns-v3#",
    "http://www.loc.gov/standards/alto/ns-v4#",
    "https://example.org/someone-else",
    "",
)


def imported(data: bytes) -> ImportedLetter:
    return read("a.xml", "a.xml", data)


def page(content: str, attributes: str = "WIDTH='2480' HEIGHT='3508'", before: str = "") -> bytes:
    """ALTO with this content of its page."""
    return (
        "<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'><Description><MeasurementUnit>pixel"
        f"</MeasurementUnit></Description>{before}<Layout><Page {attributes}>{content}</Page></Layout></alto>"
    ).encode()


def string(text: str, left: int = 300, top: int = 300, more: str = "", content: str = "") -> str:
    place = f"HPOS='{left}' VPOS='{top}' WIDTH='{20 * len(text)}' HEIGHT='40'"
    return f"<String CONTENT='{text}' {place} {more}>{content}</String>"


def line(*strings: str) -> str:
    return f"<TextLine>{''.join(strings)}</TextLine>"


def block(*lines: str, attributes: str = "") -> str:
    return f"<TextBlock {attributes}>{''.join(lines)}</TextBlock>"


def readings(letter: ImportedLetter) -> list[tuple[str, float, tuple[str, ...]]]:
    found = [reading for layout in letter.layouts for reading in layout.readings]
    return [(letter.text[r.start : r.end], r.confidence, r.others) for r in found]


@pytest.mark.parametrize("space", SPACES)
def test_words_of_every_version_are_read_in_lines_and_paragraphs(space: str) -> None:
    letter = imported(
        alto([rows("Geachte voorzitter,"), rows("Hierbij bied ik\nu aan", top=420)], space=space)
    )
    assert letter.text == "Geachte voorzitter,\n\nHierbij bied ik\nu aan\n"
    assert letter.warnings == ()


@pytest.mark.parametrize(("unit", "dots"), [("mm10", 254), ("inch1200", 1200), ("pixel", 300)])
def test_places_are_in_points(unit: str, dots: int) -> None:
    scale = dots / 300
    row = Row("Geachte", round(300 * scale), round(300 * scale), round(40 * scale))
    letter = imported(alto([[row]], unit=unit, size=(round(2480 * scale), round(3508 * scale))))
    layout = letter.layouts[0]
    assert (layout.width, layout.height) == (pytest.approx(595.2, abs=0.5), pytest.approx(841.9, abs=0.5))
    (word,) = layout.words
    assert (word.left, word.top) == (pytest.approx(72, abs=0.3), pytest.approx(72, abs=0.3))


def test_without_a_known_unit_a_page_is_as_high_as_a4() -> None:
    letter = imported(alto([rows("Geachte")], size=(4000, 5000)))
    assert letter.layouts[0].height == pytest.approx(841.9, abs=0.1)


def test_without_a_size_the_words_say_how_large_the_page_is() -> None:
    letter = imported(page(block(line(string("Geachte"), string("heer", 2000, 3000))), attributes=""))
    layout = letter.layouts[0]
    assert max(layout.width, layout.height) == pytest.approx(841.9, abs=0.1)
    assert all(0 < word.left < word.right < layout.width for word in layout.words)


def test_each_page_has_its_start() -> None:
    letter = imported(alto([rows("Een")], [rows("Twee")]))
    assert (letter.text, letter.page_starts) == ("Een\nTwee\n", (0, 4))


@pytest.mark.parametrize(("said", "kept"), [("0.5", 50.0), ("1", 100.0), ("87", 87.0), ("x", -1), ("-2", -1)])
def test_how_sure_a_word_is_runs_to_a_hundred(said: str, kept: float) -> None:
    letter = imported(page(block(line(string("de", more=f"WC='{said}'")))))
    assert readings(letter) == ([("de", kept, ())] if kept >= 0 else [])


def test_alternatives_and_variants_of_signs_are_other_readings() -> None:
    glyphs = (
        "<Glyph CONTENT='r'><Variant CONTENT='t' VC='0.2'/></Glyph>"
        "<Glyph CONTENT='n'><Variant CONTENT='m' VC='0.4'/></Glyph>"
    )
    letter = imported(page(block(line(string("rn", content=f"<ALTERNATIVE>rm</ALTERNATIVE>{glyphs}")))))
    assert readings(letter) == [("rn", -1.0, ("rm", "tn"))]


@pytest.mark.parametrize("hyphen", ["-", "", "\u00ad", "\u00ac"])
def test_a_hyphen_that_is_printed_stands_at_the_line_end(hyphen: str) -> None:
    first = string("ver", more="SUBS_TYPE='HypPart1' SUBS_CONTENT='verslag'")
    second = string("slag", top=360, more="SUBS_TYPE='HypPart2' SUBS_CONTENT='verslag'")
    hyp = f"<HYP CONTENT='{hyphen}' HPOS='360' VPOS='310' WIDTH='14'/>"
    assert imported(page(block(line(first, hyp), line(second)))).text == "ver-\nslag\n"


def test_a_hyphen_that_only_the_halves_tell_of_is_there_too() -> None:
    first = string("ver", more="SUBS_TYPE='HypPart1' SUBS_CONTENT='verslag'")
    assert imported(page(block(line(first), line(string("slag", top=360))))).text == "ver-\nslag\n"


def test_a_hyphen_is_not_doubled() -> None:
    first = string("ver-", more="SUBS_TYPE='HypPart1'")
    assert imported(page(block(line(first, "<HYP CONTENT='-'/>")))).text == "ver-\n"


def test_signs_that_touch_a_word_belong_to_it() -> None:
    letter = imported(page(block(line(string("Kamer"), string(".", 400)))))
    assert letter.text == "Kamer.\n"
    (word,) = letter.layouts[0].words
    assert letter.text[word.start : word.end] == "Kamer."


def test_a_raised_number_is_no_part_of_a_number() -> None:
    line_ = line(string("347"), string("4", 360, more="STYLE='superscript'"))
    assert imported(page(block(line_))).text == "347⁴\n"


def test_the_margins_of_a_page_are_furniture_and_stand_where_they_stand_on_paper() -> None:
    spaces = (
        f"<TopMargin>{block(line(string('Tweede'), string('Kamer', 500)))}</TopMargin>"
        f"<BottomMargin>{block(line(string('3', top=3400)))}</BottomMargin>"
        f"<PrintSpace>{block(line(string('Hierbij', top=600)))}</PrintSpace>"
    )
    letter = imported(page(spaces))
    assert letter.text == "Tweede Kamer\n\nHierbij\n\n3\n"
    said = [(letter.text[f.start : f.end], f.kind) for f in letter.furniture]
    assert said == [("Tweede Kamer", "head"), ("3", "foot")]


def test_a_letterhead_in_the_upper_margin_belongs_to_the_letter() -> None:
    head = block(*(line(string(f"Regel{n}", top=100 + 60 * n)) for n in range(6)))
    letter = imported(page(f"<TopMargin>{head}</TopMargin><PrintSpace>{block()}</PrintSpace>"))
    assert letter.furniture == ()


def test_labels_say_what_is_furniture() -> None:
    tags = "<Tags><OtherTag ID='t1' LABEL='MarginTextZone:note'/><LayoutTag ID='t2' LABEL='x'/></Tags>"
    blocks = block(line(string("kenmerk")), attributes="TAGREFS='t2 t1'") + block(
        line(string("Hierbij", top=900))
    )
    letter = imported(page(blocks, before=tags))
    assert [(letter.text[f.start : f.end], f.kind) for f in letter.furniture] == [("kenmerk", "margin")]


def test_the_order_is_that_of_the_file() -> None:
    letter = imported(alto([rows("rechts", 1500), rows("links", 300)]))
    assert letter.text.split() == ["rechts", "links"]
    assert letter.layouts[0].flags == ()


def test_idnext_says_which_block_is_next() -> None:
    blocks = (
        block(line(string("een")), attributes="ID='a' IDNEXT='c'")
        + block(line(string("drie", top=900)), attributes="ID='b'")
        + block(line(string("twee", top=1500)), attributes="ID='c' IDNEXT='b'")
    )
    assert imported(page(blocks)).text.split() == ["een", "twee", "drie"]


def test_a_circle_of_blocks_loses_none() -> None:
    blocks = block(line(string("een")), attributes="ID='a' IDNEXT='b'") + block(
        line(string("twee", top=900)), attributes="ID='b' IDNEXT='a'"
    )
    assert imported(page(blocks)).text.split() == ["een", "twee"]


def test_the_reading_order_of_a_file_counts() -> None:
    order = (
        "<ReadingOrder><OrderedGroup ID='g'><ElementRef ID='r1' REF='b'/><ElementRef ID='r2' REF='weg'/>"
        "<ElementRef ID='r3' REF='a'/></OrderedGroup></ReadingOrder>"
    )
    blocks = block(line(string("een")), attributes="ID='a'") + block(
        line(string("twee", top=900)), attributes="ID='b'"
    )
    letter = imported(page(blocks, before=order))
    assert letter.text.split() == ["twee", "een"]
    assert [str(warning) for warning in letter.warnings] == [
        "a.xml names 1 part in its reading order that is not there."
    ]


def test_blocks_within_blocks_are_read() -> None:
    composed = f"<ComposedBlock><ComposedBlock>{block(line(string('diep')))}</ComposedBlock></ComposedBlock>"
    assert imported(page(f"<PrintSpace>{composed}</PrintSpace>")).text == "diep\n"


def test_bold_and_size_are_kept_for_lines() -> None:
    styles = (
        "<Styles><TextStyle ID='f1' FONTSIZE='10'/>"
        "<TextStyle ID='f2' FONTSIZE='20' FONTSTYLE='bold italics'/></Styles>"
    )
    blocks = block(line(string("Kop")), attributes="STYLEREFS='f2'") + block(
        *(line(string("Hierbij", top=600 + 60 * n)) for n in range(5)), attributes="STYLEREFS='f1'"
    )
    head, *others = imported(page(blocks, before=styles)).lines
    assert (head.bold, head.italic) == (True, True)
    assert not any(each.bold or each.italic for each in others)
    assert head.size == pytest.approx(2 * others[0].size)


def test_text_that_is_turned_is_read_along_its_lines() -> None:
    strings = [
        f"<String CONTENT='{word}' HPOS='300' VPOS='{top}' WIDTH='40' HEIGHT='140'/>"
        for word, top in (("Geachte", 1000), ("heer", 840))
    ]
    letter = imported(page(block(line(*strings), attributes="ROTATION='90'")))
    assert letter.text == "Geachte heer\n"
    assert letter.layouts[0].words[0].top > letter.layouts[0].words[1].top


def test_words_without_a_place_get_one_between_the_others() -> None:
    letter = imported(page(block(line(string("een"), "<String CONTENT='twee'/>", string("drie", 600)))))
    one, two, three = letter.layouts[0].words
    assert one.right <= two.left < two.right <= three.left


def test_a_file_without_places_has_its_text_and_says_so() -> None:
    letter = imported(page(block(line("<String CONTENT='een'/><SP/><String CONTENT='twee'/>"))))
    assert letter.text == "een twee\n"
    assert letter.layouts[0].words == ()
    assert "does not say where 2 of its words stand" in str(letter.warnings[0])


def test_elements_of_others_are_named_where_they_hold_text() -> None:
    letter = imported(page(block(line(string("een"), "<Noot>van mij</Noot>", "<Leeg/>"))))
    assert letter.text == "een\n"
    assert [str(w) for w in letter.warnings] == [
        "a.xml has 1 element with text that its format does not know (<Noot>), left out here."
    ]


def test_text_is_in_the_form_that_the_model_keeps() -> None:
    assert (
        imported(page(block(line(string("Belgie\u0308"), string("\ufb01ne", 600))))).text == "België fine\n"
    )
