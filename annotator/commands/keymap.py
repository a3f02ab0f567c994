"""Which keys a command has: its own, or those that the analyst gave it; and what holds a key already.

Keys are portable key sequences as Qt writes them (`Ctrl+Shift+P`); Enter of the keypad counts as Return.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.commands.command import DESK, EVERYWHERE, AnyCommand
from annotator.core.messages import QT_TRANSLATE_NOOP, Message

# What moves the caret, types and leaves: the text's own, never a command's.
_FIXED = frozenset({"Esc", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Ctrl+A", "Ctrl+V", "Ctrl+X"})
_MOVING = re.compile(r"(Ctrl\+)?(Shift\+)?(Left|Right|Up|Down|Home|End|PgUp|PgDown)")
_FUNCTION_KEY = re.compile(r"(Shift\+)?F\d+")

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoxKey:
    """A key of the correction box, which acts on it by itself; `name` is marked in the context "Command"."""

    name: str
    keys: Keys


@dataclass(frozen=True, slots=True)
class HeldKeys:
    """What may hold a key besides the commands: the tags of the codebook (key, name) and the box."""

    tags: Sequence[tuple[str, str]] = ()
    box: Sequence[BoxKey] = ()


def with_keys(commands: Iterable[AnyCommand], changed: Mapping[str, Keys]) -> tuple[AnyCommand, ...]:
    """Return the commands with the keys that were given to them in place of their own."""
    return tuple(replace(c, keys=changed[c.id]) if c.id in changed else c for c in commands)


def givable(commands: Sequence[AnyCommand], given: Mapping[str, Keys]) -> dict[str, Keys]:
    """Return which keys commands can be given of those that settings name: what cannot be is left out.

    A file of settings may be written by hand, or be older than a command that holds one of its keys now. A
    command that is left without any of its keys has its own.
    """
    kept = dict(given)
    for command in commands:
        if command.id not in kept:
            continue
        others = with_keys(commands, kept)
        wanted = kept[command.id]
        keys = tuple(k for k in wanted if clash(command, k, others, HeldKeys(), command.keys) is None)
        if keys or not wanted:
            kept[command.id] = keys
        else:
            del kept[command.id]
    return kept


def normal(keys: str) -> str:
    """Return a key sequence so that two that are pressed alike are equal."""
    return keys.replace("Enter", "Return").casefold()


def types_text(keys: str) -> bool:
    """Tell whether a key sequence types something in a field, so that it can only work in reading mode."""
    bare = keys.removeprefix("Shift+")
    return not (bare.startswith(("Ctrl+", "Alt+", "Meta+")) or _FUNCTION_KEY.fullmatch(keys))


def clash(
    command: AnyCommand, keys: str, commands: Iterable[AnyCommand], held: HeldKeys, own: Sequence[str] = ()
) -> Message | None:
    """Return why a command cannot have a key, naming what holds it in that place; None where it can.

    `own` are the keys that the command came with: they suit the boxes and fields around it.
    """
    if any(normal(keys) == normal(key) for key in own):
        return _held_by_command(command, keys, commands) or _held_by_tag(command, keys, held)
    if keys in _FIXED or _MOVING.fullmatch(keys):
        return _message(
            QT_TRANSLATE_NOOP("Keys", "{keys} is for moving, typing or leaving: no command can have it."),
            keys,
        )
    if command.where == EVERYWHERE and types_text(keys):
        text = QT_TRANSLATE_NOOP(
            "Keys", "{keys} types in fields, and this command works everywhere: add Ctrl or Alt to it."
        )
        return _message(text, keys)
    return (
        _held_by_command(command, keys, commands)
        or _held_by_tag(command, keys, held)
        or _held_by_box(command, keys, held)
    )


def _held_by_command(command: AnyCommand, keys: str, commands: Iterable[AnyCommand]) -> Message | None:
    for other in commands:
        # What works everywhere works in every other place too.
        meet = other.where == command.where or EVERYWHERE in (other.where, command.where)
        if other.id != command.id and meet and _has(other.keys, keys):
            text = QT_TRANSLATE_NOOP("Keys", "{keys} is held by “{name}”.")
            return _message(text, keys, name=Message("Command", other.name))
    return None


def _held_by_tag(command: AnyCommand, keys: str, held: HeldKeys) -> Message | None:
    for key, name in held.tags:
        if key and normal(key) == normal(keys):
            text = QT_TRANSLATE_NOOP("Keys", "{keys} is held by the tag “{name}” of this project's codebook.")
            return _message(text, keys, name=name)
    return None


def _held_by_box(command: AnyCommand, keys: str, held: HeldKeys) -> Message | None:
    if command.where == DESK:
        return None
    for entry in held.box:
        if _has(entry.keys, keys):
            text = QT_TRANSLATE_NOOP("Keys", "{keys} is held by “{name}” in the correction box.")
            return _message(text, keys, name=Message("Command", entry.name))
    return None


def _has(keys: Iterable[str], wanted: str) -> bool:
    return any(normal(key) == normal(wanted) for key in keys)


def _message(text: str, keys: str, **params: object) -> Message:
    return Message("Keys", text, {"keys": keys, **params})
