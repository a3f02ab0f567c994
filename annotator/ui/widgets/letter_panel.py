"""The base of panels that show something of the open letter: hidden ones work nothing out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.panel_header import PanelHeader

EMPTY_CODEBOOK = Codebook("", {})
_PAUSE = 400  # ms without a change


class LetterPanel(QWidget):
    """A header, and below it what `_refresh` makes of the letter and the codebook."""

    done = Signal()  # Esc: the text gets the keys

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._letter: Letter | None = None  # as it is shown
        self._next: Letter | None = None  # as it is by now
        self._codebook = EMPTY_CODEBOOK
        self._language = "en"
        self._keys_of: Mapping[str, str] = {}
        self._stale = False
        self._another = True
        self.why: Callable[[str], str] = lambda uid: ""  # why something is proposed, by its uid
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._refresh_when_seen)
        self._header = PanelHeader(title, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)

    def set_codebook(self, codebook: Codebook, language: str) -> None:
        """Name and colour tags and fields as this codebook does, in a language (`nl`, `en`)."""
        self._codebook, self._language = codebook, language
        self._refresh_when_seen()

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Take the keys that commands have now, by their ids, for what the panel says."""
        self._keys_of = keys
        self._refresh_when_seen()

    def _key(self, command: str, own: str) -> str:
        """Return a command's key as it is shown; `own` is the one it came with."""
        return key_text(self._keys_of.get(command, own))

    def flush(self) -> None:
        """Tell what is being typed now; panels in which one can type say how."""

    def show_letter(self, letter: Letter | None) -> None:
        """Show a letter, another one or the same after a change; None for none."""
        if letter is self._next:
            return
        # A change leaves the OCR text alone: the next state of a letter holds the very same one.
        self._another |= not (letter and self._next and letter.ocr_text is self._next.ocr_text)
        self._next = letter
        if letter is not None and not self._another and self._takes_long(letter):
            self._stale = True
            self._timer.start()
        else:
            self._refresh_when_seen()

    def _takes_long(self, letter: Letter) -> bool:
        """Tell whether to wait for a pause in the changes before working this letter out again."""
        return False

    def _refresh_when_seen(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh_now()

    def _refresh_now(self) -> None:
        self._stale = False
        self._timer.stop()
        self._letter = self._next
        self._refresh()
        self._another = False

    def _refresh(self) -> None:
        """Bring what is shown up to date; panels say how. `_another` tells that it is another letter."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).panel))

    def sizeHint(self) -> QSize:
        return QSize(330, 220)
