"""Measure going through words: a project of 1,000 letters whose scanner reads one e in seven as an a.

The letters are made of the sentences of the sample letters. Twenty are corrected by hand; then all sure words
are corrected together, and what is left is counted: a key for each distinct reading.

Run: python benchmarks/bench_words.py [--letters 1000] [--json] [--folder DIR]. Exit code 1 when a bound is
missed. The baseline of the change is sqlite3 writing the texts alone.
"""

from __future__ import annotations

import random
import re
import sqlite3
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core import operations
from annotator.core.document import new_letter
from annotator.core.history import Correction
from annotator.core.messages import Message
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.suspects.suspect_scan import LookingOver
from annotator.session.suspects.suspecting import Suspecting
from annotator.session.words.review_words import carry_over_job, gather
from annotator.session.words.sure_words import sure_of, sure_words
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from benchmarks.big_project import STAMP, kamerbrief_codebook, new_from, remove_project
from benchmarks.measuring import Figure, arguments, show, timed, work_folder

_BY_HAND = 20
_SENTENCES = 14
_HABIT = ("e", "a", 0.15)
_LABEL = Message("Bench", "By hand")


class _Runner:
    """Runs jobs at once; what they tell waits until the caller takes it."""

    def submit(self, key: str, function: Callable[..., Any], *args: Any, done: Any, **_: object) -> None:
        done(function(*args))


def _sentences() -> list[str]:
    text = "\n\n".join(p.read_text("utf-8") for p in sorted(resource_path("sample").glob("*.txt")))
    joined = [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text)]
    return [s for p in joined for s in re.split(r"(?<=[.]) (?=[A-Z])", p) if len(s) > 40]


def _misread(text: str, chance: random.Random) -> str:
    true, read, rate = _HABIT
    return "".join(read if sign == true and chance.random() < rate else sign for sign in text)


def _correct(session: Session, letter_id: int, true: str) -> int:
    """Correct a letter by hand, word by word; return how many words."""
    session.open_letter(letter_id)
    assert session.letter is not None
    words = zip(re.finditer(r"\S+", session.letter.text), true.split(), strict=True)
    fixes = tuple(Correction(*m.span(), m.group(), word, "word") for m, word in words if m.group() != word)
    session.do(_LABEL, operations.correct(session.letter, fixes, session.stamp()))
    return len(fixes)


def _wrong(store: Store, truths: dict[int, str]) -> int:
    """Count the words of these letters that are not what stands on paper."""
    return sum(
        word != true
        for letter_id, text in truths.items()
        for word, true in zip(store.reader.letter(letter_id).text.split(), text.split(), strict=False)
    )


def bench_words(folder: Path, letters: int) -> Iterator[Figure]:
    """Yield the figures."""
    chance, sentences = random.Random(7), _sentences()
    true = ["\n".join(chance.sample(sentences, _SENTENCES)) + "\n" for _ in range(letters)]
    path = folder / "words.kant"
    remove_project(path)
    with Store.create(path, kamerbrief_codebook()) as store:
        made = [new_letter(_misread(text, chance), (0,), f"Letter {n}", STAMP) for n, text in enumerate(true)]
        store.do(lambda conn: add_letters(conn, [new_from(one, f"{n}.txt") for n, one in enumerate(made)]))
        session = Session(store, "bench")
        ids = store.reader.letter_ids()
        for letter_id, text in zip(ids[:_BY_HAND], true, strict=False):
            _correct(session, letter_id, text)
        store.flush()
        told: deque[Callable[[], None]] = deque()
        suspecting = Suspecting(session, _Runner(), told.append)  # type: ignore[arg-type]
        LookingOver(session, suspecting, _Runner()).start()  # type: ignore[arg-type]
        begin = time.perf_counter()
        while told:
            told.popleft()()
        store.flush()
        looked = (time.perf_counter() - begin) * 1000 / letters
        rest = dict(zip(ids[_BY_HAND:], true[_BY_HAND:], strict=True))
        before = _wrong(store, rest)
        begin = time.perf_counter()
        words = gather(store, lambda *_: None, lambda: False, suspecting.state)
        gathered = (time.perf_counter() - begin) * 1000
        asked = sure_words(store, sure_of(words.words), session.states.now)
        begin = time.perf_counter()
        work = asked.work_out(store, session.states.past(), session.stamp(), lambda *_: None)
        worked_out = (time.perf_counter() - begin) * 1000
        begin = time.perf_counter()
        held = timed(lambda: session.do_all(asked.label(work.count), work.deltas))
        store.submit(carry_over_job(work.kept))
        store.flush()
        written = (time.perf_counter() - begin) * 1000
        left = gather(store, lambda *_: None, lambda: False, suspecting.state)
        after = _wrong(store, rest)
    plain, base = _plain(folder, true), "sqlite3, texts alone"
    keys = (2 + len(left.words)) / (letters - _BY_HAND)
    yield Figure("a letter looked over, in the background", looked)
    yield Figure(
        f"{len(words.words):,} distinct readings at {words.places:,} places gathered", gathered, 2_000
    )
    yield Figure(f"all sure ones, {work.count:,} places: worked out, in the background", worked_out, 20_000)
    yield Figure("the same: what it holds up the window", held, 1_000)
    yield Figure("the same: in the file", written, 10_000, plain, base)
    yield Figure(f"wrong words in the other letters, of {before:,} before", after, unit="words")
    yield Figure("keys a letter: two for all sure ones, one for each reading left", keys, 10, unit="keys")


def _plain(folder: Path, texts: list[str]) -> float:
    path = folder / "plain-words.db"
    remove_project(path)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, text TEXT)")

        def write() -> None:
            conn.executemany("INSERT INTO letter (text) VALUES (?)", [(text,) for text in texts])
            conn.commit()

        return timed(write)


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=1_000)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        figures = list(bench_words(folder, asked.letters))
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
