"""Proposals: for a letter when it is opened, and for all letters in the background.

They are computed in the worker process and kept in the file per content version. They come and go without
being changes; the session lays those over the letter that nobody has decided on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from annotator.core.codebook_room import Room, room_of
from annotator.core.document import Letter
from annotator.core.page_layout import LineStyle
from annotator.core.proposals import Proposed, from_json
from annotator.core.user_errors import UserError
from annotator.jobs.runner import Runner
from annotator.session.project.events import LetterChange
from annotator.session.project.letter_batch import LetterBatch, Post
from annotator.session.project.session import Session
from annotator.session.proposals.line_styles import styles_of
from annotator.storage.proposals import save_proposals
from annotator.storage.writer import WriteConnection

_SECONDS = 30.0
_AT_ONCE = 8  # letters read at a time: reading them must not hold up the window
_log = logging.getLogger(__name__)


class Proposing:
    """Keeps the proposals for the open letter up to date."""

    def __init__(self, session: Session, runner: Runner, post: Post, *, held: bool = False) -> None:
        """With `held`, nothing is asked of the runner before `release`."""
        self._session, self._runner, self.post, self._held = session, runner, post, held
        # Who sets this calls `catch_up` at a pause: while keys come each answer would be out of date.
        self.waits_while_typing = False
        self.ready = False
        session.opened.connect(self._opened)
        session.touched.connect(self._touched)
        session.codebook_changed.connect(lambda _: self._engine_changed())
        session.learnt_changed.connect(lambda _: self._engine_changed())
        self._engine = session.engine

    def _opened(self, letter_id: int | None) -> None:
        self.ready = False
        session = self._session
        if letter_id is None or session.letter is None:
            return
        if session.knows_proposals(letter_id):
            self.ready = True
            return
        self._ask(letter_id, session.letter)

    def _touched(self, touched: LetterChange) -> None:
        letter = self._session.letter
        if letter is None or "text" not in touched.kinds:
            return
        self.ready = False
        if not (touched.typed and self.waits_while_typing):
            self._ask(touched.letter_id, letter)

    def _engine_changed(self) -> None:
        session = self._session
        if session.engine == self._engine:
            return
        self._engine = session.engine
        if session.letter_id is not None and session.letter is not None:
            self._ask(session.letter_id, session.letter)

    def release(self) -> None:
        """Ask for what was not asked for yet."""
        self._held = False
        self.catch_up()

    def catch_up(self) -> None:
        """Ask for the proposals for the letter as it is now, where they are not known."""
        if self._session.closed:
            return
        letter_id, letter = self._session.letter_id, self._session.letter
        if not self.ready and letter_id is not None and letter is not None:
            self._ask(letter_id, letter)

    def _ask(self, letter_id: int, letter: Letter) -> None:
        if self._held:
            return
        ask(
            self._runner,
            "proposals",
            letter,
            styles_of(self._session.store.reader, letter_id, letter),
            room_of(self._session.codebook),
            self._session.learnt_models(),
            lambda proposed: self.post(lambda: self._found(letter_id, letter.text, proposed)),
            lambda: self.post(lambda: None),
        )

    def _found(self, letter_id: int, text: str, proposed: Proposed) -> None:
        session = self._session
        if session.closed:
            return
        keep(session, letter_id, text, session.engine, proposed)
        if letter_id == session.letter_id and session.letter is not None and session.letter.text == text:
            self.ready = True
            session.propose(letter_id, proposed)


def ask(
    runner: Runner,
    key: str,
    letter: Letter,
    styles: Sequence[LineStyle],
    room: Room,
    learnt: str,
    found: Callable[[Proposed], None],
    gave_up: Callable[[], None],
) -> None:
    """Have proposals for a letter made in the worker process; answers come on its thread.

    `styles` say how its lines are set, in offsets of its text; `learnt` are the models of tags.
    """
    from annotator.structure.worker import propose_json_job

    def failed(error: Exception) -> None:
        _log.warning("no proposals: %s", type(error).__name__)  # never what the letter says
        gave_up()

    furniture = [(span.start, span.end) for span, _ in letter.furniture_spans()]
    runner.submit(
        key,
        propose_json_job,
        letter.text,
        letter.page_starts(),
        furniture,
        room,
        styles,
        learnt,
        done=lambda answer: found(from_json(answer)),
        failed=failed,
        timeout=_SECONDS,
    )


def keep(session: Session, letter_id: int, text: str, engine: str, proposed: Proposed) -> None:
    """Keep proposals in the file, where the letter still reads so when they arrive there."""
    if session.read_only:
        return

    def job(connection: WriteConnection) -> None:
        save_proposals(connection, letter_id, text, engine, proposed)

    session.store.submit(job, lambda _: session.told_of_proposals(letter_id))


class ProposingForAll(LetterBatch):
    """Has proposals made for every letter that has none as it reads now."""

    def __init__(
        self, session: Session, proposing: Proposing, runner: Runner, more_runners: Sequence[Runner] = ()
    ) -> None:
        super().__init__(session, proposing.post, runner, more_runners)
        self._proposing = proposing
        self._ids: list[int] = []
        self._after = 0
        self._changed = False
        self._given_up: dict[int, str] = {}  # texts of which nothing could be made

    def start(self, *, changed: bool = False) -> None:
        """Begin with the first letter; nothing happens where it runs already.

        With `changed` only letters whose proposals were made before their text was changed are meant: those
        stand until then.
        """
        if not self.running:
            self._changed = changed
            super().start()

    def _rewind(self) -> int:
        self._ids, self._after = [], 0
        return self._session.store.reader.count_to_propose(self._session.engine, changed=self._changed)

    def _next_letter(self) -> tuple[int, Letter] | None:
        reader, engine = self._session.store.reader, self._session.engine
        while True:
            if not self._ids:
                self._ids = list(
                    reader.letters_to_propose(engine, self._after, _AT_ONCE, changed=self._changed)
                )
            if not self._ids:
                return None
            self._after = self._ids.pop(0)
            try:
                letter = reader.letter(self._after)
            except UserError:
                continue
            # Not tried again by itself: what takes too long would be tried without end.
            if not self._changed or self._given_up.get(self._after) != letter.text:
                return self._after, letter

    def _ask(self, runner: Runner, letter_id: int, letter: Letter, answered: Callable[[], None]) -> None:
        session, post, engine = self._session, self._proposing.post, self._session.engine

        def arrived(proposed: Proposed) -> None:
            if not session.closed:
                keep(session, letter_id, letter.text, engine, proposed)
                session.propose_in_memory(letter_id, letter.text, proposed)
                answered()

        def gave_up() -> None:
            self._given_up[letter_id] = letter.text
            answered()

        ask(
            runner,
            "propose for all",
            letter,
            styles_of(self._session.store.reader, letter_id, letter),
            room_of(session.codebook),
            session.learnt_models(),
            lambda proposed: post(lambda: arrived(proposed)),
            lambda: post(gave_up),
        )
