"""Measure what each export takes beside the JSON of the same letters, and its memory.

Run: python benchmarks/bench_exports.py [--json] [--letters N] [--format F]… [--folder DIR]. Exit code 1 when
a bound is missed.
Letters are of 9 kB, with 30 passages, 20 corrections, sections and a form. Each export is whole, from the
project file to files on the disk, in a process of its own; the figure is processor time, which a busy machine
lengthens less. A format that puts the pages of a source into what it writes is not among them.
"""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.exporters import EXPORTERS, Exporter, exporter_of
from annotator.session.transfer.exporting import Wish, export_letters
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from benchmarks.big_project import STAMP, full_letter, kamerbrief_codebook, new_from
from benchmarks.measuring import Figure, arguments, show, work_folder

LETTERS, WORDS, KINDS = 1_000, 1_150, 25
ROUNDS = 3
_PACKED = ("docx", "xlsx", "report-docx")  # archives: ten times
_PICTURES = (
    "pdf",
    "pdf-ua",
    "bundle",
    "mdto",
    "diwoo",
    "refi-qda",
    "xmi",
)  # have bounds of their own, or none
_TEXT, _ARCHIVE, _MEMORY = 3, 10, 500


def project(folder: Path, letters: int) -> Path:
    """Return the project of so many letters, made first where there is none."""
    path = folder / f"exports-{letters}.kant"
    if path.exists():
        return path
    Store.create(path, kamerbrief_codebook(), STAMP.analyst).close()
    made = [full_letter(WORDS, 30, 20, seed=seed) for seed in range(KINDS)]
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("BEGIN")
        for number in range(letters):
            add_letters(conn, [new_from(made[number % KINDS], f"brief-{number}.txt")])
        conn.execute("COMMIT")
    return path


def export_once(path: Path, exporter: Exporter, out: Path) -> dict[str, float]:
    """Export all letters in this process; return the processor time in ms, and the memory at most in MB."""
    target = out / f"all{exporter.suffix}" if exporter.suffix else out
    with Store.open(path, analyst="jan") as store:
        begin, wall = time.process_time(), time.perf_counter()
        export_letters(store, Wish(exporter.id), target)
        took = {"ms": (time.process_time() - begin) * 1000, "wall": (time.perf_counter() - wall) * 1000}
    return took | {"mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def exported(path: Path, exporter: Exporter) -> dict[str, float]:
    """Export in a process of its own, and take away what was written."""
    out = path.parent / f"out-{exporter.id}"
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, __file__, "--one", exporter.id, str(path), str(out)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    shutil.rmtree(out)
    return found


def bench(path: Path, letters: int, exporters: Sequence[Exporter], rounds: int) -> Iterator[Figure]:
    """Yield the figures of each format, the least of some rounds, beside the least of as many of JSON."""
    what = f"of {letters:,} letters"
    base = min(exported(path, exporter_of("json"))["ms"] for _ in range(rounds))
    for exporter in exporters:
        mine = [exported(path, exporter) for _ in range(rounds)]
        bound = _ARCHIVE if exporter.id in _PACKED else _TEXT
        least, memory = min(one["ms"] for one in mine), max(one["mb"] for one in mine)
        yield Figure(f"{exporter.id} {what}", least, bound, base, "their JSON", of_ratio=True)
        yield Figure(f"{exporter.id} {what}: memory", memory, _MEMORY, unit="MB")


def main() -> int:
    """Measure; the exit code tells whether the bounds hold."""
    if sys.argv[1:2] == ["--one"]:
        name, path, out = sys.argv[2:]
        print(json.dumps(export_once(Path(path), exporter_of(name), Path(out))))
        return 0
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=LETTERS, help="how many letters there are")
    parser.add_argument("--format", action="append", dest="formats", help="only this format")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured")
    asked = parser.parse_args()
    there = [one for one in EXPORTERS if not one.needs or find_spec(one.needs)]
    usual = [one for one in there if one.id not in ("json", *_PICTURES)]
    wanted = [exporter_of(name) for name in asked.formats] if asked.formats else usual
    with work_folder(asked) as folder:
        return show(
            [*bench(project(folder, asked.letters), asked.letters, wanted, asked.rounds)], as_json=asked.json
        )


if __name__ == "__main__":
    sys.exit(main())
