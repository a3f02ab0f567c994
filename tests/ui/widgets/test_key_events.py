from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.widgets.key_events import alt_digit, holds_back, plain_digit, typed_text

NONE, ALT, SHIFT, CTRL, META, KEYPAD, GROUP = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)
AZERTY = "&é\"'(§è!çà"  # the row above the letters, on a Belgian keyboard


def press(
    key: int, text: str, modifiers: Qt.KeyboardModifier, scan: int = 0, virtual: int = 0, native: int = 0
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, native, text)


@pytest.fixture(params=["linux", "win32", "darwin"])
def platform(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "platform", request.param)
    return str(request.param)


def on(platform: str, place: int, keypad: bool = False) -> dict[str, int]:
    """What a key at the place of a digit says of itself, 0 standing behind 9."""
    index = (place - 1) % 10
    if platform == "linux":
        return {"scan": (90, 87, 88, 89, 83, 84, 85, 79, 80, 81)[place] if keypad else 10 + index}
    if platform == "win32":
        return {"scan": (82, 79, 80, 81, 75, 76, 77, 71, 72, 73)[place] if keypad else 2 + index}
    row, pad = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29), (82, 83, 84, 85, 86, 87, 88, 89, 91, 92)
    return {"virtual": pad[place] if keypad else row[index]}


@pytest.mark.parametrize("place", range(10))
def test_alt_and_a_digit_go_by_place(platform: str, place: int) -> None:
    sign = AZERTY[(place - 1) % 10]
    event = press(ord(sign.upper()), sign, ALT, **on(platform, place))
    assert alt_digit(event) == place


@pytest.mark.parametrize("place", range(10))
def test_the_keypad_counts_as_well(platform: str, place: int) -> None:
    event = press(Qt.Key.Key_0 + place, str(place), ALT | KEYPAD, **on(platform, place, keypad=True))
    assert alt_digit(event) == place


def test_the_keypad_counts_without_num_lock(platform: str) -> None:
    event = press(Qt.Key.Key_End, "", ALT | KEYPAD, **on(platform, 1, keypad=True))
    assert alt_digit(event) == 1


def test_the_shifted_sign_counts_where_digits_are_shifted(platform: str) -> None:
    assert alt_digit(press(Qt.Key.Key_1, "1", ALT | SHIFT, **on(platform, 1))) == 1
    assert alt_digit(press(Qt.Key.Key_Exclam, "!", ALT | SHIFT, **on(platform, 1))) is None


def test_a_digit_without_a_place_counts_by_its_sign(platform: str) -> None:
    assert alt_digit(press(Qt.Key.Key_3, "3", ALT)) == 3


@pytest.mark.parametrize("held", [NONE, SHIFT, CTRL, CTRL | ALT, META])
def test_no_digit_without_alt(held: Qt.KeyboardModifier) -> None:
    assert alt_digit(press(Qt.Key.Key_1, "1", held, scan=10)) is None


def test_a_digit_alone_goes_by_place_too(platform: str) -> None:
    assert plain_digit(press(Qt.Key.Key_Ampersand, "&", NONE, **on(platform, 1))) == 1
    assert plain_digit(press(Qt.Key.Key_1, "1", SHIFT, **on(platform, 1))) == 1
    assert plain_digit(press(Qt.Key.Key_1, "1", ALT, **on(platform, 1))) is None


@pytest.mark.parametrize("held", [CTRL, CTRL | SHIFT, META, CTRL | META])
def test_a_held_key_types_nothing(platform: str, held: Qt.KeyboardModifier) -> None:
    assert typed_text(press(Qt.Key.Key_Ampersand, "&", held)) == ""


@pytest.mark.parametrize("held", [ALT, ALT | SHIFT, ALT | META, CTRL | ALT | META])
def test_alt_types_nothing_and_is_held_back(held: Qt.KeyboardModifier) -> None:
    event = press(Qt.Key.Key_Ampersand, "&", held, scan=10)
    assert typed_text(event) == ""
    assert holds_back(event)


def test_option_types_on_a_mac(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    event = press(Qt.Key.Key_1, "¡", ALT)
    assert (typed_text(event), holds_back(event)) == ("¡", False)


@pytest.mark.parametrize("sign", "€@#{[é²")
@pytest.mark.parametrize("held", [NONE, GROUP, CTRL | ALT, CTRL | ALT | GROUP, CTRL | ALT | SHIFT])
def test_altgr_types(sign: str, held: Qt.KeyboardModifier) -> None:
    event = press(ord(sign.upper()[0]), sign, held)
    assert (typed_text(event), holds_back(event)) == (sign, False)


def test_altgr_of_windows_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert typed_text(press(Qt.Key.Key_E, "€", CTRL | ALT, scan=18)) == "€"


def test_ctrl_and_alt_are_not_altgr_where_the_system_tells_them_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    both = press(Qt.Key.Key_Ampersand, "&", CTRL | ALT, scan=10, native=0x0C)
    level3 = press(Qt.Key.Key_At, "@", CTRL | ALT, scan=11, native=0x8C)
    assert (typed_text(both), holds_back(both)) == ("", True)
    assert (typed_text(level3), holds_back(level3)) == ("@", False)


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_1, "1"), (Qt.Key.Key_E, "e"), (Qt.Key.Key_E, "\x05")])
def test_ctrl_and_alt_with_a_letter_or_digit_type_nothing(key: Qt.Key, text: str) -> None:
    assert typed_text(press(key, text, CTRL | ALT)) == ""


@pytest.mark.parametrize("held", [NONE, SHIFT, KEYPAD])
def test_a_plain_key_types(held: Qt.KeyboardModifier) -> None:
    event = press(Qt.Key.Key_Ampersand, "&", held, scan=10)
    assert (typed_text(event), holds_back(event)) == ("&", False)


def test_the_fields_own_keys_are_not_held_back() -> None:
    assert not holds_back(press(Qt.Key.Key_A, "a", CTRL))
    assert not holds_back(press(Qt.Key.Key_Backspace, "\x08", ALT))
    assert not holds_back(press(Qt.Key.Key_Left, "", ALT))
