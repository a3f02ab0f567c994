"""A project that is open for reading only says so for as long as it is open."""

from __future__ import annotations

from tests.ui.looking import label_of
from tests.ui.shell.making import OpenBench


def test_the_strip_says_that_nothing_is_saved(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    bench.window.views.head.set_detail("what else there is to say of a letter")
    said = label_of(bench.window.views.strip, "saved").text()
    assert "read only" in said and "saved" not in said
