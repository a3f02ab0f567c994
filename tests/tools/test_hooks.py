"""The checks before a commit: style, by the environment's own ruff."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_CHECKOUT = Path(__file__).parents[2]

pytest.importorskip("pre_commit", reason="the environment with the lowest versions has no linters")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with this project's checks and environment."""
    for name in (".pre-commit-config.yaml", "pyproject.toml"):
        shutil.copy(_CHECKOUT / name, tmp_path)
    (tmp_path / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    return tmp_path


def check(repository: Path, source: str) -> tuple[int, str]:
    """Run the checks over one new file; return the exit code and the file."""
    path = repository / "annotator.py"
    path.write_text(source, encoding="utf-8")
    subprocess.run(["git", "add", "annotator.py", ".pre-commit-config.yaml"], cwd=repository, check=True)
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run"],
        cwd=repository,
        env={**os.environ, "PRE_COMMIT_HOME": str(repository / ".git" / "pre-commit")},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, path.read_text(encoding="utf-8") + run.stdout


def test_what_is_in_form_passes(repository: Path) -> None:
    code, said = check(repository, '"""A module."""\n\nLINES = ("one",)\n')
    assert (code, said.count("Passed")) == (0, 2)


def test_what_is_out_of_form_is_held_back_and_put_in_form(repository: Path) -> None:
    code, said = check(repository, "LINES = ( 'one', )\n")
    assert code == 1
    assert said.startswith('LINES = ("one",)\n')


def test_a_mistake_is_named(repository: Path) -> None:
    code, said = check(repository, "def lines():\n    return letter\n")
    assert code == 1
    assert "F821" in said
