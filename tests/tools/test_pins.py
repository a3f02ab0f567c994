"""The pinned packages: that they are what `pyproject.toml` asks for, and name no place to fetch them from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

_CHECKOUT = Path(__file__).parents[2]
_FOLDER = _CHECKOUT / "requirements"
_GROUPS = {
    "run": ["build"],
    "test": ["build", "test", "lint"],
    "bundle": ["build", "bundle"],
    "lowest": ["build", "test"],
}
_PIN = re.compile(r"([a-z0-9-]+)==([^ ]+)(?: ; [^\\]+?)? \\")


def pins(name: str) -> dict[str, Version]:
    """Return the packages of a file with their versions."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {found[1]: Version(found[2]) for line in lines if (found := _PIN.fullmatch(line))}


def project() -> dict[str, Any]:
    return tomllib.loads((_CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted(name: str) -> list[Requirement]:
    """Return what pyproject.toml asks for in the environment that a file is for."""
    table = project()
    groups = [table["dependency-groups"][group] for group in _GROUPS[name]]
    return [Requirement(text) for group in [table["project"]["dependencies"], *groups] for text in group]


def test_each_file_is_known() -> None:
    assert {path.stem for path in _FOLDER.iterdir()} == set(_GROUPS)


@pytest.mark.parametrize("name", _GROUPS)
def test_what_is_asked_for_is_pinned_within_its_bounds(name: str) -> None:
    there = pins(name)
    asked = wanted(name)
    assert [str(one) for one in asked if there.get(canonicalize_name(one.name)) not in one.specifier] == []


@pytest.mark.parametrize("name", _GROUPS)
def test_every_package_has_a_version_and_hashes(name: str) -> None:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-zA-Z0-9])", text, flags=re.MULTILINE)[1:]
    # Another version for another Python is listed apart.
    assert {re.split("[=\\[ ]", one)[0] for one in packages} == set(pins(name))
    assert [one.split("\n")[0] for one in packages if "--hash=sha256:" not in one] == []


@pytest.mark.parametrize("name", _GROUPS)
def test_no_file_says_where_packages_come_from(name: str) -> None:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert re.findall(r"https?:|file:|^-.*|index|@", text, re.MULTILINE) == []


def test_what_runs_is_what_was_tested() -> None:
    assert pins("run").items() <= pins("test").items()


def test_what_is_bundled_is_what_was_tested() -> None:
    tested = pins("test")
    assert {name: v for name, v in pins("bundle").items() if tested.get(name, v) != v} == {}


def test_the_lowest_bounds_are_those_that_are_tried() -> None:
    lowest = pins("lowest")
    bounds = [
        (canonicalize_name(one.name), Version(part.version))
        for one in wanted("lowest")
        for part in one.specifier
        if part.operator == ">="
    ]
    assert [f"{name} {bound}" for name, bound in bounds if lowest[name] != bound] == []


def test_the_supported_range_is_the_same_everywhere() -> None:
    table = project()["project"]
    allowed = SpecifierSet(table["requires-python"])
    minors = [minor for minor in range(40) if f"3.{minor}.0" in allowed]
    script = (_CHECKOUT / "tools" / "setup.sh").read_text(encoding="utf-8")
    assert f"(3, {minors[0]}) <= sys.version_info < (3, {minors[-1] + 1})" in script
    assert [int(c.rsplit(".")[-1]) for c in table["classifiers"] if ":: 3." in c] == minors
