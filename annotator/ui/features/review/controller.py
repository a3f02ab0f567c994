"""The flow of the correction box: F3, Enter, Ctrl+D and the rest, from suspect to suspect."""

from __future__ import annotations

import bisect
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.language.interface import Suggestion, Suspect
from annotator.language.reasons import DISPUTED, RARE, sentence
from annotator.session import Session
from annotator.session.project import labels
from annotator.session.suspects import reviewing
from annotator.session.suspects.reviewing import ReviewPlace
from annotator.session.suspects.suspecting import Suspecting
from annotator.ui.context import Context, TextPort
from annotator.ui.features.review.box_place import BoxPlace
from annotator.ui.features.review.choices import choices_of
from annotator.ui.features.review.correction_box import CorrectionBox
from annotator.ui.features.review.preview import ask_places
from annotator.ui.translate import translated
from annotator.ui.widgets.key_cap import key_text

_PREVIEW_ABOVE = 5
Everywhere = Callable[[ReviewPlace, str, Callable[[bool], None]], None]
WordImage = Callable[[Span], QPixmap | None]


class ReviewText(TextPort, Protocol):
    """The text of the letter, beside which the box stands."""

    def select_calmly(self, start: int, end: int) -> None:
        """Select a span and scroll only where it is out of sight."""


