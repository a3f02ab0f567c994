"""PAGE of all versions becomes a letter, whatever level its text stands at."""

from __future__ import annotations

import pytest

from annotator.importers.interface import ImportedLetter
from annotator.importers.ocr_files.letters import read
from tests.ocr_making import page_file, page_xml, rows

YEARS = ("2010-03-19", "2013-07-15", "2016-07-15", "2017-07-15", "2018-07-15", "2019-07-15", "2024-07-15")
COORDS = "<Coords points='300,300 900,300 900,340 300,340'/>"


def imported(data: bytes) -> ImportedLetter:
    return read("a.xml", "a.xml", data)


def equiv(text: str, more: str = "") -> str:
    return f"<TextEquiv {more}><Unicode>{text}</Unicode></TextEquiv>"


def line(text: str, top: int = 300, custom: str = "", more: str = "") -> str:
    coords = f"<Coords points='300,{top} 900,{top} 900,{top + 40} 300,{top + 40}'/>"
    return f"<TextLine custom='{custom}'>{coords}{more}{equiv(text) if text else ''}</TextLine>"


def region(name: str, *lines: str, more: str = "") -> str:
    return f"<TextRegion id='{name}' {more}>{''.join(lines)}</TextRegion>"


def pages(one: bytes, other: bytes) -> bytes:
    """A file with the pages of two."""
    page = other[other.index(b"<Page ") : other.index(b"</PcGts>")]
    return one.replace(b"</PcGts>", page + b"</PcGts>")


def furniture(letter: ImportedLetter) -> list[tuple[str, str]]:
    return [(letter.text[f.start : f.end], f.kind) for f in letter.furniture]


@pytest.mark.parametrize("year", YEARS)
def test_words_of_every_version_are_read(year: str) -> None:
    letter = imported(page_xml([rows("Geachte voorzitter,"), rows("Hierbij bied ik\nu aan", top=420)], year))
    assert letter.text == "Geachte voorzitter,\n\nHierbij bied ik\nu aan\n"
    assert len(letter.layouts[0].words) == 7
    assert {reading.confidence for reading in letter.layouts[0].readings} == {96.0}
    assert letter.warnings == ()


def test_outlines_of_points_before_2013_are_places() -> None:
    points = "".join(f"<Point x='{x}' y='{y}'/>" for x, y in ((300, 300), (440, 300), (440, 340), (300, 340)))
    word = f"<Word><Coords>{points}</Coords>{equiv('Geachte')}</Word>"
    letter = imported(page_file(region("r", f"<TextLine>{word}</TextLine>"), "2010-03-19"))
    (box,) = letter.layouts[0].words
    assert (box.left, box.right) == (pytest.approx(72, abs=0.1), pytest.approx(105.6, abs=0.1))


def test_words_of_a_line_without_words_share_its_place_by_their_lengths() -> None:
    letter = imported(page_file(region("r", line("de voorzitter"))))
    one, two = letter.layouts[0].words
    assert (one.left, two.right) == (pytest.approx(72, abs=0.1), pytest.approx(216, abs=0.1))
    assert (two.right - two.left) / (one.right - one.left) == pytest.approx(5)


def test_text_of_a_region_is_kept_without_places() -> None:
    letter = imported(page_file(region("r", COORDS, equiv("Geachte voorzitter,\n\nHierbij\nbied ik"))))
    assert letter.text == "Geachte voorzitter,\n\nHierbij\nbied ik\n"
    assert letter.layouts[0].words == ()
    assert "does not say where 5 of its words" in str(letter.warnings[0])


def test_text_of_a_region_has_the_places_of_its_lines_where_they_fit() -> None:
    letter = imported(page_file(region("r", line(""), line("", 360), equiv("Geachte\nheer"))))
    assert letter.text == "Geachte\nheer\n"
    assert len(letter.layouts[0].words) == 2


def test_words_have_the_blanks_of_their_line() -> None:
    words = "".join(f"<Word>{equiv(word)}</Word>" for word in ("Kamer", ".", "De"))
    assert imported(page_file(region("r", line("Kamer. De", more=words)))).text == "Kamer. De\n"


def test_where_a_line_says_something_else_its_words_are_taken_and_it_is_said() -> None:
    words = f"<Word>{equiv('Kamer')}</Word>"
    letter = imported(page_file(region("r", line("Kanner", more=words))))
    assert letter.text == "Kamer\n"
    assert "1 line that says something else than its words" in str(letter.warnings[0])


def test_a_line_whose_words_lack_text_is_read_whole() -> None:
    words = f"<Word>{equiv('Kamer')}</Word><Word></Word>"
    assert imported(page_file(region("r", line("Kamer van", more=words)))).text == "Kamer van\n"


def test_words_of_signs_alone_are_read() -> None:
    glyphs = "".join(f"<Glyph>{equiv(sign)}</Glyph>" for sign in "van")
    assert imported(page_file(region("r", line("", more=f"<Word>{glyphs}</Word>")))).text == "van\n"


def test_other_texts_of_a_word_are_other_readings() -> None:
    texts = equiv("modem", "index='2'") + equiv("modern", "index='1' conf='0.4'")
    word = f"<Word>{texts}</Word>"
    letter = imported(page_file(region("r", f"<TextLine>{COORDS}{word}</TextLine>")))
    assert letter.text == "modern\n"
    (reading,) = letter.layouts[0].readings
    assert (reading.confidence, reading.others) == (40.0, ("modem",))


