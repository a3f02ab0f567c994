"""A report on passages: each with its sentence and letter, counted as the project file's views count them."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from annotator.core.codebook import Codebook
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import About, Letter, Passage, Value, new_letter
from annotator.core.page_layout import Furniture
from annotator.core.text import Span
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.report import REPORT_CSV, REPORT_DOCX, REPORT_HTML
from annotator.exporters.report.rows import Sentence, rows_of
from annotator.resources import resource_path
from annotator.session.transfer.exporting import Wish, export_letters
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.docs.pages import ROOT
from tests.exporters.reading_cells import undefuse
from tests.exporters.reading_word import opened
from tests.storage.making import STAMP, added

BOOK: Codebook = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
TAGS = [tag.id for tag in BOOK.passage_tags[:3]]
MADE_AT = "2026-03-02T10:11:12.345Z"
TEXT = "Geachte voorzitter. Belgié steunt de\nmotie volop. Meer volgt.\n\nSlot met tabel.\n"
SENDERS = ("De minister van Defensie", "", "=CMD()", "De minister van Defensie")
DATES = ("2020-10-22", "2021-01-05", "", "2020-03-01")


def letter(number: int, text: str = TEXT) -> Letter:
    """Make a letter with three passages, one of them proposed, and what its form says."""
    quotes = ("steunt de\nmotie", "Meer", "Slot")
    passages = {}
    for n, state in enumerate(("confirmed", "confirmed", "proposed")):
        uid, note = f"{number}-{n}", "let op" if n == 1 else ""
        passages[uid] = Passage(uid, TAGS[(number + n) % 3], note, state, "jan", MADE_AT)
    quotes = ("steunt de\nmotie", "Meer", "Slot")
    spans = {
        f"{number}-{n}": Span(text.index(quote), text.index(quote) + len(quote))
        for n, quote in enumerate(quotes)
    }
    said = {"letter_date": DATES[number], "sender": SENDERS[number], "dossier": "28676"}
    fields = {role: BOOK.field_for(role) for role in said}
    values = {
        f"v{number}{role}": Value(
            f"v{number}{role}", field.id, 0, said[role], said[role], "confirmed", None, "jan"
        )
        for role, field in fields.items()
        if field and said[role]
    }
    made = new_letter(text, (0, text.index("Meer")), f"Brief {number}", STAMP)
    return replace(made, passages=passages, values=values, spans={**made.spans, **spans})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A project of four letters."""
    store = Store.create(tmp_path / "p.kant", BOOK, "jan")
    store.do(lambda conn: add_letters(conn, [added(letter(n), f"{n}.txt") for n in range(4)]))
    return store


def read(store: Store, form: str, folder: Path, **chosen: str) -> bytes:
    [path] = export_letters(store, Wish(f"report-{form}", chosen=chosen), folder / f"r.{form}", force=True)
    return path.read_bytes()


def csv_rows(data: bytes) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{name: undefuse(cell) for name, cell in row.items()} for row in rows]


def docx_rows(data: bytes) -> tuple[list[list[str]], list[list[str]]]:
    """Return the table of counts, and the rows of all others."""
    counts, *others = opened(data).tables
    cells = [[[cell.text for cell in row.cells] for row in table.rows[1:]] for table in (counts, *others)]
    return cells[0], [row for rows in cells[1:] for row in rows]


def html_rows(data: bytes) -> tuple[list[list[str]], list[list[str]]]:
    page = html.document_fromstring(data.decode())
    tables = [
        [[cell.text_content() for cell in row] for row in table.xpath("tbody/tr")]
        for table in page.xpath("//table")
    ]
    return tables[0], [row for rows in tables[1:] for row in rows]


# ------------------------------------------------------------------ counted
def counted(store: Store, what: str) -> dict[str, tuple[str, str, str]]:
    """Count passages, proposed ones and letters in the views."""
    query = f"""SELECT {what}, count(*), sum(p.state = 'proposed'), count(DISTINCT p.letter_id)
        FROM passages p LEFT JOIN form_values s ON s.letter_id = p.letter_id AND s.field = 'sender'
        LEFT JOIN form_values d ON d.letter_id = p.letter_id AND d.field = 'letter_date'
        GROUP BY 1"""
    with closing(sqlite3.connect(store.path)) as conn:
        return {key: tuple(map(str, rest)) for key, *rest in conn.execute(query)}  # type: ignore[misc]


