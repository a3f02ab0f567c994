"""From counts to charts, and from charts to files."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.core.codebook import Codebook
from annotator.core.colours import contrast
from annotator.core.user_errors import UserError
from annotator.storage.letter_list import LetterFilter
from annotator.storage.statistics import Statistics
from annotator.ui.features.statistics.charts import charts_of, over_time, overview_charts
from annotator.ui.features.statistics.overview import overview
from annotator.ui.features.statistics.page import StatisticsPage
from annotator.ui.features.statistics.saving import save_chart, tabbed
from annotator.ui.theme.theme import DARK, LIGHT
from annotator.ui.widgets.chart import Chart, ChartRow, ChartView, colours
from tests.ui.looking import button_of, rows_of

HEAD = ("What", "Count")
CHART = Chart("Tags", (ChartRow("=Country", (3, 1)), ChartRow("Person", (0, 2))), ("confirmed", "proposed"))
FOUND = Statistics(
    1200,
    3400,
    (("done", 2), ("todo", 1198)),
    (("word", "typed", 5), ("word", "suggestion", 7), ("space", "typed", 1)),
    (("country", "confirmed", 9), ("gone", "confirmed", 1)),
    (("letter_date", "confirmed", 2),),
    (("jan", "corrections", 13), ("", "values", 1)),
    (("2026-03-02", "jan", 4),),
    (("2026-02-26", "jan", 2), ("2026-02-26", "els", 1), ("2026-02-27", "jan", 5)),
)
TODAY = date(2026, 3, 2)  # a Monday


def charts(codebook: Codebook) -> dict[str, dict[str, tuple[int, ...]]]:
    shown = (*overview_charts(FOUND), *charts_of(FOUND, codebook, "en"))
    return {c.title: {row.label: row.values for row in c.rows} for c in shown}


def test_every_status_and_kind_has_a_row_also_without_any(qapp: QApplication, codebook: Codebook) -> None:
    found = charts(codebook)
    assert found["Letters by status"] == {
        "To do": (1198,),
        "In progress": (0,),
        "Done": (2,),
        "Second look": (0,),
    }
    kinds = found["Corrections by kind and origin"]
    assert kinds["Words"] == (5, 7) and kinds["Broken words"] == (0, 0)


def test_tags_have_their_names_and_those_that_are_not_used_stand_last(
    qapp: QApplication, codebook: Codebook
) -> None:
    labels = list(charts(codebook)["Tags, and how often"])
    assert labels[:2] == ["Country", "gone"] and "Topic" in labels[2:]


def test_a_part_of_a_group_is_named_with_its_group(qapp: QApplication, codebook: Codebook) -> None:
    assert "Signatory: Name" in charts(codebook)["Fields that are filled in"]


def test_nobody_is_somebody_too(qapp: QApplication, codebook: Codebook) -> None:
    assert list(charts(codebook)["What each analyst made"]) == ["jan", "(no name)"]


def test_days_without_work_are_there_too(qapp: QApplication) -> None:
    chart = over_time((("2026-03-02", "jan", 4), ("2026-03-05", "an", 1)))
    assert [row.values for row in chart.rows] == [(4, 0), (0, 0), (0, 0), (0, 1)]
    assert (chart.title, chart.series) == ("Changes per day", ("jan", "an"))


@pytest.mark.parametrize(
    ("last", "title"),
    [
        ("2026-04-20", "Changes per day"),
        ("2026-12-31", "Changes per week"),
        ("2029-12-31", "Changes per month"),
    ],
)
def test_many_days_become_weeks_and_months(qapp: QApplication, last: str, title: str) -> None:
    chart = over_time((("2026-03-02", "jan", 4), (last, "jan", 1)))
    assert chart.title == title
    assert sum(row.total for row in chart.rows) == 5


def test_many_analysts_are_told_apart_up_to_five(qapp: QApplication) -> None:
    chart = over_time(tuple(("2026-03-02", f"a{n}", 10 - n) for n in range(9)))
    assert chart.series == ("a0", "a1", "a2", "a3", "a4", "others")
    assert chart.rows[0].values == (10, 9, 8, 7, 6, 5 + 4 + 3 + 2)


def test_no_work_is_an_empty_chart(qapp: QApplication) -> None:
    assert over_time(()).rows == ()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_colours_stand_out_from_the_ground(theme: object) -> None:
    assert all(contrast(colour, theme.panel) >= 3 for colour in colours(theme))  # type: ignore[attr-defined,arg-type]


# ------------------------------------------------------------------ files


def test_a_picture_has_bars_in_it(qapp: QApplication, tmp_path: Path) -> None:
    save_chart(CHART, tmp_path / "a.png", qapp.font(), HEAD)
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() == 1800
    seen = {image.pixelColor(x, y).name() for x in range(0, 1800, 3) for y in range(0, image.height(), 3)}
    assert QColor(colours(LIGHT)[0]).name() in seen and LIGHT.paper in seen


def test_a_drawing_is_svg_with_the_words_in_it(qapp: QApplication, tmp_path: Path) -> None:
    save_chart(CHART, tmp_path / "a.svg", qapp.font(), HEAD)
    root = ET.parse(tmp_path / "a.svg").getroot()
    assert root.tag.endswith("svg")
    words = {"".join(element.itertext()).strip() for element in root.iter() if element.tag.endswith("text")}
    assert {"Tags", "Person", "4 = 3 + 1"} <= words


def test_numbers_are_numbers_and_labels_no_formulas(qapp: QApplication, tmp_path: Path) -> None:
    save_chart(CHART, tmp_path / "a.csv", qapp.font(), HEAD)
    rows = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [
        ["What", "confirmed", "proposed", "Count"],
        ["'=Country", "3", "1", "4"],
        ["Person", "0", "2", "2"],
    ]


def test_what_cannot_be_written_is_said_and_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        save_chart(CHART, tmp_path / "nergens" / "a.png", qapp.font(), HEAD)
    assert list(tmp_path.iterdir()) == []


def test_the_clipboard_gets_cells(qapp: QApplication) -> None:
    assert tabbed(CHART, HEAD).splitlines()[1] == "=Country\t3\t1\t4"


# ------------------------------------------------------------------ the dialog


@pytest.fixture
def dialog(qtbot: QtBot, codebook: Codebook) -> StatisticsPage:
    made = StatisticsPage()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def fill(page: StatisticsPage, codebook: Codebook) -> None:
    charts = charts_of(FOUND, codebook, "en")
    page.set_charts(overview(FOUND, TODAY), TODAY, overview_charts(FOUND), charts)


def test_nothing_can_be_saved_before_it_is_counted(dialog: StatisticsPage, codebook: Codebook) -> None:
    waiting, save = dialog.findChild(QLabel, "waiting"), button_of(dialog, "Save…")
    assert waiting.text() == "Counting…" and waiting.isVisible() and not save.isEnabled()
    fill(dialog, codebook)
    assert not waiting.isVisible() and save.isEnabled()


def test_keys_choose_save_and_copy(dialog: StatisticsPage, codebook: Codebook, qtbot: QtBot) -> None:
    fill(dialog, codebook)
    asked: list[tuple[str, str]] = []
    dialog.save_wanted.connect(lambda chart: asked.append(("save", chart.title)))
    dialog.copy_wanted.connect(lambda chart: asked.append(("copy", chart.title)))
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.take_keys()
    QTest.keySequence(rows_of(dialog), "Ctrl+S")
    QTest.keySequence(rows_of(dialog), "Down")
    QTest.keySequence(rows_of(dialog), "Ctrl+C")
    assert asked == [("save", "Letters by status"), ("copy", "Corrections by kind and origin")]


def test_the_pace_is_that_of_the_days_of_work_and_weekends_are_free() -> None:
    found = replace(FOUND, letters=20, statuses=(("done", 8), ("todo", 12)))
    seen = overview(found, TODAY)
    assert (seen.done, seen.left, seen.pace) == (8, 12, 4.0)
    assert seen.ready == date(2026, 3, 5)  # three days of work from Monday on
    assert overview(found, date(2026, 3, 5)).ready == date(2026, 3, 10)  # Friday, Monday, Tuesday


def test_nothing_is_foretold_where_nothing_was_done_or_all_is() -> None:
    assert overview(replace(FOUND, done=()), TODAY).ready is None
    assert overview(replace(FOUND, letters=2), TODAY).ready is None


def test_each_bar_knows_its_letters(codebook: Codebook) -> None:
    status, by_whom, per_day = overview_charts(FOUND)
    assert status.rows[2].leads == LetterFilter(status="done")
    assert [(row.label, row.values, row.leads) for row in by_whom.rows] == [
        ("jan", (7,), LetterFilter(done_by="jan")),
        ("els", (1,), LetterFilter(done_by="els")),
    ]
    assert [row.leads for row in per_day.rows] == [
        LetterFilter(done_days=(day, day)) for day in ("2026-02-26", "2026-02-27")
    ]
    assert all(row.leads is not None for chart in charts_of(FOUND, codebook, "en") for row in chart.rows)


def test_a_screen_reader_is_told_the_numbers(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.set_chart(CHART)
    assert view.accessibleName() == "Tags"
    assert view.accessibleDescription() == "=Country: 4 = 3 + 1; Person: 2"
