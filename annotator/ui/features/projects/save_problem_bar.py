"""A bar above the text when saving fails: what is wrong, and two ways out. The changes are kept meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.icons import paint_icon


class _Warning(QWidget):
    """A warning sign in amber."""

    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = QRectF((self.width() - 18) / 2, (self.height() - 18) / 2, 18, 18)
        painter = QPainter(self)
        paint_icon(painter, place, "warning", theme_of(self).amber)
        painter.end()


class SaveProblemBar(QFrame):
    """Say why saving fails and ask what to do. It is hidden until there is a problem."""

    try_again = Signal()
    save_copy = Signal()
    read_anew = Signal()  # the project, where a change will not get there any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setFont(sized(self.font(), 1, bold=True))
        self._reason = QLabel(self)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        self._again = QPushButton(self.tr("Try again"), self)
        self._copy = QPushButton(self.tr("Save a copy elsewhere…"), self)
        self._anew = QPushButton(self.tr("Read the project anew"), self)
        self._again.clicked.connect(self.try_again)
        self._anew.clicked.connect(self.read_anew)
        self._copy.clicked.connect(self.save_copy)
        # No Fixed height: a sentence that wraps in a narrow window would be cut off.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 14, 11)
        row.setSpacing(12)
        row.addWidget(_Warning(self))
        row.addLayout(words, 1)
        row.addWidget(self._again)
        row.addWidget(self._anew)
        row.addWidget(self._copy)

    def show_problem(self, sentence: str, *, lost: bool = False) -> None:
        """Show why saving fails; a screen reader says it at once. `lost`: it cannot be tried again."""
        again = self.isVisible() and sentence == self._reason.text()
        title = (
            self.tr("The last change is not saved.")
            if lost
            else self.tr("Not saved. Your work is still here.")
        )
        self._title.setText(title)
        self._again.setVisible(not lost)
        self._anew.setVisible(lost)
        self._reason.setText(sentence)
        self.setAccessibleName(" ".join((self._title.text(), sentence)))
        self.show()
        if not again:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def clear(self) -> None:
        """Hide the bar: all is saved again."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.amber_tint))
        painter.fillRect(0, 0, 4, self.height(), QColor(theme.amber))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
