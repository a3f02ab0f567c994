"""A dialog that opens no larger than the room on its screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QMainWindow, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import UI_PIXELS
from annotator.ui.widgets.separator import Separator


class Dialog(QDialog):
    """A dialog of the program; all of its own are these.

    F1 asks for its section of the manual, which `help_section` names; None: the dialog keeps the key.
    """

    help_section: str | None = ""

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            hold_in_room(self)
            self._take_help_key()
        super().showEvent(event)  # Qt finds its place by its size

    def _take_help_key(self) -> None:
        """Have the window's own command answer the key: it does not reach the window itself."""
        window = self._main_window()
        manual = window.findChild(QAction, "manual") if window is not None else None
        if self.help_section is None or manual is None or self.findChild(QShortcut, "help") is not None:
            return
        shortcut = QShortcut(manual.shortcut(), self)
        shortcut.setObjectName("help")
        shortcut.activated.connect(manual.trigger)

    def _main_window(self) -> QMainWindow | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QMainWindow):
            parent = parent.parentWidget()
        return parent

    def fill_window(
        self, least: tuple[int, int], most: tuple[int, int] | None = None, aside: tuple[int, int] = (80, 80)
    ) -> None:
        """Become as large as the window below, less what stays free `aside`, within these sizes.

        They are pixels for text of 100 %; larger text may have more, as far as the window goes.
        """
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.size()
        wide, high = max(least[0], room.width() - aside[0]), max(least[1], room.height() - aside[1])
        if most is not None:
            larger = max(1.0, self.font().pixelSize() / UI_PIXELS)
            wide, high = min(round(most[0] * larger), wide), min(round(most[1] * larger), high)
        self.resize(wide, high)

    def lay_in_rows(self, head: QLayout, middle: QWidget | QLayout, foot: QLayout) -> None:
        """Lay out a head, what takes the room, and a foot, with lines between."""
        lay_in_rows(self, head, middle, foot)

    def lay_in_pages(self, pages: QWidget, page: QLayout) -> None:
        """Lay out a list of pages and the page that is chosen, with a line between."""
        lay_in_pages(self, pages, page)


def lay_in_rows(within: QWidget, head: QLayout, middle: QWidget | QLayout, foot: QLayout) -> None:
    """Lay out a head, what takes the room, and a foot, with lines between."""
    whole = QVBoxLayout(within)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(head)
    whole.addWidget(Separator(parent=within))
    if isinstance(middle, QWidget):
        whole.addWidget(middle, 1)
    else:
        whole.addLayout(middle, 1)
    whole.addWidget(Separator(parent=within))
    whole.addLayout(foot)


def lay_in_pages(within: QWidget, pages: QWidget, page: QLayout) -> None:
    """Lay out a list of pages and the page that is chosen, with a line between."""
    row = QHBoxLayout(within)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(pages)
    row.addWidget(Separator(Qt.Orientation.Vertical, within))
    row.addLayout(page, 1)


def hold_in_room(window: QWidget) -> None:
    """Make a window that is about to be shown as small as the room on its screen, frame included."""
    parent = window.parentWidget()
    beside = parent.window() if parent is not None else window
    frame = beside.frameGeometry().size() - beside.size()
    room = window.screen().availableGeometry().size() - frame
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    window.resize(window.size().boundedTo(room))
