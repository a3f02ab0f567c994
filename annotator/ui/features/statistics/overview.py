"""How far the project is: how many letters are done, by whom, how fast, and when all will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from annotator.storage.statistics import PairRow, Statistics

_LAST_DAYS = 10  # days of work that say how fast it goes
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Overview:
    """How many letters there are and are done; `pace` is letters a day, None where none was done yet.

    `ready` is the day on which the last letter is done at that pace, on weekdays; None where that cannot be
    said, or all are.
    """

    letters: int
    done: int
    pace: float | None
    ready: date | None

    @property
    def left(self) -> int:
        """Return how many letters are not done."""
        return self.letters - self.done


def overview(found: Statistics, today: date) -> Overview:
    """Return how far the project is."""
    done = dict(found.statuses).get("done", 0)
    pace = _pace(found.done)
    left = found.letters - done
    return Overview(found.letters, done, pace, _ready(left, pace, today) if pace and left else None)


def _pace(done: Sequence[PairRow]) -> float | None:
    days: dict[str, int] = {}
    for day, _, count in done:
        days[day] = days.get(day, 0) + count
    last = [days[day] for day in sorted(days)[-_LAST_DAYS:]]
    return sum(last) / len(last) if last else None


def _ready(left: int, pace: float, today: date) -> date | None:
    needed = -(-left // pace)  # days, rounded up
    if needed > 5_000:  # that would be decades: nobody can say
        return None
    day = today
    while needed > 0:
        day += timedelta(days=1)
        if day.weekday() <= _FRIDAY:
            needed -= 1
    return day