def test_other_texts_of_a_line_are_other_readings_of_its_words() -> None:
    two = equiv("de modern", "index='0' conf='0.5'") + equiv("de modem", "index='1'")
    letter = imported(page_file(region("r", f"<TextLine>{COORDS}{two}</TextLine>")))
    assert [reading.others for reading in letter.layouts[0].readings] == [(), ("modem",)]


def test_plain_text_is_taken_where_there_is_no_other() -> None:
    made = f"<TextLine>{COORDS}<TextEquiv><PlainText>Kamer</PlainText><Unicode/></TextEquiv></TextLine>"
    assert imported(page_file(region("r", made))).text == "Kamer\n"


ORDER = (
    "<ReadingOrder><OrderedGroup id='g'><RegionRefIndexed index='1' regionRef='a'/>"
    "<OrderedGroupIndexed id='h' index='0' regionRef='t'><RegionRefIndexed index='0' regionRef='t2'/>"
    "<RegionRefIndexed index='1' regionRef='t1'/></OrderedGroupIndexed></OrderedGroup></ReadingOrder>"
)


def test_the_reading_order_counts_and_what_it_leaves_out_comes_behind() -> None:
    cells = region("t1", line("drie", 900)) + region("t2", line("twee", 800))
    table = f"<TableRegion id='t'>{cells}</TableRegion>"
    content = ORDER + region("x", line("los")) + region("a", line("een", 500)) + table
    assert imported(page_file(content)).text.split() == ["twee", "drie", "een", "los"]


def test_without_a_reading_order_the_file_has_it() -> None:
    content = region("a", line("onder", 900)) + region("b", line("boven", 300))
    assert imported(page_file(content)).text.split() == ["onder", "boven"]


def test_a_region_that_is_not_there_is_counted() -> None:
    order = (
        "<ReadingOrder><UnorderedGroup id='g'><RegionRef regionRef='weg'/><RegionRef regionRef='a'/>"
        "</UnorderedGroup></ReadingOrder>"
    )
    letter = imported(page_file(order + region("a", line("een"))))
    assert "names 1 part in its reading order" in str(letter.warnings[0])


def test_numbers_of_transkribus_order_lines_and_regions() -> None:
    content = region(
        "b",
        line("vier", 560, "readingOrder {index:1;}"),
        line("drie", 500, "readingOrder {index:0;}"),
        more="custom='readingOrder {index:1;}'",
    ) + region("a", line("twee"), more="custom='readingOrder {index:0;}'")
    assert imported(page_file(content)).text.split() == ["twee", "drie", "vier"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("type='header'", "head"),
        ("type='footer'", "foot"),
        ("type='page-number'", "page_number"),
        ("type='marginalia'", "margin"),
        ("type='catch-word'", "foot"),
        ("custom='structure {type:marginalia;}'", "margin"),
        ("custom='structure {type:RunningTitleZone;}'", "head"),
        ("custom='structure {type:MarginTextZone#1;}'", "margin"),
        ("type='paragraph'", ""),
        ("type='heading'", ""),
    ],
)
def test_types_of_regions_say_what_is_furniture(said: str, kind: str) -> None:
    content = region("a", line("Hierbij", 900)) + region("b", line("zelf", 1400), more=said)
    assert furniture(imported(page_file(content))) == ([("zelf", kind)] if kind else [])


def test_a_line_may_have_a_type_of_its_own() -> None:
    content = region("a", line("Hierbij", 900), line("12", 1400, "structure {type:page-number;}"))
    assert furniture(imported(page_file(content))) == [("12", "page_number")]


def test_a_heading_at_the_edge_of_each_page_is_no_running_head() -> None:
    one = region("a", line("Inleiding", 100), more="type='heading'") + region("b", line("Hierbij", 900))
    letter = imported(pages(page_file(one), page_file(one)))
    assert (len(letter.page_starts), letter.furniture) == (2, ())


def test_what_is_not_typed_goes_through_the_finder() -> None:
    def one(number: int) -> bytes:
        return page_file(
            region("a", line(f"Pagina {number} van 2", 3400)) + region("b", line("Hierbij", 900))
        )

    letter = imported(pages(one(1), one(2)))
    assert [kind for _, kind in furniture(letter)] == ["page_number", "page_number"]


def test_raised_digits_of_transkribus_are_signs_of_their_own() -> None:
    style = "textStyle {offset:7; length:1;superscript:true;}"
    assert imported(page_file(region("r", line("nr. 3474 ", custom=style)))).text == "nr. 347⁴\n"


@pytest.mark.parametrize(
    ("said", "width"),
    [
        ("imageXResolution='150' imageResolutionUnit='PPI'", 1190.4),
        ("imageXResolution='118.11' imageResolutionUnit='PPCM'", 595.2),
        ("imageXResolution='1' imageResolutionUnit='PPI'", 595.2),
        ("imageXResolution='x'", 595.2),
    ],
)
def test_the_resolution_says_how_large_a_page_is(said: str, width: float) -> None:
    data = page_file(region("r", line("een"))).replace(b"imageHeight", said.encode() + b" imageHeight")
    assert imported(data).layouts[0].width == pytest.approx(width, abs=0.5)


def test_turned_regions_are_read_along_their_lines() -> None:
    coords = "<Coords points='300,500 340,500 340,1000 300,1000'/>"
    content = region("r", f"<TextLine>{coords}{equiv('de voorzitter')}</TextLine>", more="orientation='90'")
    one, two = imported(page_file(content)).layouts[0].words
    assert one.top > two.top


def test_lines_without_text_are_counted() -> None:
    letter = imported(page_file(region("r", line("een"), line("", 900))))
    assert [str(warning) for warning in letter.warnings] == [
        "a.xml has 1 line without text, which was left out."
    ]
