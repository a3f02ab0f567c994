"""What an installed program gets: everything it needs, and nothing of ours that it does not."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import annotator

_CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=_CHECKOUT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_version_is_that_of_the_package(wheel: Path) -> None:
    assert wheel.name == f"kanttekening-{annotator.__version__}-py3-none-any.whl"


def test_every_resource_is_in_the_wheel(names: set[str]) -> None:
    folder = _CHECKOUT / "resources"
    resources = {
        f"annotator_resources/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert resources
    assert resources <= names


def test_every_module_is_in_the_wheel(names: set[str]) -> None:
    modules = {path.relative_to(_CHECKOUT).as_posix() for path in (_CHECKOUT / "annotator").rglob("*.py")}
    assert modules <= names


def test_nothing_else_is_installed(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert tops == {
        "annotator",
        "annotator_resources",
        f"kanttekening-{annotator.__version__}.dist-info",
    }


def test_the_command_is_installed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        name = f"kanttekening-{annotator.__version__}.dist-info/entry_points.txt"
        assert "kanttekening = annotator.launch:main" in archive.read(name).decode()
