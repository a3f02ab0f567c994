"""Many words decided together: each corrected to its own likely reading, where the engine is sure of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.document import Stamp
from annotator.core.messages import Message
from annotator.language.interface import SURE
from annotator.session import labels
from annotator.session.review_words import Progress, SuspectWord, correct_sure_places, kept_after, sure_places
from annotator.session.word_decisions import CORRECT, WorkedOut
from annotator.storage.store import Store


@dataclass(frozen=True, slots=True)
class SureWords:
    """What an analyst said of many words at once: each is corrected where its first suggestion is sure."""

    words: tuple[SuspectWord, ...]
    verdict: str = CORRECT
    chosen: str = ""

    @property
    def word(self) -> SuspectWord:
        """Return the first of them."""
        return self.words[0]

    def label(self, places: int) -> Message:
        """Return what the change is called in the history."""
        return labels.corrected_words(len(self.words), places)

    def work_out(self, store: Store, stamp: Stamp, progress: Progress) -> WorkedOut:
        """Return what the decision does: the work of an edit."""
        places = tuple(sure_places(store, self.words))
        deltas = correct_sure_places(store, places, stamp, progress)
        return WorkedOut(deltas, kept_after(store, deltas), places, ())


def sure_of(words: Sequence[SuspectWord]) -> tuple[SuspectWord, ...]:
    """Return the words that have a place of which the engine is sure, in their order."""
    return tuple(word for word in words if word.likely and word.score >= SURE)


def done_at(work: WorkedOut) -> Counter[tuple[str, str, str]]:
    """Return at how many places each word was decided, by its key."""
    return Counter(place.key for place in work.places)
