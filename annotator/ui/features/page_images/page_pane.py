"""Where the page images stand: beside the text, above it, or hidden; with the sizes that were chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.ui.settings import Settings
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.panel_header import PanelHeader

PLACES = ("beside", "above", "hidden")
_ROOM_FOR_BOTH = 880  # pixels: in less the lines of a letter would be wrapped beside the image
_SHARES = {"beside": (45, 55), "above": (42, 58)}  # percent: image, text
_LINE_OF_TEXT = 640  # pixels beside the image that a line as on paper takes, unwrapped


class PagePane(QSplitter):
    """Parts the room between the page images and the text. A letter without pages takes none for them."""

    help_section = "page-images"

    def __init__(self, settings: Settings, text: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._has_pages = False
        self._shown_as = ""  # the place whose sizes are on the screen
        self.images: QWidget = _StandIn(self)
        self.addWidget(self.images)
        self.addWidget(text)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._chosen = False  # by the analyst: how the room is shared
        self.images.hide()
        self.splitterMoved.connect(lambda *_: self._keep_shares())

    @property
    def place(self) -> str:
        """Return where the images stand, or would for a letter that has some: one of PLACES."""
        chosen = self._settings.text("page_place")
        if chosen in PLACES:
            return chosen
        return "beside" if self.width() >= _ROOM_FOR_BOTH else "above"

    @property
    def has_pages(self) -> bool:
        """Tell whether the open letter has pages to show."""
        return self._has_pages

    @property
    def is_open(self) -> bool:
        """Tell whether page images are shown."""
        return self._has_pages and self.place != "hidden"

    def choose(self, place: str) -> None:
        """Put the images in another place, and remember it."""
        self._settings.set("page_place", place)
        self._arrange()

    def set_has_pages(self, has_pages: bool) -> None:
        """Make room for the images of the open letter, or none."""
        self._has_pages = has_pages
        self._arrange()

    def put_in(self, images: QWidget) -> None:
        """Put the images where only their head was."""
        stand_in, self.images = self.images, images
        sizes = self.sizes()
        images.setVisible(self.is_open)
        self.replaceWidget(0, images)
        stand_in.deleteLater()
        self.setSizes(sizes)

    def remember_sizes(self) -> None:
        """Keep the sizes that are on the screen, for this place."""
        if self._shown_as and self._chosen:
            self._settings.set_state(f"pages_{self._shown_as}", self.saveState())

    def _arrange(self) -> None:
        place = self.place
        if not self.is_open:
            self.remember_sizes()
            self._shown_as = ""
            self.images.hide()
            return
        if place != self._shown_as:
            self.remember_sizes()
            self._shown_as = place
            beside = place == "beside"
            state = self._settings.state(f"pages_{place}")
            self._chosen = not state.isEmpty() and self.restoreState(state)
            self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self.setHandleWidth(1)
            self.setChildrenCollapsible(False)
            self.images.show()
            self._share()
        self.images.show()

    def _share(self) -> None:
        """Share the room as usual, unless the analyst did."""
        if self._chosen:
            return
        beside = self._shown_as == "beside"
        whole = self.width() if beside else self.height()
        text = whole * _SHARES[self._shown_as][1] // 100
        if beside:
            text = max(text, min(_LINE_OF_TEXT, whole * 2 // 3))
        self.setSizes([whole - text, text])

    def _keep_shares(self) -> None:
        self._chosen = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.is_open:
            return
        if self.place != self._shown_as:
            self._arrange()  # nobody chose a place, and there is room for another one now
        else:
            self._share()


class _StandIn(QWidget):
    """The head of the pane on its ground, until the pane is made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PanelHeader("", parent=self))
        column.addStretch()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).background))
