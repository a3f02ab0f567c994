"""Keep what benchmarks measured, and hold a later run against it: what became worse by more than its noise.

A figure that has a baseline is compared by its ratio to it, so that a busy machine changes both; one without
is compared by itself. Its noise is how far apart the kept rounds lay, and never less than a tenth of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Figure, median

LEAST_NOISE = 0.1  # of the figure: what one machine does from day to day

Rounds = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Worse:
    """A figure that became worse: what it was, what it is, and how much of that is noise."""

    name: str
    was: float
    now: float
    noise: float

    def __str__(self) -> str:
        times = self.now / self.was if self.was else float("inf")
        both = f"{self.was:.3g} before, {self.now:.3g} now"
        return f"{self.name}: {both} ({times:.2f} times; noise {self.noise:.2g})"


def measured(figure: Figure) -> float:
    """Return what is compared of a figure."""
    return figure.value if figure.ratio is None else figure.ratio


def add(rounds: Rounds, where: str, figures: Iterable[Figure]) -> None:
    """Add the figures of a round of a benchmark."""
    for figure in figures:
        rounds.setdefault(f"{where}: {figure.name}", []).append(measured(figure))


def worse(kept: Mapping[str, Sequence[float]], now: Mapping[str, Sequence[float]]) -> list[Worse]:
    """Return the figures of both runs that became worse by more than the noise, the worst first."""
    found = []
    for name, values in now.items():
        if before := kept.get(name):
            was, is_now = median(before), median(values)
            noise = max(max(before) - min(before), LEAST_NOISE * was)
            if is_now - was > noise:
                found.append(Worse(name, was, is_now, noise))
    return sorted(found, key=lambda each: each.was / each.now)


def missing(kept: Mapping[str, object], now: Mapping[str, object]) -> list[str]:
    """Return the names of kept figures that were not measured now."""
    return [name for name in kept if name not in now]


def read(path: Path) -> Rounds:
    """Read a kept run."""
    rounds: Rounds = json.loads(path.read_text(encoding="utf-8"))["rounds"]
    return rounds


def write(path: Path, machine: str, rounds: Rounds) -> None:
    """Keep a run, with what it was measured on."""
    text = json.dumps({"machine": machine, "rounds": rounds}, indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")
