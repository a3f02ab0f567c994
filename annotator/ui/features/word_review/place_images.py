"""The images of the places on the page of words: drawn where they can be seen, waited for by nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from annotator.core.text import Span
from annotator.session import Session
from annotator.session.project.states import Steps
from annotator.session.words.review_words import SuspectWord, WordPlace
from annotator.session.words.word_decisions import moved_places
from annotator.ui.context import Context, WordImageSource

if TYPE_CHECKING:
    from annotator.ui.features.word_review import ReviewWordsPage


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
        page, store = self._page, self._session.store
        places = page.shown_places()
        wanted = [(row, places[row]) for row in rows if row < len(places) and not page.has_image(row)]
        if not wanted:
            return

        def work(_: object, __: object) -> list[tuple[int, WordPlace, Span]]:
            found = []
            with store.open_reader() as reader:
                for row, place in wanted:
                    if reader.pages_size(place.letter_id)[0]:
                        letter, there = reader.letter(place.letter_id), moved_places([place], since)
                        if there and letter.text[slice(*there[0].span)] == place.reading:
                            in_ocr, (start, end) = letter.ocr_places(), there[0].span
                            span = Span(in_ocr.to_ocr(start), in_ocr.to_ocr(end))
                            found.append((row, place, span))
            return found

        def done(found: list[tuple[int, WordPlace, Span]]) -> None:
            for row, place, span in found:
                self._draw(word, row, place, span)

        self._context.tasks.run(work, done, lambda error: None)

    def _draw(self, word: SuspectWord, row: int, place: WordPlace, span: Span) -> None:
        if self._session.closed or not self._is_shown():
            return

        def shown(image: QImage | None) -> None:
            if image is not None and self._is_shown():
                self._page.put_image(word, row, place, image)

        size, ratio = self._page.image_size()
        self._words.word_image(place.letter_id, span, size, ratio, shown)
