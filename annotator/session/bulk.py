"""Confirming proposed values of many letters at once, without bringing them all into memory first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from annotator.core import operations
from annotator.core.codebook import Codebook
from annotator.core.document import Stamp
from annotator.core.history import Delta
from annotator.core.proposals import decided, laid_over, several_fields, suited
from annotator.storage.store import Store


def confirming(
    store: Store,
    codebook: Codebook,
    engine: str,
    wanted: Mapping[int, Sequence[str]],
    stamp: Stamp,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[int, Delta]:
    """Return the changes that confirm the proposed values with these uids, by letter.

    Proposals that are gone by now are passed over. For a thread of its own.
    """
    several = several_fields(codebook)
    deltas: dict[int, Delta] = {}
    with store.open_reader() as reader:
        for letter_id, uids in wanted.items():
            if cancelled():
                return {}
            letter, found = reader.letter(letter_id), reader.proposals(letter_id, engine)
            if found is None:
                continue
            proposed = suited(found, codebook)
            shown = laid_over(letter, proposed, several)
            delta = Delta()
            for uid in uids:
                if uid in shown.values:
                    delta = operations.joined(delta, operations.confirm_value(shown, uid, stamp))
            if delta:
                deltas[letter_id] = decided(letter, shown, delta, proposed, stamp)
    return deltas
