"""The frame of the main window: where its views stand, and what the system tells it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from annotator.core.messages import Message
from annotator.ui.settings import Settings
from annotator.ui.shell.arrangement import Arrangement
from annotator.ui.shell.docks import tab_on
from annotator.ui.shell.views import Views
from annotator.ui.translate import translated
from annotator.ui.widgets.drops import dropped_paths, holds_files, take_as_copy
from annotator.ui.widgets.key_events import alt_digit

_MESSAGE_MS = 6_000


class Frame(QMainWindow):
    """Holds the views and their layout; what they are for is the composition's.

    `dropped` gives the paths of files that were dropped, `message_over` tells that a passing message has been
    shown long enough, `key_unused` of a key that nothing took, `keys_by_place` of Alt and the place of a
    digit. Before it closes it asks `may_close`.
    """

    dropped = Signal(list)
    message_over = Signal()
    key_unused = Signal(object)  # QKeyCombination
    keys_by_place = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle("Kanttekening")
        self.setAcceptDrops(True)
        self.views = Views(self, settings)
        self.setCentralWidget(self.views.pages)
        foot = QWidget(self)
        self._foot = QVBoxLayout(foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(0)
        self._foot.addWidget(self.views.strip)
        self.statusBar().addWidget(foot, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.menuBar().addMenu(" ")  # keeps its height until it is filled
        self.arrangement = Arrangement(self, self.views, settings)
        self._message_timer = QTimer(self)
        self._message_timer.setSingleShot(True)
        self._message_timer.setInterval(_MESSAGE_MS)
        self._message_timer.timeout.connect(self.message_over)
        self._restore_layout()

    def say(self, message: Message) -> None:
        """Show a passing message in the status strip."""
        self.views.strip.set_message(translated(message))
        self._message_timer.start()

    def add_above_strip(self, widget: QWidget) -> None:
        """Put something between the views and the bottom line; it takes room only while it is shown."""
        self._foot.insertWidget(0, widget)

    # --- layout -------------------------------------------------------------------------------------

    def _restore_layout(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(1440, room.width()), min(900, room.height()))
        geometry = self.settings.state("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.restore_docks()
        self.arrangement.show_text_size()

    def restore_docks(self) -> None:
        """Put the docks where they stood the last time."""
        self.arrangement.restore()

    def keep_layout(self) -> None:
        """Remember where the window and its panes stand."""
        self.settings.set_state("geometry", self.saveGeometry())
        self.arrangement.keep()

    def show_docks(self, shown: bool) -> None:
        """Show the panes around the letter, or hide them while no project is open."""
        self.arrangement.show_panes(shown)

    # --- events -------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowUnblocked and self.isVisible():
            # Without a window manager nothing else gives the keys back when a dialog closes.
            QTimer.singleShot(0, self.activateWindow)
        if event.type() == QEvent.Type.MouseButtonPress:
            self.arrangement.pressed()
        done = super().event(event)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.arrangement.released()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.spontaneous() or not self.isVisible():
            self.arrangement.fit()
        else:
            # It may be Qt's layout that makes the window larger: asked to lay out meanwhile, it would crash.
            QTimer.singleShot(0, self.arrangement, self.arrangement.fit)

    def focusNextPrevChild(self, forward: bool) -> bool:
        by = 1 if forward else -1
        return tab_on(self, tuple(self.views.panes()), by) or super().focusNextPrevChild(forward)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # not the list of docks that a main window shows by itself

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_files(event.mimeData()):
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        take_as_copy(event)
        self.dropped.emit(dropped_paths(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = alt_digit(event)
        if digit is not None:
            # A shortcut knows the sign on the key; where that is no digit, the digit's place counts.
            self.keys_by_place.emit(f"Alt+{digit}")
        else:
            super().keyPressEvent(event)
            self.key_unused.emit(event.keyCombination())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())
