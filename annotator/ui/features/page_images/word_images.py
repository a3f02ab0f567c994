"""Images of words in their lines: for the correction box, and for lists of places."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtGui import QImage

from annotator.core.text import Span
from annotator.session import Session
from annotator.session.pages.letter_pages import LetterPages
from annotator.session.pages.page_images import PageImages, Wanted
from annotator.session.pages.reading import pages_apart
from annotator.ui.features.page_images.word_image import word_image
from annotator.ui.tasks import Background

_LETTERS_KEPT = 40


class WordImages:
    """Has words drawn, and gives their images to who asked: at once where they are kept.

    Spans are stretches of the OCR text. Sizes are dots of the screen; `ratio` is how many of them make a
    pixel.
    """

    def __init__(
        self, images: PageImages, session: Session, background: Background, is_dark: Callable[[], bool]
    ) -> None:
        self._images, self._session, self._background, self._is_dark = images, session, background, is_dark
        self._letters: OrderedDict[int, LetterPages | None] = OrderedDict()
        self._loading: dict[int, list[Callable[[LetterPages | None], None]]] = {}

    def put_letter(self, letter_id: int, pages: LetterPages | None) -> None:
        """Take the pages of a letter that were read already."""
        self._letters[letter_id] = pages
        self._letters.move_to_end(letter_id)
        while len(self._letters) > _LETTERS_KEPT:
            self._letters.popitem(last=False)

    def now(self, letter_id: int, span: Span, size: tuple[int, int], ratio: float) -> QImage | None:
        """Return the image of a stretch, as far as it is drawn; None where it is on no page that is known."""
        pages = self._letters.get(letter_id)
        parts = pages.strip(span, *size) if pages else []
        if pages is None or not parts:
            return None
        drawn = [(part, self._images.get(pages.source, part.part)) for part in parts]
        return word_image(drawn, *size, ratio, dark=self._is_dark())

    def have_drawn(
        self,
        asker: str,
        rank: int,
        letter_id: int,
        spans: Sequence[Span],
        size: tuple[int, int],
        arrived: Callable[[], None],
    ) -> None:
        """Have the images of these stretches drawn, in this order; `arrived` is called after each part."""
        pages = self._letters.get(letter_id)
        if pages is not None:
            wanted = [Wanted(pages.source, p.part) for span in spans for p in pages.strip(span, *size)]
            self._images.ask(asker, rank, wanted, lambda _: arrived())

    def word_image(
        self,
        letter_id: int,
        span: Span,
        size: tuple[int, int],
        ratio: float,
        shown: Callable[[QImage | None], None],
    ) -> None:
        """Call `shown` with the image of a stretch of any letter: at once where it is kept, else when it is
        drawn; with None where it is on no page."""

        def draw(pages: LetterPages | None) -> None:
            parts = pages.strip(span, *size) if pages else []
            if pages is None or not parts:
                shown(None)
                return
            wanted = [Wanted(pages.source, part.part) for part in parts]
            asker = f"word {letter_id} {span.start} {span.end} {size}"

            def look(_: object = None) -> None:
                if self._images.has_all(wanted):
                    self._images.forget(asker)
                    shown(self.now(letter_id, span, size, ratio))

            if self._images.has_all(wanted):
                look()
            else:
                self._images.ask(asker, 1, wanted, look)

        self._with_letter(letter_id, draw)

    def _with_letter(self, letter_id: int, call: Callable[[LetterPages | None], None]) -> None:
        if letter_id in self._letters:
            call(self._letters[letter_id])
            return
        waiting = self._loading.setdefault(letter_id, [])
        waiting.append(call)
        if len(waiting) > 1:
            return
        read = pages_apart(self._session, letter_id)

        def done(pages: LetterPages | None) -> None:
            self.put_letter(letter_id, pages)
            for each in self._loading.pop(letter_id, ()):
                each(pages)

        self._background.run(lambda *_: read(), done, lambda error: done(None))
