"""Arithmetic on colours: mixing them, and making one readable."""

from __future__ import annotations

from functools import lru_cache

from annotator.core.colours import contrast, luminance

READABLE = 4.5  # WCAG 2.1 level AA, text


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(over: str, under: str, share: float) -> str:
    """Return `over` laid on `under` with the given share, 0 to 1."""
    parts = (
        round(a * share + b * (1 - share)) for a, b in zip(_channels(over), _channels(under), strict=True)
    )
    return "#{:02x}{:02x}{:02x}".format(*parts)


@lru_cache(maxsize=256)
def readable(colour: str, background: str, wanted: float = READABLE) -> str:
    """Return the colour, darkened or lightened as far as it must be to be read on the background."""
    goal = "#000000" if luminance(background) > 0.18 else "#ffffff"
    for step in range(21):
        candidate = mix(goal, colour, step / 20)
        if contrast(candidate, background) >= wanted:
            return candidate
    return goal


@lru_cache(maxsize=256)
def ink_on(colour: str) -> str:
    """Return white or near-black, whichever is read better on the colour; black where that is not enough."""
    best = max(("#ffffff", "#14110c"), key=lambda ink: contrast(ink, colour))
    return best if contrast(best, colour) >= READABLE else "#000000"
