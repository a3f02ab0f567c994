"""Proposals laid over the letters that the views get, and taken out of the changes that they make."""

from __future__ import annotations

from collections import OrderedDict

from annotator.core.codebook import Codebook
from annotator.core.codebook_room import room_of, several_fields, suited
from annotator.core.document import Letter, Stamp
from annotator.core.history import Delta
from annotator.core.proposal_places import moved
from annotator.core.proposals import NOTHING_PROPOSED, Proposed, decided, laid_over, shown_proposals
from annotator.structure.version import VERSION

_KEPT = 40


def engine_of(codebook: Codebook, learnt: str = "") -> str:
    """Return the version of the engine, of the codebook's room, and of what was learnt of its tags.

    Another one makes other proposals.
    """
    return f"{VERSION}+{room_of(codebook).key}" + (f"+{learnt}" if learnt else "")


class Overlay:
    """What is proposed for the letters in memory; a letter with nothing proposed is shown as it is."""

    def __init__(self) -> None:
        self._held: OrderedDict[int, Proposed] = OrderedDict()
        self._older: set[int] = set()  # letters whose proposals were made for another text, and moved along
        self._suited: tuple[Proposed, Codebook, Proposed] | None = None
        self._shown: tuple[Letter, Proposed, Letter] | None = None
        self._ahead: tuple[Letter, Codebook, Letter] | None = None

    def put(self, letter_id: int, proposed: Proposed | None, *, current: bool = True) -> None:
        """Keep what is proposed for a letter as it reads now; None where that is unknown.

        Without `current` they were made for what it read before: they are shown until there are others.
        """
        self._held.pop(letter_id, None)
        self._older.discard(letter_id)
        if proposed is not None:
            self._held[letter_id] = proposed
            if not current:
                self._older.add(letter_id)
            while len(self._held) > _KEPT:
                self._older.discard(self._held.popitem(last=False)[0])

    def outdate(self) -> None:
        """Let nothing count as known: the codebook has room for other proposals now."""
        self._older |= self._held.keys()

    def knows(self, letter_id: int) -> bool:
        """Tell whether it is known what is proposed for a letter as it reads now."""
        return letter_id in self._held and letter_id not in self._older

    def of(self, letter_id: int, codebook: Codebook) -> Proposed:
        """Return what is proposed for a letter and has its place in the codebook, decided on or not."""
        held = self._held.get(letter_id, NOTHING_PROPOSED)
        if not held:
            return held
        if self._suited is None or self._suited[0] is not held or self._suited[1] is not codebook:
            self._suited = (held, codebook, suited(held, codebook))
        return self._suited[2]

    def shown(self, letter_id: int, letter: Letter, codebook: Codebook) -> Letter:
        """Return the letter with its open proposals laid over it."""
        proposed = self.of(letter_id, codebook)
        if not proposed:
            return letter
        if self._shown is None or self._shown[0] is not letter or self._shown[1] is not proposed:
            self._shown = (letter, proposed, laid_over(letter, proposed, several_fields(codebook)))
        return self._shown[2]

    def ahead(self, letter: Letter, delta: Delta, base: Proposed | None, codebook: Codebook) -> Letter:
        """Return a letter as it will be shown after a change that is not made yet; `base` as in `follow`."""
        if not base:
            return letter
        if self._ahead is None or self._ahead[0] is not letter or self._ahead[1] is not codebook:
            proposed = suited(moved(base, delta, len(letter.text)) if delta.hunks else base, codebook)
            shown = laid_over(letter, proposed, several_fields(codebook)) if proposed else letter
            self._ahead = (letter, codebook, shown)
        return self._ahead[2]

    def decided(
        self, letter_id: int, letter: Letter | None, delta: Delta, codebook: Codebook, stamp: Stamp
    ) -> Delta:
        """Return what a change of the letter as it was shown means for the letter itself."""
        if letter is None:
            if shown_proposals(delta):
                raise ValueError("proposals of a letter that is not at hand cannot be decided on")
            return delta
        proposed = self.of(letter_id, codebook)
        shown = self.shown(letter_id, letter, codebook)
        return decided(letter, shown, delta, proposed, stamp)

    def follow(self, letter_id: int, delta: Delta, length: int, base: Proposed | None = None) -> None:
        """Move the proposals along with a change of the text; `base` is the letter before the change."""
        held = base if base is not None else self._held.get(letter_id)
        if held is not None and delta.hunks:
            self._held[letter_id] = moved(held, delta, length)
            self._older.add(letter_id)

    def held(self, letter_id: int) -> Proposed | None:
        """Return what is proposed for a letter as it was put in, moved along since."""
        return self._held.get(letter_id)
