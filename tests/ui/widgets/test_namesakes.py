"""A title gives way to what tells its letter from others of the same title."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from annotator.ui.widgets.namesakes import fitting_name, full_name

TITLE = "Kamerbrief over de voortgang van de missie in Irak en de bijdrage van België daaraan"


@pytest.mark.parametrize("room", [400, 260, 200])
def test_what_tells_it_apart_is_seen_where_the_title_is_cut(qapp: QApplication, room: int) -> None:
    metrics = QFontMetrics(QFont())
    shown = fitting_name(TITLE, "brief-12.pdf", metrics, room)
    assert shown.endswith(" · brief-12.pdf")
    assert TITLE.startswith(shown.split("…")[0])
    assert metrics.horizontalAdvance(shown) <= room


def test_a_long_name_of_a_file_keeps_its_end(qapp: QApplication) -> None:
    shown = fitting_name(TITLE, f"{'scan-' * 20}12.pdf", QFontMetrics(QFont()), 260)
    assert shown.endswith(".pdf")


def test_a_letter_without_namesakes_has_its_title_alone(qapp: QApplication) -> None:
    assert full_name(TITLE, "") == TITLE
    assert fitting_name(TITLE, "", QFontMetrics(QFont()), 5000) == TITLE
