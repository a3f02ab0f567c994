"""The page images in the real window, with real keys: in step with the text, also after corrections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.codebook_toml import read_codebook
from annotator.core.text import Span
from annotator.pages.places import Box, PageMarks
from annotator.resources import resource_path
from annotator.session.pages.letter_pages import LetterPages
from annotator.session.pages.page_images import PageImages, _shelf
from annotator.session.pages.reading import pages_at_once
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from annotator.ui.features.page_images.canvas import PageCanvas
from annotator.ui.widgets.image_band import ImageBand
from tests.pdf_making import lines_at, page, pdf_of
from tests.ui.shell.making import Bench, Here, OpenBench, settle

FIRST_PAGE = """De Minister van Defensie heeft op 22 oktober 2020 met Belgié gesproken.

De inzet van Belgié is verplich-
tingen nagekomen. Ook Irak deed mee aan het overleg."""
SECOND_PAGE = """De missie in Irak gaat door. Een financiéle bijdrage
volgt, zo werd gemeld door Irak en partners."""


class HereToo(Here):
    """Draws in this process, at once."""

    def cancel(self, key: str) -> None:
        pass

    def close(self) -> None:
        _shelf().close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    pages = [page(lines_at(80, 120, text, size=12)) for text in (FIRST_PAGE, SECOND_PAGE)]
    (tmp_path / "brief-1.pdf").write_bytes(pdf_of(*pages))
    (tmp_path / "brief-2.txt").write_text("Een brief zonder pagina's.\n", encoding="utf-8")
    path = tmp_path / "P.kant"
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    with Store.create(path, book, "jan") as store:
        import_paths(store, [tmp_path / "brief-1.pdf", tmp_path / "brief-2.txt"], "jan")
    return path


@pytest.fixture
def bench(open_bench: OpenBench, project: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr("annotator.jobs.lazy.LazyWorker", lambda *_, **__: HereToo())
    bench = open_bench(project)
    bench.window.resize(1920, 1000)
    pages_shown(bench)
    return bench


def pages_shown(bench: Bench) -> None:
    bench.qtbot.waitUntil(lambda: bench.window.composition.workspace.page_images.ready)
    in_step(bench)


def in_step(bench: Bench) -> None:
    """Wait until the marks are where the caret is."""
    timer = bench.window.composition.workspace.page_images.findChild(QTimer)
    bench.qtbot.waitUntil(lambda: not timer.isActive())
    canvas(bench).hurry()
    settle()


def canvas(bench: Bench) -> PageCanvas:
    found = bench.window.views.page_view.findChild(PageCanvas)
    assert found is not None
    return found


def marks(bench: Bench) -> PageMarks:
    in_step(bench)
    return canvas(bench).marks()


def pages_of(bench: Bench) -> LetterPages:
    """Return the pages of the open letter, as the file has them."""
    session = bench.window.session
    pages = pages_at_once(session, session.letter_id, session.letter.ocr_text)
    assert pages is not None
    return pages


def printed(bench: Bench, boxes: tuple[Box, ...]) -> list[str]:
    """Return what the OCR read in each box."""
    letter, pages = bench.window.session.letter, pages_of(bench)
    return [
        " ".join(
            letter.ocr_text[word.start : word.end]
            for word in pages.layouts[box.page].words
            if word.left >= box.left and word.right <= box.right and box.top <= word.top <= box.bottom
        )
        for box in boxes
    ]


def click(bench: Bench, words: str, nth: int = 0, *, double: bool = False) -> None:
    """Click on words of the page image."""
    letter, pages = bench.window.session.letter, pages_of(bench)
    start = -1
    for _ in range(nth + 1):
        start = letter.ocr_text.index(words, start + 1)
    box = pages.words.boxes(Span(start, start + len(words)))[0]
    canvas(bench).follow(box)
    canvas(bench).hurry()
    place = canvas(bench).rect_of(box).center().toPoint()
    act: Callable[..., Any] = bench.qtbot.mouseDClick if double else bench.qtbot.mouseClick
    act(canvas(bench).viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def shown_pane(bench: Bench) -> QWidget:
    return bench.window.views.page_view


def test_the_caret_is_marked_on_the_image(bench: Bench) -> None:
    bench.caret("Defensie")
    shown = marks(bench)
    assert printed(bench, shown.words) == ["Defensie"]
    assert printed(bench, shown.line) == [FIRST_PAGE.split("\n", maxsplit=1)[0]]


def test_a_corrected_word_is_marked_where_it_stands_on_paper(bench: Bench) -> None:
    bench.select("Belgié")
    bench.keys("Return")
    bench.type("België")
    bench.keys("Return")
    bench.caret("België")
    assert printed(bench, marks(bench).words) == ["Belgié"]
    bench.caret("gesproken")
    assert printed(bench, marks(bench).words) == ["gesproken."]


def test_typing_keeps_the_marks_in_step(bench: Bench) -> None:
    bench.caret("Minister", by=0)
    bench.keys("F2")
    bench.type("heel lange ")
    bench.keys("Escape")
    bench.caret("Defensie")
    assert printed(bench, marks(bench).words) == ["Defensie"]


def test_a_broken_word_in_the_correction_box_is_marked_on_both_lines(bench: Bench) -> None:
    bench.select("verplich-\ntingen")
    bench.keys("Return")
    shown = marks(bench)
    assert shown.kind == "suspect"
    assert printed(bench, shown.words) == ["verplich-", "tingen"]


def test_a_joined_word_is_still_marked_on_both_lines(bench: Bench) -> None:
    bench.select("verplich-\ntingen")
    bench.keys("Return")
    bench.keys("Return")
    assert "verplichtingen" in bench.text
    bench.caret("verplichtingen")
    assert printed(bench, marks(bench).words) == ["verplich-", "tingen"]


def test_a_selection_is_marked(bench: Bench) -> None:
    bench.select("Ook Irak deed")
    shown = marks(bench)
    assert (shown.kind, printed(bench, shown.words)) == ("selection", ["Ook Irak deed"])


def test_the_image_follows_to_another_page(bench: Bench) -> None:
    assert canvas(bench).current_page() == 0
    bench.caret("financiéle")
    in_step(bench)
    assert canvas(bench).current_page() == 1


def test_a_click_on_the_image_goes_to_the_word(bench: Bench) -> None:
    click(bench, "overleg")
    assert bench.text[bench.window.views.text.caret() :].startswith("overleg")
    assert bench.window.views.text.hasFocus()


def test_a_click_after_a_correction_goes_to_the_word(bench: Bench) -> None:
    bench.select("Belgié")
    bench.keys("Return")
    bench.type("het Koninkrijk België")
    bench.keys("Return")
    click(bench, "gesproken")
    assert bench.text[bench.window.views.text.caret() :].startswith("gesproken")


def test_a_double_click_on_the_image_opens_the_box(bench: Bench) -> None:
    click(bench, "Minister", double=True)
    assert bench.asked == "Minister"
    bench.keys("Escape")
    assert bench.window.views.text.hasFocus()


def test_f6_reaches_the_image_and_escape_leaves_it(bench: Bench) -> None:
    bench.keys("Shift+F6")
    assert canvas(bench).hasFocus()
    bench.keys("Escape")
    assert bench.window.views.text.hasFocus()


def test_enter_in_the_image_goes_to_the_text_at_its_place(bench: Bench) -> None:
    bench.keys("Shift+F6", "End", "Return")
    assert bench.window.views.text.hasFocus()
    assert bench.window.views.text.caret() >= bench.text.index("De missie")


def test_the_key_puts_the_images_beside_above_and_away(bench: Bench) -> None:
    pane, seen = bench.window.views.page_pane, []
    for _ in range(3):
        bench.keys("Ctrl+Shift+I")
        seen.append((pane.orientation(), shown_pane(bench).isVisible()))
    assert seen == [
        (Qt.Orientation.Vertical, True),
        (Qt.Orientation.Vertical, False),
        (Qt.Orientation.Horizontal, True),
    ]
    assert bench.said[-1] == "Page images beside the text."


def test_lines_above_the_text_take_a_share_of_the_height(bench: Bench) -> None:
    bench.keys("Ctrl+Shift+I")
    image, text = bench.window.views.page_pane.sizes()
    assert 0.15 < image / (image + text) < 0.35


def test_where_the_images_stand_is_remembered(bench: Bench, open_bench: OpenBench, project: Path) -> None:
    bench.keys("Ctrl+Shift+I")
    bench.window.close()
    again = open_bench(project)
    assert again.window.views.page_pane.orientation() == Qt.Orientation.Vertical


def test_in_a_narrow_window_the_images_stand_above(bench: Bench) -> None:
    bench.window.resize(1200, 900)
    settle()
    assert bench.window.views.page_pane.orientation() == Qt.Orientation.Vertical


def test_a_letter_without_pages_takes_no_room_for_them_and_says_so(bench: Bench) -> None:
    bench.keys("Ctrl+PgDown")
    assert not shown_pane(bench).isVisible()
    bench.keys("Alt+9")
    assert bench.said[-1] == "This letter has no page images: its source is plain text."
    bench.keys("Ctrl+PgUp")
    pages_shown(bench)
    assert shown_pane(bench).isVisible()


def test_keys_zoom_and_fit(bench: Bench) -> None:
    wide = canvas(bench).percent()
    bench.keys("Alt++")
    assert canvas(bench).percent() > wide
    bench.keys("Alt+8")
    whole = canvas(bench).rect_of(Box(0, 0, 0, 595, 842))
    assert whole.height() <= canvas(bench).viewport().height()
    bench.keys("Alt+0")
    assert canvas(bench).percent() == pytest.approx(wide)


def test_the_zoom_is_remembered(bench: Bench, open_bench: OpenBench, project: Path) -> None:
    bench.keys("Alt+8")
    bench.window.close()
    again = open_bench(project)
    again.window.resize(1920, 1000)
    settle()
    assert canvas(again).zoom.fit == "page"


def test_hidden_images_say_how_to_show_them(bench: Bench) -> None:
    bench.keys("Ctrl+Shift+I", "Ctrl+Shift+I", "Alt+9")
    assert bench.said[-1] == "The page images are hidden: Ctrl+Shift+I shows them."


def test_images_can_be_told_to_stay(bench: Bench) -> None:
    bench.keys("Ctrl+Alt+F")
    bench.caret("financiéle")
    in_step(bench)
    assert canvas(bench).verticalScrollBar().value() == 0


def band(bench: Bench) -> QPixmap | None:
    shown: ImageBand = bench.box.findChild(ImageBand)
    return shown.grab() if shown.isVisible() else None


def has_ink(image: QPixmap) -> bool:
    picture = image.toImage()
    return any(picture.pixelColor(x, picture.height() // 2).lightness() < 110 for x in range(picture.width()))


def test_the_box_shows_the_word_as_it_is_printed(bench: Bench) -> None:
    bench.select("Defensie")
    bench.keys("Return")
    bench.qtbot.waitUntil(lambda: (image := band(bench)) is not None and has_ink(image))


def test_the_box_opens_at_once_with_paper_where_the_word_is_not_drawn(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageImages, "ask", lambda *_: None)
    monkeypatch.setattr(PageImages, "get", lambda self, source, part: None)
    bench.select("Defensie")
    bench.keys("Return")
    image = band(bench)
    assert bench.asked == "Defensie"
    assert image is not None and not has_ink(image)


def test_the_next_suspects_are_drawn_ahead(bench: Bench) -> None:
    bench.keys("F3")
    in_step(bench)
    bench.keys("F3")
    image = band(bench)
    assert image is not None and has_ink(image)


def test_in_a_letter_without_pages_the_box_has_no_image(bench: Bench) -> None:
    bench.keys("Ctrl+PgDown")
    bench.select("brief")
    bench.keys("Return")
    assert band(bench) is None


def test_the_image_of_a_word_of_another_letter_can_be_asked_for(bench: Bench) -> None:
    bench.keys("Ctrl+PgDown")
    got: list[Any] = []
    words = bench.window.composition.workspace.page_images.words
    for other in range(100, 200):  # so many that no other letter is kept
        words.put_letter(other, None)
    words.word_image(1, Span(3, 11), (300, 40), 1.0, got.append)
    bench.qtbot.waitUntil(lambda: bool(got))
    assert has_ink(QPixmap.fromImage(got[0]))
    words.word_image(1, Span(3, 11), (300, 40), 1.0, got.append)
    assert len(got) == 2
    words.word_image(2, Span(0, 3), (300, 40), 1.0, got.append)
    bench.qtbot.waitUntil(lambda: len(got) == 3)
    assert got[2] is None


def test_a_page_that_cannot_be_drawn_leaves_the_text_usable(
    open_bench: OpenBench, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(HereToo):
        def submit(self, key: str, function: Any, *args: Any, **options: Any) -> None:
            if options.get("failed"):
                options["failed"](RuntimeError("crash"))

    monkeypatch.setattr("annotator.jobs.lazy.LazyWorker", lambda *_, **__: Broken())
    bench = open_bench(project)
    pages_shown(bench)
    bench.caret("Defensie")
    assert printed(bench, marks(bench).words) == ["Defensie"]


def test_another_project_puts_the_pages_away(bench: Bench, tmp_path: Path) -> None:
    other = tmp_path / "other.kant"
    assert bench.window.composition.opening.make_project(other)
    settle()
    assert not shown_pane(bench).isVisible()
    assert canvas(bench).page_count() == 0
    QApplication.processEvents()
