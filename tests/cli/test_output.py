"""What the commands print: nothing that a name or a letter says can steer the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli.main import main

ROOT = Path(__file__).parents[2]
TEXT = "Geachte voorzitter,\n\nHierbij \u202ebelgié\u202c en Belgié.\n"


def test_a_name_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project, letter = tmp_path / "P.kant", tmp_path / "a\x1b]0;b\x07.txt"
    letter.write_text(TEXT, encoding="utf-8")
    assert main(["new", str(project)]) == main(["import", str(project), str(letter)]) == 0
    assert "a\ufffd]0;b\ufffd.txt: imported as letter 1" in capsys.readouterr().out


def test_a_problem_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "a\x1b[31m.kant")]) == 1
    assert capsys.readouterr().err.startswith("kanttekening: There is no project a\ufffd[31m.kant")


def test_json_says_what_the_letter_says_without_steering(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text(TEXT, encoding="utf-8")
    assert main(["suspects", "--json", str(letter)]) == 0
    out = capsys.readouterr().out
    assert "\u202e" not in out
    assert json.loads(out)["text"] == TEXT


@pytest.mark.parametrize("option", [[], ["--json"]], ids=["lines", "json"])
def test_a_terminal_that_lacks_a_sign_stops_nothing(tmp_path: Path, option: list[str]) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "main.py", "suspects", *option, str(letter)]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    if option:
        assert json.loads(done.stdout)["text"] == TEXT


def test_a_file_that_may_not_be_read_is_a_failed_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "P.kant").touch()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(Path, "open", refuse)
    assert main(["check", str(tmp_path / "P.kant")]) == 1
    assert "P.kant may not be read" in capsys.readouterr().err
