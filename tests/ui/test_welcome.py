from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.welcome import ActionCard, Welcome, paths_of


@pytest.fixture
def welcome(qtbot: QtBot) -> Welcome:
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitExposed(page)
    page.setFocus()
    return page


def asked(welcome: Welcome) -> list[str]:
    names: list[str] = []
    welcome.new_wanted.connect(lambda: names.append("new"))
    welcome.open_wanted.connect(lambda: names.append("open"))
    welcome.sample_wanted.connect(lambda: names.append("sample"))
    return names


@pytest.mark.parametrize(("downs", "name"), [(0, "new"), (1, "open"), (2, "sample")])
def test_arrows_and_enter_begin(welcome: Welcome, downs: int, name: str) -> None:
    names = asked(welcome)
    for key in [*[Qt.Key.Key_Down] * downs, Qt.Key.Key_Return]:
        QTest.keyClick(QApplication.focusWidget() or welcome, key)
    assert names == [name]


def test_space_begins_too(welcome: Welcome) -> None:
    names = asked(welcome)
    QTest.keyClick(QApplication.focusWidget() or welcome, Qt.Key.Key_Space)
    assert names == ["new"]


def test_the_letter_on_a_card_works(welcome: Welcome) -> None:
    names = asked(welcome)
    QTest.keyClick(QApplication.focusWidget() or welcome, Qt.Key.Key_S)
    assert names == ["sample"]


def test_each_card_names_its_key(welcome: Welcome) -> None:
    assert [card.accessibleName() for card in welcome.findChildren(ActionCard)] == [
        "New project (Ctrl+N)",
        "Open a project (Ctrl+O)",
        "Try the sample letter (S)",
    ]


def dragged(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def test_dropped_files_are_passed_on(welcome: Welcome, qtbot: QtBot) -> None:
    data = dragged("file:///data/a.txt", "file:///data/letters")
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    with qtbot.waitSignal(welcome.files_dropped) as dropped:
        welcome.dropEvent(event)
    assert dropped.args == [[Path("/data/a.txt"), Path("/data/letters")]]


def test_an_address_on_a_network_is_no_file() -> None:
    assert paths_of(dragged("https://example.org/a.txt")) == []


def test_text_cannot_be_dropped(welcome: Welcome) -> None:
    data = QMimeData()
    data.setText("a")
    event = QDragEnterEvent(
        QPointF(9, 9).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    welcome.dragEnterEvent(event)
    assert not event.isAccepted()
