"""Looking for duplicate letters in the window: side by side, by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from annotator.ui.features.duplicates.dialog import DuplicatesDialog
from annotator.ui.features.letters.removal_dialog import RemovalDialog
from tests.ui.looking import lines_of, rows_of
from tests.ui.shell.making import FIRST, SECOND, Bench, OpenBench

TWICE = FIRST.replace("Zie 28 676", "Zie 28 677")


@pytest.fixture
def twice(open_bench: OpenBench) -> Bench:
    return open_bench(letters=(FIRST, SECOND, TWICE))


def in_dialog(bench: Bench, do: Callable[[DuplicatesDialog], None]) -> None:
    """Look for duplicates, and do something in the dialog that shows them."""
    done: list[bool] = []

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, DuplicatesDialog):
            QTimer.singleShot(20, there)
            return
        try:
            bench.qtbot.waitUntil(dialog.isActiveWindow)
            bench.qtbot.waitUntil(lambda: bool(texts(dialog)[1]))
            do(dialog)
        finally:
            dialog.reject()
            done.append(True)

    QTimer.singleShot(0, there)
    bench.window.composition.workspace.duplicates.start()
    bench.qtbot.waitUntil(lambda: bool(done))


def texts(dialog: DuplicatesDialog) -> list[str]:
    return [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)]


def press_in_removal(bench: Bench, label: str) -> None:
    def there() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RemovalDialog)
        button = next(b for b in dialog.findChildren(QWidget) if _text(b) == label)
        button.click()  # type: ignore[attr-defined]

    QTimer.singleShot(0, there)


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()).replace("&", "") if callable(text) else ""


def test_shows_the_pair_side_by_side(twice: Bench) -> None:
    seen: list[str] = []
    in_dialog(twice, lambda dialog: seen.extend(texts(dialog)))
    assert seen == [FIRST, TWICE]


def test_removes_the_right_one(twice: Bench) -> None:
    def do(dialog: DuplicatesDialog) -> None:
        press_in_removal(twice, "Remove")
        QTest.keySequence(rows_of(dialog), "R")
        twice.qtbot.waitUntil(lambda: dialog.chosen() is None)

    in_dialog(twice, do)
    assert twice.rows("SELECT id FROM letters ORDER BY id") == [(1,), (2,)]


def test_keeps_both_for_good(twice: Bench) -> None:
    def do(dialog: DuplicatesDialog) -> None:
        QTest.keySequence(rows_of(dialog), "K")
        assert dialog.chosen() is None

    in_dialog(twice, do)
    twice.window.composition.workspace.duplicates.start()
    twice.qtbot.waitUntil(lambda: "No two letters of the project are alike." in twice.said)


def test_without_any_says_so(bench: Bench) -> None:
    bench.window.composition.workspace.duplicates.start()
    bench.qtbot.waitUntil(lambda: "No two letters of the project are alike." in bench.said)


@pytest.fixture
def thrice(open_bench: OpenBench) -> Bench:
    return open_bench(letters=(FIRST, TWICE, FIRST.replace("347", "348"), SECOND))


def test_letters_that_are_alike_are_one_group_with_their_number(thrice: Bench) -> None:
    seen: list[str] = []
    in_dialog(thrice, lambda dialog: seen.extend(lines_of(dialog).split("\n")))
    assert len(seen) == 3
    assert seen[0].endswith("brief-1.txt: 3 letters")
    assert [line.split(": ")[-1].endswith("%") for line in seen] == [False, True, True]


def test_all_but_the_first_of_a_group_go_at_once(thrice: Bench) -> None:
    def do(dialog: DuplicatesDialog) -> None:
        press_in_removal(thrice, "Remove")
        QTest.keySequence(rows_of(dialog), "Shift+R")
        thrice.qtbot.waitUntil(lambda: dialog.chosen() is None)

    in_dialog(thrice, do)
    assert thrice.rows("SELECT id FROM letters ORDER BY id") == [(1,), (4,)]


def test_without_its_first_letter_a_group_is_one_still(thrice: Bench) -> None:
    left: list[str] = []

    def do(dialog: DuplicatesDialog) -> None:
        press_in_removal(thrice, "Remove")
        QTest.keySequence(rows_of(dialog), "L")
        thrice.qtbot.waitUntil(lambda: "2 letters" in lines_of(dialog))
        left.append(lines_of(dialog))

    in_dialog(thrice, do)
    assert "brief-2.txt" in left[0] and "brief-3.txt" in left[0]


def test_enter_opens_the_letter_of_the_row(thrice: Bench) -> None:
    def do(dialog: DuplicatesDialog) -> None:
        QTest.keySequence(rows_of(dialog), "Down")
        QTest.keySequence(rows_of(dialog), "Return")

    in_dialog(thrice, do)
    assert thrice.text == TWICE
