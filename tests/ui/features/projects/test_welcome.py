from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.features.projects.introduction import Introduction
from annotator.ui.features.projects.welcome import ActionCard, RecentCard, RecentProject, Welcome


class Window(QMainWindow):
    """A window that takes dropped files, as the program's does."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.accept()


@pytest.fixture
def welcome(qtbot: QtBot) -> Iterator[Welcome]:
    window = Window()
    qtbot.addWidget(window)
    window.setAcceptDrops(True)
    page = Welcome()
    window.setCentralWidget(page)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    page.setFocus()
    yield page


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


def drag(window: QWidget, address: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address)])
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        window, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    )
    return data


def test_shows_that_dragged_files_are_welcome(welcome: Welcome) -> None:
    calm = welcome.grab().toImage()
    drag(welcome.window(), "file:///data/a.txt")
    assert welcome.grab().toImage() != calm


def test_an_address_on_a_network_is_not(welcome: Welcome) -> None:
    calm = welcome.grab().toImage()
    drag(welcome.window(), "https://example.org/a.txt")
    assert welcome.grab().toImage() == calm


def test_is_calm_again_after_the_drop(welcome: Welcome) -> None:
    calm = welcome.grab().toImage()
    data = drag(welcome.window(), "file:///data/a.txt")
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(welcome.window(), drop)
    assert welcome.grab().toImage() == calm


def test_leaves_the_drop_to_the_window(welcome: Welcome) -> None:
    assert not welcome.acceptDrops()


# ------------------------------------------------------------------ projects that were opened before


def recent(welcome: Welcome, *names: str) -> list[RecentCard]:
    welcome.set_recent([RecentProject(f"/data/{name}.kant", name, "/data", "today") for name in names])
    QApplication.processEvents()
    return [card for card in welcome.findChildren(RecentCard) if card.isVisible()]


def wanted(welcome: Welcome) -> list[str]:
    paths: list[str] = []
    welcome.project_wanted.connect(paths.append)
    return paths


def test_enter_opens_the_last_project(welcome: Welcome) -> None:
    recent(welcome, "one", "two")
    paths = wanted(welcome)
    welcome.setFocus()
    QTest.keyClick(QApplication.focusWidget() or welcome, Qt.Key.Key_Return)
    assert paths == ["/data/one.kant"]


def test_a_digit_opens_its_project(welcome: Welcome) -> None:
    recent(welcome, "one", "two")
    paths = wanted(welcome)
    welcome.setFocus()
    QTest.keyClick(QApplication.focusWidget() or welcome, Qt.Key.Key_2)
    assert paths == ["/data/two.kant"]


def test_a_project_that_is_gone_says_so(welcome: Welcome) -> None:
    one, two = recent(welcome, "one", "two")
    welcome.set_there("/data/one.kant", False)
    welcome.set_there("/data/two.kant", True)
    assert (one.missing, two.missing) == (True, False)
    assert one.accessibleName() == "one, not found, today, 1"


def test_delete_forgets_a_project(welcome: Welcome) -> None:
    recent(welcome, "one")
    paths: list[str] = []
    welcome.forget_wanted.connect(paths.append)
    welcome.setFocus()
    QTest.keyClick(QApplication.focusWidget() or welcome, Qt.Key.Key_Delete)
    assert paths == ["/data/one.kant"]


def test_there_are_at_most_six(welcome: Welcome) -> None:
    assert len(recent(welcome, *map(str, range(9)))) == 6
    assert recent(welcome, "only")[0].digit == "1"


# ------------------------------------------------------------------ what the program is


def left_of(welcome: Welcome, widget: QWidget) -> int:
    return widget.mapTo(welcome, QPoint(0, 0)).x()


@pytest.mark.parametrize("names", [(), ("brieven",), ("a", "b", "c")])
@pytest.mark.parametrize("size", [(800, 600), (1366, 768), (2560, 1440)])
def test_the_title_begins_where_the_cards_begin(
    welcome: Welcome, names: tuple[str, ...], size: tuple[int, int]
) -> None:
    recent(welcome, *names)
    welcome.window().resize(*size)
    QApplication.processEvents()
    title = next(label for label in welcome.findChildren(QLabel) if label.text() == "Kanttekening")
    cards = welcome.findChildren(ActionCard)
    assert {left_of(welcome, card) for card in cards} == {left_of(welcome, title)}
    assert {card.width() for card in cards} <= {cards[0].width()} and cards[0].width() <= 560
    shown = [*cards, *(card for card in welcome.findChildren(RecentCard) if card.isVisible())]
    right = max(left_of(welcome, card) + card.width() for card in shown)
    assert abs(left_of(welcome, title) - (welcome.width() - right)) <= 2


def test_it_says_what_the_program_does_as_long_as_no_project_was_opened(welcome: Welcome) -> None:
    points = welcome.findChildren(Introduction)[0].points
    assert all(point.isVisible() for point in points)
    recent(welcome, "brieven")
    assert not any(point.isVisible() for point in points)
