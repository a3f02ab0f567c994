"""The correction box: one place in the letter, what it may have to be, and the keys that settle it.

It gets plain data and asks by signals; it knows neither the letter nor the session. A decision is asked for
once: after it the box takes no accepting key until it is opened on another place, or its text is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPalette, QPixmap, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import text_font
from annotator.ui.widgets.choice_list import MOST, ChoiceList
from annotator.ui.widgets.floating_card import RADIUS, SHADOW, FloatingCard
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.image_band import ImageBand
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.key_events import alt_digit
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.text_fields import LineField
from annotator.ui.widgets.visible_marks import VisibleMarks, marks_for


@dataclass(frozen=True, slots=True)
class BoxChoice:
    """A suggestion, and what speaks for it (`98 % · chosen 12 times`)."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """What the box opens on; offsets are code points, half open, in the letter's text.

    `prefill` is what the field holds when the program is `sure`, and always for a broken word (`kind` is
    `hyphen`: the whole word). Otherwise the field holds the reading. `chain`: accepting goes on to the next.
    """

    start: int
    end: int
    reading: str
    prefill: str | None = None
    sure: bool = False
    reason: str = ""
    choices: tuple[BoxChoice, ...] = ()
    kind: str = "word"
    image: QPixmap | None = None
    same_in_letter: int = 1
    chain: bool = False

    def field_text(self) -> str:
        """Return the text that the field holds at first."""
        if self.prefill is not None and (self.sure or self.kind == "hyphen"):
            return self.prefill
        return self.reading


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_COMMANDS = {
    **{(key, _NONE): "accept" for key in _ENTER},
    **{(key, _CTRL): "accept_in_letter" for key in _ENTER},
    **{(key, _CTRL | _SHIFT): "accept_everywhere" for key in _ENTER},
    (Qt.Key.Key_D, _CTRL): "right_here",
    (Qt.Key.Key_D, _CTRL | _SHIFT): "always_right",
    (Qt.Key.Key_F3, _NONE): "next",
    (Qt.Key.Key_F3, _SHIFT): "previous",
    (Qt.Key.Key_Escape, _NONE): "close",
    (Qt.Key.Key_Z, _CTRL): "undo",
    (Qt.Key.Key_Up, _NONE): "up",
    (Qt.Key.Key_Down, _NONE): "down",
    (Qt.Key.Key_Tab, _NONE): "stay",
    (Qt.Key.Key_Backtab, _SHIFT): "stay",
}
_DECISIONS = ("accept", "accept_in_letter", "accept_everywhere", "right_here", "always_right")
# What a held key must not do twice. F3 may be held to leaf through the suspects: it accepts nothing.
_ONCE = (*_DECISIONS, "undo")
_LEAVING = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def command_of(event: QKeyEvent) -> str | None:
    """Return what a key asks of the box (`choose 3` for Alt+3), or None when it is the field's own."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    digit = alt_digit(event)
    if digit is not None and 1 <= digit <= MOST:
        return f"choose {digit}"
    return _COMMANDS.get((Qt.Key(event.key()), modifiers))


