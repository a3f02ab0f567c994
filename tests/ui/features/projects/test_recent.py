"""Closing a project, and opening one that was opened before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.features.projects.welcome import RecentCard
from tests.ui.looking import label_of
from tests.ui.shell.making import Bench, focused, settle


def cards(bench: Bench) -> list[RecentCard]:
    settle()
    return [card for card in bench.window.findChildren(RecentCard) if card.isVisible()]


def test_ctrl_w_shows_the_welcome_page_with_the_project_on_it(bench: Bench) -> None:
    bench.keys("F9", "F9")
    bench.saved()
    bench.keys("Ctrl+W")
    (card,) = cards(bench)
    assert card.project.path == str(bench.path)
    assert card.project.detail.endswith("1 of 3 letters done")
    assert bench.window.settings.text("last_project") == ""


def test_enter_opens_it_again(bench: Bench) -> None:
    bench.keys("Ctrl+W")
    settle()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert bench.window.session.store.path == bench.path
    assert bench.window.settings.text("last_project") == str(bench.path)


def test_a_file_that_is_gone_is_marked(bench: Bench) -> None:
    bench.keys("Ctrl+W")
    bench.path.rename(bench.path.with_suffix(".away"))
    bench.window.composition.opening.show_welcome()
    bench.qtbot.waitUntil(lambda: cards(bench)[0].missing)


def test_delete_takes_it_off_the_page_and_leaves_the_file(bench: Bench) -> None:
    bench.keys("Ctrl+W")
    settle()
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert cards(bench) == [] and bench.path.exists()


def test_nothing_of_the_project_is_told_any_more(bench: Bench) -> None:
    bench.keys("Ctrl+W")
    strip = bench.window.views.strip
    assert not label_of(strip, "saved").isVisible() and not label_of(strip, "place").isVisible()
    assert "left" not in bench.hints.accessibleName()
