"""Telling a command from a start of the window."""

from __future__ import annotations

import click
import pytest

from annotator import app, launch
from annotator.cli.main import cli
from annotator.cli.names import COMMANDS
from annotator.ui import quick_start


@pytest.mark.parametrize("name", COMMANDS)
def test_every_name_leads_to_its_command(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.name == name


@pytest.mark.parametrize("argument", ["--help", "-h", "--version"])
def test_help_and_version_open_no_window(argument: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.launch([argument]) == 0
    assert "kanttekening" in capsys.readouterr().out.lower()


@pytest.mark.parametrize("arguments", [[], ["P.kant"], ["brief.txt", "--project", "P.kant"]])
def test_all_else_opens_the_window(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(given: list[str]) -> int:
        asked.append(given)
        return 7

    monkeypatch.setattr(app, "run", run)
    hurried: list[bool] = []
    monkeypatch.setattr(quick_start, "hurry", lambda: hurried.append(True))
    assert launch.launch(arguments) == 7
    assert (asked, hurried) == ([arguments], [True])


@pytest.mark.parametrize("arguments", [["--no-such-option"], ["--language", "fr"], ["--analyst"]])
def test_wrong_options_of_the_window_end_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.arguments_of(arguments)
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