GROUPS = {
    "tag": "p.tag",
    "sender": "ifnull(s.value, 'Onbekend')",
    "year": "ifnull(substr(d.value, 1, 4), 'Onbekend')",
}


@pytest.mark.parametrize(("form", "rows"), [("docx", docx_rows), ("html", html_rows)])
@pytest.mark.parametrize("group", GROUPS)
def test_the_counts_are_those_of_the_views(
    store: Store,
    tmp_path: Path,
    form: str,
    rows: Callable[[bytes], tuple[list[list[str]], list[list[str]]]],
    group: str,
) -> None:
    names = {tag.id: tag.name("nl") for tag in BOOK.tags}
    expected = {names.get(key, key): count for key, count in counted(store, GROUPS[group]).items()}
    expected |= counted(store, "'Alle'")
    counts, passages = rows(read(store, form, tmp_path, group=group))
    assert {name: tuple(rest) for name, *rest in counts if ": " not in name} == expected
    assert len(passages) == 12
    parts = [tuple(map(int, rest)) for name, *rest in counts if ": " in name]
    assert sum(part[0] for part in parts) == (0 if group == "tag" else 12)


@pytest.mark.parametrize("group", GROUPS)
def test_every_passage_of_the_views_is_a_row_of_the_table(store: Store, tmp_path: Path, group: str) -> None:
    rows = csv_rows(read(store, "csv", tmp_path, group=group))
    with closing(sqlite3.connect(store.path)) as conn:
        query = "SELECT letter_id, tag, state, note, analyst, count(*) FROM passages GROUP BY 1, 2, 3, 4, 5"
        expected = {tuple(map(str, key)): count for *key, count in conn.execute(query)}
    names = ("letter_id", "tag", "state", "note", "analyst")
    assert Counter(tuple(row[name] for name in names) for row in rows) == expected
    column = {"tag": "tag", "sender": "sender", "year": "date"}[group]
    keys = [row[column][:4] if group == "year" else row[column] for row in rows]
    assert len([n for n, key in enumerate(keys) if n == 0 or keys[n - 1] != key]) == len(set(keys))
    assert keys[-1] == "" or group == "tag"


def test_a_row_says_where_its_passage_stands(store: Store, tmp_path: Path) -> None:
    [first] = [
        row
        for row in csv_rows(read(store, "csv", tmp_path))
        if (row["letter_id"], row["quote"]) == ("1", "Meer")
    ]
    assert first == {
        "tag": TAGS[1], "tag_name": BOOK.passage_tags[1].name("nl"), "before": "", "quote": "Meer",
        "after": "volgt.", "letter_id": "1", "title": "Brief 0", "date": "2020-10-22",
        "sender": "De minister van Defensie", "dossier": "28676", "page": "2", "note": "let op",
        "state": "confirmed", "analyst": "jan", "origin": "",
    }  # fmt: skip


def test_the_example_of_the_documentation_is_what_is_written(store: Store, tmp_path: Path) -> None:
    page = (ROOT / "docs/formats/report.md").read_text(encoding="utf-8")
    [example] = re.findall("```csv\n(.*?)```", page, re.DOTALL)
    made = read(store, "csv", tmp_path).decode("utf-8-sig").replace("\r\n", "\n")
    assert [line for line in example.splitlines() if line not in made.splitlines()] == []


