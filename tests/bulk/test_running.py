"""Bulk runs with real workers: taken up again, killed, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from benchmarks.measuring import processes_below
from tests.bulk.letters import written

pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("distributed")

ROOT = Path(__file__).resolve().parents[2]
TABLES = ("letters", "pages", "words", "suspects", "sections", "values", "passages", "records")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")]


def command(*arguments: object) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), "bulk", *map(str, arguments)]


def bulk(*arguments: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command(*arguments), capture_output=True, text=True, timeout=500, check=False)
    assert "Traceback" not in done.stderr
    return done


def content(folder: Path, table: str) -> list[str]:
    rows = pq.ParquetDataset(folder / table).read().to_pylist()
    return sorted(str(row) for row in rows)


def test_a_run_is_taken_up_again(tmp_path: Path) -> None:
    brieven, out = tmp_path / "brieven", tmp_path / "set"
    written(brieven, 20)
    (brieven / "stuk.pdf").write_bytes(b"%PDF-1.7\nthis is no PDF at all")
    (brieven / "dubbel.txt").write_bytes(sorted(brieven.glob("*.txt"))[0].read_bytes())
    first = bulk(brieven, "--out", out, "--workers", 2)
    assert first.returncode == 1
    assert "20 letters read, 1 failed, 1 given twice" in first.stdout
    assert "reasons are in the table letters" in first.stderr
    before = {table: content(out, table) for table in TABLES}
    assert len(before["letters"]) == 21
    (again,) = [bulk(brieven, "--out", out, "--workers", 2)]
    assert again.returncode == 0 and "0 letters read, 0 failed, 22 were there" in again.stdout
    written(brieven, 1, first=40)
    more = bulk(brieven, "--out", out, "--workers", 1)
    assert "1 letters read, 0 failed, 22 were there" in more.stdout
    assert set(before["letters"]) < set(content(out, "letters"))
    assert not (out / ".run").exists()


def workers_of(pid: int) -> list[int]:
    """Return the workers that a run has started."""
    below = processes_below(pid)
    return [child for child in below if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_killed_workers_change_nothing_in_what_is_made(tmp_path: Path) -> None:
    brieven = tmp_path / "brieven"
    written(brieven, 120)
    assert bulk(brieven, "--out", tmp_path / "quiet", "--workers", 2).returncode == 0
    out = tmp_path / "killed"
    run = subprocess.Popen(
        command(brieven, "--out", out, "--workers", 2),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    killed = 0
    tick = threading.Event()
    seen = 0
    while run.poll() is None and killed < 3:
        tick.wait(0.05)
        pieces = len(list((out / ".run").glob("0*"))) if out.exists() else 0
        if pieces > seen:  # at work
            seen = pieces
            try:
                os.kill(workers_of(run.pid)[-1], signal.SIGKILL)
                killed += 1
            except (OSError, IndexError):
                continue
    said, complaints = run.communicate(timeout=500)
    assert killed and run.returncode == 0, complaints
    assert "120 letters read, 0 failed" in said
    for table in TABLES:
        assert content(out, table) == content(tmp_path / "quiet", table), table


def test_a_letter_that_no_worker_survives_is_a_row_with_its_reason(tmp_path: Path) -> None:
    brieven = tmp_path / "brieven"
    written(brieven, 2)
    script = f"""
import sys
from dataclasses import replace
from pathlib import Path
from annotator.bulk.running import run
from tests.bulk.letters import how
if __name__ == "__main__":
    hasty = replace(how(), seconds=0.0001)
    print(run([{str(brieven)!r}], Path({str(tmp_path / "set")!r}), hasty, workers=1))
"""
    (tmp_path / "script.py").write_text(script)
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")],
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
        env=env,
    )
    assert "read=0, failed=2" in done.stdout, done.stderr[-2000:]
    letters = pq.ParquetDataset(tmp_path / "set" / "letters").read().to_pylist()
    assert all("ended each worker that tried" in row["reason"] for row in letters)


def test_a_stopped_run_leaves_whole_partitions_alone(tmp_path: Path) -> None:
    brieven, out = tmp_path / "brieven", tmp_path / "set"
    written(brieven, 300)
    run = subprocess.Popen(
        command(brieven, "--out", out, "--workers", 2),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    tick = threading.Event()
    while run.poll() is None and not list((out / ".run").glob("0*")):
        tick.wait(0.05)
    run.send_signal(signal.SIGTERM)
    _, said = run.communicate(timeout=120)
    assert "stopped" in said and "Traceback" not in said
    assert run.returncode != 0
    assert not (out / ".run").exists()
    assert list((out / "letters").glob("*")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("{leeg}", "--out", "{out}"), "no letter to read"),
        (("{brieven}", "--out", "{out}", "--workers", 2, "--scheduler", "tcp://127.0.0.1:1"), "one of them"),
        (("{brieven}", "--out", "{out}", "--scheduler", "tcp://127.0.0.1:1"), "No scheduler answers"),
        (("{brieven}", "--out", "{brieven}"), "other files in it"),
        (("{brieven}", "--out", "{out}", "--learnt", "{brieven}/brief-over-dijk-a1x.txt"), "nothing learnt"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    tmp_path: Path, arguments: tuple[object, ...], said: str
) -> None:
    places = {name: str(tmp_path / name) for name in ("leeg", "brieven", "out")}
    (tmp_path / "leeg").mkdir()
    written(tmp_path / "brieven", 1)
    done = bulk(*(str(one).format(**places) for one in arguments))
    assert done.returncode in (1, 2) and said in done.stderr
