"""Files and folders that may not be written, as another user than root, whom no rights stop."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.backup import backup
from tests.other_user import need_other_user, run_python
from tests.storage.making import letter, project

OPEN = """
import sys
from pathlib import Path
from annotator.core.user_errors import UserError
from annotator.storage.store import Store
try:
    with Store.open(Path(sys.argv[1]), must_write=sys.argv[2] == "write") as store:
        print("read-only" if store.read_only else "writable", store.reader.letters_count())
        print(*store.warnings)
except UserError as problem:
    print("refused", problem)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that another user can reach (pytest's own can be entered by nobody else), with a project."""
    need_other_user()
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        made.chmod(0o755)
        project(made / "P.kant", letter()).close()
        yield made


def opened(folder: Path, *, how: str = "read") -> str:
    """Return what another user is told who opens the project."""
    done = run_python("-c", OPEN, str(folder / "P.kant"), how)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("file", "around"), [(0o444, 0o777), (0o444, 0o755), (0o666, 0o755)])
def test_what_may_not_be_written_is_opened_for_reading(folder: Path, file: int, around: int) -> None:
    (folder / "P.kant").chmod(file)
    folder.chmod(around)
    said = opened(folder)
    assert said.startswith("read-only 1\n")
    assert "is open for reading only" in said


def test_a_command_that_must_write_is_refused(folder: Path) -> None:
    (folder / "P.kant").chmod(0o444)
    assert opened(folder, how="write").startswith("refused The project P.kant may not be written.")


def test_what_may_not_be_read_is_refused(folder: Path) -> None:
    (folder / "P.kant").chmod(0o000)
    assert opened(folder).startswith("refused The project P.kant may not be read.")


def test_with_all_rights_it_is_writable(folder: Path) -> None:
    (folder / "P.kant").chmod(0o666)
    folder.chmod(0o777)
    assert opened(folder).startswith("writable 1\n")


def test_nothing_is_left_beside_a_project_that_may_not_be_written(folder: Path) -> None:
    (folder / "P.kant").chmod(0o444)
    folder.chmod(0o755)
    opened(folder)
    assert [file.name for file in folder.iterdir()] == ["P.kant"]


def test_a_copy_into_a_folder_that_may_not_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path / "P.kant", letter()).close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(UserError, match=r"copy\.kant cannot be made: the folder .* may not be written"):
        backup(tmp_path / "P.kant", tmp_path / "copy.kant")
