"""The statistics in the window: counted in the background, with what was done last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.storage.letter_list import LetterFilter
from annotator.ui.features.statistics.page import StatisticsPage
from annotator.ui.features.statistics.tiles import Tile
from annotator.ui.widgets.chart import ChartView
from tests.ui.looking import button_of, model_of, rows_of
from tests.ui.shell.making import Bench, nothing_runs


@pytest.fixture
def counted(bench: Bench) -> StatisticsPage:
    bench.select("Irak")
    bench.keys("L")
    bench.keys("Ctrl+Shift+T")
    page = bench.window.composition.workspace.page
    assert isinstance(page, StatisticsPage)
    bench.qtbot.waitUntil(lambda: rows_of(page).count() == 6)
    return page


def values(dialog: StatisticsPage, row: int) -> dict[str, tuple[int, ...]]:
    rows_of(dialog).setCurrentRow(row)
    return {line.label: line.values for line in charts(dialog)[0].chart.rows}


def test_what_was_done_just_now_is_counted(bench: Bench, counted: StatisticsPage) -> None:
    assert values(counted, 0)["To do"] == (3,)
    assert values(counted, 2)["Country"][0] == 1
    assert values(counted, 4) == {"jan": (1,)}


def test_saves_the_chart_and_remembers_the_folder(
    bench: Bench, counted: StatisticsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = str(tmp_path / "grafiek")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (wanted, "Drawing (*.svg)"))
    button_of(counted, "Save…").click()
    assert (tmp_path / "grafiek.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert bench.window.settings.text("last_export_folder") == str(tmp_path)


def test_copies_the_numbers(bench: Bench, counted: StatisticsPage) -> None:
    values(counted, 0)
    button_of(counted, "Copy the numbers").click()
    assert QGuiApplication.clipboard().text().splitlines()[:2] == ["What\tCount", "To do\t3"]


def test_leaving_before_it_is_counted_harms_nobody(bench: Bench) -> None:
    bench.keys("Ctrl+Shift+T", "Escape")
    assert bench.window.composition.workspace.page is None
    bench.qtbot.waitUntil(nothing_runs)


def tiles(page: StatisticsPage) -> list[str]:
    return [tile.text() for tile in page.findChildren(Tile)]


def charts(page: StatisticsPage) -> list[ChartView]:
    return [view for view in page.findChildren(ChartView) if not view.isHidden()]


def test_it_begins_with_how_many_are_done_by_whom_how_fast_and_when_ready(bench: Bench) -> None:
    bench.keys("Ctrl+3")  # the first of three
    bench.saved()
    bench.keys("Ctrl+Shift+T")
    page = bench.window.composition.workspace.page
    assert isinstance(page, StatisticsPage)
    bench.qtbot.waitUntil(lambda: len(tiles(page)) == 4)
    done, left, pace, ready = tiles(page)
    assert done == "Done: 1. 33 % of 3 letters"
    assert left.startswith("To go: 2") and pace.startswith("Pace: 1.")
    assert "at this pace" in ready
    assert [view.chart.title for view in charts(page)] == [
        *("Letters by status", "Letters done, by whom", "Letters done per day")
    ]
    assert [(row.label, row.values) for row in charts(page)[1].chart.rows] == [("jan", (1,))]


def test_a_click_on_a_bar_leads_to_its_letters(bench: Bench) -> None:
    bench.keys("Ctrl+3")
    bench.saved()
    bench.keys("Ctrl+Shift+T")
    page = bench.window.composition.workspace.page
    assert isinstance(page, StatisticsPage)
    bench.qtbot.waitUntil(lambda: len(charts(page)) == 3)
    view = charts(page)[1]
    bench.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect_of(0).center().toPoint())
    letters = bench.window.views.letters
    assert bench.window.composition.workspace.page is None
    assert letters.wanted() == LetterFilter(done_by="jan")
    assert letters.isVisible() and letters.has_keys()
    assert model_of(letters).rowCount() == 1


def test_arrows_and_enter_do_the_same(bench: Bench, counted: StatisticsPage) -> None:
    rows_of(counted).setCurrentRow(2)  # tags
    (view,) = charts(counted)
    view.setFocus()
    bench.keys("Return")
    letters = bench.window.views.letters
    assert letters.wanted() == LetterFilter(tag="country")
    assert model_of(letters).rowCount() == 1
