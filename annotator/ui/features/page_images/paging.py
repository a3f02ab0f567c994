"""The page images of the window: made behind the first picture, given each project, put away with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.jobs.late import LateWorker
from annotator.session import Session
from annotator.session.page_images import MEMORY_LIMIT, PageImages
from annotator.ui.features.page_images import PageView
from annotator.ui.features.page_images.controller import PageController
from annotator.ui.features.page_images.word_images import WordImages
from annotator.ui.features.page_images.zoom import Zoom
from annotator.ui.features.review.box_images import BoxImages
from annotator.ui.theme.theme import theme_of

if TYPE_CHECKING:
    from annotator.ui.features.review.controller import ReviewController
    from annotator.ui.shell.main_window import MainWindow


class Paging(QObject):
    """Holds the pane of the page images, what draws them, and for each project what keeps them in step."""

    controller: PageController
    box_images: BoxImages

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        drawer = LateWorker("kanttekening-pages", MEMORY_LIMIT, patient=False)
        self.images = PageImages(drawer, window.background.post)
        self.view = PageView(window)
        self.view.set_zoom(Zoom.read(window.settings.text("page_zoom")))
        self.view.set_follows(window.settings.flag("page_follows"))
        self.view.zoomed.connect(lambda zoom: window.settings.set("page_zoom", zoom))
        self.view.activated.connect(self._correct)
        window.page_pane.put_in(self.view)

    def show_session(self, session: Session) -> None:
        """Make what keeps the images in step with a project."""
        window = self._window
        words = WordImages(self.images, session.store, window.background, lambda: theme_of(self.view).dark)
        self.controller = PageController(
            window.view, window.page_pane, self.view, self.images, session, window.background, words
        )
        self.box_images = BoxImages(window.box, self.controller)

    def attend(self, review: ReviewController) -> None:
        """Follow the correction box from place to place."""
        review.place_changed.connect(self.controller.review)
        review.place_changed.connect(lambda span: self.box_images.watch(review, span))

    def bring_in_step(self) -> None:
        """Show the caret's place, also where the images came into view just now."""
        if self._window.session is not None:
            self.controller.bring_in_step()

    def _correct(self, page: int, x: float, y: float) -> None:
        """Open the correction box on the word at a point of a page."""
        span = self.controller.span_at(page, x, y) if self._window.session is not None else None
        if span is not None and span.start < span.end:
            self._window.moves.focus_desk()  # where Esc in the box leads back to
            self._window.review.open_on(*span)

    def retire(self) -> None:
        """Put the project's pages away."""
        if hasattr(self, "controller"):  # not there where the first project could not be shown at all
            self.controller.retire()

    def close(self) -> None:
        """End the drawing for good."""
        self.images.close()
