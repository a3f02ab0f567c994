"""Measure pages that are pictures: drawing them beside PDFium, and bringing them in.

Run: python benchmarks/bench_pictures.py [--json] [--pages N] [--folder DIR]. No figure has a bound. The pages
are A4 with text, at 300 dots an inch. Drawing is held against PDFium drawing the same picture out of a PDF;
importing (without recognising text) against decoding the same files by Pillow.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image

from annotator.importers.grouping import EACH
from annotator.pages.drawing import Shelf
from annotator.pages.parts import Part, whole
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from benchmarks.big_project import kamerbrief_codebook, remove_project
from benchmarks.measuring import Figure, arguments, median, show, timed, work_folder
from tests.recognition.drawing import LETTER, drawn

DPI = 300
ROUNDS = 5
WIDE, HIGH = 1000, 1414  # pixels that a page takes in a wide window


def page(number: int = 0) -> Image.Image:
    """Return a page, each another."""
    return drawn((f"Bladzijde {number}", *LETTER * 6), size=(595, 842), dpi=DPI)


def saved(picture: Image.Image, kind: str) -> bytes:
    """Return the picture in a format."""
    made = io.BytesIO()
    if kind == "TIFF":
        picture.convert("1").save(made, kind, compression="group4", dpi=(DPI, DPI))
    elif kind == "PDF":
        picture.copy().save(made, kind, resolution=DPI)
    else:
        picture.copy().save(made, kind, dpi=(DPI, DPI))
    return made.getvalue()


def drawing(data: bytes, part: Part, *, fresh: bool) -> float:
    """Return how long a part takes: of a source that was just opened, or of one whose page is at hand."""
    room, times = bytearray(part.width * part.height * 4), []
    shelf = Shelf()
    for _ in range(ROUNDS + 1):
        if fresh:
            shelf.close()
        times.append(timed(lambda: shelf.draw("source", lambda: data, part, room)))
    shelf.close()
    return median(times[1:])


def bench(folder: Path, pages: int) -> Iterator[Figure]:
    """Yield the figures."""
    colour = page().convert("RGB")
    fitted = whole(0, WIDE, HIGH)
    word = Part(0, 3 * WIDE, 3 * HIGH, 400, 400, 600, 80)
    baseline = "PDFium, the same in a PDF"
    for name, picture, kind in (("black and white", colour.convert("L"), "TIFF"), ("colour", colour, "JPEG")):
        data, pdf = saved(picture, kind), saved(picture.convert("1") if kind == "TIFF" else picture, "PDF")
        for what, part, fresh in (
            ("a page that was just opened", fitted, True),
            ("the page at another size", fitted, False),
            ("the image of a word", word, False),
        ):
            yield Figure(
                f"drawing {what}, {name}",
                drawing(data, part, fresh=fresh),
                None,
                drawing(pdf, part, fresh=fresh),
                baseline,
            )
    files = [folder / f"scan-{number:04}.tif" for number in range(pages)]
    for number, path in enumerate(files):
        path.write_bytes(saved(page(number), "TIFF"))
    decoding = median([sum(timed(lambda p=p: Image.open(p).load()) for p in files) for _ in range(2)])
    took = imported(folder / "pictures.kant", files)
    yield Figure("importing scans, each a letter, per page", took / pages, None, decoding / pages, "Pillow")


def imported(project: Path, files: list[Path]) -> float:
    """Return how long the import takes."""
    remove_project(project)
    with Store.create(project, kamerbrief_codebook(), "jan") as store:
        return timed(lambda: import_paths(store, files, "jan", pages=EACH))


def main() -> int:
    """Print the figures; tell by the exit code whether the bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--pages", type=int, default=60)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder, asked.pages)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
