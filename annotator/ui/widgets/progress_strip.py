"""Work that takes long, as a quiet strip: what it is, how far it is, how long still, and a way to stop it.

It lies over nothing and takes no keys: one goes on working beside it.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from annotator.ui.translate import filled
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.separator import Separator

_SHOWN_AFTER = 400  # ms: what is done sooner is not spoken of
_SECONDS_TO_GUESS = 3.0  # before the speed so far says something of the time left
_BAR = 160  # pixels


class Progress(QWidget):
    """One piece of work. `canceled` tells that it is to be stopped; the one who began it closes it."""

    canceled = Signal()

    def __init__(self, what: str, parent: QWidget | None = None, total: int = 0) -> None:
        """`total` is how many steps it has, 0 where that is not known (yet)."""
        super().__init__(parent)
        self._what, self._total, self._done = what, total, 0
        self._begun = time.monotonic()
        self._is_cancelled = self._is_over = False
        self.note = ""  # said before what it is at
        self._label = ElidedLabel(what, self)
        self._label.setObjectName("what")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._bar.setFixedHeight(8)
        self._bar.setRange(0, total)
        self._bar.setAccessibleName(what)
        self._left = QLabel(self)
        self._left.setObjectName("left")
        self._left.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._cancel = QPushButton(self.tr("Stop"), self)
        self._cancel.setAutoDefault(False)
        self._cancel.setAccessibleName(self.tr("Stop: {what}").format(what=what))
        self._cancel.clicked.connect(lambda: self.cancel())  # noqa: PLW0108 - clicked gives a state
        row = QHBoxLayout()
        row.setContentsMargins(14, 4, 10, 4)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self._left)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator(parent=self))
        column.addLayout(row)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self._timer.start(_SHOWN_AFTER)

    # --- how far it is ------------------------------------------------------------------------------

    def tell(self, done: int, total: int = 0, name: str = "") -> None:
        """Show how far it is, and what it is at; `total` 0 leaves it as it was."""
        if self._is_cancelled or self._is_over:
            return
        self._done, self._total = done, total or self._total
        self._bar.setRange(0, self._total)
        self._bar.setValue(min(done, self._total))
        at = " · ".join(filter(None, (self.note, name)))
        self._label.set_text(f"{self._what} {at}" if at else self._what)
        self._left.setText(" · ".join(filter(None, (self._counted(), self._time_left()))))

    def _counted(self) -> str:
        number = QLocale().toString
        if not self._total:
            return number(self._done) if self._done else ""
        return filled(self.tr("{done:,} of {total:,}"), done=self._done, total=self._total)

    def _time_left(self) -> str:
        seconds = time.monotonic() - self._begun
        if seconds < _SECONDS_TO_GUESS or not 0 < self._done < self._total:
            return ""
        left = seconds / self._done * (self._total - self._done)
        if left < 60:
            return self.tr("less than a minute to go")
        return self.tr("some %Ln minute(s) to go", "", round(left / 60))

    def text(self) -> str:
        """Return all that the strip says."""
        return " · ".join(filter(None, (self._label.text(), self._left.text())))

    # --- stopping -----------------------------------------------------------------------------------

    def cancel(self) -> bool:
        """Have the work stopped; tell whether it can be."""
        if self._is_cancelled or self._is_over or self._cancel.isHidden():
            return False
        self._is_cancelled = True
        self._label.set_text(self.tr("{what} Stopping…").format(what=self._what))
        self._cancel.setEnabled(False)
        self.canceled.emit()
        return True

    def wasCanceled(self) -> bool:
        """Tell whether it is to be stopped."""
        return self._is_cancelled

    def forbid_stopping(self) -> None:
        """Take the button away: it is one step, all of it or nothing."""
        self._cancel.hide()

    def wait_for(self, milliseconds: int) -> None:
        """Appear only when it takes longer than this."""
        self._timer.start(milliseconds)

    def close(self) -> bool:
        """Take the strip away: the work is done."""
        self._is_over = True
        self._timer.stop()
        self.hide()
        self.deleteLater()
        return True


class ProgressStrips(QWidget):
    """The strips of all that runs, one below the other, above the bottom line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def begin(self, what: str, total: int = 0) -> Progress:
        """Return a strip for a piece of work that begins."""
        strip = Progress(what, self, total)
        self._column.addWidget(strip)
        return strip

    def running(self) -> list[Progress]:
        """Return the strips that are shown, the oldest first."""
        return [strip for strip in self.findChildren(Progress) if strip.isVisible()]