class ReviewController(QObject):
    """Opens the correction box on places and does what it asks for.

    `everywhere(place, chosen, finished)` does the same in the whole project, and
    tells at its end whether anything was corrected.
    """

    place_changed = Signal(object)  # the span that the box is open on, None when it is closed

    def __init__(
        self,
        view: ReviewText,
        box: CorrectionBox,
        session: Session,
        suspecting: Suspecting,
        context: Context,
        everywhere: Everywhere,
        word_image: WordImage = lambda span: None,
    ) -> None:
        super().__init__(box)
        self._view, self._box, self._context = view, box, context
        self._session, self._suspecting, self._say = session, suspecting, context.say
        self._everywhere, self._word_image = everywhere, word_image
        self._place: ReviewPlace | None = None
        self._chain = False
        self._waiting = False
        self._waited_at: tuple[object, ...] = ()
        self._began = 0
        self._resumes: tuple[int, int] | None = None  # the first of what was left at the end
        self._accepted: list[tuple[ReviewPlace, int]] = []  # each with the id of its change
        self._connections = (
            box.accepted.connect(self._telling(self._accept)),
            box.accepted_in_letter.connect(self._telling(self._accept_in_letter)),
            box.accepted_everywhere.connect(self._telling(self._accept_everywhere)),
            box.right_here.connect(self._telling(lambda: self._judge("here"))),
            box.always_right.connect(self._telling(lambda: self._judge("always"))),
            box.next_wanted.connect(self.next),
            box.previous_wanted.connect(self.previous),
            box.closed.connect(self.close),
            box.undo_last.connect(self._telling(self._undo_last)),
            box.nothing_suggested.connect(self._nothing_suggested),
        )
        suspecting.changed.connect(lambda _: self._suspects_came())
        session.opened.connect(lambda _: self._letter_changed())

    def _telling(self, act: Callable[..., None]) -> Callable[..., None]:
        """Return what does the same, and where it cannot says why and closes the box."""

        def told(*arguments: object) -> None:
            try:
                act(*arguments)
            except UserError as problem:
                self.close()
                self._say(problem.message)

        return told

    def retire(self) -> None:
        """Let go of the box: the session was closed, another one may come."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self.deleteLater()

    def _letter_changed(self) -> None:
        self._accepted.clear()
        self.close()

    @property
    def is_open(self) -> bool:
        """Tell whether the box is open."""
        return self._place is not None

    # --- where to -----------------------------------------------------------------------------------

    def next(self) -> None:
        """Open the box on the next suspect."""
        self._session.end_typing()
        at = self._place.end if self._place else self._view.selection()[0]
        self._go_to(reviewing.next_suspect(self._suspecting.suspects, at))

    def previous(self) -> None:
        """Open the box on the previous suspect."""
        self._session.end_typing()
        at = self._place.start if self._place else self._view.selection()[0]
        self._go_to(reviewing.previous_suspect(self._suspecting.suspects, at))

    def _go_to(self, suspect: Suspect | None) -> None:
        if suspect is not None:
            if not self.is_open:
                self._began = suspect.start
            self._waiting = False
            self._open(ReviewPlace(suspect.start, suspect.end, suspect.text, suspect), chain=True)
            return
        # None are left; or they are still being looked for, and the box opens when the first is known.
        self._waiting = not self._suspecting.ready and self._session.letter is not None
        self.close(keep_waiting=True)
        if self._waiting:
            self._waited_at = self._whereabouts()
            self._say(Message("Review", QT_TRANSLATE_NOOP("Review", "Looking for suspects…")))
        elif self._suspecting.gave_up:
            text = QT_TRANSLATE_NOOP(
                "Review",
                "The suspects of this letter could not be found: the search took too long or failed.",
            )
            self._say(Message("Review", text))
        else:
            self._say(Message("Review", QT_TRANSLATE_NOOP("Review", "No suspects left in this letter.")))

    def _suspects_came(self) -> None:
        if self._waiting and self._suspecting.ready:
            self._waiting = False
            # Who went on with something else meanwhile would type into a box that comes up now.
            if self._whereabouts() == self._waited_at:
                self.next()

    def _whereabouts(self) -> tuple[object, ...]:
        view, focused = self._view, QApplication.focusWidget()
        return view.selection(), view.editing, focused, self._session.last_change()

    def open_on(self, start: int, end: int) -> None:
        """Open the box on a word or selection; a suspect there comes with its suggestions."""
        self._session.end_typing()
        letter = self._session.letter
        if letter is None or start == end:
            return
        inside = [s for s in self._suspecting.suspects if s.start < end and start < s.end]
        suspect = (
            inside[0] if len(inside) == 1 and start >= inside[0].start and end <= inside[0].end else None
        )
        if suspect:
            resumes, self._resumes = (suspect.start, suspect.end) == self._resumes, None
            if resumes:  # what was left at the end of the letter: on from here
                self._began = suspect.start
            self._open(ReviewPlace(suspect.start, suspect.end, suspect.text, suspect), chain=resumes)
            return
        self._open(ReviewPlace(start, end, letter.text[start:end]), chain=False)
        self._suspecting.suggest(start, end, self._suggested(start, end))

    def _suggested(self, start: int, end: int) -> Callable[[list[Suggestion]], None]:
        def show(found: list[Suggestion]) -> None:
            if self._place is not None and (self._place.start, self._place.end) == (start, end):
                self._box.set_choices(choices_of(found))

        return show

    def _open(self, place: ReviewPlace, *, chain: bool) -> None:
        letter = self._session.letter
        if letter is None:
            return
        self._place, self._chain = place, chain
        suspect = place.suspect
        suggestions = suspect.suggestions if suspect else ()
        # A broken word is shown whole, also when it is not sure how: its halves cannot be typed over.
        filled = suspect is not None and bool(suggestions) and (suspect.sure or place.kind == "hyphen")
        prefill = suggestions[0].text if filled else None
        self._box.open(
            BoxPlace(
                place.start,
                place.end,
                place.reading,
                prefill,
                suspect is not None and suspect.sure and bool(suggestions),
                translated(sentence(suspect.reason)) if suspect else "",
                choices_of(suggestions),
                place.kind,
                self._word_image(Span(place.start, place.end)),
                len(reviewing.same_readings(letter.text, place.reading)),
                chain,
            )
        )
        self._box.appear()
        # What was pointed at stays under the mouse; on the way through the letter lines around it are seen.
        (self._view.select if chain else self._view.select_calmly)(place.start, place.end)
        self.place_changed.emit(Span(place.start, place.end))

    def suspects_around(self) -> list[Span]:
        """Return where the box may go next: two suspects ahead, one back."""
        if self._place is None:
            return []
        suspects = self._suspecting.suspects
        after = bisect.bisect_left(suspects, self._place.end, key=lambda s: s.start)
        before = bisect.bisect_left(suspects, self._place.start, key=lambda s: s.start)
        return [
            Span(s.start, s.end)
            for s in (*suspects[after : after + 2], *suspects[max(0, before - 1) : before])
        ]

    def show_word_image(self, span: Span, image: QPixmap | None) -> None:
        """Show the image of the box's place that came in, if the box is still open on it."""
        if self._place is not None and (self._place.start, self._place.end) == span and image is not None:
            self._box.set_image(image)

    def close(self, *, keep_waiting: bool = False) -> None:
        """Close the box; the text has the keys again."""
        was_open = self._place is not None
        self._place = None
        self._waiting = self._waiting and keep_waiting
        if was_open:
            self._box.dismiss()
            self.place_changed.emit(None)
            self._context.navigator.focus_text()

    # --- what is decided ----------------------------------------------------------------------------

    def _accept(self, chosen: str) -> None:
        place, letter = self._place, self._session.letter
        if place is None or letter is None or self._is_stale(place, letter):
            return
        if chosen == place.reading and place.suspect is not None and place.suspect.reason.code == DISPUTED:
            self._judge("here")  # of the two readings, her own
            return
        if chosen != place.reading:
            delta = reviewing.accept(letter, place, chosen, self._session.stamp())
            if self._session.do(labels.corrected(place.reading, chosen), delta):
                self._remember(place)
        self._go_on(place, len(chosen))
        if chosen == place.reading and place.suspect is not None and self.is_open:
            text = QT_TRANSLATE_NOOP(
                "Review",
                "“{reading}” was not decided on and stays doubted. {keys} takes the first suggestion, Ctrl+D "
                "says that it is right.",
            )
            reading, keys = labels.short(place.reading), key_text("Alt+Return")
            self._say(Message("Review", text, {"reading": reading, "keys": keys}))

    def _nothing_suggested(self) -> None:
        text = QT_TRANSLATE_NOOP(
            "Review", "Nothing is suggested here: type what it should be; Ctrl+D says that it is right."
        )
        self._say(Message("Review", text))

    def _is_stale(self, place: ReviewPlace, letter: Letter) -> bool:
        """Close the box when its place reads otherwise by now (something was undone from the menu)."""
        if letter.text[place.start : place.end] == place.reading:
            return False
        self.close()
        return True

    def _go_on(self, place: ReviewPlace, length: int) -> None:
        if not self._chain:
            self.close()
            return
        suspects = self._suspecting.suspects
        suspect = reviewing.following(suspects, place.start + max(1, length), self._began)
        if suspect is not None or not suspects:
            self._go_to(suspect)
            return
        self.close()
        first = suspects[0]
        self._resumes = (first.start, first.end)
        self._view.select(*self._resumes)
        text = QT_TRANSLATE_NOOP(
            "Review",
            "End of the letter: {count:suspect was|suspects were} not decided on. Enter goes to the first.",
        )
        self._say(Message("Review", text, {"count": len(suspects)}))

    def _accept_in_letter(self, chosen: str) -> None:
        place, letter = self._place, self._session.letter
        if place is None or letter is None or self._is_stale(place, letter):
            return
        places = reviewing.same_readings(letter.text, place.reading)
        if chosen == place.reading or len(places) < 2:
            self._accept(chosen)
            return
        is_word = place.suspect is None or place.suspect.reason.code == RARE
        if len(places) > _PREVIEW_ABOVE or is_word:
            ticked = ask_places(letter, place.reading, chosen, places, self._context.dialogs.parent)
            if ticked is None:
                self._box.resume()
                return
            places = [places[i] for i in ticked]
        delta = reviewing.accept_all(letter, places, place, chosen, self._session.stamp())
        if self._session.do(labels.corrected_all(place.reading, chosen, len(places)), delta):
            self._remember(place)
        self._go_on(place, len(chosen))

    def _accept_everywhere(self, chosen: str) -> None:
        place, letter = self._place, self._session.letter
        if place is None or letter is None or self._is_stale(place, letter):
            return
        if chosen == place.reading:
            self._accept(chosen)
            return

        def finished(changed: bool) -> None:
            if self._place is not place:
                return
            if changed:
                self._remember(place)
                self._go_on(place, len(chosen))
            else:
                self._box.resume()

        self._everywhere(place, chosen, finished)

    def _judge(self, verdict: str) -> None:
        place, letter = self._place, self._session.letter
        if place is None or letter is None or self._is_stale(place, letter):
            return
        delta = reviewing.judge(place, verdict, self._session.stamp())
        if self._session.do(labels.judged(place.reading, verdict), delta):
            self._remember(place)
        self._go_on(place, place.end - place.start)

    def _remember(self, place: ReviewPlace) -> None:
        self._accepted.append((place, self._session.last_change()))

    def _undo_last(self) -> None:
        """Undo the last acceptance and go back to its place; never undo anything else from here."""
        last = self._session.last_change()
        while self._accepted and self._accepted[-1][1] > last:
            self._accepted.pop()  # undone already, from the text
        if not self._accepted:
            self._say(Message("Review", QT_TRANSLATE_NOOP("Review", "Nothing was accepted yet.")))
            return
        if self._accepted[-1][1] != last:
            text = QT_TRANSLATE_NOOP("Review", "Something else was done since: close the box to undo that.")
            self._say(Message("Review", text))
            return
        place, chain = self._accepted.pop()[0], self._chain
        self._session.undo()
        letter = self._session.letter
        if letter is not None and letter.text[place.start : place.end] == place.reading:
            self._open(place, chain=chain)
        else:
            self.close()
