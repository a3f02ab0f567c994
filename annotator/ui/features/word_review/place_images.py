"""The images of the places on the page of words: drawn where they can be seen, waited for by nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from annotator.core.text import Span
from annotator.session import Session
from annotator.session.project.states import Steps
from annotator.session.words.on_paper import places_on_paper
from annotator.session.words.review_words import SuspectWord, WordPlace
from annotator.ui.context import Context, WordImageSource

if TYPE_CHECKING:
    from annotator.ui.features.word_review.page import ReviewWordsPage


class PlaceImages:
    """Has the images of rows drawn and gives them to the page."""

    def __init__(
        self,
        session: Session,
        context: Context,
        page: ReviewWordsPage,
        words: WordImageSource,
        is_shown: Callable[[], bool],
    ) -> None:
        self._session, self._context, self._page = session, context, page
        self._words, self._is_shown = words, is_shown

    def have_drawn(self, word: SuspectWord, rows: Sequence[int], since: Steps) -> None:
        """Have the images of these rows drawn; `since` the places were read, letters may have changed."""
        page = self._page
        places = page.shown_places()
        wanted = [(row, places[row]) for row in rows if row < len(places) and not page.has_image(row)]
        if not wanted:
            return
        look = places_on_paper(self._session, [place for _, place in wanted], since)

        def done(found: list[Span | None]) -> None:
            for (row, place), span in zip(wanted, found, strict=True):
                if span is not None:
                    self._draw(word, row, place, span)

        self._context.tasks.run(lambda *_: look(), done, lambda error: None)

    def _draw(self, word: SuspectWord, row: int, place: WordPlace, span: Span) -> None:
        if self._session.closed or not self._is_shown():
            return

        def shown(image: QImage | None) -> None:
            if image is not None and self._is_shown():
                self._page.put_image(word, row, place, image)

        size, ratio = self._page.image_size()
        self._words.word_image(place.letter_id, span, size, ratio, shown)
