from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import resources


def test_a_checkout_reads_its_own_resources() -> None:
    assert resources.resources_folder() == Path(__file__).parents[1] / "resources"


def test_a_resource_is_found_by_its_name() -> None:
    assert resources.resource_path("a/b.toml") == resources.resources_folder() / "a" / "b.toml"


@pytest.mark.parametrize("name", ["../pyproject.toml", "a/../../x"])
def test_a_name_cannot_leave_the_resources(name: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        resources.resource_path(name)


def test_an_installed_program_reads_the_resources_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "annotator"
    package.mkdir()
    shutil.copy(str(resources.__file__), package)
    (package / "__init__.py").touch()
    # `resources` stands for what another package may have put there.
    for folder in ("annotator_resources", "resources"):
        (tmp_path / folder).mkdir()
    run = subprocess.run(
        [sys.executable, "-c", "from annotator import resources; print(resources.resource_path('x'))"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(run.stdout.strip()) == (tmp_path / "annotator_resources" / "x").resolve()
