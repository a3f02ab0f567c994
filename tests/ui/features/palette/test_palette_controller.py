"""The palette in the window: commands, tags, letters, places and settings, by real keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.features.palette import Palette, PaletteButton
from tests.ui.looking import field_of, model_of
from tests.ui.shell.making import Bench, OpenBench


def in_palette(bench: Bench, keys: str, do: Callable[[Palette], None]) -> None:
    """Press keys that open the palette, and do something in it."""

    def there() -> None:
        palette = QApplication.activeModalWidget()
        assert isinstance(palette, Palette)
        try:
            bench.qtbot.waitUntil(palette.isActiveWindow)
            do(palette)
        finally:
            if palette.isVisible():
                palette.reject()

    QTimer.singleShot(0, there)
    bench.keys(keys)


def choose(bench: Bench, text: str, keys: str = "Ctrl+Shift+P", wait_for: str = "") -> None:
    """Type in the palette, wait for a letter, and press Enter."""

    def do(palette: Palette) -> None:
        QTest.keyClicks(field_of(palette), text)
        if wait_for:
            bench.qtbot.waitUntil(lambda: wait_for in titles(palette))
        QTest.keyClick(field_of(palette), Qt.Key.Key_Return)

    in_palette(bench, keys, do)


def titles(palette: Palette) -> list[str]:
    return [found.item.title for found in model_of(palette).items()]


def test_runs_a_command(bench: Bench) -> None:
    choose(bench, "status done")
    assert bench.one("SELECT status FROM letters WHERE id = 1") == "done"


def test_tags_the_selection(bench: Bench) -> None:
    bench.select("Irak")
    choose(bench, "tag as country")
    assert bench.passages() == [("country", "Irak")]


def test_opens_a_letter(bench: Bench) -> None:
    choose(bench, "brief-2", wait_for="Een tweede brief over Belgié.")
    assert bench.window.session.letter_id == 2


def test_goes_to_a_page(open_bench: OpenBench) -> None:
    bench = open_bench(letters=("Een.\n\fTwee.\n\fDrie.\n",))
    choose(bench, "p3")
    assert bench.text[bench.window.views.text.caret() :] == "Drie.\n"


def test_ctrl_p_offers_the_letters_that_were_on_the_desk_and_finds_others(bench: Bench) -> None:
    bench.window.composition.open_letter(3)
    seen: list[list[str]] = []
    in_palette(bench, "Ctrl+P", lambda palette: seen.append(titles(palette)))
    assert len(seen[0]) == 1  # the first letter; that on the desk is there already
    choose(bench, "tweede", "Ctrl+P", wait_for="Een tweede brief over Belgié.")
    assert bench.window.session.letter_id == 2


def test_what_was_run_last_comes_first_next_time(bench: Bench) -> None:
    choose(bench, "status done")
    seen: list[list[str]] = []
    in_palette(bench, "Ctrl+Shift+P", lambda palette: seen.append(titles(palette)))
    assert seen[0][0] == "Status: done"


def test_says_why_a_command_cannot_be_run(bench: Bench) -> None:
    bench.window.composition.opening.close_session()
    bench.window.composition.opening.show_welcome()
    why: list[str] = []

    def do(palette: Palette) -> None:
        why.extend(f.item.why_not for f in model_of(palette).items() if f.item.id == "command:undo")

    in_palette(bench, "Ctrl+Shift+P", do)
    assert why == ["no project is open"]


def test_read_only_refuses_changes_and_says_so(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    why: dict[str, str] = {}
    in_palette(
        bench,
        "Ctrl+Shift+P",
        lambda palette: why.update((f.item.id, f.item.why_not) for f in model_of(palette).items()),
    )
    assert why["command:done_next"] == "the project is open for reading only"
    assert why["command:next_letter"] == ""


def test_the_button_in_the_menu_bar_opens_it(bench: Bench, qtbot: QtBot) -> None:
    seen: list[str] = []

    def there() -> None:
        palette = QApplication.activeModalWidget()
        assert isinstance(palette, Palette)
        seen.extend(titles(palette))
        palette.reject()

    QTimer.singleShot(0, there)
    qtbot.mouseClick(bench.window.findChild(PaletteButton), Qt.MouseButton.LeftButton)
    assert "Undo" in seen
