from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from annotator.ui.features.editor.margin import DeskMargin
from annotator.ui.features.editor.marks import (
    CorrectionMark,
    DeskMarks,
    EvidenceMark,
    FurnitureMark,
    PageMark,
    PassageMark,
    SectionMark,
    SuspectMark,
)

OpenDesk = Callable[..., Any]
RED = "#c23b12"


def passage(text: str, quote: str, uid: str = "p", **more: Any) -> PassageMark:
    start = text.index(quote)
    return PassageMark(uid, start, start + len(quote), RED, "N", "standpunt", **more)


def has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(0, image.width()))


def picture(desk: Any) -> QImage:
    image: QImage = desk.view.grab().toImage()
    return image


TEXT = "\U0001f600 de motie Jansen\nvan 2020"


def test_passage_after_an_emoji_is_drawn_on_its_words(open_desk: OpenDesk) -> None:
    desk = open_desk(TEXT, DeskMarks(passages=(passage(TEXT, "motie Jansen"),)))
    assert desk.quotes() == {"p": "motie Jansen"}


def test_passage_moves_with_what_is_typed_before_it(open_desk: OpenDesk) -> None:
    desk = open_desk(TEXT, DeskMarks(passages=(passage(TEXT, "motie Jansen"),)), at=2)
    QTest.keyClick(desk.view, Qt.Key.Key_X)
    assert desk.quotes() == {"p": "motie Jansen"}


def test_passage_moves_with_an_edit_made_elsewhere(open_desk: OpenDesk) -> None:
    desk = open_desk(TEXT, DeskMarks(passages=(passage(TEXT, "motie Jansen"),)))
    desk.view.replace(2, 4, "\U0001f600\nhet")
    assert desk.quotes() == {"p": "motie Jansen"}
    assert desk.view.text() == "\U0001f600 \U0001f600\nhet motie Jansen\nvan 2020"


def test_passage_over_two_lines_is_kept_when_they_join(open_desk: OpenDesk) -> None:
    desk = open_desk(TEXT, DeskMarks(passages=(passage(TEXT, "Jansen\nvan"),)))
    desk.view.replace(TEXT.index("\n"), TEXT.index("\n") + 1, " ")
    assert desk.quotes() == {"p": "Jansen van"}


def test_an_edit_made_elsewhere_tells_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk(TEXT)
    desk.view.replace(0, 1, "x")
    assert desk.edits == []


def test_marks_of_touched_lines_are_taken_and_the_others_kept(open_desk: OpenDesk) -> None:
    text = "een\ntwee\ndrie"
    both = (passage(text, "een", "a"), passage(text, "drie", "b"))
    desk = open_desk(text, DeskMarks(passages=both))
    desk.view.set_marks(DeskMarks(passages=(passage(text, "twee", "c"),)), (4, 8))
    assert desk.quotes() == {"a": "een", "c": "twee", "b": "drie"}


def test_all_marks_are_taken_when_nothing_is_said_to_be_touched(open_desk: OpenDesk) -> None:
    text = "een\ntwee"
    desk = open_desk(text, DeskMarks(passages=(passage(text, "een"),)))
    desk.view.set_marks(DeskMarks(passages=(passage(text, "twee"),)))
    assert desk.quotes() == {"p": "twee"}


def test_badge_of_a_passage_pushes_the_text_aside(open_desk: OpenDesk) -> None:
    desk = open_desk("een twee drie")
    before = desk.view.place_rect(8, 9).left()
    desk.view.set_marks(DeskMarks(passages=(passage("een twee drie", "twee"),)))
    assert desk.view.place_rect(8, 9).left() > before + 10


def test_text_returns_when_the_passage_goes(open_desk: OpenDesk) -> None:
    text = "een twee drie"
    desk = open_desk(text)
    before = desk.view.place_rect(8, 9)
    desk.view.set_marks(DeskMarks(passages=(passage(text, "twee"),)))
    desk.view.set_marks(DeskMarks())
    assert desk.view.place_rect(8, 9) == before


