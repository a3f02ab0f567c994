"""Tests mirror the program: whoever changes a module finds its tests by its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("core", "storage", "language", "structure")
LONG = 150  # lines: what is shorter may be tested with what it belongs to
# A long module without tests of its name, and why.
WITHOUT: dict[str, str] = {}


def long_modules(layer: str) -> list[Path]:
    found = sorted((ROOT / "annotator" / layer).rglob("*.py"))
    return [path for path in found if len(path.read_text(encoding="utf-8").splitlines()) > LONG]


@pytest.mark.parametrize("layer", LAYERS)
def test_every_long_module_has_tests_of_its_name(layer: str) -> None:
    modules = long_modules(layer)
    assert modules
    named = {path.name for path in (ROOT / "tests" / layer).rglob("test_*.py")}
    without = [path for path in modules if f"test_{path.name}" not in named]
    assert {str(path.relative_to(ROOT / "annotator")) for path in without} == {
        name for name in WITHOUT if name.startswith(f"{layer}/")
    }


def test_every_exception_says_why() -> None:
    assert all(why for why in WITHOUT.values())


# Where time itself is tested.
SLEEPS = {"tests/jobs/test_pool.py": 1, "tests/ui/shell/test_typing_question.py": 1}
_SLEEP = re.compile(r"\btime\.sleep\(|\bqtbot\.wait\(|\bqWait\(|\bQThread\.m?sleep\(")


def test_no_test_sleeps() -> None:
    found = {
        str(path.relative_to(ROOT)): len(_SLEEP.findall(path.read_text(encoding="utf-8")))
        for path in (ROOT / "tests").rglob("*.py")
        if path != Path(__file__)
    }
    assert {path: times for path, times in found.items() if times} == SLEEPS
