#!/usr/bin/env python
"""Write docs/keys.md and docs/nl/keys.md of the registry of commands: `.venv/bin/python tools/make_keys.py`.

Names and descriptions are the program's own, in Dutch from its translations; what stands around them is here.
A test fails when a page and the registry differ.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from annotator.commands import DESK, EVERYWHERE, GROUPS, AnyCommand  # noqa: E402
from annotator.commands.held_keys import BOX_KEYS, WORD_KEYS  # noqa: E402
from annotator.core.codebook_toml import read_codebook  # noqa: E402
from annotator.ui.menus import MENUS  # noqa: E402
from annotator.ui.shell.commands import COMMANDS  # noqa: E402
from tools.key_texts import DUTCH, ENGLISH  # noqa: E402
from tools.translations import file_of, forms_of, messages  # noqa: E402

CODEBOOK = ROOT / "resources" / "codebooks" / "kamerbrieven.toml"
PAGES = {"en": ROOT / "docs" / "keys.md", "nl": ROOT / "docs" / "nl" / "keys.md"}
TEXTS = {"en": ENGLISH, "nl": DUTCH}


def page(language: str = "en") -> str:
    """Return the page of keys in a language as it has to be."""
    says, book = TEXTS[language], _Said(language)
    desk = [command for command in COMMANDS if command.where == DESK and command.keys]
    everywhere = [command for command in COMMANDS if command.where == EVERYWHERE]
    head = (says.key, says.does)
    parts = [
        says.head,
        f"## {says.titles[0]}\n",
        table(head, (book.row(command) for command in desk)),
        f"## {says.titles[1]}\n",
        says.tags,
        table((says.key, says.section_tag, says.passage_tag), tag_rows(language)),
        f"## {says.titles[2]}\n",
        table(head, ((book.keys(entry.keys), book.text(entry.name)) for entry in BOX_KEYS)),
        says.box,
        f"## {says.titles[3]}\n",
        table(head, ((book.keys(entry.keys), book.text(entry.name)) for entry in WORD_KEYS)),
        f"## {says.titles[4]}\n",
        *book.everywhere(everywhere),
        says.panes,
    ]
    return "\n".join(parts)


class _Said:
    """Says commands in a language."""

    def __init__(self, language: str) -> None:
        self._language, self._says = language, TEXTS[language]
        self._dutch = {
            (context, message.findtext("source", "")): forms_of(message)[0]
            for context, message in messages(file_of("nl"))
        }

    def text(self, text: str, context: str = "Command") -> str:
        """Return a text of the program in the page's language."""
        return self._dutch.get((context, text), text) if self._language == "nl" and text else text

    def keys(self, keys: Iterable[str]) -> str:
        """Return keys as they stand on a keyboard; in code, since some of them mean something in Markdown."""
        names = (key.replace("Return", "Enter").replace("PgDown", "PgDn") for key in keys if key)
        return ", ".join(f"`{name}`" for name in names) or f"({self._says.menu})"

    def row(self, command: AnyCommand) -> tuple[str, str]:
        """Return the row of a command."""
        name, description = self.text(command.name).removesuffix("…"), self.text(command.description)
        return self.keys(command.keys), f"{name}. {description}" if description else name

    def everywhere(self, commands: Iterable[AnyCommand]) -> Iterator[str]:
        """Yield a table for each menu."""
        known = list(commands)
        for group in GROUPS:
            rows = [self.row(command) for command in known if command.group == group]
            if rows:
                yield f"### {self.text(MENUS[group], 'Menu').replace('&', '')}\n"
                yield table((self._says.key, self._says.does), rows)


def tag_rows(language: str) -> Iterator[tuple[str, str, str]]:
    """Yield the tags that have keys, those of sections first."""
    book = read_codebook(CODEBOOK)
    for tag in book.section_tags:
        yield f"`{tag.key}`" if tag.key else "", tag.name(language), ""
    for tag in book.passage_tags:
        yield f"`{tag.key}`" if tag.key else "", "", tag.name(language)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


if __name__ == "__main__":
    for language, path in PAGES.items():
        path.write_text(page(language), encoding="utf-8")
