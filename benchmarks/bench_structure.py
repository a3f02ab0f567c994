"""Measure the proposals: the engine on a letter, the table of all letters, confirming a thousand at once.

Run: python benchmarks/bench_structure.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed. `tools/fit_headings.py` measures how good the proposals are: see docs/measurements/proposals.md.
"""

from __future__ import annotations

import queue
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.codebook_room import room_of
from annotator.core.document import new_letter
from annotator.core.messages import Message
from annotator.core.proposals import Proposed
from annotator.core.text import normalise
from annotator.jobs.lazy import LazyWorker, more_workers
from annotator.jobs.worker import Worker
from annotator.session import Session
from annotator.session.proposals.bulk import decide_on_values
from annotator.session.proposals.overlay import engine_of
from annotator.session.proposals.proposing import Proposing, ProposingForAll
from annotator.storage.letter_table import TableQuery
from annotator.storage.letters import add_letters
from annotator.storage.passage_table import PassageQuery
from annotator.storage.proposals import save_proposals
from annotator.storage.store import Store
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from annotator.structure.rows import as_proposed
from benchmarks.big_project import STAMP, kamerbrief_codebook, new_from, remove_project
from benchmarks.measuring import Figure, arguments, median, percentile, show, timed, work_folder

_SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "voortgang-kustwacht-2021.txt"
_LABEL = Message("Bench", "Confirm")


def bench_engine() -> Iterator[Figure]:
    """Yield how long the engine takes for a letter of six pages, warm."""
    raw = _SAMPLE.read_text(encoding="utf-8")
    head, _, rest = raw.partition("Stand van zaken")
    body, _, tail = rest.partition("Tot slot")
    pages = (body + "\n") * 2
    letter = normalise(f"{head}Stand van zaken{pages[: int(len(body) * 1.5)]}\nTot slot{tail}")
    text = LetterText(letter.text, letter.page_starts)
    propose(text)
    times = [timed(lambda: propose(text)) for _ in range(15)]
    lines = median([timed(lambda: [line.split() for line in letter.text.split("\n")]) for _ in range(15)])
    name = f"proposals for a letter of {len(letter.text) // 1000} kB, warm"
    yield Figure(name, median(times), 50, lines, "its words split")


def bench_all_letters(folder: Path, letters: int, more: Sequence[LazyWorker]) -> Iterator[Figure]:
    """Yield the figures of proposals for a whole project in the background, as the window makes them.

    `more` are the processes beside the window's own.
    """
    raw = _SAMPLE.read_text(encoding="utf-8")
    read = normalise(raw)
    path = folder / "all.kant"
    remove_project(path)
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    with Store.create(path, kamerbrief_codebook()) as store, closing(Worker()) as worker:
        session = Session(store, "bench", post=calls.put)
        new = [
            new_from(new_letter(read.text, read.page_starts, f"Brief {n}", STAMP), f"{n}.txt")
            for n in range(letters)
        ]
        store.do(lambda conn: add_letters(conn, new))
        for_all = ProposingForAll(session, Proposing(session, worker, calls.put), worker, more)
        before, begin = _memory(), time.perf_counter()
        held = [timed(for_all.start)]
        while for_all.running:
            call = calls.get()
            held.append(timed(call))
        store.flush()
        seconds = time.perf_counter() - begin
        text = LetterText(read.text, read.page_starts)
        alone = median([timed(lambda: propose(text)) for _ in range(15)]) * letters / 1000
        by = "one process" if not more else f"{1 + len(more)} processes"
        name = f"proposals for {letters:,} letters of {len(read.text) // 1000} kB, in the background by {by}"
        yield Figure(name, seconds, 60, alone, "the engine alone", "s")
        yield Figure("the same: what it holds up the window, longest", max(held), 16)
        yield Figure("the same: 99 of 100", percentile(held, 99))
        yield Figure("the same: memory that the window takes for it", _memory() - before, 50, unit="MB")


def _memory() -> float:
    """Return the memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def bench_tables(folder: Path, letters: int) -> Iterator[Figure]:
    """Yield the figures of the tables over many letters with proposals."""
    path = folder / "structure.kant"
    kept = proposed_project(path, letters)
    with Store.open(path) as store:
        session = Session(store, "bench")
        yield Figure("proposals kept, per letter", kept / letters)
        reader = store.reader
        plain = _plain(path)
        base = "sqlite3 reads the ids"
        by_date = timed(lambda: reader.table_ids(TableQuery(sort="letter_date")))
        yield Figure(f"table of {letters:,} letters, sorted by a field", by_date, 500, plain, base)
        filtered = timed(lambda: reader.table_ids(TableQuery(text="kustwacht", only="proposed")))
        yield Figure("the same, filtered by words and state", filtered, 1_000, plain, base)
        ids = reader.table_ids(TableQuery())
        pieces = [ids[n * 60 : n * 60 + 60] for n in range(10)]
        first = median([timed(lambda piece=piece: reader.table_rows(piece)) for piece in pieces])  # type: ignore[misc]
        yield Figure("60 rows of it", first, 16)
        passages = timed(lambda: reader.passage_ids(PassageQuery(tag="commitment")))
        yield Figure("table of all passages, one tag", passages, 500, plain, base)
        yield from _confirming(store, session, ids[:1_000])


def proposed_project(path: Path, letters: int) -> float:
    """Make a project of letters with proposals; return how many ms keeping those took."""
    read = normalise(_SAMPLE.read_text(encoding="utf-8"))
    proposed = as_proposed(
        read.text, propose(LetterText(read.text, read.page_starts)), room_of(kamerbrief_codebook())
    )
    remove_project(path)
    with Store.create(path, kamerbrief_codebook()) as store:
        new = [
            new_from(new_letter(read.text, read.page_starts, f"Brief {n}", STAMP), f"{n}.txt")
            for n in range(letters)
        ]
        store.do(lambda conn: add_letters(conn, new))
        engine = engine_of(store.reader.codebook())
        return timed(lambda: _keep_all(store, engine, proposed, read.text, letters))


def _keep_all(store: Store, engine: str, proposed: Proposed, text: str, letters: int) -> None:
    for letter_id in range(1, letters + 1):
        store.submit(
            lambda conn, letter_id=letter_id: save_proposals(conn, letter_id, text, engine, proposed)
        )
        if letter_id % 200 == 0:
            store.flush()
    store.flush()


def _confirming(store: Store, session: Session, ids: list[int]) -> Iterator[Figure]:
    fields = frozenset(field.id for field in session.codebook.value_fields())
    wanted = dict.fromkeys(ids, fields)
    start = time.perf_counter()
    deltas = decide_on_values(store, session.codebook, wanted, session.stamp())
    worked_out = (time.perf_counter() - start) * 1000
    start = time.perf_counter()
    held = timed(lambda: session.do_all(_LABEL, deltas))
    store.flush()
    written = (time.perf_counter() - start) * 1000
    yield Figure(
        f"all values of {len(ids):,} letters confirmed: worked out, in the background", worked_out, 20_000
    )
    yield Figure("the same: in the file", written, 20_000)
    yield Figure("the same: what it holds up the window", held, 100)


def _plain(path: Path) -> float:
    with closing(sqlite3.connect(path)) as conn:
        return timed(lambda: conn.execute("SELECT id FROM letter ORDER BY id").fetchall())


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    asked = parser.parse_args()
    figures = list(bench_engine())
    with work_folder(asked) as folder:
        more = more_workers()
        for beside in ([], more):
            figures += bench_all_letters(folder, min(1_000, asked.letters), beside)
        for each in more:
            each.close()
        figures += bench_tables(folder, asked.letters)
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
