"""Looking for suspects in all letters of the project, in the background."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from annotator.core.document import Letter
from annotator.core.user_errors import UserError
from annotator.jobs.runner import Runner
from annotator.language.languages import version_of
from annotator.language.record import suspects_from_json
from annotator.session.project.letter_batch import LetterBatch
from annotator.session.project.session import Session
from annotator.session.suspects.doubted_readings import doubted_readings
from annotator.session.suspects.suspecting import Suspecting, ask
from annotator.storage.suspect_cache import save_suspects_of_text
from annotator.storage.writer import WriteConnection

_SECONDS = 60.0
_log = logging.getLogger(__name__)


class LookingOver(LetterBatch):
    """Has every letter looked at that was not looked at as it is now."""

    def __init__(
        self, session: Session, suspecting: Suspecting, runner: Runner, more_runners: Sequence[Runner] = ()
    ) -> None:
        super().__init__(session, suspecting.post, runner, more_runners)
        self._suspecting = suspecting
        self._after = 0

    @property
    def _engine(self) -> str:
        return version_of(self._suspecting.language)

    def _rewind(self) -> int:
        self._after = 0
        return self._session.store.reader.unknown_letters(self._engine)

    def _next_letter(self) -> tuple[int, Letter] | None:
        reader = self._session.store.reader
        while (letter_id := reader.next_to_look_at(self._engine, self._after)) is not None:
            self._after = letter_id
            try:
                return letter_id, reader.letter(letter_id)
            except UserError:
                continue
        return None

    def _ask(self, runner: Runner, letter_id: int, letter: Letter, answered: Callable[[], None]) -> None:
        post, text, state = self._suspecting.post, letter.text, self._suspecting.state
        language = self._suspecting.language
        key = self._suspecting.key(state)

        def done(found: str) -> None:
            count = len(suspects_from_json(found))  # in the worker's thread: the window goes on meanwhile
            post(lambda: arrived(found, count))

        def arrived(found: str, count: int) -> None:
            if not self._session.closed:
                self._keep(letter_id, text, found, count, key)
                answered()

        def failed(error: Exception) -> None:
            _log.warning("no suspects: %s", type(error).__name__)  # never what the letter says
            post(answered)

        read = doubted_readings(letter, self._session.store.reader.readings(letter_id))
        slips = self._suspecting.slips
        ask(runner, "look over", letter, state, language, done, failed, _SECONDS, read, slips=slips)

    def _keep(self, letter_id: int, text: str, found: str, count: int, engine: str) -> None:
        if self._session.read_only:
            return

        def job(connection: WriteConnection) -> None:
            save_suspects_of_text(connection, letter_id, text, engine, found, count)

        self._session.store.submit(job, lambda _: self._suspecting.post(lambda: self._told(letter_id)))

    def _told(self, letter_id: int) -> None:
        if not self._session.closed:
            self._session.letter_changed.emit(letter_id)
