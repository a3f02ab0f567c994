"""Power losses, replayed from the calls of real writing: a few of the states that the tool rebuilds."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from tools import power_loss
from tools.power_loss import Disk, Event, replay

STATES = 150 if os.environ.get("KANTTEKENING_TEST_PROFILE") == "full" else 40


def traceable() -> bool:
    """Tell whether strace may look at other processes here."""
    return shutil.which("strace") is not None and os.system("strace -o /dev/null true 2>/dev/null") == 0


needs_strace = pytest.mark.skipif(not traceable(), reason="strace is not there, or may not trace")


@needs_strace
@pytest.mark.slow
def test_nothing_acknowledged_is_lost() -> None:
    result = replay(STATES, seed=2, changes=90)
    assert (result.states, result.lost, result.damaged) == (STATES, 0, 0)


@needs_strace
@pytest.mark.slow
def test_a_store_that_does_not_sync_is_found_out() -> None:
    assert replay(STATES, seed=2, changes=40, synchronous="NORMAL").lost > STATES // 4


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    (tmp_path / "a").write_bytes(b"x" * 1024)
    return Disk(tmp_path)


def states(disk: Disk, count: int = 200) -> list[dict[str, bytes]]:
    return [disk.after_power_loss(random.Random(n)) for n in range(count)]


def test_what_is_not_synced_is_there_in_any_combination(disk: Disk) -> None:
    disk.do(Event("write", "a", offset=0, data=b"y" * 1024))
    found = {state["a"] for state in states(disk)}
    x, y = b"x" * 512, b"y" * 512
    assert {x + x, y + y, x + y, y + x} <= found


def test_what_is_synced_is_there(disk: Disk) -> None:
    disk.do(Event("write", "a", offset=0, data=b"y" * 1024))
    disk.do(Event("sync", "a"))
    assert {state["a"] for state in states(disk)} == {b"y" * 1024}


def test_a_new_name_is_there_for_sure_only_when_its_folder_is_synced(disk: Disk) -> None:
    disk.do(Event("create", "b"))
    disk.do(Event("write", "b", offset=0, data=b"z"))
    disk.do(Event("sync", "b"))
    disk.do(Event("rename", "b", "a"))
    found = {state["a"] for state in states(disk)}
    assert found == {b"x" * 1024, b"z"}
    disk.do(Event("sync folder"))
    assert {tuple(state.items()) for state in states(disk)} == {(("a", b"z"),)}


def test_calls_are_read_from_a_trace(tmp_path: Path) -> None:
    trace, folder = tmp_path / "trace", Path("/d")
    p = "".join(f"\\x{ord(sign):02x}" for sign in "/d/P")
    trace.write_text(
        f'7  openat(AT_FDCWD, "{p}", O_RDWR|O_CREAT, 0644) = 5<{p}>\n'
        f'7  pwrite64(5<{p}>, "\\x41\\x42", 2, 4096 <unfinished ...>\n'
        "8  fsync(9</other>) = 0\n"
        "7  <... pwrite64 resumed>) = 2\n"
        f"7  fdatasync(5<{p}>) = 0\n"
        f'7  unlink("{p}") = -1 ENOENT (No such file)\n'
        '7  write(1</dev/null>, "\\x61\\x63\\x6b\\x20\\x31\\x0a", 6) = 6\n'
    )
    assert list(power_loss.events_of(trace, folder)) == [
        Event("create", "P"),
        Event("write", "P", offset=4096, data=b"AB"),
        Event("sync", "P"),
        Event("say", "ack 1"),
    ]
