"""Deciding on proposals of many letters at once, without bringing the letters into memory first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from annotator.core import operations
from annotator.core.codebook import Codebook
from annotator.core.document import Letter, Stamp
from annotator.core.history import Delta
from annotator.core.proposals import decided, laid_over, several_fields, suited
from annotator.storage.reader import Reader
from annotator.storage.store import Store

_AT_ONCE = 500  # rows read at a time

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


def decide_on_values(
    store: Store,
    codebook: Codebook,
    wanted: Mapping[int, Collection[str]],
    stamp: Stamp,
    *,
    turn_down: bool = False,
    progress: Progress = lambda done: None,
    cancelled: Cancelled = lambda: False,
) -> dict[int, Delta]:
    """Return the changes that confirm what is proposed for these fields, or turn it down, by letter.

    For a thread of its own. Nothing where it was cancelled.
    """

    def steps(letter_id: int, shown: Letter) -> Iterator[Delta]:
        for uid, value in shown.values.items():
            if value.state == "proposed" and value.field in wanted[letter_id]:
                yield (
                    operations.drop_value(shown, uid)
                    if turn_down
                    else operations.confirm_value(shown, uid, stamp)
                )

    with store.open_reader() as reader:
        return _decided_on(reader, codebook, wanted, steps, stamp, progress, cancelled)


def decide_on_passages(
    store: Store,
    codebook: Codebook,
    ids: Sequence[int],
    stamp: Stamp,
    *,
    turn_down: bool = False,
    progress: Progress = lambda done: None,
    cancelled: Cancelled = lambda: False,
) -> dict[int, Delta]:
    """Return the changes that confirm these passages of the table (their ids), or turn them down, by letter.

    Passages that are gone by now, or confirmed, are passed over. For a thread of its own.
    """

    def steps(letter_id: int, shown: Letter) -> Iterator[Delta]:
        for uid in wanted[letter_id]:
            if uid in shown.passages and shown.passages[uid].state == "proposed":
                yield (
                    operations.remove_passage(shown, uid)
                    if turn_down
                    else operations.confirm_passage(shown, uid, stamp)
                )

    with store.open_reader() as reader:
        wanted: dict[int, list[str]] = {}
        for first in range(0, len(ids), _AT_ONCE):
            for row in reader.passage_rows(ids[first : first + _AT_ONCE]):
                if row.proposed:
                    wanted.setdefault(row.letter_id, []).append(row.uid)
        return _decided_on(reader, codebook, wanted, steps, stamp, progress, cancelled)


def _decided_on(
    reader: Reader,
    codebook: Codebook,
    letter_ids: Iterable[int],
    steps: Callable[[int, Letter], Iterator[Delta]],
    stamp: Stamp,
    progress: Progress,
    cancelled: Cancelled,
) -> dict[int, Delta]:
    several = several_fields(codebook)
    deltas: dict[int, Delta] = {}
    for number, letter_id in enumerate(letter_ids):
        if cancelled():
            return {}
        progress(number)
        with reader.moment():
            # What the table shows: also what was found before, by an older version or in an older text.
            letter, found = reader.letter(letter_id), reader.kept_proposals(letter_id)
        if found is None:
            continue
        proposed = suited(found, codebook)
        shown = laid_over(letter, proposed, several)
        delta = Delta()
        for step in steps(letter_id, shown):
            delta = operations.joined(delta, step)
        if delta:
            deltas[letter_id] = decided(letter, shown, delta, proposed, stamp)
    return deltas
