"""The start as `main.py` makes it, with every setting changed, spoilt, and after starts that failed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator import app as application
from annotator.cli.window_arguments import arguments_of
from annotator.commands import DESK
from annotator.ui.dialogs import Dialogs
from annotator.ui.features.projects.introduction import Introduction
from annotator.ui.features.projects.welcome import Welcome
from annotator.ui.settings import SETTINGS, Settings
from annotator.ui.shell.commands import COMMANDS
from annotator.ui.shell.composition import Composition
from annotator.ui.shell.main_window import MainWindow
from annotator.ui.shell.mode_badge import ModeBadge
from annotator.ui.shell.start_mark import MOST_FAILED
from annotator.ui.shell.status_strip import HintRow
from tests.ui.shell.making import FIRST, SECOND, Here, make_project, settle

Start = Callable[..., MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the settings."""
    return tmp_path / "settings"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_project(tmp_path, (FIRST, SECOND))


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the program as a command line does, in stages, until all of the window is there."""
    monkeypatch.setattr(application, "report_bugs", lambda shown: None)  # a bug fails the test instead
    # What belongs to the whole process and to its end, not to a window.
    monkeypatch.setattr("annotator.ui.shell.ending.EndBySignal", lambda *_: None)
    monkeypatch.setattr("annotator.ui.shell.idle_collector.IdleCollector", lambda *_: None)
    monkeypatch.setattr(application.Shown, "collect_garbage", lambda *_: None)
    font, palette, sheet, style = qapp.font(), qapp.palette(), qapp.styleSheet(), qapp.style().name()
    opened: list[application.Shown] = []

    def make(*arguments: str, analyst: str = "jan") -> MainWindow:
        given = [*arguments, *(("--analyst", analyst) if analyst else ())]
        options = arguments_of(given)
        shown = application.started(qapp, options, Settings(folder), Here())
        opened.append(shown)
        qtbot.waitUntil(lambda: shown.window.composition.has_rest)
        settle()
        return shown.window

    yield make
    for shown in opened:
        shown.window.close()
        for translator in shown.translators:
            qapp.removeTranslator(translator)
        shown.window.composition.themes.deleteLater()
        shown.window.deleteLater()
    settle()
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def other_value(key: str) -> str | int | bool:
    """Return a value that a setting may have and does not come with."""
    setting = SETTINGS[key]
    if isinstance(setting.default, bool):
        return not setting.default
    if isinstance(setting.among, range | tuple):
        return next(v for v in reversed(setting.among) if v != setting.default)  # type: ignore[no-any-return]
    others = {"recent_details": '{"/a.kant": {"letters": 3, "done": 1}}', "page_zoom": "150"}
    return others.get(key, "/some/x")


def keys_for(number: int) -> str:
    """Return keys that no command comes with, others for each number."""
    modifiers, letter = divmod(number, 26)
    return f"{('Ctrl+Alt+', 'Ctrl+Meta+', 'Alt+Meta+', 'Ctrl+Alt+Meta+')[modifiers]}{chr(ord('A') + letter)}"


def works(window: MainWindow) -> None:
    """See that the window is whole: a letter is on the desk, another one can be opened, keys are told."""
    assert window.composition.has_rest and window.session.letter_id == 1
    window.composition.workspace.navigation.go_letters(1)
    assert window.views.text.text() == SECOND
    assert window.views.strip.findChild(HintRow).isVisible()


@pytest.mark.parametrize("key", [*SETTINGS])
def test_the_window_opens_with_any_setting_changed(start: Start, folder: Path, path: Path, key: str) -> None:
    settings = Settings(folder)
    settings.set(key, other_value(key))
    settings.sync()
    assert settings.value(key) == other_value(key)  # else nothing was changed
    works(start(str(path)))


@pytest.mark.parametrize("command", [command.id for command in COMMANDS])
def test_the_window_opens_with_the_keys_of_any_command_changed(
    start: Start, folder: Path, path: Path, command: str
) -> None:
    settings = Settings(folder)
    settings.set_keys({command: ("Ctrl+Alt+F5",)})
    settings.sync()
    window = start(str(path))
    works(window)
    assert window.composition.actions.keys_of(command) == "Ctrl+Alt+F5"


def test_the_window_opens_with_everything_changed(start: Start, folder: Path, path: Path) -> None:
    settings = Settings(folder)
    for key in SETTINGS:
        settings.set(key, other_value(key))
    given = {command.id: (keys_for(number),) for number, command in enumerate(COMMANDS)}
    settings.set_keys(given)
    settings.sync()
    window = start(str(path))
    works(window)
    assert {c.id: c.keys for c in window.composition.actions.commands} == given


def test_a_key_of_a_tag_that_was_given_to_a_command_stays_with_the_tag(
    start: Start, folder: Path, path: Path
) -> None:
    settings = Settings(folder)
    desk = next(command.id for command in COMMANDS if command.where == DESK)
    for tag_key in ("L", "I", "O"):
        settings.set_keys({desk: (tag_key,)})
        settings.sync()
        window = start(str(path))
        assert window.composition.actions.keys_of(desk) == ""
        window.close()


# --- spoilt ------------------------------------------------------------------------------------------------

WRONG = ("1e30", "[]", "-1", "999999999999", "@Invalid()", "a, b, c")
ALL_WRONG = (*WRONG, r"\x0\xd800", r"@ByteArray(\xff\xfe)", "x" * 20_000, "[" * 5000, "²", "@Rect(1 2 3 4)")


def write_raw(folder: Path, lines: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "kanttekening.ini").write_text(lines, encoding="utf-8")


@pytest.mark.parametrize("raw", ALL_WRONG)
def test_a_wrong_value_is_the_default(folder: Path, raw: str, caplog: pytest.LogCaptureFixture) -> None:
    write_raw(folder, "[General]\n" + "".join(f"{key}={raw}\n" for key in (*SETTINGS, "recent")))
    settings = Settings(folder)
    for key, setting in SETTINGS.items():
        if type(setting.default) is int:
            assert settings.number(key) == setting.default
            assert key in caplog.text or raw == "@Invalid()"
        elif type(setting.default) is bool:
            assert settings.flag(key) is setting.default
        else:
            assert len(settings.text(key)) <= setting.longest
            free = setting.among is None and not setting.is_path
            assert free or settings.text(key) == setting.default
    assert settings.recent_details() == {}
    assert settings.recent() == []
    assert settings.keys() == {}


@pytest.mark.parametrize("raw", ALL_WRONG)
def test_the_window_opens_with_every_value_wrong(start: Start, folder: Path, path: Path, raw: str) -> None:
    keys = "".join(f"{command.id}={raw}\n" for command in COMMANDS)
    lines = "".join(f"{key}={raw}\n" for key in (*SETTINGS, "recent"))
    layout = "".join(f"{name}={raw}\n" for name in ("geometry", "docks", "pages_beside", "pages_above"))
    write_raw(folder, f"[General]\n{lines}[keys-linux]\n{keys}[layout]\n{layout}")
    works(start(str(path)))


@pytest.mark.parametrize(
    "content", [b"\0" * 300, b"[General\nx", bytes(range(256)) * 40, b"\xff\xfe[G\0e\0n\0", b"=" * 9000]
)
def test_the_window_opens_with_rubbish_for_settings(
    start: Start, folder: Path, path: Path, content: bytes
) -> None:
    folder.mkdir()
    (folder / "kanttekening.ini").write_bytes(content)
    works(start(str(path)))


@pytest.mark.parametrize(
    "written",
    [
        r"@Variant(\0\0\0\x9\x7f\xff\xff\xff)",
        r"\x40Variant(\0\0\0\x9\x7f\xff\xff\xff)",
        r"@Vari\141nt(\0\0\0\x9\x7f\xff\xff\xff)",
        '"@Var""iant(\\0\\0\\0\\x9\\x7f\\xff\\xff\\xff)"',
        "@Var\\\niant(\\0\\0\\0\\x9\\x7f\\xff\\xff\\xff)",
    ],
)
def test_a_value_that_asks_for_gigabytes_is_put_aside(folder: Path, written: str) -> None:
    write_raw(folder, f"[General]\ntheme=dark\n[layout]\ndocks={written}\n")
    settings = Settings(folder)
    assert settings.state("docks").isEmpty()  # not the end of the process
    assert (folder / "kanttekening.ini.damaged").exists()
    settings.set("theme", "light")
    settings.sync()
    assert Settings(folder).text("theme") == "light"


def as_folder(file: Path) -> None:
    file.mkdir()


def as_pipe(file: Path) -> None:
    import os

    os.mkfifo(file)


def as_endless(file: Path) -> None:
    file.symlink_to("/dev/zero")


def as_large(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(5 << 30)


def as_circle(file: Path) -> None:
    file.symlink_to(file)


@pytest.mark.parametrize("make", [as_folder, as_pipe, as_endless, as_large, as_circle])
def test_the_window_opens_where_no_settings_can_be_read(
    start: Start, folder: Path, path: Path, make: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    folder.mkdir()
    make(folder / "kanttekening.ini")
    with caplog.at_level(logging.WARNING):
        window = start(str(path))
    works(window)
    assert "cannot be read" in caplog.text
    window.settings.set("text_size", 120)
    assert window.settings.number("text_size") == 120  # for as long as the program runs


@pytest.mark.parametrize(
    "details",
    [
        "[]",
        "7",
        '{"/a": 3}',
        '{"/a": {"letters": 1e400, "done": -1}}',
        '{"/a": {"letters": true}}',
        "[" * 90_000,
    ],
)
def test_details_of_projects_that_cannot_be_are_left_out(folder: Path, details: str) -> None:
    settings = Settings(folder)
    settings.set("recent_details", details)
    assert settings.recent_details() == {}
    settings.remember_details("/b.kant", letters=1, done=0)
    assert settings.recent_details() == {"/b.kant": {"letters": 1, "done": 0}}


@pytest.mark.parametrize(
    "raw", ["Ctrl+Foo", "Ctrl+", "F99", "Ctrl+A Ctrl+Foo", "x" * 61, "1 2 3 4 5 6 7 8 9"]
)
def test_keys_that_are_none_are_left_out(folder: Path, raw: str) -> None:
    settings = Settings(folder)
    settings.set_keys({"undo": (raw,), "redo": ("F8",)})
    assert settings.keys() == {"redo": ("F8",)}


@pytest.mark.parametrize("raw", ["Esc", "Left", "x", "F3"])
def test_a_key_that_cannot_be_given_is_not_given(start: Start, folder: Path, path: Path, raw: str) -> None:
    settings = Settings(folder)
    settings.set_keys({"undo": (raw,)})
    settings.sync()
    window = start(str(path))
    assert window.composition.actions.keys_of("undo") == "Ctrl+Z"


def test_two_commands_with_one_key_leave_it_to_one(start: Start, folder: Path, path: Path) -> None:
    settings = Settings(folder)
    settings.set_keys({"undo": ("F8",), "redo": ("F8",)})
    settings.sync()
    window = start(str(path))
    assert sorted(c.id for c in window.composition.actions.commands if "F8" in c.keys) in (["redo"], ["undo"])


# --- starts that fail --------------------------------------------------------------------------------------


def test_a_project_is_remembered_when_it_is_on_the_screen(
    start: Start, qtbot: QtBot, folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    make_rest = Composition.make_rest

    def watched(composition: Composition) -> None:
        seen.append(composition.context.settings.text("last_project"))
        make_rest(composition)

    monkeypatch.setattr(Composition, "make_rest", watched)
    window = start(str(path))
    qtbot.waitUntil(lambda: window.settings.text("last_project") == str(path))
    assert seen[0] == ""


def fail(folder: Path, times: int) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "starting").write_bytes(b"." * times)


def test_a_start_that_failed_once_is_tried_again(
    start: Start, qtbot: QtBot, folder: Path, path: Path
) -> None:
    Settings(folder).remember_project(str(path))
    fail(folder, MOST_FAILED - 1)
    window = start()
    works(window)
    qtbot.waitUntil(lambda: not (folder / "starting").exists())


def test_a_start_that_failed_twice_shows_the_welcome_page(
    start: Start, qtbot: QtBot, folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(MainWindow, "say", lambda window, message: said.append(str(message)))
    settings = Settings(folder)
    settings.remember_project(str(path))
    settings.sync()
    fail(folder, MOST_FAILED)
    window = start()
    assert window.session is None and "P.kant" in said[-1]
    settle()
    assert (folder / "starting").exists()  # closed now, it is not tried at the next start either
    window.composition.opening.open_path(path)
    works(window)
    qtbot.waitUntil(lambda: not (folder / "starting").exists())


def test_a_start_that_ends_in_a_bug_counts(
    start: Start, folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(folder)
    settings.remember_project(str(path))
    settings.sync()

    def ends(*_: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patched:
        patched.setattr(Composition, "show_project", ends)
        for _ in range(MOST_FAILED):
            with pytest.raises(RuntimeError):
                start()
    assert start().session is None


def test_a_project_that_is_refused_is_no_failed_start(
    start: Start, qtbot: QtBot, folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "say", lambda *_: None)
    monkeypatch.setattr(Dialogs, "tell", lambda dialogs, message: told.append(str(message)))
    path.write_bytes(b"no database")
    Settings(folder).remember_project(str(path))
    assert start().session is None
    qtbot.waitUntil(lambda: not (folder / "starting").exists())
    assert len(told) == 1


def test_the_mode_is_shown_while_a_letter_is_open(start: Start, path: Path) -> None:
    window = start()
    badge = window.views.strip.findChildren(ModeBadge)[0]
    assert not badge.isVisible()
    window.composition.opening.open_path(path)
    settle()
    assert badge.isVisible() and badge.text() == "READING"
    window.composition.actions["edit_mode"].trigger()
    assert badge.text() == "EDITING"
    assert window.session is not None
    window.session.open_letter(None)
    settle()
    assert not badge.isVisible()
    window.session.open_letter(1)
    assert badge.isVisible() and badge.text() == "READING"
    window.composition.opening.close_project()
    settle()
    assert not badge.isVisible()


def test_the_program_says_what_it_is_before_it_asks_for_a_name(start: Start) -> None:
    window = start(analyst="")
    page = window.views.pages.currentWidget()
    said, field = page.findChildren(Introduction)[0], page.findChildren(QLineEdit)[0]
    assert all(point.isVisible() for point in said.points)
    assert said.mapTo(page, said.rect().bottomLeft()).y() < field.mapTo(page, QPoint(0, 0)).y()
    assert said.points[0].mapTo(page, QPoint(0, 0)).x() == field.mapTo(page, QPoint(0, 0)).x()
    for point in said.points:
        assert point.height() >= point.heightForWidth(point.width())
    assert field.hasFocus()
    QTest.keyClicks(field, "anna")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert window.composition.context.analyst == "anna"
    assert isinstance(window.views.pages.currentWidget(), Welcome)
