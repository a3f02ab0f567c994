"""How the room of the window is shared at the sizes of office screens: in the real window, by real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QToolButton

from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from annotator.ui.features.page_images.canvas import PageCanvas
from annotator.ui.features.panels.form.place import FieldLabel
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.key_button import KeyButton
from tests.ui.looking import rows_of
from tests.ui.shell.making import Bench, Here, OpenBench, settle

SMALL, LARGE = (1366, 768), (1920, 1080)
SIZES = ((1280, 720), SMALL, LARGE, (2560, 1440))
LETTER = resource_path("sample/voortgang-kustwacht-2021.txt")
SCAN = resource_path("sample/leeszalen-rijksarchieven-2022.pdf")


class Offices(Bench):
    """A window with the sample's letter, and what is measured of it."""

    def size(self, wide: int, high: int) -> None:
        self.window.resize(wide, high)
        settle()
        settle()

    @property
    def form(self) -> QScrollArea:
        area = self.window.views.side.form.findChild(QScrollArea)
        assert area is not None
        return area

    def widths(self) -> dict[str, tuple[int, int]]:
        """The width and height of each pane that is seen, and of the page images."""
        seen = {d.objectName(): (d.width(), d.height()) for d in self.window.views.docks if seen_now(d)}
        images = self.window.views.page_pane.images
        return seen | ({"images": (images.width(), images.height())} if images.isVisible() else {})


def seen_now(dock: object) -> bool:
    return dock.isVisible() and not dock.visibleRegion().isEmpty()  # type: ignore[attr-defined]


def project_of(folder: Path, *letters: Path) -> Path:
    path = folder / "Office.kant"
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    with Store.create(path, book, "jan") as store:
        import_paths(store, list(letters), "jan")
    return path


@pytest.fixture
def office(open_bench: OpenBench, tmp_path: Path) -> Offices:
    bench = open_bench(project_of(tmp_path, LETTER), runner=Here(proposes=True))
    office = Offices(bench.qtbot, bench.window, bench.path)
    office.qtbot.waitUntil(lambda: any(v.field == "reference" for v in values(office)))
    settle()
    return office


@pytest.fixture
def scan(open_bench: OpenBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Offices:
    from tests.ui.features.page_images.test_paging import HereToo

    monkeypatch.setattr("annotator.jobs.lazy.LazyWorker", lambda *_, **__: HereToo())
    bench = open_bench(project_of(tmp_path, SCAN), wait=False)
    office = Offices(bench.qtbot, bench.window, bench.path)
    office.size(*SMALL)
    ready(office)
    return office


def canvas_of(office: Offices) -> PageCanvas:
    canvas = office.window.views.page_view.findChild(PageCanvas)
    assert canvas is not None
    return canvas


def values(office: Offices) -> list:  # type: ignore[type-arg]
    return list(office.window.session.letter.values.values())


def ready(office: Offices) -> None:
    pages = office.window.composition.workspace.page_images
    timer = pages.findChild(QTimer)
    office.qtbot.waitUntil(lambda: pages.ready and not timer.isActive())
    canvas_of(office).hurry()
    settle()


# --- two side places ----------------------------------------------------------------------------------


def test_on_an_office_laptop_all_fields_are_seen_by_one_scroll_and_eight_rows_of_the_outline(
    office: Offices,
) -> None:
    office.size(*SMALL)
    area, rows = office.form, rows_of(office.window.views.side.outline)
    whole = area.widget().height()
    assert whole > 16 * 26, "all fields are there"
    assert 2 * area.viewport().height() >= whole
    assert rows.viewport().height() >= 8 * rows.sizeHintForRow(0)
    assert area.viewport().height() > 380, "more than thirteen fields at once"


def test_on_a_large_screen_all_fields_are_seen_without_a_scroll(office: Offices) -> None:
    office.size(*LARGE)
    rows = rows_of(office.window.views.side.outline)
    assert office.form.verticalScrollBar().maximum() == 0
    assert rows.viewport().height() >= 8 * rows.sizeHintForRow(0)


def test_the_form_stands_above_and_the_others_behind_one_another_below_it(office: Offices) -> None:
    docks = office.window.views.side.docks
    others = [dock for name, dock in docks.items() if name != "form"]
    assert set(office.window.tabifiedDockWidgets(docks["outline"])) == set(others) - {docks["outline"]}
    assert sum(map(seen_now, others)) == 1
    assert docks["form"].geometry().bottom() < docks["outline"].geometry().top()


@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_a_head_or_field_is_cut(office: Offices, size: tuple[int, int]) -> None:
    office.size(*size)
    side = office.window.views.side
    labels = [one for one in side.docks["form"].findChildren(ElidedLabel) if one.isVisible()]
    labels += [one for one in office.window.views.head.findChildren(ElidedLabel) if one.isVisible()]
    assert any(isinstance(one, FieldLabel) for one in labels)
    cut = [one.text() for one in labels if one.width() < one.fontMetrics().horizontalAdvance(one.text())]
    assert not cut


@pytest.mark.parametrize("size", SIZES)
def test_a_letter_without_pages_leaves_no_half_of_the_screen_empty(
    office: Offices, size: tuple[int, int]
) -> None:
    office.size(*size)
    text = office.window.views.text
    start, end = office.span("Met deze brief informeer ik uw Kamer, mede namens de Minister van Defen-")
    line = text.stretch_rect(start, end).right()
    assert 400 < line < text.viewport().width()
    assert text.viewport().width() - line < size[0] / 3


# --- sizes that come back -----------------------------------------------------------------------------


@pytest.mark.parametrize("small", [(700, 480), (1024, 640)])
def test_panes_are_as_large_as_before_after_the_window_was_small(
    scan: Offices, small: tuple[int, int]
) -> None:
    scan.size(1700, 950)
    before = scan.widths()
    scan.size(*small)
    assert scan.widths() != before
    scan.size(1700, 950)
    assert scan.widths() == before


def test_panes_that_were_pulled_come_back_too(office: Offices) -> None:
    office.size(*LARGE)
    window, dock = office.window, office.window.views.letters_dock
    line = QPoint(dock.geometry().right() + 1, dock.geometry().center().y())
    office.qtbot.mouseMove(window, line)
    office.qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=line)
    office.qtbot.mouseMove(window, line + QPoint(90, 0))
    settle()
    office.qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=line + QPoint(90, 0))
    settle()
    pulled = office.widths()
    assert pulled["letters"][0] > line.x() + 50
    office.size(900, 600)
    office.size(*LARGE)
    assert office.widths() == pulled


