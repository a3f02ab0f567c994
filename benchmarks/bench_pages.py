"""Measure page images in the main window: a letter's first image, and that of the next page.

Run: python benchmarks/bench_pages.py [--json] [--letters N] [PDF…]. Exit code 1 when a bound is missed. The
letters are copies of the scanned sample letter (or of the given PDFs), none of which was opened before;
the drawing process is warm, as it is in a project with pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, settle, until  # isort: skip

import pypdfium2
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from annotator.ui.features.page_images.canvas import PageCanvas
from annotator.ui.shell.main_window import MainWindow
from benchmarks.measuring import Figure, arguments, median, percentile, show, timed, work_folder

SAMPLE = resource_path("sample/leeszalen-rijksarchieven-2022.pdf")


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def bench(folder: Path, letters: int, sources: Sequence[Path]) -> Iterator[Figure]:
    """Yield the figures of page images."""
    application()
    project = _project(folder, letters, sources)
    with opened_window(project, folder / "settings") as window:
        window.resize(1600, 1000)
        canvas = window.views.page_view.findChild(PageCanvas)
        until(lambda: window.composition.workspace.page_images.ready)
        settle(1.0)
        wide = round(canvas._stack.frames[0].width * canvas.devicePixelRatioF())
        first, following, box = _first(window, canvas), _next(window, canvas), _box(window)
    base, name = _bare(folder, wide), "pypdfium2 draws the page alone"
    yield Figure(
        "a letter's first page image, opening to painted, p95", percentile(first, 95), 150, base, name
    )
    yield Figure("the same, median", median(first), None, base, name)
    yield Figure(
        "the next page, cached ahead, key to painted, p95", percentile(following, 95), 30, base, name
    )
    yield Figure("the same, median", median(following), None, base, name)
    yield Figure(
        "the image of the word in the correction box, key to painted, p95", percentile(box, 95), None
    )


def _project(folder: Path, letters: int, sources: Sequence[Path]) -> Path:
    path = folder / "pages.kant"
    if path.exists():
        return path
    copies = []
    for number in range(letters):
        source = sources[number % len(sources)]
        copies.append(folder / f"{number}-{source.name}")
        copies[-1].write_bytes(source.read_bytes() + b"\n%% copy %d\n" % number)  # another source
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    with Store.create(path, book, "jan") as store:
        import_paths(store, copies, "jan")
    return path


def _first(window: MainWindow, canvas: PageCanvas) -> list[float]:
    """Open letters that were not open before; until their first page is on the screen."""
    paints, times = Paints(canvas.viewport()), []
    for line in window.session.store.reader.letters_page()[1:]:

        def job(letter_id: int = line.id) -> None:
            window.composition.open_letter(letter_id)
            until(lambda: _first_is_drawn(window))
            seen = paints.count
            canvas.viewport().repaint()
            until(lambda: paints.count > seen)

        times.append(timed(job))
        until(lambda: window.composition.workspace.page_images.ready)
        settle(0.3)
    return times


def _first_is_drawn(window: MainWindow) -> bool:
    pictures = window.composition.workspace.page_images._pictures
    return pictures is not None and pictures.is_drawn(1)


def _next(window: MainWindow, canvas: PageCanvas) -> list[float]:
    """Go from page to page; the ones around were drawn meanwhile."""
    times = []
    for line in window.session.store.reader.letters_page()[:6]:
        window.composition.open_letter(line.id)
        until(lambda: window.composition.workspace.page_images.ready)
        settle(0.5)
        canvas.setFocus()
        for _ in range(2):
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)

            def job(press: QKeyEvent = press) -> None:
                QApplication.sendEvent(canvas, press)
                QApplication.processEvents()
                if not window.composition.workspace.page_images.ready:
                    until(lambda: window.composition.workspace.page_images.ready)
                    canvas.viewport().repaint()

            times.append(timed(job))
            settle(0.3)
    return times


def _box(window: MainWindow) -> list[float]:
    """Go from suspect to suspect; until the box is painted with its word."""
    until(lambda: window.composition.workspace is not None and window.composition.workspace.suspecting.ready)
    times = []
    for _ in range(8):

        def job() -> None:
            window.composition.workspace.next_suspect()
            QApplication.processEvents()

        times.append(timed(job))
        settle(0.4)
    window.composition.workspace.review.close()
    return times[1:]


def _bare(folder: Path, wide: int) -> float:
    times = []
    for path in sorted(folder.glob("*.pdf")):
        data = path.read_bytes()

        def job(data: bytes = data) -> None:
            document = pypdfium2.PdfDocument(data)
            page = document[0]
            bitmap = page.render(scale=wide / page.get_width(), prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            assert not image.isNull()
            page.close()
            document.close()

        times.append(timed(job))
    return median(times)


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=24)
    parser.add_argument("sources", nargs="*", type=Path, help="PDFs to use instead of the sample letter")
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        figures = list(bench(folder, asked.letters, asked.sources or [SAMPLE]))
        return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
