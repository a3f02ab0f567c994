"""The window's bottom line: the mode, the keys that matter now, what is left, whether all is saved, where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from annotator.ui.shell.mode_badge import Mode, ModeBadge
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import Theme, theme_of
from annotator.ui.translate import filled
from annotator.ui.widgets.elided_label import ElidedLabel, Tone, plain_tooltip
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap
from annotator.ui.widgets.parting import part_with

SaveState = Literal["saved", "saving", "not saved"]

_DOTS = "···"  # stand for what there is no room for
_GAP = 6  # pixels between a cap and its words
_BETWEEN = 20  # pixels between two hints
_DONE_MS = 10_000
_DONE_SHARE = 0.45  # of the row, at most
_WIDE = 92  # letters of the line, with room for all that is said in it
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class HintRow(QWidget):
    """Keys and what they do, those that there is room for; a click on the dots at the end offers the others.

    A message stands before them: it is cut where it is too long, and whole in the tooltip.
    How many suspects are left stands behind the hint of F3, which goes to the next of them, else at the end.
    """

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[tuple[str, str], ...] = ()
        self._counted = ""
        self._left: int | None = None
        self._shown: list[tuple[str, QRect]] = []
        self._dots = QRect()
        self._message = ""
        self._done, self._undo = "", ""
        self._is_new = False  # what was done, in this very moment: what is said of it stands beside it
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(_DONE_MS)
        self._over.timeout.connect(lambda: self.set_done("", ""))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_hints(self, hints: Sequence[tuple[str, str]], counted: str = "") -> None:
        """Show other (keys, words) pairs, the most important first.

        What is left is said beside the hint with the keys `counted`, else at the end.
        """
        self._message = ""
        self._counted = key_text(counted) if counted else ""
        self._hints = tuple((key_text(keys) if keys else "", text) for keys, text in hints)
        self._changed()

    def set_message(self, text: str) -> None:
        """Show a message before the hints, until others are set."""
        if not self._is_new:
            self._done = ""
        self._message = text
        self._changed()

    def set_suspects_left(self, left: int | None) -> None:
        """Show how many suspects are left, nothing for None."""
        self._left = left
        self._changed()

    def set_done(self, label: str, undo: str) -> None:
        """Say for a while, before all else, what was done just now, and which keys undo it; "" for none."""
        self._done, self._undo = label, key_text(undo) if undo else ""
        self._is_new = bool(label)
        QTimer.singleShot(0, self, self._grow_old)
        if label:
            self._over.start()
        self._changed()

    def _grow_old(self) -> None:
        self._is_new = False

    def done_text(self) -> str:
        """Return what is said of the last change, with the keys that undo it; "" for nothing."""
        return " · ".join(filter(None, (self._done, self._undo))) if self._done else ""

    def shown_keys(self) -> list[str]:
        """Return the keys of the hints that there was room for at the last paint."""
        return [keys for keys, _ in self._shown]

    def place_of(self, keys: str) -> QRect:
        """Return where the hint with these keys was at the last paint; empty where there was no room."""
        return next((place for shown, place in self._shown if shown == keys), QRect())

    def sizeHint(self) -> QSize:
        return QSize(400, cap_size("F", self.font()).height() + 4)

    def left_text(self) -> str:
        """Return what is said of the suspects that are left."""
        if self._left is None:
            return ""
        if self._left == 0:
            return self.tr("✓ no suspects left")
        words = self.tr("{count:,} left") if self._has_counted() else self.tr("{count:suspect|suspects} left")
        return filled(words, count=self._left)

    def _has_counted(self) -> bool:
        return bool(self._counted) and any(keys == self._counted for keys, _ in self._hints)

    def _changed(self) -> None:
        words = [self._message] if self._message else [" ".join(filter(None, hint)) for hint in self._hints]
        told = [self.done_text(), *words, self.left_text()]
        self.setAccessibleName("; ".join(filter(None, told)))
        self.setToolTip(plain_tooltip(self._message))
        self.update()

    def _items(self) -> list[tuple[str, str, str]]:
        """Return keys, words and count of each item in the order of the line."""
        done = self._done_items()
        return [
            *done,
            *([("", self._message, "")] if self._message else []),
            *(item for item in self._hint_items() if not (done and item[0] and item[0] == self._undo)),
        ]

    def _done_items(self) -> list[tuple[str, str, str]]:
        """Return what was done, cut where it is long, and the key that undoes it."""
        if not self._done:
            return []
        room = round(self.width() * _DONE_SHARE)
        said = self.fontMetrics().elidedText(f"✓ {self._done}", Qt.TextElideMode.ElideMiddle, room)
        undo = [(self._undo, self.tr("undo"), "")] if self._undo else []
        return [("", said, ""), *undo]

    def _hint_items(self) -> list[tuple[str, str, str]]:
        left = self.left_text()
        if not left:
            return [(keys, text, "") for keys, text in self._hints]
        if self._has_counted():
            return [(keys, text, left if keys == self._counted else "") for keys, text in self._hints]
        return [*((keys, text, "") for keys, text in self._hints), ("", "", left)]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, x = theme_of(self), QPainter(self), 0
        self._shown, self._dots = [], QRect()
        items, dots = self._items(), cap_size(_DOTS, self.font())
        fits = sum(self._width_of(*item) + _BETWEEN for item in items) - _BETWEEN <= self.width()
        kept = 0 if fits else dots.width() + _BETWEEN
        for keys, text, left in items:
            wide, room = self._width_of(keys, text, left), self.width() - x
            message = bool(text) and text == self._message and not keys
            if wide > room - kept and not message:
                continue
            words = (
                self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room) if message else text
            )
            self._paint_item(painter, theme, x, (keys, words, left))
            if keys:
                self._shown.append((keys, QRect(x, 0, wide, self.height())))
            x += wide + _BETWEEN
        if self.rest():
            self._dots = QRect(x, (self.height() - dots.height()) // 2, dots.width(), dots.height())
            paint_cap(painter, QRectF(self._dots), _DOTS, theme, self.font())

    def _width_of(self, keys: str, text: str, left: str) -> int:
        bold = QFontMetrics(sized(self.font(), 1, bold=True))
        cap = cap_size(keys, self.font()).width() + _GAP if keys else 0
        plain = self.fontMetrics().horizontalAdvance(text + (" · " if text and left else ""))
        return cap + plain + (bold.horizontalAdvance(left) if left else 0)

    def _paint_item(self, painter: QPainter, theme: Theme, x: int, item: tuple[str, str, str]) -> None:
        keys, text, left = item
        if keys:
            cap = cap_size(keys, self.font())
            top = (self.height() - cap.height()) / 2
            paint_cap(painter, QRectF(x, top, cap.width(), cap.height()), keys, theme, self.font())
            x += cap.width() + _GAP
        words = text + (" · " if text and left else "")
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), _ONE_LINE, words)
        x += self.fontMetrics().horizontalAdvance(words)
        painter.setFont(sized(self.font(), 1, bold=True))
        painter.setPen(QColor(theme.ink if self._left else theme.green))
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), _ONE_LINE, left)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._dots.contains(place):
            self._offer_rest()
            return
        for keys, rect in self._shown:
            if rect.contains(place):
                self.clicked.emit(keys)
                return

    def dots(self) -> QRect:
        """Return where the dots stand for what there is no room for; empty where all is shown."""
        return self._dots

    def rest(self) -> list[tuple[str, str]]:
        """Return the keys, and what they do, that there was no room for at the last paint."""
        shown = self.shown_keys()
        return [(keys, text) for keys, text, _ in self._items() if keys and keys not in shown]

    def _offer_rest(self) -> None:
        """Offer what there was no room for, above the dots."""
        menu = QMenu(self)
        menu.setObjectName("more_keys")
        for keys, text in self.rest():
            name = text.replace("&", "&&")
            menu.addAction(f"{name}\t{keys}", partial(self.clicked.emit, keys))
        corner = self.mapToGlobal(self._dots.topLeft())
        menu.exec(corner - QPoint(0, menu.sizeHint().height() + 4))
        part_with(menu)


class StatusStrip(QWidget):
    """Say at a glance what the analyst may do now, what is left, and that nothing is lost."""

    hint_clicked = Signal(str)  # the keys, as they are shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = ModeBadge(self)
        self._badge.hide()
        self._hints = HintRow(self)
        self._saved = ElidedLabel(parent=self, tone="green", align=Qt.AlignmentFlag.AlignRight)
        self._backup = ElidedLabel(parent=self, tone="muted")
        self._analyst = ElidedLabel(parent=self, tone="muted")
        self._place = ElidedLabel(parent=self, tone="muted", align=Qt.AlignmentFlag.AlignRight)
        self._hints.clicked.connect(self.hint_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 3)
        row.setSpacing(22)
        row.addWidget(self._badge)
        row.addWidget(self._hints, 1)
        labels = {
            "saved": self._saved,
            "backup": self._backup,
            "analyst": self._analyst,
            "place": self._place,
        }
        for name, label in labels.items():
            label.setObjectName(name)
            row.addWidget(label)
            label.hide()

    def set_mode(self, mode: Mode | None) -> None:
        """Show whether the analyst is reading or editing; None while no letter is open."""
        if mode is not None:
            self._badge.set_mode(mode)
        self._badge.setHidden(mode is None)

    def set_hints(self, hints: Sequence[tuple[str, str]], counted: str = "") -> None:
        """Show what keys do now, as (keys, words), the most important first; words alone have no keys.

        What is left is said beside the hint with the keys `counted`.
        """
        self._hints.set_hints(hints, counted)

    def set_message(self, text: str) -> None:
        """Say something before the hints until others are set, to a screen reader, too."""
        self._hints.set_message(text)
        self._announce(text)

    def set_done(self, label: str, undo: str) -> None:
        """Say for a while what was done just now, and which keys undo it."""
        self._hints.set_done(label, undo)
        self._announce(self._hints.done_text())

    def _announce(self, text: str) -> None:
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_suspects_left(self, left: int | None) -> None:
        """Show how many suspects are left in the letter; None while that is not known."""
        self._hints.set_suspects_left(left)

    def set_saved(self, state: SaveState, when: datetime | None = None, detail: str = "") -> None:
        """Show that all is saved since `when`, that saving is under way, or why it fails (`detail`)."""
        text, tone = self._saved_text(state, when, detail)
        failed_now = state == "not saved" and text != self._saved.text()
        self._saved.set_tone(tone)
        self._show(self._saved, text, least=self._saved_text("saved", datetime(2000, 1, 1), "")[0])
        if failed_now:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_read_only(self, text: str) -> None:
        """Show that nothing is saved, and with whom the project is: for as long as it is open."""
        self._saved.set_tone("amber")
        self._show(self._saved, text, least=text)

    def set_backup(self, text: str, detail: str = "", *, failed: bool = False) -> None:
        """Show when the last backup was made, or that none can be, and why (`detail`); empty for none."""
        self._backup.set_tone("amber" if failed else "muted")
        self._show(self._backup, text, least=text if failed else "")
        self._backup.setToolTip(plain_tooltip(detail))
        self._backup.setAccessibleDescription(detail)

    def clear(self) -> None:
        """Say nothing of a project: none is open."""
        self.set_mode(None)
        self.set_suspects_left(None)
        self.set_place(None)
        self.set_done("", "")
        self._show(self._saved, "")

    def set_analyst(self, name: str) -> None:
        """Show who works."""
        self._show(self._analyst, self.tr("analyst: {name}").format(name=name) if name else "")

    def set_place(self, line: int | None, character: int = 1) -> None:
        """Show where the caret is, counted from 1, or nothing for None."""
        template = self.tr("line {line}, character {character}")
        text = "" if line is None else template.format(line=line, character=character)
        self._show(self._place, text, least=template.format(line=100, character=10))

    def _saved_text(self, state: SaveState, when: datetime | None, detail: str) -> tuple[str, Tone]:
        if state == "saving":
            return self.tr("saving…"), "muted"
        if state == "not saved":
            reason = self.tr("not saved: {reason}").format(reason=detail)
            return (reason if detail else self.tr("not saved")), "amber"
        time = f"{when:%H:%M:%S}" if when else ""
        return (self.tr("✓ all saved, {time}").format(time=time) if time else self.tr("✓ all saved")), "green"

    def _show(self, label: ElidedLabel, text: str, least: str = "") -> None:
        """Show a text in a label that keeps room for `least`, so that its neighbours stand still."""
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(least) + 2 if least else 0)
        label.set_text(text)
        self._give_way()

    def _give_way(self) -> None:
        """Leave the hints room: where there is little, who works and a backup that went well are not said."""
        wide = self.width() >= _WIDE * self.fontMetrics().averageCharWidth()
        for label in (self._saved, self._place):
            label.setVisible(bool(label.text()))
        self._backup.setVisible(bool(self._backup.text()) and (wide or self._backup.minimumWidth() > 0))
        self._analyst.setVisible(bool(self._analyst.text()) and wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(theme.line))
