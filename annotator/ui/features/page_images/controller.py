"""Keeps the page images in step with the text: the letter's pages, the caret's place on them, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QScrollBar

from annotator.core.document import Letter
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.pages.parts import Part, Pixels
from annotator.pages.places import PageMarks, PagePlaces
from annotator.session import LetterChange, Session
from annotator.session.pages.letter_pages import LetterPages
from annotator.session.pages.page_images import AHEAD, PageImages, Source, Wanted
from annotator.session.pages.reading import has_pages, pages_apart, pages_at_once, pages_size
from annotator.ui.context import TextPort
from annotator.ui.features.page_images.page_pane import PagePane
from annotator.ui.features.page_images.pane import PageView
from annotator.ui.features.page_images.word_images import WordImages
from annotator.ui.tasks import Background

AFTER_MOVE_MS = 25
AFTER_EDIT_MS = 300  # what was typed is a change by then: asking for the letter ends no wait for keys
_AT_ONCE = 12_000  # bytes of words in the file: some 1,700 words, which take 8 ms
_ON_WORD = 1.5  # points


class PagedText(TextPort, Protocol):
    """The text of the letter, with which the images are kept in step."""

    @property
    def caret_moved(self) -> SignalInstance:
        """Tells where the caret is now."""

    @property
    def edited(self) -> SignalInstance:
        """Tells what was typed."""

    @property
    def selectionChanged(self) -> SignalInstance:
        """Tells that something else is selected."""

    def verticalScrollBar(self) -> QScrollBar:
        """Return the scroll bar."""

    def stretch_in_view(self) -> tuple[int, int, int]:
        """Return from where to where the lines in view reach, and where the one in the middle starts."""

    def setFocus(self) -> None:
        """Take the keys."""


class LetterPictures:
    """The images of one letter, for the pane that shows them."""

    def __init__(self, images: PageImages, source: Source, arrived: Callable[[], None]) -> None:
        self._images, self._source, self._arrived = images, source, arrived
        self._now: Sequence[Wanted] = ()

    def get(self, part: Part) -> Pixels | None:
        """Return what was drawn, if it is there."""
        return self._images.get(self._source, part)

    def of_page(self, page: int) -> Sequence[tuple[Part, Pixels]]:
        """Return what is there of a page at whatever size."""
        return self._images.of_page(self._source, page)

    def problem(self, page: int) -> Message | None:
        """Return why a page cannot be drawn."""
        return self._images.problem(self._source, page)

    def want(self, now: Sequence[Part], ahead: Sequence[Part]) -> None:
        """Have these parts drawn: those that are seen, then those that may be seen next."""
        self._now = [Wanted(self._source, part) for part in now]
        self._images.ask("pane", 0, self._now, lambda _: self._arrived())
        self._images.ask("ahead", AHEAD, [Wanted(self._source, part) for part in ahead], lambda _: None)

    def is_drawn(self, count: int | None = None) -> bool:
        """Tell whether all that is seen was drawn, or the first parts of it."""
        return bool(self._now) and self._images.has_all(self._now[:count])


class PageController(QObject):
    """Shows the pages of the session's letter, where its caret is on them, and goes to where was clicked."""

    def __init__(
        self,
        view: PagedText,
        pane: PagePane,
        pages: PageView,
        images: PageImages,
        session: Session,
        background: Background,
        words: WordImages,
    ) -> None:
        super().__init__(pane)
        self.words = words
        self._view, self._pane, self._pages = view, pane, pages
        self._images, self._session, self._background = images, session, background
        self.letter_id: int | None = None
        self._of_letter: LetterPages | None = None
        self._places: PagePlaces | None = None
        self._pictures: LetterPictures | None = None
        self._reviewed: Span | None = None
        self._still = False  # the place was clicked on the image: it need not move
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._bring_in_step)
        session.opened.connect(self._opened)
        session.touched.connect(self._touched)
        self._connections = (
            view.caret_moved.connect(lambda _: self._soon(AFTER_MOVE_MS)),
            view.edited.connect(lambda *_: self._soon(AFTER_EDIT_MS)),
            view.selectionChanged.connect(lambda: self._soon(AFTER_MOVE_MS)),
            view.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled()),
            pages.clicked.connect(self._clicked),
            pages.entered.connect(self._entered),
            pages.page_wanted.connect(self._go_to_page),
            pages.resized.connect(self.bring_in_step),
        )
        self.warm()

    def retire(self) -> None:
        """Let go of the views: the session was closed, another one may come."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._timer.stop()
        self._forget()
        self.deleteLater()

    def warm(self) -> None:
        """Have the drawing process ready before the first page is wanted, if the project has any."""
        if has_pages(self._session):
            self._images.warm()

    @property
    def ready(self) -> bool:
        """Tell whether all that is seen of the pages was drawn, or none are to be seen."""
        return not self._pane.is_open or (self._pictures is not None and self._pictures.is_drawn())

    # ------------------------------------------------------------------ the letter

    def show_letter(self) -> None:
        """Show the pages of the open letter."""
        self._opened(self._session.letter_id)

    def bring_in_step(self) -> None:
        """Show where the caret is, also where the images came into view just now."""
        self._soon(AFTER_MOVE_MS)

    def _opened(self, letter_id: int | None) -> None:
        self._forget()
        self.letter_id = letter_id
        letter = self._session.letter
        count, size = pages_size(self._session, letter_id)
        self._pane.set_has_pages(count > 0)
        if letter_id is None or letter is None or not count:
            return
        ocr_text = letter.ocr_text
        if size <= _AT_ONCE:  # sooner read than a thread is started
            self._show(pages_at_once(self._session, letter_id, ocr_text))
            return
        read = pages_apart(self._session, letter_id, ocr_text)
        self._background.run(lambda *_: read(), self._show, lambda error: None)

    def _read_anew(self) -> None:
        """Show the pages of another reading, when the file has it."""
        letter_id, letter = self._session.letter_id, self._session.letter
        self._forget()
        if letter_id is None or letter is None:
            return
        self.words.put_letter(letter_id, None)
        read = pages_apart(self._session, letter_id, letter.ocr_text, settled=True)

        def show(found: LetterPages | None) -> None:
            if not self._session.closed and letter_id == self.letter_id:
                self._pane.set_has_pages(found is not None)
                self._show(found)

        self._background.run(lambda *_: read(), show, lambda error: None)

    def _forget(self) -> None:
        self._of_letter = self._places = self._pictures = self._reviewed = None
        self._pages.show_nothing()

    def _show(self, found: LetterPages | None) -> None:
        if found is None or self._session.closed or found.source.letter_id != self.letter_id:
            return
        self._of_letter = found
        self.words.put_letter(found.source.letter_id, found)
        self._images.forget_problems(found.source)
        self._pictures = LetterPictures(self._images, found.source, self._pages.picture_arrived)
        self._pages.show_pages(self._pictures, found.layouts, found.lines, self._is_word)
        self._bring_in_step(at_once=True)
        self._pages.ask_now()

    def _is_word(self, page: int, x: float, y: float) -> bool:
        return self._of_letter is not None and self._of_letter.words.near(page, x, y, _ON_WORD) is not None

    def _touched(self, touched: LetterChange) -> None:
        if touched.delta.reading is not None:
            self._read_anew()
        elif "text" in touched.kinds or "correction" in touched.kinds:
            self._places = None
            self._soon(AFTER_MOVE_MS)

    # ------------------------------------------------------------------ from the text to the page

    def review(self, span: Span | None) -> None:
        """Mark the place that the correction box is open on; None for none."""
        self._reviewed = span
        self._soon(AFTER_MOVE_MS)

    def _soon(self, milliseconds: int) -> None:
        if self._of_letter is not None and not (self._timer.isActive() and milliseconds == AFTER_MOVE_MS):
            self._timer.start(milliseconds)

    def _scrolled(self) -> None:
        if self._of_letter is not None and not self._timer.isActive():
            self._timer.start(AFTER_MOVE_MS)

    def places(self) -> PagePlaces | None:
        """Return what carries places of the letter as it is now to its pages; None without pages."""
        if self._places is None and self._of_letter is not None:
            letter: Letter | None = self._session.letter
            if letter is not None:
                self._places = PagePlaces(self._of_letter.words, letter)
        return self._places

    def _bring_in_step(self, *, at_once: bool = False) -> None:
        places = self.places() if self._pane.is_open else None
        if places is None:
            return
        start, end = self._view.selection()
        marks = self._marks(places, start, end)
        self._pages.set_marks(marks)
        still, self._still = self._still, False
        if still:
            return
        first, last, middle = self._view.stretch_in_view()
        if self._reviewed is not None or first <= start <= last:
            line = marks.line[0] if marks.line else places.nearest(start)
            self._pages.follow(line, marks.words[0] if marks.words else None, at_once=at_once)
        else:
            self._pages.follow(places.nearest(middle))

    def _marks(self, places: PagePlaces, start: int, end: int) -> PageMarks:
        if self._reviewed is not None:
            return places.marks_of(self._reviewed, "suspect")
        if start < end:
            return places.marks_of(Span(start, end), "selection")
        return places.marks_at(start)

    # ------------------------------------------------------------------ from the page to the text

    def span_at(self, page: int, x: float, y: float) -> Span | None:
        """Return what stands in the text for the word at a point of a page."""
        places = self.places()
        return places.span_near(page, x, y) if places is not None else None

    def _clicked(self, page: int, x: float, y: float) -> None:
        span = self.span_at(page, x, y)
        if span is not None:
            self._go_to(span)
            self._still = True

    def _entered(self, page: int, x: float, y: float) -> None:
        places = self.places()
        # Whichever word is nearest in the whole page: Enter always leads into the text.
        span = places.span_near(page, x, y, reach=1e9) if places is not None else None
        self._go_to(span if span is not None else Span(*self._view.selection()))

    def _go_to_page(self, page: int) -> None:
        """Show a page, and its first line in the text, where it has one."""
        letter = self._session.letter
        starts = letter.page_starts() if letter is not None else []
        if page < len(starts):
            self._view.move_caret(starts[page], reveal=True)
        self._pages.show_page(page)
        self._still = True
        self._soon(AFTER_MOVE_MS)

    def _go_to(self, span: Span) -> None:
        self._view.move_caret(span.start, reveal=True)
        self._view.setFocus()
        self._soon(AFTER_MOVE_MS)
