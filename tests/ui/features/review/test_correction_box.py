from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.features.review.box_place import BoxChoice, BoxPlace
from annotator.ui.features.review.correction_box import CorrectionBox
from annotator.ui.widgets.cap_button import CapButton
from annotator.ui.widgets.choice_list import ChoiceRow
from annotator.ui.widgets.elided_label import ElidedLabel

SIGNALS = (
    "accepted",
    "accepted_in_letter",
    "right_here",
    "always_right",
    "next_wanted",
    "previous_wanted",
    "closed",
    "undo_last",
    "nothing_suggested",
)
PLACE = BoxPlace(
    100,
    113,
    "gecoordineerd",
    prefill="gecoördineerd",
    sure=True,
    reason="not a Dutch word",
    choices=(BoxChoice("gecoördineerd", "98 %"), BoxChoice("gecoördineerde")),
    same_in_letter=3,
)
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Desk:
    """A text with a correction box over it, and a record of what the box asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.text = QPlainTextEdit("\n".join(["samenwerking gecoordineerd dienen"] * 40))
        self.text.setReadOnly(True)
        qtbot.addWidget(self.text)
        self.text.resize(700, 600)
        self.text.show()
        qtbot.waitExposed(self.text)
        self.text.setFocus()
        self.box = CorrectionBox(self.text.viewport())
        self.box.resize(700, 200)
        self.asked: list[tuple[object, ...]] = []
        for name in SIGNALS:
            getattr(self.box, name).connect(lambda *values, name=name: self.asked.append((name, *values)))
        (self.field,) = self.box.findChildren(QLineEdit)

    def open(self, place: BoxPlace = PLACE, *, painted: bool = True) -> None:
        self.box.open(place)
        self.box.appear()
        if painted:
            QApplication.processEvents()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.field, key, modifiers)

    def held(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", True)
        QApplication.sendEvent(self.field, event)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


# ------------------------------------------------------------------ what the field holds


def test_holds_the_suggestion_when_sure(desk: Desk) -> None:
    desk.open()
    assert desk.field.text() == "gecoördineerd"


def test_holds_the_reading_when_not_sure(desk: Desk) -> None:
    desk.open(BoxPlace(0, 4, "huls", prefill="huis", choices=(BoxChoice("huis"),)))
    assert desk.field.text() == "huls"


def test_holds_the_whole_word_for_a_broken_one(desk: Desk) -> None:
    desk.open(BoxPlace(0, 16, "verplich-\ntingen", prefill="verplichtingen", kind="hyphen"))
    assert desk.field.text() == "verplichtingen"


def test_selects_what_it_holds(desk: Desk) -> None:
    desk.open()
    assert desk.field.selectedText() == "gecoördineerd"


def test_has_the_focus_when_shown(desk: Desk) -> None:
    desk.open()
    assert desk.field.hasFocus()


@pytest.mark.parametrize(
    "reading", ["ook aan\n\nbod", "28\u00a0676", "a\tb", "zacht\u00adteken", "al ⏎ ⍽ hier\n"]
)
def test_an_invisible_character_is_seen_and_comes_back(desk: Desk, reading: str) -> None:
    desk.open(BoxPlace(0, len(reading), reading))
    assert not set(desk.field.text()) & set("\n\t\u00a0\u00ad")
    desk.key(Qt.Key.Key_Return)
    assert desk.asked == [("accepted", reading)]


def test_a_typed_sign_for_a_break_is_a_break(desk: Desk) -> None:
    desk.open(BoxPlace(0, 9, "aan\n\nbod"))
    desk.field.setText("aan⏎bod")
    assert desk.box.text() == "aan\nbod"


def test_pasted_line_ends_are_normalised(desk: Desk) -> None:
    desk.open()
    QApplication.clipboard().setText("aan\r\nbod\u2028e\u0301")
    desk.key(Qt.Key.Key_V, CTRL)
    assert desk.box.text() == "aan\nbod\né"


# ------------------------------------------------------------------ accepting


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_accepts_what_the_field_holds(desk: Desk, key: Qt.Key) -> None:
    desk.open()
    desk.key(key)
    assert desk.asked == [("accepted", "gecoördineerd")]


def test_enter_of_the_keypad_carries_its_modifier(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert desk.asked == [("accepted", "gecoördineerd")]


def test_typing_replaces_the_selected_text(desk: Desk) -> None:
    desk.open()
    QTest.keyClicks(desk.field, "anders")
    desk.key(Qt.Key.Key_Return)
    assert desk.asked == [("accepted", "anders")]


@pytest.mark.parametrize(
    ("key", "modifiers", "asked"),
    [
        (Qt.Key.Key_Return, CTRL, ("accepted_in_letter", "gecoördineerd")),
        (Qt.Key.Key_Enter, CTRL, ("accepted_in_letter", "gecoördineerd")),
        (Qt.Key.Key_D, CTRL, ("right_here",)),
        (Qt.Key.Key_D, CTRL | SHIFT, ("always_right",)),
        (Qt.Key.Key_F3, NONE, ("next_wanted",)),
        (Qt.Key.Key_F3, SHIFT, ("previous_wanted",)),
        (Qt.Key.Key_Escape, NONE, ("closed",)),
        (Qt.Key.Key_Z, CTRL, ("undo_last",)),
    ],
)
def test_a_key_asks_for_what_the_table_says(
    desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier, asked: tuple[str, ...]
) -> None:
    desk.open()
    desk.key(key, modifiers)
    assert desk.asked == [asked]


ACCEPTING = [
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
    (Qt.Key.Key_Return, CTRL),
    (Qt.Key.Key_D, CTRL),
    (Qt.Key.Key_D, CTRL | SHIFT),
    (Qt.Key.Key_Z, CTRL),
]


@pytest.mark.parametrize(("key", "modifiers"), ACCEPTING)
def test_accepts_nothing_before_it_has_painted(
    desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    desk.open(painted=False)
    QApplication.sendEvent(desk.field, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))
    assert desk.asked == []
    assert desk.field.text() == "gecoördineerd"


@pytest.mark.parametrize(("key", "modifiers"), ACCEPTING)
def test_accepts_nothing_from_a_held_key(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    desk.open()
    desk.held(key, modifiers)
    assert desk.asked == []
    assert desk.field.text() == "gecoördineerd"


def test_waits_for_paint_again_when_opened_on_the_next_place(desk: Desk) -> None:
    desk.open()
    desk.box.open(BoxPlace(200, 204, "huls"))
    QApplication.sendEvent(desk.field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE))
    assert desk.asked == []


def test_a_held_f3_leafs_through(desk: Desk) -> None:
    desk.open()
    desk.held(Qt.Key.Key_F3)
    assert desk.asked == [("next_wanted",)]


def test_decides_only_once_for_a_place(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    assert len(desk.asked) == 1


def test_decides_again_after_resume(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.box.resume()
    desk.key(Qt.Key.Key_Return)
    assert [name for name, *_ in desk.asked] == ["accepted_in_letter", "accepted"]


# ------------------------------------------------------------------ choosing


def test_down_puts_the_next_choice_into_the_field(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_Down)
    assert desk.box.text() == "gecoördineerde"


def test_up_from_the_first_goes_to_leaving_it(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_Up)
    assert desk.box.text() == "gecoordineerd"


def test_alt_and_a_number_chooses(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_2, ALT)
    desk.key(Qt.Key.Key_Return)
    assert desk.asked == [("accepted", "gecoördineerde")]


def test_alt_and_enter_accepts_the_first_suggestion_at_once(desk: Desk) -> None:
    desk.open(BoxPlace(0, 4, "huls", choices=(BoxChoice("huls"), BoxChoice("huis"), BoxChoice("hulp"))))
    desk.key(Qt.Key.Key_Return, ALT)
    assert desk.asked == [("accepted", "huis")]
    desk.key(Qt.Key.Key_Return, ALT)  # it is decided
    assert desk.asked == [("accepted", "huis")]


def test_the_first_suggestion_shows_its_key(desk: Desk) -> None:
    desk.open(BoxPlace(0, 4, "huls", choices=(BoxChoice("huls"), BoxChoice("huis"))))
    rows = desk.box.findChildren(ChoiceRow)
    assert [row.accessibleDescription() for row in rows if row.isVisible()] == ["", "Alt+Enter"]


def test_alt_and_enter_says_where_nothing_is_suggested(desk: Desk) -> None:
    desk.open(BoxPlace(0, 4, "huls"))
    desk.key(Qt.Key.Key_Return, ALT)
    assert desk.asked == [("nothing_suggested",)]


def test_a_number_beyond_the_list_does_nothing(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_9, ALT)
    assert desk.box.text() == "gecoördineerd"


def test_a_choice_can_be_edited_on(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_2, ALT)
    desk.key(Qt.Key.Key_End)
    QTest.keyClicks(desk.field, "n")
    assert desk.box.text() == "gecoördineerden"


def test_the_reading_is_offered_last_to_leave_it(desk: Desk) -> None:
    desk.open()
    assert [row.accessibleName() for row in rows(desk)] == [
        "1: gecoördineerd, 98 %",
        "2: gecoördineerde",
        "3: gecoordineerd, leave as it stands",
    ]


def test_the_reading_is_not_offered_twice(desk: Desk) -> None:
    desk.open(BoxPlace(0, 4, "huls", choices=(BoxChoice("huls"), BoxChoice("huis"))))
    assert [row.accessibleName() for row in rows(desk)] == ["1: huls, leave as it stands", "2: huis"]


def test_there_are_at_most_five_rows(desk: Desk) -> None:
    desk.open(BoxPlace(0, 4, "huls", choices=tuple(BoxChoice(f"huis{n}") for n in range(20))))
    assert [row.accessibleName() for row in rows(desk)][-1] == "5: huls, leave as it stands"


def test_late_choices_leave_what_was_typed(desk: Desk) -> None:
    desk.open(BoxPlace(0, 4, "huls"))
    QTest.keyClicks(desk.field, "mijn")
    desk.box.set_choices([BoxChoice("huis"), BoxChoice("hals")])
    assert desk.box.text() == "mijn"
    assert len(rows(desk)) == 3


def test_late_choices_leave_the_untouched_field_too(desk: Desk) -> None:
    desk.open(BoxPlace(0, 4, "huls"))
    desk.box.set_choices([BoxChoice("huis")])
    assert desk.field.selectedText() == "huls"


def rows(desk: Desk) -> list[QWidget]:
    from annotator.ui.widgets.choice_list import ChoiceRow

    return [row for row in desk.box.findChildren(ChoiceRow) if not row.isHidden()]


def test_one_click_on_a_choice_accepts_it(desk: Desk) -> None:
    desk.open()
    QTest.mouseClick(rows(desk)[1], Qt.MouseButton.LeftButton)
    assert desk.asked == [("accepted", "gecoördineerde")]


# ------------------------------------------------------------------ undo


def test_undo_in_a_touched_box_undoes_the_typing(desk: Desk) -> None:
    desk.open()
    QTest.keyClicks(desk.field, "anders")
    desk.key(Qt.Key.Key_Z, CTRL)
    assert (desk.box.text(), desk.asked) == ("gecoördineerd", [])


def test_undo_takes_a_choice_back(desk: Desk) -> None:
    desk.open()
    desk.key(Qt.Key.Key_2, ALT)
    desk.key(Qt.Key.Key_Z, CTRL)
    assert (desk.box.text(), desk.asked) == ("gecoördineerd", [])


# ------------------------------------------------------------------ beside the rest of the window


@pytest.mark.parametrize(
    "keys", ["F3", "Shift+F3", "Ctrl+Return", "Ctrl+D", "Ctrl+Z", "Esc", "Down", "Alt+2", "Return"]
)
def test_the_window_does_not_get_the_keys_of_the_box(desk: Desk, keys: str) -> None:
    fired: list[bool] = []
    action = QAction(desk.text)
    action.setShortcut(keys)
    action.triggered.connect(fired.append)
    desk.text.addAction(action)
    desk.open()
    QTest.keySequence(desk.field, keys)
    assert not fired


def test_the_text_behind_gets_no_key_that_the_field_leaves(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(QPlainTextEdit, "keyPressEvent", lambda self, event: seen.append(event.key()))
    desk.open()
    desk.key(Qt.Key.Key_PageDown)
    desk.key(Qt.Key.Key_Return, CTRL | SHIFT)
    assert seen == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_stays_inside(desk: Desk, key: Qt.Key) -> None:
    desk.open()
    desk.key(key, SHIFT if key is Qt.Key.Key_Backtab else NONE)
    assert desk.field.hasFocus()
    assert desk.field.text() == "gecoördineerd"


@pytest.mark.parametrize("leave", [lambda desk: desk.key(Qt.Key.Key_Escape), lambda desk: desk.box.dismiss()])
def test_closing_gives_the_focus_back(desk: Desk, leave: Callable[[Desk], None]) -> None:
    desk.open()
    leave(desk)
    assert desk.text.hasFocus()
    assert not desk.box.isVisible()


def test_a_click_in_the_text_closes_it(desk: Desk) -> None:
    desk.open()
    QTest.mouseClick(desk.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 500))
    desk.text.setFocus(Qt.FocusReason.MouseFocusReason)
    assert desk.asked == [("closed",)]
    assert not desk.box.isVisible()


@pytest.mark.parametrize("width", [400, 700])
def test_is_as_high_for_every_place(desk: Desk, width: int) -> None:
    image = QPixmap(300, 40)
    image.fill(Qt.GlobalColor.white)
    many = tuple(BoxChoice(f"huis{n}") for n in range(9))
    desk.box.resize(width, 200)
    heights = set()
    for place in (
        PLACE,
        BoxPlace(0, 4, "huls"),
        replace(PLACE, image=image, choices=many, reason="lang " * 60, same_in_letter=1),
    ):
        desk.open(place)
        heights.add(desk.box.height())
        wanted = desk.box.layout()
        assert wanted is not None
        assert wanted.totalMinimumSize().height() <= desk.box.height()
        inside = desk.box.rect()
        assert all(inside.contains(row.mapTo(desk.box, row.rect().bottomRight())) for row in rows(desk))
    assert len(heights) == 1


def test_markup_in_a_reason_is_shown_as_it_is(desk: Desk) -> None:
    from annotator.ui.widgets.elided_label import ElidedLabel

    desk.open(BoxPlace(0, 3, "<b>", reason="<b>no</b>"))
    assert [label.text() for label in desk.box.findChildren(ElidedLabel)] == ["<b>no</b>"]


def test_shows_the_image_of_the_word_when_there_is_one(desk: Desk) -> None:
    from annotator.ui.widgets.image_band import ImageBand

    image = QPixmap(300, 40)
    image.fill(Qt.GlobalColor.white)
    (band,) = desk.box.findChildren(ImageBand)
    desk.open()
    assert not band.isVisible()
    desk.open(replace(PLACE, image=image))
    assert band.isVisible()


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Accept", ("accepted", "gecoördineerd")),
        ("3× in this letter", ("accepted_in_letter", "gecoördineerd")),
        ("right as it stands", ("right_here",)),
        ("always right", ("always_right",)),
        ("next", ("next_wanted",)),
        ("close", ("closed",)),
    ],
)
def test_every_cap_is_a_button_that_does_what_it_says(
    desk: Desk, words: str, asked: tuple[object, ...]
) -> None:
    desk.open()
    (button,) = [b for b in desk.box.findChildren(CapButton) if b.hint()[1] == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.asked == [asked]


def test_says_how_often_the_reading_stands_in_the_letter(desk: Desk) -> None:
    from annotator.ui.widgets.key_hint import KeyHint

    desk.open()
    hints = [hint.accessibleName() for hint in desk.box.findChildren(KeyHint) if not hint.isHidden()]
    assert "Ctrl+Enter 3× in this letter" in hints


# ------------------------------------------------------------------ other keyboards


def native(desk: Desk, key: int, text: str, modifiers: Qt.KeyboardModifier, scan: int) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(desk.field, QKeyEvent(kind, key, modifiers, scan, 0, 0, text))


@pytest.mark.parametrize(("place", "sign"), [(1, "&"), (2, "é"), (3, '"')])
def test_alt_and_a_digit_choose_by_the_digits_place(desk: Desk, place: int, sign: str) -> None:
    desk.open()
    desk.field.setText("x")
    native(desk, ord(sign.upper()), sign, ALT, 9 + place)
    assert desk.field.text() == ("gecoördineerd", "gecoördineerde", "gecoordineerd")[place - 1]


def test_alt_and_the_shifted_digit_choose_too(desk: Desk) -> None:
    desk.open()
    native(desk, Qt.Key.Key_2, "2", ALT | SHIFT, 11)
    assert desk.field.text() == "gecoördineerde"


@pytest.mark.parametrize("held", [ALT, ALT | SHIFT, CTRL])
def test_a_held_key_types_nothing_in_the_box(desk: Desk, held: Qt.KeyboardModifier) -> None:
    desk.open()
    native(desk, Qt.Key.Key_Ampersand, "&", held, 20)
    assert desk.field.text() == "gecoördineerd"


def test_esc_takes_back_an_accent_before_it_closes(desk: Desk) -> None:
    desk.open()
    QApplication.sendEvent(desk.field, QInputMethodEvent("´", []))
    desk.key(Qt.Key.Key_Escape)
    assert (desk.box.isVisible(), desk.asked) == (True, [])
    desk.key(Qt.Key.Key_Escape)
    assert desk.asked == [("closed",)]


@pytest.mark.parametrize("width", [440, 640, 762, 1100])
def test_each_button_and_the_whole_reason_are_in_the_box(desk: Desk, width: int) -> None:
    image = QPixmap(300, 40)
    image.fill(Qt.GlobalColor.white)
    reason = "“informatiebijeenkomst” is not a word; the OCR may have misread “informatiebijeenkomsten”."
    desk.box.resize(width, 200)
    desk.open(replace(PLACE, image=image, reason=reason, same_in_letter=27))
    for button in desk.box.findChildren(CapButton):
        low = button.mapTo(desk.box, button.rect().bottomRight())
        assert desk.box.rect().contains(low), button.hint()
    (said,) = [label for label in desk.box.findChildren(ElidedLabel) if label.text() == reason]
    assert said.toolTip() == ""  # it has the whole where something is cut
