"""The registry of commands: names, keys that clash, keys that Qt can read."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from annotator.commands import DESK, EVERYWHERE, GROUPS, SESSION_COMMANDS, Command
from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.ui.shell.commands import COMMANDS


def normal(keys: str) -> str:
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.PortableText
    )


def by_id(command: Command) -> str:
    return command.id


@pytest.mark.parametrize("command", COMMANDS, ids=by_id)
def test_a_command_has_a_name_a_group_and_a_place(command: Command) -> None:
    assert command.name.strip() and command.name[0].isupper()
    assert command.group in GROUPS
    assert command.where in (EVERYWHERE, DESK)


def test_no_two_commands_have_the_same_id_or_name() -> None:
    assert max(Counter(c.id for c in COMMANDS).values()) == 1
    assert max(Counter(c.name for c in COMMANDS).values()) == 1


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.keys], ids=by_id)
def test_every_key_can_be_read_by_qt(command: Command) -> None:
    for keys in command.keys:
        assert QKeySequence(keys, QKeySequence.SequenceFormat.PortableText).count() == 1


def test_no_two_commands_have_the_same_key() -> None:
    # What works everywhere works on the desk too.
    keys = Counter(normal(k) for c in COMMANDS if c.where in (EVERYWHERE, DESK) for k in c.keys)
    assert [k for k, count in keys.items() if count > 1] == []


def test_the_keys_of_tags_clash_with_no_command() -> None:
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    taken = {normal(k) for c in COMMANDS for k in c.keys}
    tags = [normal(tag.key) for tag in book.tags if tag.key]
    assert len(tags) == len(set(tags))
    assert taken.isdisjoint(tags)


def test_single_keys_work_on_the_desk_alone() -> None:
    single = [c.id for c in COMMANDS for k in c.keys if len(k) == 1 and c.where != DESK]
    assert single == []


def test_the_commands_of_the_session_are_among_those_of_the_window() -> None:
    assert set(SESSION_COMMANDS) <= set(COMMANDS)
