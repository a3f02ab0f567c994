"""Files and functions stay short enough to be read at once."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "annotator"
FILES = sorted(PROGRAM.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 400, 50  # lines
# Longer, and to be split by subject.
LONGER = {"session/project/session.py"}


def name_of(file: Path) -> str:
    return file.relative_to(PROGRAM).as_posix()


def long_functions(source: str) -> list[str]:
    return [
        f"{node.name}, line {node.lineno}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_it_is_short(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE or name_of(file) in LONGER
    assert not long_functions(source)


def test_a_long_function_is_found() -> None:
    of_50, of_51 = ("def f():\n" + "    x = 1\n" * (count - 1) for count in (50, 51))
    assert not long_functions(of_50)
    assert long_functions(of_51) == ["f, line 1"]
