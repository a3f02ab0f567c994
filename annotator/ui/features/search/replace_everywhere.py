"""The same in many letters: found in the background, shown place by place, corrected as one change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.pages.reading import place_on_paper
from annotator.session.project.letters import Letters
from annotator.session.project.operations import Answer, At, Edit, Outcome, Query
from annotator.session.project.refusals import READ_ONLY
from annotator.session.search.everywhere import FoundPlace, Replace, corrected, find_everywhere, replacing
from annotator.session.search.regular_search import RegularSearch
from annotator.session.suspects.reviewing import ReviewPlace
from annotator.ui.context import Context, WordImageSource
from annotator.ui.tasks import Tasks
from annotator.ui.translate import filled
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.places_preview import PlacesPreview, PreviewPlace
from annotator.ui.widgets.progress_strip import Progress

Finished = Callable[[bool], None]
_SAVED_AT_ONCE = 100  # letters: the saving of more is waited for


class ReplaceEverywhere(QObject):
    """Corrects in all letters; `finished(True)` follows when it was done, `finished(False)` when not."""

    def __init__(
        self,
        session: Session,
        context: Context,
        edits: Tasks,
        regular: RegularSearch,
        words: WordImageSource,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._regular, self._words = regular, words

    def start(self, place: ReviewPlace, chosen: str, finished: Finished) -> None:
        """Look for the reading of a place in the project and ask which of its places to correct."""
        self.replace(Replace(chosen, reading=place.reading, suspect=place.suspect), finished)

    def replace(self, what: Replace, finished: Finished) -> None:
        """Look for all places and ask which of them to correct."""
        session = self._session
        session.end_typing()
        if session.read_only:
            self._context.say(READ_ONLY)
            finished(False)
            return
        dialog = self._context.dialogs.progress(self.tr("Looking through the letters…"), self._count())
        regular, tasks = self._regular.in_letters, self._edits

        def found(answer: Answer[list[FoundPlace]]) -> None:
            dialog.close()
            if answer.value:
                self._choose(session, what, answer, finished)
                return
            text = QT_TRANSLATE_NOOP("Window", "Nothing to correct was found.")
            self._context.say(Message("Window", text))
            finished(False)

        def work(at: At) -> list[FoundPlace]:
            return find_everywhere(at.store, what, regular, at.progress, at.cancelled)

        running = tasks.operations.query(
            Query(work), found, self._failed(dialog, finished), self._stopped(dialog, finished)
        )
        tasks.show(running, dialog)

    def _choose(
        self, session: Session, what: Replace, answer: Answer[list[FoundPlace]], finished: Finished
    ) -> None:
        found = answer.value
        shown = [
            PreviewPlace(f.left, f.right, f.title, f.before, f.after, f.letter_id, f.apart) for f in found
        ]
        before = what.reading if what.find is None else what.find.text
        preview = PlacesPreview(before, what.by, shown, self._context.dialogs.parent)
        preview.looked_at.connect(lambda row: self._show_image(session, preview, found, row))
        preview.first_shown.connect(lambda: self._show_image(session, preview, found, preview.current_row()))
        if not preview.exec() or session.closed:
            finished(False)
            return
        ticked = [found[index] for index in preview.ticked()]
        letters = len({place.letter_id for place in ticked})
        self._correct(replacing(what, ticked, answer.state), letters, finished)

    def _show_image(
        self, session: Session, preview: PlacesPreview, found: list[FoundPlace], row: int
    ) -> None:
        """Show what stands on paper at a place, where its letter has pages."""
        place = found[row]
        span = place_on_paper(session, place.letter_id, place.span)
        if span is None:
            preview.show_image(row, None)
            return

        def shown(image: QImage | None) -> None:
            if preview.isVisible():
                preview.show_image(row, image)

        size, ratio = preview.image_size(), preview.devicePixelRatioF()
        self._words.word_image(place.letter_id, span, size, ratio, shown)

    def _count(self) -> int:
        return Letters(self._session).letters_count()

    def _correct(self, edit: Edit[None], letters: int, finished: Finished) -> None:
        dialog, tasks = self._context.dialogs.progress(self.tr("Correcting…"), letters), self._edits

        def done(outcome: Outcome[None], changed: bool) -> None:
            dialog.close()
            if changed:
                self.wait_for_saving()
            self._tell(outcome)
            finished(changed)

        running = tasks.operations.edit(
            edit, done, self._failed(dialog, finished), self._stopped(dialog, finished)
        )
        tasks.show(running, dialog)

    def _tell(self, outcome: Outcome[None]) -> None:
        text = QT_TRANSLATE_NOOP(
            "Window", "Corrected in {places:place|places}, {letters:letter|letters}. {key} undoes it."
        )
        if outcome.gone:
            text = QT_TRANSLATE_NOOP(
                "Window",
                "Corrected in {places:place|places}, {letters:letter|letters}; {gone:was|were} changed "
                "meanwhile and left. {key} undoes it.",
            )
        counts: dict[str, object] = {"places": corrected(outcome.deltas), "letters": len(outcome.deltas)}
        counts |= {"gone": outcome.gone, "key": key_text(self._context.keys_of("undo"))}
        self._context.say(Message("Window", text, counts))

    def wait_for_saving(self) -> None:
        """Show that a change of many letters is being written; the window takes no keys until it is."""
        session = self._session
        if session.letters_written < _SAVED_AT_ONCE or not session.store.pending:
            return
        count = session.letters_written
        text = filled(self.tr("Saving {count:letter|letters}…"), count=count)
        dialog = self._context.dialogs.holding(text)
        dialog.setMinimumDuration(0)
        dialog.setCancelButton(None)
        store = session.store

        def done(saved: bool) -> None:
            dialog.close()
            if not saved and not session.closed and store.trouble is not None:
                self._context.say(store.trouble.message)

        def failed(error: Exception) -> None:
            dialog.close()
            raise error

        self._context.tasks.run(lambda progress, cancelled: store.flush(), done, failed, dialog)

    def _stopped(self, dialog: Progress, finished: Finished) -> Callable[[], None]:
        def stopped() -> None:
            dialog.close()
            finished(False)

        return stopped

    def _failed(self, dialog: Progress, finished: Finished) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            dialog.close()
            finished(False)
            if not isinstance(error, UserError):
                raise error
            self._context.dialogs.tell(error.message)

        return failed
