"""Open spoilt and hostile project files by the thousand: each is refused in a sentence or harmless.

    python tools/fuzz_project.py [--rounds 2000] [--seed 1] [--windows 40]

Each round changes a project at random, in its bytes, its columns or its tables, and reads all that the
program reads of it. No round may take more than 20 seconds of the processor, raise anything but a problem,
or change the file. `--windows` of the rounds also use it in the window (without a screen), with settings that
may be spoilt, too: all letters, commands, tables, panels and exports, within 90 seconds and 900 MB. Exit code
1 where one fails.
"""

from __future__ import annotations

import argparse
import faulthandler
import inspect
import itertools
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.fuzz_values import MUTATIONS as OF_VALUES  # noqa: E402
from tools.fuzz_values import columns, loosen, tables  # noqa: E402
from tools.fuzz_window import show_in_window  # noqa: E402

_SECONDS = 20
_WINDOW_SECONDS = 90
_PATIENCE = 10  # times as long on the clock
_PAGE = 4096
_BOMB = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id, x AS letter_id FROM n"
)


# --- making one bad ----------------------------------------------------------------------------------------


def flipped(path: Path, chance: random.Random) -> None:
    """Change some bytes anywhere, more often near the begin of a page, where its structure is."""
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 2, 5, 20, 200))):
        at = chance.randrange(len(content))
        if chance.random() < 0.6:
            at = min(len(content) - 1, at // _PAGE * _PAGE + chance.randrange(120))
        content[at] = chance.choice((0, 255, 128, 1, chance.randrange(256)))
    path.write_bytes(content)


def page_spoilt(path: Path, chance: random.Random) -> None:
    """Fill a page with nonsense, zeros, or another page."""
    content = bytearray(path.read_bytes())
    pages = len(content) // _PAGE
    for _ in range(chance.choice((1, 1, 3))):
        at, other = chance.randrange(pages) * _PAGE, chance.randrange(pages) * _PAGE
        filling = (bytes(_PAGE), chance.randbytes(_PAGE), content[other : other + _PAGE])
        content[at : at + _PAGE] = chance.choice(filling)
    path.write_bytes(content)


def cut(path: Path, chance: random.Random) -> None:
    """Cut the file off, or add to it."""
    content = path.read_bytes()
    if chance.random() < 0.7:
        path.write_bytes(content[: chance.randrange(len(content))])
    else:
        path.write_bytes(content + chance.randbytes(chance.randrange(1, 9000)))


def header_spoilt(path: Path, chance: random.Random) -> None:
    """Change the first hundred bytes: page size, versions, counts, encoding, marks."""
    content = bytearray(path.read_bytes())
    content[chance.randrange(16, 100)] = chance.randrange(256)
    path.write_bytes(content)


VALUES = (
    "NULL",
    "-1",
    "0",
    "1",
    "-9223372036854775808",
    "9223372036854775807",
    "1e308",
    "9e999",
    "-0.5",
    "''",
    "'x'",
    "'\x1b[31m'",
    "char(0, 1, 8232)",
    "CAST(x'ff80fe' AS TEXT)",
    "CAST(x'eda080' AS TEXT)",
    "x'00ff'",
    "zeroblob(3000000)",
    "replace(hex(zeroblob(60000)), '00', '[')",
    "replace(hex(zeroblob(20000)), '00', '{\"a\":')",
    "replace(hex(zeroblob(3000)), '00', '9')",
    "'[]'",
    "'{}'",
    "'[null, 1, {\"start\": -3}]'",
    '\'[["A", "{x}", {"y": 1}]]\'',
    '\'["A", "{x.__class__} {y}", {"x": []}]\'',
    '\'{"kind": "x", "hunks": [[5, 1, "a"]], "rows": [3]}\'',
    "'null'",
    "'<img src=\"file:///etc/passwd\">'",
    "replace(hex(zeroblob(300000)), '00', 'a ')",
)


def column_spoilt(path: Path, chance: random.Random) -> None:
    """Put nonsense into one column, the next one of the project each time: in the end into every one."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        loosen(conn)
        every = columns(conn)
        table, column = every[next(_TURN) % len(every)]
        which = chance.choice(("1", "random() % 2"))
        with suppress(sqlite3.Error):
            conn.execute(f'UPDATE {table} SET "{column}" = {chance.choice(VALUES)} WHERE {which}')


_TURN = itertools.count()


def values_spoilt(path: Path, chance: random.Random) -> None:
    """Put nonsense into columns, past NOT NULL and the declared type."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        loosen(conn)
        for _ in range(chance.choice((1, 1, 2, 5))):
            table = chance.choice(tables(conn))
            columns = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
            column, value = chance.choice(columns), chance.choice(VALUES)
            which = chance.choice(("1", "rowid % 2", "random() % 3 = 0"))
            with suppress(sqlite3.Error):
                conn.execute(f'UPDATE {table} SET "{column}" = {value} WHERE {which}')


def schema_spoilt(path: Path, chance: random.Random) -> None:
    """Change what tables are: triggers, views, virtual and computed tables in their place, columns gone."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        names = tables(conn)
        table = chance.choice(names)
        column = chance.choice([row[1] for row in conn.execute(f"PRAGMA table_info({table})")])
        view = chance.choice(("letters", "passages", "sections", "form_values", "corrections", "changes"))
        heavy = "length(hex(zeroblob(400000000)))"
        statements = chance.choice(
            (
                (f"CREATE TRIGGER t AFTER UPDATE ON {table} BEGIN DELETE FROM letter; END",),
                (f"CREATE TRIGGER t INSTEAD OF INSERT ON {view} BEGIN DELETE FROM letter; END",),
                (f"DROP TABLE {table}",),
                (f"DROP TABLE {table}", f"CREATE VIEW {table} AS {_BOMB}"),
                (f"DROP TABLE {table}", f"CREATE VIRTUAL TABLE {table} USING fts5(id, letter_id, text)"),
                (f"DROP TABLE {table}", f"CREATE TABLE {table} (id, letter_id)"),
                (f'ALTER TABLE {table} DROP COLUMN "{column}"',),
                (f"ALTER TABLE {table} ADD COLUMN more TEXT DEFAULT 'x'",),
                (f"ALTER TABLE {table} ADD COLUMN g AS ({heavy}) VIRTUAL",),
                (f"CREATE INDEX i ON {table}(length(hex({column})))",),
                (f"CREATE INDEX i ON {table}({column}) WHERE {column} > abs({column})",),
                (f"DROP VIEW {view}", f"CREATE VIEW {view} AS {_BOMB}"),
                (f"DROP VIEW {view}", f"CREATE TABLE {view} (id)"),
                (f"DROP VIEW {view}", f"CREATE VIEW {view} AS SELECT load_extension('/tmp/x') AS id"),
                ("CREATE VIEW other AS " + _BOMB,),
                ("CREATE VIRTUAL TABLE other USING fts5(x)",),
                (f"CREATE TABLE other (x CHECK ({heavy} > 0))", "INSERT INTO other VALUES (1)"),
                ("PRAGMA application_id = 99",),
                (f"PRAGMA user_version = {chance.choice((0, 1, 77, -1))}",),
                ("DELETE FROM _sqlite_migrations",),
                ("DELETE FROM _sqlite_migrations WHERE id > 1",),
                ("PRAGMA encoding = 'UTF-16'", "VACUUM"),
                ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 65536", "VACUUM"),
            )
        )
        with suppress(sqlite3.Error):
            for statement in statements:
                conn.execute(statement)
        if chance.random() < 0.3:
            with suppress(sqlite3.Error):
                conn.execute("PRAGMA writable_schema = ON")
                added = chance.choice(("( x, ", f"(x INTEGER CHECK ({heavy} > 0), "))
                conn.execute(
                    "UPDATE sqlite_schema SET sql = replace(sql, '(', ?) WHERE name = ?", (added, table)
                )


def rows_spoilt(path: Path, chance: random.Random) -> None:
    """Remove rows that others rely on, double them, or make thousands."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        table = chance.choice(tables(conn))
        columns = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
        kept = ", ".join(f'"{column}"' for column in columns if column != "id")
        with suppress(sqlite3.Error):
            if chance.random() < 0.5:
                conn.execute(f"DELETE FROM {table} WHERE random() % 2")
            else:
                conn.execute(f"INSERT OR IGNORE INTO {table} ({kept}) SELECT {kept} FROM {table}")


Mutation = Callable[[Path, random.Random], None]
MUTATIONS: tuple[Mutation, ...] = (
    flipped,
    page_spoilt,
    cut,
    header_spoilt,
    values_spoilt,
    values_spoilt,
    values_spoilt,
    schema_spoilt,
    schema_spoilt,
    rows_spoilt,
    column_spoilt,
    column_spoilt,
    *OF_VALUES,
    *OF_VALUES,
)


# --- reading it --------------------------------------------------------------------------------------------


def read_all(path: Path) -> str:
    """Read all that the program reads of a project; return how it went. Raises what must not be raised."""
    from annotator.core.user_errors import UserError
    from annotator.session import Session
    from annotator.storage.check import check, quick_check
    from annotator.storage.store import Store

    told = "opened"
    try:
        with Store.open(path) as store:
            problems = [*read_by_reader(store.reader), *read_by_session(Session(store, "jan"))]
            told = "opened, with problems" if problems else told
    except UserError:
        told = "refused"
    for look in (check, quick_check):
        with suppress(UserError):
            for fault in look(path):
                str(fault)
    return told


def read_by_reader(reader: Any) -> list[str]:
    """Call every method of the reader that reads; return the problems."""
    from annotator.core.user_errors import UserError

    ids = [1, 2]
    with suppress(UserError):
        ids = reader.letter_ids()[:6]
    offered: dict[str, Any] = {
        "sha256": "0" * 64,
        "engine": "1",
        "version": 1,
        "words": "de",
        "after": 0,
        "letters": 100,
        "limit": 100,
        "fields": ("subject",),
        "tags": ("country",),
        "tag": "country",
        "field_id": "subject",
        "key": "codebook",
        "ids": ids,
        "letter_ids": ids,
    }
    problems = []
    for name, method in inspect.getmembers(reader, inspect.ismethod):
        if name.startswith("_") or name in ("close", "moment"):
            continue
        needed = [n for n, p in inspect.signature(method).parameters.items() if p.default is p.empty]
        for letter_id in ids if "letter_id" in needed else [1]:
            given = {**offered, "letter_id": letter_id}
            if not set(needed) <= given.keys():
                continue
            try:
                method(**{n: given[n] for n in needed})
            except UserError as problem:
                problems.append(str(problem))
    return problems


def read_by_session(session: Any) -> list[str]:
    """Put letters on the desk as the window does; return the problems."""
    from annotator.core.user_errors import UserError

    problems = []
    try:
        for letter_id in session.store.reader.letter_ids()[:6]:
            try:
                session.open_letter(letter_id)
                letter = session.letter
                letter.placed_sections()
                letter.placed_passages()
                letter.line_numbers()
                letter.correction_spans()
            except UserError as problem:
                problems.append(str(problem))
    except UserError as problem:
        problems.append(str(problem))
    return problems


def looked_at(path: Path, look: Callable[[Path], str], *, writes: bool = False) -> str:
    """Look at a file in a process of its own; return how it went, or what must not have been.

    With `writes` the file may be changed: the window saves what is done in it.
    """
    before = path.read_bytes()
    child = os.fork()
    report, where = path.with_name("report.txt"), path.with_name("where.txt")
    if child == 0:
        try:
            seconds = _WINDOW_SECONDS if writes else _SECONDS
            # Of the processor's time: on a machine with much else to do all takes long.
            signal.setitimer(signal.ITIMER_PROF, seconds)
            signal.alarm(_PATIENCE * seconds)
            faulthandler.register(signal.SIGPROF, file=where.open("w"), chain=True)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            report.write_text(look(path))
            os._exit(0)
        except BaseException:
            report.write_text("FAILED " + traceback.format_exc())
            os._exit(1)
    _, status = os.waitpid(child, 0)
    told = report.read_text() if report.exists() else "FAILED without a word"
    if os.WIFSIGNALED(status):
        kind = "took too long" if os.WTERMSIG(status) in (signal.SIGALRM, signal.SIGPROF) else "crashed"
        stood = where.read_text() if where.exists() else ""
        told = f"FAILED: {kind} (signal {os.WTERMSIG(status)})\n{stood}"
    if not writes and path.read_bytes() != before and not told.startswith("FAILED"):
        told = f"FAILED: the file was changed ({told})"
    return told


def templates(folder: Path) -> list[Path]:
    """Return the projects to spoil: a full one, the samples, and a copy without a log."""
    fixtures = sorted((ROOT / "tests" / "storage" / "fixtures").glob("schema_*.kant"))
    rich = folder / "rich.kant"
    run = [sys.executable, str(ROOT / "main.py")]
    subprocess.run([*run, "new", str(rich)], check=True, stdout=subprocess.DEVNULL)
    kept = sorted((ROOT / "resources" / "sample").iterdir())
    samples = [str(path) for path in kept if path.suffix in (".txt", ".pdf")]
    subprocess.run([*run, "import", str(rich), *samples], check=True, stdout=subprocess.DEVNULL)
    work_on(rich)
    return [fixtures[-1], rich, rich]


def work_on(path: Path) -> None:
    """Do in a project what analysts do, so that every table has rows."""
    from annotator.core import operations
    from annotator.core.messages import Message
    from annotator.core.text import Span
    from annotator.language.interface import LearntState
    from annotator.language.worker import suspects_json_job
    from annotator.session import Session
    from annotator.session.suspects.suspecting import engine_key
    from annotator.storage.project import save_setting
    from annotator.storage.store import Store
    from annotator.storage.suspect_cache import save_suspects_of_text

    said, state = (
        Message("Test", "{n} places", {"n": 3}),
        LearntState(("Kustwacht",), (("a", "b", "word", 2),)),
    )
    with Store.open(path) as store:
        session = Session(store, "jan")
        for letter_id in store.reader.letter_ids():
            session.open_letter(letter_id)
            session.typed(0, 0, "Aan: ")
            session.end_typing()
            stamp = session.stamp()
            session.do(said, operations.add_passage(Span(3, 9), "country", stamp, note="a note"))
            session.do(said, operations.set_value(session.letter, "subject", 0, "x", "x", Span(0, 4), stamp))
            text = session.letter.text
            found = suspects_json_job(text, state, (), (), "nl")
            key = engine_key(state, "nl")
            store.do(lambda c, n=letter_id, t=text, k=key, f=found: save_suspects_of_text(c, n, t, k, f, 1))
        session.undo()
        learnt = json.dumps(state.to_json())
        store.do(lambda connection: save_setting(connection, "learnt_base", learnt))
        store.do(lambda connection: save_setting(connection, "no_duplicates", '[["a", "b"]]'))
        store.flush()


def main() -> int:
    """Run the rounds and print what they came to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--windows", type=int, default=0)
    asked = parser.parse_args()
    counts: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as name:
        made = templates(Path(name))
        # Brought in before the forks: each would do it anew.
        import annotator.session
        import annotator.storage.check
        import annotator.storage.store  # noqa: F401

        for number in range(asked.rounds):
            chance = random.Random(asked.seed + number)
            with tempfile.TemporaryDirectory() as folder:
                path = Path(shutil.copy(chance.choice(made), Path(folder) / "P.kant"))
                mutation = chance.choice(MUTATIONS)
                with suppress(sqlite3.Error):
                    mutation(path, chance)
                told = looked_at(path, read_all)
                if number < asked.windows and not told.startswith("FAILED"):
                    shown = looked_at(path, show_in_window, writes=True)
                    told = shown if shown.startswith("FAILED") else told
                if told.startswith("FAILED"):
                    print(f"round {asked.seed + number}, {mutation.__name__}: {told}", flush=True)
                    told = "FAILED"
                counts[told] = counts.get(told, 0) + 1
    print(f"{asked.rounds} files: " + ", ".join(f"{n} {told}" for told, n in sorted(counts.items())))
    return int("FAILED" in counts)


if __name__ == "__main__":
    sys.exit(main())
