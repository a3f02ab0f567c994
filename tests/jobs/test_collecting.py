"""Python collects again afterwards, as it did before."""

from __future__ import annotations

import gc

import pytest

from annotator.jobs.collecting import without_collecting


@pytest.mark.parametrize("before", [True, False])
def test_what_was_before_is_afterwards(before: bool) -> None:
    was_enabled = gc.isenabled()
    try:
        (gc.enable if before else gc.disable)()
        with pytest.raises(ValueError), without_collecting():
            assert not gc.isenabled()
            raise ValueError
        assert gc.isenabled() is before
    finally:
        (gc.enable if was_enabled else gc.disable)()
