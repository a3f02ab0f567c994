"""The rows of a long table, read in pieces as they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt

R = TypeVar("R")

NAME = int(Qt.ItemDataRole.UserRole) + 20  # a letter's title, and what tells it from others of that title
_KEPT = 40  # pieces


class Pieces(Generic[R]):
    """Holds the rows that were read last. `read` gives the rows of some ids, those that are gone left out."""

    def __init__(self, read: Callable[[Sequence[int]], Mapping[int, R]], size: int) -> None:
        """`size` rows are read at a time: they must not hold up the window."""
        self._read, self._size = read, size
        self.ids: list[int] = []
        self._pieces: OrderedDict[int, Mapping[int, R]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Hold these rows, in this order."""
        self.ids = list(ids)
        self._pieces.clear()

    def row(self, number: int) -> R | None:
        """Return a row; None where it is gone."""
        piece = number // self._size
        held = self._pieces.get(piece)
        if held is None:
            held = self._read(self.ids[piece * self._size : (piece + 1) * self._size])
            self._pieces[piece] = held
            while len(self._pieces) > _KEPT:
                self._pieces.popitem(last=False)
        return held.get(self.ids[number])

    def row_at_hand(self, number: int) -> R | None:
        """Return a row if it was read; nothing is read for it."""
        return self._pieces.get(number // self._size, {}).get(self.ids[number])

    def forget(self, numbers: Iterable[int]) -> None:
        """Read these rows anew when they are asked for."""
        for piece in {number // self._size for number in numbers}:
            self._pieces.pop(piece, None)
