"""Where the page images stand: beside the text, as a strip of lines above it, or hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from annotator.ui.settings import Settings
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.panel_header import PanelHeader

PLACES = ("beside", "above", "hidden")
_LINE_OF_TEXT = 640  # pixels beside the image that a line as on paper takes, unwrapped
_LINE_OF_PAGE = 440  # pixels in which a line of a page is read at ease
_TEXT_SHARE = 52  # percent of the room beside the image
_STRIP_SHARE = 24  # percent of the height that the lines above the text take
_STRIP = (112, 300)  # pixels: at least, at most, until the grip is pulled
_TEXT_LEFT = 120  # pixels of text that a strip leaves, however far it is pulled
_GRIP = (44, 4)  # pixels


class PagePane(QSplitter):
    """Parts the room between the page images and the text. A letter without pages takes none for them.

    Beside the text they stand only where both are read at ease; in less room they are the line strip: the
    lines at hand above the text, as high as the grip is pulled. What was pulled is kept as a share of the
    width and as a height, so that it comes back when the window was small for a while.
    """

    rearranged = Signal()  # another place, or all of the page instead of its lines

    help_section = "page-images"

    def __init__(self, settings: Settings, text: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._has_pages = False
        self._shown_as = ""  # the place whose sizes are on the screen
        self._is_whole = False
        self._is_focused = False
        self.images: QWidget = _StandIn(self)
        self.addWidget(self.images)
        self.addWidget(text)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.images.hide()
        self.splitterMoved.connect(lambda *_: self._keep_shares())

    @property
    def place(self) -> str:
        """Return where the images stand, or would for a letter that has some: one of PLACES."""
        chosen = self._settings.text("page_place")
        if chosen in ("hidden", "above"):
            return chosen
        return "beside" if self.has_room_for_both else "above"

    @property
    def has_room_for_both(self) -> bool:
        """Tell whether image and text are both read at ease beside each other."""
        return self.width() >= self._line_of_text() + _LINE_OF_PAGE

    def _line_of_text(self) -> int:
        return _LINE_OF_TEXT * self._settings.number("text_size") // 100

    @property
    def has_pages(self) -> bool:
        """Tell whether the open letter has pages to show."""
        return self._has_pages

    @property
    def is_open(self) -> bool:
        """Tell whether page images are shown."""
        return self._has_pages and self.place != "hidden"

    @property
    def is_strip(self) -> bool:
        """Tell whether lines of the page are shown above the text."""
        return self.is_open and self.place == "above" and not self._is_whole

    @property
    def is_whole(self) -> bool:
        """Tell whether all of the page is shown for a while."""
        return self._is_whole and self.is_open

    def choose(self, place: str) -> None:
        """Put the images in another place, and remember it."""
        self._settings.set("page_place", place)
        self._is_whole = False
        self._arrange()

    def show_whole(self, whole: bool) -> None:
        """Show all of the page, in most of the room; or what is usual again."""
        self._is_whole = whole and self.is_open
        self._share()
        self.rearranged.emit()

    def set_focused(self, focused: bool) -> None:
        """Share the room evenly: there is more of it, with the side panes away."""
        self._is_focused = focused
        self._share()

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

    def createHandle(self) -> QSplitterHandle:
        return _Grip(self.orientation(), self)

    def _arrange(self) -> None:
        place = self.place
        if not self.is_open:
            self._shown_as, self._is_whole = "", False
            self.images.hide()
            self.rearranged.emit()
            return
        if place != self._shown_as:
            self._shown_as, self._is_whole = place, False
            beside = place == "beside"
            self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self.setHandleWidth(1 if beside else _GRIP[1] + 6)
            self.rearranged.emit()
        self.images.show()
        self._share()

    def _share(self) -> None:
        """Give images and text their sizes in the room that there is."""
        if not self._shown_as:
            return
        if self._shown_as == "beside":
            whole = self.width() - self.handleWidth()
            text = self._text_beside(whole)
        else:
            whole = self.height() - self.handleWidth()
            text = whole - self._strip_height(whole)
        self.setSizes([whole - text, text])

    def _text_beside(self, whole: int) -> int:
        pulled = self._settings.number("page_share")
        if pulled:
            return max(1, whole * (1000 - pulled) // 1000)
        share = 50 if self._is_focused else _TEXT_SHARE
        return max(whole * share // 100, min(self._line_of_text(), whole - _LINE_OF_PAGE))

    def _strip_height(self, whole: int) -> int:
        most = max(_STRIP[0], whole - _TEXT_LEFT)
        if self._is_whole:
            return most
        pulled = self._settings.number("strip_height")
        usual = max(_STRIP[0], min(_STRIP[1], whole * _STRIP_SHARE // 100))
        return min(most, pulled or usual)

    def _keep_shares(self) -> None:
        """Remember what was pulled."""
        images, whole = self.sizes()[0], sum(self.sizes())
        if self._shown_as == "beside" and whole:
            self._settings.set("page_share", max(1, min(999, round(1000 * images / whole))))
        elif self._shown_as == "above" and not self._is_whole:
            self._settings.set("strip_height", max(1, images))

    def fit(self) -> None:
        """Stand in the place that there is room for now."""
        if self.is_open:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class _Grip(QSplitterHandle):
    """What the strip is pulled by: a line with a short thick stretch."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        if self.orientation() == Qt.Orientation.Horizontal:
            painter.fillRect(self.rect(), QColor(theme.line))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.background))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        wide, high = _GRIP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent if self.underMouse() else theme.line_strong))
        place = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.drawRoundedRect(place, high / 2, high / 2)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class _StandIn(QWidget):
    """The head of the pane on its ground, until the pane is made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PanelHeader("", parent=self))
        column.addStretch()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).background))
