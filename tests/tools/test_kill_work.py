"""Long work killed at random moments: a few rounds of the tool that does it by the hundred."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.storage.check import check
from annotator.storage.store import Store
from tools import kill_work

ROUNDS = 12 if os.environ.get("KANTTEKENING_TEST_PROFILE") == "full" else 2
FIXTURES = sorted(kill_work._FIXTURES.glob("schema_*.kant"))[:-1]
# Killed where the copy of the project is made and nothing is migrated yet, and behind each migration.
BETWEEN = """
import os, signal, sys
from pathlib import Path
from annotator.storage import upgrade
from annotator.storage.migrations import migrations
from annotator.storage.store import Store
behind, done = int(sys.argv[2]), 0
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if behind == 0:
    upgrade.migrate = die
else:
    for migration in migrations._migrations:
        def dying(db, real=migration.fn):
            global done
            real(db)
            done += 1
            if done == behind:
                die()
        object.__setattr__(migration, "fn", dying)
Store.open(Path(sys.argv[1]), must_write=True).close()
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
@pytest.mark.parametrize("name", kill_work.WORKS)
def test_killed_work_leaves_nothing_half(name: str) -> None:
    assert kill_work.rounds_of(name, ROUNDS, 1) == []


def test_what_is_lost_would_be_noticed(tmp_path: Path) -> None:
    path = tmp_path / "P.kant"
    kill_work.set_up_everywhere(path)

    def faults() -> Iterator[str]:
        yield from kill_work.after_everywhere(path, 1)

    assert "0 changes where 1 were said to be saved" in list(faults())


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
@pytest.mark.parametrize("behind", [0, 1])
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_kill_between_the_copy_and_the_update_loses_nothing(
    fixture: Path, behind: int, tmp_path: Path
) -> None:
    path = tmp_path / "P.kant"
    path.write_bytes(fixture.read_bytes())
    killed = subprocess.run([sys.executable, "-c", BETWEEN, str(path), str(behind)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(list(tmp_path.glob("P.kant.before-*.bak"))) == 1
    assert list(kill_work.after_migration(path, 1)) == []
    assert check(path) == []
    with Store.open(path) as store:
        assert not store.read_only