def test_badge_is_painted_in_the_tags_colour(open_desk: OpenDesk) -> None:
    text = "een twee drie"
    desk = open_desk(text, DeskMarks(passages=(passage(text, "twee"),)))
    assert has_colour(picture(desk), RED)


def test_empty_passage_is_still_shown(open_desk: OpenDesk) -> None:
    desk = open_desk("een twee", DeskMarks(passages=(PassageMark("p", 4, 4, RED, "N", "standpunt"),)))
    assert has_colour(picture(desk), RED)


def test_proposal_is_not_filled(open_desk: OpenDesk) -> None:
    text = "een twee drie"
    filled = open_desk(text, DeskMarks(passages=(passage(text, "twee"),)))
    outlined = open_desk(text, DeskMarks(passages=(passage(text, "twee", proposed=True),)))
    assert picture(filled) != picture(outlined)


def test_page_starts_with_room_for_its_rule(open_desk: OpenDesk) -> None:
    text = "een\ntwee\ndrie"
    desk = open_desk(text, DeskMarks(pages=(PageMark(1, 0), PageMark(2, 9))))
    tops = [desk.view.place_rect(at, at).top() for at in (0, 4, 9)]
    assert tops[2] - tops[1] > (tops[1] - tops[0]) * 2


def test_section_bar_stands_in_the_margin(open_desk: OpenDesk) -> None:
    marks = DeskMarks(sections=(SectionMark("s", 0, 8, RED, "O", "onderwerp", 1, (0, 3)),))
    desk = open_desk("een\ntwee", marks)
    assert has_colour(margin_of(desk).grab().toImage(), RED)


def test_lines_are_evenly_and_generously_spaced(open_desk: OpenDesk) -> None:
    desk = open_desk("een\ntwee\ndrie")
    tops = [desk.view.place_rect(at, at).top() for at in (0, 4, 9)]
    assert tops[1] - tops[0] == tops[2] - tops[1]
    assert tops[1] - tops[0] >= 1.6 * 14


def test_text_size_grows_lines_and_letters(open_desk: OpenDesk) -> None:
    desk = open_desk("een\ntwee")
    before = desk.view.place_rect(4, 8)
    desk.view.set_text_size(150)
    after = desk.view.place_rect(4, 8)
    assert after.width() > before.width() * 1.3
    assert after.top() > before.top() * 1.2


def test_place_of_a_stretch_over_lines_is_its_first_line(open_desk: OpenDesk) -> None:
    desk = open_desk("een\ntwee")
    assert desk.view.place_rect(0, 8) == desk.view.place_rect(0, 3)


def test_a_place_far_down_is_brought_into_view(open_desk: OpenDesk) -> None:
    text = "\n".join(str(n) for n in range(400))
    desk = open_desk(text)
    desk.view.move_caret(text.index("300"))
    assert (
        desk.view.viewport().rect().contains(desk.view.place_rect(text.index("300"), text.index("300") + 3))
    )


def test_letter_opened_before_the_window_is_laid_out_begins_at_its_top(open_desk: OpenDesk) -> None:
    desk = open_desk("")
    desk.view.resize(130, 30)
    desk.view.show_text("een twee drie vier vijf\n" * 80, DeskMarks(), range(1, 82))
    desk.view.move_caret(0)
    desk.view.resize(600, 400)
    QApplication.processEvents()
    assert desk.view.firstVisibleBlock().blockNumber() == 0
    assert desk.view.place_rect(0, 0).top() > 10


def test_an_edit_above_leaves_the_view_on_its_lines(open_desk: OpenDesk) -> None:
    text = "\n".join(str(n) for n in range(400))
    desk = open_desk(text)
    desk.view.move_caret(text.index("300"))
    before = desk.view.place_rect(desk.view.caret(), desk.view.caret())
    desk.view.replace(0, 1, "een\ntwee\ndrie")
    assert desk.view.text()[desk.view.caret() :].startswith("300")
    assert desk.view.place_rect(desk.view.caret(), desk.view.caret()) == before


