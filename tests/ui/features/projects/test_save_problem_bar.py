from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.features.projects.save_problem_bar import SaveProblemBar
from annotator.ui.theme.keeper import ThemeKeeper

FULL = "The disk is full: free some space, then try again."


@pytest.fixture
def bar(qtbot: QtBot) -> SaveProblemBar:
    widget = SaveProblemBar()
    qtbot.addWidget(widget)
    return widget


def test_is_hidden_while_all_is_well(bar: SaveProblemBar) -> None:
    assert bar.isHidden()


def test_shows_the_problem(bar: SaveProblemBar) -> None:
    bar.show_problem(FULL)
    assert FULL in [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def test_goes_when_all_is_saved(bar: SaveProblemBar) -> None:
    bar.show_problem(FULL)
    bar.clear()
    assert bar.isHidden()


@pytest.mark.parametrize(("index", "name"), [(0, "try_again"), (1, "save_copy")])
def test_a_button_asks(bar: SaveProblemBar, qtbot: QtBot, index: int, name: str) -> None:
    bar.show_problem(FULL)
    with qtbot.waitSignal(getattr(bar, name)):
        QTest.keyClick(bar.findChildren(QPushButton)[index], Qt.Key.Key_Space)


def test_markup_in_a_file_name_is_shown_as_it_is(bar: SaveProblemBar) -> None:
    bar.show_problem("<b>x</b>.kant cannot be written.")
    labels = [label for label in bar.findChildren(QLabel) if label.text().startswith("<b>")]
    assert labels[0].textFormat() is Qt.TextFormat.PlainText


def test_a_sentence_that_wraps_is_shown_whole(qtbot: QtBot, qapp: QApplication) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    themes = ThemeKeeper(qapp, "light")  # its buttons leave the sentence little room
    themes.setParent(desk)
    bar, text = SaveProblemBar(desk), QPlainTextEdit(desk)
    column = QVBoxLayout(desk)
    column.addWidget(bar)
    column.addWidget(text)
    desk.resize(520, 400)
    desk.show()
    gone = "The project a.kant is no longer in /brieven. Put the file back: saving goes on by itself."
    bar.show_problem(gone)
    reason = next(label for label in bar.findChildren(QLabel) if label.wordWrap())
    qtbot.waitUntil(lambda: reason.height() >= reason.heightForWidth(reason.width()))
    assert bar.height() < 150
