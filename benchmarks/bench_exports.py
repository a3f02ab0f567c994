"""Measure what each export takes beside the JSON of the same letters, and its memory.

Run: python benchmarks/bench_exports.py [--json] [--letters N] [--format F]… [--places] [--folder DIR]. Exit
code 1 when a bound is missed.
Letters are of 9 kB, with 30 passages, 20 corrections, sections and a form; with --places each word has a box
on one of six pages. Each export is whole, from the project file to files on the disk, in a process of its
own; the figure is processor time, which a busy machine lengthens less. A format that puts the pages of a
source into what it writes is not among them.
"""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.document import Letter
from annotator.core.page_layout import PageLayout, WordBox
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


def pages_with_words(letter: Letter) -> list[PageLayout]:
    """Return where the words of a letter stand: each word has a box, twelve in a line."""
    bounds = [*(letter.pages[uid].ocr_start for uid in letter.pages), len(letter.ocr_text)]
    pages = []
    for number, (start, end) in enumerate(pairwise(sorted(bounds)), 1):
        words, top = [], 60.0
        for line in re.finditer(r"\S.*", letter.ocr_text[start:end]):
            for word in re.finditer(r"\S+", line[0]):
                at, left = start + line.start() + word.start(), 60.0 + 5 * word.start()
                words.append(WordBox(at, at + len(word[0]), left, top, left + 5 * len(word[0]) - 1, top + 10))
            top += 14
        pages.append(PageLayout(number, number - 1, 595.0, 842.0, tuple(words)))
    return pages


def project(folder: Path, letters: int, has_places: bool = False) -> Path:
    """Return the project of so many letters, made first where there is none."""
    path = folder / f"exports-{letters}{'-places' if has_places else ''}.kant"
    if path.exists():
        return path
    Store.create(path, kamerbrief_codebook(), STAMP.analyst).close()
    made = [full_letter(WORDS, 30, 20, seed=seed) for seed in range(KINDS)]
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("BEGIN")
        for number in range(letters):
            new = new_from(made[number % KINDS], f"brief-{number}.txt")
            layouts = pages_with_words(new.letter) if has_places else ()
            add_letters(conn, [replace(new, layouts=layouts)])
        conn.execute("COMMIT")
    return path


def export_once(path: Path, exporter: Exporter, out: Path) -> dict[str, float]:
    """Export all letters in this process; return the processor time in ms, and the memory at most in MB."""
    target = out / f"all{exporter.suffix}" if exporter.suffix else out
    with Store.open(path, analyst="jan") as store:
        begin, wall = time.process_time(), time.perf_counter()
        export_letters(store, Wish(exporter.id), target)
        took = {"ms": (time.process_time() - begin) * 1000, "wall": (time.perf_counter() - wall) * 1000}
    return took | {"mb": most_memory()}


def most_memory() -> float:
    """Return the memory that this process had at most, in MB."""
    # What getrusage says counts the process that started it, too.
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM:"))


def exported(path: Path, exporter: Exporter, out: Path) -> dict[str, float]:
    """Export in a process of its own."""
    command = [sys.executable, __file__, "--one", exporter.id, str(path), str(out)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def bench(path: Path, out: Path, what: str, exporters: Sequence[Exporter], rounds: int) -> Iterator[Figure]:
    """Yield the figures of each format, the least of some rounds, beside the least of as many of JSON."""
    # All stays in `out` to the end: ext4 makes a file slowly in the seconds after many were deleted.
    base = min(exported(path, exporter_of("json"), out / f"json-{n}")["ms"] for n in range(rounds))
    for exporter in exporters:
        mine = [exported(path, exporter, out / f"{exporter.id}-of-{n}") for n in range(rounds)]
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
    parser.add_argument("--places", action="store_true", help="each word has a box on one of six pages")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured")
    asked = parser.parse_args()
    there = [one for one in EXPORTERS if not one.needs or find_spec(one.needs)]
    usual = [one for one in there if one.id not in ("json", *_PICTURES)]
    wanted = [exporter_of(name) for name in asked.formats] if asked.formats else usual
    with work_folder(asked) as folder:
        big = project(folder, asked.letters, asked.places)
        what = f"of {asked.letters:,} letters{' with places' if asked.places else ''}"
        with TemporaryDirectory(dir=folder) as place:
            return show([*bench(big, Path(place), what, wanted, asked.rounds)], as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
