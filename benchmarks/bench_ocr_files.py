"""Measure the import of what OCR programs write: hOCR, ALTO and PAGE, a thousand pages of each.

Run: python benchmarks/bench_ocr_files.py [--json] [--pages N] [--folder DIR]. Exit code 1 when a bound is
missed or a word is lost. The pages are made for it: 420 words in 40 lines, with a place and a sureness each.
hOCR and ALTO are ten pages a file, PAGE has one. The baseline is lxml's parsing of the same bytes, with its
parser as it comes; what reading takes beyond it may be 5 ms a page. Both are processor time of one process,
which does not grow as much as time by the clock when the machine has other work. The import has two worker
processes and ends with the letters in a project, by the clock.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.importers.ocr_files.letters import read
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from benchmarks.big_project import kamerbrief_codebook, remove_project, text_of_words
from benchmarks.measuring import Figure, arguments, show, timed, work_folder
from tests.ocr_making import Page, alto, hocr, page_xml, rows

BOUND = 5.0  # milliseconds a page beyond lxml's own parsing
_WORDS, _PARAGRAPHS = 84, 5
_PAGES_OF_FILE = {"hocr": 10, "alto": 10, "page": 1}
_ROUNDS = 5


def page(number: int) -> Page:
    """Return a page, each another."""
    texts = [text_of_words(_WORDS, number * _PARAGRAPHS + n) for n in range(_PARAGRAPHS)]
    return [rows(text, top=300 + 600 * n) for n, text in enumerate(texts)]


def made(kind: str, first: int) -> bytes:
    """Return a file with pages from this one on."""
    pages = [page(number) for number in range(first, first + _PAGES_OF_FILE[kind])]
    if kind == "page":
        return page_xml(pages[0])
    return hocr(*pages) if kind == "hocr" else alto(*pages)


def files(folder: Path, kind: str, pages: int) -> list[Path]:
    """Write the files; their names do not make pages of one letter of them."""
    folder.mkdir(exist_ok=True)
    paths = []
    for first in range(0, pages, _PAGES_OF_FILE[kind]):
        path = folder / f"{first:05}-brief.{'hocr' if kind == 'hocr' else 'xml'}"
        if not path.exists():
            path.write_bytes(made(kind, first))
        paths.append(path)
    return paths


def imported(project: Path, paths: Sequence[Path]) -> float:
    """Return how long the import takes."""
    remove_project(project)
    with Store.create(project, kamerbrief_codebook(), "jan") as store:
        return timed(lambda: import_paths(store, paths, "jan", workers=2))


def processor_time(job: Callable[[], object]) -> float:
    """Return how many milliseconds of the processor a job takes, the least of some rounds."""
    times = []
    for _ in range(_ROUNDS):
        begin = time.process_time()
        job()
        times.append((time.process_time() - begin) * 1000)
    return min(times)


def parsed(sources: Sequence[bytes]) -> None:
    """Parse the files as lxml does by itself."""
    from lxml import etree

    for data in sources:
        etree.fromstring(data)


def letters(sources: Sequence[bytes]) -> None:
    """Read the files as the worker processes do."""
    for data in sources:
        read("a.xml", "a.xml", data)


def lost(paths: Sequence[Path], kind: str) -> list[str]:
    """Return the files of which a word is not in its letter, or not in its place."""
    missing = []
    for path in paths:
        first = int(path.name.partition("-")[0])
        pages = [page(number) for number in range(first, first + _PAGES_OF_FILE[kind])]
        wanted = [word for blocks in pages for block in blocks for row in block for word in row.text.split()]
        if read(path.name, path.name, path.read_bytes()).text.split() != wanted:
            missing.append(path.name)
    return missing


def main() -> int:
    """Print the figures; tell by the exit code whether the bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    asked = parser.parse_args()
    figures = []
    with work_folder(asked) as folder:
        for kind in _PAGES_OF_FILE:
            paths = files(folder / kind, kind, asked.pages)
            sources = [path.read_bytes() for path in paths]
            letters(sources[:1])  # what is imported and compiled once
            ours = processor_time(partial(letters, sources)) / asked.pages
            plain = processor_time(partial(parsed, sources)) / asked.pages
            name = f"{kind}, {asked.pages:,} pages, per page: "
            figures += [
                Figure(name + "reading", ours, None, plain, "lxml"),
                Figure(name + "beyond lxml", ours - plain, BOUND),
                Figure(name + "import", imported(folder / f"{kind}.kant", paths) / asked.pages),
                Figure(f"{kind}: files with a word lost", len(lost(paths[:20], kind)), 0, unit="files"),
            ]
    used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    figures.append(Figure("memory of the largest process", max(used) / 1024, 1000, unit="MB"))
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
