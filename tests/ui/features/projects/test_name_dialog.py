from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.ui.features.projects.name_dialog import NameDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> NameDialog:
    widget = NameDialog()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def field(dialog: NameDialog) -> QLineEdit:
    return dialog.findChildren(QLineEdit)[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_accepts_a_name(dialog: NameDialog, key: Qt.Key) -> None:
    QTest.keyClicks(field(dialog), " M.  Visser ")
    QTest.keyClick(field(dialog), key)
    assert (dialog.result(), dialog.name()) == (QDialog.DialogCode.Accepted, "M. Visser")


def test_enter_waits_for_a_name(dialog: NameDialog) -> None:
    QTest.keyClicks(field(dialog), "   ")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_escape_asks_nothing_more(dialog: NameDialog) -> None:
    QTest.keyClick(field(dialog), Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.result()) == (False, QDialog.DialogCode.Rejected)


def test_an_invisible_character_is_left_out(dialog: NameDialog) -> None:
    field(dialog).setText("M.\u00a0Vis\u200bser\n")
    assert dialog.name() == "M. Visser"


def test_a_suggestion_is_selected(qtbot: QtBot) -> None:
    widget = NameDialog("mv")
    qtbot.addWidget(widget)
    assert field(widget).selectedText() == "mv"
