"""The README's tour, walked through with real keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.ui.settings import Settings
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.theme.keeper import ThemeKeeper
from tests.docs.pages import ROOT
from tests.ui.shell.making import Bench, Here, make_project, settle

README = (ROOT / "README.md").read_text(encoding="utf-8")
STEPS = dict(
    re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |^$)", README.split("## A tour")[1], re.MULTILINE | re.DOTALL)
)
# What each step says in code, in order: the tests below press these keys.
SAID = {
    "1": "F3 Enter financiéle Enter Ctrl+Z Enter Esc",
    "2": "Ctrl+G 106 Enter F3 Belgié Ctrl+Enter Ctrl+D",
    "3": "Italig Esc L F3 Italië Enter Esc Italië",
    "4": "Ctrl+G 64 Enter E E T Shift+F1 F1",
    "5": "Ctrl+G 37 Enter C Ctrl+Alt+O Shift+C Shift+Delete S > [ ]",
    "6": "C Ctrl+G 9 Enter . Ctrl+Right Shift+End V , F4",
    "7": "F2 Esc Ctrl+Z",
    "8": "Ctrl+Shift+S Enter",
    "9": "Ctrl+Q make_run Ctrl+Z F9 F9",
    "10": "F3 Esc Alt++ Alt+0 Ctrl+Shift+I",
}


@pytest.fixture
def tour(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    """Open the window on two of the sample letters, the one of the tour first."""
    yield from _tour(qtbot, qapp, tmp_path, Here())


@pytest.fixture
def proposing_tour(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    """Open the same, with proposals."""
    yield from _tour(qtbot, qapp, tmp_path, Here(proposes=True))


def _tour(qtbot: QtBot, qapp: QApplication, tmp_path: Path, runner: Here) -> Iterator[Bench]:
    names = ("voortgang-kustwacht-2021", "motie-zeekabels-2021")
    letters = [resource_path(f"sample/{name}.txt").read_text(encoding="utf-8") for name in names]
    path = make_project(tmp_path, letters)
    themes = ThemeKeeper(qapp, "light")
    window = MainWindow(Settings(tmp_path / "settings"), themes, runner, "en")
    themes.setParent(window)
    window.composition.context.analyst = "Anna"
    bench = Bench(qtbot, window, path)
    window.resize(1440, 900)
    window.composition.opening.open_path(path)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.views.text.setFocus()
    settle()
    bench.suspects_ready()
    yield bench
    window.close()
    window.deleteLater()
    settle()


def go_to_line(bench: Bench, number: int) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(str(number))
        dialog.accept()

    QTimer.singleShot(0, answer)
    bench.keys("Ctrl+G")


def test_the_steps_say_what_is_tested() -> None:
    spans = {step: re.findall(r"`([^`]+)`", text) for step, text in STEPS.items()}
    assert {step: " ".join(s.replace(" ", "_") for s in found) for step, found in spans.items()} == SAID


def test_correct(tour: Bench) -> None:
    tour.keys("F3")
    assert (tour.asked, tour.field) == ("Defen-\nsie", "Defensie")
    tour.keys("Return")
    assert tour.asked == "financiéle"
    tour.keys("Return", "Ctrl+Z")
    assert tour.asked == "financiéle"
    tour.keys("Return", "Esc")
    assert tour.window.views.text.hasFocus()
    assert "financiële" in tour.file_text()


def test_correct_all_of_them(tour: Bench) -> None:
    go_to_line(tour, 106)
    tour.keys("F3")
    assert tour.asked == "Belgié"
    tour.keys("Ctrl+Return")
    assert tour.file_text().count("België") == 3
    assert tour.one("SELECT count(*) FROM changes") == 1
    assert tour.asked == "Italig"


def test_see_a_tag_survive(tour: Bench) -> None:
    go_to_line(tour, 109)
    tour.keys("F3", "Esc", "L")
    assert tour.passages() == [("country", "Italig")]
    tour.keys("F3")
    assert tour.field == "Italië"
    tour.keys("Return", "Esc")
    assert tour.passages() == [("country", "Italië")]


def test_tag_a_passage(tour: Bench) -> None:
    go_to_line(tour, 64)
    tour.keys("E", "E", "T")
    tag, quote = tour.passages()[0]
    assert tag == "commitment"
    assert quote.startswith("Ik zal uw Kamer") and quote.endswith("moeten verlagen.")


def test_take_over_the_outline(proposing_tour: Bench) -> None:
    tour = proposing_tour
    go_to_line(tour, 37)
    tour.keys("C")
    assert tour.rows("SELECT level, heading FROM sections WHERE letter_id = 1 AND state = 'confirmed'") == [
        (2, "Vloot en vliegtuigen")
    ]
    tour.keys("Ctrl+Alt+O")
    assert tour.rows("SELECT DISTINCT state FROM sections WHERE letter_id = 1") == [("confirmed",)]
    go_to_line(tour, 64)
    tour.keys("Shift+Delete")
    assert tour.one("SELECT count(*) FROM passages WHERE letter_id = 1 AND tag = 'commitment'") == 2
    tour.keys("Shift+C")
    of_a_kind = [
        tour.rows(f"SELECT DISTINCT state FROM {view} WHERE letter_id = 1")
        for view in ("form_values", "passages")
    ]
    assert [("confirmed",)] in of_a_kind
    go_to_line(tour, 40)
    tour.keys("S", ">")
    assert tour.rows("SELECT level FROM sections WHERE letter_id = 1 AND tag IS NULL") == [(3,)]
    at = tour.window.views.text.caret()
    tour.keys("[")
    assert tour.window.views.text.caret() < at
    tour.keys("]")
    assert tour.window.views.text.caret() == at


def test_fill_in_the_form(tour: Bench) -> None:
    go_to_line(tour, 9)
    tour.keys(".", "Ctrl+Right", "Shift+End", "V")
    found = tour.rows("SELECT field, value, evidence_quote FROM form_values")
    assert found == [("letter_date", "2021-11-09", "9 november 2021")]
    go_to_line(tour, 20)
    tour.keys(",", "F4")
    assert tour.selected == "9 november 2021"


def test_type(tour: Bench) -> None:
    before = tour.text
    go_to_line(tour, 33)
    tour.keys("F2")
    tour.type("Ja ")
    tour.keys("Esc")
    assert "Ja wij samenwerken" in tour.file_text()
    tour.keys("Ctrl+Z")
    assert tour.file_text() == before


def test_come_back(tour: Bench) -> None:
    tour.keys("K")
    assert tour.one("SELECT tag FROM sections WHERE letter_id = 1") == "letterhead"
    tour.window.composition.opening.close_session()
    tour.window.composition.opening.open_path(tour.path)
    settle()
    tour.keys("Ctrl+Z")
    assert tour.one("SELECT tag FROM sections WHERE letter_id = 1") is None
    tour.keys("F9", "F9")
    assert tour.one("SELECT status FROM letters WHERE id = 1") == "done"
    assert tour.window.session.letter_id == 2


def test_see_the_paper(tour: Bench) -> None:
    scan = resource_path("sample/leeszalen-rijksarchieven-2022.pdf")
    ids = import_paths(tour.window.session.store, [scan], "Anna")
    tour.window.composition.workspace.transfer.imports.arrived.emit([3])
    assert [file.letter_id for file in ids] == [3]
    tour.window.resize(1920, 1000)
    tour.window.composition.open_letter(3)
    tour.suspects_ready()
    tour.qtbot.waitUntil(lambda: tour.window.composition.workspace.page_images.ready)
    pages = tour.window.views.page_view
    assert pages.isVisible()
    tour.keys("F3")
    assert tour.box.isVisible() and not tour.box.place.image.isNull()
    tour.keys("Esc")
    pages.clicked.emit(0, 205.0, 345.0)
    assert tour.text[tour.window.views.text.caret() :].startswith("uw Kamer")
    canvas = pages.focusProxy()
    size = canvas.percent()  # type: ignore[attr-defined]
    tour.keys("Alt++")
    assert canvas.percent() > size  # type: ignore[attr-defined]
    tour.keys("Alt+0")
    assert canvas.percent() == pytest.approx(size)  # type: ignore[attr-defined]
    places = []
    for _ in range(3):
        tour.keys("Ctrl+Shift+I")
        places.append(tour.window.views.page_pane.place)
    assert places == ["above", "hidden", "beside"]
