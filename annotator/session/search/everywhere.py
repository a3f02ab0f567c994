"""Fix it once, fix it everywhere: the same in many letters, as one undoable change.

Asked for from the correction box (a reading, as a whole word) or from the find bar (plain text or a regular
expression). First the places are found, then those that were ticked are corrected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Protocol

from annotator.core.document import Letter, Stamp
from annotator.core.history import Correction, Delta
from annotator.core.operations import correct
from annotator.core.text import Span
from annotator.language.interface import Suspect
from annotator.search.finding import Find, plain_finder
from annotator.search.regular import Match
from annotator.session.project import labels
from annotator.session.project.operations import At, Edit, Outcome
from annotator.session.project.states import Steps
from annotator.session.suspects.reviewing import ReviewPlace, replacement, same_readings
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.storage.reader import Reader
from annotator.storage.search_index import Scope
from annotator.storage.store import Store

_AT_ONCE = 500  # letters looked through between two looks at the cancel button
_CONTEXT = 60  # characters

Progress = Callable[[int, str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Replace:
    """What to replace by what, and where: in one letter (`letter_id`), or in all of the filter.

    `find` None: `reading` as a whole word, as it is written. A suspect lends its kind and its reason to the
    corrections.
    """

    by: str
    find: Find | None = None
    reading: str = ""
    wanted: LetterFilter = ALL_LETTERS
    letter_id: int | None = None
    suspect: Suspect | None = field(default=None)


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in a letter, what it reads and would read, and what stands around it."""

    letter_id: int
    title: str
    span: Span
    left: str
    before: str
    after: str
    right: str
    apart: str = ""  # what tells its letter from others of the same title


class RegularPlaces(Protocol):
    """Finds by a regular expression, in a worker process."""

    def __call__(
        self,
        find: Find,
        path: Path,
        ids: Sequence[int],
        scope: Scope,
        cancelled: Cancelled,
        template: str | None = None,
        /,
    ) -> list[tuple[int, list[Match], list[Match]]]:
        """Return the letters found, each with the matches in its text."""


def find_everywhere(
    store: Store, what: Replace, regular: RegularPlaces | None, progress: Progress, cancelled: Cancelled
) -> list[FoundPlace]:
    """Return every place, in the order of the letters; those that read so already are left out.

    The work of a query. Raises `UserError` where the project cannot be read, or the expression
    is wrong.
    """
    store.flush()
    found: list[FoundPlace] = []
    with store.open_reader() as reader:
        ids = [what.letter_id] if what.letter_id is not None else reader.letter_ids(what.wanted)
        for start in range(0, len(ids), _AT_ONCE):
            if cancelled():
                return []
            some = ids[start : start + _AT_ONCE]
            found += _in_letters(store, reader, what, some, regular, cancelled)
            progress(min(len(ids), start + _AT_ONCE), "")
    return [] if cancelled() else found


def _in_letters(
    store: Store,
    reader: Reader,
    what: Replace,
    ids: Sequence[int],
    regular: RegularPlaces | None,
    cancelled: Cancelled,
) -> Iterator[FoundPlace]:
    found: dict[int, tuple[str, list[Match]]] = {}
    if what.find is not None and what.find.regular:
        assert regular is not None
        matched = {m[0]: m[1] for m in regular(what.find, store.path, ids, "text", cancelled, what.by)}
        for letter_id, _, text in reader.plain_texts(sorted(matched)):
            found[letter_id] = text, matched[letter_id]
    else:
        look = _looking(what)
        for letter_id, _, text in reader.plain_texts(ids):
            spans = look(text)
            if spans:
                found[letter_id] = text, [Match(*span, what.by) for span in spans]
    for letter_id, (text, places) in found.items():
        line = reader.letter_line(letter_id)
        title, apart = (line.title, line.apart) if line else ("", "")
        yield from _places(letter_id, (title, apart), text, places)


def _looking(what: Replace) -> Callable[[str], list[Span]]:
    if what.find is not None:
        return plain_finder(what.find).find
    reading = what.reading
    return lambda text: same_readings(text, reading) if reading in text else []


def _places(
    letter_id: int, name: tuple[str, str], text: str, matches: Sequence[Match]
) -> Iterator[FoundPlace]:
    for start, end, becomes in matches:
        if text[start:end] == becomes:
            continue
        left, right = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        title, apart = name
        at = Span(start, end)
        yield FoundPlace(letter_id, title, at, left, text[start:end], becomes, right, apart)


def correct_everywhere(
    store: Store,
    places: Sequence[FoundPlace],
    suspect: Suspect | None,
    stamp: Stamp,
    progress: Progress,
    cancelled: Cancelled = lambda: False,
) -> dict[int, Delta]:
    """Return what correcting the places does to each letter; nothing when it is cancelled.

    The work of an edit. Places that read otherwise, or whose letter is gone, are left alone.
    """
    store.flush()
    deltas: dict[int, Delta] = {}
    with store.open_reader() as reader:
        there = reader.versions(list({found.letter_id for found in places}))
        for number, (letter_id, group) in enumerate(groupby(places, lambda found: found.letter_id), 1):
            if cancelled():
                return {}
            if letter_id not in there:
                continue
            delta = _in_letter(reader.letter(letter_id), list(group), suspect, stamp)
            if delta:
                deltas[letter_id] = delta
            progress(number, "")
    return deltas


def places_now(places: Sequence[FoundPlace], since: Steps) -> list[FoundPlace]:
    """Return the places where they stand now; those that were changed since they were found are left out."""
    spans = ((found, since.carry(found.letter_id, found.span)) for found in places)
    return [replace(found, span=span) for found, span in spans if span is not None]


def replacing(what: Replace, places: Sequence[FoundPlace], found_at: int) -> Edit[None]:
    """Return the edit that corrects places; `found_at` is the state that they were found at."""

    def work(at: At) -> Outcome[None]:
        there = places_now(places, at.past.since(found_at))
        deltas = correct_everywhere(at.store, there, what.suspect, at.stamp, at.progress, at.cancelled)
        return Outcome(None, deltas, gone=len(places) - corrected(deltas))

    before = what.reading if what.find is None else what.find.text
    return Edit(lambda outcome: labels.corrected_all(before, what.by, corrected(outcome.deltas)), work)


def corrected(deltas: Mapping[int, Delta]) -> int:
    """Return at how many places deltas correct something."""
    return sum(len(delta.meant) for delta in deltas.values())


def _in_letter(letter: Letter, places: Sequence[FoundPlace], suspect: Suspect | None, stamp: Stamp) -> Delta:
    corrections: list[Correction] = []
    for found in places:
        start, end = found.span
        if letter.text[start:end] != found.before:
            continue
        made = replacement(letter, ReviewPlace(start, end, found.before, suspect), found.after)
        if not corrections or made.start >= corrections[-1].end:
            everywhere = Correction(
                made.start, made.end, made.before, made.after, made.kind, "everywhere", made.reason
            )
            corrections.append(everywhere)
    return correct(letter, corrections, stamp)
