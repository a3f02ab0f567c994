"""What programs of others find in what is exported of the sample letters; those are not always there.

`.ci/run` fetches them into `build/checkers` where it can. The schema of TEI is looked for there, too.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from annotator.core.codebook_toml import read_codebook
from annotator.resources import resource_path
from annotator.session.transfer.exporting import Wish, export_letters
from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="they are looked for so")]
_CHECKERS = Path(__file__).parents[2] / "build" / "checkers"
_AXE = _CHECKERS / "node_modules" / "axe-core" / "axe.min.js"
_VNU = _CHECKERS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_TEI = _CHECKERS / "tei_all.rng"
_SAYS = """axe.run().then(found => {
  const wrong = found.violations.map(one => [one.id, one.nodes[0].html]);
  document.body.textContent = "FOUND" + JSON.stringify([found.passes.length, wrong]) + "END";
})"""


def is_there(*programs: str | Path) -> bool:
    return all(shutil.which(one) if isinstance(one, str) else one.is_file() for one in programs)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "p.kant"
    with Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan") as store:
        letters = sorted(
            file for file in resource_path("sample").iterdir() if file.suffix in (".txt", ".pdf")
        )
        assert len(import_paths(store, letters, "jan")) > 3
    return path


def exported(project: Path, out: Path, *formats: str) -> list[Path]:
    with Store.open(project, read_only=True) as store:
        made = [
            export_letters(
                store, Wish(each), out / f"{each}.html" if each.startswith("report") else out / each
            )
            for each in formats
        ]
    return [path for paths in made for path in paths]


def found_by_axe(page: Path) -> tuple[int, list[list[str]]]:
    """Return how many rules a page keeps, and those that it breaks, in Chromium."""
    axe = _AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    scripts = f"<script>{axe}</script><script>{_SAYS}</script>"
    with TemporaryDirectory() as folder:
        watched = Path(folder) / "page.html"
        watched.write_text(page.read_text("utf-8").replace("</body>", f"{scripts}</body>"), "utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000"]
        command += [f"--user-data-dir={folder}/profile", "--dump-dom", watched.as_uri()]
        shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout
    said = re.search("FOUND(.*)END", shown, re.DOTALL)
    assert said is not None, shown[:1000]
    kept, broken = json.loads(unescape(said[1]))
    return kept, broken


@pytest.mark.skipif(not is_there("chromium", _AXE), reason="Chromium or axe is not there")
def test_axe_finds_nothing_in_web_pages(project: Path, tmp_path: Path) -> None:
    pages = exported(project, tmp_path, "html", "report-html")
    for page in (max(pages[:-1], key=lambda one: one.stat().st_size), pages[-1]):
        kept, broken = found_by_axe(page)
        assert kept > 20
        assert broken == []


@pytest.mark.skipif(not is_there("chromium", _AXE), reason="Chromium or axe is not there")
def test_axe_would_find_something(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<html><head></head><body><img src='a.png'></body></html>", encoding="utf-8")
    rules = {rule for rule, _ in found_by_axe(page)[1]}
    assert {"image-alt", "html-has-lang", "document-title"} <= rules


@pytest.mark.skipif(not is_there("java", _VNU), reason="the checker of the W3C is not there")
def test_web_pages_are_valid_html(project: Path, tmp_path: Path) -> None:
    pages = exported(project, tmp_path, "html", "report-html")
    command = ["java", "-jar", str(_VNU), "--errors-only", *map(str, pages)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stderr == ""


@pytest.mark.skipif(not is_there("jing", _TEI), reason="jing or tei_all.rng is not there")
def test_tei_is_valid(project: Path, tmp_path: Path) -> None:
    files = exported(project, tmp_path, "tei")
    done = subprocess.run(["jing", str(_TEI), *map(str, files)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
