"""Search in the project: the pane's questions answered away from the window, the hits shown in the text."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget

from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.search.regular_search import RegularSearch
from annotator.session.search.searching import Hit, LetterHits, Results, Search, SearchRequest
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.ui.context import Context
from annotator.ui.features.search import SearchPage
from annotator.ui.translate import translated


class SearchController(QObject):
    """Runs the searches of the pane, one at a time, and walks through what they found.

    `wanted` returns what the list of letters lets through; `changed` tells that other hits are shown.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        context: Context,
        page: SearchPage,
        dock: QDockWidget,
        regular: RegularSearch,
        wanted: Callable[[], LetterFilter],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._wanted = session, context, wanted
        self._page, self._dock, self._regular = page, dock, regular
        self._stop = threading.Event()
        self._search: Search | None = None
        self._results = Results()
        self._began_at_desk = False
        self._connections = (
            page.asked.connect(self.ask),
            page.stopped.connect(self.stop),
            page.more_wanted.connect(self._more),
            page.hit_wanted.connect(self._show_hit),
            page.closed.connect(self.close),
        )

    # --- opening and closing ------------------------------------------------------------------------

    def open(self) -> None:
        """Show the pane and give it the keys; a word or two that are selected are asked for."""
        text = self._context.text
        start, end = text.selection()
        selected = text.text()[start:end] if text.hasFocus() else ""
        self._dock.show()
        self._dock.raise_()
        self._page.take_keys()
        if selected.strip() and len(selected) <= 80 and "\n\n" not in selected:
            words = " ".join(selected.split())
            self._page.ask(f'"{words}"' if " " in words and self._page.mode == "words" else words)
            self._page.take_keys()

    def close(self) -> None:
        """Hide the pane; the text has the keys."""
        self.stop()
        self._dock.hide()
        self._context.navigator.focus_text()
        self.changed.emit()

    @property
    def walks(self) -> bool:
        """Tell whether F3 goes through what was found."""
        return self._dock.isVisible() and (self._page.has_hits or self._page.has_keys)

    def go(self, by: int) -> None:
        """Show the next hit, or the one before, and leave the keys where they are."""
        self._page.go(by)

    def back(self) -> bool:
        """Go back from the text to the results, if that is where one came from."""
        if not (self._dock.isVisible() and self._began_at_desk):
            return False
        self._began_at_desk = False
        self._page.take_list()
        return True

    # --- searching ----------------------------------------------------------------------------------

    def stop(self) -> None:
        """Stop the search that runs; what it found stays."""
        self._stop.set()
        self._page.show_running(False)

    def retire(self) -> None:
        """Stop, and forget what was found: the project is closed."""
        self.stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._search = None
        self._results = Results()
        self._page.clear()

    def filter_changed(self, wanted: LetterFilter) -> None:
        """Search again where only the letters of the list are searched."""
        session = self._session
        tag = session.codebook.tag(wanted.tag) if wanted.tag else None
        self._page.set_list_tag(tag.name(self._context.language) if tag else "")
        if self._page.in_list and self._dock.isVisible() and self._page.mode == "words":
            self.ask()

    def ask(self) -> None:
        """Search for what the pane asks."""
        self._stop.set()
        session, page = self._session, self._page
        if not page.typed:
            self._take(Results())
            page.show_running(False)
            return
        session.end_typing()
        wanted = self._wanted() if page.in_list else ALL_LETTERS
        request = SearchRequest(page.typed, page.mode, page.scope, wanted, page.inside_tag)
        try:
            search = Search(session.store, request, self._regular.in_letters)
        except UserError as problem:
            page.show_problem(translated(problem.message))
            return
        self._search = search
        stop = self._stop = threading.Event()
        page.show_running(True)
        post = self._context.tasks.post

        def here(call: Callable[[], None]) -> None:
            post(lambda: None if stop.is_set() else call())

        def work(progress: object, cancelled: object) -> None:
            def tell(done: int, total: int) -> None:
                here(lambda: page.show_progress(done, total))

            for results in search.run(tell, stop.is_set):
                here(lambda found=results: self._take(found))  # type: ignore[misc]

        def done(nothing: None) -> None:
            if not stop.is_set():
                page.show_running(False)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                page.show_running(False)
                raise error
            if not stop.is_set():
                page.show_problem(translated(error.message))

        self._context.tasks.run(work, done, failed)

    def _take(self, results: Results) -> None:
        self._results = results
        self._page.show_results(results)
        self.changed.emit()

    def _more(self) -> None:
        """Look into more of the letters that were found."""
        search, waiting, stop = self._search, self._results.waiting, self._stop
        if search is None or not waiting:
            return

        def done(found: tuple[tuple[LetterHits, ...], int]) -> None:
            if search is self._search and not stop.is_set() and waiting == self._results.waiting:
                letters, taken = found
                more = replace(
                    self._results, letters=self._results.letters + letters, waiting=waiting[taken:]
                )
                self._take(more)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self._page.show_problem(translated(error.message))

        self._context.tasks.run(lambda progress, cancelled: search.more(waiting), done, failed)

    # --- showing ------------------------------------------------------------------------------------

    def _show_hit(self, letter: LetterHits, hit: Hit | None, leave: bool) -> None:
        text = self._context.text
        session = self._session
        had_keys = text.hasFocus()
        try:
            if session.letter_id != letter.letter_id:
                self._context.navigator.finish_typing()
                session.open_letter(letter.letter_id)
        except UserError as problem:
            self._context.say(problem.message)
            return
        if hit is not None:
            text.select(*place_now(text.text(), hit))
        if leave:
            self._began_at_desk = True
            self._context.navigator.focus_text()
        elif had_keys:
            self._context.navigator.focus_text()


def place_now(text: str, hit: Hit) -> Span:
    """Return where a hit stands now: the letter may have been changed since it was found."""
    start, end = hit.span
    said = hit.context.hit
    if hit.in_ocr or " ".join(text[start:end].split()) == said.strip():
        return Span(min(start, len(text)), min(end, len(text)))
    before, behind = text.rfind(said, 0, start), text.find(said, start)
    places = [at for at in (before, behind) if at >= 0]
    if not places:
        return Span(min(start, len(text)), min(start, len(text)))
    nearest = min(places, key=lambda at: abs(at - start))
    return Span(nearest, nearest + len(said))
