"""How a letter looks in the list: its status and title, and below them when, who, and what is left to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.storage.letter_list import LetterLine
from annotator.ui.features.letters.model import LINE
from annotator.ui.theme.theme import Theme
from annotator.ui.translate import filled
from annotator.ui.widgets.dates import date_text
from annotator.ui.widgets.row_list import HereDelegate
from annotator.ui.widgets.rows import Index, Row
from annotator.ui.widgets.status import paint_status, status_name

_MARK = 10.0  # pixels
translate = QCoreApplication.translate


class LetterDelegate(HereDelegate):
    """Paint letters; the open one has the accent's bar."""

    two_lines = True

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.here: int | None = None
        self.several = False  # rows are chosen: they are told apart from the open one
        self._chosen = False
        self._status = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._chosen = self.several and bool(option.state & QStyle.StateFlag.State_Selected)
        super().paint(painter, option, index)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, theme: Theme
    ) -> None:
        super()._paint_ground(painter, option, rect, theme)
        if self._chosen:
            painter.fillRect(rect.adjusted(3, 0, 0, -1), QColor(theme.marked))

    def is_here(self, index: Index, selected: bool) -> bool:
        line: LetterLine | None = index.data(LINE)
        return line is not None and line.id == self.here

    def row(self, index: Index) -> Row:
        line: LetterLine | None = index.data(LINE)
        if line is None:
            self._status = ""
            return Row("…")
        self._status = line.status
        detail = line.apart or " · ".join(filter(None, date_and_sender(line)))
        return Row(line.title, detail or line.source_name, left_text(line), detail_first=bool(line.apart))

    def _paint_first(self, painter: QPainter, rect: QRect, row: Row, theme: Theme, font: QFont) -> None:
        if self._status:
            box = QRectF(rect.left(), rect.center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
            paint_status(painter, box, self._status, theme)
            rect = rect.adjusted(int(_MARK) + 7, 0, 0, 0)
        super()._paint_first(painter, rect, row, theme, font)


def date_and_sender(line: LetterLine) -> tuple[str, str]:
    """Return the letter's date and sender, with a question mark what is only proposed, as in the outline."""
    date, sender = date_text(line.date), line.sender
    return (
        f"{date}?" if date and line.date_proposed else date,
        f"{sender}?" if sender and line.sender_proposed else sender,
    )


def left_text(line: LetterLine) -> str:
    """Say what is left to do: the suspects, and the date if it should be there by now."""
    if line.status in ("done", "second_look"):
        name = status_name(line.status)
        return name[:1].lower() + name[1:]
    lacks = line.status == "busy" and not line.date and not line.date_absent
    undated = line.undated or lacks
    said = (
        suspects_text(line.suspects_left),
        proposals_text(line.proposals_left),
        translate("LettersList", "no date") if undated else "",
    )
    return " · ".join(filter(None, said))


def suspects_text(count: int | None) -> str:
    """Say how many suspects are left; nothing before the first look."""
    if count is None:
        return ""
    if count == 0:
        return translate("LettersList", "no suspects")
    return filled(translate("LettersList", "{n:suspect|suspects}"), n=count)


def proposals_text(count: int | None) -> str:
    """Say how many proposals wait for a decision; nothing where none does."""
    if not count:
        return ""
    return filled(translate("LettersList", "{n:proposal|proposals}"), n=count)


def told(line: LetterLine) -> str:
    """Say a row in words."""
    left = (
        left_text(line) if line.status not in ("done", "second_look") else suspects_text(line.suspects_left)
    )
    parts = (status_name(line.status), *date_and_sender(line), left)
    pages = filled(translate("LettersList", "{n:page|pages}"), n=line.pages)
    return f"{line.title}\n{' · '.join(filter(None, parts))}\n{pages} · {line.source_name}"
