"""Telling a command from a start of the window."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import click
import pytest

from annotator import app, launch
from annotator.cli.main import cli
from annotator.cli.names import COMMANDS
from annotator.cli.window_arguments import WrongUsage, arguments_of

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_name_leads_to_its_command(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.name == name


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["P.kant", "--help"]])
def test_help_and_version_open_no_window(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.launch(arguments) == 0
    assert "kanttekening" in capsys.readouterr().out.lower()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[argparse.Namespace]:
    """Return what the window is asked to show; none is made."""
    found: list[argparse.Namespace] = []

    def run(options: argparse.Namespace) -> int:
        found.append(options)
        return 7

    monkeypatch.setattr(app, "run", run)
    return found


@pytest.mark.parametrize(
    "arguments", [[], ["P.kant"], ["brief.txt", "--project", "P.kant"], ["--", "-brief.txt"], ["map"]]
)
def test_all_else_opens_the_window(
    arguments: list[str], asked: list[argparse.Namespace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map").mkdir()
    for name in ("P.kant", "brief.txt", "-brief.txt"):
        (tmp_path / name).write_text("x")
    assert launch.launch(arguments) == 7
    assert [str(path) for path in asked[0].paths] == [a for a in arguments if a[:2] != "--"][:1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["improt", "P.kant", "brief.txt"], 'no file or command "improt". Did you mean import?'),
        (["xyzzy"], 'no file or command "xyzzy".'),
        (["geen.kant"], 'no file "geen.kant".'),
        (["map/geen"], 'no file "map/geen".'),
        (["a\x1b[31m\udcff"], 'no file or command "a\ufffd[31m\ufffd".'),
        (["x" * 5000], "cannot be read: File name too long."),
        (["--analyst", "jan", "check"], "the command comes first: kanttekening check"),
        ([""], "a path is empty"),
        (["/dev/null"], "neither a file nor a folder"),
        (["--project", ""], "a path is empty"),
        (["--project", "geen/P.kant"], "no folder for this project"),
        (["--project", "map"], "map is no project"),
        (["--no-such-option"], "--no-such-option"),
        (["--samp"], "--samp"),
        (["--language", "fr"], "--language"),
        (["--analyst"], "--analyst"),
    ],
)
def test_what_cannot_be_meant_opens_no_window(
    arguments: list[str],
    said: str,
    asked: list[argparse.Namespace],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map").mkdir()
    assert launch.launch(arguments) == 2
    usage, sentence = capsys.readouterr().err.strip().split("\n")
    assert usage.startswith("Usage: kanttekening ")
    assert sentence.startswith("kanttekening: ")
    assert said in sentence
    assert asked == []


def test_who_works_is_a_name() -> None:
    assert arguments_of(["--analyst", " jan\x07\udcff "]).analyst == "jan\ufffd\ufffd"
    with pytest.raises(WrongUsage):
        arguments_of(["--analyst"])


@pytest.mark.parametrize("arguments", [["--version"], *([name, "--help"] for name in COMMANDS)])
def test_help_needs_no_heavy_module(arguments: list[str]) -> None:
    heavy = "PySide6", "sqlite3", "pdfplumber", "pypdfium2", "rapidfuzz", "multiprocessing", "json"
    program = (
        f"import sys; from annotator.launch import launch; code = launch({arguments!r});"
        f"sys.exit(code or str([name for name in {heavy!r} if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b"[]\n"
