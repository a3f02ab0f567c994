"""What the list of letters tells of itself."""

from __future__ import annotations

from typing import Protocol


class LetterChoice(Protocol):
    """The list of letters."""

    def chosen(self) -> list[int]:
        """Return the ids of the letters that are chosen."""
