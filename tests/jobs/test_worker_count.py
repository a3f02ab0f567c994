"""As many processes in the window as without one."""

from __future__ import annotations

import pytest

from annotator.jobs.lazy import more_workers
from annotator.jobs.pool import Pool
from annotator.jobs.worker_count import worker_count


@pytest.mark.parametrize(("cores", "workers"), [(None, 1), (1, 1), (2, 2), (4, 4), (64, 4)])
def test_a_process_for_each_core_at_most_four(
    monkeypatch: pytest.MonkeyPatch, cores: int | None, workers: int
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    assert worker_count() == workers
    assert 1 + len(more_workers()) == workers  # the window's own worker is one of them
    with Pool() as pool:
        assert pool.size == workers