def test_panes_give_way_to_the_letter_in_a_narrow_window_and_come_back(office: Offices) -> None:
    office.size(*SMALL)
    before = office.widths()
    office.size(900, 640)
    assert set(office.widths()) == set(before) - {"letters"}
    office.keys("F11", "F11")
    assert set(office.widths()) == set(before) - {"letters"}
    office.size(680, 400)
    assert office.widths() == {}
    assert office.window.views.text.viewport().width() > 560
    office.size(*SMALL)
    assert office.widths() == before


def test_a_narrow_window_may_grow_while_its_panes_come_back(
    office: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt crashes where panes are put back while it puts them back."""
    inside: list[str] = []

    def restore(state: QByteArray, version: int) -> bool:
        inside.append("")
        at_once.append(len(inside))
        done = put_back(state, version)
        inside.pop()
        return done

    at_once: list[int] = []
    frame, composition = office.window, office.window.composition
    office.size(800, 800)
    by_id = {command.id: command for command in composition.actions.commands}
    composition.run(by_id["focus_filter"])  # at once one upon the other: the window had no time to grow
    composition.run(by_id["letters_table"])
    frame.views.letter_page.setMinimumWidth(700)  # with the panes more than there is
    put_back = frame.restoreState
    monkeypatch.setattr(frame, "restoreState", restore)
    composition.run(by_id["letters_table"])
    settle()
    assert set(at_once) == {1}
    assert frame.views.pages.currentWidget() is frame.views.letter_page


@pytest.mark.parametrize("page", ["Shift+F7", "Ctrl+Alt+L", "F1"])
def test_the_window_is_as_large_behind_a_page_as_before_it(office: Offices, page: str) -> None:
    office.size(1280, 720)
    before = office.widths()
    office.keys(page)
    settle()
    pages = office.window.views.pages
    assert pages.currentWidget() is not office.window.views.letter_page
    pages.currentWidget().setMinimumWidth(1000)  # as wide as one in a language of long words
    office.keys("Esc")
    settle()
    assert office.window.size().toTuple() == (1280, 720)
    assert office.widths() == before


# --- the letter alone ---------------------------------------------------------------------------------


def test_one_key_puts_the_panes_away_and_brings_them_back(office: Offices) -> None:
    office.size(*SMALL)
    text, before = office.window.views.text, office.widths()
    wide, size = text.viewport().width(), text.text_size()
    office.keys("F11")
    settle()
    assert office.widths() == {}
    assert text.viewport().width() > wide + 500
    assert text.text_size() > size
    office.keys("F11")
    settle()
    assert office.widths() == before
    assert text.viewport().width() == wide


def test_its_button_does_the_same_and_the_text_keeps_the_keys(office: Offices) -> None:
    button = office.window.findChild(KeyButton, "focus_layout")
    office.window.views.text.setFocus()
    office.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert office.widths() == {} and button.isChecked()
    assert office.window.views.text.hasFocus()
    office.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "form" in office.widths() and not button.isChecked()


def test_done_is_always_there(office: Offices) -> None:
    button = office.window.findChild(KeyButton, "done_next")
    for wide, high in (*SIZES, (700, 480)):
        office.size(wide, high)
        assert button.isVisible() and button.mapTo(office.window, button.rect().bottomRight()).x() < wide
        assert button.mapTo(office.window, QPoint(0, 0)).x() > 0
        assert button.width() >= button.sizeHint().width()
    office.window.composition.workspace.readiness  # noqa: B018 - it is made
    office.keys("Ctrl+1")
    assert button.isEnabled()


# --- the page -----------------------------------------------------------------------------------------


def test_on_an_office_laptop_the_lines_at_hand_are_a_strip_that_is_read_at_ease(scan: Offices) -> None:
    pane, view = scan.window.views.page_pane, scan.window.views.page_view
    canvas = canvas_of(scan)
    assert pane.is_strip and canvas.percent() >= 100
    assert 100 < view.height() < 300
    lines = scan.text.splitlines()
    for number in (3, len(lines) // 2, len(lines) - 2):
        offset = scan.text.index(lines[number]) if lines[number] else scan.text.index(lines[number - 1])
        scan.window.views.text.move_caret(offset + 1)
        ready(scan)
        line = canvas.marks().line[0]
        marked = canvas.rect_of(line)
        assert marked.top() >= 0 and marked.bottom() <= canvas.viewport().height()


def test_the_strip_is_as_high_as_it_is_pulled_also_after_a_small_window(scan: Offices) -> None:
    pane = scan.window.views.page_pane
    grip = pane.handle(1)
    middle = grip.rect().center()
    scan.qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    scan.qtbot.mouseMove(grip, middle + QPoint(0, 90))
    scan.qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 90))
    settle()
    high = pane.sizes()[0]
    assert high > 200
    scan.size(1366, 500)
    assert pane.sizes()[0] < high + 1
    scan.size(*SMALL)
    assert pane.sizes()[0] == high


def test_page_and_text_stand_beside_each_other_only_where_both_are_read(scan: Offices) -> None:
    pane = scan.window.views.page_pane
    pane.choose("beside")
    for wide, high in (*SIZES, (1600, 900), (1100, 700)):
        scan.size(wide, high)
        ready(scan)
        assert canvas_of(scan).percent() > 80, (wide, high)
        if pane.place == "beside":
            assert scan.window.views.text.viewport().width() > 560


def test_larger_text_is_not_wrapped_beside_the_page_but_stands_below_its_lines(scan: Offices) -> None:
    pane = scan.window.views.page_pane
    scan.size(*LARGE)
    assert pane.place == "beside"
    scan.keys(*["Ctrl++"] * 6)
    assert pane.is_strip
    scan.keys("Ctrl+0")
    assert pane.place == "beside"


def test_the_box_does_not_hide_the_marked_line_of_the_page(scan: Offices) -> None:
    scan.qtbot.waitUntil(lambda: bool(scan.window.composition.workspace.suspecting.suspects))
    canvas = canvas_of(scan)
    for _ in range(6):
        scan.keys("F3")
        ready(scan)
        assert scan.box.isVisible()
        line = canvas.rect_of(canvas.marks().line[0]).toRect()
        line.moveTopLeft(canvas.viewport().mapToGlobal(line.topLeft()))
        box = scan.box.rect()
        box.moveTopLeft(scan.box.mapToGlobal(QPoint(0, 0)))
        assert not box.intersects(line)


def test_buttons_lead_to_pages_and_sizes(scan: Offices) -> None:
    view, text = scan.window.views.page_view, scan.window.views.text
    canvas = canvas_of(scan)

    def click(name: str) -> None:
        scan.qtbot.mouseClick(view.findChild(QToolButton, name), Qt.MouseButton.LeftButton)
        ready(scan)

    text.setFocus()
    click("next_page")
    assert canvas.current_page() == 1
    assert scan.window.session.letter.page_at(text.caret()) == 2 and text.hasFocus()
    click("previous_page")
    assert canvas.current_page() == 0 and scan.window.session.letter.page_at(text.caret()) == 1
    size = canvas.percent()
    click("pages_smaller")
    assert canvas.percent() < size
    click("pages_bigger")
    click("pages_fit_text")
    assert canvas.percent() == pytest.approx(size)
    high = view.height()
    click("pages_fit_page")
    assert view.height() > high + 150
    assert canvas.height_of(0) <= canvas.viewport().height()
    click("pages_fit_page")
    assert view.height() == high and canvas.percent() == pytest.approx(size)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_page_has_a_menu_that_zooms_and_hides(scan: Offices) -> None:
    canvas, pane = canvas_of(scan), scan.window.views.page_pane
    size = canvas.percent()

    def choose(name: str) -> None:
        def there() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            action = next(one for one in menu.actions() if one.objectName() == name)
            menu.close()
            action.trigger()

        QTimer.singleShot(0, there)
        canvas.menu_wanted.emit(canvas.mapToGlobal(QPoint(40, 40)))
        settle()

    choose("pages_smaller")
    assert canvas.percent() < size
    choose("pages_hide")
    assert not pane.is_open and not scan.window.views.page_view.isVisible()


# --- layouts with names -------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_layout_has_a_name_and_comes_back_by_a_key(
    office: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.size(*SMALL)
    layouts, views = office.window.composition.layouts, office.window.views
    monkeypatch.setattr("annotator.ui.shell.layouts.ask_text", lambda *_: "  Alleen  formulier ")
    views.letters_dock.hide()
    views.side.docks["notes"].raise_()
    settle()
    wanted = office.widths()
    office.window.composition.actions["save_layout"].trigger()
    assert layouts.names() == ["Alleen formulier"]
    layouts.usual()
    settle()
    assert views.letters_dock.isVisible() and office.widths() != wanted

    def press() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        office.qtbot.keyClick(menu, Qt.Key.Key_1)

    QTimer.singleShot(0, press)
    office.keys("Ctrl+F11")
    settle()
    assert office.widths() == wanted
    layouts.remove("Alleen formulier")
    assert layouts.names() == []


def test_the_palette_offers_layouts(office: Offices) -> None:
    office.window.composition.layouts.save("Lezen")
    asked: list[str] = []
    office.window.composition.palette.layout_wanted.connect(asked.append)
    items = office.window.composition.palette._setting_items()  # noqa: SLF001
    item = next(one for one in items if one.id == "layout:Lezen")
    assert "Lezen" in item.title


# --- where it was closed ------------------------------------------------------------------------------


def test_it_opens_again_at_the_letter_the_line_the_layout_and_the_filter(open_bench: OpenBench) -> None:
    first = open_bench()
    window = first.window
    window.composition.open_letter(2)
    first.caret("Irak", by=2)
    caret = window.views.text.caret()
    window.views.letters.focus_filter()
    first.type("tweede")
    first.keys("Return")
    first.keys("F11")
    settle()
    window.composition.opening.close_session()
    again = open_bench(first.path)
    assert again.window.session.letter_id == 2
    assert again.window.views.text.caret() == caret
    assert again.window.views.letters.wanted().text == "tweede"
    assert again.window.arrangement.is_focused and not again.window.views.letters_dock.isVisible()
    again.keys("F11")
    assert rows_of(again.window.views.letters).model().rowCount() == 1
    assert again.window.views.letters_dock.isVisible()


def test_a_letter_that_is_gone_is_not_looked_for(open_bench: OpenBench) -> None:
    first = open_bench()
    first.window.composition.open_letter(3)
    first.window.session.remove_letters([3])
    first.saved()
    first.window.settings.set_place(str(first.path), "3 5 ")
    first.window.composition.opening.close_session()
    first.window.settings.set_place(str(first.path), "3 5 ")
    again = open_bench(first.path)
    assert again.window.session.letter_id == 1


# --- the bottom line ----------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_keys_without_room_in_the_bottom_line_are_offered_behind_the_dots(office: Offices) -> None:
    office.size(1280, 720)
    office.window.views.text.setFocus()
    settle()
    hints = office.hints
    hints.repaint()
    rest = hints.rest()
    assert rest, "at this size some have no room"
    told: list[str] = []

    def there() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        told.extend(action.text().split("\t")[1] for action in menu.actions())
        menu.close()

    QTimer.singleShot(0, there)
    office.qtbot.mouseClick(hints, Qt.MouseButton.LeftButton, pos=hints.dots().center())
    assert told == [keys for keys, _ in rest]
    assert set(told) | set(hints.shown_keys()) >= {"F3", "F7", "F9", "Enter", "F2"}


@pytest.mark.parametrize("page", ["learnt", "letters_table", "passages_table", "statistics"])
def test_the_window_is_as_wide_behind_a_page_as_before_it(office: Offices, page: str) -> None:
    frame, composition = office.window, office.window.composition
    office.size(1366, 768)
    by_id = {command.id: command for command in composition.actions.commands}
    composition.run(by_id[page])
    settle()
    assert frame.views.pages.currentWidget() is not frame.views.letter_page
    composition.run(by_id[page])
    settle()
    assert frame.views.pages.currentWidget() is frame.views.letter_page
    assert (frame.width(), frame.height()) == (1366, 768)
