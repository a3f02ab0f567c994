"""Looking for suspects in all letters of the project, in the background and in small steps."""

from __future__ import annotations

import logging

from annotator.core.document import Letter
from annotator.core.user_errors import UserError
from annotator.language.languages import version_of
from annotator.language.record import suspects_from_json
from annotator.session.project.events import Event
from annotator.session.project.session import Session
from annotator.session.suspects.suspecting import Runner, Suspecting, apart_places, engine_key, here_places
from annotator.storage.suspect_cache import save_suspects_of_text
from annotator.storage.writer import WriteConnection

_SECONDS = 60.0
_log = logging.getLogger(__name__)


class LookingOver:
    """Has every letter looked at that was not looked at as it is now; one letter waits at a time.

    `progressed` tells (looked at, in all), `finished` that no letter is left, or that it was stopped.
    Everything happens in the views' thread but the looking itself.
    """

    def __init__(self, session: Session, suspecting: Suspecting, runner: Runner) -> None:
        self._session = session
        self._suspecting = suspecting
        self._runner = runner
        self._after = 0
        self._done = 0
        self._total = 0
        self._round = 0  # an answer to a question from before a stop is ignored
        self.running = False
        self.progressed: Event[tuple[int, int]] = Event()
        self.finished: Event[bool] = Event()

    @property
    def _engine(self) -> str:
        return version_of(self._suspecting.language)

    def start(self) -> None:
        """Begin with the first letter; nothing happens where it runs already."""
        if self.running or self._session.closed:
            return
        self._session.store.flush()
        self._after, self._done, self._round = 0, 0, self._round + 1
        self._total = self._session.store.reader.unknown_letters(self._engine)
        self.running = True
        self._next()

    def stop(self) -> None:
        """Stop after the letter that is being looked at; what was found is kept."""
        if self.running:
            self.running = False
            self.finished.emit(False)

    def _next(self) -> None:
        if not self.running or self._session.closed:
            return
        found = self._next_letter()
        if found is None:
            self.running = False
            self.finished.emit(True)
            return
        self._ask(*found)

    def _next_letter(self) -> tuple[int, Letter] | None:
        """Return the next letter that waits; those that were removed or cannot be read are passed over."""
        reader = self._session.store.reader
        while (letter_id := reader.next_to_look_at(self._engine, self._after)) is not None:
            self._after = letter_id
            try:
                return letter_id, reader.letter(letter_id)
            except UserError:
                continue
        return None

    def _ask(self, letter_id: int, letter: Letter) -> None:
        from annotator.language.worker import suspects_json_job

        post, text, state = self._suspecting.post, letter.text, self._suspecting.state
        language = self._suspecting.language
        key, asked_in = engine_key(state, language), self._round

        def done(found: str) -> None:
            count = len(suspects_from_json(found))  # in the worker's thread: the window goes on meanwhile
            post(lambda: self._found(letter_id, text, found, count, key, asked_in))

        def failed(error: Exception) -> None:
            _log.warning("no suspects: %s", type(error).__name__)  # never what the letter says
            post(lambda: self._step(asked_in))

        self._runner.submit(
            "look over",
            suspects_json_job,
            text,
            state,
            here_places(letter),
            apart_places(letter),
            language,
            done=done,
            failed=failed,
            timeout=_SECONDS,
        )

    def _found(self, letter_id: int, text: str, found: str, count: int, engine: str, asked_in: int) -> None:
        if self._session.closed:
            return
        if not self._session.read_only:

            def job(connection: WriteConnection) -> None:
                save_suspects_of_text(connection, letter_id, text, engine, found, count)

            self._session.store.submit(job, lambda _: self._suspecting.post(lambda: self._told(letter_id)))
        self._step(asked_in)

    def _told(self, letter_id: int) -> None:
        if not self._session.closed:
            self._session.letter_changed.emit(letter_id)

    def _step(self, asked_in: int) -> None:
        if self.running and asked_in == self._round:
            self._done += 1
            self.progressed.emit((self._done, max(self._total, self._done)))
            self._next()