def test_new_suspects_leave_passages_alone(open_desk: OpenDesk) -> None:
    text = "een twee"
    desk = open_desk(text, DeskMarks(passages=(passage(text, "een"),)))
    desk.view.set_suspects((SuspectMark(4, 8, "no such word"),))
    assert desk.quotes() == {"p": "een"}
    assert desk.view.describe(5) == "no such word"


def test_place_is_described_in_words(open_desk: OpenDesk) -> None:
    text = "een twee"
    marks = DeskMarks(
        passages=(passage(text, "twee", note="see also"),),
        corrections=(CorrectionMark(4, 8, "twce"),),
        evidence=(EvidenceMark("e", 4, 8, "Date"),),
        furniture=(FurnitureMark(0, 8),),
    )
    desk = open_desk(text, marks)
    said = desk.view.describe(4)
    assert said == "OCR: twce. standpunt: see also. Evidence for Date. Page furniture"


def test_plain_place_needs_no_description(open_desk: OpenDesk) -> None:
    assert not open_desk("een twee").view.describe(4)


def test_tooltip_shows_markup_as_text(open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: told.append(text))
    marks = DeskMarks(corrections=(CorrectionMark(0, 3, "<b>een</b>"),))
    desk = open_desk("een twee", marks, editing=False)
    place = desk.view.place_rect(1, 2).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, desk.view.viewport().mapToGlobal(place))
    QApplication.sendEvent(desk.view.viewport(), event)
    assert len(told) == 1
    assert "&lt;b&gt;een&lt;/b&gt;" in told[0]


def margin_of(desk: Any) -> DeskMargin:
    margin: DeskMargin = desk.view.findChild(DeskMargin)
    return margin


def numbers(desk: Any) -> list[int]:
    """Return the line numbers that the margin shows, 0 where a line has none."""
    margin = margin_of(desk)
    return [row.number for row in margin.rows(0, margin.height())]


def test_a_press_in_the_margin_selects_the_line(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk("een\ntwee", editing=False)
    y = desk.view.place_rect(4, 4).center().y()
    qtbot.mouseClick(margin_of(desk), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, y))
    assert desk.view.selection() == (4, 8)


def test_breaking_a_line_keeps_a_line_number_for_each(open_desk: OpenDesk) -> None:
    desk = open_desk("een twee\ndrie", at=4, lines=(7, 8))
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert numbers(desk) == [7, 0, 8]
    desk.view.set_line_numbers((7, 7, 8))
    assert numbers(desk) == [7, 7, 8]


def test_a_stretch_over_a_line_end_is_as_high_as_its_lines(open_desk: OpenDesk) -> None:
    desk = open_desk("een Defensie-\nvisie 2035\n")
    rect = desk.view.stretch_rect(4, 19)
    assert rect.left() == desk.view.place_rect(4, 13).left()
    assert rect.bottom() == desk.view.place_rect(14, 19).bottom()


def test_a_place_out_of_sight_is_brought_into_view(open_desk: OpenDesk) -> None:
    text = "\n".join(str(n) for n in range(100, 400))
    desk = open_desk(text)
    desk.view.resize(600, 500)
    at = text.index("318")
    assert not desk.view.is_in_view(at, at + 3)
    desk.view.select_calmly(at, at + 3)
    assert desk.view.is_in_view(at, at + 3)


def test_what_is_in_sight_stays_where_it_is(open_desk: OpenDesk) -> None:
    text = "\n".join(str(n) for n in range(100, 400))
    desk = open_desk(text)
    desk.view.resize(600, 500)
    last = desk.view.stretch_in_view()[1]
    at = text.rindex("\n", 0, last - 8) + 1  # near the foot, where `select` would scroll
    desk.view.select_calmly(at, at + 3)
    assert desk.view.selection() == (at, at + 3)
    assert desk.view.verticalScrollBar().value() == 0
