"""The find bar below the letter: what to look for, how alike, how many there are; and what to put there."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.core.text import clean
from annotator.search.finding import Find
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import filled
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.key_chip import KeyChip
from annotator.ui.widgets.key_events import alt_digit
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.keys_first import KeysFirst
from annotator.ui.widgets.text_fields import LineField

SCOPES = ("letter", "list", "project")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = {
    Qt.Key.Key_C: "match_case",
    Qt.Key.Key_W: "whole_word",
    Qt.Key.Key_A: "ignore_accents",
    Qt.Key.Key_R: "regular",
}
_SCOPE_DIGITS = {1: 0, 2: 1, 3: 2}


class FindBar(KeysFirst):
    """Ask what to look for. It shows what it is told of the hits, and finds nothing itself."""

    help_section = "searching-and-replacing"

    wanted = Signal(object)  # Find: typed, or an option was turned
    next_wanted = Signal()
    previous_wanted = Signal()
    replace_wanted = Signal(object, str, str)  # Find, what to put there, one of SCOPES
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Find in this letter"))
        self._build()
        self._field.textChanged.connect(lambda _: self._ask())
        for chip in self._options.values():
            chip.toggled.connect(lambda _: self._ask())
        for widget in (self._field, self._by, *self._options.values(), *self._scopes.buttons()):
            widget.installEventFilter(self)
        self.hide()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._field = LineField(self)
        self._field.setPlaceholderText(self.tr("Find in this letter"))
        self._field.setAccessibleName(self.tr("What to find"))
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._problem = ElidedLabel("", self, tone="amber")
        self._problem.setObjectName("problem")
        self._problem.hide()
        names = {
            "match_case": (self.tr("match case"), "Alt+C"),
            "whole_word": (self.tr("whole word"), "Alt+W"),
            "ignore_accents": (self.tr("ignore accents"), "Alt+A"),
            "regular": (self.tr("regular expression"), "Alt+R"),
        }
        self._options = {name: KeyChip(text, keys, self) for name, (text, keys) in names.items()}
        self._next = self._hint("F3", self.tr("next"), self.next_wanted)
        self._previous = self._hint("Shift+F3", self.tr("previous"), self.previous_wanted)
        self._close = self._hint("Esc", self.tr("close"), self.closed)
        self._build_replacing()
        first = QHBoxLayout()
        first.setSpacing(12)
        for widget in (self._field, self._count, self._next, self._previous, self._close):
            first.addWidget(widget, 1 if widget is self._field else 0)
        options = QWidget(self)
        flow = FlowLayout(options, across=6, down=5)
        flow.setContentsMargins(0, 0, 0, 0)
        for chip in self._options.values():
            flow.addWidget(chip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 10)
        whole.setSpacing(8)
        whole.addLayout(first)
        whole.addWidget(self._problem)
        whole.addWidget(options)
        whole.addWidget(self._replacing)

    def _hint(self, keys: str, text: str, asked: object) -> KeyHint:
        hint = KeyHint(keys, text, self)
        hint.clicked.connect(asked)
        return hint

    def _build_replacing(self) -> None:
        self._replacing = QWidget(self)
        self._by = LineField(self._replacing)
        self._by.setAccessibleName(self.tr("What to replace it with"))
        self._preview = KeyButton(self.tr("Preview…"), "Return", self._replacing)
        self._preview.setDefault(True)
        self._preview.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._preview.clicked.connect(self._ask_replace)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._by, 1)
        first.addWidget(self._preview)
        self._scopes = QButtonGroup(self)
        scopes = QWidget(self._replacing)
        flow = FlowLayout(scopes, across=6, down=5)
        flow.setContentsMargins(0, 0, 0, 0)
        texts = (self.tr("in this letter"), self.tr("in the letters of the list"), self.tr("in all letters"))
        for number, text in enumerate(texts):
            chip = KeyChip(text, f"Alt+{number + 1}", scopes)
            chip.setChecked(number == 0)
            self._scopes.addButton(chip, number)
            flow.addWidget(chip)
        column = QVBoxLayout(self._replacing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(scopes)
        self._replacing.hide()
        order = [self._field, self._by, *self._options.values(), *self._scopes.buttons(), self._preview]
        for widget, behind in pairwise(order):
            QWidget.setTabOrder(widget, behind)

    # --- what the window says -----------------------------------------------------------------------

    def open(self, text: str, *, replacing: bool) -> None:
        """Show the bar and give it the keys; a text is filled in, else what it held stays."""
        self._replacing.setVisible(replacing)
        if text:
            self._field.setText(text)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._ask()

    @property
    def replaces(self) -> bool:
        """Tell whether the bar asks what to put there too."""
        return not self._replacing.isHidden()

    def asked_for(self) -> Find:
        """Return what is to be found as it stands in the bar."""
        checked = {name: chip.isChecked() for name, chip in self._options.items()}
        return Find(clean(self._field.text()), **checked)

    def set_options(self, find: Find) -> None:
        """Turn the options as they were the last time."""
        for name, chip in self._options.items():
            chip.setChecked(bool(getattr(find, name)))

    def show_count(self, current: int, total: int) -> None:
        """Show which hit (from 1; 0: none of them) of how many the caret is at."""
        text = filled(self.tr("{current:,} of {total:,}"), current=current, total=total)
        if total == 0:
            text = self.tr("no hits") if self._field.text() else ""
        elif current == 0:
            text = filled(self.tr("{total:hit|hits}"), total=total)
        self._problem.setObjectName("problem")
        self._problem.hide()
        if text != self._count.text():
            self._count.setText(text)
            self._say(text)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing can be found."""
        self._count.clear()
        self._problem.set_text(sentence)
        self._problem.show()
        self._say(sentence)

    def _say(self, text: str) -> None:
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def take_keys(self) -> None:
        """Take the keys back, e.g. when the preview was left: the bar itself has no use for them."""
        field = self._by if self.replaces else self._field
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- asking -------------------------------------------------------------------------------------

    def _ask(self) -> None:
        regular = self._options["regular"].isChecked()
        self._options["ignore_accents"].setEnabled(not regular)
        by = (
            self.tr("Replace with; \\1 is what the first brackets hold")
            if regular
            else self.tr("Replace with")
        )
        self._by.setPlaceholderText(by)
        if self.isVisible():
            self.wanted.emit(self.asked_for())

    def _ask_replace(self) -> None:
        if self._field.text():
            scope = SCOPES[max(0, self._scopes.checkedId())]
            self.replace_wanted.emit(self.asked_for(), clean(self._by.text()), scope)

    # --- keys ---------------------------------------------------------------------------------------

    def _is_mine(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        return (
            event.key() == Qt.Key.Key_Escape
            or (alt and event.key() in _KEYS)
            or (self.replaces and alt_digit(event) in _SCOPE_DIGITS)
        )

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif alt and key in _KEYS:
            chip = self._options[_KEYS[Qt.Key(key)]]
            chip.setChecked(not chip.isChecked() and chip.isEnabled())
        elif self.replaces and (digit := alt_digit(event)) in _SCOPE_DIGITS:
            self._scopes.button(_SCOPE_DIGITS[digit]).setChecked(True)
        elif key in _ENTER and watched is self._by:
            if not event.isAutoRepeat():
                self._ask_replace()
        elif key in _ENTER and watched is self._field:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_wanted if back else self.next_wanted).emit()
        elif key == Qt.Key.Key_Down and watched is self._field and self.replaces:
            self._by.setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Up and watched is self._by:
            self._field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.line))
