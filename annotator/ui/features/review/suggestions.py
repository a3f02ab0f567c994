"""A click on a suspect: its suggestions right there, one click more accepts. The text stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.core.user_errors import UserError
from annotator.language.interface import Suspect
from annotator.language.reasons import DISPUTED, sentence
from annotator.session import Session
from annotator.session.project import labels
from annotator.session.suspects import reviewing
from annotator.session.suspects.reviewing import ReviewPlace
from annotator.session.suspects.suspecting import Suspecting
from annotator.ui.context import Context
from annotator.ui.features.review.choices import choices_of
from annotator.ui.features.review.suggestion_card import SuggestionCard
from annotator.ui.translate import translated


class ReviewArea(Protocol):
    """Where a stretch of the text is seen."""

    def stretch_rect(self, start: int, end: int) -> QRect:
        """Return where a stretch is, in the viewport."""


class Suggestions(QObject):
    """Answers clicks on suspects. `box_wanted` asks for the correction box on a span."""

    box_wanted = Signal(int, int)

    def __init__(
        self,
        view: QAbstractScrollArea,
        area: ReviewArea,
        card: SuggestionCard,
        session: Session,
        suspecting: Suspecting,
        context: Context,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view, self._area, self._card = view, area, card
        self._session, self._suspecting, self._context = session, suspecting, context
        self._suspect: Suspect | None = None
        self._connections = (
            card.chosen.connect(lambda index: self._act(lambda s: self.accept(s, self._offered(s)[index]))),
            card.right_here.connect(lambda: self._act(self.judge_right)),
            card.more_wanted.connect(lambda: self._act(lambda s: self.box_wanted.emit(s.start, s.end))),
        )
        session.touched.connect(lambda _: card.go())
        session.opened.connect(lambda _: card.go())

    def retire(self) -> None:
        """Let go of the card: the session was closed, another one may come."""
        self._card.go()
        for connection in self._connections:
            QObject.disconnect(connection)
        self.deleteLater()

    def suspect_at(self, offset: int) -> Suspect | None:
        """Return the suspect at an offset of the text, None where there is none."""
        return next((s for s in self._suspecting.suspects if s.start <= offset < s.end), None)

    def show_at(self, offset: int) -> None:
        """Offer what the suspect at an offset may have to be; where there is none, nothing."""
        suspect = self.suspect_at(offset)
        if suspect is None or self._session.read_only:
            self._card.go()
            return
        self._suspect = suspect
        self._card.offer(suspect.text, translated(sentence(suspect.reason)), choices_of(suspect.suggestions))
        self._card.come_up(self._area.stretch_rect(suspect.start, suspect.end), self._view)

    def texts(self, suspect: Suspect) -> list[str]:
        """Return what a suspect may have to be, the likeliest first."""
        return self._offered(suspect)

    def accept(self, suspect: Suspect, chosen: str) -> None:
        """Correct a suspect to one of its suggestions."""

        def do(place: ReviewPlace) -> None:
            letter = self._session.letter
            assert letter is not None
            disputed = suspect.reason.code == DISPUTED
            if chosen == place.reading and disputed:
                delta = reviewing.judge(place, "here", self._session.stamp())
                self._session.do(labels.judged(place.reading, "here"), delta)
            elif chosen != place.reading:
                delta = reviewing.accept(letter, place, chosen, self._session.stamp())
                self._session.do(labels.corrected(place.reading, chosen), delta)

        self._do(suspect, do)

    def judge_right(self, suspect: Suspect) -> None:
        """Say that a suspect is right as it stands."""

        def do(place: ReviewPlace) -> None:
            delta = reviewing.judge(place, "here", self._session.stamp())
            self._session.do(labels.judged(place.reading, "here"), delta)

        self._do(suspect, do)

    def _offered(self, suspect: Suspect) -> list[str]:
        return [choice.text for choice in choices_of(suspect.suggestions)]

    def _act(self, act: Callable[[Suspect], None]) -> None:
        suspect, self._suspect = self._suspect, None
        self._card.go()
        if suspect is not None:
            act(suspect)

    def _do(self, suspect: Suspect, do: Callable[[ReviewPlace], None]) -> None:
        """Do something to a suspect, unless its words are others by now."""
        self._session.end_typing()
        letter = self._session.letter
        if letter is None or letter.text[suspect.start : suspect.end] != suspect.text:
            return
        try:
            do(ReviewPlace(suspect.start, suspect.end, suspect.text, suspect))
        except UserError as problem:
            self._context.say(problem.message)
