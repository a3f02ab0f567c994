"""The engine's work as jobs for a worker process, where it stays warm."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from annotator.core.page_layout import WordReading
from annotator.language import engine_for
from annotator.language.disputed import with_disputed
from annotator.language.interface import Engine, Here, LearntState, Stretch, Suggestion, Suspect
from annotator.language.languages import DUTCH
from annotator.language.read_twice import with_readings
from annotator.language.record import suspects_to_json
from annotator.language.typed import of_typed


@lru_cache(maxsize=1)
def _engine(language: str) -> Engine:
    """Return the process's engine for the language that was asked for last: each worker has its own."""
    return engine_for(language)


def warm_job(language: str = DUTCH) -> str:
    """Read the word lists, so that the first letter does not wait for them; return the engine's version."""
    _engine(language).suspects("Geachte voorzitter, readz", LearntState())
    return _engine(language).version


def suspects_job(
    text: str,
    state: LearntState,
    here: Sequence[Here] = (),
    apart: Sequence[Stretch] = (),
    language: str = DUTCH,
) -> list[Suspect]:
    """Return the suspects of a letter's text."""
    return _engine(language).suspects(text, state, here, apart)


def suspects_json_job(
    text: str,
    state: LearntState,
    here: Sequence[Here] = (),
    apart: Sequence[Stretch] = (),
    language: str = DUTCH,
    disputed: Sequence[Here] = (),
    read: Sequence[WordReading] = (),
    typed: Sequence[Stretch] = (),
    slips: bool = True,
) -> str:
    """Return the suspects of a letter's text, written down; `disputed` places, of which another reading says
    something else, are among them. `read` says how words of the text were read, `typed` what was not read but
    typed: `slips` are found there."""
    found = suspects_job(text, state, here, apart, language)
    is_word = partial(_engine(language).is_word, state=state)
    if typed:
        found = of_typed(text, found, typed, is_word, slips=slips)
    if read:
        found = with_readings(text, found, read, [*here, *apart], is_word, state.words)
    return suspects_to_json(with_disputed(text, found, disputed, here))


def suggestions_job(
    text: str, start: int, end: int, state: LearntState, limit: int = 5, language: str = DUTCH
) -> list[Suggestion]:
    """Return the suggestions for a place."""
    return _engine(language).suggestions(text, start, end, state, limit)
