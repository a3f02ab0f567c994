"""The suspects of the open letter: computed in a worker process, kept in the file per content
version."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from annotator.core.document import Letter, Verdict
from annotator.core.history import RowChange
from annotator.core.in_force import InForce
from annotator.core.page_layout import WordReading
from annotator.core.user_errors import UserError
from annotator.jobs.runner import Runner
from annotator.language.interface import (
    AcceptedCorrection,
    Here,
    Judged,
    LearntState,
    Stretch,
    Suggestion,
    Suspect,
)
from annotator.language.interface import Event as LearningEvent
from annotator.language.languages import version_of
from annotator.language.record import suspects_from_json
from annotator.session.project.events import Event, LetterChange
from annotator.session.project.session import Session
from annotator.session.suspects.doubted_readings import doubted_readings
from annotator.storage.writer import WriteConnection

_SECONDS = 30.0
_SUGGESTIONS = 5
_log = logging.getLogger(__name__)
_KINDS_THAT_COUNT = frozenset({"text", "verdict"})


class Suspecting:
    """Keeps the suspects of the open letter up to date, and answers for single words."""

    def __init__(
        self,
        session: Session,
        runner: Runner,
        post: Callable[[Callable[[], None]], None],
        *,
        held: bool = False,
    ) -> None:
        """With `held`, nothing is asked of the runner before `release`."""
        self._held = held
        # Who sets this calls `catch_up` at a pause: while keys come each answer would be out of date.
        self.waits_while_typing = False
        self.slips = True  # whether typing slips are looked for in text that was typed
        self._session = session
        self._runner = runner
        self.post = post
        self._state: LearntState | None = None
        self._language = ""
        self.suspects: tuple[Suspect, ...] = ()
        self.ready = False
        self.gave_up = False  # the worker found no suspects within its time
        self.changed: Event[int] = Event()
        self.troubled: Event[UserError] = Event()  # the project's language has no word tables, say
        session.opened.connect(self._opened)
        session.touched.connect(self._touched)

    @property
    def state(self) -> LearntState:
        """Return what the project's record teaches, read from the file when first asked for."""
        if self._state is None:
            from annotator.session.suspects.learnt_state import read_state

            self._state = read_state(self._session.store.reader)
        return self._state

    @property
    def language(self) -> str:
        """Return the language of the project's letters."""
        if not self._language:
            from annotator.session.project.text_language import language_of

            self._language = language_of(self._session.store.reader)
        return self._language

    def forget_state(self) -> None:
        """Read language and what was learnt anew from the file, and ask again: they were changed there."""
        self._state, self._language = None, ""
        self.ready = False
        self.catch_up()

    def take_state(self, state: LearntState) -> None:
        """Take what the project has learnt, as it was just read from the file."""
        if state != self._state:
            self._state = state
            letter_id, letter = self._session.letter_id, self._session.letter
            if self.ready and letter_id is not None and letter is not None:
                self._refresh(letter_id, letter)

    def _opened(self, letter_id: int | None) -> None:
        self.suspects, self.ready, self.gave_up = (), False, False
        letter = self._session.letter
        if letter_id is None or letter is None:
            return
        kept = self._kept(letter_id, letter.text)
        if kept is not None:
            self.suspects, self.ready = kept, True
            self.changed.emit(letter_id)
            self._refresh(letter_id, letter)
        else:
            self._ask(letter_id, letter)

    def _refresh(self, letter_id: int, letter: Letter) -> None:
        """Have a letter looked at again where more was learnt since; what is known is shown meanwhile."""
        if self._held or self._session.store.pending:
            return
        if self._state is None:
            self._read_state_later()
            return
        if self._session.store.reader.suspects_engine(letter_id) != self.key(self._state):
            self._ask(letter_id, letter)
            self.ready = True

    def _read_state_later(self) -> None:
        """Have what was learnt read in the worker process: in a large project that takes a while."""
        from annotator.session.suspects.learnt_state import read_state_job

        def arrived(state: LearntState) -> None:
            if self._state is None and not self._session.closed:
                self.take_state(state)

        self._runner.submit(
            "learnt state",
            read_state_job,
            self._session.store.path,
            done=lambda state: self.post(lambda: arrived(state)),
            failed=lambda error: _log.warning("nothing learnt: %s", type(error).__name__),
            timeout=_SECONDS,
        )

    def _kept(self, letter_id: int, text: str) -> tuple[Suspect, ...] | None:
        store = self._session.store
        if store.pending:  # the file may not have the letter's last text yet
            return None
        kept = store.reader.suspects(letter_id, store.reader.version(letter_id), version_of(self.language))
        try:
            return None if kept is None else suspects_from_json(kept, text)
        except ValueError:  # damaged: they are looked for anew
            _log.warning("the suspects kept for letter %s cannot be read", letter_id)
            return None

    def _touched(self, touched: LetterChange) -> None:
        letter = self._session.letter
        if letter is None or not touched.kinds & _KINDS_THAT_COUNT:
            return
        from annotator.session.suspects.reviewing import moved

        self._learn_from(touched)
        self.suspects = moved(self.suspects, touched.delta) if not touched.typed else ()
        self._drop_judged(letter)
        self.ready = False  # before the event: "not known yet" must not look like "no suspects"
        self.changed.emit(touched.letter_id)
        if not (touched.typed and self.waits_while_typing):
            self._ask(touched.letter_id, letter)

    def _learn_from(self, touched: LetterChange) -> None:
        """Go on from what is known where something was added; where something was taken back, ask the
        file anew."""
        rows = touched.delta.rows
        if touched.delta.reading or any(row.kind == "verdict" and row.after is None for row in rows):
            self._state = None
        elif self._state is not None and not touched.typed and self._session.letter is not None:
            from annotator.language.learning import learn

            self._state = learn(self._state, events_of(rows, self._session.letter.ocr_text))

    def _drop_judged(self, letter: Letter) -> None:
        right = {(start, end) for start, end, _ in here_places(letter)}
        always = {v.reading for v in letter.verdicts.values() if v.verdict == "always"}
        self.suspects = tuple(
            s for s in self.suspects if (s.start, s.end) not in right and s.text not in always
        )

    def release(self) -> None:
        """Ask for what was not asked for yet."""
        self._held = False
        letter_id, letter = self._session.letter_id, self._session.letter
        if self.ready and letter_id is not None and letter is not None and not self._session.closed:
            self._refresh(letter_id, letter)
        self.catch_up()

    def catch_up(self) -> None:
        """Ask for the suspects of the letter as it is now, where they are not known."""
        letter_id, letter = self._session.letter_id, self._session.letter
        if self._session.closed:
            return
        if not self.ready and letter_id is not None and letter is not None:
            self._ask(letter_id, letter)

    def _ask(self, letter_id: int, letter: Letter) -> None:
        text = letter.text
        self.ready = False
        if self._held:
            return
        state, language = self._current_state(), self.language
        key = self.key(state)

        def done(found_json: str) -> None:
            found = suspects_from_json(found_json)  # in the worker's thread: the window goes on meanwhile
            self.post(lambda: self._found(letter_id, text, found, found_json, key))

        def failed(error: Exception) -> None:
            self.post(lambda: self._gave_up(letter_id, error))

        read = doubted_readings(letter, self._session.store.reader.readings(letter_id))
        ask(self._runner, "suspects", letter, state, language, done, failed, _SECONDS, read, slips=self.slips)

    def key(self, state: LearntState) -> str:
        """Return under what suspects are kept: engine, language, what was learnt, what is asked for."""
        return engine_key(state, self.language) + ("" if self.slips else " without slips")

    def _gave_up(self, letter_id: int, error: Exception) -> None:
        """Without an answer the letter is shown with the suspects that are known; the next change asks
        anew."""
        _log.warning("no suspects: %s", type(error).__name__)  # never what the letter says
        if letter_id == self._session.letter_id and not self._session.closed:
            if isinstance(error, UserError):
                self.troubled.emit(error)
            self.ready = self.gave_up = True
            self.changed.emit(letter_id)

    def _current_state(self) -> LearntState:
        if self._state is None and self._session.store.pending:
            # What was just done is still on its way to the file: ask the file when it has arrived.
            self._session.store.flush()
        return self.state

    def _found(
        self, letter_id: int, text: str, found: tuple[Suspect, ...], found_json: str, engine: str
    ) -> None:
        if self._session.closed:
            return
        if self._session.store.read_only is False:
            count = len(found)

            from annotator.storage.suspect_cache import save_suspects_of_text

            def job(connection: WriteConnection) -> None:
                save_suspects_of_text(connection, letter_id, text, engine, found_json, count)

            self._session.store.submit(job)
        letter = self._session.letter
        if letter_id != self._session.letter_id or letter is None or letter.text != text:
            return
        self.suspects, self.ready, self.gave_up = found, True, False
        self.changed.emit(letter_id)

    def suggest(self, start: int, end: int, done: Callable[[list[Suggestion]], None]) -> None:
        """Ask for suggestions for any stretch of the letter; `done` is called later in the views' thread."""
        letter = self._session.letter
        if letter is None:
            return

        from annotator.language.worker import suggestions_job

        def answered(found: list[Suggestion]) -> None:
            self.post(lambda: None if self._session.closed else done(found))

        self._runner.submit(
            "suggestions",
            suggestions_job,
            letter.text,
            start,
            end,
            self._current_state(),
            _SUGGESTIONS,
            self.language,
            done=answered,
            timeout=_SECONDS,
            urgent=True,
        )

    def counts(self) -> Mapping[str, int]:
        """Return how many suspects of each kind are left."""
        return Counter(s.kind for s in self.suspects)


