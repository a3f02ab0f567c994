"""A few rounds of `tools/beside.py`: files that change beside a program that works in a project."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools import beside

ROUNDS = 6 if os.environ.get("KANTTEKENING_TEST_PROFILE") == "full" else 4

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="open files stay there")]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return beside.make_template(tmp_path_factory.mktemp("beside"))


@pytest.mark.parametrize("seed", range(1, ROUNDS + 1))
def test_nothing_that_was_saved_is_lost(template: Path, tmp_path: Path, seed: int) -> None:
    assert beside.round_of(template, tmp_path, seed)
