"""The check of imports finds each kind of circle, and shows the lines that make it; the program has none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def look(package: Path) -> subprocess.CompletedProcess[str]:
    tool = ROOT / "tools" / "import_circles.py"
    return subprocess.run(
        [sys.executable, tool, package], cwd=package.parent, capture_output=True, text=True, check=False
    )


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "house" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for path in [folder / "house", *(one for one in (folder / "house").rglob("*") if one.is_dir())]:
        (path / "__init__.py").touch()
    return folder / "house"


def test_the_program_has_no_circle() -> None:
    result = look(ROOT / "annotator")
    assert result.returncode == 0, result.stdout


CIRCLES = {
    "plain": {"a.py": "from house import b", "b.py": "from house.a import x"},
    "for types": {
        "a.py": "import house.b",
        "b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.a import x",
    },
    "in a function": {"a.py": "from house.b import x", "b.py": "def f():\n    from house import a"},
    "relative": {"a.py": "from . import b", "b.py": "from .a import x"},
    "by a face": {
        "rooms/__init__.py": "from house.rooms.c import C",
        "rooms/c.py": "import house.a",
        "rooms/b.py": "",
        "a.py": "from house.rooms.b import x",
    },
    "by the face of its own package": {
        "rooms/__init__.py": "from house.rooms.b import x",
        "rooms/b.py": "from house.rooms import y",
    },
}


@pytest.mark.parametrize("files", CIRCLES.values(), ids=CIRCLES.keys())
def test_a_circle_is_found(tmp_path: Path, files: dict[str, str]) -> None:
    result = look(made(tmp_path, files))
    assert result.returncode == 1
    assert "in a circle" in result.stdout


def test_the_shortest_circle_is_shown_with_its_lines(tmp_path: Path) -> None:
    files = {
        "a.py": "\nfrom house import b",
        "b.py": "from house import c",
        "c.py": "from house import d",
        "d.py": "from house import a\nfrom house import c",
        "other.py": "from house import a",
    }
    assert look(made(tmp_path, files)).stdout.splitlines() == [
        "2 modules import each other in a circle:",
        f"  {tmp_path / 'house' / 'c.py'}:1 imports house.d",
        f"  {tmp_path / 'house' / 'd.py'}:2 imports house.c",
    ]


def test_imports_that_point_one_way_are_no_circle(tmp_path: Path) -> None:
    files = {
        "a.py": "from house.rooms import b\nimport house.rooms.c",
        "rooms/__init__.py": "from house.rooms.b import x",
        "rooms/b.py": "from house.rooms import c\nimport os",
        "rooms/c.py": "import house",
    }
    result = look(made(tmp_path, files))
    assert result.returncode == 0, result.stdout
