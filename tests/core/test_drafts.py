"""Drafts: they go with what made them, and those of programs that died are found, wherever they are."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core import drafts
from annotator.core.drafts import draft_beside, forget_mine, sweep, sweep_noted

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
DIES = """
import os, signal, sys
from pathlib import Path
from annotator.core.drafts import draft_beside
with draft_beside(Path(sys.argv[1]) / "x") as draft:
    if sys.argv[2] == "folder":
        (draft / "new").mkdir(parents=True)
        (draft / "new" / "a.txt").write_text("Geheimwoord")
    else:
        for suffix in ("", "-wal", "-journal"):
            draft.with_name(draft.name + suffix).write_text("Geheimwoord")
    print(draft, flush=True)
    os.kill(os.getpid(), signal.SIGSTOP if sys.argv[3] == "lives" else signal.SIGKILL)
"""


def started(folder: Path, kind: str, end: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", DIES, str(folder), kind, end]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert Path(child.stdout.readline().strip()).exists()
    return child


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_left_of_a_draft_goes(tmp_path: Path) -> None:
    with pytest.raises(ValueError), draft_beside(tmp_path / "x") as draft:
        draft.write_text("half")
        draft.with_name(f"{draft.name}-wal").write_text("half")
        raise ValueError
    assert names(tmp_path) == []
    assert names(drafts._notes()) == []


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_the_draft_of_a_killed_program_is_found_in_its_folder(tmp_path: Path, kind: str) -> None:
    with started(tmp_path, kind, "dies"):
        pass
    assert names(tmp_path) != []
    assert sweep(tmp_path) == []
    assert names(tmp_path) == []


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_the_draft_of_a_killed_program_is_found_anywhere(tmp_path: Path, kind: str) -> None:
    with started(tmp_path, kind, "dies"):
        pass
    assert sweep_noted() == []
    assert names(tmp_path) == []
    assert names(drafts._notes()) == []


def test_a_program_that_was_killed_before_it_had_written_its_note_leaves_none(tmp_path: Path) -> None:
    with started(tmp_path, "file", "dies") as child:
        pass
    [note] = drafts._notes().iterdir()
    note.write_bytes(b"")
    mine = note.with_name(note.name.replace(f"-{child.pid}-", f"-{os.getpid()}-"))
    mine = mine.with_name(
        mine.name.replace(f"-{mine.name.split('-')[2]}-", f"-{drafts._start_of(os.getpid())}-")
    )
    mine.write_bytes(b"")
    assert sweep_noted() == []
    assert names(drafts._notes()) == [mine.name]
    mine.unlink()


def test_the_draft_of_a_program_that_works_stays(tmp_path: Path) -> None:
    with started(tmp_path, "file", "lives") as child:
        sweep(tmp_path)
        sweep_noted()
        there = names(tmp_path)
        child.send_signal(signal.SIGKILL)
    assert len(there) == 3
    sweep_noted()
    assert names(tmp_path) == []


def test_a_process_that_has_the_number_of_a_dead_one_keeps_no_draft(tmp_path: Path) -> None:
    with draft_beside(tmp_path / "x") as draft:
        pid = draft.name.split("-")[1]
        other = draft.with_name(draft.name.replace(f"-{pid}-", "-1-"))
        other.write_text("half")
        sweep(tmp_path)
        assert not other.exists()


def test_at_its_end_a_program_leaves_none(tmp_path: Path) -> None:
    unfinished = draft_beside(tmp_path / "x")
    unfinished.__enter__().write_text("half")
    forget_mine()
    assert names(tmp_path) == []


def test_what_an_export_had_moved_away_is_put_back(tmp_path: Path) -> None:
    with started(tmp_path, "folder", "dies"):
        pass
    [draft] = tmp_path.iterdir()
    (draft / "old").mkdir()
    (draft / "old" / "mine.txt").write_text("mine")
    sweep(tmp_path)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_other_files_stay(tmp_path: Path) -> None:
    for name in (".download.1.part", "kanttekening.part", ".kanttekening-x.part", ".P.kant.lock"):
        (tmp_path / name).write_text("theirs")
    before = names(tmp_path)
    sweep(tmp_path)
    assert names(tmp_path) == before
