"""PySide6 itself: a release that loses references to None kills the program after an hour's work."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject

_PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"

# 6.12.0 on Python 3.11 aborts after some 5,700 calls; and anything near one reference a call is a leak.
_CALLS = 20_000
_STEP = 500
_ALLOWED = 200


def _release(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".")[:2])


def test_void_calls_keep_their_references_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(_CALLS // _STEP):
        for _ in range(_STEP):
            thing.setObjectName("x")
        # Looked at often, so that a release that loses them fails here instead of aborting the test run.
        assert abs(sys.getrefcount(None) - before) < _ALLOWED


@pytest.mark.parametrize("distribution", ["PySide6-Essentials", "shiboken6"])
def test_the_installed_release_is_in_the_range_that_works(distribution: str) -> None:
    assert (6, 8) <= _release(version(distribution)) < (6, 12)


def test_what_is_imported_is_what_is_installed() -> None:
    assert PySide6.__version__ == version("PySide6-Essentials")


def test_the_project_asks_for_the_range_that_works() -> None:
    project = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]
    asked = [line for line in project["dependencies"] if line.startswith("PySide6")]
    assert asked == ["PySide6-Essentials>=6.8,<6.12"]
