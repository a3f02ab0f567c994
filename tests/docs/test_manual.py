"""The manual reaches every page, and names keys that there are."""

from __future__ import annotations

import re

from annotator.commands import SESSION_COMMANDS
from annotator.ui.shell.commands import WINDOW_COMMANDS
from tests.docs.pages import ROOT

MANUAL = ROOT / "docs" / "manual.md"
FOR_OTHERS = {"development.md", "engines.md"}  # for who changes the program: the README leads there
# Keys of a view, told on the view: those of the correction box and of the lists.
OF_VIEWS = {
    "Ctrl+Enter", "Ctrl+Shift+Enter", "Ctrl+D", "Ctrl+Shift+D", "Ctrl+T", "Alt+1", "Alt+9", "Alt+Enter",
}  # fmt: skip


def test_the_manual_reaches_every_page() -> None:
    linked = set(re.findall(r"\]\(([\w-]+\.md)", MANUAL.read_text(encoding="utf-8")))
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"manual.md"} - FOR_OTHERS
    assert pages - linked == set()


def test_the_keys_of_the_manual_are_there() -> None:
    text = MANUAL.read_text(encoding="utf-8").replace("PgDn", "PgDown")
    named = set(re.findall(r"\b(?:Ctrl|Alt|Shift)\+(?:(?:Shift|Alt)\+)?(?:\w+|,)", text))
    there = {key for command in (*SESSION_COMMANDS, *WINDOW_COMMANDS) for key in command.keys}
    assert named - there - OF_VIEWS == set()


def test_every_picture_is_shown_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    pictures = {picture.name for picture in (ROOT / "docs" / "images").glob("*.png")}
    assert pictures - set(re.findall(r"images/([\w-]+\.png)", text)) == set()
