"""Measure the searchable PDF beside copying its pages by pikepdf, and what burning hidden words costs.

Run: python benchmarks/bench_searchable_pdf.py [--json] [--pages N]. Exit code 1 when the bound is missed.
The source has scanned pages of A4 with 400 words each; the figure is processor time a page, the least of some
rounds. Of burnt pages and of pictures all is done here, in one process.
"""

from __future__ import annotations

import io
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pikepdf
from PIL import Image

from annotator.core import operations
from annotator.core.codebook import Codebook, Tag
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import apply
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.parcels import pack
from annotator.core.text import Span
from annotator.exporters.interface import ExportContext, ExportLetter
from annotator.exporters.redacting import HiddenWords
from annotator.exporters.searchable_pdf import pdf_of
from benchmarks.measuring import Figure, arguments, show

PAGES, WORDS, ROUNDS, MOST = 10, 400, 3, 3.0
WIDTH, HEIGHT, DPI = 595, 842, 200
CODEBOOK = Codebook(
    "c", {"en": "C"}, (Tag("p", "passage", {"en": "P"}, "#112233", "#112233", hidden=True),), ()
)
STAMP = Stamp("jan", "2026-01-01T10:00:00.000Z")


def noisy(number: int) -> Image.Image:
    """Return a page as a scanner sees it: grey, with grain."""
    wide, high = WIDTH * DPI // 72, HEIGHT * DPI // 72
    grain = random.Random(number).randbytes(wide * high // 16)
    small = Image.frombytes("L", (wide // 4, high // 4), grain[: (wide // 4) * (high // 4)])
    return small.point(lambda dot: 200 + dot // 5).resize((wide, high))


def pdf(pictures: Sequence[Image.Image]) -> bytes:
    """Return a PDF of scanned pages."""
    made = io.BytesIO()
    pictures[0].save(made, "PDF", save_all=True, append_images=pictures[1:], resolution=DPI)
    return made.getvalue()


def letter(pages: int) -> tuple[Letter, list[PageLayout]]:
    """Return a letter with words on all of its pages, of which some are hidden, and where they stand."""
    words, boxes, starts, at = [], list[list[WordBox]](), [], 0
    for _ in range(pages):
        starts.append(at)
        boxes.append([])
        for number in range(WORDS):
            word = ("motie", "Jansen", "voorzitter", "is", "de")[number % 5]
            left, top = 50.0 + 50 * (number % 10), 60.0 + 18 * (number // 10)
            boxes[-1].append(WordBox(at, at + len(word), left, top, left + 4 * len(word), top + 12))
            words.append(word)
            at += len(word) + 1
    text = " ".join(words) + "\n"
    made = new_letter(text, tuple(starts), "Een brief", STAMP)
    start = text.index("Jansen")
    made = apply(made, operations.add_passage(Span(start, start + 6), "p", STAMP))
    layouts = [
        PageLayout(number + 1, number, WIDTH, HEIGHT, tuple(words)) for number, words in enumerate(boxes)
    ]
    return made, layouts


def least(job: Callable[[], object], pages: int) -> float:
    """Return the processor time of a job in ms a page, the least of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        job()
        times.append((time.process_time() - begin) * 1000 / pages)
    return min(times)


def copied(data: bytes) -> bytes:
    """Copy the pages of a PDF by pikepdf."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as source, pikepdf.new() as target:
        target.pages.extend(source.pages)
        target.save(made, deterministic_id=True)
    return made.getvalue()


def bench(pages: int) -> Iterator[Figure]:
    """Yield the figures."""
    pictures = [noisy(number) for number in range(pages)]
    data = pdf(pictures)
    one, layouts = letter(pages)
    context = ExportContext(CODEBOOK, "en")

    def exported(source: bytes) -> ExportLetter:
        return ExportLetter(1, "u", one, "a.pdf", "", "", "", lambda: source, lambda: layouts)

    base = least(lambda: copied(data), pages)
    mine = least(lambda: pdf_of(exported(data), context), pages)
    yield Figure("searchable PDF, a page", mine, MOST, base, "pikepdf copies the page", of_ratio=True)
    for kind in ("PNG", "JPEG"):
        files = {}
        for number, picture in enumerate(pictures):
            made = io.BytesIO()
            picture.save(made, kind)
            files[f"b-{number}.{kind.lower()}"] = made.getvalue()
        of_pictures = exported(pack(files))
        took = least(partial(pdf_of, of_pictures, context), pages)
        yield Figure(f"of pictures ({kind}), a page", took)

    def burnt() -> bytes:
        words = HiddenWords(CODEBOOK, "en")
        words.learn(one)
        return pdf_of(words.letter(exported(data)), context)

    yield Figure("with hidden words burnt black, a page", least(burnt, pages))


def main() -> int:
    """Measure; the exit code tells whether the bound holds."""
    parser = arguments(__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="how many pages there are")
    asked = parser.parse_args()
    return show([*bench(asked.pages)], as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
