"""PySide6 itself: a release that loses references to None kills the program after an hour's work."""

from __future__ import annotations

import ctypes
import sys
import tomllib
from collections.abc import Callable
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


# From Python 3.12 on None is immortal: no release can lose it, and its count says nothing.
counted = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count of references any more")


def lost_in(call: Callable[[], object]) -> int:
    """Return how many references to None were lost or leaked when it was noticed, 0 for none."""
    before = sys.getrefcount(None)
    for _ in range(_CALLS // _STEP):
        for _ in range(_STEP):
            call()
        # Looked at often, so that a release that loses them fails here instead of aborting the test run.
        if abs(lost := sys.getrefcount(None) - before) >= _ALLOWED:
            return lost
    return 0


@counted
def test_void_calls_keep_their_references_to_none() -> None:
    thing = QObject()
    assert lost_in(lambda: thing.setObjectName("x")) == 0


@counted
def test_a_reference_that_is_leaked_is_noticed() -> None:
    assert lost_in(lambda: ctypes.pythonapi.Py_IncRef(ctypes.py_object(None))) >= _ALLOWED


@pytest.mark.parametrize("distribution", ["PySide6-Essentials", "shiboken6"])
def test_the_installed_release_is_in_the_range_that_works(distribution: str) -> None:
    assert (6, 10) <= _release(version(distribution)) < (6, 12)


def test_what_is_imported_is_what_is_installed() -> None:
    assert PySide6.__version__ == version("PySide6-Essentials")


def test_the_project_asks_for_the_range_that_works() -> None:
    project = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]
    asked = [line for line in project["dependencies"] if line.startswith("PySide6")]
    assert asked == ["PySide6-Essentials>=6.10,<6.12"]
