"""Which words are shown, and in what order: by kind, by confusion, by what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.correction_kinds import correction_kind
from annotator.session.words.review_words import SuspectWord
from annotator.ui.theme.fonts import distinct
from annotator.ui.translate import translated
from annotator.ui.widgets.chip import Chip
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.row_list import ENTER
from annotator.ui.widgets.text_fields import LineField

_MOST_CONFUSIONS = 5
_PAUSE = 120  # ms without a key before the words are filtered
_LEAST = 5  # places, for a confusion to be offered
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, *ENTER)


class WordFilters(QWidget):
    """Two chips for the order, one for each kind and each frequent confusion, and a field."""

    changed = Signal()
    left = Signal()  # the list is to have the keys

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Which words, in which order"))
        self._frequent = Chip(self.tr("most frequent first"), self, checked=True)
        self._surest = Chip(self.tr("surest first"), self)
        self._frequent.clicked.connect(lambda: self._order(surest=False))
        self._surest.clicked.connect(lambda: self._order(surest=True))
        self._field = LineField(self)
        self._field.setPlaceholderText(self.tr("Filter the words"))
        self._field.setAccessibleName(self.tr("Filter the words"))
        self._field.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self._field.textChanged.connect(lambda _: self._pause.start())
        self._field.installEventFilter(self)
        self._chips: dict[tuple[str, str], Chip] = {}
        self._flow = FlowLayout(None, across=6, down=6)
        self._confusions = QWidget(self)
        self._confusion_flow = FlowLayout(self._confusions, across=6, down=6)
        self._confusion_flow.setContentsMargins(0, 0, 0, 0)
        self._confusions.setAccessibleName(self.tr("What is read for what"))
        self._confusions.hide()
        for widget in (self._frequent, self._surest):
            self._flow.addWidget(widget)
        other = KeyHint("O", "", self)
        other.setAccessibleName(self.tr("O: the other order"))
        other.clicked.connect(self.turn_order)
        self._flow.addWidget(other)
        typing = QHBoxLayout()
        typing.setSpacing(8)
        typing.addWidget(self._field, 1)
        typing.addWidget(KeyCap("Ctrl+F", self))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 10)
        whole.setSpacing(8)
        whole.addLayout(self._flow)
        whole.addWidget(self._confusions)
        whole.addLayout(typing)

    @property
    def surest_first(self) -> bool:
        """Tell whether the surest come first; else the most frequent."""
        return self._surest.isChecked()

    @property
    def narrows(self) -> bool:
        """Tell whether some words are left out."""
        return bool(self._field.text().strip()) or any(chip.isChecked() for chip in self._chips.values())

    def turn_order(self) -> None:
        """Take the other order."""
        self._order(surest=not self.surest_first)

    def clear(self) -> None:
        """Leave no word out."""
        for chip in self._chips.values():
            chip.setChecked(False)
        self._field.clear()
        self._pause.stop()
        self.changed.emit()

    def take_keys(self) -> None:
        """Give the field the keys."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def passing(self, words: Sequence[SuspectWord]) -> list[SuspectWord]:
        """Return the words that are let through, in their order."""
        if not self.narrows:
            return list(words)
        kind, confusion = self._checked("kind"), self._checked("confusion")
        typed = self._field.text().strip().casefold()
        return [
            word
            for word in words
            if (not kind or word.kind == kind)
            and (not confusion or word.confusion == confusion)
            and (not typed or typed in word.reading.casefold() or typed in word.likely.casefold())
        ]

    def offer(self, kinds: Sequence[tuple[str, int]], confusions: Sequence[tuple[str, int]]) -> None:
        """Offer these to filter by, each with how many places it has; what is chosen stays."""
        wanted = {("kind", kind): (_kind_name(kind), count) for kind, count in kinds}
        often = [pair for pair in confusions if pair[1] >= _LEAST or pair[0] == self._checked("confusion")]
        shown = [pair for pair in often if ("confusion", pair[0]) in self._chips]
        shown += [pair for pair in often if pair not in shown]
        for confusion, count in shown[:_MOST_CONFUSIONS]:
            wanted["confusion", confusion] = confusion, count
        for key in [key for key in self._chips if key not in wanted]:
            chip = self._chips.pop(key)
            self._flow_of(key).removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for key, (name, count) in wanted.items():
            text = f"{name} {QLocale().toString(count)}"
            if key in self._chips:
                self._chips[key].setText(text)
                self._chips[key].updateGeometry()
                continue
            is_kind = key[0] == "kind"
            chip = self._chips[key] = Chip(text, self if is_kind else self._confusions)
            if not is_kind:
                chip.setFont(distinct(chip.font()))  # `I→l`
            chip.clicked.connect(lambda _, key=key: self._clicked(key))
            self._flow_of(key).addWidget(chip)
            chip.show()
        self._confusions.setVisible(any(key[0] == "confusion" for key in self._chips))
        for flow in (self._flow, self._confusion_flow):
            flow.invalidate()
        self.updateGeometry()

    def _flow_of(self, key: tuple[str, str]) -> FlowLayout:
        return self._flow if key[0] == "kind" else self._confusion_flow

    def _checked(self, group: str) -> str:
        return next((key[1] for key, chip in self._chips.items() if key[0] == group and chip.isChecked()), "")

    def _clicked(self, clicked: tuple[str, str]) -> None:
        for key, chip in self._chips.items():
            if key[0] == clicked[0] and key != clicked:
                chip.setChecked(False)
        self.changed.emit()

    def _order(self, *, surest: bool) -> None:
        self._surest.setChecked(surest)
        self._frequent.setChecked(not surest)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            escape = event.key() == Qt.Key.Key_Escape
            if event.type() is QEvent.Type.ShortcutOverride and escape:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and (escape or event.key() in _DOWN):
                if escape:
                    self.clear()
                elif self._pause.isActive():
                    self._pause.stop()
                    self.changed.emit()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _kind_name(kind_id: str) -> str:
    kind = correction_kind(kind_id)
    return translated(kind.named(kind.suspects))
