"""The parts of a commitment: who promises what to whom, and for when."""

from __future__ import annotations

from typing import NamedTuple


class CommitmentParts(NamedTuple):
    """Each in the words of the sentence, "" where it does not say; `due` is the last day meant (ISO)."""

    who: str = ""
    what: str = ""
    to_whom: str = ""
    by_when: str = ""
    due: str = ""


NO_PARTS = CommitmentParts()
