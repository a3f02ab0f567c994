"""Learning tags: what was decided is read in the background, trained on in the worker, kept in the file.

Models are derived of the decisions in the file alone: the same ones make the same models, and what is undone
is unlearnt. Proposals are made anew for a letter when the models have changed and it is opened.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple
from zlib import crc32

from annotator.core.codebook import Codebook
from annotator.core.user_errors import UserError
from annotator.jobs.runner import Runner
from annotator.session.project.events import Event
from annotator.session.project.letter_batch import Post
from annotator.session.project.operations import Answer, At, Operations, Query
from annotator.session.project.session import Session
from annotator.session.tags.kept import LEARNT, LEARNT_ALL, LEARNT_KEY, LEARNT_OF
from annotator.storage.project import save_setting
from annotator.storage.reader import Reader
from annotator.storage.tag_decisions import SETTING_OFF, drop_learnt
from annotator.storage.writer import WriteConnection
from annotator.structure.tags.model import TagModel, from_json, to_json
from annotator.structure.tags.training import DecidedLetter, Decision

_SECONDS = 120.0
# What is found by its form alone: rules do that, and there is nothing to learn.
_BY_FORM = frozenset({"date", "amount", "reference"})
VERSION = "1"  # of the way in which is learnt
_log = logging.getLogger(__name__)


class ToLearn(NamedTuple):
    """What there is to learn from, of which decisions and for which bound, and the tags that are off."""

    of: str
    decided: Sequence[tuple[str, Sequence[DecidedLetter]]]
    off: frozenset[str]


def taught_tags(codebook: Codebook) -> list[str]:
    """Return the tags that can be learnt, in the order of the codebook."""
    return [tag.id for tag in codebook.passage_tags if not tag.retired and tag.role not in _BY_FORM]


def to_learn(reader: Reader, codebook: Codebook, bound: float) -> ToLearn | None:
    """Return what there is to learn; None where the models in the file are made of that already."""
    tags, off = taught_tags(codebook), reader.tags_off()
    of = f"{VERSION} {bound:.2f} {','.join(sorted(off))} {reader.tag_fingerprint(tags)}"
    if of == reader.setting(LEARNT_OF):
        return None
    decided = []
    for tag in tags:
        letters = [
            DecidedLetter(
                letter.text,
                tuple(
                    Decision(d.start, d.end, d.right, d.origin == "learnt", d.made_at)
                    for d in letter.decisions
                ),
            )
            for letter in reader.decided_letters(tag)
        ]
        if any(decision.right for letter in letters for decision in letter.decisions):
            decided.append((tag, letters))
    return ToLearn(of, decided, off)


def learnt_tags(reader: Reader) -> tuple[TagModel, ...]:
    """Return what the models of all tags are like, without their weights, for showing."""
    try:
        return from_json(reader.setting(LEARNT_ALL) or "[]")
    except ValueError:
        return ()


def tags_by(at: At) -> list[tuple[TagModel, bool]]:
    """Return what was learnt of each tag by this moment, with whether it is switched off."""
    off = at.reader.tags_off()
    return [(model, model.tag in off) for model in learnt_tags(at.reader)]


def keep(
    connection: WriteConnection, of: str, models: Sequence[TagModel], off: frozenset[str]
) -> tuple[str, str]:
    """Keep models in the file; return their key, and those that propose, as JSON."""
    active = to_json([model for model in models if model.proposes and model.tag not in off])
    key = f"{crc32(active.encode()):08x}" if active != "[]" else ""
    shown = to_json([replace(model, weights={}) for model in models])
    for name, value in ((LEARNT, active), (LEARNT_KEY, key), (LEARNT_OF, of), (LEARNT_ALL, shown)):
        save_setting(connection, name, value)
    return key, active


class TagLearning:
    """Keeps the models of tags up to date with what was decided; looks when a letter is opened."""

    def __init__(
        self,
        session: Session,
        operations: Operations,
        runner: Runner,
        post: Post,
        bound: Callable[[], float],
    ) -> None:
        """`bound` is the precision that a tag's proposals must have, from 0 to 1."""
        self._session, self._operations, self._runner, self._post = session, operations, runner, post
        self._bound = bound
        self._is_at_work = self._again = False
        self.learnt: Event[None] = Event()  # looked: what is in the file is up to date
        session.opened.connect(lambda letter_id: self.look() if letter_id is not None else None)

    def look(self) -> None:
        """Have the models made anew where something was decided since."""
        session = self._session
        if session.closed or session.read_only:
            return
        if self._is_at_work:
            self._again = True
            return
        self._is_at_work = True
        bound = self._bound()

        def work(at: At) -> ToLearn | None:
            return to_learn(at.reader, at.codebook, bound)

        self._operations.query(Query(work), self._found, self._failed, self._ended)

    def _found(self, answer: Answer[ToLearn | None]) -> None:
        wanted = answer.value
        if wanted is None:
            self._ended()
            return
        from annotator.structure.tags.worker import train_job

        self._runner.submit(
            "tags",
            train_job,
            wanted.decided,
            self._bound(),
            done=lambda models: self._post(lambda: self._trained(wanted, models)),
            failed=lambda error: self._post(lambda: self._failed(error)),
            timeout=_SECONDS,
        )

    def _trained(self, wanted: ToLearn, models: str) -> None:
        session = self._session
        if session.closed:
            return

        def job(connection: WriteConnection) -> tuple[str, str]:
            return keep(connection, wanted.of, from_json(models), wanted.off)

        def kept(found: tuple[str, str]) -> None:
            self._post(lambda: self._kept(found))

        session.store.submit(job, kept)

    def _kept(self, found: tuple[str, str]) -> None:
        if not self._session.closed:
            self._session.take_learnt(*found)
        self._ended()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            _log.warning("no tags learnt: %s", type(error).__name__)  # never what a letter says
        self._ended()

    def _ended(self) -> None:
        self._is_at_work = False
        self.learnt.emit(None)
        if self._again:
            self._again = False
            self.look()

    def switch(self, tag: str, *, on: bool) -> None:
        """Have a tag proposed by what was learnt, or not; raises `UserError` where it cannot be written."""
        session = self._session
        with session.store.open_reader() as reader:
            off = reader.tags_off()
        off = off - {tag} if on else off | {tag}

        def job(connection: WriteConnection) -> None:
            save_setting(connection, SETTING_OFF, json.dumps(sorted(off)))
            if not on:
                drop_learnt(connection, tag)

        session.store.do(job)
        self.look()
