"""What became of the files of an import: in a dialog that can be copied and saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import Dialog


class ImportReport(Dialog):
    """Show a report: a sentence that sums it up, and a line for each file that needs one."""

    save_wanted = Signal(str)  # the whole report

    def __init__(self, summary: str, lines: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self._text = f"{summary}\n\n{lines}\n"
        title = QLabel(summary, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setFont(sized(self.font(), 1.15, bold=True))
        shown = QPlainTextEdit(lines, self)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(self.tr("What became of the files"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        save = buttons.addButton(self.tr("&Save as text…"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        save.clicked.connect(lambda: self.save_wanted.emit(self._text))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 18)
        whole.setSpacing(12)
        for widget in (title, shown, buttons):
            whole.addWidget(widget)
        self.resize(720, 420)
        close.setFocus()
