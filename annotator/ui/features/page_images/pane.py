"""The pane of the page images: a head that says what is seen, and the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.page_layout import PageLayout
from annotator.pages.places import Box, PageMarks
from annotator.ui.features.page_images.canvas import HitTest, PageCanvas
from annotator.ui.features.page_images.page_tools import PageTools
from annotator.ui.features.page_images.sheets import Pictures
from annotator.ui.features.page_images.zoom import Lines, Zoom, stepped
from annotator.ui.translate import filled
from annotator.ui.widgets.panel_header import PanelHeader

_ROOM_FOR_ALL = 560  # pixels: in less the head says which page, and no more
_EDGE = 8  # pixels between the buttons and the edge of the strip
_STRIP_ZOOM = Zoom("text")


class PageView(QWidget):
    """Show a letter's page images and where the text's caret is on them."""

    clicked = Signal(int, float, float)  # page from 0, points from its top left
    activated = Signal(int, float, float)
    entered = Signal(int, float, float)
    done = Signal()  # Esc: back to the letter
    zoomed = Signal(str)  # the zoom as a setting keeps it
    page_wanted = Signal(int)  # from 0
    whole_wanted = Signal(bool)
    menu_wanted = Signal(QPoint)  # on the screen
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follows = True
        self._zoom = Zoom()
        self._is_strip = self._is_whole = False
        self._head = PanelHeader(self.tr("Page image"), "", self)
        self._canvas = PageCanvas(self)
        self.tools = PageTools(self)
        self._head.add_widget(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._canvas)
        self.setFocusProxy(self._canvas)
        self.setAccessibleName(self.tr("Page image"))
        self._wire()

    def _wire(self) -> None:
        for mine, its in (
            (self.clicked, self._canvas.clicked),
            (self.activated, self._canvas.activated),
            (self.entered, self._canvas.entered),
            (self.done, self._canvas.left),
            (self.menu_wanted, self._canvas.menu_wanted),
            (self.whole_wanted, self.tools.whole_wanted),
        ):
            its.connect(mine)
        self._canvas.moved.connect(self._show_state)
        self._canvas.zoom_wanted.connect(self.zoom_by)
        self.tools.page_wanted.connect(self.step_page)
        self.tools.zoom_wanted.connect(self.zoom_by)
        self.tools.fit_wanted.connect(lambda: self.set_zoom(Zoom("text")))

    def sizeHint(self) -> QSize:
        return QSize(430, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 60)

    # ------------------------------------------------------------------ what is shown

    def show_pages(
        self,
        pictures: Pictures | None,
        layouts: Sequence[PageLayout],
        lines: Sequence[Lines],
        hit: HitTest,
    ) -> None:
        """Show the pages of a letter.

        `lines` tell for each page from where to where its lines reach, `hit` whether a word stands at a
        point of a page.
        """
        self._canvas.set_hit_test(hit)
        self._canvas.show_pages(pictures, layouts, lines)

    def show_nothing(self) -> None:
        """Show no pages."""
        self.show_pages(None, (), (), lambda page, x, y: False)

    def ask_now(self) -> None:
        """Have drawn what is seen now, without waiting until the window has nothing else to do."""
        self._canvas.ask_now()

    def picture_arrived(self) -> None:
        """Paint what came in."""
        self._canvas.picture_arrived()

    def set_marks(self, marks: PageMarks) -> None:
        """Mark the caret's line and what is worked on."""
        self._canvas.set_marks(marks)

    def follow(self, line: Box | None, word: Box | None = None, *, at_once: bool = False) -> None:
        """Scroll to a line of the page, unless it is read at ease where it is."""
        if self._follows:
            self._canvas.follow(line, word)
            if at_once:
                self._canvas.hurry()

    @property
    def follows(self) -> bool:
        """Tell whether the images scroll along with the text."""
        return self._follows

    def set_gliding(self, gliding: bool) -> None:
        """Have the images glide to a line, or be there at once."""
        self._canvas.gliding = gliding

    def set_follows(self, follows: bool) -> None:
        """Scroll along with the text, or stay where the analyst put it."""
        self._follows = follows
        self._show_state()

    def _show_state(self) -> None:
        count = self._canvas.page_count()
        self.tools.setVisible(bool(count))
        if not count:
            self._head.set_title(self.tr("Page image"))
            self._head.set_detail("")
            return
        number = self._canvas.current_page()
        page = filled(self.tr("Page {page} of {count:,}"), page=number + 1, count=count)
        how = self.tr("follows the text") if self._follows else self.tr("stays where it is")
        self._head.set_title(page)
        self._head.set_detail(how if self.width() > _ROOM_FOR_ALL else "")
        percent = round(self._canvas.percent())
        self.tools.show_state(number, count, percent, whole=self._is_whole, named=self._is_strip)
        self._place_tools()
        self._canvas.setAccessibleDescription(f"{page}, {how}")

    # ------------------------------------------------------------------ as a strip

    def show_as(self, *, strip: bool, whole: bool) -> None:
        """Show the lines at hand without a head of their own, or all of the page, or pages as usual."""
        if strip != self._is_strip:
            self._is_strip = strip
            self._head.setVisible(not strip)
            if strip:
                self.tools.setParent(self)
                self.tools.show()
            else:
                self._head.add_widget(self.tools)
        self._is_whole = whole
        self._canvas.set_zoom(self._shown_zoom())
        self._show_state()

    def _shown_zoom(self) -> Zoom:
        """Return the zoom for the room that there is: a whole page would not be read in a strip."""
        if self._is_whole:
            return Zoom("page")
        return _STRIP_ZOOM if self._is_strip and self._zoom.fit == "page" else self._zoom

    def _place_tools(self) -> None:
        if self._is_strip:
            self.tools.adjustSize()
            right = self._canvas.viewport().width() - _EDGE
            self.tools.move(max(_EDGE, right - self.tools.width()), _EDGE)
            self.tools.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_state()
        self.resized.emit()

    # ------------------------------------------------------------------ page and zoom

    def step_page(self, by: int) -> None:
        """Ask for the next page, or with -1 for the one before, if there is one."""
        page = self._canvas.current_page() + by
        if 0 <= page < self._canvas.page_count():
            self.page_wanted.emit(page)

    def show_page(self, page: int) -> None:
        """Bring the top of a page (from 0) into view."""
        self._canvas.show_page(page)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages at a size or fitted."""
        self._zoom = zoom
        if self._is_whole:
            self.whole_wanted.emit(False)
        self._canvas.set_zoom(self._shown_zoom())
        self.zoomed.emit(zoom.written())

    def zoom_by(self, by: int, around: QPointF | None = None) -> None:
        """Show the pages a step larger or smaller."""
        self._zoom = Zoom("", stepped(self._canvas.percent(), by))
        if self._is_whole:
            self.whole_wanted.emit(False)
        self._canvas.set_zoom(self._zoom, around)
        self.zoomed.emit(self._zoom.written())
