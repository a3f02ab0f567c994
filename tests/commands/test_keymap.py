"""Keys that were given to commands: what holds a key is named."""

from __future__ import annotations

import pytest

from annotator.commands import Command
from annotator.commands.held_keys import BOX_KEYS
from annotator.commands.keymap import HeldKeys, clash, normal, with_keys
from annotator.ui.shell.commands import COMMANDS

HELD = HeldKeys((("L", "Country"),), BOX_KEYS)


def command(name: str) -> Command:
    return next(c for c in COMMANDS if c.id == name)


def why(name: str, keys: str, commands: tuple[Command, ...] = COMMANDS) -> str:
    asked = command(name)
    return str(clash(asked, keys, commands, HELD, asked.keys) or "")


def test_a_changed_command_has_its_new_keys_and_no_other_does() -> None:
    changed = with_keys(COMMANDS, {"done_next": ("F8",), "undo": ()})
    found = {c.id: c.keys for c in changed}
    assert (found["done_next"], found["undo"], found["redo"]) == (("F8",), (), command("redo").keys)


@pytest.mark.parametrize(
    ("name", "keys", "held_by"),
    [
        ("done_next", "F3", "Next suspect"),
        ("done_next", "Ctrl+Shift+Z", "Redo"),
        ("grow", "S", "Start a section here"),
        ("grow", "F9", "Done, next letter"),  # what works everywhere works on the desk
        ("grow", "L", "Country"),
        ("done_next", "Ctrl+D", "Right here as it stands"),
    ],
)
def test_what_holds_a_key_is_named(name: str, keys: str, held_by: str) -> None:
    assert held_by in why(name, keys)


def test_a_key_of_the_box_is_free_on_the_desk() -> None:
    assert why("grow", "Ctrl+D") == ""


def test_a_letter_is_refused_to_what_works_everywhere() -> None:
    assert "types in fields" in why("done_next", "Q")
    assert why("grow", "Q") == ""


@pytest.mark.parametrize("keys", ["Esc", "Tab", "Left", "Ctrl+Shift+Home", "Ctrl+A"])
def test_what_moves_and_leaves_is_not_given_away(keys: str) -> None:
    assert "no command can have it" in why("grow", keys)


@pytest.mark.parametrize("name", [c.id for c in COMMANDS])
def test_every_command_may_have_the_keys_it_came_with(name: str) -> None:
    assert [why(name, keys) for keys in command(name).keys] == [""] * len(command(name).keys)


def test_a_key_that_was_given_away_is_held_by_its_new_owner() -> None:
    changed = with_keys(COMMANDS, {"next_suspect": ("F8",), "done_next": ("F3",)})
    assert "Done, next letter" in why("next_suspect", "F3", changed)


def test_both_enters_are_one_key() -> None:
    assert normal("Ctrl+Enter") == normal("Ctrl+Return")
