"""The window asks the session: it reads no file by itself, and knows plain data of the storage alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.ui import context

UI = Path(context.__file__).parent
FILES = sorted(UI.rglob("*.py"))
# Frozen values, and the filter that lets all letters through.
PLAIN_DATA = {
    *("ALL_LETTERS", "LetterFilter", "LetterLine", "MadeOf", "Scope"),
    *("Cell", "Context", "TableQuery", "TableRow", "PassageQuery", "PassageRow", "LEARNT"),
    *("Backup", "Comparison", "Made", "Outcome", "Restored"),
    "Holder",
    *("PairRow", "Statistics", "Usage"),
    *("KeptReading", "ReadSource"),
}
STORAGE = "annotator.storage"
READING = {"reader", "open_reader"}


def reaches(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in READING:
            yield f"{node.lineno}: .{node.attr}"
        elif isinstance(node, ast.Import):
            yield from (f"{node.lineno}: {a.name}" for a in node.names if a.name.startswith(STORAGE))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(STORAGE):
            yield from (f"{node.lineno}: {a.name}" for a in node.names if a.name not in PLAIN_DATA)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(UI)))
def test_it_asks_the_session(file: Path) -> None:
    assert not list(reaches(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        "session.store.reader.abouts([1])",
        "with store.open_reader() as own: pass",
        "def f():\n    from annotator.storage.store import Store",
        "import annotator.storage.reader",
    ],
)
def test_what_does_not_is_found(source: str) -> None:
    assert list(reaches(source))
