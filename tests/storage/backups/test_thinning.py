"""Which backups are kept: hours, then days, then weeks; ten at most."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.storage.backups import folder as folders
from annotator.storage.backups.folder import kept
from annotator.storage.backups.making import back_up
from annotator.storage.store import Store
from tests.storage.making import save as save_change
from tests.storage.making import tagged

START = datetime(2026, 1, 5, 9, 0)


def lived(moments: list[datetime]) -> list[datetime]:
    """Make backups one after the other, thinned after each; return what is left, the newest first."""
    held: list[datetime] = []
    for moment in moments:
        held.insert(0, moment)
        keep = kept(held)
        held = [each for number, each in enumerate(held) if number in keep]
    return held


def working_hours(days: int) -> list[datetime]:
    return [START + timedelta(days=day, hours=hour) for day in range(days) for hour in range(8)]


def test_the_first_ten_of_one_day_thin_to_the_newest() -> None:
    moments = working_hours(1)
    assert lived(moments) == moments[:-4:-1]


def test_after_months_of_daily_work() -> None:
    held = lived(working_hours(100))
    end = START + timedelta(days=99, hours=7)
    ages = [(end - moment).days for moment in held]
    assert len(held) == 10
    assert held[:3] == [end, end - timedelta(hours=1), end - timedelta(hours=2)]
    assert ages[3:7] == [1, 2, 3, 4]
    assert 14 <= ages[-1] <= 28
    assert all(later - earlier >= 6 for earlier, later in pairwise(ages[7:]))


@pytest.mark.parametrize("seed", range(20))
def test_never_more_than_ten_and_always_the_newest(seed: int) -> None:
    chance, now, moments = random.Random(seed), START, []
    for _ in range(200):
        now += timedelta(hours=chance.choice((1, 1, 1, 5, 24, 24 * 9, 24 * 40)))
        moments.append(now)
        held = lived(moments[-40:])
        assert len(held) <= 10
        assert held[0] == now


def test_rare_work_keeps_ten() -> None:
    assert len(lived([START + timedelta(weeks=9 * n) for n in range(30)])) == 10


def test_backups_are_thinned(store: Store) -> None:
    folder = store.path.with_name("backups")
    for number in range(14):
        save_change(store, number + 1, {1: tagged(store.reader.letter(1), "brief", f"p{number}")})
        moment = START.astimezone() + timedelta(hours=number // 2, minutes=number)
        back_up(store.path, folder, "jan", moment=moment)
    assert len(folders.list_backups(folder)) == 3


def test_a_damaged_backup_is_not_counted(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    back_up(store.path, folder, "jan")
    (folder / "P old.kantbackup").write_text("nonsense")
    assert len(folders.list_backups(folder)) == 1
    assert folders.thin(folder, "") == 0
    assert (folder / "P old.kantbackup").exists()
