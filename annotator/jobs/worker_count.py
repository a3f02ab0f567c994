"""How many worker processes share what is done for many letters or files, in the window and without one."""

from __future__ import annotations

import os

MOST_WORKERS = 4
FEW = 12  # letters that are done sooner than processes start


def worker_count() -> int:
    """Return one process for each core, at most four."""
    return max(1, min(os.cpu_count() or 1, MOST_WORKERS))
