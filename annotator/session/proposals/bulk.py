"""Deciding on proposals of many letters at once, without reading whole letters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from annotator.core import operations
from annotator.core.codebook import Codebook
from annotator.core.codebook_room import several_fields, suited
from annotator.core.document import Letter, Stamp
from annotator.core.history import Delta
from annotator.core.messages import Message
from annotator.core.proposals import decided, laid_over
from annotator.session.project import labels
from annotator.session.project.operations import At, Edit, Outcome
from annotator.storage.reader import Reader
from annotator.storage.store import Store

W_contra = TypeVar("W_contra", contravariant=True)
_AT_ONCE = 500  # rows read at a time
_TOLD_EACH = 50  # letters

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


class Decide(Protocol[W_contra]):
    """Works out what deciding on proposals does."""

    def __call__(
        self,
        store: Store,
        codebook: Codebook,
        wanted: W_contra,
        stamp: Stamp,
        *,
        turn_down: bool,
        progress: Progress,
        cancelled: Cancelled,
    ) -> dict[int, Delta]:
        """Return the changes by letter."""


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


def passages_of(reader: Reader, ids: Sequence[int]) -> dict[int, list[str]]:
    """Return which proposed passages of the table these are, their uids by letter.

    The ids hold for one state: after a change one may be another passage's.
    """
    wanted: dict[int, list[str]] = {}
    for first in range(0, len(ids), _AT_ONCE):
        for row in reader.passage_rows(ids[first : first + _AT_ONCE]):
            if row.proposed:
                wanted.setdefault(row.letter_id, []).append(row.uid)
    return wanted


def proposed_passages(at: At, ids: Sequence[int]) -> dict[int, list[str]]:
    """Return which proposed passages of the table these are: the work of a query."""
    return passages_of(at.reader, ids)


def decide_on_passages(
    store: Store,
    codebook: Codebook,
    wanted: Mapping[int, Sequence[str]],
    stamp: Stamp,
    *,
    turn_down: bool = False,
    progress: Progress = lambda done: None,
    cancelled: Cancelled = lambda: False,
) -> dict[int, Delta]:
    """Return the changes that confirm these passages (their uids), or turn them down, by letter.

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
        return _decided_on(reader, codebook, wanted, steps, stamp, progress, cancelled)


def deciding(decide: Decide[W_contra], wanted: W_contra, *, turn_down: bool) -> Edit[int]:
    """Return the edit of `decide_on_values` or `decide_on_passages`; it tells how many were decided on."""

    def work(at: At) -> Outcome[int]:
        deltas = decide(
            at.store,
            at.codebook,
            wanted,
            at.stamp,
            turn_down=turn_down,
            progress=lambda done: at.progress(done, "") if done % _TOLD_EACH == 0 else None,
            cancelled=at.cancelled,
        )
        return Outcome(_count(deltas), deltas)

    def label(outcome: Outcome[int]) -> Message:
        return labels.decided_in_letters(outcome.told, len(outcome.deltas), turn_down=turn_down)

    return Edit(label, work)


def _count(deltas: Mapping[int, Delta]) -> int:
    return sum(
        sum(row.kind in ("value", "passage", "dismissal") for row in delta.rows) for delta in deltas.values()
    )


def _decided_on(
    reader: Reader,
    codebook: Codebook,
    letter_ids: Collection[int],
    steps: Callable[[int, Letter], Iterator[Delta]],
    stamp: Stamp,
    progress: Progress,
    cancelled: Cancelled,
) -> dict[int, Delta]:
    several = several_fields(codebook)
    deltas: dict[int, Delta] = {}
    there = reader.versions(list(letter_ids))
    for number, letter_id in enumerate(letter_ids):
        if cancelled():
            return {}
        progress(number)
        if letter_id not in there:
            continue
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
