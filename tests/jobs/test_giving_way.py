from __future__ import annotations

import os
import sys
import threading

import pytest

from annotator.jobs.giving_way import give_way


@pytest.mark.skipif(sys.platform != "linux", reason="threads have priorities of their own on Linux")
def test_a_thread_gives_way_and_the_others_do_not() -> None:
    found: list[int] = []

    def work() -> None:
        give_way()
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    before = os.getpriority(os.PRIO_PROCESS, 0)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [15]
    assert os.getpriority(os.PRIO_PROCESS, 0) == before
