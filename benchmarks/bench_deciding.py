"""Measure Enter at a word with a thousand places: to the next word, and what holds up the window.

Run: python benchmarks/bench_deciding.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed. Each letter has each of the words once. Done is what the page says once the change is in the file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, settle, until  # isort: skip

from PySide6.QtCore import Qt

from annotator.core.document import new_letter
from annotator.session.words.review_words import SuspectWord
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from annotator.ui.shell.main_window import MainWindow
from benchmarks.bench_tables import key, worked
from benchmarks.big_project import STAMP, kamerbrief_codebook, new_from, remove_project
from benchmarks.measuring import Figure, arguments, median, show, work_folder

_MISREAD = ("rninister", "gecoordineerd", "comrnissie", "voorzittcr", "overlcg", "bijeenkornst", "verslaq")


def project(folder: Path, letters: int) -> Path:
    """Make a project of letters that all have the same misread words."""
    path = folder / "deciding.kant"
    remove_project(path)
    with Store.create(path, kamerbrief_codebook(), STAMP.analyst) as store:
        lines = "\n".join(f"Daar staat het woord {word} in de brief." for word in _MISREAD)
        made = [new_letter(f"Brief {n}.\n{lines}\n", (0,), f"Brief {n}", STAMP) for n in range(letters)]
        store.do(lambda conn: add_letters(conn, [new_from(one, f"{n}.txt") for n, one in enumerate(made)]))
    return path


def bench(window: MainWindow, letters: int) -> Iterator[Figure]:
    """Yield the figures of words decided on by Enter."""
    session = window.session
    review = window.composition.workspace.word_review
    review.open()
    page, lane = review.page, review._lane
    until(lambda: not review._looking.running, 600)
    until(lambda: page.words_left() >= len(_MISREAD), 60)
    settle(2)  # the words are gathered once more
    times, held, saved = [], [0.0], []
    for _ in range(len(_MISREAD) - 1):
        until(lambda: page._can_decide() and not lane.is_deciding, 60)
        word, made = page.shown_word(), len(lane.made)

        def at_next(before: SuspectWord = word) -> bool:
            return page.shown_word() is not before and bool(page._can_decide())

        def is_saved(made: int = made) -> bool:
            return len(lane.made) > made and not lane.is_deciding and session.save_state.state == "saved"

        took, longest = worked(lambda: key(page.focusWidget() or page, Qt.Key.Key_Return), at_next)
        more, later = worked(lambda: None, is_saved)
        times.append(took)
        saved.append(took + more)
        held += [longest, later]
    what = f"Enter at a word with {letters:,} places, to the next word with its places"
    yield Figure(f"{what}, median", median(times), 100)
    yield Figure("the same: in the file and settled, median", median(saved))
    yield Figure("the same: held up, at most", max(held), 50)
    yield Figure("the same: held up, median of the longest of each", median(held[1:]))


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=1_000)
    asked = parser.parse_args()
    application()
    with work_folder(asked) as folder:
        path = project(folder, asked.letters)
        with opened_window(path, folder / "settings") as window:
            figures = list(bench(window, asked.letters))
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
