"""The sheets of a letter one below the other: where they lie, what of them is wanted, and painting them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.core.messages import Message
from annotator.core.page_layout import PageLayout
from annotator.pages.parts import Part, Pixels, page_pixels, page_size, parts_within
from annotator.pages.places import Box, PageMarks
from annotator.pages.stack import GAP, PageStack
from annotator.ui.features.page_images import paint
from annotator.ui.features.page_images.zoom import FULL_SIZE, Lines, Zoom
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import translated


class Pictures(Protocol):
    """Where the images come from: one letter's pages, drawn when they are wanted."""

    def get(self, part: Part) -> Pixels | None:
        """Return what was drawn, if it is there."""

    def of_page(self, page: int) -> Sequence[tuple[Part, Pixels]]:
        """Return what is there of a page at whatever size."""

    def problem(self, page: int) -> Message | None:
        """Return why a page cannot be drawn."""

    def want(self, now: Sequence[Part], ahead: Sequence[Part]) -> None:
        """Have these parts drawn: those that are seen, then those that may be seen next."""


class Sheets(QAbstractScrollArea):
    """Show pages in their places, and have drawn what is seen of them and what comes next."""

    moved = Signal()  # another place or size is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures | None = None
        self._layouts: Sequence[PageLayout] = ()
        self._sizes: Sequence[tuple[float, float]] = ()
        self._lines: Sequence[Lines] = ()
        self._zoom = Zoom()
        self._stack = PageStack((), (), 0.0)
        self._marks = PageMarks()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: coming and going with the fitted size it would change that size.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._want_timer = QTimer(self)
        self._want_timer.setSingleShot(True)
        self._want_timer.timeout.connect(self._want)

    # ------------------------------------------------------------------ what is shown

    def show_pages(
        self, pictures: Pictures | None, layouts: Sequence[PageLayout], lines: Sequence[Lines]
    ) -> None:
        """Show the pages of a letter from the first; none for no layouts. `lines` tell for each page from
        where to where its lines reach."""
        self._pictures, self._layouts = pictures, layouts
        self._sizes = [page_size(layout.width, layout.height) for layout in layouts]
        self._lines, self._marks = lines, PageMarks()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._stand_on_axis()
        self._changed()

    def picture_arrived(self) -> None:
        """Paint what came in, at once: an update would wait for the next round."""
        self.viewport().repaint()

    def marks(self) -> PageMarks:
        """Return what is marked on the pages."""
        return self._marks

    def set_marks(self, marks: PageMarks) -> None:
        """Mark other places."""
        if marks != self._marks:
            self._marks = marks
            self.viewport().update()
            self.moved.emit()

    @property
    def zoom(self) -> Zoom:
        """How large pages are shown."""
        return self._zoom

    def percent(self) -> float:
        """Return how large the page in view is shown, in percent of its size on paper."""
        page = self.current_page()
        return 100 * self._stack.frames[page].scale / FULL_SIZE if page >= 0 else 100.0

    def set_zoom(self, zoom: Zoom, around: QPointF | None = None) -> None:
        """Show pages larger or smaller; the place at `around` (else in the middle) stays where it is."""
        self._zoom = zoom
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        place = middle if around is None else around
        self._keeping(place, zoom.fit)
        self._changed()

    def current_page(self) -> int:
        """Return the page (from 0) that is looked at: the one with the marks if it is seen, else the one in
        the middle; -1 without pages."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self._stack.between(top, top + height)
        if self._marks.line and self._marks.line[0].page in seen:
            return self._marks.line[0].page
        return self._stack.page_at(top + height / 2)

    def show_page(self, page: int) -> None:
        """Bring the top of a page (from 0) into view."""
        self.verticalScrollBar().setValue(round(self._stack.frames[page].top - GAP))

    def height_of(self, page: int) -> float:
        """Return how high a page (from 0) is shown, in pixels."""
        return self._stack.frames[page].height

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._layouts)

    # ------------------------------------------------------------------ places

    def point_at(self, place: QPointF) -> tuple[int, float, float] | None:
        """Return the page and the point on it (in points) at a place of the viewport, None beside the
        pages."""
        y = place.y() + self.verticalScrollBar().value()
        x = place.x() + self.horizontalScrollBar().value()
        page = self._stack.page_at(y)
        if page < 0:
            return None
        frame = self._stack.frames[page]
        inside = frame.left <= x <= frame.left + frame.width and frame.top <= y <= frame.top + frame.height
        return (page, (x - frame.left) / frame.scale, (y - frame.top) / frame.scale) if inside else None

    def rect_of(self, box: Box) -> QRectF:
        """Return where a box lies in the viewport."""
        frame = self._stack.frames[box.page]
        left = frame.left + box.left * frame.scale - self.horizontalScrollBar().value()
        top = frame.top + box.top * frame.scale - self.verticalScrollBar().value()
        return QRectF(left, top, (box.right - box.left) * frame.scale, (box.bottom - box.top) * frame.scale)

    def _corner(self, page: int) -> QPointF:
        """Return where a page's top left corner is painted: at a whole dot of the screen, or it would be
        blurred."""
        frame, ratio = self._stack.frames[page], self.devicePixelRatioF()
        x = frame.left - self.horizontalScrollBar().value()
        y = frame.top - self.verticalScrollBar().value()
        return QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)

    # ------------------------------------------------------------------ laying out

    def _lay_out(self) -> None:
        room = (float(self.viewport().width()), float(self.viewport().height()))
        sizes = self._sizes
        scales = [self._zoom.scale(size, lines, room) for size, lines in zip(sizes, self._lines, strict=True)]
        anchors = [self._zoom.anchor(size, lines) for size, lines in zip(sizes, self._lines, strict=True)]
        self._stack = PageStack(sizes, scales, room[0], anchors)
        for bar, whole, seen in (
            (self.verticalScrollBar(), self._stack.height, room[1]),
            (self.horizontalScrollBar(), self._stack.width, room[0]),
        ):
            bar.setRange(0, max(0, round(whole - seen)))
            bar.setPageStep(round(seen))
            bar.setSingleStep(40)

    def _keeping(self, place: QPointF, fit: str) -> None:
        """Lay out anew; what is at a place stays there, as far as the fit leaves a choice."""
        point = self.point_at(place)
        page = point[0] if point else max(0, self.current_page())
        self._lay_out()
        if point is not None:
            _, x, y = point
            frame = self._stack.frames[page]
            self.verticalScrollBar().setValue(round(frame.top + y * frame.scale - place.y()))
            self.horizontalScrollBar().setValue(round(frame.left + x * frame.scale - place.x()))
        if fit:
            self._stand_on_axis()

    def _stand_on_axis(self) -> None:
        self.horizontalScrollBar().setValue(round(self._stack.axis - self.viewport().width() / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keeping(QPointF(self.viewport().width() / 2, event.oldSize().height() / 2), self._zoom.fit)
        self._changed()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._changed()

    def _changed(self) -> None:
        self.viewport().update()
        self._want_timer.start(0)
        self.moved.emit()

    # ------------------------------------------------------------------ what is wanted

    def ask_now(self) -> None:
        """Have drawn what is seen now, without waiting until the window has nothing else to do."""
        self._want_timer.stop()
        self._want()

    def _want(self) -> None:
        if self._pictures is None or not self.isVisible():
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self._stack.between(top, top + height)
        now = [part for page in seen for part in self._parts(page, top, top + height)]
        ahead: list[Part] = []
        if len(seen):
            following, before = seen[-1] + 1, seen[0] - 1
            ahead += [p for page in seen for p in self._parts(page, top - height, top + 2 * height)]
            if following < len(self._layouts):
                start = self._stack.frames[following].top
                ahead += self._parts(following, start, start + height)
            if before >= 0:
                end = self._stack.frames[before].top + self._stack.frames[before].height
                ahead += self._parts(before, end - height, end)
        self._pictures.want(now, [part for part in dict.fromkeys(ahead) if part not in now])

    def _size(self, page: int) -> tuple[int, int]:
        return page_pixels(*self._sizes[page], self._stack.frames[page].scale * self.devicePixelRatioF())

    def _parts(self, page: int, top: float, bottom: float) -> list[Part]:
        """Return the parts of a page that a stretch of the content shows."""
        frame, ratio = self._stack.frames[page], self.devicePixelRatioF()
        wide, high = self._size(page)
        left = self.horizontalScrollBar().value() - frame.left
        right = left + self.viewport().width()
        upper, lower = top - frame.top, bottom - frame.top
        if lower <= 0 or upper >= frame.height:
            return []
        layout = self._layouts[page]
        edges = (left * ratio, upper * ratio, right * ratio, lower * ratio)
        return list(parts_within(layout.source_page, wide, high, *edges, layout.turn))

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(theme.background))
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        for page in self._stack.between(top, top + height):
            self._paint_page(painter, page)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        theme, ratio = theme_of(self), self.devicePixelRatioF()
        frame, corner, (wide, high) = self._stack.frames[page], self._corner(page), self._size(page)
        sheet = QRectF(corner.x(), corner.y(), wide / ratio, high / ratio)
        paint.paint_paper(painter, sheet, theme)
        problem = self._pictures.problem(self._layouts[page].source_page) if self._pictures else None
        if problem is not None:
            # Where it is looked at: a page is higher than the pane.
            seen = sheet.intersected(QRectF(self.viewport().rect()))
            paint.paint_message(painter, seen, translated(problem))
        else:
            paint.paint_parts(painter, corner, wide, ratio, self._drawn(page, wide))
        paint.paint_marks(painter, corner, frame, page, self._marks)
        paint.dim(painter, sheet.adjusted(-1, -1, 1, 1), theme)

    def _drawn(self, page: int, wide: int) -> Sequence[tuple[Part, Pixels]]:
        """Return what there is of a page to paint: other sizes first, where the right one is not whole."""
        if self._pictures is None:
            return ()
        top = self.verticalScrollBar().value()
        parts = self._parts(page, top, top + self.viewport().height())
        sharp = [(part, pixels) for part in parts if (pixels := self._pictures.get(part)) is not None]
        if len(sharp) == len(parts):
            return sharp
        layout = self._layouts[page]
        others = [
            each
            for each in self._pictures.of_page(layout.source_page)
            if each[0].wide != wide and each[0].turn == layout.turn
        ]
        newest = others[-1][0].wide if others else 0
        return [*(each for each in others if each[0].wide == newest), *sharp]

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.Show):
            self._want_timer.start(0)
        return super().event(event)
