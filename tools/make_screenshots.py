#!/usr/bin/env python
"""Make the pictures of the documentation: `.venv/bin/python tools/make_screenshots.py en` (or `nl`).

The sample letters are imported into a project that is thrown away; the longest is worked on as an analyst
would, by what its truth file says; then each view of the window is drawn without a screen, in the
language that is given. The pictures have few colours, so that both languages together take some 3 MB.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

# Without a screen of its own Qt has one of 800 × 800, in which wide dialogs are cut off.
_SCREEN = '{"screens": [{"name": "S", "width": 1600, "height": 900}]}'
_SCREEN_FILE = Path(tempfile.gettempdir(), "kanttekening-screen.json")
_SCREEN_FILE.write_text(_SCREEN, encoding="utf-8")
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_SCREEN_FILE}")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog, QWidget  # noqa: E402

from annotator.app import install_translators  # noqa: E402
from annotator.commands import set_status  # noqa: E402
from annotator.core import operations  # noqa: E402
from annotator.core.codebook_toml import read_codebook  # noqa: E402
from annotator.core.history import Correction  # noqa: E402
from annotator.core.hyphens import join_broken_word  # noqa: E402
from annotator.core.text import Span, line_start  # noqa: E402
from annotator.jobs.worker import Worker  # noqa: E402
from annotator.resources import resource_path  # noqa: E402
from annotator.session import Session  # noqa: E402
from annotator.session.codebook.editing import EntryId  # noqa: E402
from annotator.session.project import labels  # noqa: E402
from annotator.session.transfer.importing import import_paths  # noqa: E402
from annotator.storage.store import Store  # noqa: E402
from annotator.ui.features.search.page import SearchPage  # noqa: E402
from annotator.ui.settings import Settings  # noqa: E402
from annotator.ui.shell.main_window import MainWindow  # noqa: E402
from annotator.ui.theme.keeper import ThemeKeeper  # noqa: E402

ANALYST = "Anna"
LETTER = "voortgang-kustwacht-2021"
SIZE = (1366, 820)
COLOURS = 256
# Views by the command that opens them, and what their picture is called.
VIEWS = {
    "palette": "palette",
    "statistics": "statistics",
    "settings": "settings",
    "review_words": "words",
    "learnt": "learnt",
    "letters_table": "table-letters",
    "passages_table": "table-passages",
    "find_duplicates": "duplicates",
    "export": "export",
    "key_sheet": "keys",
}
CORRECTED_BEFORE = 2_250  # from here on the suspects are left, so that both can be seen
LEFT_EMPTY = ("your_reference", "chamber")  # the form has something to ask
SCAN = "Leeszalen"
DONE = ("archeologie-bijlage-2020",)
Truth = Mapping[str, Any]


def make_project(path: Path) -> None:
    """Make a project with the sample letters, the longest half-way through."""
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    folder = resource_path("sample")
    letters = sorted(folder.glob("*.txt"), key=lambda file: file.stem != LETTER)
    letters += folder.glob("*.pdf")
    twin = path.with_name("kustwacht-2021-tweede-scan.txt")
    twin.write_text(
        (folder / f"{LETTER}.txt").read_text(encoding="utf-8").replace("wij", "wii"), encoding="utf-8"
    )
    letters.append(twin)
    with Store.create(path, book, ANALYST) as store:
        found = import_paths(store, letters, ANALYST)
    by_name = {file.path.stem: file.letter_id for file in found}
    session = Session(Store.open(path, must_write=True, analyst=ANALYST), ANALYST)
    session.open_letter(by_name[LETTER])
    truth = json.loads((folder / f"{LETTER}.truth.json").read_text(encoding="utf-8"))
    # Places in the truth are those of the OCR text: so the corrections come last, and move the rest along.
    for work in (tag_sections, tag_passages, fill_form, correct):
        work(session, truth)
    set_status(session, "busy")
    for name in DONE:
        session.open_letter(by_name[name])
        set_status(session, "done")
    session.close()


def tag_sections(session: Session, truth: Truth) -> None:
    """Start the sections of a letter."""
    for section in truth["sections"]:
        at, heading = section["start"], section["heading"]
        session.do(
            labels.section("start", heading or ""),
            operations.start_section(
                letter_of(session), at, section["level"], section["tag"], session.stamp()
            ),
        )


def tag_passages(session: Session, truth: Truth) -> None:
    """Tag the passages of a letter."""
    for passage in truth["passages"]:
        span = Span(passage["start"], passage["end"])
        delta = operations.add_passage(span, passage["tag"], session.stamp())
        session.do(labels.tagged(passage["tag"], passage["text"]), delta)


def fill_form(session: Session, truth: Truth) -> None:
    """Fill most of the form, each value with its evidence."""
    held: dict[str, int] = {}
    for value in truth["fields"]:
        field = {"signatory": "signatory.name", "signatory_role": "signatory.role"}.get(
            value["field"], value["field"]
        )
        if field in LEFT_EMPTY:
            continue
        letter, quote = letter_of(session), value["evidence"]
        evidence = Span(value["start"], value["end"]) if quote else None
        shown = " ".join(quote.split()) if quote else value["value"]
        position = held[field] = held.get(field, -1) + 1
        delta = operations.set_value(
            letter, field, position, value["value"], shown, evidence, session.stamp()
        )
        session.do(labels.filled(field, shown), delta)


def correct(session: Session, truth: Truth) -> None:
    """Correct what is misread in the first half of a letter; the last place first, so that none moves."""
    found = [c for c in truth["corrections"] if c["start"] < CORRECTED_BEFORE]
    for c in reversed(found):
        letter = letter_of(session)
        start, end, after = c["start"], c["end"], c["after"]
        if c["kind"] == "hyphen":
            start, end, after = join_broken_word(letter.text, start, end, after)
        meant = Correction(start, end, letter.text[start:end], after, c["kind"], "suggestion")
        session.do(
            labels.corrected(c["before"], c["after"]),
            operations.correct(letter, (meant,), session.stamp()),
        )


def letter_of(session: Session) -> Any:
    """Return the letter on the desk."""
    assert session.letter is not None
    return session.letter


def wait(app: QApplication, done: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let the window work until something holds."""
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
    for _ in range(20):
        app.processEvents()


