"""The letters in memory: as they are, what is proposed for them, and their versions in the file."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping

from annotator.core import history
from annotator.core.codebook import Codebook
from annotator.core.document import Letter, Stamp
from annotator.core.history import Delta
from annotator.session.proposals.overlay import Overlay, engine_of
from annotator.session.tags.kept import LEARNT_KEY
from annotator.storage.store import Store

_KEPT = 40


class LettersAtHand:
    """Letters that were read last. Others are read from the file, after what was done to them is there."""

    def __init__(self, store: Store) -> None:
        self.overlay = Overlay()
        self.learnt_key = store.reader.setting(LEARNT_KEY)
        self._store = store
        self._letters: OrderedDict[int, Letter] = OrderedDict()
        self._versions: dict[int, int] = {}  # the content versions that the file has or will have

    @property
    def letters(self) -> Mapping[int, Letter]:
        """The letters as they are, without what is proposed."""
        return self._letters

    def __contains__(self, letter_id: int) -> bool:
        return letter_id in self._letters

    def __getitem__(self, letter_id: int) -> Letter:
        self._letters.move_to_end(letter_id)
        return self._letters[letter_id]

    def read(self, letter_id: int, codebook: Codebook, stays: int | None) -> None:
        """Read a letter from the file; those that were not asked for for long are let go, but `stays`."""
        reader = self._store.reader
        with reader.moment():
            letter, version = reader.letter(letter_id), reader.version(letter_id)
            made = reader.proposals(letter_id, engine_of(codebook, self.learnt_key))
            kept = reader.kept_proposals(letter_id) if made is None else made
        self._letters[letter_id], self._versions[letter_id] = letter, version
        self.overlay.put(letter_id, kept, current=made is not None)
        # While changes are on their way to the file, only the letters in memory have them.
        if len(self._letters) > _KEPT and not self._store.pending:
            for oldest in list(self._letters)[:-_KEPT]:
                if oldest != stays:
                    del self._letters[oldest], self._versions[oldest]

    def drop(self, ids: Iterable[int]) -> None:
        """Let letters go that are removed from the file."""
        for letter_id in ids:
            self._letters.pop(letter_id, None)
            self._versions.pop(letter_id, None)
            self.overlay.put(letter_id, None)

    def shown(self, letter_id: int, codebook: Codebook) -> Letter:
        """Return a letter with what is proposed laid over it."""
        return self.overlay.shown(letter_id, self._letters[letter_id], codebook)

    def decided(self, deltas: Mapping[int, Delta], codebook: Codebook, stamp: Stamp) -> dict[int, Delta]:
        """Return the changes of the letters themselves that changes of the letters as shown mean."""
        return {
            letter_id: self.overlay.decided(letter_id, self._letters.get(letter_id), delta, codebook, stamp)
            for letter_id, delta in deltas.items()
        }

    def after(self, deltas: Mapping[int, Delta]) -> dict[int, Letter]:
        """Return the letters in memory as they will be. Raises ValueError where a delta does not fit."""
        held = self._letters.keys() & deltas.keys()
        return {letter_id: history.apply(self._letters[letter_id], deltas[letter_id]) for letter_id in held}

    def take(self, letters: Mapping[int, Letter], deltas: Mapping[int, Delta]) -> None:
        """Take letters as they are after these deltas; what is proposed for them moves along."""
        for letter_id, letter in letters.items():
            self.overlay.follow(letter_id, deltas[letter_id], len(letter.text))
        self._letters.update(letters)

    def put(self, letter_id: int, letter: Letter) -> None:
        """Take one letter as it is now."""
        self._letters[letter_id] = letter

    def versions(self, ids: Collection[int], others: Mapping[int, int]) -> dict[int, int]:
        """Return the content versions that the file has, or will have; `others` are not in memory."""
        known = {**others, **self._versions}
        return {letter_id: known[letter_id] for letter_id in ids if letter_id in known}

    def count_up(self, ids: Iterable[int]) -> None:
        """Follow the content versions of letters whose text was changed, as the file counts them."""
        for letter_id in ids:
            self._versions[letter_id] += 1
