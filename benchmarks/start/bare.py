"""Start a bare QMainWindow with a QPlainTextEdit; print when its first picture is painted, and end.

The time is that of the system's monotonic clock, which the process that started this one reads, too; beside
it stands what the process took of the processor.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit


class Painted(QObject):
    """Gets its event when all of the first picture is painted and handed over."""

    def event(self, event: QEvent) -> bool:
        print(time.monotonic(), time.process_time(), flush=True)
        os._exit(0)


class Text(QPlainTextEdit):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QCoreApplication.postEvent(painted, QEvent(QEvent.Type.User))


app = QApplication(sys.argv)
painted = Painted()
window = QMainWindow()
text = Text()
text.setPlainText("Geachte voorzitter,\n" * 200)
window.setCentralWidget(text)
window.resize(1440, 900)
window.show()
app.exec()
