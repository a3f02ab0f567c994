"""What people install: the pages, completions and notes beside the program say what the program does.

That the packages install and start is tried by `packaging/try_packages.sh`, on a bare Debian.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

import annotator
from annotator import desktop_entry
from annotator.cli.names import COMMANDS
from annotator.cli.window_arguments import option_names

ROOT = Path(__file__).parents[1]
METAINFO = ROOT / "packaging" / "kanttekening.metainfo.xml"


def module(name: str) -> ModuleType:
    """Return a script of the packaging as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


# ------------------------------------------------------------------ the man page


def test_the_man_page_has_every_command_and_every_option_of_the_window() -> None:
    man_page = module("man_page")
    page = man_page.page()
    assert [
        line.split()[2] for line in page.replace(r"\-", "-").splitlines() if line.startswith(".SS")
    ] == list(COMMANDS)
    assert list(man_page.WINDOW) == option_names()


@pytest.mark.skipif(shutil.which("man") is None, reason="needs man")
def test_man_has_nothing_to_complain_of(tmp_path: Path) -> None:
    page = tmp_path / "kanttekening.1"
    page.write_text(module("man_page").page(), encoding="utf-8")
    env = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"}
    done = subprocess.run(
        ["man", "--warnings", "-l", str(page)],
        env=env,
        check=True,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.stderr == ""
    assert "kanttekening import" in done.stdout


# ------------------------------------------------------------------ completion


def completed(*words: str) -> list[str]:
    """Return what Tab offers behind words, as bash is told it."""
    env = {
        **os.environ,
        "_KANTTEKENING_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("kanttekening", *words)),
        "COMP_CWORD": str(len(words)),
    }
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")], env=env, check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def test_tab_completes_commands_and_their_options() -> None:
    assert completed("rest") == ["plain,restore"]
    assert "plain,--format" in completed("export", "--for")


def test_tab_completes_options_of_the_window() -> None:
    assert {f"plain,{name}" for name in option_names()} < set(completed("--"))


def test_tab_completes_files_where_no_command_begins_so() -> None:
    assert completed("brief.t") == ["file,brief.t"]


# ------------------------------------------------------------------ what software centres show


def test_the_metainfo_is_of_this_version() -> None:
    assert next(each.get("version") for each in ET.parse(METAINFO).iter("release")) == annotator.__version__


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstream")
def test_the_metainfo_is_valid() -> None:
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(METAINFO)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


# ------------------------------------------------------------------ licences


def test_each_package_that_is_shipped_has_its_licence(tmp_path: Path) -> None:
    licences = module("licences")
    folder = licences.collect(tmp_path / "licences", [])
    listed = (folder / "LIST.txt").read_text(encoding="utf-8")
    for found in licences.packages():
        assert f"{found.name} {found.version}: " in listed
        # Qt and its binding come without a text: it is the LGPL's, which is there.
        assert (
            any((folder / found.name).glob("*"))
            or found.name.lower() in {"pyside6_essentials", "shiboken6"}
            or ("see its text" not in listed)
        )
    assert "see its text" not in listed


# ------------------------------------------------------------------ the AppImage


def test_the_menu_of_an_appimage_starts_the_image(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(
        sys, "executable", "/home/jan/.cache/kanttekening/appimage-1/usr/lib/kanttekening/kanttekening"
    )
    monkeypatch.setenv("APPIMAGE", "/home/jan/Kanttekening.AppImage")
    monkeypatch.setenv("APPDIR", "/home/jan/.cache/kanttekening/appimage-1")
    assert desktop_entry.command_line() == '"/home/jan/Kanttekening.AppImage"'
    # Started by another AppImage, it is none itself.
    monkeypatch.setenv("APPDIR", "/tmp/other")
    assert desktop_entry.command_line().endswith('/kanttekening"')
