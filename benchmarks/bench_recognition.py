"""Measure how scans are recognised: time and memory, wrong characters, reading order.

Run: python benchmarks/bench_recognition.py --scans DIR [--json]. Exit code 1 when a bound is missed. DIR
has PDFs whose pages are pictures and a `manifest.json`: a list of `{"pdf": name, "type": "image-only",
"truth": text}`. The baseline is Tesseract at its defaults, once, on one core, in this process and with the
same model, on the pages drawn at 300 dots an inch. The program reads each page twice, in two worker
processes, from the files to letters.

Wrong characters are counted by lines: each line of the truth beside the line of the reading that is most
like it, whatever their order; what is left over counts whole. Lines are in order that are in the longest
run of lines in the order of the truth; the program's furniture is left out there, as it stands apart on
purpose. Page numbers (`Pagina 1 van 7`) ought to be furniture, lines of the truth with eight words or more
ought not.
"""

from __future__ import annotations

import bisect
import json
import os
import re
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pypdfium2
import tesserocr
from rapidfuzz.distance import Levenshtein

from annotator.core.document import Letter, Stamp, new_letter
from annotator.importers.interface import ImportedLetter
from annotator.recognition.models import Recognition, models
from annotator.session.transfer.reading_files import FileReader
from benchmarks.measuring import Figure, arguments, show

_PAGE_NUMBER = re.compile(r"(?i)pagina \d+ van \d+")
_PROSE = 8  # words
_ALIKE = 0.5  # of a line's characters: lines with more of them wrong are not the same line


def plain(paths: Sequence[Path]) -> tuple[list[str], float, float, int]:
    """Return the texts that Tesseract reads at its defaults, its seconds, those of the processor, pages."""
    api = tesserocr.PyTessBaseAPI(path=str(models()["nld"]), lang="nld", psm=tesserocr.PSM.AUTO)
    texts, seconds, used, pages = [], 0.0, 0.0, 0
    for path in paths:
        parts = []
        for page in pypdfium2.PdfDocument(path):
            image = page.render(scale=300 / 72, grayscale=True).to_pil()
            begun, busy = time.perf_counter(), time.process_time()
            api.SetImage(image)
            api.SetSourceResolution(300)
            parts.append(api.GetUTF8Text())
            seconds += time.perf_counter() - begun
            used += time.process_time() - busy
            pages += 1
        texts.append("\n".join(parts))
    return texts, seconds, used, pages


def ours(paths: Sequence[Path]) -> tuple[list[ImportedLetter], float, float, float]:
    """Return the letters, the seconds from files to letters, in processor time too, and a worker's MB."""
    with FileReader(workers=2, recognition=Recognition()) as reader:
        begun = time.perf_counter()
        letters = [read.letter for read in reader.read(paths) if read.letter is not None]
        seconds = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return letters, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that are not blank, with one blank between words."""
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def matched(read: Sequence[str], truth: Sequence[str]) -> list[tuple[int, int]]:
    """Return for each line of the truth which line was read for it, and how many characters are wrong."""
    used: set[int] = set()
    found = []
    for line in truth:
        rest = [(Levenshtein.distance(line, other), n) for n, other in enumerate(read) if n not in used]
        wrong, n = min(rest, default=(len(line), -1))
        if wrong > _ALIKE * len(line):
            wrong, n = len(line), -1
        used.add(n)
        found.append((n, wrong))
    return found


def wrong_characters(read: Sequence[str], truth: Sequence[str]) -> int:
    """Count wrong characters, whatever the order of the lines."""
    found = matched(read, truth)
    taken = {n for n, _ in found}
    return sum(wrong for _, wrong in found) + sum(len(line) for n, line in enumerate(read) if n not in taken)


def out_of_order(read: Sequence[str], truth: Sequence[str]) -> tuple[int, int]:
    """Count lines that stand in another order than in the truth, and those that were found at all."""
    order = [n for n, _ in matched(read, truth) if n >= 0]
    ends: list[int] = []
    for n in order:
        at = bisect.bisect_left(ends, n)
        ends[at : at + 1] = [n]
    return len(order) - len(ends), len(order)


def furniture_lines(letter: ImportedLetter) -> tuple[list[str], list[str]]:
    """Return the lines of a letter that are text, and those that are furniture."""
    made: Letter = new_letter(letter.text, letter.page_starts, letter.title, Stamp("", ""))
    spans = [(f.start, f.end) for f in letter.furniture]
    text, furniture, at = [], [], 0
    for line in made.text.split("\n"):
        inside = any(start <= at < end for start, end in spans)
        (furniture if inside else text).append(line)
        at += len(line) + 1
    return lines_of("\n".join(text)), lines_of("\n".join(furniture))


def wrong_furniture(letter: ImportedLetter, truth: Sequence[str]) -> tuple[int, int]:
    """Count lines that are furniture and ought not to be, or the other way, and those that were looked at."""
    text, furniture = furniture_lines(letter)
    numbers = [line for line in truth if _PAGE_NUMBER.fullmatch(line)]
    prose = [line for line in truth if len(line.split()) >= _PROSE]
    wrong = sum(n >= 0 and cost == 0 for n, cost in matched(text, numbers))
    wrong += sum(n >= 0 for n, _ in matched(furniture, prose))
    return wrong, len(numbers) + len(prose)


def main() -> int:
    """Measure; return the exit code."""
    parser = arguments(__doc__)
    parser.add_argument("--scans", type=Path, required=True, help="a folder of scans with manifest.json")
    asked = parser.parse_args()
    rows = json.loads((asked.scans / "manifest.json").read_text(encoding="utf-8"))
    scans = [row for row in rows if row["type"] == "image-only"]
    paths = [asked.scans / row["pdf"] for row in scans]
    truths = [lines_of(row["truth"]) for row in scans]
    characters = sum(len(" ".join(truth)) for truth in truths)
    texts, plain_seconds, plain_used, pages = plain(paths)
    letters, seconds, used, memory = ours(paths)
    plain_wrong = sum(wrong_characters(lines_of(t), truth) for t, truth in zip(texts, truths, strict=True))
    wrong = sum(
        wrong_characters(lines_of(letter.text), truth) for letter, truth in zip(letters, truths, strict=True)
    )
    order = [out_of_order(furniture_lines(one)[0], truth) for one, truth in zip(letters, truths, strict=True)]
    greyed = [wrong_furniture(one, truth) for one, truth in zip(letters, truths, strict=True)]
    figures = [
        Figure(
            "a page, read twice, two processes",
            seconds / pages * 1000,
            1.3,
            plain_seconds / pages * 1000,
            "Tesseract once, one core",
            of_ratio=True,
        ),
        Figure(
            "the same in processor time, start and model included",
            used / pages * 1000,
            None,
            plain_used / pages * 1000,
            "Tesseract",
        ),
        Figure(
            "wrong characters",
            100 * wrong / characters,
            1.0,
            100 * plain_wrong / characters,
            "Tesseract at its defaults",
            "%",
            of_ratio=True,
        ),
        Figure(
            "lines out of order", 100 * sum(n for n, _ in order) / sum(n for _, n in order), 5.0, unit="%"
        ),
        Figure(
            "lines wrongly furniture or not",
            100 * sum(n for n, _ in greyed) / sum(n for _, n in greyed),
            5.0,
            unit="%",
        ),
        Figure("memory of a worker process, at most", memory, 500, unit="MB"),
    ]
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
