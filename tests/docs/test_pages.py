"""What the pages link to is there, and what they list is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from annotator.cli.main import cli
from annotator.cli.names import COMMANDS
from annotator.core.field_types import type_ids
from annotator.exporters import EXPORTERS
from annotator.importers import IMPORTERS, suffixes
from tests.docs.pages import ROOT

PAGES = sorted(p for p in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
MOST_KB = 400


def targets(page: Path) -> list[str]:
    """Return what a page links to, shows and names as files, outside code blocks."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) + re.findall(r'(?:src|srcset)="([^"]+)"', text)
    return [target for target in found if not target.startswith(("http:", "https:"))]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [target for target in targets(page) if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "docs/development.md"])
def test_every_file_that_is_named_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(
        r"`((?:tests|tools|annotator|resources|storage|core|session|ui|language|commands)/[\w/.]+)`", text
    )
    assert named
    assert [n for n in named if not any((base / n).exists() for base in (ROOT, ROOT / "annotator"))] == []


def test_the_index_lists_the_decisions_with_their_titles_and_status() -> None:
    folder = ROOT / "docs" / "adr"
    rows = re.findall(
        r"^\| \[\d+\]\(([^)]+)\) \| (.+) \| (.+) \|$",
        (folder / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    there = []
    for page in sorted(folder.glob("[0-9]*.md")):
        head = re.match(r"# (\d+)\. (.+)\n\n\*\*Status\.\*\* (.+)\.\n", page.read_text(encoding="utf-8"))
        assert head is not None, page.name
        assert int(head.group(1)) == int(page.name[:4])
        there.append((page.name, head.group(2), head.group(3).lower()))
    assert rows == there


def test_the_readme_lists_the_commands() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("Without a window:")[1].split("\n\n")[1]
    assert tuple(re.findall(r"^\| `([\w-]+)", table, re.MULTILINE)) == tuple(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_lists_the_options(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    row = next(line for line in readme.splitlines() if line.startswith(f"| `{name} "))
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    known = {option for p in command.params for option in p.opts if option.startswith("--")}
    assert set(re.findall(r"--[a-z-]+", row)) == known - {"--analyst"}


def test_the_page_on_formats_lists_them() -> None:
    page = (ROOT / "docs" / "formats" / "index.md").read_text(encoding="utf-8")
    first_cells = " ".join(line.split("|")[1] for line in page.splitlines() if line.startswith("|"))
    named = {name.strip() for cell in re.findall("`([^`]+)`", first_cells) for name in cell.split(",")}
    assert named == {exporter.id for exporter in EXPORTERS}


def test_the_page_on_importing_has_the_kinds_of_files() -> None:
    page = (ROOT / "docs" / "importing.md").read_text(encoding="utf-8")
    assert [suffix for suffix in suffixes() if f"`{suffix}`" not in page] == []
    assert [str(i.name) for i in IMPORTERS if f"## {i.name}\n" not in page] == []


def test_the_page_on_codebooks_has_the_types_of_fields() -> None:
    page = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert [each for each in type_ids() if f"| `{each}` |" not in page] == []


def test_development_lists_what_make_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
    there = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)) - {"help"}
    assert set(re.findall(r"^\| `make (\w+)`", page, re.MULTILINE)) == there


def test_pictures_are_not_too_large() -> None:
    pictures = list((ROOT / "docs" / "images").glob("*.png"))
    assert pictures
    assert [p.name for p in pictures if p.stat().st_size > MOST_KB * 1000] == []
