"""The whole job with a codebook of another domain, in the real window with real keys."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.resources import resource_path
from annotator.storage.check import check
from annotator.ui.features.letters.rows import date_and_sender
from tests.ui.features.palette.test_palette_controller import choose
from tests.ui.features.search.test_searching import results
from tests.ui.features.transfer.test_files import drop, export
from tests.ui.shell.making import Bench, Here, OpenBench, settle

LETTERS = [
    resource_path(f"sample-gemeente/{name}.txt")
    for name in ("besluit-kapvergunning-2021", "brief-speelplein-2022")
]


@pytest.fixture
def bench(open_bench: OpenBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A window on a new project, made with the codebook for municipalities, with the two letters in it."""
    bench = open_bench(letters=("Een Kamerbrief.\n",), runner=Here(proposes=True))
    path = tmp_path / "gemeente.kant"
    offered: list[str] = []

    def answer(*asked: object) -> tuple[str, str]:
        offered.extend(str(asked[3]).split(";;"))
        return str(path), "Letters of a municipality (*.kant)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    bench.keys("Ctrl+N")
    assert offered == [
        "Letters to parliament (*.kant)",
        "Letters of a municipality (*.kant)",
        "A codebook of your own (*.kant)",
    ]
    bench.path = path
    drop(bench, *LETTERS)
    bench.qtbot.waitUntil(lambda: "2 letters imported." in bench.said)
    bench.suspects_ready()
    bench.window.views.text.setFocus()
    return bench


def correct_all(bench: Bench) -> int:
    """Go through what is doubted by keys, taking the best reading each time; return how many there were."""
    doubted = len(bench.window.composition.workspace.suspecting.suspects)
    bench.keys("F3")
    for _ in range(doubted):
        assert bench.box.isVisible()
        bench.keys("Alt+1", "Return")
    return doubted


def fill(bench: Bench, field: str, text: str) -> None:
    """Type a value into a field of the form."""
    form = bench.window.views.side.form
    form.set_chosen(field)
    form.edit_chosen()
    bench.type(text)
    bench.keys("Return")
    bench.window.views.text.setFocus()
    settle()


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
def test_a_letter_of_a_municipality_from_its_first_suspect_to_done(bench: Bench, tmp_path: Path) -> None:
    window = bench.window
    assert correct_all(bench) == 3
    assert "gecoördineerde controle" in bench.text and "financiële bijdrage" in bench.text
    bench.keys("Ctrl+Alt+O", "Ctrl+Alt+V")
    tags = [row[0] for row in bench.rows("SELECT tag FROM sections WHERE letter_id = 1 ORDER BY position")]
    assert tags == ["kop", "groet", "aanleiding", *["onderdeel"] * 3, "afsluiting", "namens"]
    values = dict(
        bench.rows("SELECT field, value FROM form_values WHERE letter_id = 1 AND state = 'confirmed'")
    )
    assert values == {
        "verzonden": "2021-04-12",
        "gemeente": "Gemeente Lindenveen",
        "betreft": "Besluit op uw aanvraag voor het kappen van een kastanje",
        "kenmerk": "VG-2021-0388",
        "aan": "De heer P. Wijbenga",
        "getekend.wie": "drs. A.M. Terpstra",
        "getekend.ambt": "Teamleider Vergunningen",
    }
    proposed = {row[0] for row in bench.rows("SELECT tag FROM passages WHERE letter_id = 1")}
    assert proposed == {"dag", "geld", "beslispunt", "wetsartikel", "voorschrift", "toegezegd"}
    bench.select("de Beukenlaan kappen")
    bench.keys("L")
    assert bench.one("SELECT quote FROM passages WHERE tag = 'plek'") == "de Beukenlaan kappen"
    fill(bench, "zaaknummer", "Z/21/004512")
    fill(bench, "soort", "Decision")
    assert bench.rows("SELECT value FROM form_values WHERE field = 'soort'") == [("besluit",)]
    bench.caret("Wij verlenen")
    bench.keys("C")
    bench.keys("Shift+C")

    bench.select("De boom is ziek.")
    bench.keys("Ctrl+Shift+C")
    cited = QGuiApplication.clipboard().text()
    assert cited.startswith("“De boom is ziek.” (") and "Z/21/004512, p. 1)" in cited

    bench.keys("F9")
    assert bench.one("SELECT status FROM letters WHERE id = 1") == "done"
    assert window.session.letter_id == 2
    line = window.session.store.reader.letter_line(1)
    assert line is not None and "Gemeente Lindenveen" in date_and_sender(line)
    assert line.date == "2021-04-12" and not line.undated

    bench.keys("Ctrl+Shift+F")
    bench.type("speelplein")
    bench.qtbot.waitUntil(lambda: any("speelplein" in said for said in results(bench)))
    bench.keys("Esc")

    choose(bench, "004512", "Ctrl+P", wait_for=str(bench.one("SELECT title FROM letters WHERE id = 1")))
    assert window.session.letter_id == 1

    export(bench, tmp_path / "json", "json", every=True)
    made = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((tmp_path / "json").iterdir())]
    assert [one["codebook"] for one in made] == ["gemeentebrieven"] * 2
    assert {"zaaknummer", "verzonden"} <= {value["field"] for value in made[0]["form_values"]}
    export(bench, tmp_path / "csv", "csv", every=True)
    with (tmp_path / "csv" / "letters.csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    # A spreadsheet would change such cells: a sign before them keeps it off.
    assert first["verzonden"].lstrip("'") == "2021-04-12"
    assert first["zaaknummer"].lstrip("'") == "Z/21/004512"
    bench.saved()
    assert check(bench.path) == []
