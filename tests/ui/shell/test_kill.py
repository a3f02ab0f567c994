"""The real program, killed while it is worked with; `tools/kill_test.py` does many more rounds."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TOOL = Path(__file__).parents[3] / "tools" / "kill_test.py"
ROUNDS = 5


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    """Return the tool as a module."""
    spec = importlib.util.spec_from_file_location("kill_test", TOOL)
    assert spec is not None and spec.loader is not None
    before = list(sys.path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = before


@pytest.fixture(scope="module")
def template(tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, Any]]:
    """Return the project that every round begins with, and its letters."""
    path = tmp_path_factory.mktemp("kill") / "P.kant"
    return path, tool.make_template(path)


@pytest.mark.parametrize("seed", range(1001, 1001 + ROUNDS))
def test_nothing_that_showed_as_saved_is_lost(
    tool: ModuleType, template: tuple[Path, dict[int, Any]], seed: int
) -> None:
    faults, changes, _ = tool.one_round(*template, seed)
    assert faults == []
    assert changes > 0
