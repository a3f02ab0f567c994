"""The image of the word in the correction box: there when the box opens, as far as it was drawn ahead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from annotator.core.text import Span
from annotator.session.pages.page_images import AHEAD
from annotator.ui.features.page_images.controller import PageController
from annotator.ui.features.review.controller import ReviewController
from annotator.ui.features.review.correction_box import CorrectionBox

_HEIGHT = 46  # pixels


class BoxImages(QObject):
    """Gives the box the image of its place, and has those drawn where it may go next."""

    def __init__(self, box: CorrectionBox, pages: PageController) -> None:
        super().__init__(box)
        self._box, self._pages = box, pages

    def image(self, span: Span) -> QPixmap | None:
        """Return the image of a stretch of the text as far as it is drawn, paper else; None without
        pages."""
        letter_id, places = self._pages.letter_id, self._pages.places()
        if letter_id is None or places is None:
            return None
        image = self._pages.words.now(letter_id, places.ocr_span(span), self._size(), self._ratio())
        return QPixmap.fromImage(image) if image is not None else None

    def watch(self, review: ReviewController, span: Span | None) -> None:
        """Have drawn what the box shows now, and what it may show next."""
        if span is None:
            return

        def arrived() -> None:
            review.show_word_image(span, self.image(span))

        self._have_drawn("box", 1, [span], arrived)
        self._have_drawn("next in the box", AHEAD, review.suspects_around(), lambda: None)

    def ahead(self, spans: Sequence[Span]) -> None:
        """Have the images of these stretches of the text drawn, before the box opens on one."""
        self._have_drawn("next in the box", AHEAD, spans, lambda: None)

    def _have_drawn(self, asker: str, rank: int, spans: Sequence[Span], arrived: Callable[[], None]) -> None:
        letter_id, places = self._pages.letter_id, self._pages.places()
        if letter_id is None or places is None:
            return
        in_ocr = [places.ocr_span(span) for span in spans]
        self._pages.words.have_drawn(asker, rank, letter_id, in_ocr, self._size(), arrived)

    def _ratio(self) -> float:
        return self._box.devicePixelRatioF()

    def _size(self) -> tuple[int, int]:
        return round(self._box.wide * self._ratio()), round(_HEIGHT * self._ratio())
