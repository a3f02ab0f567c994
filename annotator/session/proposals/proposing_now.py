"""Proposals for many letters at once, for commands without a window: by several processes, in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from annotator.core.codebook_room import Room, room_of
from annotator.core.proposals import from_json
from annotator.jobs.pool import Pool, Request
from annotator.jobs.worker_count import FEW
from annotator.session.proposals.line_styles import styles_of
from annotator.session.proposals.overlay import engine_of
from annotator.session.tags.kept import LEARNT, LEARNT_KEY
from annotator.storage.proposals import save_proposals
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection
from annotator.structure.worker import propose_json_job

_SECONDS = 30.0  # for one letter
_AT_ONCE = 50  # letters whose proposals are kept in one transaction

Found = tuple[int, str, str]  # the letter, the text it had, what was found (JSON)


def propose_now(
    store: Store,
    letter_ids: Sequence[int],
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Make proposals for those of the letters that have none as they read now; return for how many.

    What was made is kept when the work is stopped; letters that nothing can be made of are passed over. It
    waits: not for the views' thread. Raises `UserError` where the project cannot be written.
    """
    with store.open_reader() as reader:
        codebook = reader.codebook()
        engine, room = engine_of(codebook, reader.setting(LEARNT_KEY)), room_of(codebook)
        wanted = [letter_id for letter_id in letter_ids if reader.proposals(letter_id, engine) is None]
        batch: list[Found] = []
        kept = 0
        for found in _found(_requests(reader, wanted, room), len(wanted), cancelled):
            batch.append(found)
            if len(batch) >= _AT_ONCE:
                kept += _keep(store, engine, batch)
                batch = []
                progress(kept, len(wanted))
                if cancelled():
                    break
        kept += _keep(store, engine, batch)
        progress(kept, len(wanted))
        return kept


def _requests(reader: Reader, letter_ids: Sequence[int], room: Room) -> Iterator[Request[tuple[int, str]]]:
    learnt = reader.setting(LEARNT)
    for letter_id in letter_ids:
        letter = reader.letter(letter_id)
        furniture = [(span.start, span.end) for span, _ in letter.furniture_spans()]
        styles = styles_of(reader, letter_id, letter)
        args = (letter.text, letter.page_starts(), furniture, room, styles, learnt)
        yield Request((letter_id, letter.text), propose_json_job, args, _SECONDS, 8 * len(letter.text))


def _found(
    requests: Iterator[Request[tuple[int, str]]], count: int, cancelled: Callable[[], bool]
) -> Iterator[Found]:
    if count <= FEW:
        for request in requests:
            if cancelled():
                return
            yield (*request.key, propose_json_job(*request.args))
        return
    with Pool() as pool:
        for (letter_id, text), answer in pool.answers(requests, cancelled):
            if isinstance(answer, str):
                yield letter_id, text, answer


def _keep(store: Store, engine: str, batch: Sequence[Found]) -> int:
    def job(connection: WriteConnection) -> int:
        return sum(
            save_proposals(connection, letter_id, text, engine, from_json(found))
            for letter_id, text, found in batch
        )

    return store.do(job) if batch else 0
