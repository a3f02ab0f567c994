"""Keys in a very long line, which Qt lays out anew at each edit, are typed together; none is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy

from tests.ui.shell.making import Bench

LINE = "woord " * 2_000
KEYS = "vrijdag twee brieven"
PATIENCE = 30_000


@pytest.fixture
def long_line(bench: Bench, tmp_path: Path) -> Bench:
    (tmp_path / "lang.txt").write_text(f"{LINE}\n", encoding="utf-8")
    bench.window.composition.import_paths([tmp_path / "lang.txt"])
    bench.qtbot.waitUntil(lambda: "1 letter imported." in bench.said, timeout=PATIENCE)
    bench.window.composition.open_letter(4)
    bench.keys("F2")
    bench.window.views.text.move_caret(0)
    return bench


def presses() -> list[QKeyEvent]:
    none = Qt.KeyboardModifier.NoModifier
    return [QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), none, sign) for sign in KEYS]


def is_saved(bench: Bench) -> bool:
    return bench.one("SELECT text FROM letters WHERE id = 4") == f"{KEYS}{LINE}\n"


def test_keys_that_wait_are_typed_as_one_edit(long_line: Bench) -> None:
    edited = QSignalSpy(long_line.window.views.text.edited)
    for key in presses():  # into the queue, as they come while the window is busy
        QCoreApplication.postEvent(long_line.window.views.text, key)
    long_line.qtbot.waitUntil(lambda: is_saved(long_line), timeout=PATIENCE)
    assert edited.count() == 1


def test_keys_that_wait_are_typed_before_another_letter_is_opened(long_line: Bench) -> None:
    for key in presses():
        QCoreApplication.sendEvent(long_line.window.views.text, key)
    long_line.window.composition.open_letter(1)
    long_line.qtbot.waitUntil(lambda: is_saved(long_line), timeout=PATIENCE)


def test_another_key_finds_what_was_typed(long_line: Bench) -> None:
    for key in presses():
        QCoreApplication.sendEvent(long_line.window.views.text, key)
    long_line.qtbot.keyClick(long_line.window.views.text, Qt.Key.Key_Backspace)
    assert long_line.window.views.text.text() == f"{KEYS[:-1]}{LINE}\n"
