"""Fix it once, fix it everywhere: the same reading in all letters of the project, as one undoable change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from annotator.core.document import Stamp
from annotator.core.history import Correction, Delta
from annotator.core.operations import correct
from annotator.core.text import Span
from annotator.session.reviewing import Place, replacement, same_readings
from annotator.storage.reader import Reader
from annotator.storage.store import Store

_AT_ONCE = 500  # letters looked through between two looks at the cancel button
_CONTEXT = 60  # characters

Progress = Callable[[int, str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in a letter where the reading stands, with what stands around it."""

    letter_id: int
    title: str
    span: Span
    left: str
    right: str


def find_everywhere(store: Store, reading: str, progress: Progress, cancelled: Cancelled) -> list[FoundPlace]:
    """Return every place where the reading stands as a whole word, in the order of the letters.

    Called away from the views' thread. Raises `Problem` where the project cannot be read.
    """
    store.flush()
    found: list[FoundPlace] = []
    with store.open_reader() as reader:
        last = reader.last_letter_id()
        for after in range(0, last, _AT_ONCE):
            if cancelled():
                return []
            found += _in_letters(reader, reading, after)
            progress(min(last, after + _AT_ONCE), "")
    return found


def _in_letters(reader: Reader, reading: str, after: int) -> Iterator[FoundPlace]:
    for letter_id, title, text in reader.texts_holding(reading, after, _AT_ONCE):
        for span in same_readings(text, reading):
            left, right = (
                text[max(0, span.start - _CONTEXT) : span.start],
                text[span.end : span.end + _CONTEXT],
            )
            yield FoundPlace(letter_id, title, span, left, right)


def correct_everywhere(
    store: Store, places: Sequence[FoundPlace], place: Place, chosen: str, stamp: Stamp, progress: Progress
) -> dict[int, Delta]:
    """Return what putting `chosen` at the places does to each letter; `place` is where it was asked for.

    Called away from the views' thread, while nothing else is changed. Places that read otherwise by now are
    left alone.
    """
    store.flush()
    deltas: dict[int, Delta] = {}
    with store.open_reader() as reader:
        for number, (letter_id, group) in enumerate(groupby(places, lambda found: found.letter_id), 1):
            delta = _in_letter(reader, letter_id, [found.span for found in group], place, chosen, stamp)
            if delta:
                deltas[letter_id] = delta
            progress(number, "")
    return deltas


def _in_letter(
    reader: Reader, letter_id: int, spans: Sequence[Span], place: Place, chosen: str, stamp: Stamp
) -> Delta:
    letter = reader.letter(letter_id)
    corrections: list[Correction] = []
    for start, end in spans:
        if letter.text[start:end] != place.reading:
            continue
        made = replacement(letter, Place(start, end, place.reading, place.suspect), chosen)
        if not corrections or made.start >= corrections[-1].end:
            everywhere = Correction(
                made.start, made.end, made.before, made.after, made.kind, "everywhere", made.reason
            )
            corrections.append(everywhere)
    return correct(letter, corrections, stamp)
