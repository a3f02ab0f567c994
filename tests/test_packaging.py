"""What an installed program gets: everything it needs, and nothing of ours that it does not."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
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


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the folders of a POSIX environment")
def test_the_installed_program_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    site = Path(next(home.glob("lib/python*/site-packages")))
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        str(home / "bin" / "python"),
    ]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    # What it needs comes from here, behind what was installed: fetching Qt anew takes minutes.
    (site / "needs.pth").write_text(sysconfig.get_path("purelib"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    letter = elsewhere / "brief.txt"
    letter.write_text("Geachte voorzitter,\n\nBelgi\u00e9 en Irak.\n", encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*arguments: str) -> str:
        command = [str(home / "bin" / "kanttekening"), *arguments]
        return subprocess.run(
            command, cwd=elsewhere, env=env, check=True, capture_output=True, text=True
        ).stdout

    where = "import annotator.resources as r; print(r.resources_folder())"
    found = subprocess.run(
        [str(home / "bin" / "python"), "-c", where], cwd=elsewhere, env=env, check=True, capture_output=True
    )
    assert found.stdout.decode().strip() == str(site.resolve() / "annotator_resources")
    assert "screenshot" in run("--help")
    run("new", "P.kant")
    assert "letter 1" in run("import", "P.kant", "brief.txt")
    assert "Belgi\u00eb" in run("suspects", "P.kant")
    run("screenshot", "P.kant", "--out", "window.png", "--language", "nl")
    assert (elsewhere / "window.png").read_bytes().startswith(b"\x89PNG")
