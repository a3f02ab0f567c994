"""A learnt state made ready for looking things up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from copy import copy
from difflib import SequenceMatcher

from annotator.core.folding import plain_signs
from annotator.language.candidates import Candidates
from annotator.language.channel import Channel
from annotator.language.interface import LearntState
from annotator.language.lexicon import Lexicon

# A correction of a reading that is a word by itself becomes a suspicion only when it was made so often.
_TIMES_TO_DOUBT_A_WORD = 2
# A reading judged right here in so many places is left alone from then on.
_TIMES_TO_TRUST = 3
_FREQUENT = 300
_LONGEST_WORD = 200  # characters
_ALIKE = 0.5  # less alike, the analyst wrote something else rather than what stands on paper


class Learnt:
    """What one learnt state says of a reading."""

    def __init__(self, state: LearntState, lexicon: Lexicon, general: Candidates) -> None:
        self.state = state
        self._lexicon = lexicon
        self.candidates = general.under(general.channel.learnt(state.corrections))
        self._words = frozenset(map(plain_signs, state.words))
        self._corrected: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for read, after, kind, times in state.corrections:
            before = plain_signs(read)
            if before != after and kind in ("word", "other") and _is_of_a_word(before, after):
                self._corrected[before][after] += times
        self._turned_down: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for reading, suggestion, times in state.rejected:
            self._turned_down[plain_signs(reading)][suggestion] += times

    def of_letter(self, habits: Mapping[tuple[str, str], int], text: str) -> Learnt:
        """Return the same for a letter in which the OCR has these habits, each seen so often."""
        channel = self.channel.of_letter(habits, text)
        if channel is self.channel:
            return self
        other = copy(self)
        other.candidates = self.candidates.under(channel)
        return other

    @property
    def channel(self) -> Channel:
        """Return what the OCR reads for what, habits included."""
        return self.candidates.channel

    def is_project_word(self, word: str) -> bool:
        """Tell whether an analyst called the word always right, be it here with a capital."""
        if word in self._words:
            return True
        first = 2 if word[:2] == "IJ" else 1
        return word[:1].isupper() and word[:first].lower() + word[first:] in self._words

    def corrections_of(self, reading: str) -> Counter[str]:
        """Return what the reading was corrected to, and how often."""
        return self._corrected.get(reading, Counter())

    def doubts(self, reading: str) -> bool:
        """Tell whether the reading was corrected often enough to be doubted for that alone.

        A word only when it was corrected more than once, a frequent word never: where `is` became `was`, the
        next `is` is no more doubtful than before.
        """
        if reading not in self._corrected or self._lexicon.count(reading) > _FREQUENT:
            return False
        corrected, kept = self.corrections_of(reading).total(), self.times_kept(reading)
        least = _TIMES_TO_DOUBT_A_WORD if self._lexicon.knows(reading) else 1
        return corrected >= least and corrected > kept

    def times_kept(self, reading: str) -> int:
        """Return in how many places the reading was judged right."""
        return self._turned_down.get(reading, Counter()).total()

    def trusts(self, reading: str) -> bool:
        """Tell whether the reading was judged right so often that it is no suspect any more."""
        return self.times_kept(reading) >= _TIMES_TO_TRUST and not self.corrections_of(reading)

    def leaves_alone(self, reading: str) -> bool:
        """Tell whether the analysts called the reading right, always or often enough."""
        return self.is_project_word(reading) or self.trusts(reading)

    def times_rejected(self, reading: str, suggestion: str) -> int:
        """Return how often the suggestion was turned down for the reading."""
        return self._turned_down.get(reading, Counter())[suggestion]


def _is_of_a_word(before: str, after: str) -> bool:
    """Tell whether a correction says what one misread word stands for, here and elsewhere."""
    if not 2 <= len(before) <= _LONGEST_WORD or len(after) > _LONGEST_WORD:
        return False
    if len(before.split()) != 1 or not after.strip() or "\n" in before + after:
        return False
    return SequenceMatcher(None, before, after, autojunk=False).ratio() >= _ALIKE