class CorrectionBox(FloatingCard):
    """Ask what a place should read. `open()` it, then `show_at()` the place."""

    accepted = Signal(str)
    accepted_in_letter = Signal(str)
    accepted_everywhere = Signal(str)
    right_here = Signal()
    always_right = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()
    undo_last = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = BoxPlace(0, 0, "")
        self._choices: tuple[BoxChoice, ...] = ()
        self._marks: VisibleMarks = marks_for()
        self._unpainted = True
        self._settled = False
        self._before: QWidget | None = None
        self._build()
        # A click beside the field would otherwise give the focus to the text behind the box.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._field)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._text_changed)
        self._list.clicked.connect(self._choose)
        self._list.double_clicked.connect(lambda index: self._do("accept"))
        self.setAccessibleName(self.tr("Correction box"))

    # ------------------------------------------------------------ what others call

    @property
    def place(self) -> BoxPlace:
        """Return the place that the box was opened on last."""
        return self._opened

    def open(self, place: BoxPlace) -> None:
        """Fill the box for a place, with the field's text selected.

        It accepts nothing before it has been painted.
        """
        self._opened = place
        texts = (choice.text for choice in place.choices)
        self._marks = marks_for(place.reading, place.field_text(), *texts)
        self._field.setText(self._marks.shown(place.field_text()))
        self._field.selectAll()
        self._field.setAccessibleDescription(place.reason)
        self._reason.setText(place.reason)
        self._reason.setVisible(bool(place.reason))
        self._show_image(place.image)
        self._show_hints(place)
        self._fill_list(place.choices)
        self._unpainted, self._settled = True, False
        self._take_focus()

    @property
    def choices(self) -> tuple[BoxChoice, ...]:
        """Return what the list offers."""
        return self._choices

    def set_choices(self, choices: Sequence[BoxChoice]) -> None:
        """Fill the list later; what was typed or chosen in the field stays as it is."""
        self._fill_list(tuple(choices))

    def set_image(self, image: QPixmap) -> None:
        """Show the place's image that came later; it has the size of what stood there before."""
        self._show_image(image)

    def text(self) -> str:
        """Return the text that the field means, with its real line breaks and no-break spaces."""
        shown = self._field.text()
        if shown == self._marks.shown(self._opened.reading):
            return self._opened.reading
        return self._marks.meant(shown)

    def resume(self) -> None:
        """Take decisions again on the same place, e.g. when the preview of the last one was cancelled."""
        self._settled = False
        self._take_focus()

    def dismiss(self) -> None:
        """Hide the box and give the focus back to where it was, without asking for anything."""
        before, self._before = self._before, None
        if before is not None and self._field.hasFocus():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    # ------------------------------------------------------------ how it is built

    def _build(self) -> None:
        self._band = ImageBand(RADIUS, self)
        self._band_line = Separator(parent=self)
        self._field = LineField(self)
        self._field.setAccessibleName(self.tr("Corrected text"))
        self._field.setPlaceholderText(self.tr("empty: Enter takes the text out"))
        self._field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._enter = KeyCap("Enter", self)
        self._reason = QLabel(self)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        self._reason.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._list = ChoiceList(self)
        self._hints = {command: self._hint(command) for command in (*_DECISIONS[1:], "next", "close")}
        self._lay_out()
        self._dress()

    def _hint(self, command: str) -> KeyHint:
        hint = KeyHint(parent=self)
        hint.clicked.connect(lambda: self._do(command))
        return hint

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._field)
        row.addWidget(self._enter)
        body = QVBoxLayout()
        body.setContentsMargins(14, 12, 14, 8)
        body.setSpacing(7)
        body.addLayout(row)
        body.addWidget(self._reason)
        foot = QWidget(self)
        keys = FlowLayout(foot)
        keys.setContentsMargins(14, 9, 14, 10)
        for hint in self._hints.values():
            keys.addWidget(hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        whole.setSpacing(0)
        whole.addWidget(self._band)
        whole.addWidget(self._band_line)
        whole.addLayout(body)
        whole.addWidget(self._list)
        whole.addSpacing(4)
        whole.addWidget(Separator(parent=self))
        whole.addWidget(foot)

    def _dress(self) -> None:
        font = text_font()
        font.setPixelSize(max(font.pixelSize(), self.font().pixelSize() + 1) + 1)
        self._field.setFont(font)
        self._field.setFixedHeight(self._field.fontMetrics().height() + 17)

    # ------------------------------------------------------------ what it shows

    def _show_image(self, image: QPixmap | None) -> None:
        self._band.set_image(image)
        self._band_line.setVisible(image is not None)

    def _show_hints(self, place: BoxPlace) -> None:
        go_on = self.tr("accept, go on to the next") if place.chain else self.tr("accept")
        self._enter.setToolTip(go_on)
        many = self.tr("{count}× in this letter").format(count=place.same_in_letter)
        for command, keys, text in (
            ("accept_in_letter", "Ctrl+Return", many),
            ("accept_everywhere", "Ctrl+Shift+Return", self.tr("everywhere…")),
            ("right_here", "Ctrl+D", self.tr("right as it stands")),
            ("always_right", "Ctrl+Shift+D", self.tr("always right")),
            ("next", "F3", self.tr("next")),
            ("close", "Esc", self.tr("close")),
        ):
            self._hints[command].set_hint(keys, text)
        self._hints["accept_in_letter"].setVisible(place.same_in_letter > 1)

    def _fill_list(self, choices: tuple[BoxChoice, ...]) -> None:
        reading, leave = self._opened.reading, self.tr("leave as it stands")
        listed = [BoxChoice(c.text, c.detail or leave) if c.text == reading else c for c in choices]
        if all(choice.text != reading for choice in listed):
            listed = [*listed[: MOST - 1], BoxChoice(reading, leave)]
        self._choices = tuple(listed[:MOST])
        shown = self._marks.shown
        self._list.set_choices(shown(reading), [(shown(c.text), c.detail) for c in self._choices])
        self._list.set_chosen(self._row_of_field())
        # The rows have new numbers: a number pressed before they were seen must not count.
        self._unpainted = True
        self.put_in_place()
        self.update()

    def _row_of_field(self) -> int:
        text = self.text()
        return next((index for index, choice in enumerate(self._choices) if choice.text == text), -1)

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if isinstance(event, QKeyEvent) and event.type() in (
                QEvent.Type.ShortcutOverride,
                QEvent.Type.KeyPress,
            ):
                return self._key(event)
            if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
                self._focus_left(event.reason())
                return False
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Take the keys that are the box's own before the field or a shortcut of the window does."""
        command = command_of(event)
        if command is None:
            return False
        event.accept()
        if event.type() is QEvent.Type.ShortcutOverride:
            return True
        if command == "undo" and self._field.isUndoAvailable():
            return False
        if not (event.isAutoRepeat() and command in _ONCE):
            self._do(command)
        return True

    def _do(self, command: str) -> None:
        """Do what a key or a click asks for, unless the analyst cannot have seen yet what it would do."""
        if command == "stay" or (self._unpainted and command != "close"):
            return
        if command in _DECISIONS:
            self._decide(command)
        elif command in ("up", "down"):
            self._step(1 if command == "down" else -1)
        elif command.startswith("choose"):
            self._choose(int(command.split()[1]) - 1)
        else:
            self._ask(command)

    def _ask(self, command: str) -> None:
        if command == "close":
            self.dismiss()
        signals = {"next": self.next_wanted, "previous": self.previous_wanted, "undo": self.undo_last}
        signals.get(command, self.closed).emit()

    def _decide(self, command: str) -> None:
        if self._settled or not self.isVisible():
            return
        self._settled = True
        if command == "accept":
            self.accepted.emit(self.text())
        elif command == "accept_in_letter":
            self.accepted_in_letter.emit(self.text())
        elif command == "accept_everywhere":
            self.accepted_everywhere.emit(self.text())
        elif command == "right_here":
            self.right_here.emit()
        else:
            self.always_right.emit()

    def _step(self, by: int) -> None:
        count, chosen = self._list.count(), self._list.chosen
        if count:
            self._choose((chosen + by) % count if chosen >= 0 else (0 if by > 0 else count - 1))

    def _choose(self, index: int) -> None:
        """Put a choice into the field, as something typed that Ctrl+Z takes back."""
        if not 0 <= index < len(self._choices):
            return
        self._settled = False
        self._list.set_chosen(index)
        shown = self._marks.shown(self._choices[index].text)
        if shown != self._field.text():
            self._field.selectAll()
            self._field.insert(shown)
        self._field.selectAll()

    def _text_changed(self) -> None:
        self._settled = False
        self._list.set_chosen(self._row_of_field())

    # ------------------------------------------------------------ focus and paint

    def _take_focus(self) -> None:
        before = QApplication.focusWidget()
        if before is not None and not self.isAncestorOf(before):
            self._before = before
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_focus()

    def _focus_left(self, reason: Qt.FocusReason) -> None:
        # A click in the text is the end of it; another window or the field's own menu is not.
        if reason in _LEAVING and self.isVisible():
            self._before = None
            self._ask("close")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._unpainted = False
