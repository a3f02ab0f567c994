"""Text that is not to be seen on the page is left out and told of; stamps stand apart from the text."""

from __future__ import annotations

import io

import pikepdf
import pytest

from annotator.importers.interface import ImportedLetter
from annotator.importers.pdf.attempts import CAREFUL
from annotator.importers.pdf.reading import job, read
from tests.pdf_making import At, Page, at, lines_at, page, pdf_of

PROSE = (
    "De versterking van de dijken langs de rivier vordert volgens de planning\n"
    "die ik u eerder heb toegezonden. In het zuiden is de helft gereed.\n"
    "De waterschappen hebben daarbij uitstekend met de gemeenten gewerkt.\n"
    "Over de bekostiging zijn wij nog met elkaar in gesprek; ik verwacht u in de\n"
    "zomer daarover nader te kunnen berichten. Ook de veiligheid heeft aandacht."
)


def drawn(content: str) -> ImportedLetter:
    """Return the letter of a page with this content; `[x y (text)]` stands for regular text of 11 points."""
    return read("a.pdf", "a.pdf", pdf_of(Page(raw=content.encode("cp1252"))))


def text(x: float, y: float, words: str, size: float = 11) -> str:
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


# Helvetica: `Gesproken met ` is 72.8 points wide at 11 points, `mevrouw Jansen` 76.4.
BAR = "q {colour} rg 144 697 78 13 re f Q\n"
SAID = text(72, 700, "Gesproken met mevrouw Jansen, hierover.")


def test_a_name_under_a_bar_does_not_come_in() -> None:
    letter = drawn(text(72, 730, "Verslag") + SAID + BAR.format(colour="0 0 0"))
    assert letter.text == "Verslag\n\nGesproken met , hierover.\n"
    assert letter.layouts[0].flags == ("typed", "hidden:3")
    assert "not to be seen on paper, the first on page 1: it was left out. Lines: 3." in str(
        letter.warnings[0]
    )
    assert len(letter.layouts[0].words) == 5


@pytest.mark.parametrize("colour", ["1 1 1", "0.5 0.5 0.5", "0.8 0 0"])
def test_bars_of_any_colour_hide(colour: str) -> None:
    assert drawn(SAID + BAR.format(colour=colour)).text == "Gesproken met , hierover.\n"


@pytest.mark.parametrize(
    "hiding",
    [
        BAR.format(colour="0 0 0") + SAID,  # black on black
        SAID + "q 13 w 144 703.5 m 222 703.5 l S Q\n",  # a thick line
        SAID + "q 78 0 0 13 144 697 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q\n",  # a picture
    ],
)
def test_other_ways_to_hide(hiding: str) -> None:
    assert drawn(hiding).text == "Gesproken met , hierover.\n"


@pytest.mark.parametrize(
    "under",
    [
        BAR.format(colour="0.8 0.8 0.8"),  # a shaded cell
        "q 1 1 1 rg 0 0 595 842 re f Q\n",  # the page's white
        "q 0.5 w 144 697 78 13 re S Q\n",  # a frame
        "q 0 0 0 rg 144 697 78 0.6 re f Q\n",  # a line under it
    ],
)
def test_what_lies_under_text_or_around_it_hides_nothing(under: str) -> None:
    assert drawn(under + SAID).text == "Gesproken met mevrouw Jansen, hierover.\n"
    assert drawn(under + SAID).layouts[0].flags == ("typed",)


def test_a_frame_and_a_line_drawn_after_the_text_hide_nothing() -> None:
    after = "q 0.5 w 144 697 78 13 re S 0 0 0 rg 144 697 78 0.6 re f Q\n"
    assert drawn(SAID + after).text == "Gesproken met mevrouw Jansen, hierover.\n"


def test_a_page_of_a_thousand_shapes_is_looked_at_as_well() -> None:
    shapes = "".join(f"q .5 g {300 + n % 40 * 5} {100 + n // 40 * 5} 4 4 re f Q\n" for n in range(1000))
    letter = drawn(SAID + text(72, 660, "Geheel te zien") + shapes + BAR.format(colour="0 0 0"))
    assert letter.text == "Gesproken met , hierover.\n\nGeheel te zien\n"


def test_white_text_is_read_on_a_dark_ground_alone() -> None:
    white = "q 1 1 1 rg\n" + text(72, 660, "Wit op wit") + text(150, 701, "mevrouw Jansen", 9) + "Q\n"
    letter = drawn(text(72, 720, "Verslag") + BAR.format(colour="0 0 0") + white)
    assert letter.text == "Verslag\n\nmevrouw Jansen\n"
    assert letter.layouts[0].flags == ("typed", "hidden:3")