def show_words(window: MainWindow, words: str, above: int = 14) -> None:
    """Put the caret on words of the letter, with some lines above them in view."""
    text = window.views.text.text()
    at = text.index(words)
    top = at
    for _ in range(above):
        top = line_start(text, max(0, top - 1))
    window.views.text.move_caret(len(text), reveal=True)
    window.views.text.move_caret(top, reveal=True)
    window.views.text.move_caret(at, reveal=True)


def draw(app: QApplication, project: Path, folder: Path, settings: Path, language: str) -> None:
    """Draw the window light and dark, and in the light every view of it."""
    worker = Worker()
    for theme in ("light", "dark"):
        window = open_window(
            app, ThemeKeeper(app, theme), Settings(settings / theme), worker, project, language
        )
        show_words(window, "De aanbesteding is op")
        wait(app, lambda: False, 0.5)
        save(window, folder / f"main-{theme}.png")
        if theme == "light":
            show_words(window, "Vitale infrastructuur")
            window.composition.workspace.next_suspect()
            wait(app, lambda: False, 0.5)
            save(window, folder / "correction-box.png")
            draw_codebook(app, window, folder)
            window.composition.workspace.review.close()
            for command, name in VIEWS.items():
                draw_view(app, window, command, folder / f"{name}.png")
            draw_search(app, window, folder)
            draw_pages(app, window, folder / "page-images.png")
            draw_import(app, window, folder / "import-report.png")
        else:
            draw_view(app, window, "restore", folder / "restore.png")  # there is a backup now
            window.composition.opening.close_session()
            window.composition.opening.show_welcome()
            wait(app, lambda: False, 0.5)
            window.close()
            continue
        window.close()
        wait(app, lambda: False, 1.5)
    worker.close()


def draw_welcome(app: QApplication, folder: Path, settings: Path, language: str) -> None:
    """Draw what one sees who opens the program for the first time."""
    worker = Worker()
    window = MainWindow(Settings(settings), ThemeKeeper(app, "light"), worker, language)
    window.resize(*SIZE)
    window.composition.startup.start([], None, sample=False)
    window.show()
    window.composition.startup.after_first_paint()
    wait(app, lambda: False, 0.8)
    save(window, folder / "welcome.png")
    window.close()
    worker.close()


def draw_codebook(app: QApplication, window: MainWindow, folder: Path) -> None:
    """Draw the codebook's editor on a tag that the letter uses."""
    window.composition.workspace.codebook.open()
    editor = window.composition.workspace.codebook.editor
    assert editor is not None
    wait(app, lambda: any(entry.used for entry in editor.list.entries.items()))
    editor.list.set_current_row(editor.list.entries.row_of(EntryId("passage", "organisation")))
    wait(app, lambda: False, 0.3)
    save(editor, folder / "codebook-editor.png")
    editor.close()


