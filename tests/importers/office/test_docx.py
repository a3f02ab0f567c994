"""Word files as letters: what stands on the paper comes in, and what does not is said."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from annotator.importers.interface import ImportedLetter
from annotator.importers.word import read
from tests.office_making import docx, p, r, zip_of

LONG = "Een zin die zo lang is dat hij op papier meer dan een regel vult, en dus een alinea op zichzelf is."


def letter(data: bytes) -> ImportedLetter:
    return read("brief.docx", "brief.docx", data)


def text(body: str, **parts: str) -> str:
    return letter(docx(body, **parts)).text


def said(made: ImportedLetter) -> list[str]:
    return [str(warning) for warning in made.warnings]


def styles_of(made: ImportedLetter) -> dict[str, tuple]:
    return {made.text[s.start : s.end]: tuple(s)[2:] for s in made.lines}


def test_a_letter_that_python_docx_made():
    document = python_docx.Document()
    for line in ("Aan de Voorzitter van de Tweede Kamer", "Postbus 20018", "2500 EA  DEN HAAG"):
        document.add_paragraph(line).paragraph_format.space_after = Pt(0)
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Datum", "3 mei 2018"), ("Betreft", "Stand van zaken vervanging"))):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.add_paragraph("Geachte voorzitter,")
    document.add_heading("Inleiding", 1)
    document.add_paragraph(LONG)
    for item in ("een", "twee"):
        document.add_paragraph(item, style="List Number")
    for item in ("dit", "dat"):
        document.add_paragraph(item, style="List Bullet")
    document.add_heading("Dieper", 2)
    paragraph = document.add_paragraph("Voor het blad")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("Erna.")
    made = io.BytesIO()
    document.save(made)
    found = letter(made.getvalue())
    assert found.text == (
        "Aan de Voorzitter van de Tweede Kamer\nPostbus 20018\n2500 EA  DEN HAAG\n\n"
        "Datum\t3 mei 2018\nBetreft\tStand van zaken vervanging\n\nGeachte voorzitter,\n\nInleiding\n\n"
        f"{LONG}\n\n1. een\n2. twee\n\n• dit\n• dat\n\nDieper\n\nVoor het blad\nErna.\n"
    )
    assert found.title == "Stand van zaken vervanging"
    assert [found.text[start:][:4] for start in found.page_starts] == ["Aan ", "Erna"]
    assert found.data == made.getvalue() and found.warnings == () and found.layouts == ()
    levels = {line: style[4] for line, style in styles_of(found).items()}
    assert (levels["Inleiding"], levels["Dieper"], levels[LONG]) == (1, 2, 0)


def test_lines_are_set_as_their_runs_are():
    look = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="S"><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
    )
    body = (
        p(r("Kop", "<w:b/>"), '<w:ind w:left="200" w:hanging="100"/>')
        + p(r("Half ", "<w:b/>") + r("vet"))
        + p(r("schuin", '<w:i/><w:b w:val="0"/><w:sz w:val="24"/>'))
        + p("onder", '<w:outlineLvl w:val="2"/>')
        + '<w:sectPr><w:pgMar w:left="1440"/></w:sectPr>'
    )
    assert styles_of(letter(docx(body, styles=look))) == {
        "Kop": (77.0, 9.0, True, False, 0),
        "Half vet": (72.0, 9.0, False, False, 0),
        "schuin": (72.0, 12.0, False, True, 0),
        "onder": (72.0, 9.0, False, False, 3),
    }


def test_styles_that_are_based_on_each_other_in_a_circle():
    look = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val="heading 2"/>'
        f'<w:basedOn w:val="{other}"/>'
        f"<w:rPr>{more}</w:rPr></w:style>"
        for own, other, more in (("A", "B", "<w:b/>"), ("B", "A", "<w:i/>"))
    )
    made = letter(docx(p("Kop", '<w:pStyle w:val="A"/>'), styles=look))
    assert styles_of(made) == {"Kop": (0.0, 10.0, True, True, 2)}


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>streep</w:t></w:r></w:p></w:footnote>'
    + '<w:footnote w:id="7">'
    + p(r("<w:footnoteRef/>") + r(" Kamerstuk 28676, nr. 347."))
    + "</w:footnote>"
    + f'<w:footnote w:id="3">{p("Idem.")}{p("Vervolg.")}</w:footnote>'
    + f'<w:footnote w:id="9">{p("* Met een eigen teken.")}</w:footnote>'
)


def mark(number: int, more: str = "", kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}" {more}/></w:r>'


def test_notes_stand_at_the_end_and_their_marks_in_the_text():
    own = mark(9, 'w:customMarkFollows="1"') + r("*")
    body = p(r("De nota nr. 347") + mark(3) + r(" kost 12") + mark(7) + r(" euro") + own + r("."))
    made = letter(docx(body, footnotes=NOTES))
    assert made.text == (
        "De nota nr. 347¹ kost 12² euro*.\n\n¹ Idem.\nVervolg.\n\n² Kamerstuk 28676, nr. 347.\n\n"
        "* Met een eigen teken.\n"
    )
    assert said(made) == []


def test_endnotes_are_numbered_behind_footnotes_and_that_is_said():
    ends = f'<w:endnote w:id="1">{p("Aan het eind.")}</w:endnote>'
    body = p(r("Een") + mark(1, kind="endnote") + r(" twee") + mark(7) + r("."))
    made = letter(docx(body, footnotes=NOTES, endnotes=ends))
    assert made.text == "Een² twee¹.\n\n¹ Kamerstuk 28676, nr. 347.\n\n² Aan het eind.\n"
    assert said(made) == [
        "brief.docx has footnotes and 1 endnote: endnotes have the numbers behind the footnotes."
    ]
    assert said(letter(docx(p(r("Een") + mark(1, kind="endnote")), endnotes=ends))) == []


def test_a_note_that_is_not_in_the_file_is_said():
    made = letter(docx(p(r("Een") + mark(1))))
    assert made.text == "Een¹\n"
    assert said(made) == ["brief.docx has 1 mark of a note whose text is not in the file."]


def test_raised_digits_are_no_digits():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text(p(r("12 m") + r("2", raised) + r(" op de 1") + r("e", raised) + r(" dag"))) == (
        "12 m² op de 1e dag\n"
    )


def test_tracked_changes_are_read_as_accepted():
    body = (
        p(
            r("Ik heb ")
            + f'<w:ins w:id="1">{r("gisteren ")}</w:ins>'
            + f'<w:del w:id="2"><w:r><w:delText>vandaag </w:delText></w:r>{mark(7)}</w:del>'
            + f"<w:moveFrom>{r('weg')}</w:moveFrom>"
            + r("besloten")
        )
        + p(r("Eerste helft "), '<w:rPr><w:del w:id="3"/></w:rPr>')
        + p("tweede helft.")
        + f"<w:del>{p('hele alinea')}</w:del><w:ins>{p('nieuwe alinea')}</w:ins>"
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('rij')}</w:tc></w:tr></w:tbl>"
    )
    made = letter(docx(body, footnotes=NOTES))
    assert made.text == "Ik heb gisteren besloten\nEerste helft tweede helft.\nnieuwe alinea\n"
    assert said(made) == ["brief.docx has tracked changes, read as accepted: 2 insertions, 5 deletions."]


def test_hidden_text_is_left_out_and_counted():
    look = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    hidden = "<w:vanish/>"
    body = (
        p(r("Dit ") + r("geheim ", hidden) + r("is ") + r("ook ", '<w:rStyle w:val="H"/>') + r("alles."))
        + p(r("weg", hidden))
        + p(r("niet weg", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>'))
    )
    made = letter(docx(body, styles=look))
    assert made.text == "Dit is alles.\nniet weg\n"
    assert said(made) == ["brief.docx has hidden text in 2 places, which was left out."]


def test_text_that_cannot_be_seen_on_white_paper_is_left_out_and_counted():
    white, dark = '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="1F3864"/>'
    body = (
        p(r("Dit ") + r("wit ", white) + r("is ") + r("klein ", '<w:sz w:val="2"/>') + r("alles."))
        + p(r("op blauw", white + dark))
        + p(r("op geel", white + '<w:highlight w:val="yellow"/>'))
        + p(r("alinea", white), dark)
        + table(f"<w:tc>{p(r('cel', white))}</w:tc>")
    )
    made = letter(docx(body))
    assert made.text == "Dit is alles.\nop blauw\nop geel\nalinea\n\ncel\n"
    assert said(made) == ["brief.docx has hidden text in 1 place, which was left out."]


def test_comments_are_kept_without_who_made_them():
    comments = (
        f'<w:comment w:id="0" w:author="Jan Jansen" w:initials="JJ">{p("Klopt")}{p("dit?")}</w:comment>'
        f'<w:comment w:id="1" w:author="Jan Jansen">{p("Los.")}</w:comment>'
    )
    body = p(
        r("De ")
        + '<w:commentRangeStart w:id="0"/>'
        + r("hoge ")
        + r("kosten")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + r(".")
    )
    made = letter(docx(body, comments=comments))
    assert made.text == "De hoge kosten.\n"
    assert said(made) == [
        "brief.docx has a comment at “hoge kosten”: Klopt dit?",
        "brief.docx has a comment: Los.",
    ]


def field(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{more}</w:fldChar></w:r>'


CODE = "<w:r><w:instrText>DATE</w:instrText></w:r>"


def test_fields_say_their_result():
    nested = field("begin") + CODE + field("separate") + r("NIET") + field("end")
    body = p(
        field("begin") + CODE + nested + r("NIET") + field("separate") + r("3 mei 2018") + field("end")
    ) + p(f'<w:fldSimple w:instr="PAGE">{r("blad 1")}</w:fldSimple>')
    assert text(body) == "3 mei 2018\nblad 1\n"


def test_a_field_over_several_paragraphs_and_one_without_end():
    body = p(field("begin") + CODE + field("separate") + r("een")) + p(r("twee") + field("end") + r(" drie"))
    assert text(body) == "een\ntwee drie\n"
    assert text(p(field("begin") + CODE) + p("Alle tekst erna blijft.")) == "Alle tekst erna blijft.\n"


def test_fields_of_forms_show_what_is_chosen():
    ticked = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
    bare = '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
    choice = (
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="nee"/><w:listEntry w:val="ja"/>'
        "</w:ddList></w:ffData>"
    )
    body = "".join(field("begin", data) + CODE + field("end") + r(" ") for data in (ticked, bare, choice))
    assert text(p(body)) == "☒ ☐ ja\n"


def test_signs_that_are_elements():
    inner = (
        "<w:t>EU</w:t><w:noBreakHyphen/><w:t>lid</w:t><w:softHyphen/><w:t>staten\u00ad en 06\u201112</w:t>"
        "<w:tab/>"
        '<w:t>x</w:t><w:br/><w:t>y</w:t><w:cr/><w:sym w:font="Wingdings" w:char="F0FE"/>'
        '<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Webdings" w:char="F061"/><w:sym w:char="zz"/>'
    )
    made = letter(docx(p(f"<w:r>{inner}</w:r>")))
    assert made.text == "EU-lidstaten en 06-12\tx\ny\n☑α\ufffd\ufffd\n"
    (warning,) = said(made)
    assert warning.startswith("brief.docx has 2 signs of symbol fonts that are not known here")


def test_capitals_are_read_as_they_are_printed():
    assert text(p(r("Betreft", "<w:caps/>") + r(" zaak", "<w:smallCaps/>"))) == "BETREFT zaak\n"


def test_text_boxes_stand_behind_their_paragraph_and_once():
    box = f"<w:txbxContent>{p('In de doos')}</w:txbxContent>"
    drawing = (
        "<mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx>" + box + "</wps:txbx></wps:wsp>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    made = letter(docx(p(r("Voor") + f"<w:r>{drawing}</w:r>" + r(" en na.")) + p("Slot.")))
    assert made.text == "Voor en na.\nIn de doos\nSlot.\n" and said(made) == []


def test_pictures_and_other_documents_are_counted():
    body = p(
        r("Zie ")
        + "<w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:object><v:imagedata/></w:object></w:r>"
    )
    made = letter(docx(body + '<w:altChunk r:id="x"/>'))
    assert said(made) == [
        "brief.docx has pictures, charts or objects (2); what stands in them was left out.",
        "brief.docx takes in 1 other document, whose text was left out.",
    ]


def test_formulas_links_and_content_controls_are_text():
    body = p(
        "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
        + f"<w:hyperlink>{r(' link')}</w:hyperlink>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{r(' veld')}</w:sdtContent></w:sdt>"
        + f"<w:smartTag>{r(' en')}</w:smartTag><w:onbekend>{r(' meer')}</w:onbekend>"
    )
    block = f"<w:sdt><w:sdtContent>{p('Blok')}</w:sdtContent></w:sdt>"
    assert text(body + block) == "a+b link veld en meer\nBlok\n"


def level(number: int, form: str, shown: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/>{more}</w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1", '<w:pStyle w:val="Kop1"/>')
    + level(1, "lowerLetter", "%1.%2)", '<w:pPr><w:ind w:left="400" w:hanging="200"/></w:pPr>')
    + level(2, "upperRoman", "%3.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')
    + level(1, "bullet", "–")
    + level(2, "none", "")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>" + '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def item(said: str, number: int, at: int = 0) -> str:
    return p(said, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def test_labels_of_lists_are_worked_out():
    body = (
        item("a", 1) + item("b", 1) + item("c", 1, 1) + item("d", 1, 1) + item("e", 1, 2) + item("f", 1)
        + item("g", 1, 1) + item("h", 2) + item("i", 2) + item("j", 3) + item("k", 3, 1) + item("l", 3, 2)
        + item("m", 0) + item("n", 99) + item("", 1) + item("o", 2)
    )  # fmt: skip
    assert text(body, numbering=NUMBERING).split("\n") == [
        "1 a", "2 b", "2.a) c", "2.b) d", "I. e", "3 f", "3.a) g", "5 h", "6 i", "• j", "– k", "l", "m", "n",
        "", "7 o", "",
    ]  # fmt: skip


def test_a_heading_has_the_number_of_its_style():
    look = (
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    made = letter(docx(p("Inleiding", '<w:pStyle w:val="Kop1"/>'), styles=look, numbering=NUMBERING))
    assert styles_of(made) == {"1 Inleiding": (0.0, 10.0, False, False, 1)}


def cell(*inner: str, more: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{more}</w:tcPr>' if more else ''}{''.join(map(p, inner))}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ((cell("Jaar") + cell("2018"), cell("") + cell("12,5")), ["Jaar\t2018", "12,5"]),
        ((cell("a") + cell("") + cell("c"),), ["a\t\tc"]),
        ((cell("Datum", "Betreft") + cell("3 mei 2018", "Zaak"),), ["Datum\t3 mei 2018", "Betreft\tZaak"]),
        ((cell("Vraag 1") + cell("Waarom?", "En wanneer?"),), ["Vraag 1\tWaarom?", "En wanneer?"]),
        ((cell("a", "b") + cell("c", "d", "e"),), ["a", "b", "c", "d", "e"]),
        ((cell("Alleen") + cell(""),), ["Alleen"]),
        (
            (cell("Groep", more='<w:vMerge w:val="restart"/>') + cell("1"),
             cell("NIET", more="<w:vMerge/>") + cell("2")),
            ["Groep\t1", "2"],
        ),
        ((f"<w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt>" + cell("b"),), ["a\tb"]),
    ],
)  # fmt: skip
def test_tables_are_read_row_by_row(rows, lines):
    assert text(p("Voor") + table(*rows) + p("Na")) == "\n".join(["Voor", "", *lines, "", "Na", ""])


def test_a_table_in_a_table():
    inner = table(cell("x") + cell("y"))
    outer = f"<w:tc>{p('links')}</w:tc><w:tc>{inner}{p()}</w:tc>"
    assert text(table(outer)) == "links\tx y\n"


def test_heads_and_feet_are_furniture():
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/><w:headerReference w:type="even" r:id="weg"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
    )
    parts = {
        "header1": p("Ministerie van Defensie") + p("Ons kenmerk BS2018"),
        "header2": p("Ministerie van Defensie") + p("Plein 4"),
        "footer1": p("Pagina 2 van 3"),
    }
    made = letter(docx(p("Tekst hier.") + section.format("<w:titlePg/>"), **parts))
    head = "Ministerie van Defensie\nPlein 4\nOns kenmerk BS2018"
    assert made.text == f"{head}\n\nTekst hier.\n\nPagina 2 van 3\n"
    assert [(made.text[f.start : f.end], f.kind) for f in made.furniture] == [
        (head, "head"),
        ("Pagina 2 van 3", "page_number"),
    ]
    assert made.title == "Tekst hier."
    other = letter(docx(p("Tekst hier.") + section.format(""), **parts))
    assert "Plein 4" not in other.text


def test_pages_begin_where_the_text_says():
    body = (
        p("een") + p('<w:r><w:br w:type="page"/></w:r>') + p("twee") + p("drie", "<w:pageBreakBefore/>")
        + p("vier", "<w:sectPr/>") + p("vijf", '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
        + p("zes") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    )  # fmt: skip
    made = letter(docx(body))
    assert [made.text[start:].split("\n")[0] for start in made.page_starts] == [
        "een", "twee", "drie", "vijf"
    ]  # fmt: skip
    assert made.text.split() == ["een", "twee", "drie", "vier", "vijf", "zes"]


def test_blank_lines_stand_where_the_paper_has_room():
    room = '<w:spacing w:after="120"/>'
    together = '<w:pStyle w:val="X"/><w:spacing w:after="120"/><w:contextualSpacing/>'
    body = (
        p("a") + p("b") + p() + p() + p("c", room) + p("d") + p("e", together) + p("f", together) + p("g")
        + p(LONG) + p("h")
    )  # fmt: skip
    look = '<w:style w:type="paragraph" w:styleId="X"/>'
    assert text(body, styles=look) == f"a\nb\n\nc\n\nd\ne\nf\n\ng\n\n{LONG}\n\nh\n"


def test_the_strict_form_of_the_format_is_read():
    data = docx(p("Strikt."))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    made = letter(data)
    assert made.text == "Strikt.\n"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(usual, strict)
    assert letter(zip_of(parts)).text == "Strikt.\n"
