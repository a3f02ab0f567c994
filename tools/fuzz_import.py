"""Spoil PDFs and texts by the thousand and import them, as the program does, into a project.

Run: python tools/fuzz_import.py [--ocr-files | --pictures] [--rounds N] [--seed N] [--samples DIR]…
[--keep DIR]. With `--ocr-files` it is hOCR, ALTO and PAGE, spoilt in their bytes and inside their trees, with
`--pictures` pictures and parcels of them. Exit code 1 when anything goes wrong: an import that fails as a
whole, a file without a word on what became of it, a problem without the file's name, more than 20 seconds for
a file, a project with faults. The same seed spoils the same way.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.codebook_toml import read_codebook
from annotator.importers.grouping import EACH
from annotator.pages.pictures import has_pictures
from annotator.resources import resource_path
from annotator.session.transfer.importing import ImportedFile, ImportStep, import_paths
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.pdf_making import Page, at, lines_at, page, pdf_of
from tools import fuzz_pictures, fuzz_trees

BATCH = 200
MOST_SECONDS = 20.0
_TEXT = (
    "Geachte voorzitter,\n\nHierbij bied ik u het verslag aan van de bijeenkomst in Brussel\nvan 22 oktober."
)
_NUMBER = re.compile(rb"\d+")
_KEYS = (b"/Length", b"/MediaBox", b"/Count", b"/Rotate", b"/Kids", b"/Size", b"/Tf", b"xref", b"startxref")
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65535",
    b"2147483647",
    b"4294967296",
    b"99999999999999999999",
    b"1e308",
    b"nan",
)


def seeds(folders: Sequence[Path]) -> list[bytes]:
    """Return the files to spoil: some made here, and those of the folders."""
    body = lines_at(72, 120, _TEXT)
    made = [
        pdf_of(page(body, at(460, 800, "Pagina 1 van 1"))),
        pdf_of(*(page(body, at(72, 50, "Tweede Kamer, 28 676"), at(290, 800, str(n))) for n in range(1, 6))),
        pdf_of(page(body, rotation=90), page(body, size=(842, 595))),
        pdf_of(page(body), user="sesam"),
        pdf_of(page(body), owner="sesam"),
        pdf_of(Page(tuple(body), fields=(("naam", "Jan de Vries"), ("datum", "3 mei")))),
        pdf_of(page(at(72, 100, "de o#ciële")), to_unicode={"#": "\ufb03"}),
        pdf_of(page(), page()),
        _TEXT.encode(),
        f"{_TEXT}\n\f{_TEXT}".encode("utf-16"),
        _TEXT.encode("cp1252"),
    ]
    for folder in folders:
        made += [path.read_bytes() for path in sorted(folder.rglob("*.*")) if path.suffix in (".pdf", ".txt")]
    return made


def flip(data: bytearray, rng: random.Random) -> bytearray:
    """Change some bytes."""
    for _ in range(rng.choice((1, 3, 10, 100))):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return data


def cut(data: bytearray, rng: random.Random) -> bytearray:
    """Cut the end off, or a stretch out."""
    start = rng.randrange(len(data))
    return data[:start] if rng.random() < 0.5 else data[:start] + data[start + rng.randrange(4000) :]


def swap(data: bytearray, rng: random.Random) -> bytearray:
    """Put two stretches in each other's place."""
    size = rng.randrange(1, max(2, len(data) // 4))
    a, b = sorted(rng.randrange(len(data)) for _ in range(2))
    return data[:a] + data[b : b + size] + data[a + size : b] + data[a : a + size] + data[b + size :]


def repeat(data: bytearray, rng: random.Random) -> bytearray:
    """Put a stretch in several times."""
    start = rng.randrange(len(data))
    piece = data[start : start + rng.randrange(1, 2000)]
    return data[:start] + piece * rng.choice((2, 5, 50)) + data[start:]


def renumber(data: bytearray, rng: random.Random) -> bytearray:
    """Change numbers, best those behind the keys that a reader goes by."""
    places = [m.start() for key in _KEYS for m in re.finditer(re.escape(key), data)] or [0]
    for _ in range(rng.choice((1, 2, 5))):
        match = _NUMBER.search(data, rng.choice(places) if rng.random() < 0.7 else rng.randrange(len(data)))
        if match:
            number = rng.choice((*_NUMBERS, b"%d" % rng.randrange(1_000_000)))
            data[match.start() : match.end()] = number
    return data


def mix(data: bytearray, rng: random.Random) -> bytearray:
    """Put an object of the file in another's place: loops, streams that are no streams."""
    objects = list(re.finditer(rb"\d+ 0 obj.*?endobj", data, re.DOTALL))
    if len(objects) < 2:
        return flip(data, rng)
    one, other = rng.sample(objects, 2)
    body = other.group().split(b"obj", 1)[1]
    head = one.group().split(b"obj", 1)[0]
    return data[: one.start()] + head + b"obj" + body + data[one.end() :]


WAYS: tuple[Callable[[bytearray, random.Random], bytearray], ...] = (flip, cut, swap, repeat, renumber, mix)


Way = Callable[[bytearray, random.Random], bytearray]


def spoilt(rounds: int, seed: int, sources: Sequence[bytes], ways: Sequence[Way] = WAYS) -> Iterator[bytes]:
    """Yield spoilt files."""
    for number in range(rounds):
        rng = random.Random(f"{seed}:{number}")
        data = bytearray(rng.choice(sources))
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            data = rng.choice(ways)(data, rng) or bytearray(b"%PDF-1.4")
        yield bytes(data)


class Fuzz:
    """Imports spoilt files into one project, and gathers what goes wrong."""

    def __init__(self, folder: Path, keep: Path | None) -> None:
        self._folder = folder
        self._keep = keep
        self.faults: list[str] = []
        self.outcomes: Counter[str] = Counter()
        self.slowest = 0.0
        self._last = time.monotonic()

    def run(self, files: Iterator[bytes], rounds: int) -> None:
        """Import the files, batch by batch."""
        project = self._folder / "fuzz.kant"
        book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
        with Store.create(project, book, "fuzz") as store:
            for start in range(0, rounds, BATCH):
                paths = [self._written(n, next(files)) for n in range(start, min(rounds, start + BATCH))]
                self._import(store, paths)
                self._tell(start + len(paths), rounds)
        self.faults += [f"the project: {fault}" for fault in check(project)]
        with Store.open(project, read_only=True) as store:
            letters = store.reader.letters_count()
        if letters != self.outcomes["imported"]:
            self.faults.append(f"{self.outcomes['imported']} letters came in, {letters} are there")

    def _written(self, number: int, data: bytes) -> Path:
        suffix = ".pdf" if b"%PDF" in data[:1024] else ".xml" if data.lstrip()[:1] == b"<" else ".txt"
        suffix = ".png" if has_pictures(data) else suffix
        path = self._folder / f"spoilt-{number:06}{suffix}"
        path.write_bytes(data)
        return path

    def _import(self, store: Store, paths: Sequence[Path]) -> None:
        self._last = time.monotonic()
        try:
            report = import_paths(store, paths, "fuzz", self._step, pages=EACH)
        except Exception as error:
            self.faults.append(f"an import of {paths[0].name} and on failed: {error!r}")
            return
        if [file.path for file in report] != list(paths):
            self.faults.append(f"not every file from {paths[0].name} on is reported")
        for file in report:
            self._look(file)
        for path in paths:
            path.unlink()

    def _step(self, step: ImportStep) -> None:
        now = time.monotonic()
        took, self._last = now - self._last, now
        self.slowest = max(self.slowest, took)
        if took > MOST_SECONDS:
            self.faults.append(f"{step.name} took {took:.0f} s")

    def _look(self, file: ImportedFile) -> None:
        self.outcomes[file.outcome] += 1
        if file.problem is None:
            return
        said = str(file.problem)
        self.outcomes[f"  {said.replace(str(file.path), '…')}"[:90]] += 1
        if file.path.name not in said:
            self.faults.append(f"{file.path.name}: its problem does not name it: {said}")
        odd = any(word in said for word in ("failed: it was skipped", "takes too long", "in the log"))
        if odd and self._keep is not None:
            self._keep.mkdir(exist_ok=True, parents=True)
            (self._keep / file.path.name).write_bytes(file.path.read_bytes())

    def _tell(self, done: int, rounds: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} of {rounds}", end="", file=sys.stderr, flush=True)


def main() -> int:
    """Spoil, import, and say what went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ocr-files", action="store_true", help="spoil hOCR, ALTO and PAGE")
    parser.add_argument("--pictures", action="store_true", help="spoil pictures and parcels of them")
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--samples", type=Path, action="append", default=[], help="a folder of PDFs and texts"
    )
    parser.add_argument("--keep", type=Path, help="where files go that ended or stopped their reader")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kanttekening-fuzz-") as name:
        fuzz = Fuzz(Path(name), asked.keep)
        if asked.ocr_files:
            sources, ways = fuzz_trees.seeds(asked.samples), (*WAYS, *[fuzz_trees.grown] * 10)
        elif asked.pictures:
            sources, ways = fuzz_pictures.seeds(asked.samples), fuzz_pictures.WAYS
        else:
            sources, ways = seeds(asked.samples), WAYS
        fuzz.run(spoilt(asked.rounds, asked.seed, sources, ways), asked.rounds)
    for outcome, count in sorted(fuzz.outcomes.items(), key=lambda item: (item[0].startswith(" "), -item[1])):
        print(f"{count:7} {outcome}")
    print(f"slowest file: {fuzz.slowest:.1f} s")
    for fault in fuzz.faults[:50]:
        print(f"FAULT {fault}", file=sys.stderr)
    return int(bool(fuzz.faults))


if __name__ == "__main__":
    sys.exit(main())
