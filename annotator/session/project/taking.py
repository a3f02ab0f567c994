"""Whether a project takes changes now, and why not; how saving stands."""

from __future__ import annotations

from collections.abc import Callable, Collection

from annotator.core.document import Stamp
from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.session.project.events import Event, SaveState
from annotator.session.project.refusals import HELD, NOT_WRITTEN, READ_ONLY, REMOVED
from annotator.session.project.removals import Removals
from annotator.session.project.saving import Saving
from annotator.storage.store import Store


class Taking:
    """What a session says of itself before it takes a change."""

    store: Store
    analyst: str
    is_held: bool
    _clock: Callable[[], str]
    _saving: Saving
    _removals: Removals

    @property
    def read_only(self) -> bool:
        """Tell whether another program holds the project, or the file cannot be written."""
        return self.store.read_only

    @property
    def save_state(self) -> SaveState:
        """How saving stands."""
        return self._saving.state

    @property
    def saving(self) -> Event[SaveState]:
        """What tells how saving stands, whenever that changes."""
        return self._saving.changed

    @property
    def text_language(self) -> str:
        """The language that the project's letters are in."""
        from annotator.session.project.text_language import language_of

        return language_of(self.store.reader)

    def stamp(self) -> Stamp:
        """Return who works now, and the time."""
        return Stamp(self.analyst, self._clock())

    def tell_saved(self) -> None:
        """Tell that all is saved, and since when: after something that is no change, such as an import."""
        self._saving.show_if_saved()

    def refusal(self) -> Message | None:
        """Return why no change is taken now, None where one is."""
        if self.read_only:
            return READ_ONLY
        if self._saving.is_broken:
            return NOT_WRITTEN
        return HELD if self.is_held else None

    def require_taking(self, letters: Collection[int] = ()) -> None:
        """Raise UserError where no change is taken now, or none of one of these letters."""
        refusal = self.refusal()
        if refusal is None and not self._removals.removed.isdisjoint(letters):
            refusal = REMOVED
        if refusal is not None:
            raise UserError(refusal)
