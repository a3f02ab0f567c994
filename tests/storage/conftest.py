"""A project with one letter, open, for the tests of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.storage.store import Store
from tests.storage.making import letter, project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "P.kant"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    made = project(path, letter(pages=(0, 21)))
    yield made
    made.close(abandon=True)


@pytest.fixture
def closed(path: Path) -> Path:
    """A project that nobody has open."""
    project(path, letter()).close()
    return path
