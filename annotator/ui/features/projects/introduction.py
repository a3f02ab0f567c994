"""What the program is, said to who opens it: its name, its purpose, and what it does for one."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import sized


class Introduction(QWidget):
    """Show the program's name and purpose; `at_length`: also what it does, in three sentences."""

    def __init__(
        self, parent: QWidget | None = None, *, at_length: bool = False, wide: int = 0, aside: int = 0
    ) -> None:
        """Make it as `wide` as given (pixels), with so much room `aside`; else as there is room."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(aside, 0, aside, 0)
        column.setSpacing(10)
        name = self._label("Kanttekening")
        name.setFont(sized(self.font(), 2.3, bold=True))
        purpose = self._label(
            self.tr("Correct what the OCR misread, tag what matters, and hand over clean data.")
        )
        purpose.setFont(sized(self.font(), 1.15))
        purpose.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(name)
        column.addWidget(purpose)
        self.points = [self._label(text) for text in self._points()]
        column.addSpacing(4)
        for point in self.points:
            column.addWidget(point)
            point.setVisible(at_length)
        if wide:
            self.setFixedSize(wide, column.totalHeightForWidth(wide))

    def show_at_length(self, at_length: bool) -> None:
        """Say what the program does, too, or no more than its purpose."""
        for point in self.points:
            point.setVisible(at_length)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        return label

    def _points(self) -> tuple[str, ...]:
        return (
            self.tr(
                "The program leads you to the words that the OCR probably misread, and suggests what stood "
                "there on paper."
            ),
            self.tr("Tags and the values of the form stay on their words, whatever you correct or type."),
            self.tr(
                "You hand over text and data: for Word and Excel, for research programs, for archives. "
                "Nothing leaves this computer by itself."
            ),
        )
