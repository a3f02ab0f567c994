"""Every key of the registry runs its command, once: no other action takes it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from annotator.commands import DESK, GROUPS, Command
from annotator.ui.shell.commands import COMMANDS
from tests.ui.shell.making import SECOND, Bench, OpenBench, focused, make_project


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
            bench.keys(keys)
            assert bench.window.views.text.hasFocus(), keys
            wanted.update([command.id])
            assert ran == wanted, keys


def test_menus_hold_every_command_once(bench: Bench) -> None:
    shown = Counter(
        action.objectName()
        for group in GROUPS
        for action in bench.window.composition.actions.menu(group).actions()
        if action.objectName()
    )
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
