"""Going through words instead of places: every distinct suspect reading of the project, decided once.

words = gather(store, progress, cancelled)          # away from the views' thread
places = places_of(store, words.words[0])           # the same
deltas = correct_places(store, ticked, "België", stamp, progress)
session.do_all(labels.corrected_all(word.reading, "België", len(ticked)), deltas)
session.store.submit(carry_over_job(kept))          # what the change left of the kept suspects
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from annotator.core import history, operations
from annotator.core.document import Letter, Stamp
from annotator.core.history import Correction, Delta
from annotator.core.text import Span
from annotator.language.channel import confusion_of
from annotator.language.interface import LearntState, Suggestion, Suspect
from annotator.language.record import suspects_from_json, suspects_to_json
from annotator.session.project.text_language import engine_of
from annotator.session.suspects.reviewing import ReviewPlace, moved, replacement
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.suspect_words import CachedSuspects, carry_over
from annotator.storage.writer import WriteConnection

_AT_ONCE = 500  # letters looked through between two looks at the cancel button
_CONTEXT = 100  # characters
_MOST_SUGGESTIONS = 9

Progress = Callable[[int, str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class SuspectWord:
    """A distinct suspect reading of the project.

    `reading` is as the OCR has it, a broken word with its line break as one `\n`; `likely` is the first
    suggestion ("" where there is none), `score` the engine's belief in it; `confusion` is what the OCR took
    for what (`é→ë`; "" for marks and broken words). `letters` are the ids of the letters it stands in,
    `sure` tells of how many places the engine is sure.
    """

    kind: str
    reading: str
    likely: str
    score: float
    confusion: str
    count: int
    letters: tuple[int, ...]
    sure: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells it from all others."""
        return self.kind, self.reading, self.likely


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A place of a suspect word: where it stands, what stands around it, and what is offered for it."""

    letter_id: int
    title: str
    date: str  # of the letter, ISO where it is known so; "" for none
    page: int  # counted from 1
    suspect: Suspect
    left: str
    right: str
    apart: str = ""  # what tells its letter from others of the same title

    @property
    def span(self) -> Span:
        """Return where it stands in the letter's text."""
        return Span(self.suspect.start, self.suspect.end)

    @property
    def key(self) -> tuple[str, str, str]:
        """Return the key of the word that it is a place of."""
        return _key_of(self.suspect)

    @property
    def reading(self) -> str:
        """Return the place's own text: line breaks as they are."""
        return self.suspect.text

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what is offered for it, the best first."""
        return self.suspect.suggestions[:_MOST_SUGGESTIONS]


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """All suspect words of a project. `unknown` tells how many letters were not looked at yet."""

    words: tuple[SuspectWord, ...] = ()
    unknown: int = 0

    @property
    def places(self) -> int:
        """Return how many places all words have together."""
        return sum(word.count for word in self.words)

    def kinds(self) -> Counter[str]:
        """Return how many places each kind of suspect has."""
        return _counted((word.kind, word.count) for word in self.words)

    def confusions(self) -> Counter[str]:
        """Return how many places each confusion has, `é→ë` before rarer ones with `most_common`."""
        return _counted((word.confusion, word.count) for word in self.words if word.confusion)


def most_frequent_first(words: Sequence[SuspectWord]) -> list[SuspectWord]:
    """Return the words in order: those with most places first."""
    return sorted(words, key=lambda word: (-word.count, -word.score, word.reading))


def surest_first(words: Sequence[SuspectWord]) -> list[SuspectWord]:
    """Return the words in order: those whose first suggestion is the surest first."""
    return sorted(words, key=lambda word: (-round(word.score, 2), -word.count, word.reading))


def _counted(pairs: Iterator[tuple[str, int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name, count in pairs:
        counts[name] += count
    return counts


@dataclass(slots=True)
class _Gathered:
    score: float = 0.0
    count: int = 0
    sure: int = 0
    letters: list[int] = field(default_factory=list)


def gather(
    store: Store, progress: Progress, cancelled: Cancelled, state: LearntState | None = None
) -> ReviewWords:
    """Return every distinct suspect reading of the project, most frequent first; none when cancelled.

    Taken from what is kept for the letters: letters that were not looked at yet are counted as `unknown`
    (`suspect_scan.LookingOver` looks at them). Words that `state` calls always right are left out. Called
    away from the views' thread. Raises `UserError` where the project cannot be read.
    """
    store.flush()
    right = frozenset(state.words if state is not None else ())
    found: defaultdict[tuple[str, str, str], _Gathered] = defaultdict(_Gathered)
    with store.open_reader() as reader:
        last, engine = reader.last_letter_id(), engine_of(reader)
        for after in range(0, last, _AT_ONCE):
            if cancelled():
                return ReviewWords()
            for row in reader.counted_readings(engine, after, _AT_ONCE):
                if row.kind == "break" or row.reading in right:
                    continue
                word = found[row.kind, shown_reading(row.reading), row.likely]
                word.score, word.count = max(word.score, row.score), word.count + row.places
                word.sure += row.sure
                word.letters.append(row.letter_id)
            progress(min(last, after + _AT_ONCE), "")
        unknown = reader.unknown_letters(engine)
    words = (
        SuspectWord(
            kind,
            reading,
            likely,
            word.score,
            confusion_of(reading, likely) if kind in ("word", "other") else "",
            word.count,
            tuple(dict.fromkeys(word.letters)),
            word.sure,
        )
        for (kind, reading, likely), word in found.items()
    )
    return ReviewWords(tuple(most_frequent_first(tuple(words))), unknown)


def shown_reading(reading: str) -> str:
    """Return a reading with each line break and the spaces beside it as one `\n`."""
    return re.sub(r"\s*\n\s*", "\n", reading)


def places_of(store: Store, word: SuspectWord) -> list[WordPlace]:
    """Return the places of a word as the letters are now, in the order of the letters.

    Called away from the views' thread where there may be many. Raises `UserError` where the project cannot be
    read.
    """
    store.flush()
    with store.open_reader() as reader:
        return list(_places(reader, word.letters, lambda suspect: _key_of(suspect) == word.key))


def sure_places(store: Store, words: Sequence[SuspectWord]) -> list[WordPlace]:
    """Return the places of these words where the engine is sure, in the order of the letters.

    Called away from the views' thread. Raises `UserError` where the project cannot be read.
    """
    store.flush()
    keys = {word.key for word in words}
    letters = sorted({letter for word in words for letter in word.letters})
    with store.open_reader() as reader:
        return list(
            _places(
                reader,
                letters,
                lambda suspect: suspect.sure and bool(suspect.suggestions) and _key_of(suspect) in keys,
            )
        )


def _places(reader: Reader, letters: Sequence[int], wanted: Callable[[Suspect], bool]) -> Iterator[WordPlace]:
    for start in range(0, len(letters), _AT_ONCE):
        for kept in reader.cached_suspects(engine_of(reader), letters[start : start + _AT_ONCE]):
            for suspect in kept_suspects(kept):
                if wanted(suspect):
                    low, high = suspect.start, suspect.end
                    yield WordPlace(
                        kept.letter_id,
                        kept.title,
                        kept.date,
                        max(1, bisect_right(kept.page_starts, low)),
                        suspect,
                        *_around(kept.text, low, high),
                        kept.apart,
                    )


def kept_suspects(kept: CachedSuspects) -> tuple[Suspect, ...]:
    """Return what is kept for a letter; nothing where the file is damaged there."""
    try:
        return suspects_from_json(kept.json, kept.text)
    except ValueError:
        return ()


def _around(text: str, low: int, high: int) -> tuple[str, str]:
    """Return what stands around a place, whole words only."""
    start, end = max(0, low - _CONTEXT), min(len(text), high + _CONTEXT)
    left, right = text[start:low], text[high:end]
    if start:
        left = re.sub(r"^\S*\s+(?=\S)", "", left)
    if end < len(text):
        right = re.sub(r"(?<=\S)\s+\S*$", "", right)
    return left, right


def _key_of(suspect: Suspect) -> tuple[str, str, str]:
    likely = suspect.suggestions[0].text if suspect.suggestions else ""
    return suspect.kind, shown_reading(suspect.text), likely


def correct_places(
    store: Store,
    places: Sequence[WordPlace],
    chosen: str,
    stamp: Stamp,
    progress: Progress,
) -> dict[int, Delta]:
    """Return what putting `chosen` at the places does to each letter: give it to `Session.do_all`.

    Called away from the views' thread, while nothing else is changed. Places that read otherwise by now are
    left alone. Broken words take their line break behind them.
    """
    return _corrected(store, places, lambda place: chosen, stamp, progress)


def correct_sure_places(
    store: Store, places: Sequence[WordPlace], stamp: Stamp, progress: Progress
) -> dict[int, Delta]:
    """Return what putting the first suggestion at each of the places does; as `correct_places`."""
    return _corrected(store, places, lambda place: place.suggestions[0].text, stamp, progress)


def _corrected(
    store: Store,
    places: Sequence[WordPlace],
    becomes: Callable[[WordPlace], str],
    stamp: Stamp,
    progress: Progress,
) -> dict[int, Delta]:
    def change(letter: Letter, group: Sequence[WordPlace]) -> Delta:
        corrections: list[Correction] = []
        for place in group:
            made = replacement(letter, ReviewPlace(*place.span, place.reading, place.suspect), becomes(place))
            if not corrections or made.start >= corrections[-1].end:
                corrections.append(
                    Correction(
                        made.start, made.end, made.before, made.after, made.kind, "everywhere", made.reason
                    )
                )
        return operations.correct(letter, corrections, stamp)

    return _changed(store, places, change, progress)


def judge_places(
    store: Store,
    word: SuspectWord,
    places: Sequence[WordPlace],
    verdict: str,
    stamp: Stamp,
    progress: Progress,
) -> dict[int, Delta]:
    """Return what the verdict does: "here" at each of the places, "always" at the first for all.

    Called away from the views' thread, while nothing else is changed.
    """
    chosen_places = places[:1] if verdict == "always" else places

    def change(letter: Letter, group: Sequence[WordPlace]) -> Delta:
        delta = Delta()
        for place in group:
            judged = operations.judge(place.span, place.reading, verdict, word.likely, stamp)
            delta = operations.joined(delta, judged) if delta else judged
        return delta

    return _changed(store, chosen_places, change, progress)


def _changed(
    store: Store,
    places: Sequence[WordPlace],
    change: Callable[[Letter, Sequence[WordPlace]], Delta],
    progress: Progress,
) -> dict[int, Delta]:
    store.flush()
    deltas: dict[int, Delta] = {}
    with store.open_reader() as reader:
        for number, (letter_id, group) in enumerate(groupby(places, lambda place: place.letter_id), 1):
            letter = reader.letter(letter_id)
            there = [place for place in group if letter.text[slice(*place.span)] == place.reading]
            if there and (delta := change(letter, there)):
                deltas[letter_id] = delta
            progress(number, "")
    return deltas


Kept = tuple[int, str, str, int]


def kept_after(
    store: Store,
    deltas: Mapping[int, Delta],
    judged: Sequence[WordPlace] = (),
    restored: Sequence[WordPlace] = (),
) -> list[Kept]:
    """Return what is left of the kept suspects after a change, so that they need not be found anew.

    Called away from the views' thread, before the change is made; give the answer to `carry_over_job`.
    `judged` are the places that a verdict settled, `restored` those that the change, an undo, brings back.
    """
    settled = {(place.letter_id, place.span) for place in judged}
    back: defaultdict[int, list[Suspect]] = defaultdict(list)
    for place in restored:
        back[place.letter_id].append(place.suspect)
    kept: list[Kept] = []
    with store.open_reader() as reader:
        engine = engine_of(reader)
        for letter_id, delta in deltas.items():
            for found in reader.cached_suspects(engine, (letter_id,)):
                left = [
                    suspect
                    for suspect in moved(kept_suspects(found), delta)
                    if (letter_id, Span(suspect.start, suspect.end)) not in settled
                ]
                taken = {(suspect.start, suspect.end) for suspect in left}
                again = [s for s in back[letter_id] if (s.start, s.end) not in taken]
                suspects = sorted((*left, *again), key=lambda suspect: suspect.start)
                text = history.replaced(found.text, delta.hunks)
                kept.append((letter_id, text, suspects_to_json(suspects), len(suspects)))
    return kept


def carry_over_job(kept: Sequence[Kept]) -> Callable[[WriteConnection], None]:
    """Return the job for `Store.submit` that puts the moved suspects in the place of those kept."""

    def job(connection: WriteConnection) -> None:
        carry_over(connection, kept)

    return job