def ask(
    runner: Runner,
    key: str,
    letter: Letter,
    state: LearntState,
    language: str,
    done: Callable[[str], None],
    failed: Callable[[Exception], None],
    seconds: float,
    read: Sequence[WordReading] = (),
    *,
    slips: bool = True,
) -> None:
    """Have a letter looked at in the worker process; the answer (JSON) comes on its thread."""
    from annotator.language.worker import suspects_json_job

    here, apart = here_places(letter), apart_places(letter)
    runner.submit(
        key,
        suspects_json_job,
        letter.text,
        state,
        here,
        apart,
        language,
        disputed_places(letter),
        read,
        typed_places(letter),
        slips,
        done=done,
        failed=failed,
        timeout=seconds,
    )


def events_of(rows: Iterable[RowChange], ocr_text: str) -> list[LearningEvent]:
    """Return what the rows that a change added teach."""
    events: list[LearningEvent] = []
    for row in rows:
        after = row.after
        if isinstance(after, InForce):
            events.append(
                AcceptedCorrection(ocr_text[after.ocr_start : after.ocr_end], after.after, after.kind)
            )
        elif isinstance(after, Verdict) and row.before is None:
            events.append(Judged(after.reading, after.verdict, after.chosen))
    return events


def engine_key(state: LearntState, language: str) -> str:
    """Return under what suspects are kept: the engine's version, the language, what was learnt."""
    from annotator.session.suspects.learnt_state import fingerprint

    return f"{version_of(language)}{fingerprint(state)}"


def apart_places(letter: Letter) -> list[Stretch]:
    """Return the stretches that belong to the page and not to the letter."""
    return [(span.start, span.end) for span, _ in letter.furniture_spans()]


def typed_places(letter: Letter) -> list[Stretch]:
    """Return the pages of which the source has the text as it was typed, not as a program read it."""
    starts = sorted((letter.points[uid], page.number) for uid, page in letter.pages.items())
    ends = [start for start, _ in starts[1:]] + [len(letter.text)]
    return [
        (start, end)
        for (start, number), end in zip(starts, ends, strict=True)
        if "typed" in letter.page_flags.get(number, ())
    ]


def disputed_places(letter: Letter) -> list[Here]:
    """Return the corrections that the letter's reading disputes, each with what that one says."""
    return [(span.start, span.end, other) for span, other in letter.disputed_spans() if span.start < span.end]


def here_places(letter: Letter) -> list[Here]:
    """Return the places that an analyst judged right as they stand."""
    return [
        (*letter.spans[uid], verdict.reading)
        for uid, verdict in letter.verdicts.items()
        if verdict.verdict == "here"
    ]
