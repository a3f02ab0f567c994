"""How a run of text is set, whichever program wrote it, and what is set over what."""

from __future__ import annotations

from typing import NamedTuple


class RunLook(NamedTuple):
    """How a run is set; None where nothing says. `ground` is whether a colour lies under it."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    raised: bool | None = None
    font: str | None = None
    white: bool | None = None
    ground: bool | None = None

    def under(self, other: RunLook) -> RunLook:
        """Return this with what the other says set over it."""
        return RunLook._make(b if b is not None else a for a, b in zip(self, other, strict=True))
