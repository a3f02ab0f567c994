"""Measure the import of PDFs with a text layer, as the command and the window do it.

Run: python benchmarks/bench_pdf_import.py [--json] [--letters N] [--sample N] [--files DIR] [--folder DIR].
Exit code 1 when a bound is missed or a word is lost. The letters are made for it: three pages with a margin
column, a running head and page numbers. With `--files` the PDFs of a folder are measured instead. The
baseline is pdfplumber on a sample of the same files in one process, `extract_words()` as it comes; the import
has two worker processes and ends with the letters in a project. Words are compared with those that pdfplumber
finds with the settings it should have, and with those that the letters were made of.
"""

from __future__ import annotations

import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from benchmarks.big_project import kamerbrief_codebook, remove_project, text_of_words
from benchmarks.measuring import Figure, arguments, show, timed, work_folder
from tests.pdf_making import At, at, lines_at, page, pdf_of

PAGES = 3
_WORDS_OF_PAGE = 420
_LINES = 46
_MARGIN = "Directoraat-generaal\nBezuidenhoutseweg 73\n2594 AC Den Haag\nOns kenmerk"


def made(number: int) -> tuple[bytes, Counter[str]]:
    """Return a letter, each another, and the words that it was made of."""
    words: Counter[str] = Counter()
    pages = []
    for index in range(PAGES):
        parts = list(_parts(number, index))
        for part in parts:
            words.update(part.text.split())
        pages.append(page(parts))
    return pdf_of(*pages), words


def _parts(number: int, index: int) -> Iterator[At]:
    body = text_of_words(_WORDS_OF_PAGE, number * PAGES + index).split("\n")
    lines = [line[at_ : at_ + 80] for line in body for at_ in range(0, len(line), 80)][:_LINES]
    yield from lines_at(72, 120, "\n".join(line.strip() for line in lines), 9)
    yield at(72, 60, f"Tweede Kamer, vergaderjaar 2022-2023, 36 200, nr. {number}", 7)
    yield from lines_at(470, 120, f"{_MARGIN}\n2023-{number}", 6.5)
    yield at(470, 800, f"Pagina {index + 1} van {PAGES}", 7)


def files(folder: Path, letters: int) -> list[Path]:
    """Write the letters."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(letters):
        path = folder / f"brief-{number:05}.pdf"
        if not path.exists():
            path.write_bytes(made(number)[0])
        paths.append(path)
    return paths


def imported(project: Path, paths: Sequence[Path]) -> tuple[float, int]:
    """Return how long the import takes, and how many pages it brought in."""
    remove_project(project)
    with Store.create(project, kamerbrief_codebook(), "jan") as store:
        steps = []
        took = timed(lambda: import_paths(store, paths, "jan", steps.append, workers=2))
    return took, steps[-1].pages


def plainly(paths: Sequence[Path]) -> tuple[float, int]:
    """Return how long pdfplumber takes for the words of the files, and how many pages they have."""
    import pdfplumber

    pages = 0

    def job() -> None:
        nonlocal pages
        for path in paths:
            with pdfplumber.open(path) as pdf:
                for one in pdf.pages:
                    one.extract_words()
                    one.close()
                    pages += 1

    return timed(job), pages


def lost(project: Path, paths: Sequence[Path]) -> Iterator[str]:
    """Yield the words that pdfplumber finds in the files and the project does not have."""
    import pdfplumber

    from annotator.importers.layout.words import readable

    with Store.open(project, read_only=True) as store:
        texts = {
            store.reader.details(n).source_name: store.reader.letter(n).text
            for n in store.reader.letter_ids()
        }
    for path in paths:
        ours = Counter(texts[path.name].split())
        with pdfplumber.open(path, unicode_norm="NFC", raise_unicode_errors=False) as pdf:
            for one in pdf.pages:
                found = one.dedupe_chars().extract_words(use_text_flow=True, x_tolerance_ratio=0.15)
                ours.subtract(word for word in (readable(w["text"]) for w in found) if word)
                one.close()
        # `B` and `uiten` are in our `Buiten`: where the font changes the one makes two words of it.
        more = " ".join(word for word, count in ours.items() if count > 0)
        yield from (f"{path.name}: {word}" for word, count in ours.items() if count < 0 and word not in more)


def _texts(project: Path) -> dict[str, str]:
    with Store.open(project, read_only=True) as store:
        reader = store.reader
        return {reader.details(n).source_name: reader.letter(n).text for n in reader.letter_ids()}


def main() -> int:
    """Print the figures; tell by the exit code whether the bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--sample", type=int, default=20, help="files for the baseline, and to compare words")
    parser.add_argument("--files", type=Path, help="measure the PDFs of this folder instead")
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        paths = sorted(asked.files.rglob("*.pdf")) if asked.files else files(folder / "pdfs", asked.letters)
        step = max(1, len(paths) // asked.sample)
        sample = paths[::step]
        project = folder / "import-pdf.kant"
        ours, pages = imported(project, paths)
        plain, sample_pages = plainly(sample)
        missing = list(lost(project, sample))
        if not asked.files:
            missing += _lost_of_truth(project, sample)
    for word in missing[:40]:
        print(f"lost: {word}", file=sys.stderr)
    used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    name = f"import of {len(paths):,} PDFs, {pages:,} pages, per page"
    figures = [
        Figure(name, ours / pages, 1 / 8, plain / sample_pages, "pdfplumber", of_ratio=True),
        Figure("words lost", len(missing), 0, unit="words"),
        Figure("memory of the largest process", max(used) / 1024, 1000, unit="MB"),
    ]
    return show(figures, as_json=asked.json)


def _lost_of_truth(project: Path, sample: Sequence[Path]) -> list[str]:
    with Store.open(project, read_only=True) as store:
        texts = {
            store.reader.details(n).source_name: store.reader.letter(n).text
            for n in store.reader.letter_ids()
        }
    missing = []
    for path in sample:
        truth = made(int(path.stem.rpartition("-")[2]))[1]
        missing += [f"{path.name}: {word}" for word in truth - Counter(texts[path.name].split())]
    return missing


if __name__ == "__main__":
    sys.exit(main())
