from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.badge import badge_text
from annotator.ui.widgets.chip import Chip
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.icons import icon
from annotator.ui.widgets.key_cap import KeyCap, key_text
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.rows import Index, Row, RowDelegate


@pytest.mark.parametrize(
    ("keys", "shown"), [("Ctrl+Return", "Ctrl+Enter"), ("F3", "F3"), ("Esc", "Esc"), ("Ctrl++", "Ctrl++")]
)
def test_keys_are_named_as_on_the_keyboard(keys: str, shown: str) -> None:
    assert key_text(keys) == shown


def test_longer_keys_have_a_wider_cap(qtbot: QtBot) -> None:
    short, long = KeyCap("E"), KeyCap("Ctrl+Shift+Return")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.sizeHint().width() > short.sizeHint().width()


def test_a_text_that_fits_has_no_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("kort")
    qtbot.addWidget(label)
    label.resize(300, 20)
    label.set_text("ook kort")
    assert not label.toolTip()


def test_a_text_that_is_cut_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.set_text("een <b>lange</b> naam die niet past")
    assert "een &lt;b&gt;lange&lt;/b&gt; naam die niet past" in label.toolTip()


def test_chip_is_switched_by_the_keyboard(qtbot: QtBot) -> None:
    chip = Chip("To do 641")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.toggled):
        QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()


def test_header_says_its_title_and_detail(qtbot: QtBot) -> None:
    header = PanelHeader("Letters", "412 of 1,086")
    qtbot.addWidget(header)
    assert [label.text() for label in header.findChildren(ElidedLabel)] == ["Letters", "412 of 1,086"]


def test_header_shows_its_keys(qtbot: QtBot) -> None:
    header = PanelHeader("Outline")
    qtbot.addWidget(header)
    header.set_keys(("S", "M"))
    assert [cap.keys for cap in header.findChildren(KeyCap)] == ["S", "M"]


@pytest.mark.parametrize(
    ("key", "name", "text"), [("N", "", "N"), ("", "land", "land"), ("N", "land", "N  land")]
)
def test_badge_says_key_and_name(key: str, name: str, text: str) -> None:
    assert badge_text(key, name) == text


def test_icons_are_drawn(qtbot: QtBot) -> None:
    image = icon("search", "#ff0000").pixmap(QSize(16, 16)).toImage()
    assert any(image.pixelColor(x, y).alpha() > 200 for x in range(16) for y in range(16))


class Named(RowDelegate):
    def row(self, index: Index) -> Row:
        return Row(str(index.data()), "detail", "aside", dot="half", key="N", swatch="#c23b12", proposed=True)


def test_rows_paint_without_drawing_past_their_edge(qtbot: QtBot) -> None:
    model = QStringListModel(["een heel lange titel " * 5])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, 50)
    pixmap = QPixmap(260, 50)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    Named().paint(painter, option, model.index(0, 0, QModelIndex()))
    painter.end()
    image = pixmap.toImage()
    drawn = [x for x in range(260) for y in range(50) if image.pixelColor(x, y) != Qt.GlobalColor.white]
    assert drawn
    assert max(drawn) < 200
