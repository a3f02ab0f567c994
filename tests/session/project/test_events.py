"""Telling the views."""

from __future__ import annotations

import pytest

from annotator.session import Event


def test_listeners_are_told_in_order() -> None:
    event, told = Event[int](), list[str]()
    event.connect(lambda number: told.append(f"a{number}"))
    event.connect(lambda number: told.append(f"b{number}"))
    event.emit(1)
    assert told == ["a1", "b1"]


def test_a_listener_that_fails_keeps_nothing_from_the_others() -> None:
    event, told = Event[int](), list[int]()

    def broken(_: int) -> None:
        raise ZeroDivisionError

    event.connect(broken)
    event.connect(told.append)
    with pytest.raises(ZeroDivisionError):
        event.emit(1)
    assert told == [1]
