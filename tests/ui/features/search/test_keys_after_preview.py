"""After the preview of replacing the keys go on where they were."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.ui.widgets.places_preview import PlacesPreview
from tests.ui.shell.making import Bench, settle


def leave_preview(bench: Bench) -> list[bool]:
    """Press Esc in the preview as soon as it stands open."""
    left: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PlacesPreview):
            left.append(True)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return left


def test_esc_from_the_preview_leaves_the_keys_where_they_were(bench: Bench) -> None:
    bench.keys("Ctrl+H")
    bench.type("missie")
    bench.keys("Down")
    bench.type("inzet")
    left = leave_preview(bench)
    bench.keys("Return")
    bench.qtbot.waitUntil(lambda: bool(left))
    settle()
    bench.type("ten")
    fields = bench.window.views.find_bar.findChildren(QLineEdit)
    assert [field.text() for field in fields if field.isVisible()] == ["missie", "inzetten"]
    bench.keys("Esc")
    assert not bench.window.views.find_bar.isVisible()
    assert bench.window.views.text.hasFocus()
