"""Every key of the registry runs its command, once: no other action takes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu

from annotator.commands import DESK, GROUPS, Command
from annotator.ui.shell.commands import COMMANDS
from tests.ui.shell.making import SECOND, Bench, OpenBench, focused, make_project, settle


@pytest.fixture
def counted(open_bench: OpenBench) -> tuple[Bench, Counter[str]]:
    """Return a window whose commands only count that they were asked for."""
    bench, ran = open_bench(), Counter[str]()
    for command in COMMANDS:
        action = bench.window.composition.actions[command.id]
        action.triggered.disconnect()
        action.triggered.connect(lambda *_, name=command.id: ran.update([name]))
    return bench, ran


def test_every_key_runs_its_command_once(counted: tuple[Bench, Counter[str]]) -> None:
    bench, ran = counted
    wanted = Counter[str]()
    for command in COMMANDS:
        for keys in command.keys:
            # Enter on the desk and copying are the view's own: it has no other way to see them first.
            bench.keys("Shift+Right", "Left")  # between two letters: else they would be words that are typed
            bench.keys(keys)
            assert bench.window.views.text.hasFocus(), keys
            wanted.update([command.id])
            assert ran == wanted, keys


def deep(menu: QMenu) -> Iterator[QAction]:
    """Return the actions of a menu and of its sub menus."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from deep(below)
        else:
            yield action


def shown_in(bench: Bench, group: str) -> list[str]:
    """Return what a menu shows: its commands, `---` for a line, and its sub menus by name in brackets."""
    shown = []
    for action in bench.window.composition.actions.menu(group).actions():
        name = f"[{action.text().replace('&', '')}]" if action.menu() else action.objectName()
        shown.append("---" if action.isSeparator() else name)
    return shown


def test_menus_are_in_blocks_with_sub_menus_for_what_belongs_together(bench: Bench) -> None:
    assert shown_in(bench, "Edit")[:9] == [
        *("undo", "redo", "---", "cut", "copy", "copy_with_source", "paste", "select_all", "---")
    ]
    assert "[Page images]" in shown_in(bench, "View") and "[Status]" in shown_in(bench, "Letter")
    for group in GROUPS:
        shown = [name or "a tag" for name in shown_in(bench, group)]
        assert "---" in shown and shown[0] != "---" != shown[-1]
        blocks = [list(block) for line, block in groupby(shown, "---".__eq__) if not line]
        assert max(len(block) for block in blocks if "a tag" not in block) <= 7


def test_a_menu_calls_the_key_enter_as_the_caps_do(bench: Bench) -> None:
    shown = {
        a.text().partition("\t")[2] for g in GROUPS for a in deep(bench.window.composition.actions.menu(g))
    }
    assert "Enter" in shown and not any("Return" in keys for keys in shown)


def choose(bench: Bench, command: str) -> None:
    """Choose a command in its menu: the keys stay where they are."""
    bench.window.composition.actions[command].trigger()
    settle()


def test_words_of_the_letter_are_cut_and_pasted_from_the_menu_while_typing(bench: Bench) -> None:
    before = bench.text
    bench.select("Minister ")
    choose(bench, "cut")
    assert bench.text == before and any("F2" in said for said in bench.said)
    bench.keys("F2")
    bench.select("Minister ")
    choose(bench, "cut")
    assert "De van Defensie" in bench.text
    choose(bench, "paste")
    assert bench.text == before


def test_a_field_is_edited_from_the_menu_too(bench: Bench) -> None:
    bench.keys("Ctrl+L")
    bench.type("Irak")
    choose(bench, "select_all")
    choose(bench, "cut")
    field = focused()
    assert isinstance(field, QLineEdit) and field.text() == ""
    choose(bench, "paste")
    assert field.text() == "Irak"


def test_menus_hold_every_command_once(bench: Bench) -> None:
    actions = bench.window.composition.actions
    shown = Counter(a.objectName() for group in GROUPS for a in deep(actions.menu(group)) if a.objectName())
    assert dict.fromkeys(shown, 1) == dict(shown)
    assert {c.id for c in COMMANDS if c.in_menu} <= set(shown)


def test_the_tags_are_in_the_menu_once_after_another_project(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    bench.window.composition.opening.open_path(make_project(tmp_path / "ander", (SECOND,)))
    names = [a.text() for a in bench.window.composition.actions.menu("Tag").actions() if a.data()]
    assert len(names) == len(set(names)) == 17
    separators = [a.isSeparator() for a in bench.window.composition.actions.menu("Tag").actions()]
    assert not any(a and b for a, b in pairwise(separators))


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.where == DESK and c.keys], ids=lambda c: c.id)
def test_desk_keys_do_nothing_in_the_filter(counted: tuple[Bench, Counter[str]], command: Command) -> None:
    bench, ran = counted
    bench.window.views.letters.focus_filter()
    assert focused() is not bench.window.views.text
    for keys in command.keys:
        if QKeySequence(keys)[0].keyboardModifiers().value in (0, 1 << 25):  # type: ignore[index]
            bench.keys(keys)
    assert ran == Counter()
