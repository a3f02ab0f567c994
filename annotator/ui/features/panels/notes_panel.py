"""The letter's status, what import had to say of it, and the analyst's note on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.statuses import STATUSES
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.letter_panel import LetterPanel
from annotator.ui.widgets.patient_edit import PatientText
from annotator.ui.widgets.status import paint_status, status_name

_MARK = 10  # pixels
_ROWS = 6  # pixels between two rows of statuses


class NotesPanel(LetterPanel):
    """Choose the letter's status and write a note on it."""

    help_section = "notes"

    note_edited = Signal(str)
    status_wanted = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Notes"), parent)
        self._statuses = _StatusChoice(self)
        self._statuses.chosen.connect(self.status_wanted)
        self._statuses.done.connect(self.done)
        self.said_at_import: Callable[[], Sequence[str]] = tuple
        self._import = QLabel(self)
        self._import.setObjectName("said_at_import")
        self._import.setTextFormat(Qt.TextFormat.PlainText)
        self._import.setWordWrap(True)
        self._import.setFont(sized(self.font(), 0.92))
        self._import.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._import.setAccessibleName(self.tr("What import had to say of the letter"))
        self._import.hide()
        self._note = PatientText(self)
        self._note.setAccessibleName(self.tr("Note on the letter"))
        self._note.setPlaceholderText(self.tr("A note on this letter, for yourself and your colleagues"))
        settling = self._note.settling
        settling.settled.connect(lambda text, _: self.note_edited.emit(text))
        settling.undo_wanted.connect(self.undo_wanted)
        settling.redo_wanted.connect(self.redo_wanted)
        settling.done.connect(self.done)
        # In a pane of usual width the statuses take two rows: the note gives way, to two lines.
        self._statuses.setMinimumHeight(2 * self._statuses.minimumSizeHint().height() + _ROWS)
        self._note.setMinimumHeight(2 * self.fontMetrics().height() + 22)
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 10, 12, 12)
        inside.setSpacing(10)
        inside.addWidget(self._statuses)
        inside.addWidget(self._import)
        inside.addWidget(self._note, 1)
        self._column.addLayout(inside, 1)
        self.setFocusProxy(self._note)

    def show_import(self) -> None:
        """Show what import had to say of the letter: it went by another reading until now."""
        self._show_import(self.said_at_import() if self._letter else ())

    def flush(self) -> None:
        """Tell the note that is being typed."""
        self._note.settling.settle()

    def _refresh(self) -> None:
        letter = self._letter
        self.setEnabled(letter is not None)
        self._statuses.show_status(letter.about.status if letter else "")
        if self._another:
            self.show_import()
        if self._another or not self._note.settling.touched:
            self._note.show_text(letter.about.note if letter else "")

    def _show_import(self, said: Sequence[str]) -> None:
        text = "\n".join(self.tr("At import: {said}").format(said=one) for one in said)
        # Quiet, and never more than a few lines: the whole is in the tooltip.
        lines = 4 * self.fontMetrics().height()
        self._import.setMaximumHeight(lines)
        self._import.setText(text)
        self._import.setToolTip(text)
        self._import.setVisible(bool(text))


class _StatusChoice(QWidget):
    """The four statuses, one of them on; the arrow keys go from one to the next."""

    chosen = Signal(str)
    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, across=6, down=_ROWS)
        flow.setContentsMargins(0, 0, 0, 0)
        for number, status in enumerate(STATUSES):
            button = _StatusButton(status, self)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.idClicked.connect(lambda number: self.chosen.emit(STATUSES[number]))

    def show_status(self, status: str) -> None:
        """Switch a status on, without telling."""
        if status in STATUSES:
            self._group.button(STATUSES.index(status)).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class _StatusButton(QAbstractButton):
    """A status with its mark."""

    def __init__(self, status: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._status = status
        self.setText(status_name(status))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + _MARK + 28, metrics.height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, face = self.isChecked(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.accent if on else theme.line_strong), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(theme.selection if on else theme.hover if self.underMouse() else theme.panel))
        painter.drawRoundedRect(face, 5, 5)
        mark = QRectF(10, (self.height() - _MARK) / 2, _MARK, _MARK)
        paint_status(painter, mark, self._status, theme)
        painter.setPen(QColor(theme.ink if on else theme.muted))
        text = self.rect().adjusted(_MARK + 17, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
