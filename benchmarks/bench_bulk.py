"""Measure a bulk run: two workers beside one plain process of the same functions, and what the engine costs.

Run: python benchmarks/bench_bulk.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed.
The letters are PDFs of three pages and texts of four kB in turns, each another one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.resources import resource_path
from benchmarks.bench_memory import resident
from benchmarks.big_project import text_of_words
from benchmarks.measuring import Figure, arguments, processes_below, show, work_folder

_PDF = "sample/leeszalen-rijksarchieven-2022.pdf"


def letters(folder: Path, count: int) -> Path:
    """Return a folder with so many letters, made first where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    pdf = resource_path(_PDF).read_bytes()
    for number in range(count):
        if number % 2:
            # A PDF may have anything behind its end: the letter is the same, its bytes are not.
            (folder / f"brief-{number}x.pdf").write_bytes(pdf + f"\n% {number}\n".encode())
        else:
            (folder / f"brief-{number}x.txt").write_text(text_of_words(600, number), encoding="utf-8")
    return folder


def plain(folder: str) -> None:
    """Read the letters in this process, by the same functions and without Parquet; print the seconds."""
    from annotator.bulk.reading import How, read_letter
    from annotator.bulk.sources import find_letters
    from annotator.session.codebook.files import read_codebook_file

    how = How(read_codebook_file(resource_path("codebooks/kamerbrieven.toml"), "nl"))
    items = find_letters([folder])
    read_letter(items[0], how), read_letter(items[1], how)  # the word lists are read
    begin, work = time.perf_counter(), time.process_time()
    for item in items:
        read_letter(item, how)
    print(json.dumps([time.perf_counter() - begin, time.process_time() - work]))


def bulk(folder: Path, out: Path, workers: int) -> tuple[float, float, list[float]]:
    """Return the seconds from the first piece to the end of a run, those of the processor that its workers
    took, and the largest memory of each (MB)."""
    run = subprocess.Popen(
        [
            sys.executable,
            Path(__file__).resolve().parent.parent / "main.py",
            "bulk",
            folder,
            "--out",
            out,
            "--workers",
            str(workers),
        ],
        stdout=subprocess.DEVNULL,
    )
    began, most, spent = 0.0, dict[int, float](), dict[int, float]()
    tick = threading.Event()
    while run.poll() is None:
        tick.wait(0.1)
        if not began and list((out / ".run").glob("0*")):
            began = time.perf_counter()
        for pid in processes_below(run.pid):
            most[pid] = max(most.get(pid, 0.0), resident(pid))
            spent[pid] = _processor(pid) or spent.get(pid, 0.0)
    if run.returncode:
        raise RuntimeError("the run failed")
    at_work = sorted(most, key=lambda pid: spent[pid])[-workers:]
    return time.perf_counter() - began, sum(spent.values()), [most[pid] for pid in at_work]


def _processor(pid: int) -> float:
    try:
        said = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")


def bench(folder: Path, count: int) -> Iterator[Figure]:
    """Yield the figures."""
    source = letters(folder / f"letters-{count}", count)
    said = subprocess.run(
        [sys.executable, __file__, "--plain", source], capture_output=True, text=True, check=True
    )
    alone, work = json.loads(said.stdout.splitlines()[-1])
    with tempfile.TemporaryDirectory(dir=folder) as made:
        took, spent, memory = bulk(source, Path(made, "two"), 2)
        base, each = "one plain process", 1000 / count
        yield Figure("two workers, a letter", took * each, 1 / 1.8, alone * each, base, of_ratio=True)
        name = "processor of the workers, their start too, a letter"
        yield Figure(name, spent * each, None, work * each, base)
        yield Figure("memory of a worker, at most", max(memory), 600, unit="MB")
        size = sum(path.stat().st_size for path in Path(made, "two").rglob("*.parquet"))
        yield Figure("the data set, a letter", size / count / 1000, unit="kB")


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    if sys.argv[1:2] == ["--plain"]:
        plain(sys.argv[2])
        return 0
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=400)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder, asked.letters)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
