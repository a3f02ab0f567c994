"""Many words decided together: each corrected to its own likely reading, where the engine is sure of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.document import Stamp
from annotator.core.history import Delta
from annotator.core.messages import Message
from annotator.session.project import labels
from annotator.session.project.states import Past
from annotator.session.words.review_words import (
    Progress,
    SuspectWord,
    WordPlace,
    correct_sure_places,
    kept_after,
    sure_places,
)
from annotator.session.words.word_decisions import CORRECT, WorkedOut, moved_places
from annotator.storage.store import Store


@dataclass(frozen=True, slots=True)
class SureWords:
    """What an analyst said of many words at once: each is corrected where its first suggestion is sure.

    `places` are those, as they stood at the state `seen`; the count of each word is that of its places here.
    """

    words: tuple[SuspectWord, ...]
    places: tuple[WordPlace, ...]
    seen: int
    verdict: str = CORRECT
    chosen: str = ""

    @property
    def word(self) -> SuspectWord:
        """Return the first of them."""
        return self.words[0]

    def without(self, decided: Container[tuple[str, str, str]]) -> SureWords:
        """Return the same for the words whose keys are not among these."""
        return replace(
            self,
            words=tuple(word for word in self.words if word.key not in decided),
            places=tuple(place for place in self.places if place.key not in decided),
        )

    def label(self, places: int) -> Message:
        """Return what the change is called in the history."""
        return labels.corrected_words(len(self.words), places)

    def work_out(self, store: Store, past: Past, stamp: Stamp, progress: Progress) -> WorkedOut:
        """Return what the decision does: the work of an edit."""
        places = moved_places(self.places, past.since(self.seen))
        deltas = correct_sure_places(store, places, stamp, progress)
        done = tuple(place for place in places if _is_corrected(place, deltas))
        return WorkedOut(deltas, kept_after(store, deltas), done, ())


def _is_corrected(place: WordPlace, deltas: Mapping[int, Delta]) -> bool:
    delta = deltas.get(place.letter_id)
    start, end = place.span
    return delta is not None and any(made.start <= start and end <= made.end for made in delta.meant)


def sure_words(store: Store, words: Sequence[SuspectWord], state: int) -> SureWords:
    """Return what would be corrected of these words: the work of a query. It promises what it does."""
    places = tuple(sure_places(store, words))
    at = Counter(place.key for place in places)
    asked = tuple(replace(word, count=at[word.key]) for word in words if at[word.key])
    return SureWords(asked, places, state)


def sure_of(words: Sequence[SuspectWord]) -> tuple[SuspectWord, ...]:
    """Return the words that have a place of which the engine is sure, in their order."""
    return tuple(word for word in words if word.sure)


def done_at(work: WorkedOut) -> Counter[tuple[str, str, str]]:
    """Return at how many places each word was decided, by its key."""
    return Counter(place.key for place in work.places)
