"""Writer files as letters: what stands on the paper comes in, and what does not is said."""

from __future__ import annotations

import pytest

from annotator.importers.interface import ImportedLetter
from annotator.importers.writer import read
from tests.office_making import flat_odt, odt


def letter(data: bytes) -> ImportedLetter:
    return read("brief.odt", "brief.odt", data)


def text(body: str, styles: str = "") -> str:
    return letter(odt(body, styles)).text


def said(made: ImportedLetter) -> list[str]:
    return [str(warning) for warning in made.warnings]


def p(inner: str = "", style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def style(name: str, paragraph: str = "", span: str = "", more: str = "", family: str = "paragraph") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}>'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {span}/></style:style>"
    )


def note(inner: str, kind: str = "footnote", label: str = "") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation {label}>1</text:note-citation>'
        f"<text:note-body>{p(inner)}</text:note-body></text:note>"
    )


def test_white_space_is_as_the_format_says():
    body = p(
        "\n  Geachte <text:span> voorzitter</text:span>,<text:s text:c='2'/>x \n y"
        "<text:tab/>z<text:line-break/> na "
    )
    assert text(body) == "Geachte voorzitter,  x y\tz\nna\n"


def test_lines_are_set_as_their_styles_are():
    styles = (
        style("Basis", 'fo:margin-left="1cm"', 'fo:font-size="10pt"')
        + style("Kop", 'fo:text-indent="-0.5cm"', 'fo:font-weight="bold" fo:font-size="120%"',
                'style:parent-style-name="Basis"')
        + style("Schuin", span='fo:font-style="italic"', family="text")
    )  # fmt: skip
    body = (
        '<text:h text:style-name="Kop" text:outline-level="2">Kop</text:h>'
        + p('half <text:span text:style-name="Schuin">schuin</text:span>', "Basis")
        + p('<text:span text:style-name="Schuin">alles</text:span>', "Basis")
    )
    made = letter(odt(body, styles))
    assert [(made.text[s.start : s.end], *s[2:]) for s in made.lines] == [
        ("Kop", 14.2, 12.0, True, False, 2),
        ("half schuin", 28.3, 10.0, False, False, 0),
        ("alles", 28.3, 10.0, False, True, 0),
    ]


def test_notes_stand_at_the_end_and_their_marks_in_the_text():
    body = p(
        f"Nr. 347{note('Aan het eind.', 'endnote')} kost 12{note('Kamerstuk 28676.')} euro"
        f"{note('Eigen teken.', label='text:label=&quot;*&quot;')}".replace("&quot;", '"')
    )
    made = letter(odt(body))
    assert made.text == "Nr. 347² kost 12¹ euro*\n\n¹ Kamerstuk 28676.\n\n* Eigen teken.\n\n² Aan het eind.\n"
    (warning,) = said(made)
    assert "endnotes have the numbers behind the footnotes" in warning


CHANGES = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="i"><text:insertion/></text:changed-region>'
    f'<text:changed-region text:id="d"><text:deletion>{p("weg")}</text:deletion></text:changed-region>'
    "</text:tracked-changes>"
)


def test_tracked_changes_are_read_as_accepted():
    body = CHANGES + p(
        'Ik heb <text:change-start text:change-id="i"/>gisteren<text:change-end text:change-id="i"/>'
        '<text:change text:change-id="d"/> besloten.'
    )
    made = letter(odt(body))
    assert made.text == "Ik heb gisteren besloten.\n"
    assert said(made) == ["brief.odt has tracked changes, read as accepted: 1 insertion, 1 deletion."]


def test_deleted_text_that_still_stands_in_the_text_is_left_out():
    start, end = '<text:change-start text:change-id="d"/>', '<text:change-end text:change-id="d"/>'
    assert text(CHANGES + p(f"Eerste {start}weg") + p("weg") + p(f"weg{end}tweede.") + p("Slot.")) == (
        "Eerste tweede.\nSlot.\n"
    )
    assert text(CHANGES + p(f"Eerste {start}blijft") + p("Slot.")) == "Eerste blijft\nSlot.\n"


def test_hidden_text_is_left_out_and_counted():
    styles = style("H", span='text:display="none"', family="text") + style("W", span='text:display="none"')
    body = (
        p('Dit <text:span text:style-name="H">geheim </text:span>is alles.')
        + p("weg", "W")
        + p('<text:hidden-paragraph text:is-hidden="true"/>weg')
        + f'<text:section text:display="none">{p("weg")}</text:section>'
        + f"<text:section>{p('Niet weg.')}</text:section>"
    )
    made = letter(odt(body, styles))
    assert made.text == "Dit is alles.\nNiet weg.\n"
    assert said(made) == ["brief.odt has hidden text in 4 places, which was left out."]


def test_text_that_cannot_be_seen_on_white_paper_is_left_out_and_counted():
    dark = 'fo:background-color="#1f3864"'
    white = 'fo:color="#FFFFFF"'
    styles = (
        style("W", span=white, family="text") + style("D", span=f"{white} {dark}", family="text")
        + style("P", dark, white)
    )  # fmt: skip
    span = '<text:span text:style-name="{}">{}</text:span>'
    body = p(f"Dit {span.format('W', 'wit ')}is {span.format('D', 'alles')}.") + p("alinea", "P")
    made = letter(odt(body, styles))
    assert made.text == "Dit is alles.\nalinea\n"
    assert said(made) == ["brief.odt has hidden text in 1 place, which was left out."]


