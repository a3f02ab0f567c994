"""A bar above the text when saving fails, or nothing can be saved: what is wrong, and two ways out."""

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
    write_wanted = Signal()  # to open for writing what is open for reading only
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
        self._reading = False
        self._again.clicked.connect(self._try_again)
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
        self._reading = False
        self._show(title, sentence, can_retry=not lost, told=again)

    def show_reading_only(self, sentence: str) -> None:
        """Show that the project is open for reading only, and why; a screen reader says it at once."""
        self._reading = True
        self._show(self.tr("Open for reading only."), sentence, can_retry=True, told=False)

    def _show(self, title: str, sentence: str, *, can_retry: bool, told: bool) -> None:
        self._title.setText(title)
        self._again.setVisible(can_retry)
        self._anew.setVisible(not can_retry)
        self._reason.setText(sentence)
        self.setAccessibleName(" ".join((title, sentence)))
        self.show()
        if not told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def _try_again(self) -> None:
        (self.write_wanted if self._reading else self.try_again).emit()

    def clear(self) -> None:
        """Hide the bar: all is saved again."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.amber_tint))
        painter.fillRect(0, 0, 4, self.height(), QColor(theme.amber))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
