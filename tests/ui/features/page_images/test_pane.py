"""The pane of the page images: what it shows, where a click goes, how it follows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.messages import Message
from annotator.core.page_layout import PageLayout
from annotator.pages.parts import Part, Pixels
from annotator.pages.places import Box, PageMarks
from annotator.ui.features.page_images.canvas import PageCanvas
from annotator.ui.features.page_images.pane import PageView
from annotator.ui.features.page_images.zoom import Zoom

LAYOUTS = [PageLayout(n + 1, n, 300.0, 400.0) for n in range(4)]
BLUE = (255, 0, 0)  # blue, green, red


class Drawn:
    """Pages that are drawn at once, in blue."""

    def __init__(self) -> None:
        self.now: list[Part] = []
        self.ahead: list[Part] = []
        self.broken: dict[int, Message] = {}
        self.slow = False

    def get(self, part: Part) -> Pixels | None:
        if self.slow:
            return None
        return Pixels(part.width, part.height, bytes((*BLUE, 255)) * (part.width * part.height))

    def of_page(self, page: int) -> Sequence[tuple[Part, Pixels]]:
        return ()

    def problem(self, page: int) -> Message | None:
        return self.broken.get(page)

    def want(self, now: Sequence[Part], ahead: Sequence[Part]) -> None:
        self.now, self.ahead = list(now), list(ahead)


@pytest.fixture
def drawn() -> Drawn:
    return Drawn()


@pytest.fixture
def pane(qtbot: QtBot, drawn: Drawn) -> PageView:
    pane = PageView()
    qtbot.addWidget(pane)
    pane.resize(400, 460)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.set_zoom(Zoom("width"))
    pane.show_pages(drawn, LAYOUTS, [None] * 4, lambda page, x, y: y < 200)
    settle()
    return pane


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def canvas(pane: PageView) -> PageCanvas:
    return pane.findChild(PageCanvas)


def picture(pane: PageView) -> QImage:
    return canvas(pane).viewport().grab().toImage()


def place_of(pane: PageView, page: int, x: float, y: float) -> QPoint:
    return canvas(pane).rect_of(Box(page, x, y, x, y)).topLeft().toPoint()


def at_once(pane: PageView) -> None:
    canvas(pane).hurry()
    settle()


def test_the_page_is_painted_in_its_place(pane: PageView) -> None:
    assert picture(pane).pixelColor(place_of(pane, 0, 150, 200)) == QColor(0, 0, 255)


def test_what_is_seen_is_wanted_and_the_next_page_ahead(pane: PageView, drawn: Drawn) -> None:
    assert [part.page for part in drawn.now] == [0]
    assert [part.page for part in drawn.ahead] == [1]


def test_scrolling_wants_the_page_that_comes_and_the_ones_around_it(pane: PageView, drawn: Drawn) -> None:
    pane.follow(Box(2, 10, 150, 100, 160))
    at_once(pane)
    assert 2 in {part.page for part in drawn.now}
    assert {1, 3} <= {part.page for part in (*drawn.now, *drawn.ahead)}


def test_a_page_that_cannot_be_drawn_says_so_in_its_place(pane: PageView, drawn: Drawn) -> None:
    drawn.broken[0] = Message("Pages", "It is damaged.")
    pane.picture_arrived()
    image = picture(pane)
    place = place_of(pane, 0, 150, 300)
    assert image.pixelColor(place) == QColor(255, 255, 255)


def test_why_there_is_no_image_is_said_where_the_page_is_looked_at(pane: PageView, drawn: Drawn) -> None:
    pane.resize(900, 300)  # a page is as wide as the pane, and four times as high
    bar = canvas(pane).verticalScrollBar()
    for place in (0, bar.pageStep(), 2 * bar.pageStep()):
        bar.setValue(place)
        ink = []
        for said in (" ", "There is no image of this page."):
            drawn.broken[0] = Message("Pages", said)
            pane.picture_arrived()
            settle()
            ink.append(dark_in_the_middle(picture(pane)))
        assert ink[1] > ink[0] + 100, place


def dark_in_the_middle(image: QImage) -> int:
    middle = image.width() // 2
    columns, rows = range(middle - 150, middle + 150), range(image.height())
    return sum(image.pixelColor(x, y).lightness() < 200 for x in columns for y in rows)


def test_before_it_is_drawn_a_page_is_paper(pane: PageView, drawn: Drawn) -> None:
    drawn.slow = True
    pane.picture_arrived()
    assert picture(pane).pixelColor(place_of(pane, 0, 150, 200)) == QColor(255, 255, 255)


def test_a_click_tells_the_page_and_the_point(pane: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.clicked) as told:
        qtbot.mouseClick(canvas(pane).viewport(), Qt.MouseButton.LeftButton, pos=place_of(pane, 0, 120, 90))
    assert told.args[0] == 0
    assert told.args[1:] == pytest.approx([120, 90], abs=1)


def test_a_double_click_activates(pane: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.activated):
        qtbot.mouseDClick(canvas(pane).viewport(), Qt.MouseButton.LeftButton, pos=place_of(pane, 0, 120, 90))


def test_a_drag_moves_the_page_and_clicks_nothing(pane: PageView, qtbot: QtBot) -> None:
    clicks: list[object] = []
    pane.clicked.connect(lambda *args: clicks.append(args))
    viewport, bar = canvas(pane).viewport(), canvas(pane).verticalScrollBar()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    for y in (280, 240, 200):
        qtbot.mouseMove(viewport, QPoint(200, y))
        QApplication.processEvents()
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert bar.value() == 100
    assert clicks == []


def test_a_hand_points_at_words_alone(pane: PageView, qtbot: QtBot) -> None:
    viewport = canvas(pane).viewport()
    shapes = []
    for y in (100, 300):
        qtbot.mouseMove(viewport, place_of(pane, 0, 100, y))
        QApplication.processEvents()
        shapes.append(viewport.cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor]


def test_the_wheel_with_ctrl_zooms_around_the_mouse(pane: PageView) -> None:
    place = place_of(pane, 0, 100, 120)
    event = QWheelEvent(
        QPointF(place),
        QPointF(canvas(pane).viewport().mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = canvas(pane).percent()
    QApplication.sendEvent(canvas(pane).viewport(), event)
    settle()
    assert canvas(pane).percent() > before
    point = canvas(pane).point_at(QPointF(place))
    assert point is not None
    assert point[1:] == pytest.approx((100, 120), abs=2)


def test_keys_scroll(pane: PageView, qtbot: QtBot) -> None:
    bar = canvas(pane).verticalScrollBar()
    canvas(pane).setFocus()
    values = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(canvas(pane), key)
        values.append(bar.value())
    assert 0 < values[0] < values[1] < values[2] == bar.maximum()
    assert values[3] == 0


def test_plus_and_minus_zoom(pane: PageView, qtbot: QtBot) -> None:
    zooms: list[str] = []
    pane.zoomed.connect(zooms.append)
    qtbot.keyClick(canvas(pane), Qt.Key.Key_Plus)
    qtbot.keyClick(canvas(pane), Qt.Key.Key_Minus)
    assert len(zooms) == 2 and int(zooms[0]) > int(zooms[1])


def test_enter_goes_to_the_text_at_the_reading_place(pane: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.entered) as told:
        qtbot.keyClick(canvas(pane), Qt.Key.Key_Return)
    assert told.args[0] == 0
    assert told.args[1] == pytest.approx(150, abs=3)


def test_escape_goes_back(pane: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.done):
        qtbot.keyClick(canvas(pane), Qt.Key.Key_Escape)


def test_following_leaves_a_line_in_the_middle_where_it_is(pane: PageView) -> None:
    bar = canvas(pane).verticalScrollBar()
    pane.follow(Box(0, 10, 150, 100, 160))
    at_once(pane)
    assert bar.value() == 0
    pane.follow(Box(0, 10, 170, 100, 180))
    at_once(pane)
    assert bar.value() == 0


def test_following_brings_a_line_that_is_low_up_to_where_it_is_read(pane: PageView) -> None:
    line = Box(0, 10, 330, 100, 340)
    pane.follow(line)
    at_once(pane)
    height = canvas(pane).viewport().height()
    assert 0.2 * height < canvas(pane).rect_of(line).top() < 0.6 * height


def test_a_second_line_while_it_still_glides_is_followed_from_where_it_will_be(pane: PageView) -> None:
    bar = canvas(pane).verticalScrollBar()
    pane.follow(Box(0, 10, 330, 100, 340))
    at_once(pane)
    goal = bar.value()
    bar.setValue(0)
    pane.follow(Box(0, 10, 330, 100, 340))
    pane.follow(Box(0, 10, 345, 100, 355))
    at_once(pane)
    assert bar.value() == goal > 0


def test_images_that_stay_do_not_follow(pane: PageView) -> None:
    pane.set_follows(False)
    pane.follow(Box(3, 10, 330, 100, 340))
    at_once(pane)
    assert canvas(pane).verticalScrollBar().value() == 0


def test_a_word_out_of_sight_at_the_side_is_followed_too(pane: PageView) -> None:
    pane.set_zoom(Zoom("", 400))
    settle()
    word = Box(0, 280, 150, 295, 160)
    pane.follow(Box(0, 10, 150, 295, 160), word)
    at_once(pane)
    rect = canvas(pane).rect_of(word)
    assert rect.left() >= 0 and rect.right() <= canvas(pane).viewport().width()


def test_print_stays_black_under_a_mark_and_paper_does_not_stay_white(pane: PageView, drawn: Drawn) -> None:
    drawn.slow = True
    pane.set_marks(PageMarks((Box(0, 50, 100, 250, 120),), (Box(0, 100, 100, 150, 120),), "suspect"))
    settle()
    image = picture(pane)
    line = image.pixelColor(place_of(pane, 0, 200, 110))
    word = image.pixelColor(place_of(pane, 0, 125, 110))
    assert line != word
    assert QColor(255, 255, 255) not in (line, word)
    drawn.slow = False
    pane.picture_arrived()
    assert picture(pane).pixelColor(place_of(pane, 0, 125, 110)).red() == 0


def test_the_head_says_page_size_and_whether_it_follows(pane: PageView) -> None:
    said = canvas(pane).accessibleDescription()
    assert "Page 1 of 4" in said and "follows the text" in said
    pane.set_follows(False)
    assert "stays where it is" in canvas(pane).accessibleDescription()


def test_the_page_of_the_marked_line_is_named_while_it_is_seen(pane: PageView) -> None:
    pane.set_zoom(Zoom("page"))
    pane.set_marks(PageMarks((Box(0, 10, 380, 100, 390),)))
    canvas(pane).verticalScrollBar().setValue(300)
    settle()
    assert "Page 1 of 4" in canvas(pane).accessibleDescription()


def test_a_page_without_a_size_takes_that_of_paper(pane: PageView, drawn: Drawn) -> None:
    pane.show_pages(drawn, [PageLayout(1, 0, 0.0, 0.0)], [None], lambda page, x, y: False)
    settle()
    assert canvas(pane).rect_of(Box(0, 0, 0, 595, 842)).height() > 300


def test_nothing_is_shown_of_a_letter_without_pages(pane: PageView) -> None:
    pane.show_nothing()
    settle()
    assert canvas(pane).page_count() == 0
    assert canvas(pane).point_at(QPointF(100, 100)) is None


def test_pages_are_drawn_for_the_dots_of_the_screen(pane: PageView, drawn: Drawn) -> None:
    wide = round(canvas(pane).rect_of(Box(0, 0, 0, 300, 400)).width() * canvas(pane).devicePixelRatioF())
    assert drawn.now[0].wide == pytest.approx(wide, abs=1)


def test_wheel_scrolling_stops_a_glide(pane: PageView) -> None:
    pane.follow(Box(0, 10, 380, 100, 390))
    event_place = QPointF(100, 100)
    event = QWheelEvent(
        event_place,
        QPointF(canvas(pane).viewport().mapToGlobal(event_place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas(pane).viewport(), event)
    stopped_at = canvas(pane).verticalScrollBar().value()
    at_once(pane)
    assert canvas(pane).verticalScrollBar().value() == stopped_at