def test_comments_are_kept_without_who_made_them():
    made_by = '<dc:creator xmlns:dc="x">Jan Jansen</dc:creator>'
    body = p(
        f'De <office:annotation office:name="a">{made_by}{p("Klopt dit?")}</office:annotation>hoge kosten'
        f'<office:annotation-end office:name="a"/>.'
        f"<office:annotation>{made_by}{p('Los.')}</office:annotation>"
    )
    made = letter(odt(body))
    assert made.text == "De hoge kosten.\n"
    assert said(made) == [
        "brief.odt has a comment at “hoge kosten”: Klopt dit?",
        "brief.odt has a comment: Los.",
    ]


LISTS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"'
    ' text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="&#xF0B7;">'
    '<style:text-properties style:font-name="Symbol"/></text:list-level-style-bullet>'
    "</text:list-style>"
)


def items(*inner: str, more: str = "") -> str:
    made = "".join(f"<text:list-item>{each}</text:list-item>" for each in inner)
    return f"<text:list {more}>{made}</text:list>"


def test_labels_of_lists_are_worked_out():
    named = 'text:style-name="L"'
    body = (
        items(p("a"), p("b") + p("nog b") + items(p("c"), p("d") + items(p("e"))), p("f"), more=named)
        + items(p("g"), more=named + ' text:continue-numbering="true"')
        + items(p("h"), more=named)
        + '<text:list text:style-name="L"><text:list-header><text:p>kop</text:p></text:list-header>'
        '<text:list-item text:start-value="7"><text:p>i</text:p></text:list-item></text:list>'
        + items(items(p("j")), more=named)
    )
    assert text(body, LISTS).split("\n") == [
        "1. a", "2. b", "nog b", "2.a) c", "2.b) d", "• e", "3. f", "4. g", "1. h", "kop", "7. i",
        "1.a) j", "",
    ]  # fmt: skip


def test_headings_have_the_numbers_of_the_outline():
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    body = heading.format(1, "een") + heading.format(2, "twee") + heading.format(1, "drie")
    assert letter(odt(body, layout=outline)).text == "1 een\n\n1.1 twee\n\n2 drie\n"


def test_tables_boxes_and_pictures():
    cells = "".join(f"<table:table-cell>{p(each)}</table:table-cell>" for each in ("Jaar", "2018"))
    rows = (
        f"<table:table-header-rows><table:table-row>{cells}</table:table-row></table:table-header-rows>"
        f'<table:table-row table:visibility="collapse">{cells}</table:table-row>'
        "<table:table-row><table:table-cell><text:p>breed</text:p></table:table-cell><table:covered-table-cell/>"
        "</table:table-row>"
    )
    frame = (
        f"<draw:frame><draw:text-box>{p('In de doos')}</draw:text-box></draw:frame>"
        "<draw:frame><draw:object/><draw:image/></draw:frame>"
    )
    made = letter(odt(p("Voor") + f"<table:table>{rows}</table:table>" + p(f"Bij{frame} na.")))
    assert made.text == "Voor\n\nJaar\t2018\nbreed\n\nBij na.\nIn de doos\n"
    assert said(made) == [
        "brief.odt has hidden text in 1 place, which was left out.",
        "brief.odt has pictures, charts or objects (1); what stands in them was left out.",
    ]


def test_heads_and_feet_are_furniture():
    master = (
        '<style:master-page style:name="Standard">'
        f"<style:footer>{p('Pagina 1')}</style:footer><style:header>{p('Ministerie')}</style:header>"
        f"<style:header-first>{p('Plein 4')}</style:header-first>"
        f'<style:header-left style:display="false">{p("weg")}</style:header-left></style:master-page>'
    )
    made = letter(odt(p("Tekst."), masters=master))
    assert made.text == "Plein 4\nMinisterie\n\nTekst.\n\nPagina 1\n"
    assert [f.kind for f in made.furniture] == ["head", "page_number"]


def test_pages_begin_where_the_text_says():
    styles = style("B", 'fo:break-before="page"') + style("M", more='style:master-page-name="Ander"')
    made = letter(odt(p("een", "M") + p("twee", "B") + p("drie") + p("vier", "M"), styles))
    assert [made.text[start:].split("\n")[0] for start in made.page_starts] == ["een", "twee", "vier"]


def test_fields_links_and_indexes_are_text_and_what_they_are_made_of_is_not():
    body = p("<text:date>3 mei 2018</text:date> <text:a>link</text:a><text:script>weg</text:script>") + (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>weg"
        "</text:index-title-template></text:table-of-content-source>"
        f"<text:index-body>{p('Inhoud')}</text:index-body></text:table-of-content>"
    )
    assert text(body) == "3 mei 2018 link\nInhoud\n"


@pytest.mark.parametrize("before", [b"", b"\n"])
def test_a_file_in_one_piece_is_read(before):
    data = flat_odt(p("Plat."))
    assert letter(data.replace(b"?><", b"?>" + before + b"<")).text == "Plat.\n"
