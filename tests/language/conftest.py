"""One engine for all tests of the language part: reading its word lists takes a moment."""

from __future__ import annotations

import pytest

from annotator.language import engine_for
from annotator.language.interface import Engine
from annotator.language.lexicon import Lexicon


@pytest.fixture(scope="session")
def engine() -> Engine:
    return engine_for("nl")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon()
