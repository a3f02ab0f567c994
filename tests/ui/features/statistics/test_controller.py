"""The statistics in the window: counted in the background, with what was done last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.ui.features.statistics.dialog import StatisticsDialog
from annotator.ui.widgets.chart import ChartView
from tests.ui.looking import button_of, rows_of
from tests.ui.shell.making import Bench, nothing_runs


@pytest.fixture
def counted(bench: Bench) -> StatisticsDialog:
    bench.select("Irak")
    bench.keys("L")
    dialog = bench.window.composition.workspace.statistics.dialog()
    assert dialog is not None
    bench.qtbot.addWidget(dialog)
    dialog.show()
    bench.qtbot.waitUntil(lambda: rows_of(dialog).count() == 6)
    return dialog


def values(dialog: StatisticsDialog, row: int) -> dict[str, tuple[int, ...]]:
    rows_of(dialog).setCurrentRow(row)
    return {line.label: line.values for line in dialog.findChild(ChartView).chart.rows}


def test_what_was_done_just_now_is_counted(bench: Bench, counted: StatisticsDialog) -> None:
    assert values(counted, 0)["To do"] == (3,)
    assert values(counted, 2)["Country"][0] == 1
    assert values(counted, 4) == {"jan": (1,)}


def test_saves_the_chart_and_remembers_the_folder(
    bench: Bench, counted: StatisticsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = str(tmp_path / "grafiek")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (wanted, "Drawing (*.svg)"))
    button_of(counted, "Save…").click()
    assert (tmp_path / "grafiek.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert bench.window.settings.text("last_export_folder") == str(tmp_path)


def test_copies_the_numbers(bench: Bench, counted: StatisticsDialog) -> None:
    values(counted, 0)
    button_of(counted, "Copy the numbers").click()
    assert QGuiApplication.clipboard().text().splitlines()[:2] == ["What\tCount", "To do\t3"]


def test_closing_before_it_is_counted_harms_nobody(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def close_at_once(dialog: StatisticsDialog) -> None:
        shown.append(dialog.windowTitle())

    monkeypatch.setattr(StatisticsDialog, "exec", close_at_once)
    bench.window.composition.workspace.statistics.show()
    assert shown == ["Statistics"]
    bench.qtbot.waitUntil(nothing_runs)