def draw_view(app: QApplication, window: MainWindow, command: str, path: Path) -> None:
    """Have a view opened by its command, draw it once it is there, and leave it."""

    def draw_it() -> None:
        top = QApplication.activeModalWidget() or QApplication.activeWindow()
        save(top if isinstance(top, QDialog) and top.isVisible() else window, path)
        if isinstance(top, QDialog) and top.isVisible():
            top.close()

    QTimer.singleShot(2500, draw_it)
    window.composition.actions[command].trigger()
    wait(app, path.exists, 5)
    wait(app, lambda: False, 0.3)
    if window.views.pages.currentWidget() is not window.views.letter_page:
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    wait(app, lambda: window.views.pages.currentWidget() is window.views.letter_page, 3)


def draw_import(app: QApplication, window: MainWindow, path: Path) -> None:
    """Draw the report of an import: a letter that is new, one that is there, one that cannot be read."""
    folder = window.session.store.path.parent / "in"
    folder.mkdir()
    (folder / "nieuwe-brief.txt").write_text("Geachte voorzitter,\n\nHierbij de cijfers.\n", encoding="utf-8")
    (folder / "brief.rtf").write_text(r"{\rtf1 Geachte voorzitter}", encoding="utf-8")
    shutil.copy(resource_path(f"sample/{LETTER}.txt"), folder)

    def drawn() -> bool:
        top = QApplication.activeModalWidget()
        if not isinstance(top, QDialog) or isinstance(top, QProgressDialog):
            return False
        wait(app, lambda: False, 0.3)
        save(top, path)
        top.close()
        return True

    timer = QTimer(window)
    timer.timeout.connect(lambda: drawn() and timer.stop())
    timer.start(200)
    window.composition.import_paths(sorted(folder.iterdir()))
    wait(app, path.exists, 20)


def draw_search(app: QApplication, window: MainWindow, folder: Path) -> None:
    """Draw the search of the project with its hits."""
    window.composition.actions["find_in_project"].trigger()
    page = window.findChildren(SearchPage)[0]
    page.ask("kamer")
    wait(app, lambda: False, 2.5)
    save(page, folder / "search.png")
    window.composition.workspace.search.close()


def _is_looked_over(window: MainWindow) -> bool:
    workspace = window.composition.workspace
    return workspace is not None and workspace.suspecting.ready


def draw_pages(app: QApplication, window: MainWindow, path: Path) -> None:
    """Draw the window with the scanned letter, the correction box open on a word of it."""
    window.composition.workspace.review.close()
    window.resize(SIZE[0], 760)
    scans = [line.id for line in window.session.store.reader.letters_page() if SCAN in line.title]
    window.composition.open_letter(scans[0])
    wait(app, lambda: _is_looked_over(window))
    show_words(window, "digitaliseringsprograrnma", above=6)
    window.composition.workspace.next_suspect()
    wait(app, lambda: window.composition.workspace.page_images.ready)
    wait(app, lambda: False, 0.8)
    save(window.views.letter_page, path)  # the middle alone: the grey of a scan takes much room


def open_window(
    app: QApplication, themes: ThemeKeeper, settings: Settings, worker: Worker, project: Path, language: str
) -> MainWindow:
    """Open the main window on a project and wait for its suspects."""
    window = MainWindow(settings, themes, worker, language)
    window.composition.context.analyst = ANALYST
    window.resize(*SIZE)
    window.composition.opening.open_path(project, loud=True)
    window.show()
    wait(app, lambda: _is_looked_over(window))
    window.composition.workspace.choose_next_field()
    window.views.text.setFocus(Qt.FocusReason.OtherFocusReason)
    return window


def save(widget: QWidget, path: Path) -> None:
    """Draw a window, or what is in it, into a PNG of few colours."""
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    widget.grab().save(data, "PNG")
    with Image.open(io.BytesIO(bytes(data.data().data()))) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


def main(language: str, folder: Path) -> None:
    """Make all pictures in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    app = QApplication(["kanttekening"])
    app.setApplicationName("Kanttekening")
    install_translators(app, language)
    with tempfile.TemporaryDirectory(prefix="kanttekening-pictures-") as scratch:
        project = Path(scratch, "coast-guard.kant")
        make_project(project)
        draw_welcome(app, folder, Path(scratch, "first"), language)
        draw(app, project, folder, Path(scratch), language)


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "en"
    docs = ROOT / "docs"
    main(chosen, docs / "nl" / "images" if chosen == "nl" else docs / "images")
