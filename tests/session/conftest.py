"""A project with two short letters, and a session on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store

FIRST = "Geachte voorzitter,\n\nHet deel van Belgié is verplich-\ntingen aan.\n"
SECOND = "Een andere brief over Belgié en Italig.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "1.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "2.txt").write_text(SECOND, encoding="utf-8")
    path = tmp_path / "p.kant"
    with Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan") as store:
        import_paths(store, [tmp_path / "1.txt", tmp_path / "2.txt"], "jan")
    return path


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    session = Session(Store.open(project, analyst="jan"), "jan")
    yield session
    session.close()
