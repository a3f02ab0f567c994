"""What all benchmarks share: times, percentiles, figures with their bounds, the line on the machine."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure. `baseline` is what it is held against, measured in the same run; `bound` is what it
    may be at most (of the ratio to the baseline where `of_ratio`). The unit is ms, or as `unit` says."""

    name: str
    value: float
    bound: float | None = None
    baseline: float | None = None
    baseline_name: str = ""
    unit: str = "ms"
    of_ratio: bool = False

    @property
    def ratio(self) -> float | None:
        """The figure as a multiple of its baseline."""
        return self.value / self.baseline if self.baseline else None

    @property
    def holds(self) -> bool:
        """Tell whether the bound is kept."""
        measured = self.ratio if self.of_ratio else self.value
        return self.bound is None or (measured is not None and measured <= self.bound)


def timed(job: Callable[[], object]) -> float:
    """Return how long a job takes, in milliseconds."""
    begin = time.perf_counter()
    job()
    return (time.perf_counter() - begin) * 1000


def processes_below(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that they have. Linux: it reads /proc."""
    found, parents = list[int](), [pid]
    while parents:
        for thread in Path(f"/proc/{parents.pop()}/task").glob("*/children"):
            try:
                children = [int(child) for child in thread.read_text().split()]
            except OSError:
                continue
            parents += children
            found += children
    return found


def median(times: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(times)


def percentile(times: Sequence[float], percent: int) -> float:
    """Return the smallest of the times that so many percent of them do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, -(-len(ordered) * percent // 100) - 1)]


def machine() -> str:
    """Say what was measured on: cores, system, versions, and how busy it was."""
    load = " ".join(f"{part:.1f}" for part in os.getloadavg()) if hasattr(os, "getloadavg") else "?"
    parts = (
        f"{os.cpu_count()} cores",
        platform.platform(terse=True),
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        f"load {load}",
    )
    return ", ".join(parts)


def arguments(description: str | None) -> argparse.ArgumentParser:
    """Return the options that every benchmark has."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--folder", type=Path, help="where the big projects are kept between benchmarks")
    return parser


@contextmanager
def work_folder(asked: argparse.Namespace) -> Iterator[Path]:
    """Give the folder to work in: the one that was asked for, or one that goes afterwards."""
    if asked.folder is not None:
        asked.folder.mkdir(parents=True, exist_ok=True)
        yield asked.folder
        return
    with tempfile.TemporaryDirectory(prefix="kanttekening-bench-") as name:
        yield Path(name)


def show(figures: Sequence[Figure], *, as_json: bool) -> int:
    """Print the figures; return 1 where a bound is missed, else 0."""
    if as_json:
        print(json.dumps([asdict(figure) for figure in figures]))
    else:
        for figure in figures:
            print(line(figure))
        print(f"({machine()})", flush=True)
    return int(not all(figure.holds for figure in figures))


def line(figure: Figure) -> str:
    """Return a figure in a line, with its baseline and its bound."""
    said = f"{figure.name:58} {figure.value:9.2f} {figure.unit}"
    if figure.baseline is not None:
        said += f"  | {figure.baseline_name} {figure.baseline:.2f} = {figure.ratio:.2f} times"
    if figure.bound is not None:
        what = "times" if figure.of_ratio else figure.unit
        said += f"  (at most {figure.bound:g} {what}{'' if figure.holds else ': MISSED'})"
    return said
