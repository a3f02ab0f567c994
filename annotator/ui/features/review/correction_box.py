"""The correction box: one place in the letter, what it may have to be, and the keys that settle it.

It gets plain data and asks by signals; it knows neither the letter nor the session. A decision is asked for
once: after it the box takes no accepting key until it is opened on another place, or its text is changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.features.review.box_place import BoxChoice, BoxPlace, command_of, command_shown, likeliest
from annotator.ui.features.review.box_room import ACROSS, DOWN, IMAGE, NARROW, height_of, reason_lines
from annotator.ui.theme.fonts import text_font
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import filled
from annotator.ui.widgets.cap_button import CapButton
from annotator.ui.widgets.choice_list import ChoiceList
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.image_band import ImageBand
from annotator.ui.widgets.keeping_frame import KeepingFrame
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.text_fields import LineField
from annotator.ui.widgets.visible_marks import VisibleMarks, marks_for

_DECISIONS = ("accept", "accept_in_letter", "accept_everywhere", "right_here", "always_right")
# What a held key must not do twice. F3 may be held to leaf through the suspects: it accepts nothing.
_ONCE = (*_DECISIONS, "accept_first", "undo")
_SHOWN_CHOICES = 5  # what the list has room for: the box is as high for one as for five
_BETWEEN = 14  # pixels between what is asked and the list
_LEAVING = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class CorrectionBox(KeepingFrame):
    """Ask what a place should read. `open()` it, then let it `appear()`.

    It is as high for each place that it opens on: eye and hand find all where it was.
    """

    wide = 420  # pixels that an image of the place may take
    help_section = "correcting"

    accepted = Signal(str)
    accepted_in_letter = Signal(str)
    accepted_everywhere = Signal(str)
    right_here = Signal()
    always_right = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()
    undo_last = Signal()
    nothing_suggested = Signal()  # the key for the likeliest suggestion was pressed where there is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = BoxPlace(0, 0, "", same_in_letter=99)  # the widest that its buttons become
        self._choices: tuple[BoxChoice, ...] = ()
        self._marks: VisibleMarks = marks_for()
        self._unpainted = True
        self._settled = False
        self._before: QWidget | None = None
        self._build()
        # A click beside the field leaves the keys where they are.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._field)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._text_changed)
        self._list.clicked.connect(self._take)
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
        self._reason.set_text(place.reason)
        self.set_image(place.image)
        self._show_hints(place)
        self._fill_list(place.choices)
        self._unpainted, self._settled = True, False
        self._take_focus()

    def appear(self) -> None:
        """Show the box, and have what is around it make room at once."""
        self.show()
        parent = self.parentWidget()
        if parent is not None and (layout := parent.layout()) is not None:
            layout.activate()

    @property
    def choices(self) -> tuple[BoxChoice, ...]:
        """Return what the list offers."""
        return self._choices

    def set_choices(self, choices: Sequence[BoxChoice]) -> None:
        """Fill the list later; what was typed or chosen in the field stays as it is."""
        self._fill_list(tuple(choices))

    def set_image(self, image: QPixmap | None) -> None:
        """Show the place's image, or none; it may come later."""
        self._band.set_image(image)

    def text(self) -> str:
        """Return the text that the field means, with its real line breaks and no-break spaces."""
        shown, reading = self._field.text(), self._opened.reading
        return reading if shown == self._marks.shown(reading) else self._marks.meant(shown)

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
        self._band = ImageBand(0, self)
        self._field = LineField(self)
        self._field.setAccessibleName(self.tr("Corrected text"))
        self._field.setPlaceholderText(self.tr("empty: Enter takes the text out"))
        self._field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._reason = ElidedLabel(parent=self, tone="muted")
        self._list = ChoiceList(self)
        self._buttons = {command: self._button(command) for command in (*_DECISIONS, "next", "close")}
        self._lay_out()
        self._show_hints(self._opened)
        self._dress()

    def _button(self, command: str) -> CapButton:
        button = CapButton(parent=self, primary=command == "accept")
        button.clicked.connect(lambda: self._do(command))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field)
        row.addWidget(self._buttons["accept"])
        foot = QWidget(self)
        flow = FlowLayout(foot, across=ACROSS, down=DOWN)
        flow.setContentsMargins(0, 0, 0, 0)
        for command, button in self._buttons.items():
            if command != "accept":
                flow.addWidget(button)
        self._left = QVBoxLayout()
        self._left.setSpacing(6)
        self._left.addWidget(self._band)
        self._left.addLayout(row)
        self._left.addWidget(self._reason)
        self._left.addWidget(foot)
        self._left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._list)
        right.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(14, 9, 14, 8)
        self._whole.setSpacing(_BETWEEN)
        self._whole.addLayout(self._left, 3)
        self._whole.addLayout(right, 2)

    def sizeHint(self) -> QSize:
        return QSize(self.wide, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Take the height that every place needs in this width: with an image, and with five choices."""
        letter = self.fontMetrics().averageCharWidth()
        narrow = self.width() < NARROW * letter
        directions = QBoxLayout.Direction
        self._whole.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._whole.setSpacing(4 if narrow else _BETWEEN)
        margins = self._whole.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room = room if narrow else (room - _BETWEEN) * 3 // 5
        self._reason.set_lines(reason_lines(letter, room))
        left = IMAGE + self._field.height() + self._reason.sizeHint().height() + 3 * 6
        left += height_of([b.sizeHint() for name, b in self._buttons.items() if name != "accept"], room)
        right = self._list.height_of(_SHOWN_CHOICES)
        inner = left + right + 4 if narrow else max(left, right)
        self.setFixedHeight(inner + margins.top() + margins.bottom())

    def _dress(self) -> None:
        font = text_font()
        font.setPixelSize(max(font.pixelSize(), self.font().pixelSize() + 1) + 1)
        self._field.setFont(font)
        self._field.setFixedHeight(self._field.fontMetrics().height() + 14)
        self._fit()

    # ------------------------------------------------------------ what it shows

    def _show_hints(self, place: BoxPlace) -> None:
        go_on = self.tr("accept, go on to the next") if place.chain else self.tr("accept")
        self._buttons["accept"].setToolTip(go_on)
        many = filled(self.tr("{count:,}× in this letter"), count=place.same_in_letter)
        for command, keys, text in (
            ("accept", "Return", self.tr("Accept")),
            ("accept_in_letter", "Ctrl+Return", many),
            ("accept_everywhere", "Ctrl+Shift+Return", self.tr("everywhere…")),
            ("right_here", "Ctrl+D", self.tr("right as it stands")),
            ("always_right", "Ctrl+Shift+D", self.tr("always right")),
            ("next", "F3", self.tr("next")),
            ("close", "Esc", self.tr("close")),
        ):
            self._buttons[command].set_hint(keys, text)
        self._buttons["accept_in_letter"].setVisible(place.same_in_letter > 1)

    def _fill_list(self, choices: tuple[BoxChoice, ...]) -> None:
        reading, leave = self._opened.reading, self.tr("leave as it stands")
        listed = [BoxChoice(c.text, c.detail or leave) if c.text == reading else c for c in choices]
        if all(choice.text != reading for choice in listed):
            listed = [*listed[: _SHOWN_CHOICES - 1], BoxChoice(reading, leave)]
        self._choices = tuple(listed[:_SHOWN_CHOICES])
        shown = self._marks.shown
        self._list.set_choices(shown(reading), [(shown(c.text), c.detail) for c in self._choices])
        self._list.set_key(likeliest(self._choices, reading), key_text("Alt+Return"))
        self._list.set_chosen(self._row_of_field())
        # The rows have new numbers: a number pressed before they were seen must not count.
        self._unpainted = True
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
        elif command == "accept_first":
            self._accept_first()
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

    def _accept_first(self) -> None:
        """Accept the likeliest suggestion, also where the program is not sure enough to fill it in."""
        if self._settled:
            return
        if (first := likeliest(self._choices, self._opened.reading)) < 0:
            self.nothing_suggested.emit()
        else:
            self._choose(first)
            self._decide("accept")

    def _take(self, index: int) -> None:
        """Accept a choice that was clicked."""
        if not self._unpainted:
            self._choose(index)
            self._do("accept")

    def press(self, shown: str) -> bool:
        """Do what keys ask for that are shown like this; False where they ask for nothing here."""
        command = command_shown(shown)
        if command:
            self._do(command)
        return bool(command)

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(theme.line_strong))
        self._unpainted = False