def test_proposals_can_be_left_out(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "r.csv"
    export_letters(store, Wish("report-csv", proposals=False), out)
    assert len(csv_rows(out.read_bytes())) == 8


# ------------------------------------------------------------------ sentences
def sentences(one: Letter) -> list[Sentence]:
    whole = ExportLetter(1, "u", one, "", "", "", "")
    return [row.sentence for row in rows_of(whole, BOOK, (), "nl")]


def test_a_sentence_is_that_of_the_reading_copy() -> None:
    assert sentences(letter(0)) == [
        ("Belgié ", "steunt de motie", " volop."),
        ("", "Meer", " volgt."),
        ("", "Slot", " met tabel."),
    ]


def test_a_passage_over_sentences_and_paragraphs_has_them_all() -> None:
    one = letter(0)
    long = replace(one, spans={**one.spans, "0-0": Span(TEXT.index("volop"), TEXT.index(" met"))})
    assert sentences(long)[0] == ("Belgié steunt de motie ", "volop. Meer volgt. Slot", " met tabel.")


def test_a_passage_in_a_row_of_a_table_is_that_passage() -> None:
    text = "Jaar     Bedrag     Doel\n2019     12     Irak\n"
    spans = {"p": Span(text.index("Irak"), text.index("Irak") + 4)}
    one = Letter(text, text, About("a"), passages={"p": Passage("p", "t")}, spans=spans)
    assert sentences(one) == [("2019 12 ", "Irak", "")]


def test_what_is_only_proposed_of_a_form_is_not_told() -> None:
    one = letter(0)
    values = {uid: replace(value, state="proposed") for uid, value in one.values.items()}
    whole = ExportLetter(1, "u", replace(one, values=values), "", "", "", "")
    rows = list(rows_of(whole, BOOK, (), "nl"))
    assert {(row.date, row.date_shown, row.sender, row.dossier) for row in rows} == {("", "", "", "")}


def test_a_passage_that_a_reading_copy_leaves_out_is_there() -> None:
    text = "Blad 1\n\nEen zin.\n"
    one = Letter(
        text, text, About("a"), passages={"p": Passage("p", "t")}, spans={"p": Span(0, 4)},
        furniture=(Furniture(0, 6, "head"),),
    )  # fmt: skip
    assert sentences(one) == [("", "Blad", " 1")]
    assert sentences(replace(one, spans={"p": Span(3, 3)})) == [("", "", "")]


# ------------------------------------------------------------------ what is said is data
EVIL = '<script>alert(1)</script> =1+1 "&amp; ]]>\x01'


def made(form: str, *letters: Letter) -> bytes:
    exporter = {"docx": REPORT_DOCX, "html": REPORT_HTML, "csv": REPORT_CSV}[form]
    whole = [ExportLetter(n, f"u{n}", one, "", "", "", "") for n, one in enumerate(letters)]
    context = ExportContext(BOOK, made_at=MADE_AT)
    return b"".join(piece.data for piece in exporter.pieces(whole, context))


def evil() -> Letter:
    one = Letter(EVIL, EVIL, About(EVIL), passages={"p": Passage("p", "gone", EVIL)}, spans={"p": Span(0, 8)})
    return replace(one, pages={})


def test_texts_stay_texts() -> None:
    page = html.document_fromstring(made("html", evil()).decode())
    assert page.xpath("//script | //img | //*[@src] | //link") == []
    said = EVIL.replace("\x01", "")
    assert f"{said} (0)" in [cell.text_content() for cell in page.xpath("//td")]
    assert f"{said} (0)" in docx_rows(made("docx", evil()))[1][0]
    [row] = csv_rows(made("csv", evil()))
    assert (row["title"], row["note"], row["tag_name"]) == (EVIL, EVIL, "gone")
    assert REPORT_HTML.leaves_out is not None
    told = REPORT_HTML.leaves_out(ExportLetter(1, "u", evil(), "", "", "", ""), ExportContext(BOOK))
    assert [each.times for each in told] == [2]


@pytest.mark.parametrize("form", ["docx", "html", "csv"])
def test_without_passages_there_is_a_report_all_the_same(form: str) -> None:
    assert len(made(form)) > 50
    assert made(form, letter(0)) == made(form, letter(0))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_reads_it(tmp_path: Path) -> None:
    (tmp_path / "r.docx").write_bytes(made("docx", *map(letter, range(4))))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text", "r.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert (tmp_path / "r.txt").read_text(encoding="utf-8-sig").count("Belgié steunt de motie volop.") == 4