@pytest.mark.parametrize("grey", [0.0, 0.5, 0.75])
def test_grey_text_is_seen(grey: float) -> None:
    assert drawn(f"q {grey} g\n" + SAID + "Q").layouts[0].flags == ("typed",)


def test_text_outside_the_page_does_not_come_in() -> None:
    letter = drawn(text(72, 700, "Binnen") + text(700, 600, "Buiten") + text(72, -40, "Eronder"))
    assert letter.text == "Binnen\n"
    assert letter.layouts[0].flags == ("typed", "hidden:1")


def test_text_that_is_not_drawn_is_read_over_a_picture_alone() -> None:
    not_drawn = "BT 3 Tr /F1 11 Tf 1 0 0 1 72 600 Tm (Gelezen) Tj ET\n"
    picture = "q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"
    assert drawn(text(72, 700, "Gedrukt") + not_drawn).text == "Gedrukt\n"
    assert drawn(picture + not_drawn).text == "Gelezen\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (SAID + BAR.format(colour="0 0 0"), "Gesproken met , hierover.\n"),
        (BAR.format(colour="0.8 0.8 0.8") + SAID, "Gesproken met mevrouw Jansen, hierover.\n"),
        (text(72, 700, "Gezien") + "q 1 g\n" + text(72, 600, "Wit op wit") + "Q", "Gezien\n"),
        ("q 1 1 1 rg 0 0 595 842 re f Q\n" + SAID, "Gesproken met mevrouw Jansen, hierover.\n"),
        (
            "q 0 0 0 rg 60 690 200 30 re f Q q 0 0 0 0 k\n" + text(72, 700, "Wit op zwart") + "Q",
            "Wit op zwart\n",
        ),
        (text(72, 700, "Binnen") + text(900, 700, "Buiten"), "Binnen\n"),
    ],
)
def test_the_careful_engine_tells_by_colours(content: str, expected: str) -> None:
    letter = job("a.pdf", "a.pdf", pdf_of(Page(raw=content.encode("cp1252"))), (), CAREFUL)
    assert letter.text == expected
    hides = "Jansen" not in expected and "zwart" not in expected
    assert any(flag.startswith("hidden") for flag in letter.layouts[0].flags) == hides


def test_the_careful_engine_keeps_what_was_read_in_a_picture_of_the_page() -> None:
    picture = "q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"
    content = picture + "q 1 g 3 Tr\n" + text(72, 600, "Gelezen") + text(72, 800, "In de marge") + "Q"
    data = pdf_of(Page(raw=content.encode("cp1252")))
    assert job("a.pdf", "a.pdf", data, (), CAREFUL).text == "In de marge\n\nGelezen\n"


def test_a_page_of_nothing_but_hidden_text_has_none() -> None:
    letter = drawn("q 1 1 1 rg\n" + text(72, 700, "Alles wit") + "Q")
    assert letter.text == "\n"
    assert "no_text" in letter.layouts[0].flags


def stamped(stamp: At, *more: At, first: bool = False) -> ImportedLetter:
    body = lines_at(72, 100, PROSE, 11)
    return read(
        "a.pdf", "a.pdf", pdf_of(page(*(([stamp, *more], body) if first else (body, [stamp, *more]))))
    )


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("y", [112.0, 120.0, 125.0])
@pytest.mark.parametrize("turn", [0, 90])
def test_a_stamp_across_the_text_stands_behind_it(y: float, turn: int, first: bool) -> None:
    letter = stamped(At(200, y, "VERTROUWELIJK", 28, turn), first=first)
    assert letter.text == f"{PROSE}\n\nVERTROUWELIJK\n"
    assert [(letter.text[f.start : f.end], f.kind) for f in letter.furniture] == [("VERTROUWELIJK", "stamp")]
    assert "across:7" in letter.layouts[0].flags


def test_a_watermark_on_the_slant_stands_behind_the_text() -> None:
    mark = "q .8 g BT /F1 60 Tf 0.7071 0.7071 -0.7071 0.7071 100 300 Tm (CONCEPT VERSIE) Tj ET Q\n"
    body = "".join(text(72, 740 - 14 * n, line) for n, line in enumerate(PROSE.split("\n")))
    for content in (mark + body, body + mark):
        letter = drawn(content)
        assert letter.text == f"{PROSE}\n\nCONCEPT VERSIE\n"
        assert [f.kind for f in letter.furniture] == ["stamp"]


def test_a_stamp_of_the_size_of_the_text_stands_behind_it() -> None:
    letter = stamped(At(200, 107, "ONTVANGEN 12 MEI 2019", 11))
    assert letter.text == f"{PROSE}\n\nONTVANGEN 12 MEI 2019\n"


