"""What is proposed for the letters in memory, and with which models of tags."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.core.codebook import Codebook
from annotator.session.project.events import Event
from annotator.session.project.letters_at_hand import LettersAtHand
from annotator.session.project.taking import Taking
from annotator.session.proposals.overlay import engine_of
from annotator.session.tags.kept import LEARNT

if TYPE_CHECKING:
    from annotator.core.proposals import Proposed


class OpenProposals(Taking):
    """What a session says of proposals; none of it is a change."""

    codebook: Codebook
    letter_id: int | None
    closed: bool
    proposed: Event[int]
    learnt_changed: Event[None]
    letter_changed: Event[int]
    _hand: LettersAtHand
    _learnt: str | None
    _post: Callable[[Callable[[], None]], None]

    @property
    def engine(self) -> str:
        """The engine whose proposals are taken from the file: its version, the triggers, what was learnt."""
        return engine_of(self.codebook, self._hand.learnt_key)

    def learnt_models(self) -> str:
        """Return the models of tags that proposals are made with, as JSON."""
        if self._learnt is None:
            self._learnt = self.store.reader.setting(LEARNT)
        return self._learnt

    def take_learnt(self, key: str, models: str) -> None:
        """Propose by other models of tags from now on; nothing that could be undone."""
        if key != self._hand.learnt_key:
            self._hand.learnt_key, self._learnt = key, models
            self._hand.overlay.outdate()
            self.learnt_changed.emit(None)

    def knows_proposals(self, letter_id: int) -> bool:
        """Tell whether it is known what is proposed for a letter in memory as it reads now."""
        return self._hand.overlay.knows(letter_id)

    def proposals_of(self, letter_id: int) -> Proposed:
        """Return what is proposed for a letter in memory, decided on or not."""
        return self._hand.overlay.of(letter_id, self.codebook)

    def propose(self, letter_id: int, proposed: Proposed) -> None:
        """Take proposals for the open letter as it reads now: nothing that could be undone."""
        self._hand.overlay.put(letter_id, proposed)
        if letter_id == self.letter_id:
            self.proposed.emit(letter_id)

    def propose_in_memory(self, letter_id: int, text: str, proposed: Proposed) -> None:
        """Take proposals that were made in the background, where the letter is in memory and reads so."""
        held = self._hand.letters.get(letter_id)
        if held is not None and held.text == text:
            self.propose(letter_id, proposed)

    def told_of_proposals(self, letter_id: int) -> None:
        """Tell the views that the file has proposals for a letter; called in the writer's thread."""
        self._post(lambda: None if self.closed else self.letter_changed.emit(letter_id))
