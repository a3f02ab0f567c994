"""The buttons of the page images: to another page, larger and smaller, the whole page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from annotator.ui.translate import filled
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.key_cap import key_text

_SIDE = 24  # pixels


class PageTools(QWidget):
    """Do by mouse what keys do to the page images. They take no focus: the text keeps the keys."""

    page_wanted = Signal(int)  # 1: the next, -1: the one before
    zoom_wanted = Signal(int)  # 1: larger, -1: smaller
    fit_wanted = Signal()
    asked = Signal()  # which page to go to
    whole_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: dict[QToolButton, tuple[str, str]] = {}  # what it does, and the command that does it too
        self._keys: Mapping[str, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._before = self._button("‹", self.tr("The page before"), "previous_page")
        self._page = self._button("1 / 1", self.tr("Go to a page"), "go_to_line")
        self._next = self._button("›", self.tr("The next page"), "next_page")
        self._smaller = self._button("−", self.tr("Smaller page images"), "pages_smaller")
        self._percent = self._button("100 %", self.tr("As wide as their lines"), "pages_fit_text")
        self._bigger = self._button("+", self.tr("Bigger page images"), "pages_bigger")
        self._whole = self._button(self.tr("whole page"), self.tr("All of the page"), "pages_fit_page")
        self._whole.setCheckable(True)
        for button in self._told:
            row.addWidget(button)
        self._before.clicked.connect(lambda: self.page_wanted.emit(-1))
        self._page.clicked.connect(self.asked)
        self._next.clicked.connect(lambda: self.page_wanted.emit(1))
        self._smaller.clicked.connect(lambda: self.zoom_wanted.emit(-1))
        self._bigger.clicked.connect(lambda: self.zoom_wanted.emit(1))
        self._percent.clicked.connect(self.fit_wanted)
        self._whole.clicked.connect(self.whole_wanted)

    def _button(self, text: str, does: str, command: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setObjectName(command)
        button.setProperty("class", "on_page")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setMinimumSize(QSize(_SIDE, _SIDE))
        self._told[button] = (does, command)
        self._tell(button)
        return button

    def _tell(self, button: QToolButton) -> None:
        does, command = self._told[button]
        keys = self._keys.get(command, "")
        button.setAccessibleName(does)
        button.setToolTip(plain_tooltip(f"{does} ({key_text(keys)})" if keys else does))

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Say which keys do the same, by the ids of the commands."""
        self._keys = keys
        for button in self._told:
            self._tell(button)

    def show_state(self, page: int, count: int, percent: int, *, whole: bool, named: bool) -> None:
        """Show how large the images are, and which ways there are from a page (from 0).

        The page is `named` where no head above says which one is seen.
        """
        self._page.setText(filled(self.tr("{page} / {count:,}"), page=page + 1, count=count))
        self._page.setVisible(named and count > 1)
        self._before.setEnabled(page > 0)
        self._next.setEnabled(page < count - 1)
        for button in (self._before, self._next):
            button.setVisible(count > 1)
        self._percent.setText(self.tr("{n} %").format(n=percent))
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %") + 14)
        self._whole.setChecked(whole)
