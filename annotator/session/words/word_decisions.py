"""Deciding suspect words one after the other, while the file is still being written: no waiting in between.

Places are read once and shown for a while; meanwhile decisions on other words move them. So each set of
places remembers the state that it was read at, and is carried over what happened since before it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from annotator.core.document import Stamp
from annotator.core.history import Delta
from annotator.core.messages import Message
from annotator.language.interface import LearntState
from annotator.session.project import labels
from annotator.session.project.states import Past, Steps
from annotator.session.suspects.learnt_state import read_state
from annotator.session.words.review_words import (
    Cancelled,
    Kept,
    Progress,
    ReviewWords,
    SuspectWord,
    WordPlace,
    correct_places,
    gather,
    judge_places,
    kept_after,
    places_of,
    surest_first,
)
from annotator.storage.store import Store

Write = Mapping[int, Delta]  # what one change did to each letter
CORRECT, HERE, ALWAYS = "correct", "here", "always"


@dataclass(frozen=True, slots=True)
class Overview:
    """All suspect words with what a view needs to order and filter them, worked out beforehand."""

    words: ReviewWords  # the most frequent first
    surest: tuple[SuspectWord, ...]
    kinds: tuple[tuple[str, int], ...]
    confusions: tuple[tuple[str, int], ...]
    state: LearntState


@dataclass(frozen=True, slots=True)
class Loaded:
    """The places of a word as they stood at a state of the project."""

    word: SuspectWord
    places: tuple[WordPlace, ...]
    seen: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst said of a word: `verdict` is "correct" (to `chosen`), "here" or "always".

    `places` are those it holds for, `left` those that were unticked, both as they stood at the state `seen`.
    """

    word: SuspectWord
    places: tuple[WordPlace, ...]
    left: tuple[WordPlace, ...]
    seen: int
    verdict: str
    chosen: str = ""

    @property
    def words(self) -> tuple[SuspectWord, ...]:
        """Return the words that are decided on: this one."""
        return (self.word,)

    def label(self, places: int) -> Message:
        """Return what the change is called in the history."""
        if self.verdict == CORRECT:
            return labels.corrected_all(self.word.reading, self.chosen, places)
        return labels.judged(self.word.reading, self.verdict)


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What a decision does to each letter; `places` and `left` as they stand just before."""

    deltas: dict[int, Delta]
    kept: list[Kept]
    places: tuple[WordPlace, ...]
    left: tuple[WordPlace, ...]

    @property
    def count(self) -> int:
        """Return at how many places something changes."""
        return sum(len(delta.meant) or 1 for delta in self.deltas.values())


def overview(store: Store, progress: Progress, cancelled: Cancelled) -> Overview:
    """Return all suspect words as they are now. Called away from the views' thread."""
    store.flush()
    with store.open_reader() as reader:
        state = read_state(reader)
    words = gather(store, progress, cancelled, state)
    return Overview(
        words,
        tuple(surest_first(words.words)),
        tuple(words.kinds().most_common()),
        tuple(words.confusions().most_common()),
        state,
    )


def load(store: Store, word: SuspectWord, known: Loaded | None, past: Past) -> Loaded:
    """Return the places of a word; of letters that came since only, where the others are known already.

    The work of a query.
    """
    if known is None:
        return Loaded(word, tuple(places_of(store, word)), past.now)
    had = set(known.word.letters)
    more = replace(word, letters=tuple(letter for letter in word.letters if letter not in had))
    places = moved_places(known.places, past.since(known.seen))
    return Loaded(word, (*places, *places_of(store, more)), past.now)


def moved_places(places: Iterable[WordPlace], since: Steps) -> tuple[WordPlace, ...]:
    """Return the places where they stand now; those that were changed since they were read are left out."""
    there = []
    for place in places:
        span = since.carry(place.letter_id, place.span)
        if span is not None:
            there.append(replace(place, suspect=replace(place.suspect, start=span.start, end=span.end)))
    return tuple(there)


def work_out(store: Store, decision: Decision, past: Past, stamp: Stamp, progress: Progress) -> WorkedOut:
    """Return what a decision does: the work of an edit."""
    since = past.since(decision.seen)
    places, left = moved_places(decision.places, since), moved_places(decision.left, since)
    if decision.verdict == CORRECT:
        deltas = correct_places(store, places, decision.chosen, stamp, progress)
        return WorkedOut(deltas, kept_after(store, deltas), places, left)
    deltas = judge_places(store, decision.word, places, decision.verdict, stamp, progress)
    settled = places if decision.verdict == HERE else ()
    return WorkedOut(deltas, kept_after(store, deltas, settled), places, left)


def work_back(store: Store, done: WorkedOut) -> tuple[Write, list[Kept]]:
    """Return what undoing does to each letter, and which suspects are there again then."""
    back = {letter_id: delta.inverse() for letter_id, delta in done.deltas.items()}
    return back, kept_after(store, back, restored=done.places)