@pytest.mark.parametrize("text_of_line", ["Naam: ..............", "Naam: ______________"])
def test_what_is_filled_in_over_dots_is_no_stamp(text_of_line: str) -> None:
    letter = read(
        "a.pdf", "a.pdf", pdf_of(page(at(72, 100, text_of_line), at(104, 99, "Willem de Vries", 14)))
    )
    assert letter.furniture == ()


def test_large_headings_and_initials_stay_in_the_text() -> None:
    body = lines_at(72, 140, PROSE, 11)
    letter = read(
        "a.pdf", "a.pdf", pdf_of(page(at(72, 118, "VERSLAG OVER DE DIJKEN", 28), body, at(40, 164, "D", 40)))
    )
    assert letter.furniture == ()


def with_more(
    content: str,
    *,
    layer_off: bool | None = None,
    form: str = "",
    form_on_layer: bool = False,
    compressed: bool = False,
) -> ImportedLetter:
    """Read a page with more drawn on it; with a layer `L` that is off or on, and a form `F` with a content.

    With `form_on_layer` the form itself says that it is on the layer, not what draws it.
    """
    with pikepdf.open(io.BytesIO(pdf_of(page(at(72, 100, "Dit staat er.", 12))))) as pdf:
        if layer_off is not None:
            layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="laag"))
            off = pikepdf.Array([layer] if layer_off else [])
            pdf.Root.OCProperties = pikepdf.Dictionary(
                OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=off, Order=pikepdf.Array([layer]))
            )
            pdf.pages[0].obj.Resources.Properties = pikepdf.Dictionary(L=layer)
        if form:
            fonts = pikepdf.Dictionary(Font=pdf.pages[0].obj.Resources.Font)
            inside = pikepdf.Stream(pdf, form.encode())
            about = inside.stream_dict
            about.Type, about.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            about.BBox, about.Resources = pikepdf.Array([0, 0, 595, 842]), fonts
            if form_on_layer:
                about.OC = layer
            pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(F=inside)
        pdf.pages[0].contents_add(content.encode())
        made = io.BytesIO()
        streams = pikepdf.ObjectStreamMode
        pdf.save(made, object_stream_mode=streams.generate if compressed else streams.disable)
    return read("a.pdf", "a.pdf", made.getvalue())


WORDS = "BT /F1 12 Tf 72 600 Td (Geheime woorden) Tj ET"


@pytest.mark.parametrize("is_off", [True, False])
def test_a_layer_that_is_switched_off_is_no_text_of_the_letter(is_off: bool) -> None:
    letter = with_more(f"/OC /L BDC {WORDS} EMC", layer_off=is_off)
    assert ("Geheime" in letter.text) == (not is_off)
    assert any(flag.startswith("hidden:") for flag in letter.layouts[0].flags) == is_off
    assert bool(letter.warnings) == is_off


@pytest.mark.parametrize("is_off", [True, False])
@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("form_on_layer", [True, False], ids=["the form says it", "what draws it says it"])
def test_a_form_on_a_layer_that_is_switched_off_is_no_text_of_the_letter(
    is_off: bool, compressed: bool, form_on_layer: bool
) -> None:
    drawing = "/F Do" if form_on_layer else "/OC /L BDC /F Do EMC"
    letter = with_more(
        drawing, layer_off=is_off, form=WORDS, form_on_layer=form_on_layer, compressed=compressed
    )
    assert ("Geheime woorden" in letter.text) == (not is_off)
    assert any(flag.startswith("hidden:") for flag in letter.layouts[0].flags) == is_off


@pytest.mark.parametrize(("clip", "is_seen"), [("0 0 10 10 re W n", False), ("0 0 595 842 re W n", True)])
def test_a_form_that_is_clipped_away_is_no_text_of_the_letter(clip: str, is_seen: bool) -> None:
    letter = with_more(f"q {clip} /F Do Q", form=WORDS)
    assert ("Geheime woorden" in letter.text) == is_seen


@pytest.mark.parametrize(
    ("clip", "is_seen"),
    [("0 0 10 10 re W n", False), ("60 590 200 40 re W n", True), ("0 0 595 842 re W n", True)],
)
def test_text_that_is_clipped_away_is_no_text_of_the_letter(clip: str, is_seen: bool) -> None:
    letter = with_more(f"q {clip} {WORDS} Q")
    assert ("Geheime woorden" in letter.text) == is_seen
    assert any(flag.startswith("hidden:") for flag in letter.layouts[0].flags) == (not is_seen)


def test_of_text_that_is_cut_in_the_middle_what_is_seen_stays() -> None:
    letter = with_more(f"q 60 590 58 40 re W n {WORDS} Q")
    assert "Geheime" in letter.text and "woorden" not in letter.text
