#!/usr/bin/env python
"""Write docs/keys.md from the registry of commands: `.venv/bin/python tools/make_keys.py`.

A test fails when the page and the registry differ.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from annotator.commands import DESK, EVERYWHERE, GROUPS, Command  # noqa: E402
from annotator.commands.held_keys import BOX_KEYS, WORD_KEYS  # noqa: E402
from annotator.core.codebook_toml import read_codebook  # noqa: E402
from annotator.ui.shell.commands import COMMANDS  # noqa: E402

PAGE = ROOT / "docs" / "keys.md"
CODEBOOK = ROOT / "resources" / "codebooks" / "kamerbrieven.toml"

HEAD = """\
# The keys

<!-- Made by tools/make_keys.py from the registry of commands. Do not edit it: run that. -->

F1 shows the keys that work where you are. Every command is also in the menus, with its key. Enter of the
keyboard and Enter of the keypad are the same.

Single letters work on the reading desk, in **reading mode** only. In **editing mode** (F2) they type; Esc
goes back to reading. The caret moves by the usual keys: arrows, Ctrl with an arrow, Home, End, PgUp, PgDn.
With Shift they select.
"""

TAGS = """\
They work on the reading desk too. A passage tag goes to the selection, or to the word at the caret. A section
tag goes to the section at the caret; with a selection it starts a section there. These are the tags of the
codebook for Kamerbrieven; [another codebook](codebook.md) has its own.
"""

BOX = """\
Alt+1 to Alt+9 choose a suggestion by its number, Shift+F3 goes to the suspect before. Where the field was
changed, Ctrl+Z undoes in the field.
"""

PANES = """\
## In the panes

F6 goes from pane to pane, Esc back to the letter. These keys belong to the panes themselves.

| where | keys | does |
|---|---|---|
| letters | type | filter the list; Ctrl+L goes to the filter from anywhere |
| letters | Enter | open the letter and go to it |
| letters | Shift and arrows, Ctrl and a click | choose several; Ctrl+1 to Ctrl+4 set their status |
| letters | F2 | rename the letter |
| letters | Delete | remove the letters that are chosen; it asks first |
| form | Enter | the next field; a proposed value is confirmed |
| form | Ctrl+Enter | another value, where the field may hold several |
| form | Ctrl+Backspace in an empty field | take the value out |
| form | F4 | go to the value's evidence |
| form | Alt+Down | the list of choices |
| page images | arrows, PgUp, PgDn, Home, End | scroll |
| page images | +, - | larger, smaller; Ctrl and the wheel do it too |
| page images | Enter | to the text, at the place that the marks at the sides point to |
| page images | a click, a double click on a word | to the word in the text; its correction box |
| outline, passages, corrections | Enter | go to the place in the letter |
| passages | Delete | remove the passage |
| passages | F2 | its note |
| corrections | R | bring the OCR's reading back |
| list of places of a correction | Space, A | tick or untick this place, all places |
| codebook | Insert, Shift+Insert | add a tag, field, part or choice; below the chosen one |
| codebook | F2 or Enter | its name; Esc comes back to the list |
| codebook | Alt+Up, Alt+Down | move it |
| codebook | Alt+Right, Alt+Left | put a tag under the one before, take it out again |
| codebook | Delete | delete what is not used, retire what is |
| codebook | M | merge a tag with another |
"""


def page() -> str:
    """Return docs/keys.md as it has to be."""
    desk = [command for command in COMMANDS if command.where == DESK and command.keys]
    everywhere = [command for command in COMMANDS if command.where == EVERYWHERE]
    parts = [
        HEAD,
        "## On the reading desk, in reading mode\n",
        table(("key", "does"), map(row, desk)),
        "## The keys of tags\n",
        TAGS,
        table(("key", "section tag", "passage tag"), tag_rows()),
        "## In the correction box\n",
        table(("key", "does"), ((keys_of(entry.keys), entry.name) for entry in BOX_KEYS)),
        BOX,
        "## Going through words (F7)\n",
        table(("key", "does"), ((keys_of(entry.keys), entry.name) for entry in WORD_KEYS)),
        "## Everywhere\n",
        *everywhere_parts(everywhere),
        PANES,
    ]
    return "\n".join(parts)


def everywhere_parts(commands: Iterable[Command]) -> Iterator[str]:
    """Yield a table for each menu."""
    known = list(commands)
    for group in GROUPS:
        rows = [row(command) for command in known if command.group == group]
        if rows:
            yield f"### {group}\n"
            yield table(("key", "does"), rows)


def row(command: Command) -> tuple[str, str]:
    """Return the row of a command."""
    name = command.name.removesuffix("…")
    return keys_of(command.keys), f"{name}. {command.description}" if command.description else name


def tag_rows() -> Iterator[tuple[str, str, str]]:
    """Yield the tags that have keys, those of sections first."""
    book = read_codebook(CODEBOOK)
    for tag in book.section_tags:
        yield keys_of((tag.key,)), tag.name("en"), ""
    for tag in book.passage_tags:
        yield keys_of((tag.key,)), "", tag.name("en")


def keys_of(keys: Iterable[str]) -> str:
    """Return keys as they stand on a keyboard; in code, since some of them mean something in Markdown."""
    names = (key.replace("Return", "Enter").replace("PgDown", "PgDn") for key in keys if key)
    return ", ".join(f"`{name}`" for name in names) or "(menu)"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
