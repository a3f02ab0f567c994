"""What a project has learnt: derived from its record, begun anew, taken over from another project."""

from __future__ import annotations

import hashlib
import json
import logging
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core import operations
from annotator.core.history import Delta
from annotator.core.read_json import read_json
from annotator.language.interface import LearntState
from annotator.language.learning import forget_word, learn
from annotator.language.learnt_table import merged
from annotator.storage.project import load_setting, save_setting
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

if TYPE_CHECKING:
    from annotator.session.project.operations import At

_log = logging.getLogger(__name__)
_BASE = "learnt_base"  # what was taken over from elsewhere, as JSON
_SINCE = "learnt_since"  # the record counts from this time on


def read_state(reader: Reader) -> LearntState:
    """Return what the project has learnt: what it took over, and what its record teaches since it began."""
    return learn(_base(reader.setting(_BASE)), reader.learning_events(reader.setting(_SINCE)))


def learnt_by(at: At) -> LearntState:
    """Return what the project has learnt by this moment."""
    return read_state(at.reader)


def _base(source: str) -> LearntState:
    """Return what was taken over from elsewhere; nothing where the file is damaged there."""
    try:
        return LearntState.from_json(read_json(source)) if source else LearntState()
    except (ValueError, TypeError, AttributeError):
        _log.warning("what was learnt elsewhere is damaged in this project: it is left out")
        return LearntState()


def read_state_job(path: Path) -> LearntState:
    """Return what the project in a file has learnt: for a worker process."""
    with Reader(path) as reader:
        return read_state(reader)


def take_over(store: Store, state: LearntState) -> None:
    """Add what another project has learnt; wait until it is in the file."""

    def job(connection: WriteConnection) -> None:
        old = _base(load_setting(connection, _BASE))
        save_setting(connection, _BASE, json.dumps(merged(old, state).to_json(), ensure_ascii=False))

    store.do(job)


def begin_anew(store: Store, now: str) -> None:
    """Forget what was learnt until now (a time as the record has it); the corrections stay."""

    def job(connection: WriteConnection) -> None:
        save_setting(connection, _BASE, "")
        save_setting(connection, _SINCE, now)

    store.do(job)


def learn_again(store: Store) -> None:
    """Learn from the whole record again, also from what was made before it was begun anew."""
    store.do(lambda connection: save_setting(connection, _SINCE, ""))


def take_word_out(store: Store, word: str) -> None:
    """Take a word out of those that came from another project."""

    def job(connection: WriteConnection) -> None:
        base = load_setting(connection, _BASE)
        if base:
            state = forget_word(_base(base), word)
            save_setting(connection, _BASE, json.dumps(state.to_json(), ensure_ascii=False))

    store.do(job)


def distrust(store: Store, word: str) -> dict[int, Delta]:
    """Return what takes back that analysts called a word always right: give it to `Session.do_all`.

    Called away from the views' thread.
    """
    store.flush()
    with store.open_reader() as reader:
        letters = {letter_id: reader.letter(letter_id) for letter_id in reader.letters_that_trust(word)}
    return {
        letter_id: operations.take_back_verdicts(letter, word, "always")
        for letter_id, letter in letters.items()
    }


@lru_cache(maxsize=4)
def fingerprint(state: LearntState) -> str:
    """Return what changes when a state does, to tell whether kept suspects were found under it.

    It is made of all that the state says: as many corrections of other words make another one.
    """
    said = json.dumps([state.words, state.corrections, state.rejected], separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()[:16]
