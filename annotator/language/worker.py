"""The engine's work as jobs for a worker process, where it stays warm."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from annotator.language import dutch_engine
from annotator.language.interface import Engine, Here, LearntState, Stretch, Suggestion, Suspect
from annotator.language.record import suspects_to_json


@lru_cache(maxsize=1)
def _engine() -> Engine:
    """Return the process's one engine: each worker process has its own."""
    return dutch_engine()


def warm_job() -> str:
    """Read the word lists, so that the first letter does not wait for them; return the engine's version."""
    _engine().suspects("Geachte voorzitter, readz", LearntState())
    return _engine().version


def suspects_job(
    text: str, state: LearntState, here: Sequence[Here] = (), apart: Sequence[Stretch] = ()
) -> list[Suspect]:
    """Return the suspects of a letter's text."""
    return _engine().suspects(text, state, here, apart)


def suspects_json_job(
    text: str, state: LearntState, here: Sequence[Here] = (), apart: Sequence[Stretch] = ()
) -> str:
    """Return the suspects of a letter's text, written down."""
    return suspects_to_json(suspects_job(text, state, here, apart))


def suggestions_job(text: str, start: int, end: int, state: LearntState, limit: int = 5) -> list[Suggestion]:
    """Return the suggestions for a place."""
    return _engine().suggestions(text, start, end, state, limit)


def is_word_job(word: str, state: LearntState) -> bool:
    """Tell whether the word can stand in a letter as it is."""
    return _engine().is_word(word, state)
